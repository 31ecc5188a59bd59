"""What a setting is, and what is known of its value: where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from geo.holdings import Holdings
from maps.options import MapOptions
from maps.settings.kinds import Kind

__all__ = ["Found", "Layer", "Setting", "Settings"]

Layer = Literal["default", "user", "project", "environment"]
"""Where a value can come from, the weakest first; an argument of a command is stronger than all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting, as it is declared once for files, variables, options and the docs.

    Parameters
    ----------
    name
        Its table and its key: ``"map.theme"``.
    kind
        What its value is.
    meaning
        What it says, in one or two sentences; the help of the option too.
    default
        Its value where nobody gives one; None for none.
    unset
        What holds where there is no value.
    options
        The options of commands that say the same.
    """

    name: str
    kind: Kind
    meaning: str
    default: object = None
    unset: str = ""
    options: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table that holds it."""
        return self.name.partition(".")[0]

    @property
    def variable(self) -> str:
        """The environment's variable that says the same."""
        return f"DATELINE_{self.name.replace('.', '_').upper()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The value of a setting and where it came from.

    Parameters
    ----------
    name
        The name of the setting.
    value
        Its value; None for none.
    layer
        Where it came from.
    where
        The file or the variable; empty for a default.
    """

    name: str
    value: object
    layer: Layer = "default"
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force, each with where it came from.

    Parameters
    ----------
    found
        Each value by the name of its setting, in the order of the declaration.
    notes
        What the user should know of how they were read, a line each.

    Examples
    --------
    >>> from maps.settings import read_settings
    >>> settings = read_settings(folder="/", environ={"DATELINE_MAP_THEME": "dark", "DATELINE_CONFIG_FOLDER": "/no"})
    >>> settings["map.theme"], settings.found["map.theme"].where
    ('dark', 'DATELINE_MAP_THEME')
    >>> settings.map_options().theme
    'dark'
    """

    found: Mapping[str, Found]
    notes: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> object:
        """Give the value of a setting, None for none."""
        return self.found[name].value

    def below(self, name: str) -> dict[str, object]:
        """Give the values of a table whose keys are free, such as ``geocoder.settings``, by key."""
        start = f"{name}."
        return {key.removeprefix(start): one.value for key, one in self.found.items() if key.startswith(start)}

    def map_options(self) -> MapOptions:
        """Give how maps are drawn."""
        from maps.settings.use import map_options  # noqa: PLC0415 - it needs this module

        return map_options(self)

    def holdings(self) -> Holdings:
        """Give the data in force: installed packs and what the configuration lists.

        Raises
        ------
        DatelineError
            When some of it cannot be opened.
        """
        from maps.settings.use import open_holdings  # noqa: PLC0415 - it needs this module

        return open_holdings(self)
