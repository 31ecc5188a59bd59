import dataclasses

import pytest
import shapely
from credited import TEXT, VILLAGES, ZONES, Held, entry
from reports import ambiguous_name, make_alternative, seed_like_report

from geo.document import Document
from geo.gazetteer.edition import write_edition
from geo.holdings import Holdings, use_holdings
from geo.licences import terms_of
from geo.pipeline import make_report
from geo.provenance import GIFTS, Origins, gather_sources
from geo.report import Outline, Source
from geo.sources import credit_sources


def gives(sources):
    return {source.name: source.gives for source in sources}


def test_a_source_is_credited_once_with_all_that_it_gives():
    found = gather_sources([entry(credits_=("Natural Earth",)), entry(credits_=("GeoNames",))], [])
    assert gives(found) == {"GeoNames": ("places", "outlines"), "Natural Earth": ("outlines", "areas")}


def test_candidates_are_credited_and_those_of_ambiguous_names_are_on_the_map():
    other = make_alternative("Oxapampa", lon=0, lat=0, country="PE", admin=(), score=0.1, source="INEI")
    found = gives(gather_sources([entry(alternatives=(other,))], [ambiguous_name(TEXT, "San Pedro")]))
    assert found["INEI"] == ("candidates",)
    assert found["GeoNames"] == ("places",)


def test_sources_of_the_holdings_in_force_are_credited():
    holdings = Holdings(gazetteers=(Held(sources=(VILLAGES,)),), boundaries=(Held(sources=(ZONES,)),))
    with use_holdings(holdings):
        used = gather_sources([entry("villages.csv", credits_=("zones.gpkg",))], [])
        unused = gather_sources([entry()], [])
    assert gives(used) == {
        "villages.csv": ("places",), "zones.gpkg": ("outlines", "areas"), "Natural Earth": ("areas",)
    }  # fmt: skip
    assert used[0].version == "2024"
    assert gives(unused)["villages.csv"] == ("consulted",)
    assert unused[-1].name == "villages.csv"
    assert "villages.csv" not in gives(gather_sources([entry()], []))


def test_another_edition_of_a_source_that_ships_is_told_beside_its_own(tmp_path):
    newer = Source(name="Natural Earth", attribution="Natural Earth", url="", licence="public domain", version="5.1.1")
    write_edition(tmp_path, "2026-11-20")
    with use_holdings(Holdings(gazetteer=tmp_path, boundaries=(Held(sources=(newer,)),))):
        geonames, natural_earth = credit_sources(["GeoNames", "Natural Earth"])
    assert (geonames.version, natural_earth.version) == ("2026, 2026-11-20", "5, 5.1.1")
    assert geonames.citation.endswith("; with data of 2026-11-20")
    assert credit_sources(["GeoNames"])[0].version == "2026"


def test_what_a_named_region_is_made_of_is_cited_with_its_year():
    report = make_report([Document(text="About 600 marines serve in the VRAEM, in Peru.", name="brief.txt")])
    definitions = [source for source in report.sources if source.gives == ("definitions",)]
    assert len(definitions) == 5
    assert all(source.version.isdigit() and "VRAEM" in source.attribution for source in definitions)
    assert "".join(source.attribution for source in definitions).count("2018") == 1


def test_sources_stand_in_the_order_of_what_they_give():
    report = make_report([Document(text="The VRAEM and Oxapampa lie in Peru.", name="brief.txt")])
    first = [GIFTS.index(source.gives[0]) for source in report.sources]
    assert first == sorted(first)


def test_the_outline_of_a_region_tells_the_editions_that_it_is_made_from():
    report = make_report([Document(text="The VRAEM and Oxapampa lie in Peru.", name="brief.txt")])
    outlines = {one.place.name: one.outline for one in report.entries if one.outline}
    editions = {source.name: source.version for source in credit_sources(["GeoNames", "Natural Earth", "INEI"])}
    assert outlines["Peru"].version == editions["Natural Earth"]
    assert all(f"{name} {version}" in outlines["VRAEM"].version for name, version in editions.items())


def test_what_nobody_said_is_told_as_such():
    origins = Origins()
    nowhere = dataclasses.replace(entry().place, source="")
    for origin in (
        origins.of_place(nowhere),
        origins.of_outline(Outline(geometry=shapely.box(0, 0, 1, 1), approximate=False)),
    ):
        assert (origin.source, origin.version, origin.licence, origin.attribution) == ("not stated",) * 4


def test_a_document_is_the_source_of_its_words():
    (document,) = seed_like_report().documents
    origin = Origins().of_document(document)
    assert (origin.source, origin.version) == ("Marines train in the cloud forest", "2014-05-12")
    untold = Origins().of_document(Document(text="Lima", name="brief.txt"))
    assert (untold.source, untold.version) == ("brief.txt", "no date")
    assert origin.licence == untold.licence == "the document's own"


@pytest.mark.parametrize(
    ("licence", "terms"),
    [
        ("CC BY 4.0", ()),
        ("public domain", ()),
        ("Apache-2.0", ()),
        ("MIT", ()),
        ("CC0", ()),
        ("Licence Ouverte 2.0", ()),
        ("ODbL 1.0", ("share-alike",)),
        ("Open Database License", ("share-alike",)),
        ("CC BY-SA 3.0 IGO", ("share-alike",)),
        ("cc-by-nc-4.0", ("non-commercial",)),
        ("Creative Commons Attribution-NonCommercial-NoDerivs", ("non-commercial", "unchanged")),
        ("GADM: academic use only", ("non-commercial",)),
        ("", ("not stated",)),
        ("  ", ("not stated",)),
        ("not stated", ("not stated",)),
    ],
)
def test_what_a_licence_asks(licence, terms):
    assert terms_of(licence) == terms
