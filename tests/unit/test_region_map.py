import pytest
import shapely

from geo.regions import named_regions, region_geometry
from geo.regions.named.check import area_km2
from maps.drawing import render_map
from maps.options import MapOptions
from maps.region_map import region_report
from tests.unit.test_regions_named import of


@pytest.fixture(scope="module")
def report():
    return region_report(named_regions()["vraem"])


def test_tiers_and_members_are_its_places(report):
    names = [entry.place.name for entry in report.entries]
    assert names[:2] == ["VRAEM, core", "Ayahuanco"]
    assert names.count("VRAEM, wider") == 1
    assert len(report.entries) == 2 + 70
    assert not report.unplaced


def test_the_text_is_the_definition(report):
    (document,) = report.documents
    vraem = named_regions()["vraem"]
    assert document.text.startswith(vraem.note)
    assert f"VRAEM, core: {vraem.tiers[0].note}." in document.text
    assert all(source.name in document.text for source in vraem.sources)
    for entry in report.entries:
        for number, mention in entry.mentions:
            assert report.documents[number].text[mention.start : mention.end] == mention.text


def test_each_tier_is_drawn_by_what_it_adds(report):
    core, wider = (entry.outline for entry in report.entries if entry.outline and entry.place.feature == "region")
    vraem = named_regions()["vraem"]
    assert (core.tier, wider.tier) == (0, 1)
    assert core.geometry.equals(region_geometry(vraem, "core"))
    assert shapely.intersection(core.geometry, wider.geometry).area == pytest.approx(0, abs=1e-9)
    together = area_km2(core.geometry) + area_km2(wider.geometry)
    assert together == pytest.approx(area_km2(region_geometry(vraem, "wider")), rel=1e-4)
    assert core.note.startswith("Approximate")


def test_a_region_of_one_tier_has_one_outline():
    found = region_report(of("iso3166-1:ML", "iso3166-2:SN-SL", excluded=["iso3166-2:ML-7"], name="Mine"))
    (mine,) = (entry for entry in found.entries if entry.place.name == "Mine")
    assert (mine.outline.tier, mine.outline.approximate) == (None, False)
    assert [entry.place.name for entry in found.entries] == ["Mine", "Mali", "Saint-Louis", "Gao"]
    assert "Without: Gao." in found.documents[0].text


def test_the_page_tells_the_tiers_apart(report):
    page = render_map(report, ".html", MapOptions())
    page = page if isinstance(page, str) else page.decode()
    assert '"tier":0' in page.replace(" ", "")
    assert '"tier":1' in page.replace(" ", "")
