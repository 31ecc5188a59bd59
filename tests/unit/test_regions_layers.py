import numpy as np
import pytest
import shapely
from zoo import LANDS, make_layer

from geo.errors import GazetteerError, RegionError
from geo.regions import open_layer
from geo.regions.layers import UNITS_PER_DEG
from geo.regions.sets import countries
from geo.resources import data_path

LAYER = make_layer(LANDS)
SHIPPED = ("boundaries/admin1", "boundaries/admin2", "boundaries/admin3", "basemap/world", "basemap/lakes")


def ids(positions):
    return [LAYER.table["region_id"][at] for at in positions]


def test_geometries_come_back_as_they_were():
    shapes = LAYER.geometries(range(len(LAYER)))
    assert [shapely.equals(one, other) for one, other in zip(shapes, LANDS.values(), strict=True)] == [True] * len(
        LANDS
    )


def test_geometries_in_the_order_asked_for():
    wanted = [3, 0, 0]
    shapes = LAYER.geometries(wanted)
    assert [one.equals(list(LANDS.values())[at]) for one, at in zip(shapes, wanted, strict=True)] == [True, True, True]


def test_no_geometries():
    assert len(LAYER.geometries([])) == 0


@pytest.mark.parametrize(
    ("bbox", "expected"),
    [
        (None, ["A-1", "A-2", "A-3", "B-1"]),
        ((1, 1, 2, 2), ["A-1"]),
        ((5, 5, 5, 5), ["A-1", "A-2"]),
        ((10, 10, 11, 11), ["A-1", "A-3"]),
        ((20, -18, 30, -16), ["B-1"]),
        ((178, -17, -179, -16.5), ["B-1"]),
        ((17, -20, -170, 20), ["A-3", "B-1"]),
    ],
)
def test_features_whose_bounds_meet_a_box(bbox, expected):
    # The bounds of what lies on both sides of the antimeridian go round the Earth: too many is safe, too few is not.
    found = ids(LAYER.within(bbox))
    assert [one for one in found if one != "B-1"] == [one for one in expected if one != "B-1"]
    assert set(expected) <= set(found)


@pytest.mark.parametrize("bbox", [(0, 5, 10, 4), (0, 0, 10), (0, float("nan"), 10, 10), (float("inf"), 0, 1, 1)])
def test_a_box_that_is_none(bbox):
    with pytest.raises(RegionError, match="is not a box"):
        LAYER.within(bbox)


def test_a_layer_that_is_not_installed():
    with pytest.raises(GazetteerError, match="boundaries/atlantis"):
        open_layer("boundaries/atlantis")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_polygons_are_valid(name):
    layer = open_layer(name)
    shapes = layer.geometries(layer.within(None))
    assert shapely.is_valid(shapes).all()
    assert not shapely.is_empty(shapes).any()


@pytest.mark.parametrize("name", [*SHIPPED, "basemap/rivers"])
def test_shipped_bounds_are_those_of_the_geometries(name):
    layer = open_layer(name)
    bounds = shapely.bounds(layer.geometries(range(len(layer))))
    assert np.abs(bounds - layer.bounds_deg).max() < 1 / UNITS_PER_DEG
    assert np.abs(bounds[:, [0, 2]]).max() <= 180
    assert np.abs(bounds[:, [1, 3]]).max() <= 90


@pytest.mark.parametrize("name", [one for one in SHIPPED if one != "basemap/lakes"])
def test_shared_borders_match(name):
    layer = open_layer(name)
    assert shapely.coverage_is_valid(layer.geometries(range(len(layer))))


def test_a_border_moved_by_a_metre_would_be_seen():
    layer = open_layer("boundaries/admin1")
    shapes = layer.geometries(layer.within((-76, -11, -75, -10)))
    pasco = [layer.table["region_id"][at] for at in layer.within((-76, -11, -75, -10))].index("PE-PAS")
    shapes[pasco] = shapely.transform(shapes[pasco], lambda vertices: vertices + 1e-5)
    assert not shapely.coverage_is_valid(shapes)


@pytest.mark.parametrize("name", SHIPPED[:3])
def test_ids_are_in_order_and_only_once(name):
    found = open_layer(name).table["region_id"]
    assert found == sorted(set(found))


def test_every_country_of_the_world_is_in_the_basemap():
    assert sorted(set(open_layer("basemap/world").table["region_id"]) - {""}) == list(countries())


def test_the_great_rivers_of_each_continent_are_there():
    rivers = open_layer("basemap/rivers")
    lines = shapely.union_all(rivers.geometries(range(len(rivers))))
    on_them = {
        "Amazon": (-60.0, -3.2),
        "Mississippi": (-91.1, 33.5),
        "Nile": (32.9, 24.1),
        "Danube": (19.0, 47.5),
        "Yangtze": (114.3, 30.6),
        "Lena": (129.7, 62.0),
        "Murray": (142.0, -34.2),
    }
    far_deg = {name: lines.distance(shapely.Point(at)) for name, at in on_them.items()}
    assert {name: distance for name, distance in far_deg.items() if distance > 0.35} == {}


def test_files_that_do_not_fit_together(tmp_path, monkeypatch):
    for ending in (".csv", ".npz"):
        (tmp_path / f"lakes{ending}").write_bytes(data_path(f"basemap/lakes{ending}").read_bytes())
    with (tmp_path / "lakes.csv").open("a", encoding="utf-8") as stream:
        stream.write("1000\n")
    monkeypatch.setattr("geo.regions.layers.data_path", lambda name: tmp_path / name)
    with pytest.raises(RegionError, match="do not fit together"):
        open_layer("lakes")
