"""Reading a longitude or a latitude as people write them: decimal degrees, degrees with minutes and seconds."""

import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["Degrees", "read_degrees"]

_LONGEST = 60
_NUMBER = r"\d+(?:[.,]\d+)?"
_DEGREES = re.compile(
    rf"""(?P<before>[NSEWO])?\s*(?P<sign>[-+])?\s*(?P<degrees>{_NUMBER})
    (?:\s*(?:[°º:]|\s)\s*(?P<minutes>{_NUMBER})
       (?:\s*(?:['′’:]|\s)\s*(?P<seconds>{_NUMBER})\s*(?:["″”]|''|′′|’’)?|\s*['′’])?
    )?\s*[°º]?\s*(?P<after>[NSEWO])?""",
    re.VERBOSE | re.ASCII,
)
_EXPONENT = re.compile(r"[-+]?\d+(?:\.\d+)?E[-+]?\d+", re.ASCII)
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?", re.ASCII)
_DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})
_SIXTY = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Degrees:
    """A longitude or a latitude, or what stands in its place.

    Parameters
    ----------
    value
        Degrees; of any size, since projected coordinates are told by it.
    axis
        ``"lon"`` or ``"lat"`` where a letter says which it is; else empty.
    """

    value: float
    axis: Literal["lon", "lat", ""] = ""


def read_degrees(text: str) -> Degrees | None:
    """Read one coordinate.

    Parameters
    ----------
    text
        A number with a point or a comma; or degrees, minutes and seconds; with a sign, or a letter of a cardinal point
        in English, Spanish, Portuguese or French (``O`` is west).

    Returns
    -------
    Degrees or None
        None when it is none.

    Examples
    --------
    >>> read_degrees("-73,9"), read_degrees("12° 30' S")
    (Degrees(value=-73.9, axis=''), Degrees(value=-12.5, axis='lat'))
    """
    plain = text.translate(_DASHES).strip().upper()
    if len(plain) > _LONGEST:
        return None
    if _EXPONENT.fullmatch(plain):
        return Degrees(value=float(plain))
    match = _DEGREES.fullmatch(plain)
    found = None if match is None else _of_match(match)
    if found is not None:
        return found
    grouped = _GROUPED.fullmatch(plain)
    if grouped is not None:
        # "450,123.5" and "8.600.000": no degrees, but what tells that they are metres.
        return Degrees(value=float(plain.replace(grouped[1], "").replace(",", ".")))
    return None


def _of_match(match: re.Match[str]) -> Degrees | None:
    letter = match["before"] or match["after"]
    degrees, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    both = match["before"] is not None and match["after"] is not None
    broken = match["minutes"] is not None and degrees != int(degrees)
    if both or broken or minutes >= _SIXTY or seconds >= _SIXTY:
        return None
    value = degrees + minutes / _SIXTY + seconds / _SIXTY**2
    if match["sign"] == "-":
        if letter in {"N", "E"}:
            return None
        value = -value
    elif letter in {"S", "W", "O"}:
        value = -value
    if letter is None:
        return Degrees(value=value)
    return Degrees(value=value, axis="lat" if letter in {"N", "S"} else "lon")
