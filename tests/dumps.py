"""Lines of GeoNames' dumps, and a base to merge them with."""

from dataclasses import replace

from mini_gazetteer import ALDORIA, ESTERHOLT, HILLSHIRE, NORVALE, ROWS, SUDMARK, write_mini_gazetteer

from geo.gazetteer.compile.places import COLUMNS

CODES = {NORVALE: "XA.01", SUDMARK: "XA.02", HILLSHIRE: "XA.01.07"}


def write_base(folder):
    """Write the two invented countries with GeoNames' codes, and a default sense; give the folder."""
    rows = list(ROWS)
    for number, code in CODES.items():
        rows[number] = replace(rows[number], codes=rows[number].codes | {"geonames": code})
    rows[ESTERHOLT] = replace(rows[ESTERHOLT], codes={"default": "esterholt"})
    assert rows[ALDORIA].codes == {"iso3166-1": "XA"}
    return write_mini_gazetteer(folder, tuple(rows))


def make_line(geonameid, name, kind="P.PPL", **fields):
    """Give a line of a dump: a place of Hillshire in Norvale unless told otherwise."""
    feature_class, _, code = kind.partition(".")
    told = {
        "geonameid": str(geonameid),
        "name": name,
        "asciiname": name if name.isascii() else "",
        "latitude": "52.11",
        "longitude": "10.22",
        "feature_class": feature_class,
        "feature_code": code,
        "country": "XA",
        "admin1": "01",
        "admin2": "07",
        "population": "0",
        "dem": "12",
        "timezone": "Europe/Berlin",
        "modified": "2026-01-02",
    } | {field: str(value) for field, value in fields.items()}
    return "\t".join(told.get(column, "") for column in COLUMNS)


def make_name(geonameid, name, language="", *, short="", historic="", colloquial=""):
    """Give a line of a table of alternate names."""
    return "\t".join(["1", str(geonameid), language, name, "", short, colloquial, historic, "", ""])


def write_lines(path, lines):
    """Write lines as the dumps have them; give the path."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
