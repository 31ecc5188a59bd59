"""Shaded areas: what is counted, in which classes, and what a reader is told."""

import subprocess
import sys

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from reports import PASCO, PERU, country, make_entry, region_name, seed_like_report

from geo.document import Document
from geo.report import Report
from maps.cartography.shading import MOST_CLASSES, classify_counts, count_mentions, shade_areas
from maps.cartography.view import choose_view
from maps.options import MapOptions

TEXT = "Peru. Oxapampa, Oxapampa, Oxapampa. Lima, Lima. Quito. Valley."


@pytest.fixture
def report():
    lima = region_name("PE-LIM", "Lima", "admin1")
    junin = region_name("PE-JUN", "Junín", "admin1")
    entries = (
        country(TEXT, ["Peru"], name="Peru", lon=-75, lat=-10, code="PE", shape=shapely.box(-80, -18, -69, 0)),
        make_entry(TEXT, ["Oxapampa"], lon=-75.4, lat=-10.6, regions=(PERU, PASCO)),
        make_entry(TEXT, ["Lima"], lon=-77, lat=-12, regions=(PERU, lima)),
        make_entry(TEXT, ["Quito"], lon=-78.5, lat=-0.2, country="EC"),
        make_entry(TEXT, ["Valley"], lon=-73.9, lat=-12.4, feature="region", regions=(PERU, PASCO, junin)),
        make_entry(TEXT, ["Peru"], lon=0, lat=0, feature="ocean", country=""),
    )
    return Report(title="x", documents=(Document(text=TEXT, name="x"),), entries=entries)


def shading_of(report, shade, **options):
    return shade_areas(report, choose_view(report), MapOptions(shade=shade, **options))


def test_mentions_are_counted_and_not_places(report):
    assert count_mentions(report, "country") == {"PE": 7, "EC": 1}


def test_a_place_in_two_regions_counts_for_neither_and_a_country_for_none(report):
    assert count_mentions(report, "admin1") == {"PE-PAS": 3, "PE-LIM": 2}


def test_areas_bear_names_counts_and_shades(report):
    shading = shading_of(report, "country")
    assert [(area.name, area.count, area.shade) for area in shading.areas] == [("Peru", 7, 1), ("Ecuador", 1, 0)]
    assert shading.labels == ("1 mention", "7 mentions")
    assert shading.areas[1].geometry.contains(shapely.Point(-78.5, -0.2))
    # Ecuador's point is on the mainland, not on an island of Galápagos.
    assert shading.areas[1].lon > -82


def test_names_and_ranges_are_in_the_language_of_the_map(report):
    shading = shading_of(report, "country", language="es")
    assert shading.areas[0].name == "Perú"
    assert shading.labels == ("1 mención", "7 menciones")


def test_nothing_is_shaded_where_none_is_asked_for_or_nothing_lies(report):
    assert shading_of(report, "none") is None
    assert shading_of(Report(title="x", documents=(), entries=()), "country") is None


def test_what_no_boundary_is_at_hand_for_is_left_out(report):
    stray = make_entry(TEXT, ["Quito"], lon=0, lat=0, country="ZZ")
    assert shading_of(Report(title="x", documents=report.documents, entries=(stray,)), "country") is None


def test_a_demonym_does_not_count():
    report = seed_like_report()
    assert report.demonyms
    named = sum(len(entry.mentions) for entry in report.entries if entry.place.country == "PE")
    assert count_mentions(report, "country")["PE"] == named


def test_three_distinct_counts_make_three_classes():
    assert classify_counts([4, 1, 9, 1, 4]) == ((1, 1), (4, 4), (9, 9))


def test_many_counts_are_parted_where_they_leave_gaps():
    assert classify_counts([1, 1, 1, 2, 2, 3, 20, 21, 22, 60, 61, 200]) == ((1, 3), (20, 22), (60, 61), (200, 200))


def test_a_range_is_told_in_words(report):
    text = " ".join(f"T{number}. " * number for number in (1, 2, 3, 9, 10, 30, 31, 90))
    codes = ("PE", "EC", "CO", "BR", "BO", "CL", "AR", "UY")
    entries = tuple(
        make_entry(text, [f"T{number}."], lon=-70, lat=-10, country=code)
        for number, code in zip((1, 2, 3, 9, 10, 30, 31, 90), codes, strict=True)
    )
    shading = shading_of(Report(title="x", documents=report.documents, entries=entries), "country")
    assert shading.labels == ("1–3 mentions", "9–10 mentions", "30–31 mentions", "90 mentions")


@given(st.lists(st.integers(1, 500), min_size=1, max_size=40), st.integers(1, MOST_CLASSES))
def test_classes_hold_every_count_once_and_do_not_overlap(counts, most):
    classes = classify_counts(counts, most)
    assert len(classes) <= most
    assert all(sum(low <= count <= high for low, high in classes) == 1 for count in counts)
    edges = [edge for bounds in classes for edge in bounds]
    assert edges == sorted(edges)
    assert set(edges) <= set(counts)


def test_a_map_without_many_counts_does_not_wait_for_mapclassify():
    code = (
        "import sys; from maps.cartography.shading import classify_counts; classify_counts([1, 2, 2, 7]); "
        "sys.exit('mapclassify' in sys.modules or 'sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
