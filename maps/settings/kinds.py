"""The kinds of values that settings have: how each is read from a file and from a variable, and what it allows."""

import math
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Protocol

from geo.errors import ConfigurationError

__all__ = [
    "Choice",
    "Flag",
    "Folder",
    "Folders",
    "Kind",
    "Number",
    "Pairs",
    "Text",
    "Whole",
    "fail",
    "join_name",
    "show_value",
    "suggest",
]

_SHOWN_CHARACTERS = 60
_MOST_BITS = 200
_FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class Kind(Protocol):
    """A kind of value. What it refuses, it refuses in a line that names the setting, the value and what is allowed."""

    @property
    def allowed(self) -> str:
        """What may be given, in words that follow "give"."""
        ...

    def read(self, value: object, *, name: str, base: Path) -> object:
        """Give the value for what a TOML file says; relative paths start at `base`."""
        ...

    def parse(self, text: str, *, name: str, base: Path) -> object:
        """Give the value for the text of a variable."""
        ...


def show_value(value: object) -> str:
    r"""Give a value as a message shows it: on one short line, with nothing that a terminal obeys.

    Examples
    --------
    >>> show_value("\x1b[31m"), show_value(True), show_value([1, 2])
    ("'\\x1b[31m'", 'true', 'a list')
    """
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "a table"
        case list() | tuple():
            return "a list"
        case int() if value.bit_length() > _MOST_BITS:  # Python would refuse to write it out
            return "a number of very many digits"
    shown = repr(value[: _SHOWN_CHARACTERS + 1] if isinstance(value, str) else value)
    return shown if len(shown) <= _SHOWN_CHARACTERS else shown[: _SHOWN_CHARACTERS - 1] + "…"


def join_name(name: str, key: str) -> str:
    r"""Give the full name of a key in a table, as messages show it.

    Examples
    --------
    >>> print(join_name("map", "theme"), join_name("map", "a\x1bb"))
    map.theme map.'a\x1bb'
    """
    return f"{name}.{key if re.fullmatch('[A-Za-z0-9_-]{1,60}', key) else show_value(key)}"


def suggest(word: str, known: Sequence[str], *, least: float = 0.6) -> str:
    """Give ``"; did you mean …?"`` where a known word is close to one that is not, else nothing.

    Parameters
    ----------
    word
        What was given.
    known
        What could have been.
    least
        How alike they must be, 0 to 1.

    Examples
    --------
    >>> suggest("drak", ["dark", "light"]), suggest("blue", ["dark", "light"])
    ("; did you mean 'dark'?", '')
    """
    by_lower = {one.lower(): one for one in known}
    close = get_close_matches(word[:_SHOWN_CHARACTERS].lower(), by_lower, n=1, cutoff=least)
    return f"; did you mean {by_lower[close[0]]!r}?" if close else ""


