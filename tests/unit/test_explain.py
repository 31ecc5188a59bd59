import mini_gazetteer as row
import numpy as np
import pytest

from geo.gazetteer.names import fold
from geo.resolve.explain import Grounds, explain
from geo.resolve.groups import Group

MARWICKS = (row.MARWICK_NORVALE, row.MARWICK_WESTMOOR, row.MARWICK_SUDMARK)


def say(gazetteer, rows=MARWICKS, best=0, *, neighbours=(), contained=False, near=0.0, **facts):
    grounds = Grounds(
        group=Group(name="Marwick", text="Marwick", folded=fold("Marwick"), **facts),
        contained=np.array([contained] * len(rows)),
        near=np.array([near] * len(rows)),
        neighbours=neighbours,
    )
    return explain(gazetteer, np.array(rows), best, grounds)


def test_what_a_table_says(mini):
    assert say(mini, contained=True, hints=("Norvale",)) == "the table says that it lies in Norvale"


def test_what_the_text_says(mini):
    sentence = say(mini, contained=True, containers=("Hillshire",), container_texts=("the Hills",))
    assert sentence == "the text says that it lies in the Hills"


def test_the_only_one_of_its_name(mini):
    assert say(mini, (row.QUELL,)) == "the only place of this name in the gazetteer, in Bertania"
    assert say(mini, (row.ALDORIA,)) == "the only place of this name in the gazetteer"


def test_a_neighbour_in_the_same_region(mini):
    assert say(mini, near=0.9, neighbours=(row.FERNHOLT,)) == "named beside Fernholt, in Aldoria"


@pytest.mark.parametrize("neighbour", [row.ALDORIA, row.NORVALE, row.MARWICK_SUDMARK])
def test_what_holds_a_place_or_bears_its_name_or_lies_elsewhere_stands_not_beside_it(neighbour, mini):
    assert "beside" not in say(mini, near=0.9, neighbours=(neighbour,))


def test_other_places_of_the_country(mini):
    assert say(mini, neighbours=(row.ESTERHOLT,)) == "other places of the text lie in Aldoria too"


def test_the_best_known(mini):
    sentence = say(mini, best=1)
    assert sentence == "the best known of 3 places of this name (populated place, in Bertania)"
