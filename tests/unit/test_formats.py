"""The ending of a file's name says what is written, and an ending that nothing is written for says so."""

import pytest
from click.testing import CliRunner

from geo.errors import RenderError
from geo.report import Report
from maps import write_map
from maps.cli import main
from maps.formats import WRITERS, known_suffix


@pytest.mark.parametrize("suffix", WRITERS)
def test_each_ending_is_known_whatever_its_case_and_whether_a_name_stands_before_it(suffix):
    names = (suffix, suffix.upper(), f"map{suffix}", f"a.b/MAP.v2{suffix.upper()}")
    assert {known_suffix(name) for name in names} == {suffix}


@pytest.mark.parametrize("name", ["map", "a.b/map", "-", ""])
def test_a_name_without_an_ending_is_a_pages(name):
    assert known_suffix(name) == ".html"


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("map.tiff", ".tiff"),
        (".tiff", ".tiff"),
        ("map.", "."),
        ("..", "."),
        ("map.html.gz", ".gz"),
        ("map.png ", ".png "),
    ],
)
def test_an_unknown_ending_is_named_with_the_known_ones(name, ending):
    with pytest.raises(RenderError) as caught:
        known_suffix(name)
    assert repr(ending) in str(caught.value)
    assert ", ".join(WRITERS) in str(caught.value)


def test_nothing_is_written_under_an_unknown_ending(tmp_path):
    with pytest.raises(RenderError, match=r"ends in '\.tiff'"):
        write_map(Report(title="t", documents=(), entries=()), tmp_path / ".tiff")
    assert list(tmp_path.iterdir()) == []


def test_the_command_refuses_an_unknown_ending_before_it_reads_anything():
    result = CliRunner().invoke(main, ["map", "no-such-report.txt", "-o", ".tiff"])
    assert result.exit_code == 1
    assert "ends in '.tiff'" in result.stderr
    assert "no-such-report" not in result.stderr
