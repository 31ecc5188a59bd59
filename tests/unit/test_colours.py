"""The colours of the page: read by everyone, in light, dark and print, whatever kind of cone an eye lacks."""

import itertools

import pytest
from colours import VISIONS, blend, contrast, difference

from maps.colours import read_palette

TEXT = 4.5
"""WCAG 2.2, 1.4.3: text."""
GRAPHICS = 3.0
"""WCAG 2.2, 1.4.11: symbols and lines that say something."""
KINDS_APART = 10.0
"""CIE 1976: what two kinds of the story's symbols must differ by; about 2 can just be told apart side by side."""
SHADES_APART = 7.0
"""The same for two shades that follow each other, which lie side by side on the map and in the legend."""

KINDS = ("town", "area", "region", "nature")
SHADES = ("shade-0", "shade-1", "shade-2", "shade-3")

# Text by the grounds that it stands on; names on the map bear a halo of the land, those of waters one of the water.
TEXTS = {
    "ink": ("page", "land", "water"),
    "muted": ("page", "land", "water"),
    "country-name": ("land", "water"),
    "water-name": ("water",),
    "area": ("page", "land"),
    "region": ("page", "land"),
    "nature": ("page", "land"),
    "town": ("page", "land"),
}
THEMES = ("light", "dark")


@pytest.fixture(params=THEMES)
def theme(request):
    return read_palette(request.param)


def test_text_is_read_on_every_ground_it_stands_on(theme):
    low = {
        f"{text} on {ground}": round(contrast(theme[text], theme[ground]), 2)
        for text, grounds in TEXTS.items()
        for ground in grounds
        if contrast(theme[text], theme[ground]) < TEXT
    }
    assert low == {}


def test_text_is_read_on_the_tint_of_a_mention(theme):
    tint = float(theme["tint"].removesuffix("%")) / 100
    grounds = [blend(theme[kind], theme["page"], share) for kind in (*KINDS, "muted") for share in (tint, 0.32)]
    assert min(contrast(theme["ink"], ground) for ground in grounds) >= TEXT


def test_symbols_and_outlines_stand_out_on_land_water_and_every_shade(theme):
    grounds = ("land", "water", *SHADES)
    low = [(kind, ground) for kind in KINDS for ground in grounds if contrast(theme[kind], theme[ground]) < GRAPHICS]
    assert low == []


def test_disputed_borders_stand_out_on_their_strip_of_land_and_on_water(theme):
    assert min(contrast(theme["disputed"], theme[ground]) for ground in ("land", "water")) >= GRAPHICS


@pytest.mark.parametrize("vision", VISIONS)
def test_the_kinds_of_the_story_are_told_apart(theme, vision):
    pairs = itertools.combinations(KINDS, 2)
    near = {pair: difference(theme[pair[0]], theme[pair[1]], vision) for pair in pairs}
    assert {pair: round(apart, 1) for pair, apart in near.items() if apart < KINDS_APART} == {}


@pytest.mark.parametrize("vision", VISIONS)
def test_shades_are_told_apart_from_each_other_and_from_the_bare_map(theme, vision):
    ramp = [theme[name] for name in ("land", *SHADES)]
    assert min(difference(one, other, vision) for one, other in itertools.pairwise(ramp)) >= SHADES_APART
    assert min(difference(theme["water"], shade, vision) for shade in ramp[1:]) >= KINDS_APART


def test_shades_go_one_way_so_that_they_read_in_grey(theme):
    lights = [contrast(theme[name], "#000000") for name in ("land", *SHADES)]
    assert lights in (sorted(lights), sorted(lights, reverse=True))


def test_the_measures_know_what_is_known():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert difference("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    # Red and green of one lightness, which eyes without the middle cone confuse.
    assert difference("#c04040", "#6e7a28") > 3 * difference("#c04040", "#6e7a28", "deuteranopia")
