"""Putting the page of a report into another page: a snippet that names its file, a fragment that holds it whole."""

import html
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from geo.report import Report
from maps.drawing import draw_map
from maps.options import MapOptions
from maps.tables.words import clean_words
from maps.words import choose_title

__all__ = ["RIGHTS", "embed_files", "escape_attribute", "frame_content", "frame_file"]

RIGHTS = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a framed page may do: run its own script, open its links, give its downloads; else it is a stranger."""

# The attributes size the frame where the host's policy forbids styles; the style fits it to any width.
_SIZE = (
    'width="100%" height="480" frameborder="0" '
    'style="display:block;width:100%;height:auto;aspect-ratio:3/2;min-height:420px;max-height:90vh;border:0"'
)


def escape_attribute(text: str) -> str:
    """Give text as the value of an attribute, in ASCII, so that it survives a page of any encoding.

    Parameters
    ----------
    text
        Any text; what no page can hold becomes a replacement character.

    Examples
    --------
    >>> escape_attribute('<p lang="es">Perú</p>')
    '&lt;p lang=&quot;es&quot;&gt;Per&#250;&lt;/p&gt;'
    """
    return html.escape(clean_words(text)).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _frame(source: str, title: str) -> str:
    return f'<iframe {source} title="{escape_attribute(title)}" loading="lazy" sandbox="{RIGHTS}" {_SIZE}></iframe>\n'


def frame_file(name: str, title: str) -> str:
    """Give the HTML that shows a page's file in another page, and needs no script there.

    Parameters
    ----------
    name
        The name of the page's file, which lies beside the other page; the frame asks for its embedded form.
    title
        What the frame is called for readers who hear it.

    Examples
    --------
    >>> frame_file("coca & coffee.html", "Coca & coffee")[:78]
    '<iframe src="coca%20%26%20coffee.html#embed" title="Coca &amp; coffee" loading'
    """
    return _frame(f'src="{quote(os.fsencode(name))}#embed"', title)


def frame_content(page: str, title: str) -> str:
    """Give the HTML that shows a page in another page without any file beside it.

    Parameters
    ----------
    page
        The whole page, drawn with ``MapOptions(embedded=True)``: a page so framed has no address of its own to tell it.
    title
        As in :func:`frame_file`.

    Notes
    -----
    A page in ``srcdoc`` is also bound by the policy of the page around it: where that forbids inline script, as a
    strict Content-Security-Policy does, :func:`frame_file` is the one that works.

    Examples
    --------
    >>> frame_content('<p lang="en">', "Lima")[:45]
    '<iframe srcdoc="&lt;p lang=&quot;en&quot;&gt;'
    """
    return _frame(f'srcdoc="{escape_attribute(page)}"', title)


def embed_files(report: Report, page: str | os.PathLike[str], options: MapOptions) -> Mapping[Path, str]:
    """Give the files that put a report's page into another page, by the paths where they belong.

    Parameters
    ----------
    report
        The report.
    page
        The path of its page: ``map.html``.
    options
        How the page is drawn.

    Returns
    -------
    mapping
        ``map.embed.html``, the snippet that shows ``map.html`` from beside it, and ``map.fragment.html``, the page
        whole for a place that takes no files, such as a content management system.
    """
    path, title = Path(page), choose_title(report, options)
    return {
        path.with_suffix(".embed.html"): frame_file(path.name, title),
        path.with_suffix(".fragment.html"): frame_content(draw_map(report, replace(options, embedded=True)), title),
    }
