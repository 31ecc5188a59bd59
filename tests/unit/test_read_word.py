import io
import zipfile

import documents
import pytest

from geo.errors import DocumentError, EmptyDocumentError, EncryptedDocumentError, OversizedDocumentError
from geo.read import archive, read_document


def read_bytes(data, name="brief.docx"):
    return read_document(io.BytesIO(data), name=name)


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def read_body(body_xml):
    return read_bytes(documents.replace_body(documents.make_docx("x"), body_xml)).text


def test_paragraphs_tables_notes_and_headers_are_read():
    table = [["Distrito", "Casos"], ["Ayaviri", "3"], ["Lampa", "4"]]
    data = documents.make_docx("Floods", "In Puno.", table=table, header="From Arequipa", footnote="See Juli.")
    assert read_bytes(data).text.split("\n\n") == [
        "Floods",
        "In Puno.",
        "Distrito | Casos\nAyaviri | 3\nLampa | 4",
        "See Juli.",
        "From Arequipa",
    ]


def test_the_title_of_the_file_counts_before_its_first_line():
    assert read_bytes(documents.make_docx("First line", "Body.", title="Real title")).title == "Real title"
    assert read_bytes(documents.make_docx("First line", "Body.")).title == "First line"


def test_the_date_of_the_empty_template_is_no_date():
    assert read_bytes(documents.make_docx("Floods", "Body.")).date is None


def test_a_date_line_counts_before_the_date_of_the_file():
    assert read_bytes(documents.make_docx("Floods", "12 May 2019", "Body.")).date.year == 2019


def test_words_in_text_boxes_and_content_controls_are_read_once():
    box = f"<w:txbxContent>{paragraph('In Juli')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    control = f"<w:sdt><w:sdtContent>{paragraph('Lampa')}</w:sdtContent></w:sdt>"
    text = read_body(f"<w:p><w:r><w:t>Near Puno</w:t>{choice}</w:r></w:p>{control}")
    assert [text.count(word) for word in ("Near Puno", "In Juli", "Lampa")] == [1, 1, 1]


def test_what_was_deleted_or_moved_away_is_not_read():
    kept = "<w:ins><w:r><w:t>to Puno</w:t></w:r></w:ins>"
    gone = (
        "<w:del><w:r><w:delText>to Lima</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Cusco</w:t></w:r></w:moveFrom>"
    )
    assert read_body(f"<w:p><w:r><w:t>They went </w:t></w:r>{gone}{kept}</w:p>") == "They went to Puno"


def test_tabs_breaks_and_hyphens_are_read_and_tab_stops_are_not():
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    words = "<w:r><w:t>Guinea</w:t><w:noBreakHyphen/><w:t>Bissau</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>Gao</w:t></w:r>"
    assert read_body(f"<w:p>{stops}{words}</w:p>") == "Guinea-Bissau\t3\nGao"


def test_numbered_paragraphs_are_items():
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    assert read_body(item.format("Ilave") + item.format("Juli")) == "- Ilave\n- Juli"


def test_a_cell_of_many_paragraphs_and_a_table_in_a_cell_keep_their_words():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('Juli')}</w:tc><w:tc>{paragraph('5')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('Puno')}{paragraph('Lampa')}{inner}</w:tc></w:tr></w:tbl>"
    assert read_body(body) == "Puno\n\nLampa\n\nJuli | 5"


def test_a_document_without_words_is_empty():
    with pytest.raises(EmptyDocumentError, match="holds only white space"):
        read_body("<w:p/>")


def test_a_bomb_is_refused_by_what_it_would_unpack_to():
    with pytest.raises(OversizedDocumentError, match=r"'brief\.docx' unpacks to 211 MB, more than 200 MB"):
        read_bytes(documents.make_docx_bomb(210_000_000))


def test_a_bomb_is_refused_by_its_ratio():
    with pytest.raises(OversizedDocumentError, match="times its size, more than 200"):
        read_bytes(documents.make_docx_bomb(20_000_000))


def test_a_huge_part_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_XML_BYTES", 1_000)
    with pytest.raises(OversizedDocumentError, match="a part of"):
        read_bytes(documents.make_docx("Lima"))


def test_a_bomb_of_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    with pytest.raises(OversizedDocumentError, match="members, more than 5"):
        read_bytes(documents.make_docx("Lima"))


def test_what_is_unpacked_is_counted_whatever_the_directory_says(monkeypatch):
    monkeypatch.setattr(archive, "_check_directory", lambda *_: None)
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1_000_000)
    with pytest.raises(OversizedDocumentError, match="unpacks to more than"):
        read_bytes(documents.make_docx_bomb(5_000_000))


def test_a_directory_that_lies_is_told():
    with pytest.raises(DocumentError, match="is a broken archive"):
        read_bytes(documents.make_lying_docx())


@pytest.mark.parametrize("part", [0.2, 0.5, 0.95])
def test_half_a_document_is_told(part):
    data = documents.make_docx("Lima", "Puno")
    with pytest.raises(DocumentError, match="is a broken archive"):
        read_bytes(data[: int(len(data) * part)])


@pytest.mark.parametrize("body", [b"<w:document", b"", b"<other/>"])
def test_a_document_with_a_broken_part_is_told(body):
    data = documents.rewrite_zip(
        documents.make_docx("Lima"), change=lambda name, old: body if name == "word/document.xml" else old
    )
    with pytest.raises(DocumentError, match="is a broken Word document"):
        read_bytes(data)


def test_entities_are_not_expanded():
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(name, body):
        declared = body.replace(b"<w:document", bomb + b"<w:document", 1).replace(b"Lima", b"Lima &b;")
        return declared if name == "word/document.xml" else body

    assert "aaaa" not in read_bytes(documents.rewrite_zip(documents.make_docx("Lima"), change=change)).text


def test_a_locked_member_is_told():
    data = bytearray(documents.make_zip({"word/document.xml": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(EncryptedDocumentError, match="asks for a password"):
        read_bytes(bytes(data))


def test_a_locked_office_document_is_told():
    old_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedDocumentError, match="save it without one"):
        read_bytes(old_office)


def test_a_document_whose_parts_are_stored_is_read():
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(documents.make_docx("Lima"))) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert read_bytes(stored.getvalue()).text == "Lima"
