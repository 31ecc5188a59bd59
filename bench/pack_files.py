"""Files in the layouts of the sources of data packs, laid on a server of this machine."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from shapely.geometry import LineString, Polygon, box

from bench.mirror import Mirror, geonames_line, names_line, square, zip_of, zip_of_shapes

QUELLO = 99_000_001


def put_geonames(
    mirror: Mirror,
    code: str = "PE",
    *,
    name: str = "Quellohuaylla",
    number: int = QUELLO,
    lines: Sequence[str] = (),
) -> None:
    """Lay a country's dump on the server: one hamlet, and more lines."""
    line = geonames_line(number, name, lon=-75.4, lat=-10.6, people="80", country=code)
    mirror.put(f"geonames/{code}.zip", zip_of({f"{code}.txt": "\n".join([line, *lines]) + "\n", "readme.txt": "x"}))
    others = names_line(1, number, "es", f"{name} Viejo") + "\n"
    mirror.put(f"geonames/alternatenames/{code}.zip", zip_of({f"{code}.txt": others}))
    mirror.put("geonames/admin1CodesASCII.txt", "PE.19\tPasco\tPasco\t3932834\n")
    mirror.put("geonames/admin2Codes.txt", "PE.19.1903\tOxapampa\tOxapampa\t3933873\n")


def put_world(mirror: Mirror, *, name: str = "Quellohuaylla") -> None:
    """Lay the dump of the world on the server."""
    line = geonames_line(QUELLO, name, lon=-75.4, lat=-10.6)
    mirror.put("geonames/allCountries.zip", zip_of({"allCountries.txt": line + "\n"}))
    mirror.put("geonames/alternateNamesV2.zip", zip_of({"alternateNamesV2.txt": "", "iso-languagecodes.txt": "x"}))
    mirror.put("geonames/admin1CodesASCII.txt", "PE.19\tPasco\tPasco\t3932834\n")
    mirror.put("geonames/admin2Codes.txt", "PE.19.1903\tOxapampa\tOxapampa\t3933873\n")


def area(name: str, lon: float, lat: float, level: str, *, side: float = 0.4) -> dict[str, Any]:
    """Give a feature as geoBoundaries writes it: a square from its south-west corner."""
    about = {"shapeName": name, "shapeISO": "", "shapeID": f"{name}-1", "shapeGroup": "PER", "shapeType": level}
    shape = {"type": "Polygon", "coordinates": square(lon, lat, side)}
    return {"type": "Feature", "properties": about, "geometry": shape}


