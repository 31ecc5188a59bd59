"""A report as KML, for Google Earth and its like."""

import html
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from geo.report import Entry, Evidence, Report, Unplaced
from maps.colours import read_palette
from maps.names import chain_of
from maps.options import Language, MapOptions
from maps.story import belief_in, kind_of, label_of
from maps.tables.rows import GEOMETRY, Row, make_rows
from maps.tables.words import clean_words
from maps.words import choose_language, choose_title, count_words, read_words, translate

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["write_kml"]

_SPACE = "http://www.opengis.net/kml/2.2"
_SENTENCES = 5
_DECIMALS = 6
# The role of the page's colours that each kind has.
_ROLES = {"town": "town", "nature": "nature", "square": "area", "area": "area", "region": "region"}
_FILLS = {"area": "1a", "region": "1f"}
# A name is plain text by the book, but programs are about that show it as markup.
_ANGLES = str.maketrans("<>", "‹›")


def write_kml(report: Report, options: MapOptions) -> bytes:
    """Give places and regions as KML.

    Parameters
    ----------
    report
        The report.
    options
        Its title and the language of its own words are taken.

    Returns
    -------
    bytes
        XML with a folder for the places, the areas, the named regions and the names without a place. Each placemark
        carries the columns of its layer; it asks the network for nothing. Source of the form: OGC KML 2.2,
        https://www.ogc.org/standards/kml/.

    Notes
    -----
    Google Earth takes a description for HTML, so its words are escaped as HTML first and then as XML, and ``$[``, which
    it would fill in, is written so that it does not.

    Examples
    --------
    >>> write_kml(Report(title="Lima", documents=(), entries=()), MapOptions())[:19]
    b"<?xml version='1.0'"
    """
    language = choose_language(report, options)
    root = etree.fromstring(f'<kml xmlns="{_SPACE}"/>')
    document = _add(root, "Document")
    _add(document, "name", choose_title(report, options).translate(_ANGLES))
    _add(document, "open", "1")
    _add(
        document,
        "description",
        _escape(" · ".join(translate(source.attribution, language) for source in report.sources)),
    )
    for kind in _ROLES:
        _add_style(document, kind)
    _add_folders(document, report, language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _add(parent: etree._Element, tag: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_SPACE}}}{tag}", {**attributes})
    child.text = None if text is None else clean_words(text)
    return child


def _add_style(document: etree._Element, kind: str) -> None:
    """Add how a kind of place looks; KML writes a colour as opacity, blue, green, red."""
    rgb = read_palette("light")[_ROLES[kind]].removeprefix("#")
    bgr = f"{rgb[4:]}{rgb[2:4]}{rgb[:2]}"
    is_area = kind in _FILLS
    style = _add(document, "Style", id=kind)
    icon = _add(style, "IconStyle")
    _add(icon, "color", f"ff{bgr}")
    _add(icon, "scale", "0" if is_area else "0.8")
    _add(_add(style, "LabelStyle"), "scale", "0.9")
    if is_area:
        line = _add(style, "LineStyle")
        _add(line, "color", f"ff{bgr}")
        _add(line, "width", "2")
        _add(_add(style, "PolyStyle"), "color", f"{_FILLS[kind]}{bgr}")


def _add_folders(document: etree._Element, report: Report, language: Language) -> None:
    rows = make_rows(report, "places")
    numbered = list(zip(rows, (*report.entries, *report.unplaced), strict=True))
    regions = [(row, report.entries[row["place"] - 1]) for row in make_rows(report, "regions")]
    folders: tuple[tuple[str, Sequence[tuple[Row, Entry | Unplaced]]], ...] = (
        ("layer_places", [(row, named) for row, named in numbered if isinstance(named, Entry)]),
        ("layer_areas", [(row, entry) for row, entry in regions if kind_of(entry) == "area"]),
        ("layer_regions", [(row, entry) for row, entry in regions if kind_of(entry) != "area"]),
        ("unplaced", [(row, named) for row, named in numbered if isinstance(named, Unplaced)]),
    )
    for key, placemarks in folders:
        if placemarks:
            folder = _add(document, "Folder")
            _add(folder, "name", read_words(language)[key])
            for row, named in placemarks:
                _add_placemark(folder, row, named, language)


