"""A Word document as plain text: paragraphs, tables, headers, notes and text boxes."""

import datetime as dt
import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from geo.errors import DocumentError
from geo.read.archive import check_archive
from geo.read.blocks import Block, BlockBuilder, join_blocks
from geo.read.content import Content
from geo.read.quiet import silence
from geo.read.source import show_name, show_reason

__all__ = ["read_word"]

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# A deleted, moved or fallback part says what another part says, or what nobody says any more.
_UNREAD = {qn("w:del"), qn("w:moveFrom"), _FALLBACK}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_PARAGRAPH, _TEXT, _ROW, _CELL, _NUMBERING = qn("w:p"), qn("w:t"), qn("w:tr"), qn("w:tc"), qn("w:numPr")
_RELATED = (
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
)
# The date and title of the empty template that programs write documents from.
_TEMPLATE_DATE = dt.date(2013, 12, 23)
_TEMPLATE_TITLE = "Word Document"


def read_word(data: bytes, *, name: str) -> Content:
    """Give the text of a Word document with its title.

    Parameters
    ----------
    data
        The bytes of a DOCX file.
    name
        What to call the document in an error.

    Returns
    -------
    Content
        The body first, so that the title stands at the top; then notes, headers and footers.

    Raises
    ------
    DocumentError
        When it is no sound DOCX file.
    EncryptedDocumentError
        When it asks for a password.
    OversizedDocumentError
        When it unpacks to more than the limits of :mod:`geo.read.archive`.
    """
    check_archive(data, name=name)
    try:
        with silence("docx"):
            document = docx.Document(io.BytesIO(data))
            text = join_blocks(_to_blocks(document))
            title, date = _read_properties(document)
    except Exception as error:  # the library lets every fault of a broken file through as it comes
        message = f"{show_name(name)} is a broken Word document ({show_reason(error)}): save it again as DOCX"
        raise DocumentError(message) from error
    return Content(text=text, title=title, file_date=date)


def _to_blocks(document: WordDocument) -> Iterator[Block]:
    yield from _walk(document.element.body)
    for kind in _RELATED:
        yield from _related_blocks(document, kind)


def _related_blocks(document: WordDocument, kind: str) -> Iterator[Block]:
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield from _walk(parse_xml(relation.target_part.blob))


def _walk(root: etree._Element) -> list[Block]:
    # A paragraph can hold a text box, which holds paragraphs: the words before it wait on a stack.
    builder = BlockBuilder()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and tag in _UNREAD:
            walk.skip_subtree()
        elif tag == _PARAGRAPH:
            builder.end_block(item=event == "end" and element.find(f".//{_NUMBERING}") is not None)
        elif tag == _ROW:
            (builder.open_row if event == "start" else builder.close_row)()
        elif tag == _CELL:
            (builder.open_cell if event == "start" else builder.close_cell)()
        elif event == "start" and tag == _TEXT:
            builder.add(element.text or "")
        elif event == "start" and tag in _SIGNS and not _is_setting(element):
            builder.add(_SIGNS[tag])
    return builder.finish()


def _is_setting(element: etree._Element) -> bool:
    # A tab stop in a paragraph's settings has the name of a tab in its text.
    parent = element.getparent()
    return parent is not None and parent.tag == qn("w:tabs")


def _read_properties(document: WordDocument) -> tuple[str | None, dt.date | None]:
    properties = document.core_properties
    created = properties.created.date() if properties.created else None
    title = properties.title.strip()
    return (
        title if title and title != _TEMPLATE_TITLE else None,
        created if created != _TEMPLATE_DATE else None,
    )
