"""Checks of the values of a TOML table, which gather what is wrong instead of stopping at the first fault."""

import difflib
import re
import reprlib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["Checks", "short", "show_path"]

_LONGEST_TEXT = 5000
_LIKE = 0.7


class Checks:
    """What is wrong with a file, gathered key by key.

    Attributes
    ----------
    faults
        What is wrong, in words, each with the key that it stands at.

    Examples
    --------
    >>> checks = Checks()
    >>> checks.keys({"nmae": "Sahel"}, ["name", "note"])
    >>> checks.faults
    ["the key 'nmae' is not known: did you mean 'name'?"]
    """

    __slots__ = ("faults",)

    def __init__(self) -> None:
        self.faults: list[str] = []

    def add(self, where: str, what: str) -> None:
        """Add a fault at a key."""
        self.faults.append(f"{where}: {what}")

    def keys(
        self, table: Mapping[str, Any], known: Sequence[str], where: str = "", *, meant: Mapping[str, str] | None = None
    ) -> None:
        """Find the keys of a table that are not known; `meant` says what is likely meant by some of them."""
        for key in table:
            if key not in known:
                guess = (meant or {}).get(key) or next(
                    iter(difflib.get_close_matches(key, known, n=1, cutoff=_LIKE)), ""
                )
                hint = f"did you mean {guess!r}?" if guess in known else f"there are {', '.join(known)}"
                at = f"the key {short(f'{where}.{key}' if where else key)}"
                self.faults.append(f"{at} is not known: {hint}")

    def text(
        self,
        value: object,
        where: str,
        *,
        form: re.Pattern[str] | None = None,
        like: str = "",
    ) -> str:
        """Give a text; an empty one, and a fault, for anything else and for what has another form."""
        if not isinstance(value, str):
            self.add(where, f"{short(value)} is no text: write it in quotes")
        elif len(value) > _LONGEST_TEXT:
            self.add(where, f"a text of {len(value):,} letters is too long")
        elif form is not None and not form.fullmatch(value):
            self.add(where, f"{short(value)} is not like {like}")
        else:
            return value.strip()
        return ""

    def table(self, value: object, where: str) -> dict[str, Any]:
        """Give a table; an empty one, and a fault, for anything else."""
        if isinstance(value, dict):
            return value
        self.add(where, f"{short(value)} is no table of keys")
        return {}

    def rows(self, value: object, where: str) -> list[Any]:
        """Give a list; an empty one, and a fault, for anything else."""
        if isinstance(value, list):
            return value
        self.add(where, f"{short(value)} is no list: write it in square brackets")
        return []

    def texts(self, value: object, where: str) -> tuple[str, ...]:
        """Give a list of texts that are not empty."""
        found = [self.text(one, where) for one in self.rows(value, where)]
        if isinstance(value, list) and any(isinstance(one, str) and not one.strip() for one in value):
            self.add(where, "a text in it is empty")
        return tuple(one for one in found if one)

    def truth(self, value: object, where: str) -> bool:
        """Give true or false."""
        if not isinstance(value, bool):
            self.add(where, f"{short(value)} is neither true nor false")
        return value is True

    def number(self, value: object, where: str) -> float:
        """Give a number; 0, and a fault, for anything else."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.add(where, f"{short(value)} is no number")
        return 0.0

    def choice(self, value: object, where: str, known: Collection[str]) -> str:
        """Give one of the words that are known; an empty one, and a fault with a suggestion, for any other."""
        if isinstance(value, str) and value in known:
            return value
        guess = next(iter(difflib.get_close_matches(str(value), known, n=1, cutoff=_LIKE)), "")
        hint = f"did you mean {guess!r}?" if guess else f"choose from {', '.join(known)}"
        self.add(where, f"{short(value)} is not known: {hint}")
        return ""


def short(value: object) -> str:
    """Give a value as a message quotes it: escaped, and cut when it is long.

    Examples
    --------
    >>> short("a" * 100)
    "'aaaaaaaaaaaa...aaaaaaaaaaaaa'"
    """
    return reprlib.repr(value)


def show_path(path: Path | str) -> str:
    r"""Give a path as a message shows it, with nothing in it that a terminal obeys.

    Parameters
    ----------
    path
        A file or a folder.

    Examples
    --------
    >>> print(show_path("zones\x1b[31m/a.toml"))
    zones\x1b[31m/a.toml
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in str(path))
