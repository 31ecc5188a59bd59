"""Makers of documents in every format that is read, sound and hostile, made on the fly."""

import io
import struct
import zipfile

import docx
import openpyxl
import pypdf

HOSTILE_STRINGS = (
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{% set x = 1 %}",
    "{% oops",
    "${alert(1)}",
    "`",
    r"\x3cimg src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a\u2028b",
    "\u202eabc\u202c",
    "😀 👩‍👩‍👧 e\u0301",
    "القاهرة عاصمة مصر",
)


def make_docx(*paragraphs, table=(), header="", title="", footnote=""):
    document = docx.Document()
    document.core_properties.title = title
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    return add_footnote(data, footnote) if footnote else data


def add_footnote(data, words):
    """Add the part that Word keeps footnotes in, which python-docx cannot write."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = (
        f'<w:footnotes {space}><w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{content_type}"/></Types>'

    def change(name, body):
        if name == "word/_rels/document.xml.rels":
            return body.replace(b"</Relationships>", relation.encode())
        return body.replace(b"</Types>", override.encode()) if name == "[Content_Types].xml" else body

    return rewrite_zip(data, change=change, extra={"word/footnotes.xml": part.encode()})


def replace_body(data, body_xml):
    """Put other XML into a DOCX's body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    whole = f"<w:document {space} {compatibility}><w:body>{body_xml}</w:body></w:document>".encode()
    return rewrite_zip(data, change=lambda name, body: whole if name == "word/document.xml" else body)


def rewrite_zip(data, *, change=lambda _, body: body, extra=None):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, body in (extra or {}).items():
            new.writestr(name, body)
    return stream.getvalue()


def list_parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def make_zip(members, *, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return stream.getvalue()


def make_docx_bomb(unpacked_bytes):
    """Make a small file that unpacks to very much."""
    stream = io.BytesIO(make_docx("Lima"))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/a.bin", "w") as part:
        for _ in range(unpacked_bytes // 1_000_000):
            part.write(bytes(1_000_000))
    return stream.getvalue()


def make_lying_docx():
    """Make a DOCX one of whose members unpacks to more than the archive's directory says."""
    data = bytearray(make_docx_bomb(5_000_000))
    entry = data.rindex(b"PK\x01\x02")  # the last entry of the directory is the bomb's
    struct.pack_into("<I", data, entry + 24, 1_000)
    return bytes(data)


def make_pdf(*pages, title=None):
    """Make a PDF of pages, each a sequence of lines of print."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        content = b"BT /F1 11 Tf 14 TL 50 780 Td\n" + b"".join(_show_line(line) for line in lines) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
        page += b" /Resources << /Font << /F1 3 0 R >> >> >>"
        objects.append(page % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    information = b""
    if title is not None:
        objects.append(b"<< /Title (%s) /CreationDate (D:20190512100000Z) >>" % _escape(title))
        information = b" /Info %d 0 R" % len(objects)
    return _assemble(objects, information)


def _assemble(objects, information):
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        information,
        len(body),
    )
    return body + table + trailer


def _show_line(line):
    return b"(%s) Tj T*\n" % _escape(line)


def _escape(words):
    encoded = words.encode("cp1252", "replace")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def lock_pdf(data, *, user, owner="owner", algorithm="AES-256"):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, owner, algorithm=algorithm)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def make_xlsx(sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def make_page(body, *, head="", language="en"):
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode()
