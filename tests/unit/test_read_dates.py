import datetime as dt

import pytest

from geo.read.dates import find_date, is_date_line

CHRISTMAS = dt.date(2014, 12, 15)


@pytest.mark.parametrize(
    "line",
    [
        "15 December 2014",
        "December 15, 2014",
        "Dec. 15, 2014",
        "Monday, December 15th, 2014",
        "15 de diciembre de 2014",
        "Lunes, 15 de diciembre del 2014",
        "15 dic. 2014",
        "2014-12-15",
        "2014-12-15T10:30:00Z",
        "2014/12/15",
        "Published: 15 December 2014",
        "Fecha: 15 de diciembre de 2014",
        "December 15, 2014 at 10:30 a.m. EST",
        "(15 December 2014)",
        "LIMA, 15 December 2014 — Police said on 3 March 2012 that",
        "LIMA (Reuters), December 15, 2014 - Police said",
        "Lima, December 15, 2014 (Reuters) – Police said",
        "Lima, 15 de diciembre de 2014.- La policía dijo",
        "By A. Writer | December 15, 2014",
        "By A. Writer · Updated 15 December 2014",
        "Puno, 15 de diciembre de 2014",
    ],
)
def test_lines_that_date_a_report(line):
    assert find_date(f"A title\n\n{line}\n\nBody.") == CHRISTMAS


@pytest.mark.parametrize(
    "line",
    [
        "On Monday, December 15, 2014, the river rose.",
        "In Lima, 15 December 2014 was a cold day.",
        "03/04/2019",
        "December 2014",
        "31 February 2014",
        "99 December 2014",
        "2014-13-15",
        "2014-12-155",
        "15 Decembers 2014",
        "15 Dezember 2014",
        "December 15",
        "x" * 300 + " 15 December 2014",
    ],
)
def test_lines_that_do_not(line):
    assert find_date(f"A title\n\n{line}\n\nBody.") is None


def test_only_the_top_is_looked_at():
    assert find_date("Line.\n" * 12 + "15 December 2014") is None
    assert find_date("Line.\n" * 11 + "15 December 2014") == CHRISTMAS


def test_the_first_date_counts():
    assert find_date("15 December 2014\n16 December 2014") == CHRISTMAS


def test_a_date_line_is_a_date_and_nothing_else():
    assert is_date_line("  15 December 2014 ")
    assert not is_date_line("Lima, 15 December 2014")
    assert not is_date_line("x" * 300)
    assert not is_date_line("")
