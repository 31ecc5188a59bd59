import re
import tomllib

import pytest

from geo.sources import PACKAGES, SOURCES, credit_sources


def test_each_source_once_in_the_order_of_the_table():
    credited = credit_sources(["INEI", "GeoNames", "INEI"])
    assert [source.name for source in credited] == ["GeoNames", "INEI"]


def test_a_source_of_ones_own_is_credited_by_name():
    (source,) = credit_sources(["My gazetteer", ""])
    assert (source.name, source.attribution, source.licence) == ("My gazetteer", "My gazetteer", "not stated")


def test_nothing_to_credit():
    assert credit_sources([]) == ()


def test_every_source_that_a_place_may_bear_is_known(gazetteer):
    rows = range(0, len(gazetteer), 997)
    rows = [*rows, gazetteer.row_of("region", "vraem"), gazetteer.row_of("inei", "190307")]
    assert {gazetteer.source(row) for row in rows} <= SOURCES.keys()


def test_every_source_is_told_in_full(root):
    told = (root / "data" / "SOURCES.md").read_text(encoding="utf-8")
    assert [name for name in SOURCES if name not in told] == []


@pytest.fixture(scope="module")
def told(root):
    """The rows of ``data/SOURCES.md``: source, where it was taken from, date."""
    lines = (root / "data" / "SOURCES.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row[:3] for row in rows if row[0] != "source"]


@pytest.fixture(scope="module")
def pinned(root):
    packages = tomllib.loads((root / "data" / "build" / "packages.toml").read_text(encoding="utf-8"))
    return {package["name"]: package["version"] for package in packages.values()}


def test_packages_are_those_that_the_build_pins(pinned):
    named = dict(package.split() for packages in PACKAGES.values() for package in packages)
    assert named.items() <= pinned.items()


def test_sources_md_tells_the_versions_that_the_build_pins(told, pinned):
    named = [pair for _, taken, _ in told for pair in re.findall(r"(?:PyPI|npm) `([^`]+)` (\S+?)(?:,|$)", taken)]
    stale = [(name, version) for name, version in named if pinned.get(name, version) != version]
    assert stale == []
    assert len({name for name, _ in named} & pinned.keys()) > 8


@pytest.mark.parametrize("name", PACKAGES)
def test_a_source_names_every_package_that_its_places_and_outlines_come_through(told, name):
    credited = {package.split()[0] for package in PACKAGES[name]}
    rows = [taken for source, taken, _ in told if source.startswith(name)]
    through = {package for taken in rows for package in re.findall(r"(?:PyPI|npm) `([^`]+)`", taken)}
    assert through == credited


def test_the_editions_are_those_of_sources_md(told):
    dates = {name: [date for source, _, date in told if source.startswith(name)] for name in ("GeoNames", "INEI")}
    assert {name: max(some) for name, some in dates.items()} == {name: SOURCES[name].version for name in dates}
    assert {date for source, _, date in told if source == "facts"} == {SOURCES["Dateline"].version}
    numbers = {number for source, _, _ in told for number in re.findall(r"^Natural Earth (\d[\d.]*)", source)}
    citation = SOURCES["Natural Earth"].citation
    assert SOURCES["Natural Earth"].version in numbers
    assert {number for number in numbers if number not in citation} == {"5.1"}  # facts on disputed areas, no polygons


def test_every_source_has_an_edition_a_licence_and_a_citation():
    assert [source.name for source in SOURCES.values() if not (source.version and source.licence)] == []
    assert [source.name for source in SOURCES.values() if source.version not in source.citation] == []
    assert [package for name in PACKAGES for package in PACKAGES[name] if package not in SOURCES[name].citation] == []


def test_every_boundary_that_ships_credits_sources_that_are_told(root):
    for path in ("data/boundaries/layers.toml", "data/build/boundaries/layers.toml"):
        layers = tomllib.loads((root / path).read_text(encoding="utf-8"))
        assert all(layer["credits"] and set(layer["credits"]) <= SOURCES.keys() for layer in layers.values())
