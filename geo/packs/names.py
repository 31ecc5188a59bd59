"""The names of data packs: ``geonames:PE``, ``geoboundaries:PER:ADM3:gbHumanitarian``, ``naturalearth:lakes``."""

import difflib
import re
from dataclasses import dataclass

from geo.errors import DataPackError

__all__ = ["COUNTRY_LEVELS", "LAYERS", "RELEASES", "PackName", "alpha2", "alpha3", "parse_name"]

RELEASES = ("gbOpen", "gbHumanitarian", "gbAuthoritative")
"""The releases of geoBoundaries, the most open one first."""

COUNTRY_LEVELS = ("ADM0", "ADM1", "ADM2", "ADM3")
"""The levels of geoBoundaries that maps have a level for, the country first."""

LAYERS = ("rivers", "lakes", "regions", "states", "disputed")
"""The layers of Natural Earth that are packs."""

_SOURCES = {
    "geonames": "geonames:PE for a country, geonames:all for the world",
    "geoboundaries": "geoboundaries:PER:ADM3, with :gbHumanitarian or :gbAuthoritative for another release",
    "naturalearth": ", ".join(f"naturalearth:{layer}" for layer in LAYERS),
    "overture": "overture:PE",
}
# Codes of three letters that CLDR knows still and ISO 3166-1 has withdrawn, beside those that took their place, and
# those that it leaves to whoever uses them.
_NO_COUNTRY = re.compile("BUR|DDR|FXX|TMP|YMD|ZAR|AA.|Q[M-Z].|X..|ZZ.")
# Kosovo has no code of ISO's; this is the one that geoBoundaries and others use.
_KOSOVO = {"XKX": "XK"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackName:
    """The name of a data pack.

    Parameters
    ----------
    source
        ``"geonames"``, ``"geoboundaries"``, ``"naturalearth"`` or ``"overture"``.
    parts
        What it says of the pack, in the source's own spelling.
    """

    source: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        """Give the name as one writes it."""
        shown = self.parts[:2] if self.parts[2:] == RELEASES[:1] else self.parts
        return ":".join((self.source, *shown))

    @property
    def slug(self) -> str:
        """Give the name as part of a folder's name.

        Examples
        --------
        >>> parse_name("geonames:PE").slug
        'geonames-pe'
        """
        return re.sub(r"[^a-z0-9]+", "-", ":".join((self.source, *self.parts)).lower())


def _codes() -> dict[str, str]:
    """Give alpha-2 codes by alpha-3 code."""
    from babel.core import get_global  # noqa: PLC0415 - only who names a country pays for it

    aliases = get_global("territory_aliases")
    three = {code: new[0] for code, new in aliases.items() if re.fullmatch("[A-Z]{3}", code) and len(new) == 1}
    return {code: two for code, two in three.items() if not _NO_COUNTRY.fullmatch(code)} | _KOSOVO


def alpha2(code: str) -> str:
    """Give the ISO 3166-1 alpha-2 code of a country.

    Parameters
    ----------
    code
        Its code of two or three letters, in any case.

    Raises
    ------
    DataPackError
        When no country has it.

    Examples
    --------
    >>> alpha2("per"), alpha2("PE")
    ('PE', 'PE')
    """
    upper = code.upper()
    known = _codes()
    if upper in known:
        return known[upper]
    if upper in known.values():
        return upper
    message = f"no country has the code {code!r}: give an ISO 3166-1 code, such as PE or PER"
    raise DataPackError(message)


def alpha3(code: str) -> str:
    """Give the ISO 3166-1 alpha-3 code of a country, from its code of two or three letters in any case.

    Examples
    --------
    >>> alpha3("pe")
    'PER'
    """
    two = alpha2(code)
    return next(three for three, other in _codes().items() if other == two)


def parse_name(text: str) -> PackName:
    """Read the name of a data pack.

    Parameters
    ----------
    text
        The name; a country may be written with two or three letters, and capitals do not matter.

    Raises
    ------
    DataPackError
        When there can be no such pack.

    Examples
    --------
    >>> str(parse_name("geonames:per")), str(parse_name("geoboundaries:PE:adm3"))
    ('geonames:PE', 'geoboundaries:PER:ADM3')
    """
    source, *parts = text.strip().split(":")
    source = source.lower()
    match source, parts:
        case "geonames", [code]:
            return PackName(source=source, parts=("all" if code.lower() == "all" else alpha2(code),))
        case "geoboundaries", [code, level, *release] if len(release) <= 1:
            named = _choose(text, release[0] if release else RELEASES[0], RELEASES)
            return PackName(source=source, parts=(alpha3(code), _choose(text, level, COUNTRY_LEVELS), named))
        case "naturalearth", [layer]:
            return PackName(source=source, parts=(_choose(text, layer, LAYERS),))
        case "overture", [code]:
            return PackName(source=source, parts=(alpha2(code),))
    raise DataPackError(_no_such_pack(text, source))


def _choose(text: str, given: str, known: tuple[str, ...]) -> str:
    for one in known:
        if one.lower() == given.lower():
            return one
    message = f"there is no data pack {text!r}: {given!r} is not one of {', '.join(known)}"
    raise DataPackError(message)


def _no_such_pack(text: str, source: str) -> str:
    near = difflib.get_close_matches(source, _SOURCES, n=1)
    hint = f"write {_SOURCES[near[0]]}" if near else "'dateline data list' shows what there is"
    return f"there is no data pack {text!r}: {hint}"
