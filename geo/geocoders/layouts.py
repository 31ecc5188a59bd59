"""Where each service puts names, kinds, points and identifiers in its answers, and which kinds are places.

An answer whose kind a service does not tell, or that is a street, a shop or an office, is no place of a document. The
layouts are those of the services' manuals, of November 2026; a wrong one is a line to mend.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["LAYOUTS", "SETTLEMENTS", "Layout"]

_TOWN = "populated place"

SETTLEMENTS = frozenset(
    """city town village hamlet isolated_dwelling farm suburb quarter neighbourhood borough city_district
    locality""".split()
)
"""OpenStreetMap's kinds of places where people live."""


def _table(**kinds: str) -> dict[str, str]:
    """Give each word of some kinds with the feature that it is."""
    return {word: feature.replace("_", " ") for feature, words in kinds.items() for word in words.split()}


_OSM = {
    **{f"place={kind}": _TOWN for kind in SETTLEMENTS - {"locality"}},
    # A locality has a name and no people.
    "place=locality": "region",
    "place=municipality": "admin3",
    "place=district": "admin3",
    "place=county": "admin2",
    "place=province": "admin1",
    "place=state": "admin1",
    "place=archipelago": "island",
    "place=islet": "island",
    **{f"place={kind}": kind for kind in ("country", "region", "island", "sea", "ocean", "continent")},
    **{f"boundary={kind}": "region" for kind in ("national_park", "protected_area", "aboriginal_lands", "region")},
    **_table(
        mountain="natural=peak natural=volcano natural=hill",
        mountain_range="natural=mountain_range natural=ridge",
        lake="natural=water water=lake water=lagoon water=reservoir",
        gulf="natural=bay",
        strait="natural=strait",
        valley="natural=valley natural=gorge",
        desert="natural=desert",
        forest="natural=wood landuse=forest",
        peninsula="natural=peninsula",
        plain="natural=plain natural=plateau",
        river="waterway=river waterway=stream",
        canal="waterway=canal",
    ),
}
_GEONAMES = _table(
    country="A=PCL A=PCLD A=PCLF A=PCLI A=PCLIX A=PCLS",
    admin1="A=ADM1",
    admin2="A=ADM2",
    admin3="A=ADM3 A=ADM4 A=ADM5",
    populated_place="P=PPL P=PPLA P=PPLA2 P=PPLA3 P=PPLA4 P=PPLA5 P=PPLC P=PPLF P=PPLG P=PPLL P=PPLR P=PPLS P=PPLX",
    continent="L=CONT",
    region="L=RGN L=AREA L=PRK L=RESN L=RESV L=TRB",
    river="H=STM H=STMI H=STMX H=STMS",
    lake="H=LK H=LKS H=LKI H=RSV H=LGN",
    sea="H=SEA",
    ocean="H=OCN",
    gulf="H=GULF H=BAY",
    strait="H=STRT",
    canal="H=CNL",
    island="T=ISL T=ISLS T=ISLT T=ISLET",
    mountain="T=MT T=PK T=HLL T=VLC",
    mountain_range="T=MTS T=RDGE",
    valley="T=VAL T=CNYN",
    desert="T=DSRT",
    peninsula="T=PEN",
    plain="T=PLN T=PLAT",
    forest="V=FRST",
)
_PELIAS = _table(
    country="country dependency",
    admin1="region",
    admin2="county",
    admin3="localadmin",
    populated_place="locality borough neighbourhood",
    continent="continent",
    ocean="ocean",
    sea="marinearea",
)
_MAPBOX = _table(
    country="country",
    admin1="region",
    admin2="district subregion county",
    admin3="municipality joint_municipality",
    populated_place="place locality city neighborhood neighbourhood",
)
_OPENCAGE = _table(
    country="country",
    admin1="state",
    admin2="county state_district",
    admin3="municipality",
    populated_place="city town village hamlet suburb neighbourhood",
    island="island",
    continent="continent",
)
_GOOGLE = _table(
    country="country",
    admin1="administrative_area_level_1",
    admin2="administrative_area_level_2",
    admin3="administrative_area_level_3",
    populated_place="locality postal_town sublocality sublocality_level_1 neighborhood",
    region="colloquial_area",
    island="archipelago",
    continent="continent",
)
_HERE = _table(
    country="administrativeArea=country",
    admin1="administrativeArea=state",
    admin2="administrativeArea=county",
    populated_place="locality=city locality=district locality=subdistrict",
)
_TOMTOM = _table(
    country="Country",
    admin1="CountrySubdivision",
    admin2="CountrySecondarySubdivision",
    admin3="CountryTertiarySubdivision",
    populated_place="Municipality MunicipalitySubdivision Neighbourhood",
)
_BING = _table(
    country="CountryRegion",
    admin1="AdminDivision1",
    admin2="AdminDivision2",
    populated_place="PopulatedPlace Neighborhood",
    island="Island",
    lake="Lake",
    river="River",
    mountain="Mountain",
)

