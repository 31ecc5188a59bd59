"""The counties of the United States: a point inside each, the forms of their names, and those of Connecticut.

GeoNames lists Connecticut's planning regions of 2022; what people call its counties are the eight before them.
"""

from typing import Any

from data.build.gazetteer.points import main_body_point
from data.build.gazetteer.sources import census_counties
from data.build.gazetteer.unit import Unit
from geo.gazetteer.names import fold

__all__ = ["put_counties"]

_KINDS = ("County", "Parish", "Borough", "Census Area")
# The first two digits of a county's code -> the postal code of its state.
_STATES = dict(
    pair.split("=")
    for pair in (
        "01=AL 02=AK 04=AZ 05=AR 06=CA 08=CO 09=CT 10=DE 12=FL 13=GA 15=HI 16=ID 17=IL 18=IN 19=IA 20=KS 21=KY "
        "22=LA 23=ME 24=MD 25=MA 26=MI 27=MN 28=MS 29=MO 30=MT 31=NE 32=NV 33=NH 34=NJ 35=NM 36=NY 37=NC 38=ND "
        "39=OH 40=OK 41=OR 42=PA 44=RI 45=SC 46=SD 47=TN 48=TX 49=UT 50=VT 51=VA 53=WA 54=WV 55=WI 56=WY"
    ).split()
)


def put_counties(subdivisions: dict[str, Unit]) -> None:
    """Put every county of the United States in the middle of its largest polygon, and add those that are missing.

    Parameters
    ----------
    subdivisions
        By GeoNames code (``"US.CT.009"``).
    """
    for code, name, geometry in census_counties():
        state = _STATES.get(code[:2])
        if state is None:
            continue
        key = f"US.{state}.{code[2:]}"
        if key not in subdivisions and state == "CT":
            subdivisions[key] = _county(name, key, subdivisions["US.CT"])
        if key in subdivisions:
            _complete(subdivisions[key], name, geometry)


def _county(name: str, key: str, state: Unit) -> Unit:
    codes = {"geonames": key, "dateline": f"county/{fold(state.name)}/{fold(name).replace(' ', '-')}"}
    return Unit(name=f"{name} County", feature="admin2", country=state.country, parent=state, codes=codes)


def _complete(unit: Unit, name: str, geometry: dict[str, Any]) -> None:
    # The Census Bureau writes "St. Louis" and "De Witt" where GeoNames has "Saint Louis County" and "DeWitt County".
    kind = next((kind for kind in _KINDS if unit.name.endswith(f" {kind}")), "")
    if kind:
        unit.add_names("alternate", f"{name} {kind}")
    point = main_body_point([geometry])
    if point is not None:
        unit.put(*point, "polygon")
