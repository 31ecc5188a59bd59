import mini_gazetteer as row
import numpy as np
import pytest

from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.grid import Support
from geo.resolve.groups import Group
from geo.resolve.surroundings import DOCUMENT_SIGNS, FIRST_SIGNS, Surroundings


def make_groups(*names, **facts):
    return [Group(name=name, text=name, folded=fold(name), mentions=[at], **facts) for at, name in enumerate(names)]


def signs_of(gazetteer, groups, demonyms=()):
    """Give each sign by its name, of each candidate's row of the first name, all candidates being equally likely."""
    candidates = gather_candidates(gazetteer, groups)
    around = Surroundings(gazetteer, candidates, groups, demonyms)
    belief = np.repeat(1.0 / candidates.sizes, candidates.sizes)
    mine = candidates.group == 0
    matrix = np.concatenate([around.first_signs(belief), around.signs(belief)])[:, mine]
    rows = candidates.row[mine].tolist()
    return {
        name: dict(zip(rows, values.tolist(), strict=True))
        for name, values in zip((*FIRST_SIGNS, *DOCUMENT_SIGNS), matrix, strict=True)
    }


def test_support_counts_what_lies_around_and_is_of_another_name():
    lon, lat = np.array([10.0, 10.1, 10.2, 60.0]), np.array([50.0, 50.1, 50.0, 50.0])
    found = Support(lon, lat, np.array([0, 1, 2, 1]), size_deg=0.4).measure(np.array([1.0, 0.5, 0.25, 1.0]))
    assert found == pytest.approx([0.75, 1.25, 1.5, 0.0])


def test_support_reaches_over_the_date_line():
    lon, lat, name = np.array([179.95, -179.95]), np.array([-17.0, -17.0]), np.array([0, 1])
    assert Support(lon, lat, name, size_deg=0.4).measure(np.ones(2)) == pytest.approx([1.0, 1.0])


def test_support_at_the_poles_and_of_nothing():
    lon, lat, name = np.array([-180.0, 180.0, 0.0]), np.array([90.0, -90.0, 90.0]), np.arange(3)
    assert np.isfinite(Support(lon, lat, name, size_deg=1.2).measure(np.ones(3))).all()
    empty = np.zeros(0)
    assert len(Support(empty, empty, np.zeros(0, dtype=np.int64), size_deg=1.2).measure(empty)) == 0


def test_a_name_does_not_support_itself(mini):
    signs = signs_of(mini, make_groups("Marwick"))
    assert all(value == 0 for name in signs if not name.startswith("local") for value in signs[name].values())


def test_neighbours_near_by_and_the_areas_that_hold_a_place(mini):
    signs = signs_of(mini, make_groups("Marwick", "Fernholt", "Norvale"))
    near = signs["near a neighbour, 150 km"]
    assert near[row.MARWICK_NORVALE] > near[row.MARWICK_SUDMARK]
    held = signs["in a neighbour that is an admin1"]
    assert (held[row.MARWICK_NORVALE] > 0, held[row.MARWICK_SUDMARK]) == (True, 0)
    assert signs["admin1 share"][row.MARWICK_NORVALE] > signs["admin1 share"][row.MARWICK_SUDMARK]


def test_the_nearest_in_the_text_weighs_most(mini):
    near = signs_of(mini, make_groups("Marwick", "Fernholt", "Quell"))
    far = signs_of(mini, make_groups("Marwick", "Quell", "Fernholt"))
    name = "near a neighbour, 150 km"
    assert near[name][row.MARWICK_NORVALE] > far[name][row.MARWICK_NORVALE]


def test_demonyms_speak_for_their_country(mini):
    groups = make_groups("Marwick", "Quell")
    without, with_them = signs_of(mini, groups), signs_of(mini, groups, [row.ALDORIA] * 3)
    assert with_them["country share"][row.MARWICK_SUDMARK] > without["country share"][row.MARWICK_SUDMARK]


def test_where_it_was_published_is_a_neighbour_of_every_name(mini):
    groups = make_groups("Marwick", "Quell")
    groups.append(Group(name="Fernholt", text="Fernholt", folded="fernholt", published=True))
    signs = signs_of(mini, groups)
    assert signs["near a neighbour, 150 km"][row.MARWICK_NORVALE] > 0
    assert signs["country share"][row.MARWICK_NORVALE] > 0