def _add_placemark(folder: etree._Element, row: Row, named: Entry | Unplaced, language: Language) -> None:
    placemark = _add(folder, "Placemark")
    _add(placemark, "name", _name(named, language).translate(_ANGLES))
    _add(placemark, "Snippet", "", maxLines="0")
    _add(placemark, "description", "".join(_describe(named, language)))
    if isinstance(named, Entry):
        _add(placemark, "styleUrl", f"#{kind_of(named)}")
    data = _add(placemark, "ExtendedData")
    for column, value in row.items():
        if column != GEOMETRY and value not in {None, ""}:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            _add(_add(data, "Data", name=column), "value", text)
    if row[GEOMETRY] is not None:
        _add_geometry(placemark, row[GEOMETRY])


def _name(named: Entry | Unplaced, language: Language) -> str:
    if isinstance(named, Unplaced):
        return f"{named.name} ({read_words(language)[named.status]})"
    return f"{label_of(named, language)}{' ?' if belief_in(named.place.confidence) == 'unsure' else ''}"


def _describe(named: Entry | Unplaced, language: Language) -> Iterator[str]:
    """Give the parts of a description as HTML."""
    words = read_words(language)
    times = count_words(words["times"], len(named.mentions), language)
    if isinstance(named, Entry):
        place = named.place
        belief = words["confidence_of"].replace("{word}", words[belief_in(place.confidence)])
        yield _paragraph(", ".join(chain_of(place, language)))
        yield _paragraph(f"{times} · {belief.replace('{n}', f'{100 * place.confidence:.0f}')}")
    else:
        yield _paragraph(f"{words[named.status]} · {times}")
    for sentence in named.evidence[:_SENTENCES]:
        yield f"<blockquote>{_mark(sentence)}</blockquote>"
    if named.figures:
        yield _paragraph(" · ".join(dict.fromkeys(figure.text for figure in named.figures)))
    yield _paragraph(translate(named.place.reason if isinstance(named, Entry) else named.reason, language))
    if isinstance(named, Entry) and named.outline is not None and named.outline.note:
        yield _paragraph(translate(named.outline.note, language))


def _paragraph(text: str) -> str:
    return f"<p>{_escape(text)}</p>"


def _escape(text: str) -> str:
    """Give words as HTML that Google Earth shows as they are written."""
    return html.escape(text).replace("$[", "&#36;[")


def _mark(sentence: Evidence) -> str:
    """Give a sentence as HTML with the place's names in bold."""
    parts, at = [], 0
    for start, end in sentence.marks:
        parts += [_escape(sentence.text[at:start]), f"<b>{_escape(sentence.text[start:end])}</b>"]
        at = end
    return "".join([*parts, _escape(sentence.text[at:])])


def _add_geometry(placemark: etree._Element, shape: "BaseGeometry") -> None:
    import shapely  # noqa: PLC0415 - help needs no shapely

    if shape.geom_type == "Point":
        _add(_add(placemark, "Point"), "coordinates", _coordinates(shape))
        return
    parts = shapely.get_parts(shapely.orient_polygons(shape)).tolist()
    holder = placemark if len(parts) == 1 else _add(placemark, "MultiGeometry")
    for part in parts:
        polygon = _add(holder, "Polygon")
        _add(polygon, "tessellate", "1")
        for number, ring in enumerate(shapely.get_rings(part)):
            boundary = _add(polygon, "innerBoundaryIs" if number else "outerBoundaryIs")
            _add(_add(boundary, "LinearRing"), "coordinates", _coordinates(ring))


def _coordinates(shape: "BaseGeometry") -> str:
    import shapely  # noqa: PLC0415 - as above

    return " ".join(
        f"{round(lon, _DECIMALS) + 0.0},{round(lat, _DECIMALS) + 0.0}" for lon, lat in shapely.get_coordinates(shape)
    )
