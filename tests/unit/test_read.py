import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import documents
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import read
from geo.errors import ConfigurationError, DatelineError, DocumentError, EmptyDocumentError, OversizedDocumentError
from geo.read import find_documents, read_document, read_documents, read_text, source
from geo.resources import data_path


def read_bytes(data, **options):
    return read_document(io.BytesIO(data), **options)


def refusal_of(data, **options):
    with pytest.raises(DatelineError) as caught:
        read_bytes(data, **options)
    message = str(caught.value)
    assert message.isprintable(), "a message is one line that no terminal obeys"
    return caught.value


def test_all_that_is_exported_is_there():
    assert all(hasattr(read, name) for name in read.__all__)


@pytest.mark.parametrize("hostile", documents.HOSTILE_STRINGS)
@pytest.mark.parametrize("suffix", [".txt", ".docx", ".html"])
def test_hostile_words_stay_exactly_as_written(hostile, suffix):
    words = f"In Puno {hostile} was seen."
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    data = {
        ".txt": words.encode(),
        ".docx": documents.make_docx("Title", words),
        ".html": documents.make_page(f"<h1>Title</h1><p>{escaped}</p>"),
    }[suffix]
    assert words in read_bytes(data, name=f"brief{suffix}").text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1))
def test_a_text_is_not_altered(text):
    if text.strip():
        assert read_text(text).text == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(end):
    assert read_bytes(f"One{end}Two{end}{end}Three".encode()).text == "One\nTwo\n\nThree"


def test_half_characters_are_replaced_since_no_file_can_hold_them():
    document = read_text("Puno \ud800 Lima", title="A \udfff title")
    assert (document.text, document.title) == ("Puno \ufffd Lima", "A \ufffd title")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Floods in Puno\n\nRain fell.", "Floods in Puno"),
        ("Floods in Puno\n12 May 2019\nRain fell.", "Floods in Puno"),
        ("12 May 2019\n\nFloods in Puno\n\nRain fell.", "Floods in Puno"),
        ("Floods in Puno a\u2028b {{ 1 }}\n\nRain fell.", "Floods in Puno a\u2028b {{ 1 }}"),
        ("Floods came to Puno.\n\nRain fell.", None),
        ("Floods in Puno", None),
        ("w" * 121 + "\n\nRain fell.", None),
        ("The road that leads from the town of Puno to\nthe town of Juliaca was closed on Monday.\n\nMore.", None),
    ],
)
def test_the_first_line_is_the_title_when_it_reads_like_one(text, title):
    assert read_text(text).title == title


def test_a_given_title_counts_and_is_one_line():
    assert read_text("Some text.", title="A\ntitle\x1b").title == "A title"
    assert len(read_text("Some text.", title="t" * 1_000).title) == 300


