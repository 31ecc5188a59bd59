import pytest
from attacks import ATTACKS
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.own.points import Degrees, read_degrees


@pytest.mark.parametrize(
    ("text", "value", "axis"),
    [
        ("-73.9", -73.9, ""),
        ("-73,9", -73.9, ""),
        ("+73.9", 73.9, ""),
        ("\u221273.9", -73.9, ""),
        ("\u00a0 73.9 ", 73.9, ""),
        ("73", 73.0, ""),
        ("-7.39E+01", -73.9, ""),
        ("73.9 W", -73.9, "lon"),
        ("73.9°O", -73.9, "lon"),
        ("E 73.9", 73.9, "lon"),
        ("12.5S", -12.5, "lat"),
        ("-12.5 S", -12.5, "lat"),
        ("N12,5", 12.5, "lat"),
        ("73° 54' 36\" W", -73.91, "lon"),
        ("73°54′36″W", -73.91, "lon"),
        ("73º 54' 36'' O", -73.91, "lon"),
        ("73 54 36 W", -73.91, "lon"),
        ("-73:54:36", -73.91, ""),
        ("12° 30' S", -12.5, "lat"),
        ("12° 30,5' S", -12.508333333333333, "lat"),
        ("0° 30' 0\" S", -0.5, "lat"),
        ("8,600,000", 8_600_000.0, ""),
        ("8.600.000,5", 8_600_000.5, ""),
        ("450 123", 450_123.0, ""),
        ("450000", 450_000.0, ""),
    ],
)
def test_what_people_write_is_read(text, value, axis):
    found = read_degrees(text)
    assert found.value == pytest.approx(value)
    assert found.axis == axis


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "abc", "-", "W", "N 12 S", "-12 N", "12.5° 30'", "12° 60'", "12° 30' 61\"", "1 2 3 4", "nan", "inf"),
        *("9" * 61, "٧٣.٩", "12..5", "--12", "0x10", "1_000"),
        *ATTACKS,
    ],
)
def test_what_is_no_coordinate_is_none(text):
    assert read_degrees(text) is None


@given(st.floats(-180, 180, allow_nan=False))
def test_any_number_is_read_as_python_writes_it(value):
    assert read_degrees(str(value)) == Degrees(value=value)
    assert read_degrees(f"{value:.6f}".replace(".", ",")) == Degrees(value=float(f"{value:.6f}"))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    found = read_degrees(text)
    assert found is None or found.value == pytest.approx(found.value)


@given(st.integers(0, 179), st.integers(0, 59), st.integers(0, 59), st.sampled_from("EWO"))
def test_degrees_with_minutes_and_seconds_are_what_they_say(degrees, minutes, seconds, letter):
    found = read_degrees(f"{degrees}°{minutes}'{seconds}\"{letter}")
    whole = degrees * 3600 + minutes * 60 + seconds
    assert found.axis == "lon"
    assert round(found.value * 3600) == (whole if letter == "E" else -whole)
