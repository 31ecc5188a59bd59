import os

import pytest

from geo.document import Document
from geo.errors import RegionError
from geo.holdings import Holdings, use_holdings
from geo.pipeline import make_report
from geo.regions import OwnRegions, named_regions
from geo.regions.named.own import region_files

MALI = 'id = "mine"\nname = "Mine"\n[names]\nen = ["My land"]\nshort = ["MINE"]\n[members]\niso3166-1 = ["ML"]\n'
TWO = 'id = "two"\nname = "Two"\ncertain = false\n[members]\niso3166-1 = ["ML", "NE"]\n'


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "mine"
    path.mkdir()
    (path / "two.toml").write_text(TWO, encoding="utf-8")
    (path / "mine.toml").write_text(MALI, encoding="utf-8")
    (path / "notes.txt").write_text("no region", encoding="utf-8")
    return path


def test_a_folder_of_regions(folder):
    own = OwnRegions.open(folder)
    assert [region.region_id for region in own.named_regions()] == ["mine", "two"]
    with use_holdings(Holdings(regions=(own,))):
        assert {"mine", "two", "vraem"} <= named_regions().keys()


def test_a_single_file(folder):
    assert [region.name for region in OwnRegions.open(folder / "two.toml").named_regions()] == ["Two"]


def test_names_are_entries_of_a_gazetteer(folder):
    mine, two = OwnRegions.open(folder).gazetteer_entries()
    assert (mine.entry_id, mine.name, mine.feature) == ("region:mine", "Mine", "region")
    assert mine.names == (("alternate", "My land"), ("short", "MINE"))
    assert (mine.country, mine.parent, mine.wins, mine.source) == ("ML", "ML", True, "mine")
    assert -13 < mine.lonlat.lon < 5
    assert (two.country, two.parent, two.wins) == ("", "", False)


def test_who_made_them_is_credited(folder):
    own = OwnRegions.open(folder)
    (credit,) = own.credits()
    assert {entry.source for entry in own.gazetteer_entries()} == {credit.name}
    assert credit.attribution == "Named regions of the user's own: mine"


def test_what_changes_is_another_holding(folder):
    own = OwnRegions.open(folder)
    assert (own, hash(own)) == (OwnRegions.open(folder), hash(OwnRegions.open(folder)))
    os.utime(folder / "mine.toml", ns=(1, 1))
    assert own != OwnRegions.open(folder)


def test_all_files_are_read_before_a_fault_is_told(folder):
    (folder / "bad.toml").write_text("id = 7", encoding="utf-8")
    (folder / "worse.toml").write_text("][", encoding="utf-8")
    with pytest.raises(RegionError) as caught:
        OwnRegions.open(folder)
    assert "bad.toml does not define a region" in str(caught.value)
    assert "worse.toml cannot be read" in str(caught.value)


def test_an_identifier_that_two_files_give(folder):
    (folder / "again.toml").write_text(MALI, encoding="utf-8")
    with pytest.raises(RegionError, match=r"mine.toml defines 'mine', as again.toml does"):
        OwnRegions.open(folder)


def test_where_there_is_nothing(tmp_path):
    with pytest.raises(RegionError, match="there is no file or folder"):
        region_files(tmp_path / "none")
    with pytest.raises(RegionError, match=r"no file in .* ends in .toml"):
        region_files(tmp_path)


def test_from_text_to_report(tmp_path):
    (tmp_path / "red-strip.toml").write_text(
        'id = "red-strip"\nname = "Red Strip"\nnote = "As the ministry draws it."\n[names]\nes = ["Franja Roja"]\n'
        '[members]\ninei = ["1903", "120601"]\n',
        encoding="utf-8",
    )
    text = "Rain fell on the Red Strip and in Villa Rica, Pasco. The Red Strip waits, and Satipo too."
    with use_holdings(Holdings(regions=(OwnRegions.open(tmp_path),))):
        report = make_report([Document(text=text, name="brief.txt")])
    entries = {entry.place.name: entry for entry in report.entries}
    strip = entries["Red Strip"]
    assert (strip.place.id, len(strip.mentions), strip.place.source) == ("region:red-strip", 2, tmp_path.name)
    assert strip.outline.note.endswith("As the ministry draws it.")
    assert [one.name for one in strip.regions if one.level == "admin1"] == ["Junín", "Pasco"]
    for town in ("Villa Rica", "Satipo"):
        assert "red-strip" in {one.region_id for one in entries[town].regions}
    assert tmp_path.name in {source.name for source in report.sources}


def test_a_region_that_is_not_certain_needs_signs(folder):
    text = "He bought two, and then Two went home."
    with use_holdings(Holdings(regions=(OwnRegions.open(folder),))):
        assert not make_report([Document(text=text, name="brief.txt")]).entries
