import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Point, Polygon, box
from zoo import ZOO

from geo.boundaries.repair import repair_areas

with np.errstate(invalid="ignore"):
    WITH_NAN = shapely.from_wkt("POLYGON ((0 0, 1 1, NaN 0, 0 0))")


def repair(*shapes):
    column = np.empty(len(shapes), dtype=object)
    column[:] = shapes
    return repair_areas(column, [str(number) for number in range(len(shapes))])


@pytest.mark.parametrize("name", ZOO)
def test_the_zoo_gives_areas_or_a_line(name):
    (found,), faults = repair(ZOO[name])
    if found is None:
        assert len(faults) == 1
        assert "left out" in faults[0]
    else:
        assert found.is_valid
        assert found.geom_type in {"Polygon", "MultiPolygon"}
        assert found.area > 0


def test_what_is_well_stays_as_it_is():
    for name in ("polygon", "polygon with a hole", "polygons", "across the antimeridian", "the whole Earth"):
        (found,), faults = repair(ZOO[name])
        assert (found.equals_exact(ZOO[name]), faults) == (True, ()), name


@pytest.mark.parametrize(
    ("shape", "line"),
    [
        (None, "no geometry, left out: 0"),
        (Polygon(), "no geometry, left out: 0"),
        (Point(0, 0), "no polygon, left out: 0"),
        (shapely.GeometryCollection([Point(0, 0)]), "no polygon, left out: 0"),
        (WITH_NAN, "coordinates that are not numbers, left out: 0"),
        (box(0, 80, 1, 95), "outside of longitude and latitude, left out: 0"),
        (box(8e5, 9e6, 9e5, 9.5e6), "outside of longitude and latitude, left out: 0"),
    ],
)
def test_what_is_left_out_is_told(shape, line):
    found, faults = repair(shape)
    assert (found[0], faults) == (None, (line,))


def test_a_bow_tie_is_untied():
    (found,), faults = repair(ZOO["bow-tie"])
    assert found.area == pytest.approx(0.5)
    assert faults == ("invalid (Self-intersection), repaired: 0",)


def test_of_a_collection_the_polygons_are_kept():
    mixed = shapely.GeometryCollection([Point(0, 0), box(0, 0, 1, 1), shapely.GeometryCollection([box(2, 0, 3, 1)])])
    (found,), faults = repair(mixed)
    assert found.equals(MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)]))
    assert faults == ("not only polygons, of which the polygons are kept: 0",)


def test_heights_go():
    (found,), _ = repair(Polygon([(0, 0, 5), (1, 0, 5), (1, 1, 5)]))
    assert not found.has_z


FIJI = MultiPolygon([box(179, -18, 180, -17), box(-180, -18, -179, -17)])


@pytest.mark.parametrize(
    ("shape", "line"),
    [
        (box(179, -18, 181, -17), "beyond 180 degrees"),
        (box(-181, -18, -179, -17), "beyond 180 degrees"),
        (Polygon([(179, -18), (-179, -18), (-179, -17), (179, -17)]), "crossing the antimeridian backwards"),
        (Polygon([(-179, -17), (179, -17), (179, -18), (-179, -18)]), "crossing the antimeridian backwards"),
    ],
)
def test_across_the_antimeridian_in_each_way_of_writing(shape, line):
    (found,), faults = repair(shape)
    assert found.equals(FIJI)
    assert line in faults[0]


def test_a_hole_goes_with_its_polygon_across_the_antimeridian():
    ring = [(178, -18), (-178, -18), (-178, -16), (178, -16)]
    hole = [(179.5, -17.5), (-179.5, -17.5), (-179.5, -17), (179.5, -17)]
    (found,), _ = repair(Polygon(ring, [hole]))
    assert found.area == pytest.approx(8 - 0.5)
    assert not found.contains(Point(179.9, -17.2))
    assert not found.contains(Point(-179.9, -17.2))


def test_from_0_to_360_comes_back():
    (found,), _ = repair(box(280, -11, 285, -10))
    assert found.equals(box(-80, -11, -75, -10))


def test_a_ring_round_the_pole_is_left_alone():
    polar = Polygon([(-180, -90), (-180, -70), (-60, -65), (60, -68), (180, -70), (180, -90)])
    (found,), faults = repair(polar)
    assert (found.equals(polar), faults) == (True, ())


def test_many_are_told_of_in_one_line():
    _, faults = repair(*[None] * 8)
    assert faults == ("no geometry, left out: 0, 1, 2, 3, 4 and 3 more",)