def fail(name: str, value: object, allowed: str) -> ConfigurationError:
    """Give the error that says which setting has which value, and what to give.

    Examples
    --------
    >>> print(fail("map.width", 3, "a whole number from 200 to 10000"))
    map.width is 3: give a whole number from 200 to 10000
    """
    return ConfigurationError(f"{name} is {show_value(value)}: give {allowed}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words in quotes; `metavar` is what help calls them."""

    metavar: str = "TEXT"

    @property
    def allowed(self) -> str:
        """What may be given."""
        return "text, in quotes"

    def read(self, value: object, *, name: str, base: Path) -> str:  # noqa: ARG002 - as every kind
        """Give the text."""
        if not isinstance(value, str) or not _can_be_written(value):
            raise fail(name, value, self.allowed)
        return value

    def parse(self, text: str, *, name: str, base: Path) -> str:
        """Give the text as it is."""
        return self.read(text, name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few words."""

    values: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """What may be given."""
        return f"one of {', '.join(self.values)}"

    def read(self, value: object, *, name: str, base: Path) -> str:  # noqa: ARG002 - as every kind
        """Give the word."""
        if not isinstance(value, str) or value not in self.values:
            hint = suggest(value, self.values) if isinstance(value, str) else ""
            raise fail(name, value, f"{self.allowed}{hint}")
        return value

    def parse(self, text: str, *, name: str, base: Path) -> str:
        """Give the word."""
        return self.read(text.strip(), name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """True or false."""

    @property
    def allowed(self) -> str:
        """What may be given."""
        return "true or false"

    def read(self, value: object, *, name: str, base: Path) -> bool:  # noqa: ARG002 - as every kind
        """Give the flag."""
        if not isinstance(value, bool):
            raise fail(name, value, f"{self.allowed}, without quotes")
        return value

    def parse(self, text: str, *, name: str, base: Path) -> bool:  # noqa: ARG002 - as every kind
        """Give the flag for a word such as true, no, on or 0."""
        flag = _FLAGS.get(text.strip().lower())
        if flag is None:
            raise fail(name, text, self.allowed)
        return flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number between bounds, both included."""

    least: int
    most: int

    @property
    def allowed(self) -> str:
        """What may be given."""
        return f"a whole number from {self.least} to {self.most}"

    def read(self, value: object, *, name: str, base: Path) -> int:  # noqa: ARG002 - as every kind
        """Give the number."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise fail(name, value, self.allowed)
        return value

    def parse(self, text: str, *, name: str, base: Path) -> int:
        """Give the number."""
        if not re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", text):
            raise fail(name, text, self.allowed)
        return self.read(int(text), name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number between bounds, both included."""

    least: float
    most: float

    @property
    def allowed(self) -> str:
        """What may be given."""
        return f"a number from {self.least:g} to {self.most:g}"

    def read(self, value: object, *, name: str, base: Path) -> float:  # noqa: ARG002 - as every kind
        """Give the number."""
        # Compared before it is made a float: a TOML file may hold a whole number that is too large for one.
        if isinstance(value, bool) or not isinstance(value, int | float) or not self.least <= value <= self.most:
            raise fail(name, value, self.allowed)
        return float(value)

    def parse(self, text: str, *, name: str, base: Path) -> float:
        """Give the number."""
        try:
            number = float(text)
        except ValueError:
            raise fail(name, text, self.allowed) from None
        if not math.isfinite(number):
            raise fail(name, text, self.allowed)
        return self.read(number, name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A path of a folder or a file, or one of a few words; whether it is there is seen when it is opened."""

    what: str = "folder"
    words: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """What may be given."""
        words = "".join(f", or {word}" for word in self.words)
        return f"the path of a {self.what}, in quotes{words}"

    def read(self, value: object, *, name: str, base: Path) -> Path | str:
        """Give the path, absolute; ``~`` is the user's home."""
        if isinstance(value, str) and value in self.words:
            return value
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise fail(name, value, self.allowed)
        try:
            return base / Path(value).expanduser()
        except RuntimeError:  # nobody knows the home of that user
            raise fail(name, value, self.allowed) from None

    def parse(self, text: str, *, name: str, base: Path) -> Path | str:
        """Give the path."""
        return self.read(text, name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """A list of folders, the first the strongest."""

    @property
    def allowed(self) -> str:
        """What may be given."""
        return 'a list of folders, such as ["regions"]'

    def read(self, value: object, *, name: str, base: Path) -> tuple[Path | str, ...]:
        """Give the paths."""
        if not isinstance(value, list):
            raise fail(name, value, self.allowed)
        return tuple(
            Folder().read(one, name=f"{name}[{number}]", base=base) for number, one in enumerate(value, start=1)
        )

    def parse(self, text: str, *, name: str, base: Path) -> tuple[Path | str, ...]:
        """Give the paths of a list that is parted as ``PATH`` is."""
        return self.read([part for part in text.split(os.pathsep) if part.strip()], name=name, base=base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """A table of words, such as which column of a file holds what; `keys` are those that it may have, () for any."""

    keys: tuple[str, ...] = field(default=())

    @property
    def allowed(self) -> str:
        """What may be given."""
        return 'a table of words, such as { name = "NOMBRE" }'

    def read(self, value: object, *, name: str, base: Path) -> tuple[tuple[str, str], ...]:
        """Give the pairs in the order of the file."""
        if not isinstance(value, dict):
            raise fail(name, value, self.allowed)
        for key in value:
            if self.keys and key not in self.keys:
                message = f"there is no {show_value(key)} in {name}: it takes {', '.join(self.keys)}"
                raise ConfigurationError(message + suggest(key, self.keys))
        return tuple((key, Text().read(one, name=join_name(name, key), base=base)) for key, one in value.items())

    def parse(self, text: str, *, name: str, base: Path) -> tuple[tuple[str, str], ...]:
        """Give the pairs of ``"code=IDDIST,name=NOMBDIST"``."""
        found = {}
        for part in text.split(","):
            key, sign, value = (piece.strip() for piece in part.partition("="))
            if not (key and sign and value):
                raise fail(name, text, "pairs such as code=IDDIST,name=NOMBDIST")
            found[key] = value
        return self.read(found, name=name, base=base)


def _can_be_written(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
