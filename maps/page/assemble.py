"""The page: one HTML file that needs nothing else, with every word in one inert block.

A Content-Security-Policy in its head lets the browser run our own scripts, known by their hashes, and load nothing.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

__all__ = ["assemble_page", "escape_json"]

# Joined in this order: each declares what the later ones use.
_SCRIPTS = (
    "facts.js",
    "state.js",
    "distance.js",
    "symbols.js",
    "popup.js",
    "offers.js",
    "text.js",
    "table.js",
    "drawn.js",
    "clusters.js",
    "disputed.js",
    "shades.js",
    "furniture.js",
    "scale.js",
    "view.js",
    "labels.js",
    "placing.js",
    "names.js",
    "panel.js",
    "stepping.js",
    "choosing.js",
    "byhand.js",
    "corrections.js",
    "start.js",
)
_STYLES = (
    "colours.css",
    "page.css",
    "text.css",
    "table.css",
    "map.css",
    "popup.css",
    "corrections.css",
    "layouts.css",
    "media.css",
)
_SLOT = re.compile(r"<!--(\w+)-->")
# Within a script element these could end it, open a comment, or end a line of script; "&" is escaped for XML readers.
_INERT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Leaflet's own pictures, which this page has no use for.
_PICTURE = re.compile(r"[\w-]+:\s*url\([^)]*\)[^;}]*;?")


def escape_json(value: object) -> str:
    r"""Give a value as JSON that is inert wherever it stands in a script element.

    Parameters
    ----------
    value
        What JSON can hold.

    Examples
    --------
    >>> escape_json({"name": "</script><!-- é"})
    '{"name":"\\u003c/script\\u003e\\u003c!-- é"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _asset(name: str) -> str:
    return files("maps.page").joinpath("assets", name).read_text(encoding="utf-8")


def _leaflet(name: str) -> str:
    return files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8").strip()


def _page_script() -> str:
    body = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();'


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    sources = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": " ".join(map(_hash, styles)),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{directive} {source}" for directive, source in sources.items())


def _escape(text: str) -> str:
    """Give text as HTML; half a surrogate pair, which no file can hold, becomes a replacement character."""
    return html.escape(_LONE_SURROGATE.sub("\ufffd", text))


def _plain_table(facts: Mapping[str, Any]) -> str:
    """Give the places as a table for a reader without script."""
    words = facts["words"]
    heads = "".join(f"<th>{_escape(words[f'column_{name}'])}</th>" for name in ("name", "where", "times"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{_escape(str(place[key]))}</td>' for key in ('name', 'where', 'times'))}</tr>"
        for place in facts["places"]
    )
    return f"<table><tr>{heads}</tr>{rows}</table>"


def assemble_page(facts: Mapping[str, Any], map_html: str, map_script: str, *, embedded: bool = False) -> str:
    """Give the whole page.

    Parameters
    ----------
    facts
        Every word of the page and where the labels may stand, as :func:`maps.page.facts.describe_report` gives them.
    map_html, map_script
        What folium made of the geometry.
    embedded
        Whether it is to stand within another page; its root element then bears ``data-embed``.

    Returns
    -------
    str
        HTML, the same for the same input.
    """
    scripts = [_leaflet("leaflet.js"), _asset("motion.js"), map_script, _page_script()]
    styles = [_PICTURE.sub("", _leaflet("leaflet.css")), "\n".join(map(_asset, _STYLES))]
    parts = {
        "policy": _escape(_policy(scripts, styles)),
        "language": _escape(facts["language"]),
        "theme": _escape(facts["theme"]),
        "title": _escape(facts["title"]),
        "styles": "\n".join(f"<style>{style}</style>" for style in styles),
        "noscript": f"<h1>{_escape(facts['title'])}</h1>{_plain_table(facts)}",
        "map": map_html,
        "facts": escape_json(facts),
        "embed": " data-embed" if embedded else "",
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    # One pass over the skeleton alone: what is put in is never looked at again.
    return _SLOT.sub(lambda slot: parts[slot[1]], _asset("page.html"))
