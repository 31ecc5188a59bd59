"""Files of one's own that a configuration lists, each a table of its own: ``[[data.boundaries]]``."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from geo.errors import ConfigurationError
from maps.settings.kinds import Kind, fail, join_name, show_value, suggest

__all__ = ["BoundaryFile", "GazetteerFile", "Key", "Records"]

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerFile:
    """A gazetteer of one's own, as :meth:`geo.gazetteer.own.OwnGazetteer.open` takes it.

    Parameters
    ----------
    file
        The file.
    mode
        Whether its places win over the others of their name, or are added to them.
    fields
        Which column holds what, where it is not found right.
    source, version, licence
        Where its places come from, which edition, and how they may be used; empty when not said.
    """

    file: Path
    mode: Literal["win", "add"] = "win"
    fields: Pairs = ()
    source: str = ""
    version: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryFile:
    """Boundaries of one's own, as :meth:`geo.boundaries.OwnBoundaries.open` takes them.

    Parameters
    ----------
    file
        The file.
    level
        The level of its areas; None to find out.
    fields
        Which column holds what, where it is not found right.
    source, version, licence
        Where they come from, which edition, and how they may be used; empty for what the file says.
    country
        ISO 3166-1 alpha-2 code of the country that they divide; empty to find out.
    """

    file: Path
    level: str | None = None
    fields: Pairs = ()
    source: str = ""
    version: str = ""
    licence: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of a record.

    Parameters
    ----------
    name
        The key.
    kind
        What its value is.
    meaning
        What it says, one sentence.
    """

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A list of tables that name a file each.

    Parameters
    ----------
    make
        What makes a record of its values by key.
    keys
        The keys that a table may have; ``file`` it must have.
    """

    make: Callable[..., Any]
    keys: tuple[Key, ...]

    @property
    def allowed(self) -> str:
        """What may be given."""
        return "a table for each file, which starts with the name in [[ ]]"

    def read(self, value: object, *, name: str, base: Path) -> tuple[object, ...]:
        """Give a record a table."""
        if not isinstance(value, list):
            raise fail(name, value, self.allowed)
        return tuple(
            self._read_one(one, name=f"{name}[{number}]", base=base) for number, one in enumerate(value, start=1)
        )

    def parse(self, text: str, *, name: str, base: Path) -> tuple[object, ...]:
        """Give a record for each file of a list that is parted as ``PATH`` is."""
        files = [part for part in text.split(os.pathsep) if part.strip()]
        return self.read([{"file": part} for part in files], name=name, base=base)

    def _read_one(self, value: object, *, name: str, base: Path) -> object:
        if not isinstance(value, Mapping):
            raise fail(name, value, self.allowed)
        known = {key.name: key for key in self.keys}
        for key in value:
            if key not in known:
                hint = suggest(key, list(known)) or f"; a table there takes {', '.join(known)}"
                message = f"there is no setting {join_name(name, key)}{hint}"
                raise ConfigurationError(message)
        if "file" not in value:
            message = f"{name} names no file: give file = {show_value('places.csv')}"
            raise ConfigurationError(message)
        return self.make(
            **{key: known[key].kind.read(one, name=f"{name}.{key}", base=base) for key, one in value.items()}
        )
