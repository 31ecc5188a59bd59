"""Looking up one name outside any document: ``"Villa Rica, Peru"``."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from geo.errors import ConfigurationError
from geo.gazetteer import Gazetteer
from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.describe import describe_row
from geo.resolve.groups import Group
from geo.resolve.place import Alternative
from geo.resolve.signs import own_signs
from geo.resolve.weights import shipped_weights

__all__ = ["read_published", "search_places"]

# How much likelier a place of the user's own is than any other, in powers of e.
_WON = 10.0


def _as_group(gazetteer: Gazetteer, query: str) -> Group:
    """Read a query as a name and the regions that hold it, unless the whole of it is a name."""
    parts = [part.strip() for part in query.split(",") if fold(part)]
    whole = fold(query)
    if len(parts) < 2 or whole in gazetteer:  # noqa: PLR2004 - a name and its region
        return Group(name=query, text=query, folded=whole)
    return Group(name=parts[0], text=parts[0], folded=fold(parts[0]), hints=tuple(parts[1:]))


def read_published(gazetteer: Gazetteer, query: str) -> Group:
    """Read where a document was published as a name that speaks for places near it.

    Parameters
    ----------
    gazetteer
        Where to look.
    query
        A name, alone or followed by the regions that hold it: ``"Paris, Texas"``.

    Raises
    ------
    ConfigurationError
        When the gazetteer has no such place.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> read_published(open_gazetteer(), "Paris, Texas").hints
    ('Texas',)
    """
    group = _as_group(gazetteer, query)
    if not len(gather_candidates(gazetteer, [group]).row):
        message = f"the gazetteer knows no place {query!r} where a document is published: give it as 'Paris, Texas'"
        raise ConfigurationError(message)
    return replace(group, published=True)


def search_places(
    gazetteer: Gazetteer, query: str, *, country_codes: Collection[str] = (), limit: int | None = None
) -> tuple[Alternative, ...]:
    """Give the places that a name may mean, the most likely first.

    Parameters
    ----------
    gazetteer
        Where to look.
    query
        A name, alone or followed by the regions that hold it: ``"Villa Rica, Oxapampa, Peru"``.
    country_codes
        ISO 3166-1 alpha-2 codes, in any case, to look in; empty for the whole world.
    limit
        At most so many; None for all.

    Returns
    -------
    tuple of Alternative
        With scores that sum to 1; empty when the gazetteer has no such place there.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> search_places(open_gazetteer(), "Lima, Ohio")[0].admin[:2]
    ('United States', 'Ohio')
    """
    groups = [_as_group(gazetteer, query)]
    candidates = gather_candidates(gazetteer, groups, everything=True)
    prior = shipped_weights().own @ own_signs(gazetteer, candidates, groups, "")
    if candidates.won.any():
        prior = np.where(candidates.won, prior + prior.max() - prior.min() + _WON, prior)
    wanted = {code.upper() for code in country_codes}
    keep = [i for i, row in enumerate(candidates.row) if not wanted or gazetteer.country(int(row)) in wanted]
    if not keep:
        return ()
    odds = np.exp(prior[keep] - prior[keep].max())
    odds /= odds.sum()
    scored = sorted(zip(odds.tolist(), keep, strict=True), key=lambda one: (-one[0], one[1]))
    found = [describe_row(gazetteer, int(candidates.row[i]), score=o) for o, i in scored]
    return tuple(found[:limit])
