"""The feature kinds that the gazetteer knows, in the order of their codes on disk."""

__all__ = ["ADMINISTRATIVE", "BUILT", "FEATURES", "NAME_KINDS", "PHYSICAL"]

FEATURES = (
    "country",
    "admin1",
    "admin2",
    "admin3",
    "populated place",
    "continent",
    "region",
    "ocean",
    "sea",
    "gulf",
    "strait",
    "lake",
    "river",
    "canal",
    "island",
    "peninsula",
    "mountain range",
    "mountain",
    "desert",
    "valley",
    "plain",
    "forest",
    "undersea feature",
    "park",
    "road",
    "spot",
)
"""Feature kinds; a place's code on disk is its index here. The last ones come with data packs alone."""

ADMINISTRATIVE = frozenset({"country", "admin1", "admin2", "admin3"})
"""Kinds that are administrative areas."""

PHYSICAL = frozenset(FEATURES[FEATURES.index("continent") : FEATURES.index("park")]) - {"region"}
"""Kinds that nature made."""

BUILT = frozenset({"populated place", "park", "road", "spot"})
"""Kinds that people built or laid out; each is shown as a dot."""

NAME_KINDS = ("primary", "alternate", "short", "demonym")
"""Kinds of name; a name's code on disk is its index here."""
