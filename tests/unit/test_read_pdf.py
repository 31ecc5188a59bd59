import datetime as dt
import io

import documents
import pypdf
import pytest
from pypdf.errors import DependencyError

from geo.errors import (
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    MissingExtraError,
    OversizedDocumentError,
)
from geo.read import pdf, read_document
from geo.read.reflow import reflow_pages

PAGE = (
    "Floods on the high plain",
    "The river rose over the week and took the",
    "bridge of the old road to Oxa-",
    "pampa, and the ferry from Guinea-",
    "Bissau did not sail from the quay at all.",
    "On Monday, the people of Ñaña (Peru) met.",
)


def read_bytes(data):
    return read_document(io.BytesIO(data), name="brief.pdf")


def test_lines_become_paragraphs_and_broken_words_are_mended():
    assert read_bytes(documents.make_pdf(PAGE)).text == (
        "Floods on the high plain\n\n"
        "The river rose over the week and took the bridge of the old road to Oxapampa, and the ferry from "
        "Guinea-Bissau did not sail from the quay at all. On Monday, the people of Ñaña (Peru) met."
    )


def test_a_sentence_runs_over_the_end_of_a_page():
    first = ("The river rose over the week and it took", "the bridge of the old road that leads to")
    second = ("Juliaca, which is a town of some size in", "the south of the country.")
    assert "leads to Juliaca" in read_bytes(documents.make_pdf(first, second)).text


def test_running_heads_are_kept_once_and_page_numbers_go():
    pages = [
        f"Report of Puno, page {n}\nThe river rose over the week and it took\nbridge {'abcd'[n]}.\n{n}"
        for n in range(4)
    ]
    text = reflow_pages(pages)
    assert text.count("Report of Puno") == 1
    assert not any(line.isdecimal() for line in text.split("\n"))
    assert [text.count(f"bridge {letter}.") for letter in "abcd"] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("the port of Port-au-\nPrince was closed to all", "Port-au-Prince"),
        ("the port of Port-\nau-Prince was closed to", "Port-au-Prince"),
        ("a narco-state and a narco-\nstate were at the border", "narco-state and a narco-state"),
        ("the deploy\u00ad\nment was over by then for", "deployment"),
        ("the years from 1990-\n2000 were dry ones for us", "1990-2000"),
    ],
)
def test_hyphens_at_a_lines_end(lines, word):
    assert word in reflow_pages([lines])


def test_items_and_short_lines_stand_alone():
    heading = "Towns that were cut off for a week or more"
    items = "• Ilave on the lake, with its cattle market\n• Juli\nSources\nThe ministry"
    assert reflow_pages([f"{heading}\n{items}"]).split("\n\n")[1:] == [
        "• Ilave on the lake, with its cattle market",
        "• Juli",
        "Sources",
        "The ministry",
    ]


def test_no_pages_are_no_text():
    assert reflow_pages([]) == ""
    assert reflow_pages(["", "\n \n"]) == ""


def test_title_and_date_of_the_file():
    document = read_bytes(documents.make_pdf(PAGE, title="The real title"))
    assert (document.title, document.date) == ("The real title", dt.date(2019, 5, 12))


@pytest.mark.parametrize("title", ["Microsoft Word - draft 3.doc", "untitled", "report.indd", ""])
def test_what_a_program_writes_for_want_of_a_title_is_none(title):
    assert read_bytes(documents.make_pdf(PAGE, title=title)).title == PAGE[0]


def test_a_creation_date_that_is_none_is_left():
    data = documents.make_pdf(PAGE, title="T").replace(b"D:20190512100000Z", b"D:yesterdayxxxxxZ")
    assert read_bytes(data).date is None


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_an_empty_password_is_tried(algorithm):
    assert read_bytes(documents.lock_pdf(documents.make_pdf(PAGE), user="", algorithm=algorithm)).title == PAGE[0]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_an_encrypted_pdf_asks_for_a_password(algorithm):
    with pytest.raises(EncryptedDocumentError, match=r"'brief\.pdf' is encrypted and asks for a password"):
        read_bytes(documents.lock_pdf(documents.make_pdf(PAGE), user="secret", algorithm=algorithm))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<", documents.make_pdf(PAGE)[:200]])
def test_a_broken_pdf_is_told_in_one_line(data, capfd):
    with pytest.raises(DocumentError, match=r"'brief\.pdf' is a broken PDF") as caught:
        read_bytes(data)
    assert str(caught.value).isprintable()
    assert capfd.readouterr() == ("", "")


def test_a_pdf_that_can_be_mended_is_read_without_a_word_to_the_terminal(capfd):
    data = documents.make_pdf(PAGE).replace(b"startxref\n", b"startxref\n9")
    assert "Oxapampa" in read_bytes(data).text
    assert capfd.readouterr() == ("", "")


def test_a_method_that_no_installed_library_knows_is_told(monkeypatch):
    def refuse(*_):
        message = "cryptography>=3.1 is required for AES algorithm"
        raise DependencyError(message)

    monkeypatch.setattr(pypdf.PdfReader, "decrypt", refuse)
    with pytest.raises(MissingExtraError, match=r"install pypdf\[crypto\]"):
        read_bytes(documents.lock_pdf(documents.make_pdf(PAGE), user="secret"))


def test_endless_words_are_read():
    pages = ["x" * 100_000 + "\n" + "y" * 100_000 + "-\n" + "z" * 100_000]
    assert "y" * 100_000 + "z" in reflow_pages(pages)


def test_scanned_pages_have_no_text():
    with pytest.raises(EmptyDocumentError, match="it is probably scanned pages"):
        read_bytes(documents.make_pdf([], []))


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 100)
    with pytest.raises(OversizedDocumentError, match="more than 100 characters"):
        read_bytes(documents.make_pdf(PAGE))
