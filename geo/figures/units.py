"""Units, currencies and shares: the symbols that figures carry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geo.figures.languages import words_for
from geo.report import FigureKind

__all__ = ["CURRENCY", "SHORT_SCALES", "Unit", "match_unit", "read_currency"]

_CURRENCIES: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "U$S": "USD", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "PEN": "PEN", "S/.": "PEN",
    "S/": "PEN", "R$": "BRL", "BRL": "BRL", "RD$": "DOP", "MX$": "MXN", "MXN": "MXN", "COP": "COP", "CLP": "CLP",
    "ARS": "ARS", "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "CA$": "CAD", "CAD": "CAD", "C$": "C$", "NZ$": "NZD",
    "HK$": "HKD", "NT$": "TWD", "CHF": "CHF", "JPY": "JPY", "CNY": "CNY", "INR": "INR", "BOB": "BOB", "Bs.": "Bs",
    "Bs": "Bs", "Rs.": "rupee", "Rs": "rupee", "€": "EUR", "£": "GBP", "¥": "¥", "₹": "INR", "₦": "NGN", "₲": "PYG",
    "₡": "CRC", "$": "$",
}  # fmt: skip
CURRENCY = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
"""The inside of a regular expression for a currency's sign before a number."""

SHORT_SCALES: Mapping[str, int] = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "MM": 10**6, "b": 10**9,
    "B": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
"""Scales that are written behind an amount of money: "€3m"."""

# Written alike in all languages, small and capital letters apart.
_SYMBOLS: Mapping[str, str] = {
    "km²": "km2", "km2": "km2", "m²": "m2", "m2": "m2", "m³": "m3", "m3": "m3", "hm³": "hm3", "hm3": "hm3",
    "km³": "km3", "m³/s": "m3/s", "m3/s": "m3/s", "km/h": "km/h", "kph": "km/h", "mph": "mph", "km": "km", "Km": "km",
    "cm": "cm", "mm": "mm", "m": "m", "mts": "m", "kg": "kg", "Kg": "kg", "kgs": "kg", "t": "t", "TM": "t", "ha": "ha",
    "Ha": "ha", "MW": "MW", "GW": "GW", "kW": "kW", "MWh": "MWh", "GWh": "GWh", "kWh": "kWh", "TWh": "TWh",
    "°C": "°C", "ºC": "°C", "° C": "°C", "º C": "°C", "°F": "°F", "C": "°C", "F": "°F", "lb": "lb", "ft": "ft",
    "mi": "mi", "msnm": "m", "m.s.n.m.": "m", "m s. n. m.": "m", "m.s.n.m": "m",
}  # fmt: skip
# A letter that stands for a unit only where it is written on to the number.
_GLUED_ONLY = frozenset("CF")
_MONEY_SYMBOLS: Mapping[str, str] = {"€": "EUR", "£": "GBP", "USD": "USD", "EUR": "EUR", "FCFA": "CFA", "PEN": "PEN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit behind a number.

    Parameters
    ----------
    symbol
        ``"t"``, ``"%"``, ``"PEN"``, ``"year"``.
    kind
        What a number with it says.
    end
        Where its words end in the text, in characters.
    is_hyphened
        Whether it is written on with a hyphen: "12-km".
    """

    symbol: str
    kind: FigureKind
    end: int
    is_hyphened: bool


def read_currency(sign: str) -> str:
    """Give the code of a currency's sign, or the sign itself where several currencies have it.

    Parameters
    ----------
    sign
        What :data:`CURRENCY` matches.

    Examples
    --------
    >>> read_currency("S/"), read_currency("$")
    ('PEN', '$')
    """
    return _CURRENCIES[sign]


@cache
def _tables(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[str, FigureKind]]]:
    words = words_for(language)
    table: dict[str, tuple[str, FigureKind]] = {}
    for names, kind in ((words.units, "quantity"), (words.durations, "period"), (words.money, "money")):
        table |= {name.lower(): (symbol, kind) for name, symbol in names.items()}  # type: ignore[misc]
    names_pattern = "|".join(_spaced(name) for name in sorted(table, key=len, reverse=True))
    symbols = "|".join(re.escape(name) for name in sorted({*_SYMBOLS, *_MONEY_SYMBOLS}, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<gap>\s{{0,2}}|-)(?:(?P<symbol>{symbols})(?![\w²³])"
        rf"|(?P<share>%|(?i:{words.percent_pattern})\b)|(?P<name>(?i:{names_pattern}))\b)"
    )
    return pattern, table


def _spaced(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s+")


def match_unit(text: str, start: int, end: int, *, language: str) -> Unit | None:
    """Give the unit that stands right behind a number.

    Parameters
    ----------
    text
        The text.
    start, end
        Where the number ends, and where to stop looking, in characters.
    language
        Code of the language.

    Examples
    --------
    >>> match_unit("30,349 hectares of coca", 6, 23, language="en")
    Unit(symbol='ha', kind='quantity', end=15, is_hyphened=False)
    """
    pattern, table = _tables(language)
    match = pattern.match(text, start, end)
    if match is None:
        return None
    gap, kind = match["gap"], "quantity"
    if match["share"]:
        return Unit(symbol="%", kind="share", end=match.end(), is_hyphened=gap == "-")
    if match["symbol"]:
        sign = match["symbol"]
        if sign in _GLUED_ONLY and gap:
            return None
        money = _MONEY_SYMBOLS.get(sign)
        symbol = money or _SYMBOLS[sign]
        return Unit(symbol=symbol, kind="money" if money else "quantity", end=match.end(), is_hyphened=gap == "-")
    if not gap:
        return None
    symbol, kind = table[" ".join(match["name"].lower().split())]
    return Unit(symbol=symbol, kind=kind, end=match.end(), is_hyphened=gap == "-")
