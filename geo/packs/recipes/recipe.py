"""The recipes by the source of their packs."""

from pathlib import Path
from typing import Protocol

from geo.packs.model import PackPlan
from geo.packs.names import PackName
from geo.packs.recipes import geoboundaries, geonames, naturalearth, overture
from geo.packs.recipes.parts import Asker, Built, Work

__all__ = ["RECIPES", "Recipe", "guess_name"]


class Recipe(Protocol):
    """How the packs of a source are made."""

    def plan(self, name: PackName, asker: Asker) -> PackPlan:
        """Ask the source what a pack takes, and what is to be known of it."""
        ...

    def plan_files(self, name: PackName, path: Path) -> PackPlan:
        """Say what a pack is made from when the user has its file."""
        ...

    def guess(self, path: Path) -> PackName | None:
        """Give the pack that a file is, by the file's name; None when it is none of the source's."""
        ...

    def make(self, work: Work) -> Built:
        """Make the pack."""
        ...


RECIPES: dict[str, Recipe] = {
    "geonames": geonames,
    "geoboundaries": geoboundaries,
    "naturalearth": naturalearth,
    "overture": overture,
}
"""Every recipe, by the source that the names of its packs begin with."""


def guess_name(path: Path) -> PackName | None:
    """Give the pack that a file of the user's is, by the file's name; None when no recipe knows it.

    Examples
    --------
    >>> str(guess_name(Path("/home/ana/PE.zip")))
    'geonames:PE'
    """
    return next((name for recipe in RECIPES.values() if (name := recipe.guess(path))), None)
