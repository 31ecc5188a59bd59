"""Natural Earth's rivers, lakes and regions as places: kind, names in many languages, a point.

Where the gazetteer has the place already, its identifier is found, so that one place does not become two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.gazetteer.entries import GazetteerEntry
from geo.lonlat import LonLat

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.gazetteer import Gazetteer

__all__ = ["Feature", "collect_features", "entry_of", "known_id"]

_KINDS = {
    "river": "river",
    "river (intermittent)": "river",
    "lake centerline": "river",
    "canal": "canal",
    "canal (intermittent)": "canal",
    "lake": "lake",
    "alkaline lake": "lake",
    "reservoir": "lake",
    "range/mtn": "mountain range",
    "foothills": "mountain range",
    "desert": "desert",
    "plain": "plain",
    "lowland": "plain",
    "valley": "valley",
    "gorge": "valley",
    "island": "island",
    "island group": "island",
    "peninsula": "peninsula",
    "pen/cape": "peninsula",
    "continent": "continent",
}
_LEFT_OUT = frozenset({"dragons-be-here", "playa"})
_LANGUAGE = re.compile(r"name_[a-z]{2,3}")
_BETWEEN = re.compile(r"\s*[,;/]\s*")
_UNKNOWN = frozenset({"", "-99", "nan", "None"})
# How far outside the bounds of a feature the gazetteer may have its point, in degrees.
_MARGIN_DEG = 1.0
_MOST_PEOPLE = 6
_LEAST_RANK, _RANKS_A_ZERO = 10, 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feature:
    """A feature of nature.

    Parameters
    ----------
    code
        What Natural Earth knows it by.
    name
        The name that is shown.
    names
        Its other names.
    kind
        One of :data:`geo.gazetteer.features.FEATURES`.
    weight
        How well known it is, as people.
    geometry
        Longitude and latitude in degrees, OGC:CRS84.
    """

    code: str
    name: str
    names: tuple[str, ...]
    kind: str
    weight: int
    geometry: Any

    @property
    def point(self) -> LonLat:
        """Give a point on it: half-way along the longest piece of a line, or inside the largest part of an area."""
        import shapely  # noqa: PLC0415 - the recipe is listed without it

        pieces = shapely.get_parts(self.geometry)
        is_area = shapely.get_dimensions(self.geometry) == 2  # noqa: PLR2004 - a polygon's dimensions
        sizes = shapely.area(pieces) if is_area else shapely.length(pieces)
        piece = pieces[int(sizes.argmax())]
        point = (
            shapely.point_on_surface(piece) if is_area else shapely.line_interpolate_point(piece, 0.5, normalized=True)
        )
        return LonLat(lon=round(float(point.x), 5), lat=round(float(point.y), 5))


def collect_features(frame: "gpd.GeoDataFrame") -> tuple[Feature, ...]:
    """Give the features of a layer that have names; pieces of one feature are put together.

    Parameters
    ----------
    frame
        A layer of Natural Earth, its columns in lower case.
    """
    import shapely  # noqa: PLC0415

    groups: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(frame):
        groups.setdefault(_key(row), []).append(row)
    made = []
    for key, rows in sorted(groups.items()):
        first = min(rows, key=lambda row: _rank(row["scalerank"]))
        names = tuple(dict.fromkeys(name for row in rows for name in _names(row)))
        shown = _shown(first)
        made.append(
            Feature(
                code=key,
                name=shown,
                names=tuple(name for name in names if name != shown),
                kind=_KINDS.get(first["featurecla"].lower(), "region"),
                weight=_weight(first["scalerank"]),
                geometry=shapely.union_all([row["geometry"] for row in rows]) if len(rows) > 1 else rows[0]["geometry"],
            )
        )
    return tuple(made)


def known_id(feature: Feature, gazetteer: "Gazetteer") -> str:
    """Give the identifier of the place that a gazetteer has of a feature; empty when it has none.

    Parameters
    ----------
    feature
        The feature.
    gazetteer
        Where to look: for a place of the same kind and name, in or beside the bounds of the feature.
    """
    west, south, east, north = feature.geometry.bounds
    for name in (feature.name, *feature.names):
        for row in gazetteer.rows(name):
            here = gazetteer.lonlat(int(row))
            inside = (
                west - _MARGIN_DEG <= here.lon <= east + _MARGIN_DEG
                and south - _MARGIN_DEG <= here.lat <= north + _MARGIN_DEG
            )
            if inside and gazetteer.feature(int(row)) == feature.kind:
                return gazetteer.place_id(int(row))
    return ""


def entry_of(feature: Feature, *, entry_id: str, source: str) -> GazetteerEntry:
    """Give a feature as an entry of the gazetteer.

    Parameters
    ----------
    feature
        The feature.
    entry_id
        Its identifier.
    source
        The name of the source that is credited.
    """
    return GazetteerEntry(
        entry_id=entry_id,
        name=feature.name,
        lonlat=feature.point,
        feature=feature.kind,
        names=tuple(("alternate", name) for name in feature.names),
        weight=feature.weight,
        source=source,
        wins=False,
    )


def _rows(frame: "gpd.GeoDataFrame") -> Iterator[dict[str, Any]]:
    """Give the rows that have a name and a shape, their values as text."""
    geometry = frame.geometry.name
    texts = {name: _texts(frame[name]) for name in frame.columns if name != geometry}
    empty = [""] * len(frame)
    for at, shape in enumerate(frame.geometry):
        row: dict[str, Any] = {name: values[at] for name, values in texts.items()}
        for needed in ("featurecla", "scalerank", "ne_id", "wikidataid", "name"):
            row.setdefault(needed, empty[at])
        if shape is None or shape.is_empty or not _names(row) or row["featurecla"].lower() in _LEFT_OUT:
            continue
        yield row | {"geometry": shape}


def _texts(values: Iterable[object]) -> list[str]:
    texts = (" ".join(str(value).split()) for value in values)
    return ["" if text in _UNKNOWN else text for text in texts]


def _key(row: dict[str, Any]) -> str:
    key = row["wikidataid"] or row["ne_id"] or _shown(row)
    return re.sub(r"[^\w]+", "-", key.lower().removesuffix(".0")).strip("-")


def _names(row: dict[str, Any]) -> Sequence[str]:
    languages = [row[column] for column in sorted(row) if _LANGUAGE.fullmatch(column)]
    others = _BETWEEN.split(row.get("name_alt", ""))
    own = row["name"].title() if row["name"].isupper() else row["name"]
    return tuple(dict.fromkeys(name for name in (own, *languages, *others) if name))


def _shown(row: dict[str, Any]) -> str:
    return str(row.get("name_en") or _names(row)[0])


def _rank(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return _LEAST_RANK


def _weight(rank: str) -> int:
    """Give a rank of Natural Earth, 0 the most known to 10, as people: a million to ten."""
    return int(10 ** (_MOST_PEOPLE - min(max(_rank(rank), 0.0), _LEAST_RANK) / _RANKS_A_ZERO))
