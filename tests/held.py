"""Holdings for tests: entries that lie in no file."""

from dataclasses import dataclass

from geo.gazetteer.entries import GazetteerEntry
from geo.holdings import Holdings
from geo.lonlat import LonLat
from geo.report import Source


@dataclass(frozen=True)
class HeldEntries:
    """Entries as a holding, credited by the names of their sources."""

    entries: tuple

    def gazetteer_entries(self):
        return self.entries

    def credits(self):
        names = sorted({entry.source for entry in self.entries})
        return [Source(name=name, attribution=f"Places: {name}", url="", licence="CC0") for name in names]


def make_entry(entry_id, name, lon, lat, **known):
    """Give an entry at a point."""
    return GazetteerEntry(entry_id=entry_id, name=name, lonlat=LonLat(lon=lon, lat=lat), **known)


def hold(*entries):
    """Give holdings with entries on top of the bundle."""
    return Holdings(gazetteers=(HeldEntries(entries),))
