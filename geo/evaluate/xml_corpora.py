"""Reading the corpora that are XML: LGL and TR-News, GeoVirus, GeoWebNews, WikToR."""

from collections.abc import Iterator

from lxml import etree

from geo.errors import CoordinateError, DocumentError
from geo.evaluate.gold import CorpusFormat, GoldDocument, GoldPlace
from geo.lonlat import LonLat

__all__ = ["DROPPED_TYPES", "OPTIONAL_TYPES", "detect_xml_format", "parse_xml", "read_xml"]

DROPPED_TYPES = frozenset({"Non_Toponym", "Literal_Expression", "Non_Lit_Expression"})
"""Types of GeoWebNews that are no toponyms."""

OPTIONAL_TYPES = frozenset({"Demonym", "Homonym", "Language"})
"""Types of GeoWebNews that are kept only when asked for; none of them has coordinates."""


def parse_xml(raw: bytes, name: str) -> etree._Element:
    """Give the root of an XML file; nothing outside the file is looked at.

    Parameters
    ----------
    raw
        The file.
    name
        What to call it in an error.

    Raises
    ------
    DocumentError
        When it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        message = f"{name} cannot be read as XML ({error}): give a whole corpus file"
        raise DocumentError(message) from error


def detect_xml_format(root: etree._Element) -> CorpusFormat | None:
    """Give the format of an XML corpus by the elements that only it has; None when it has none of them.

    Examples
    --------
    >>> detect_xml_format(parse_xml(b"<pages><page><toponymIndices/></page></pages>", "corpus"))
    'wiktor'
    """
    marks: tuple[tuple[str, CorpusFormat], ...] = (
        ("article/locations", "geovirus"),
        ("page/toponymIndices", "wiktor"),
        ("article/toponyms/toponym/extractedName", "geowebnews"),
        ("article/toponyms", "lgl"),
    )
    return next((form for path, form in marks if root.find(path) is not None), None)


def read_xml(root: etree._Element, form: CorpusFormat, *, keep_demonyms: bool = False) -> Iterator[GoldDocument]:
    """Give the documents of an XML corpus with their gold as it stands there.

    Parameters
    ----------
    root
        The root element.
    form
        ``"lgl"``, ``"geovirus"``, ``"geowebnews"`` or ``"wiktor"``.
    keep_demonyms
        Whether the types of :data:`OPTIONAL_TYPES` count as toponyms.

    Raises
    ------
    DocumentError
        When an offset is no whole number.
    """
    for number, element in enumerate(root.iterchildren("page" if form == "wiktor" else "article")):
        name = element.get("docid") or element.get("file") or element.get("number") or str(number)
        if form == "geovirus":
            # At any depth: in one article of GeoVirus three locations stand within another.
            places = [_read_geovirus(one) for one in element.iter("location")]
        elif form == "wiktor":
            places = [_read_wiktor(element, one) for one in element.iter("toponym")]
        elif form == "geowebnews":
            dropped = DROPPED_TYPES if keep_demonyms else DROPPED_TYPES | OPTIONAL_TYPES
            places = [_read_geowebnews(one) for one in element.iter("toponym") if _text(one, "type") not in dropped]
        else:
            places = [_read_lgl(one) for one in element.iter("toponym")]
        title = _text(element, "title") or _text(element, "pageTitle") or None
        text = element.find("text")
        body = "" if text is None else "".join(map(str, text.itertext()))
        yield GoldDocument(name=name, text=body, places=tuple(places), title=title, language="en")


def _read_lgl(element: etree._Element) -> GoldPlace:
    tag = element.find("gaztag")
    return GoldPlace(
        start=_offset(element, "start"),
        end=_offset(element, "end"),
        text=_raw(element, "phrase"),
        lonlat=(None if tag is None else _lonlat(tag)) or _lonlat(element),
        id="" if tag is None else tag.get("geonameid") or "",
    )


def _read_geovirus(element: etree._Element) -> GoldPlace:
    return GoldPlace(
        start=_offset(element, "start"),
        end=_offset(element, "end"),
        text=_raw(element, "name"),
        lonlat=_lonlat(element),
        id=_text(element, "page"),
    )


def _read_geowebnews(element: etree._Element) -> GoldPlace:
    return GoldPlace(
        start=_offset(element, "start"),
        end=_offset(element, "end"),
        text=_raw(element, "extractedName"),
        lonlat=_lonlat(element, lon="longitude", lat="latitude"),
        id=_text(element, "geonamesID"),
        kind=_text(element, "type"),
    )


def _read_wiktor(page: etree._Element, element: etree._Element) -> GoldPlace:
    return GoldPlace(
        start=_offset(element, "start"),
        end=_offset(element, "end"),
        text=_raw(page, "toponymName"),
        lonlat=_lonlat(page),
        id=_text(page, "url"),
    )


def _raw(element: etree._Element, tag: str) -> str:
    return element.findtext(tag) or ""


def _text(element: etree._Element, tag: str) -> str:
    return _raw(element, tag).strip()


def _offset(element: etree._Element, tag: str) -> int:
    value = _text(element, tag)
    try:
        return int(value)
    except ValueError as error:
        message = f"line {element.sourceline}: {tag} is {value!r}, and not a whole number: mend the corpus"
        raise DocumentError(message) from error


def _lonlat(element: etree._Element, *, lon: str = "lon", lat: str = "lat") -> LonLat | None:
    """Give the point that an element holds; None when it holds none on Earth."""
    try:
        return LonLat(lon=float(_text(element, lon)), lat=float(_text(element, lat)))
    except (ValueError, CoordinateError):
        return None
