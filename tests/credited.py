"""Sources of one's own, what brings them, and a place that comes from one."""

from dataclasses import dataclass

import shapely
from reports import make_entry

from geo.report import Outline, Source

TEXT = "Oxapampa lies in Peru, and San Pedro somewhere."

VILLAGES = Source(
    name="villages.csv", attribution="Villages: the ministry", url="", licence="CC BY-NC 4.0", version="2024"
)
ZONES = Source(name="zones.gpkg", attribution="Zones", url="", licence="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A holding that brings nothing but its sources."""

    sources: tuple[Source, ...]

    def gazetteer_entries(self):
        return ()

    def boundary_sets(self):
        return ()

    def credits(self):
        return self.sources


def entry(source="GeoNames", credits_=None, **facts):
    outline = None
    if credits_ is not None:
        outline = Outline(geometry=shapely.box(0, 0, 1, 1), approximate=False, credits=credits_)
    return make_entry(TEXT, ["Oxapampa"], lon=-75.4, lat=-10.6, source=source, outline=outline, **facts)
