"""Reports for pictures, and what is read back from a drawing."""

import numpy as np
from lxml import etree
from reports import make_entry

from geo.document import Document
from geo.report import Report
from maps.options import MapOptions
from maps.picture import draw_picture

SVG = "{http://www.w3.org/2000/svg}"
QUICK = MapOptions(dpi=48)


def town_report(*towns, title="Towns"):
    text = ". ".join(name for name, *_ in towns) + "."
    entries = tuple(
        make_entry(text, [name], lon=lon, lat=lat, country="FJ", place_id=f"t{number}", **dict(*more))
        for number, (name, lon, lat, *more) in enumerate(towns)
    )
    return Report(title=title, documents=(Document(text=text, name="towns.txt"),), entries=entries)


def crowd(count, west, south, span, seed=7):
    """So many towns scattered over a square, at random but always the same."""
    points = np.random.default_rng(seed).uniform(0, span, (count, 2))
    return town_report(
        *((f"Town {number} on Sea", west + x, south + y) for number, (x, y) in enumerate(points.tolist()))
    )


def svg_of(report, options=QUICK):
    return etree.fromstring(draw_picture(report, options, "svg"))


def words_of(root):
    return [node.text for node in root.iter(f"{SVG}text")]
