"""Writing a picture as PNG, SVG or PDF: the same bytes for the same report, and words that stay words."""

import io
from typing import Any

import matplotlib as mpl
from lxml import etree

from maps.options import MapOptions
from maps.picture.compose import Picture, compose_picture
from maps.picture.describe import describe_picture, describe_rights
from maps.picture.request import Form, check_request, check_sides
from maps.picture.scene import Scene
from maps.plain import clean

__all__ = ["render_picture"]

_SPACES = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/"}
_RDF, _DC = (f"{{{_SPACES[name]}}}" for name in ("rdf", "dc"))
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


def render_picture(scene: Scene, options: MapOptions, form: Form, *, with_words: bool = True) -> bytes:
    """Give the picture of a scene as a file.

    Parameters
    ----------
    scene
        What it shows.
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
    check_request(options, form)
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        picture = compose_picture(scene, options, with_words=with_words)
        if form == "png":
            check_sides(picture.sheet.width, picture.height, options)
        return _write(picture, options, form)


def _write(picture: Picture, options: MapOptions, form: Form) -> bytes:
    title, rights = clean(picture.facts["title"]), clean(describe_rights(picture.facts))
    metadata: dict[Form, dict[str, Any]] = {
        "png": {
            "Software": None,
            "Title": title,
            "Description": clean(describe_picture(picture.facts)),
            "Copyright": rights,
        },
        "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
        "pdf": {"CreationDate": None, "Creator": "Dateline", "Title": title, "Subject": rights},
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
    root.append(_tell_rights(picture))
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _tell_rights(picture: Picture) -> Any:  # noqa: ANN401 - lxml's own type is private
    """Give whose data the drawing shows as metadata, in the words of the Dublin Core."""
    metadata = etree.Element(f"{_SVG}metadata")
    work = etree.SubElement(etree.SubElement(metadata, f"{_RDF}RDF", nsmap=_SPACES), f"{_RDF}Description")
    etree.SubElement(work, f"{_DC}rights").text = clean(describe_rights(picture.facts))
    return metadata


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
