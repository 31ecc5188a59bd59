"""Markdown as plain text: no marks of emphasis or links, headings and items on lines of their own."""

import itertools
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from geo.read.blocks import Block, join_blocks
from geo.read.content import Content
from geo.read.dates import find_date
from geo.said import Said

__all__ = ["read_markdown"]

# The parser's time grows with the square of unmatched brackets, so a text that is larger or has more of
# them than any report stays as it is written.
_MAX_CHARACTERS = 2_000_000
_MAX_BRACKETS = 20_000
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|lang|language)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Content:
    r"""Give the plain text of a Markdown document, its title and its date.

    Raw HTML in it stays as it is written, since it may be what the report is about.

    Parameters
    ----------
    text
        Markdown (CommonMark and tables), line ends normalised; fields ``title``, ``date`` and ``lang``
        of a front matter between lines of ``---`` are read.

    Returns
    -------
    Content
        The title is the front matter's, else the first heading's.

    Examples
    --------
    >>> read_markdown("# Floods\n\nRain fell on **Puno** and [Juliaca](https://example.org).").text
    'Floods\n\nRain fell on Puno and Juliaca.'
    """
    fields, body = _split_front_matter(text)
    date = find_date(fields.get("date", ""))
    language = fields.get("lang") or fields.get("language")
    if len(body) > _MAX_CHARACTERS or body.count("[") > _MAX_BRACKETS:
        notice = Said("The Markdown is too large to be converted; its marks stand in the text as written.")
        return Content(text=body, title=fields.get("title"), date=date, language=language, notices=(notice,))
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(body)
    title = fields.get("title") or _first_heading(tokens)
    return Content(text=join_blocks(_to_blocks(tokens)), title=title, date=date, language=language)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    fields = {key.lower(): value.strip("\"'").strip() for key, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def _first_heading(tokens: list[Token]) -> str | None:
    for token, following in itertools.pairwise(tokens):
        if token.type == "heading_open":
            return _to_text(following) or None
    return None


def _to_blocks(tokens: list[Token]) -> Iterator[Block]:
    open_items = 0
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                open_items += 1
            case "list_item_close":
                open_items -= 1
            case "tr_open":
                row = []
            case "tr_close":
                yield Block(text=" | ".join(row or ()), close=True)
                row = None
            case "inline" if row is not None:
                row.append(_to_text(token))
            case "inline" if open_items:
                yield Block(text=f"- {_to_text(token)}", close=True)
            case "inline":
                yield Block(text=_to_text(token))
            case "code_block" | "fence":
                yield Block(text=token.content)


def _to_text(token: Token) -> str:
    return "".join(map(_to_words, token.children or ())).strip()


def _to_words(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return _to_text(token)
        case _:
            return token.content