def layer_of(*features: dict[str, Any]) -> dict[str, Any]:
    """Give a file of GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features)}


DISTRICTS = layer_of(area("Villa Rica", -75.5, -10.9, "ADM3"), area("Quellodistrito", -75.1, -10.9, "ADM3"))


def put_boundaries(
    mirror: Mirror,
    *,
    layer: dict[str, Any] | bytes = DISTRICTS,
    build: str = "Dec 12, 2023",
    year: str = "2020",
) -> dict[str, Any]:
    """Lay a layer of geoBoundaries on the server; give what its service tells of it."""
    level, release = "ADM3", "gbHumanitarian"
    place = f"geoBoundaries/raw/9469f09/releaseData/{release}/PER/{level}/geoBoundaries-PER-{level}.geojson"
    told = {
        "boundaryID": f"PER-{level}-1",
        "boundaryName": "Peru",
        "boundaryISO": "PER",
        "boundaryType": level,
        "boundaryYearRepresented": year,
        "boundarySource": "INEI, OCHA ROLAC",
        "boundarySourceURL": "https://data.humdata.org/dataset/cod-ab-per",
        "boundaryLicense": "Creative Commons Attribution 3.0 Intergovernmental Organisations",
        "licenseDetail": "nan",
        "licenseSource": "https://data.humdata.org/dataset/cod-ab-per",
        "buildDate": build,
        "admUnitCount": "2",
        "gjDownloadURL": f"{mirror.base}/{place}",
    }
    mirror.put(f"geoboundaries/{release}/PER/{level}/", told)
    mirror.put(place, layer)
    return told


LAKES = [
    {
        "featurecla": "Lake",
        "scalerank": 1,
        "name": "Lago Titicaca",
        "name_alt": "Titi Qaqa",
        "name_en": "Lake Titicaca",
        "name_es": "Titicaca",
        "wikidataid": "Q15886",
        "ne_id": 1,
        "geometry": box(-70, -16.5, -68.5, -15.2),
    },
    {
        "featurecla": "Reservoir",
        "scalerank": 8,
        "name": "Quellococha",
        "name_alt": None,
        "name_en": None,
        "name_es": None,
        "wikidataid": None,
        "ne_id": 2,
        "geometry": Polygon([(-72, -13), (-71, -12), (-71, -13), (-72, -12)]),
    },
]
RIVERS = [
    {"featurecla": "River", "scalerank": 3, "name": "Quellomayo", "geometry": LineString([(-75, -10), (-74, -11)])},
    {
        "featurecla": "Lake Centerline",
        "scalerank": 4,
        "name": "Quellomayo",
        "geometry": LineString([(-74, -11), (-73.9, -11)]),
    },
    {"featurecla": "River", "scalerank": 9, "name": None, "geometry": LineString([(0, 0), (1, 1)])},
]
REGIONS = [
    {"FEATURECLA": "Desert", "SCALERANK": 0, "NAME": "SAHARA", "NAME_EN": "Sahara", "geometry": box(-10, 18, 30, 30)},
    {
        "FEATURECLA": "Range/mtn",
        "SCALERANK": 5,
        "NAME": "CORDILLERA QUELLO",
        "NAME_EN": None,
        "geometry": box(-76, -12, -75, -11),
    },
    {"FEATURECLA": "Dragons-be-here", "SCALERANK": 9, "NAME": "NOWHERE", "NAME_EN": None, "geometry": box(0, 0, 1, 1)},
]
STATES = [
    {"iso_3166_2": "PE-PAS", "name": "Pasco", "iso_a2": "PE", "geometry": box(-76.8, -11, -74, -9.6)},
    {"iso_3166_2": "PE-JUN", "name": "Junín", "iso_a2": "PE", "geometry": box(-76.6, -12.6, -73.4, -11)},
]
DISPUTED = [
    {
        "featurecla": "Admin-0 claim area",
        "scalerank": 0,
        "BRK_NAME": "Aksai Chin",
        "NAME": "China",
        "NAME_EN": "China",
        "NOTE_BRK": "Admin. by China; Claimed by India",
        "geometry": box(78, 34, 80, 36),
    }
]
LAYERS = {
    "rivers": ("physical", "ne_10m_rivers_lake_centerlines", RIVERS),
    "lakes": ("physical", "ne_10m_lakes", LAKES),
    "regions": ("physical", "ne_10m_geography_regions_polys", REGIONS),
    "states": ("cultural", "ne_10m_admin_1_states_provinces", STATES),
    "disputed": ("cultural", "ne_10m_admin_0_disputed_areas", DISPUTED),
}


@cache
def shapes_of(layer: str, version: str = "5.1.1") -> bytes:
    """Give the archive of a layer of Natural Earth."""
    _, name, rows = LAYERS[layer]
    return zip_of_shapes(name, rows, version=version)


def put_layer(mirror: Mirror, layer: str, *, version: str = "5.1.1") -> None:
    """Lay a layer of Natural Earth on the server."""
    theme, name, _ = LAYERS[layer]
    mirror.put(f"naturalearth/{theme}/{name}.zip", shapes_of(layer, version))


RELEASE = "2026-11-19.0"


def divisions(rows: Sequence[tuple[Any, ...]], *, group: int = 2) -> bytes:
    """Give a file of divisions as Overture makes them, in groups of rows that its index tells of."""
    names = pa.struct([("primary", pa.string()), ("common", pa.map_(pa.string(), pa.string()))])
    table = pa.table(
        {
            "id": [f"id-{number}" for number in range(len(rows))],
            "geometry": pa.array([shape.wkb for *_, shape in rows], type=pa.binary()),
            "subtype": [subtype for _, subtype, *_ in rows],
            "class": ["maritime" if name == "Sea" else "land" for _, _, name, *_ in rows],
            "country": [country for country, *_ in rows],
            "region": pa.array([region for _, _, _, region, _ in rows], type=pa.string()),
            "names": pa.array([{"primary": name, "common": []} for _, _, name, *_ in rows], type=names),
        }
    )
    held = io.BytesIO()
    pq.write_table(table, held, row_group_size=group, compression="none")
    return held.getvalue()


DIVISIONS = [
    ("BR", "region", "Acre", "BR-AC", box(-74, -11, -66.6, -7)),
    ("BR", "region", "Amazonas", "BR-AM", box(-73, -9, -56, 2)),
    ("PE", "country", "Perú", None, box(-81.4, -18.4, -68.6, 0)),
    ("PE", "country", "Sea", None, box(-84, -18.4, -81.4, 0)),
    ("PE", "region", "Pasco", "PE-PAS", box(-76.8, -11, -74, -9.6)),
    ("PE", "county", "Oxapampa", "PE-PAS", box(-76, -11, -74, -10)),
    ("PE", "locality", "Quellodistrito", "PE-PAS", box(-75.5, -10.9, -75, -10.5)),
]


def put_overture(mirror: Mirror, rows: Sequence[tuple[Any, ...]] = DIVISIONS, *, release: str = RELEASE) -> None:
    """Lay a release of Overture's divisions on the server: its catalogues, and two files of which one is far away."""

    def links(relation: str, *hrefs: str) -> list[dict[str, str]]:
        return [{"rel": "root", "href": "../catalog.json"}, *({"rel": relation, "href": href} for href in hrefs)]

    def item(name: str, bbox: list[float]) -> dict[str, Any]:
        href = f"{mirror.base}/bucket/{name}.parquet"
        assets = {"aws": {"href": href, "alternate": {"s3": {"href": f"s3://bucket/{name}"}}}, "azure": {"href": href}}
        return {"type": "Feature", "bbox": bbox, "assets": assets}

    top = f"overture/{release}"
    releases = links("child", "./2026-10-15.0/catalog.json", f"./{release}/catalog.json")
    mirror.put("overture/catalog.json", {"latest": release, "links": releases})
    mirror.put(f"{top}/catalog.json", {"links": links("child", "./base/catalog.json", "./divisions/catalog.json")})
    types = links("child", "./division/collection.json", "./division_area/collection.json")
    mirror.put(f"{top}/divisions/catalog.json", {"links": types})
    items = links("item", "./00000/00000.json", "./00001/00001.json")
    mirror.put(f"{top}/divisions/division_area/collection.json", {"links": items})
    mirror.put(f"{top}/divisions/division_area/00000/00000.json", item("near", [-90, -60, -30, 15]))
    mirror.put(f"{top}/divisions/division_area/00001/00001.json", item("far", [100, -60, 180, 15]))
    mirror.put("bucket/near.parquet", divisions(rows))
