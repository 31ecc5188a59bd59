"""Looking up one name outside any document: ``"Villa Rica, Peru"``."""

from collections.abc import Collection

import numpy as np

from geo.gazetteer import Gazetteer
from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.describe import describe_row
from geo.resolve.groups import Group
from geo.resolve.place import Alternative

__all__ = ["search_places"]


def _as_group(gazetteer: Gazetteer, query: str) -> Group:
    """Read a query as a name and the regions that hold it, unless the whole of it is a name."""
    parts = [part.strip() for part in query.split(",") if fold(part)]
    whole = fold(query)
    if len(parts) < 2 or whole in gazetteer:  # noqa: PLR2004 - a name and its region
        return Group(name=query, text=query, folded=whole)
    return Group(name=parts[0], text=parts[0], folded=fold(parts[0]), hints=tuple(parts[1:]))


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
    candidates = gather_candidates(gazetteer, [_as_group(gazetteer, query)])
    wanted = {code.upper() for code in country_codes}
    keep = [i for i, row in enumerate(candidates.row) if not wanted or gazetteer.country(int(row)) in wanted]
    if not keep:
        return ()
    odds = np.exp(candidates.prior[keep] - candidates.prior[keep].max())
    odds /= odds.sum()
    found = [describe_row(gazetteer, int(candidates.row[i]), score=float(o)) for i, o in zip(keep, odds, strict=True)]
    return tuple(found[:limit])
