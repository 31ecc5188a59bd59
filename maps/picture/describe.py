"""What a picture shows, in words, for readers who do not see it."""

from collections.abc import Mapping
from typing import Any

from maps.citations import list_origins
from maps.words import count_words, format_number

__all__ = ["describe_picture", "describe_rights"]

Facts = Mapping[str, Any]

_NAMES = 30


def describe_picture(facts: Facts) -> str:
    """Give what a reader who does not see the picture is told: what it is of, and which places are on it.

    Parameters
    ----------
    facts
        The words of the report.
    """
    words, places = facts["words"], facts["places"]
    names = [place["chain"] if place["where"] else place["name"] for place in places[:_NAMES]]
    rest = len(places) - len(names)
    more = [count_words(words["and_more_places"], rest, facts["language"])] if rest else []
    listed = "; ".join([*names, *more])
    told = f"{words['map']}: {facts['title']}. {facts['summary']}{': ' if listed else ''}{listed}."
    return f"{told} {_describe_shading(facts)}." if facts["shading"] else told


def describe_rights(facts: Facts) -> str:
    """Give whose data the picture shows: the citations, then the places and outlines by where they come from.

    Parameters
    ----------
    facts
        The words of the report.
    """
    return " ".join([*(source["citation"] for source in facts["sources"]), *(f"{one}." for one in list_origins(facts))])


def _describe_shading(facts: Facts) -> str:
    """Give how often each of the areas that are named most is named."""
    words, shading = facts["words"], facts["shading"]
    counts = [
        f"{area['name']} ({format_number(area['count'], facts['language'])})" for area in shading["areas"][:_NAMES]
    ]
    heading = words[f"shaded_{shading['level']}"]
    return f"{heading}: {', '.join(counts)}"
