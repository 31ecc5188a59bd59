"""Writing a picture as PNG, SVG or PDF: the same bytes for the same report, and words that stay words."""

import io
from typing import Any

import matplotlib as mpl
from lxml import etree

from geo.errors import ConfigurationError
from geo.report import Report
from maps.options import MapOptions
from maps.picture import Form
from maps.picture.caption import describe_picture
from maps.picture.compose import Picture, compose_picture
from maps.picture.sheet import PX_PER_INCH
from maps.plain import clean

__all__ = ["render_picture"]

_LEAST_PX, _MOST_PX = 200, 10_000
_LEAST_DPI, _MOST_DPI = 48, 1200
_MOST_SIDE = 60_000
_MOST_DOTS = 150_000_000
_SVG = "{http://www.w3.org/2000/svg}"
# What is at hand nearly everywhere and as wide as the font that the picture was measured with, then what is narrower.
_SVG_FAMILIES = "'DejaVu Sans', Verdana, 'Bitstream Vera Sans', sans-serif"

# Nobody's own settings of matplotlib change a picture.
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "dateline",
    "pdf.fonttype": 42,
    "pdf.use14corefonts": False,
    "text.usetex": False,
    "text.parse_math": False,
    "text.hinting": "none",
    "path.simplify": True,
    "path.simplify_threshold": 0.05,
}


def render_picture(report: Report, options: MapOptions, form: Form, *, with_words: bool = True) -> bytes:
    """Give the map of a report as a file.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.
    form
        ``"png"``, ``"svg"`` or ``"pdf"``.
    with_words
        Whether title, notes and sources stand on it too.

    Raises
    ------
    ConfigurationError
        When nobody could open a picture of that size.
    """
    _check_request(options, form)
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        picture = compose_picture(report, options, with_words=with_words)
        if form == "png":
            _check_dots(picture, options)
        return _write(picture, options, form)


def _check_request(options: MapOptions, form: Form) -> None:
    if form not in {"png", "svg", "pdf"}:
        message = f"there is no picture of the form {form!r}: give png, svg or pdf"
        raise ConfigurationError(message)
    if not _LEAST_PX <= options.width_px <= _MOST_PX:
        message = f"a picture cannot be {options.width_px} pixels wide: give a width of {_LEAST_PX} to {_MOST_PX}"
        raise ConfigurationError(message)
    if not _LEAST_DPI <= options.dpi <= _MOST_DPI:
        message = f"a picture cannot have {options.dpi} dots an inch: give {_LEAST_DPI} to {_MOST_DPI}"
        raise ConfigurationError(message)
    if form == "png":
        _check_sides(options.width_px, options.width_px / 2, options)


def _check_dots(picture: Picture, options: MapOptions) -> None:
    _check_sides(picture.sheet.width, picture.height, options)


def _check_sides(width: float, height: float, options: MapOptions) -> None:
    wide, high = (round(side * options.dpi / PX_PER_INCH) for side in (width, height))
    if max(wide, high) > _MOST_SIDE or wide * high > _MOST_DOTS:
        message = (
            f"a picture of {wide:,} by {high:,} dots is more than programs open: give a smaller --width or --dpi, "
            "or write SVG or PDF, which have no dots"
        )
        raise ConfigurationError(message)


def _write(picture: Picture, options: MapOptions, form: Form) -> bytes:
    title = clean(picture.facts["title"])
    metadata: dict[Form, dict[str, Any]] = {
        "png": {"Software": None, "Title": title, "Description": clean(describe_picture(picture.facts))},
        "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
        "pdf": {"CreationDate": None, "Creator": "Dateline", "Title": title},
    }
    stream = io.BytesIO()
    picture.sheet.figure.savefig(stream, format=form, dpi=options.dpi, metadata=metadata[form])
    return _finish_svg(stream.getvalue(), picture) if form == "svg" else stream.getvalue()


def _finish_svg(content: bytes, picture: Picture) -> bytes:
    """Give the drawing a title, a description, fonts that others have too, and the signs that ours lack."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    root.set("width", f"{picture.sheet.width:g}")
    root.set("height", f"{picture.height:g}")
    root.set("role", "img")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", picture.facts["language"])
    for name in ("metadata", "defs"):
        _unload(root, name)
    root.set("stroke-linejoin", "round")
    for node in root.iter(f"{_SVG}text"):
        _finish_text(node, picture)
    for name, text in (("desc", describe_picture(picture.facts)), ("title", picture.facts["title"])):
        node = etree.Element(f"{_SVG}{name}")
        node.text = clean(text)
        root.insert(0, node)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _unload(root: Any, name: str) -> None:  # noqa: ANN401 - lxml's own type is private
    """Take out what matplotlib says of itself, and its style sheet, which would reach into a page around."""
    for node in root.findall(f"{_SVG}{name}"):
        for style in node.findall(f"{_SVG}style"):
            node.remove(style)
        if name == "metadata" or not len(node):
            root.remove(node)


def _finish_text(node: Any, picture: Picture) -> None:  # noqa: ANN401 - as above
    rules = (rule for rule in node.get("style", "").split("; ") if not rule.startswith("font-family"))
    node.set("style", "; ".join([*rules, f"font-family: {_SVG_FAMILIES}"]))
    if node.get("transform", "").startswith("rotate(-0 "):
        del node.attrib["transform"]
    whole = picture.sheet.originals.get(node.getparent().get("id", ""))
    if whole is not None:
        node.text = whole
