import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ConfigurationError, DocumentError
from geo.read import read_document

SPANISH = "La policía de Áncash habló con el señor Núñez, de Ñaña, sobre la niñez en la región."


def read_bytes(data, **options):
    return read_document(io.BytesIO(data), name="brief.txt", **options)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_and_utf_8_need_no_notice(encoding):
    document = read_bytes(SPANISH.encode(encoding))
    assert (document.text, document.notices) == (SPANISH, ())


@pytest.mark.parametrize("order", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks_are_known(order):
    assert read_bytes("\ufeffÑaña".encode(order)).text == "Ñaña"


def test_a_western_text_is_guessed_and_the_guess_is_told():
    document = read_bytes(SPANISH.encode("cp1252"))
    assert document.text == SPANISH
    assert document.notices == ("'brief.txt' is not in UTF-8; it was read as cp1252, so check its accented letters.",)


def test_a_cyrillic_text_is_guessed():
    russian = "Президент посетил Казань и Уфу вчера вечером. Встреча прошла хорошо."
    assert read_bytes(russian.encode("cp1251")).text == russian


def test_bytes_in_no_encoding_are_refused():
    with pytest.raises(DocumentError, match="in no encoding that can be recognised"):
        read_bytes(bytes(range(128, 256)) * 20)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8"])
def test_the_encoding_that_the_user_names_counts(encoding):
    assert read_bytes(SPANISH.encode(encoding), encoding=encoding).text == SPANISH


def test_a_byte_order_mark_does_not_stay_in_the_text():
    assert read_bytes(SPANISH.encode("utf-8-sig"), encoding="utf-8").text == SPANISH


def test_a_wrong_encoding_says_which_byte():
    with pytest.raises(DocumentError, match=r"'brief.txt' is not utf-8 \(byte 0xf1 at offset 2\)"):
        read_bytes(b"\xc3\x91\xf1", encoding="utf-8")


@pytest.mark.parametrize("encoding", ["no-such-code", "zip", "hex", "a\nb"])
def test_an_unknown_encoding_is_refused(encoding):
    with pytest.raises(ConfigurationError, match="there is no text encoding"):
        read_bytes(b"Lima", encoding=encoding)


def test_an_encoding_that_decodes_nothing_is_refused():
    with pytest.raises(DocumentError, match="is not undefined"):
        read_bytes(b"Lima", encoding="undefined")


def test_a_page_says_its_encoding():
    head = b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>'
    page = head + "<body><p>Kraków i Łódź</p></body></html>".encode("iso-8859-2")
    assert read_document(io.BytesIO(page), name="a.html").text == "Kraków i Łódź"


@pytest.mark.parametrize("declared", ["utf-16", "no-such-code"])
def test_an_encoding_that_a_page_cannot_be_in_is_not_believed(declared):
    page = f'<html><head><meta charset="{declared}"></head><body>{SPANISH}</body></html>'.encode("cp1252")
    assert read_document(io.BytesIO(page), name="a.html").text == SPANISH


@given(
    st.tuples(st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"---\n"]), st.binary(max_size=400)).map(
        b"".join
    ),
    st.sampled_from(["a.txt", "a.html", "a.csv", "a.md", "a.docx", "a.pdf", "a.xlsx", "a"]),
)
def test_any_bytes_are_read_or_refused_in_one_line(data, name):
    said = ""
    try:
        read_document(io.BytesIO(data), name=name).text.encode()
    except DocumentError as error:
        said = str(error)
    assert said.isprintable()
