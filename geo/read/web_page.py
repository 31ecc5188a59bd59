"""A web page as plain text: what it says, without its menus and scripts."""

import datetime as dt
import re
from dataclasses import dataclass, field

import trafilatura
from lxml import etree, html

from geo.read.blocks import Block, BlockBuilder, join_blocks
from geo.read.content import Content
from geo.read.dates import find_date
from geo.read.decode import decode_text
from geo.read.quiet import silence

__all__ = ["read_web_page"]

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_HEAD_BYTES = 4_096
# Past this size the search for the article takes many seconds; the whole page is read instead.
_MAX_CHARACTERS_SEARCHED = 5_000_000
_MAX_ELEMENTS_SEARCHED = 20_000
# When the article is nearly all of the page, there are no menus to leave out; when it is next to nothing,
# the search for it has failed. The page is read as it stands in both cases.
_NEARLY_ALL = 0.8
_FEWEST_LETTERS = 250
_MOSTLY_LINKS = 0.5

_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "head", "nav", "footer", "iframe", "object"}
    | {"button", "select", "textarea"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "fieldset"}
    | {"figcaption", "figure", "form", "header", "hr", "html", "legend", "main", "p", "pre", "section", "summary"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "ol", "ul", "table", "tbody", "thead", "tfoot"}
)
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    lines: frozenset[str] = frozenset()
    letters: int = 0
    title: str | None = None
    date: dt.date | None = None


def read_web_page(data: bytes, *, name: str, encoding: str | None = None) -> Content:
    """Give the text of a web page with its title, date and language.

    The words are taken from the page itself; trafilatura (Barbaresi, "Trafilatura: A Web Scraping Library and
    Command-Line Tool", 2021, https://doi.org/10.18653/v1/2021.acl-demo.15) says where the article is, so that
    menus and teasers are left out while its tables, lists and captions stay.

    Parameters
    ----------
    data
        The bytes of an HTML page.
    name
        What to call the document in an error.
    encoding
        The encoding that the user names; None finds it out.

    Returns
    -------
    Content
        The text, empty for a page without words.

    Raises
    ------
    DocumentError
        When the bytes are not text.
    """
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    text, notices = decode_text(data, name=name, encoding=encoding, declared=declared[1].decode() if declared else None)
    text = _XML_DECLARATION.sub("", text)  # lxml refuses a str that declares an encoding
    page = _parse(text)
    if page is None:
        return Content(text="", notices=notices)
    elements = sum(1 for _ in page.iter())
    is_small = len(text) <= _MAX_CHARACTERS_SEARCHED and elements <= _MAX_ELEMENTS_SEARCHED
    article = _find_article(text) if is_small else _Article()
    title = article.title or page.findtext(".//title")
    language = page.get("lang")
    blocks = _choose_blocks(_to_blocks(page), article)
    return Content(text=join_blocks(blocks), title=title, date=article.date, language=language, notices=notices)


def _parse(text: str) -> etree._Element | None:
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # a page without any element
        return None


def _find_article(text: str) -> _Article:
    with silence("trafilatura", "htmldate", "courlan"):
        found = trafilatura.bare_extraction(
            text,
            favor_recall=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    if found is None:
        return _Article()
    known = found if isinstance(found, dict) else found.as_dict()
    words = known.get("text") or ""
    date = find_date(known.get("date") or "")
    lines = frozenset(filter(None, map(_letters, words.split("\n"))))
    return _Article(lines=lines, letters=len(_letters(words)), title=known.get("title"), date=date)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _choose_blocks(blocks: list[Block], article: _Article) -> list[Block]:
    letters = sum(len(_letters(block.text)) for block in blocks)
    if article.letters < _FEWEST_LETTERS or article.letters >= _NEARLY_ALL * letters:
        return blocks
    inside = [any(_letters(line) in article.lines for line in block.text.split("\n")) for block in blocks]
    if not any(inside):
        return blocks
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    return [
        block
        for index, block in enumerate(blocks)
        if inside[index] or (block.linked_share < _MOSTLY_LINKS and (block.close or first < index < last))
    ]


def _to_blocks(page: etree._Element) -> list[Block]:
    walk = _PageWalk()
    events = etree.iterwalk(page, events=("start", "end"))
    for event, element in events:
        if _is_unread(element):
            if event == "start":
                events.skip_subtree()
            else:
                walk.say(element.tail)
        elif event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return walk.builder.finish()


def _is_unread(element: etree._Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in _UNREAD or element.get("hidden") is not None or "display:none" in style


@dataclass(slots=True, kw_only=True)
class _PageWalk:
    builder: BlockBuilder = field(default_factory=BlockBuilder)
    links: int = 0
    items: int = 0
    preformatted: int = 0
    after_space: bool = True

    def enter(self, element: etree._Element) -> None:
        tag = element.tag
        match tag:
            case "br":
                self._end_line()
            case "tr":
                self.builder.open_row()
            case "td" | "th":
                self.builder.open_cell()
            case "li":
                self._end_block()
        if tag in _BLOCKS:
            self._end_block()
        self._count(tag, 1)
        self.say(element.text)

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        match tag:
            case "tr":
                self.builder.close_row()
            case "td" | "th":
                self.builder.close_cell()
            case "li":
                self._end_block()
        if tag in _BLOCKS:
            self._end_block()
        self._count(tag, -1)
        self.say(element.tail)

    def _count(self, tag: object, step: int) -> None:
        self.links += step * (tag == "a")
        self.items += step * (tag == "li")
        self.preformatted += step * (tag == "pre")

    def _end_line(self) -> None:
        self.builder.add("\n")
        self.after_space = True

    def _end_block(self) -> None:
        self.builder.end_block(item=self.items > 0)
        self.after_space = True

    def say(self, words: str | None) -> None:
        if not words:
            return
        if not self.preformatted:
            words = _SPACE.sub(" ", words)
            words = words.removeprefix(" ") if self.after_space else words
            self.after_space = words.endswith(" ") if words else self.after_space
        self.builder.add(words, linked=self.links > 0)