_ARCGIS = {
    "Country": "country",
    "State or Province": "admin1",
    "County": "admin2",
    "City": _TOWN,
    "Village": _TOWN,
    "Neighborhood": _TOWN,
    "Island": "island",
    "Lake": "lake",
    "River": "river",
    "Mountain": "mountain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a service puts what it says. A path is keys and numbers parted by dots.

    Parameters
    ----------
    kind
        The paths of its kind, whose values joined by equals signs are the words of ``features``; several ways, tried in
        order.
    features
        From its kinds to feature kinds, as in :mod:`geo.gazetteer.features`.
    name
        Paths of the name, tried in order.
    other_names
        The path of a table with its names in other languages.
    point
        Paths of longitude and latitude, degrees, so that no point is taken that geopy bent into range or made up.
    id
        Paths of what identifies it within the service, joined by slashes.
    country
        The path of its country's ISO 3166-1 alpha-2 code.
    admin
        Paths of the names of the areas that hold it, the largest first, without the country.
    importance
        The path of how important the service holds it, 0 to 1.
    """

    kind: tuple[tuple[str, ...], ...]
    features: Mapping[str, str]
    name: tuple[str, ...]
    point: tuple[str, str]
    other_names: str = ""
    id: tuple[str, ...] = ()
    country: str = ""
    admin: tuple[str, ...] = ()
    importance: str = ""


_NOMINATIM = Layout(
    kind=(("class", "type"), ("category", "type")),
    features=_OSM,
    name=("name", "namedetails.name"),
    other_names="namedetails",
    point=("lon", "lat"),
    id=("osm_type", "osm_id"),
    country="address.country_code",
    admin=("address.state", "address.county"),
    importance="importance",
)
_PHOTON = Layout(
    kind=(("properties.osm_key", "properties.osm_value"),),
    features=_OSM,
    name=("properties.name",),
    point=("geometry.coordinates.0", "geometry.coordinates.1"),
    id=("properties.osm_type", "properties.osm_id"),
    country="properties.countrycode",
    admin=("properties.state", "properties.county"),
)
_PELIAS_LAYOUT = Layout(
    kind=(("properties.layer",),),
    features=_PELIAS,
    name=("properties.name",),
    point=("geometry.coordinates.0", "geometry.coordinates.1"),
    id=("properties.gid",),
    country="properties.country_code",
    admin=("properties.region", "properties.county"),
    importance="properties.confidence",
)
_MAP_LAYOUT = Layout(
    kind=(("place_type.0",),),
    features=_MAPBOX,
    name=("text",),
    point=("center.0", "center.1"),
    id=("id",),
    country="properties.short_code",
    importance="relevance",
)
_GOOGLE_LAYOUT = Layout(
    kind=(("types.0",),),
    features=_GOOGLE,
    name=("address_components.0.long_name",),
    point=("geometry.location.lng", "geometry.location.lat"),
    id=("place_id",),
)
_TOMTOM_LAYOUT = Layout(
    kind=(("entityType",),),
    features=_TOMTOM,
    name=("address.municipalitySubdivision", "address.municipality", "address.countrySubdivision", "address.country"),
    point=("position.lon", "position.lat"),
    id=("id",),
    country="address.countryCode",
    admin=("address.countrySubdivisionName",),
)

LAYOUTS: Mapping[str, Layout] = {
    "nominatim": _NOMINATIM,
    "pickpoint": _NOMINATIM,
    "openmapquest": _NOMINATIM,
    "photon": _PHOTON,
    "geonames": Layout(
        kind=(("fcl", "fcode"),),
        features=_GEONAMES,
        name=("name",),
        point=("lng", "lat"),
        id=("geonameId",),
        country="countryCode",
        admin=("adminName1",),
    ),
    "pelias": _PELIAS_LAYOUT,
    "geocodeearth": _PELIAS_LAYOUT,
    "mapbox": _MAP_LAYOUT,
    "maptiler": _MAP_LAYOUT,
    "opencage": Layout(
        kind=(("components._type",),),
        features=_OPENCAGE,
        name=(
            "components._normalized_city", "components.village", "components.hamlet", "components.town",
            "components.city", "components.county", "components.state", "components.country",
        ),
        point=("geometry.lng", "geometry.lat"),
        country="components.country_code",
        admin=("components.state", "components.county"),
    ),
    "google": _GOOGLE_LAYOUT,
    "googlev3": _GOOGLE_LAYOUT,
    "herev7": Layout(
        kind=(("resultType", "administrativeAreaType"), ("resultType", "localityType")),
        features=_HERE,
        name=("address.district", "address.city", "address.county", "address.state", "address.countryName"),
        point=("position.lng", "position.lat"),
        id=("id",),
        admin=("address.state", "address.county"),
        importance="scoring.queryScore",
    ),
    "tomtom": _TOMTOM_LAYOUT,
    "azure": _TOMTOM_LAYOUT,
    "bing": Layout(
        kind=(("entityType",),),
        features=_BING,
        name=("address.locality", "address.adminDistrict2", "address.adminDistrict", "name"),
        point=("point.coordinates.1", "point.coordinates.0"),
        country="address.countryRegionIso2",
        admin=("address.adminDistrict",),
    ),
    "arcgis": Layout(
        kind=(("attributes.Type",),),
        features=_ARCGIS,
        name=("attributes.PlaceName",),
        point=("location.x", "location.y"),
        admin=("attributes.Region", "attributes.Subregion"),
    ),
    "banfrance": Layout(
        kind=(("properties.type",),),
        features=_table(populated_place="municipality locality"),
        name=("properties.name",),
        point=("geometry.coordinates.0", "geometry.coordinates.1"),
        id=("properties.id",),
        importance="properties.importance",
    ),
}  # fmt: skip
"""The layout of each service that tells what kind of thing an answer is."""
