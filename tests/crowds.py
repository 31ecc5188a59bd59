"""Reports of many places: a valley's towns, a grid of hundreds, two places on one spot."""

import numpy as np
import shapely
from reports import make_entry

from geo.document import Document
from geo.gazetteer import open_gazetteer
from geo.report import Outline, Report


def report_of(text, entries, title="Many places"):
    return Report(title=title, documents=(Document(text=text, name="survey.txt"),), entries=tuple(entries))


def valley_report(count=60):
    """The towns nearest to Huancayo, in the valley of the Mantaro; every ninth is unsure."""
    gazetteer = open_gazetteer()
    home = gazetteer.lonlat(gazetteer.default_row("Huancayo"))
    rows = np.flatnonzero(gazetteer.population > 0)
    away = np.hypot(gazetteer.lon_e5[rows] / 1e5 - home.lon, gazetteer.lat_e5[rows] / 1e5 - home.lat)
    near = [row for row in rows[np.argsort(away)].tolist() if gazetteer.feature(row) == "populated place"][:count]
    text = ". ".join(map(gazetteer.name, near))
    entries = [
        make_entry(
            text,
            [gazetteer.name(row)],
            lon=gazetteer.lonlat(row).lon,
            lat=gazetteer.lonlat(row).lat,
            admin=gazetteer.admin_names(row),
            confidence=0.95 if index % 9 else 0.4,
            place_id=gazetteer.place_id(row),
        )
        for index, row in enumerate(near)
    ]
    return report_of(text, entries, "The valley")


def crowded_report(rows=20, columns=15, heads=("Town",)):
    """Hundreds of towns on a grid, closer together towards one corner, within a named region."""
    names = [f"{heads[column % len(heads)]} {row}-{column}" for row in range(rows) for column in range(columns)]
    text = "The Long Plain is surveyed. " + " ".join(f"{name}: done." for name in names)
    region = make_entry(
        text, ["Long Plain"], lon=-73, lat=-11, feature="region", kind="region", place_id="region:plain",
        outline=Outline(geometry=shapely.box(-76.5, -14.5, -69.5, -7.5), approximate=False),
    )  # fmt: skip
    towns = [
        make_entry(
            text,
            [name + ":"],
            name=name,
            lon=-76 + 6 * ((index % columns) / columns) ** 1.5,
            lat=-14 + 6 * ((index // columns) / rows) ** 1.5,
            place_id=name,
        )
        for index, name in enumerate(names)
    ]
    return report_of(text, [region, *towns])


def twin_report():
    """Two places on one spot, and one nearby."""
    text = "Upper Mill, Lower Mill and Farmouth."
    entries = [
        make_entry(text, ["Upper Mill"], lon=-75, lat=-11),
        make_entry(text, ["Lower Mill"], lon=-75, lat=-11),
        make_entry(text, ["Farmouth"], lon=-74, lat=-10.5),
    ]
    return report_of(text, entries, "Twins")
