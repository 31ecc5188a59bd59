"""What a report would say of each place that it rejected, if a reader chose it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geo.recognize.mention import Mention
from geo.resolve.place import Alternative, Place

if TYPE_CHECKING:
    from geo.report import Entry

__all__ = ["describe_alternatives"]


def describe_alternatives(alternatives: Sequence[Alternative]) -> list["Entry"]:
    """Give what a report would say of candidates that were not chosen, apart from what its texts say.

    Parameters
    ----------
    alternatives
        The candidates.

    Returns
    -------
    list of Entry
        One a candidate, in order: its place, the regions that it lies in and its outline; without mentions.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> from geo.resolve.search import search_places
    >>> [entry] = describe_alternatives(search_places(open_gazetteer(), "Oxapampa, Peru", limit=1))
    >>> [region.name for region in entry.regions if not region.is_wide]
    ['Peru', 'Pasco', 'Oxapampa']
    """
    if not alternatives:
        return []
    import geopandas as gpd  # noqa: PLC0415 - it takes 0.4 s to import

    from geo.annotate import region_names  # noqa: PLC0415
    from geo.frames import CRS  # noqa: PLC0415
    from geo.regions import join_regions, read_outlines  # noqa: PLC0415
    from geo.report import Entry  # noqa: PLC0415

    # What is looked up may be any words: Arrow takes no half of a surrogate pair.
    columns = {name: [_plain(getattr(one, name)) for one in alternatives] for name in ("feature", "country", "id")}
    points = gpd.points_from_xy([one.lonlat.lon for one in alternatives], [one.lonlat.lat for one in alternatives])
    joined = join_regions(gpd.GeoDataFrame(columns, geometry=points, crs=CRS))
    outlines = read_outlines(joined)
    rows: Any = joined.drop(columns="geometry").to_dict("records")
    return [
        Entry(place=_as_place(one), mentions=(), evidence=(), regions=region_names(row), outline=outline)
        for one, row, outline in zip(alternatives, rows, outlines, strict=True)
    ]


def _plain(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")


def _as_place(alternative: Alternative) -> Place:
    return Place(
        mention=Mention(start=0, end=len(alternative.name), text=alternative.name, kind="place"),
        status="resolved",
        name=alternative.name,
        lonlat=alternative.lonlat,
        feature=alternative.feature,
        country=alternative.country,
        admin=alternative.admin,
        id=alternative.id,
        source=alternative.source,
    )
