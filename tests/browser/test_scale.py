"""The scale bar says what a geodesic says, and where it holds."""

import math
import re

import pytest
from crowds import report_of
from pyproj import Geod
from reports import make_entry

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
UNITS = {"m": 1, "km": 1000, "ft": 0.3048, "mi": 1609.344}

# Where the middle of the map is, how many pixels each bar is long, and what it says.
BARS = """() => {
  const map = dateline_map;
  const { y } = map.getSize();
  const lines = [...document.querySelectorAll(".leaflet-control-scale-line")];
  return {
    lat: map.containerPointToLatLng([0, y / 2]).lat,
    perPixel: (map.containerPointToLatLng([100, y / 2]).lng - map.containerPointToLatLng([0, y / 2]).lng) / 100,
    lines: lines.map((line) => [parseFloat(line.style.width), line.textContent]),
    where: document.querySelector(".scale-at").textContent,
    isShown: document.querySelector(".leaflet-control-scale").getClientRects().length > 0,
  };
}"""


def metres_along(lat, width_deg):
    """Give the length of a piece of a parallel, as many short geodesics."""
    pieces = 200
    _, _, length = Geod(ellps="WGS84").inv(0, lat, width_deg / pieces, lat)
    return length * pieces


def look(page, lat, lon, zoom):
    # In braces, so that the map itself is not given back: to write that out takes seconds.
    show = "([lat, lon, zoom]) => { dateline_map.setView([lat, lon], zoom, { animate: false }); }"
    page.evaluate(show, [lat, lon, zoom])
    return page.evaluate(BARS)


def test_bars_are_as_long_as_a_geodesic_says_and_tell_where_they_hold(open_report):
    page = open_report(report_of("There", [make_entry("There", ["There"], lon=-75, lat=-12)]))
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        for lat, zoom in ((0, 5), (-12, 6), (-12, 9), (40, 4), (60, 5), (-54, 8), (70, 7)):
            bars = look(page, lat, -75, zoom)
            for width, text in bars["lines"]:
                number, unit = re.fullmatch(r"([\d,.]+) (\w+)", text).groups()
                said_m = float(number.replace(",", "")) * UNITS[unit]
                assert said_m == pytest.approx(metres_along(bars["lat"], width * bars["perPixel"]), rel=0.02)
        close = look(page, -12, -75, 7)
        assert (close["where"], close["isShown"]) == ("", True)
        for lat, lon, letter in ((-35, -65, "S"), (45, -75, "N")):
            tall = look(page, lat, lon, 4)
            assert tall["where"] == f"at {round(abs(tall['lat']))}° {letter}"


def test_a_view_of_the_world_has_no_bar(open_report):
    entries = [make_entry("There", ["There"], lon=lon, lat=lat) for lon, lat in ((-150, 60), (140, -40), (10, 70))]
    page = open_report(report_of("There", entries))
    assert not page.evaluate(BARS)["isShown"]
    close = look(page, 0, 10, 9)
    assert math.isclose(close["lat"], 0, abs_tol=0.01)
    assert close["isShown"]
