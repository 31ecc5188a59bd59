"""Regions that are called as organisations are: places only where the text says that something is in them."""

import pytest

from geo import find_places, read_text


def ids(text):
    return [place.id for place in find_places(read_text(text)) if place.status == "resolved"]


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose in the European Union for the third month, and in Norway too.",
        "Farmers across the EU blocked roads, from Spain to Poland.",
    ],
)
def test_what_lies_in_it_names_the_place(text):
    assert "region:european-union" in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "The European Union closed its office in Niamey, and ECOWAS met in Abuja.",
        "The EU said that it would send 40 observers to Kenya.",
        "Officials of ASEAN and of Mercosur signed the text in Jakarta.",
    ],
)
def test_what_acts_is_no_place(text):
    found = ids(text)
    assert found
    assert not any(one.startswith("region:") for one in found)


def test_other_regions_need_no_such_word():
    assert "region:sahel" in ids("The Sahel saw little rain this year, and the harvest in Mali was poor.")
