"""Continents, regions, waters, mountains: what the facts write down."""

from collections import Counter
from collections.abc import Iterable

from shapely import Point, STRtree
from shapely.geometry import shape

from data.build.gazetteer.facts import parts, read_facts
from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.subdivisions import Polygons
from data.build.gazetteer.unit import Unit
from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold

__all__ = ["feature_units", "hang_features"]

# What lies in one first-level region as a rule, when it is known in its country only.
_NARROW = frozenset(
    ("lake", "valley", "mountain", "island", "forest", "gulf", "peninsula", "region", "plain", "desert")
)
_KNOWN_IN_COUNTRY = 3


def feature_units(countries: dict[str, Unit]) -> list[Unit]:
    """Give the natural features and regions of the facts, kind by kind in the order of `FEATURES`, each by name.

    Parameters
    ----------
    countries
        The countries by ISO 3166-1 alpha-2; a feature in one country has it as its parent.
    """
    units = [_feature(row, countries) for row in read_facts("features")]
    units.sort(key=lambda unit: (FEATURES.index(unit.feature), unit.codes["dateline"]))
    shared = [code for code, count in Counter(unit.codes["dateline"] for unit in units).items() if count > 1]
    if shared:
        message = f"features.csv holds these twice: {', '.join(shared)}"
        raise ValueError(message)
    return units


def hang_features(features: Iterable[Unit], subdivisions: dict[str, Unit], polygons: Polygons) -> None:
    """Give the smaller features the first-level region that their point lies in as their parent."""
    codes = [code for code in polygons if subdivisions[code].feature == "admin1" for _ in polygons[code]]
    shapes = [
        shape(one["geometry"]) for code in polygons if subdivisions[code].feature == "admin1" for one in polygons[code]
    ]
    tree = STRtree(shapes)
    for unit in features:
        if unit.parent is None or unit.rank != _KNOWN_IN_COUNTRY or unit.feature not in _NARROW:
            continue
        found = sorted(codes[at] for at in tree.query(Point(unit.lon, unit.lat), predicate="within"))
        inside = [code for code in found if subdivisions[code].country == unit.country]
        if inside:
            unit.parent = subdivisions[inside[0]]


def _feature(row: dict[str, str], countries: dict[str, Unit]) -> Unit:
    country = countries.get(row["country"])
    unit = Unit(
        name=row["name"],
        feature=row["feature"],
        country=row["country"] if country else "",
        rank=int(row["rank"]),
        parent=country,
        codes={"dateline": _slug(row)},
    )
    for name in parts(row["names"]):
        unit.add_names("alternate", *plain_forms(name))
    unit.add_demonyms(*parts(row["demonyms"]))
    unit.put(float(row["lon"]), float(row["lat"]), "fact")
    return unit


def _slug(row: dict[str, str]) -> str:
    """Give an identifier such as ``river/apurimac``; two features of one name and kind are told apart by country."""
    kind = fold(row["feature"])
    name = fold(row["name"]).removesuffix(f" {kind}").removeprefix(f"{kind} ").replace(" ", "-")
    return f"{kind.replace(' ', '-')}/{name}"