def test_a_stream_is_called_by_its_file_or_standard_input(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Rain fell on Puno.")
    with path.open("rb") as stream:
        assert read_document(stream).name == "brief.txt"
    assert read_bytes(b"Rain fell on Puno.").name == "standard input"
    assert read_bytes(b"Rain fell on Puno.", name="note").name == "note"


def test_a_pipe_is_read():
    reading, writing = os.pipe()
    os.write(writing, b"Rain fell on Puno.")
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        document = read_document(stream)
    assert (document.name, document.text) == ("standard input", "Rain fell on Puno.")


def test_a_file_name_that_is_no_text_can_be_written_all_the_same(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/brief\xff.txt"))
    path.write_text("Rain fell on Puno.")
    assert read_document(path).name == "brief?.txt"


@pytest.mark.parametrize("name", ["br\x1b[31mief.txt", "br\u202eief.txt", "br\nief.txt"])
def test_a_file_name_cannot_forge_what_a_terminal_shows(name):
    assert repr(name) in str(refusal_of(b"", name=name))


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", EmptyDocumentError, "is empty"),
        (b" \n\t\r\n", EmptyDocumentError, "holds only white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", DocumentError, "is binary, not text"),
        (bytes(range(1, 32)) * 4, DocumentError, "is binary, not text"),
        (b"{\\rtf1 Lima}", DocumentError, "is not read (Rich Text)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), DocumentError, "is not read (old Office)"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, kind, words):
    error = refusal_of(data, name="brief.bin")
    assert type(error) is kind
    assert str(error).startswith("'brief.bin'")
    assert words in str(error)


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf", ".zip", ".xls", ".epub", ".png", ".json"])
def test_other_formats_are_refused_with_those_that_are_read(suffix):
    message = str(refusal_of(b"anything", name=f"brief{suffix}"))
    assert "is not read" in message
    assert "HTML, DOCX, PDF, CSV" in message


def test_a_zip_archive_is_refused_whatever_its_name():
    data = documents.make_zip({"a.txt": "Lima"})
    assert "an archive" in str(refusal_of(data, name="brief.docx"))
    assert "OpenDocument" in str(refusal_of(data, name="brief.odt"))


@pytest.mark.parametrize("suffix", ["", ".log", ".dat"])
def test_content_counts_for_more_than_the_name(suffix):
    assert read_bytes(documents.make_docx("Rain on Puno"), name=f"a{suffix}").text == "Rain on Puno"
    assert read_bytes(documents.make_pdf(["Rain on Puno"]), name=f"a{suffix}").text == "Rain on Puno"
    assert read_bytes(documents.make_page("<p>Rain on Puno"), name=f"a{suffix}").text == "Rain on Puno"
    assert read_bytes(b"Rain <b>on</b> Puno", name=f"a{suffix}").text == "Rain <b>on</b> Puno"


def test_missing_files_and_folders_are_told(tmp_path):
    with pytest.raises(DocumentError, match=r"there is no file .*missing\.txt': check the path"):
        read_document(tmp_path / "missing.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_document(str(tmp_path))
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document("nul\0byte.txt")


@pytest.mark.parametrize(
    ("code", "words"), [(errno.EACCES, "permission denied"), (errno.EIO, "input/output error: check the path")]
)
def test_what_the_disk_refuses_is_told(tmp_path, monkeypatch, code, words):
    def refuse(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match=words):
        read_document(tmp_path / "brief.txt")


def test_a_stream_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(source, "MAX_BYTES", 1_000)
    with pytest.raises(OversizedDocumentError, match="larger than"):
        read_bytes(b"x" * 1_001)
    assert len(read_bytes(b"x" * 1_000).text) == 1_000


def test_folders_are_walked_in_order_for_known_names(tmp_path):
    for name in ["b.txt", "a.md", "c/d.csv", ".hidden.txt", "~$b.docx", ".git/e.txt", "f.png", "C.TXT"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("place\nPuno")
    found = find_documents([tmp_path / "f.png", tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["f.png", "C.TXT", "a.md", "b.txt", "c/d.csv"]


def test_a_folder_without_documents_says_so(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"x")
    with pytest.raises(EmptyDocumentError, match=r"holds no documents: none of its files ends in \.txt"):
        find_documents([tmp_path])


def test_a_folder_that_cannot_be_listed_says_so(tmp_path, monkeypatch):
    def refuse(_folder, onerror):
        onerror(PermissionError(errno.EACCES, "Permission denied"))
        return iter(())

    monkeypatch.setattr(os, "walk", refuse)
    with pytest.raises(DocumentError, match="cannot be listed"):
        find_documents([tmp_path])


def test_one_bad_document_never_stops_the_rest(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("Rain fell on Puno.")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "c.txt").write_text("Rain fell on Lima.")
    paths = [tmp_path / name for name in ("a.txt", "b.pdf", "missing.txt", "empty", "c.txt", "a.txt")]
    reading = read_documents(paths)
    assert [document.name for document in reading.documents] == ["a.txt", "c.txt"]
    assert [path.name for path, _ in reading.failures] == ["b.pdf", "missing.txt", "empty"]
    assert all(isinstance(error, DocumentError) for _, error in reading.failures)


def test_a_wrong_option_stops_at_once(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Rain fell on Puno.")
    with pytest.raises(ConfigurationError, match="not a language code"):
        read_documents([path], language="not a language")


@pytest.mark.parametrize(
    ("name", "title", "date", "language"),
    [
        ("vraem-brief.txt", "Marines of two countries train for Peru's coca valleys", "2014-12-15", "en"),
        ("altiplano.txt", "El lago que comparten dos países se aleja de sus muelles", "2023-11-14", "es"),
        ("sahel.txt", "Three Sahel states sign a pact on mutual defence", "2023-09-18", "en"),
    ],
)
def test_the_example_reports_are_read_as_what_they_are(name, title, date, language):
    document = read_document(data_path(f"examples/{name}"))
    assert (document.title, document.date.isoformat(), document.language) == (title, date, language)
    assert document.notices == ()


def test_reading_a_text_imports_no_library_of_another_format():
    heavy = {
        "pandas",
        "lxml",
        "trafilatura",
        "pypdf",
        "docx",
        "openpyxl",
        "markdown_it",
        "numpy",
        "babel",
        "dateparser",
    }
    program = (
        "import io, sys; from geo.read import read_document;"
        "read_document(io.BytesIO(b'Floods in Puno\\n\\n12 May 2019\\n\\nRain fell on the town on Sunday.'));"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_fifty_megabytes_are_read_in_a_few_times_their_size():
    program = (
        "import io, resource; from geo.read import read_document;"
        "data = b'The river rose in Puno on Sunday, and the road to Juliaca was cut.\\r\\n' * 735_000;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "document = read_document(io.BytesIO(data));"
        "print(len(data), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    size, growth = map(int, done.stdout.split())
    assert size > 49_000_000
    assert growth < 5 * size
