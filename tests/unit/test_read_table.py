import datetime as dt
import io

import documents
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import DocumentError, EmptyDocumentError, OversizedDocumentError, TableError
from geo.read import TableColumns, read_document, table
from geo.read.columns import choose_columns

MIDNIGHT = dt.datetime.fromisoformat("2020-05-12")


def read_csv(text, *, name="places.csv", **options):
    return read_document(io.BytesIO(text.encode()), name=name, **options)


def read_xlsx(sheets, **options):
    return read_document(io.BytesIO(documents.make_xlsx(sheets)), name="places.xlsx", **options)


def names_of(document):
    return [document.text[row.start : row.end] for row in document.rows]


def test_one_row_is_one_place_with_its_hints_and_all_its_cells():
    document = read_csv("id,Country,Town,Department,lat\n7,Peru,Juliaca,Puno,-15.5\n8,Peru,Lima,,\n")
    assert document.text == "Juliaca; id: 7; Country: Peru; Department: Puno; lat: -15.5\nLima; id: 8; Country: Peru"
    assert names_of(document) == ["Juliaca", "Lima"]
    assert [row.hints for row in document.rows] == [("Puno", "Peru"), ("Peru",)]
    assert document.rows[0].values == {
        "id": "7",
        "Country": "Peru",
        "Town": "Juliaca",
        "Department": "Puno",
        "lat": "-15.5",
    }
    assert (document.title, document.date, document.language, document.notices) == (None, None, "en", ())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator_is_found(separator):
    text = "\n".join(separator.join(row) for row in [("Lugar", "Valor"), ("Puno", "1.5"), ("Juli", "2.5")])
    document = read_csv(text)
    assert names_of(document) == ["Puno", "Juli"]
    assert document.language == "es"


def test_decimal_commas_do_not_part_cells():
    assert read_csv("lugar;valor\nPuno;3,5\n").rows[0].values == {"lugar": "Puno", "valor": "3,5"}


def test_tabs_part_the_cells_of_a_tsv():
    assert names_of(read_csv("a,b\tplace\nx,y,z\tPuno\n", name="places.tsv")) == ["Puno"]


@pytest.mark.parametrize(
    ("header", "place", "hints"),
    [
        (["place_name", "COUNTRY"], 0, (1,)),
        (["Nombre", "Distrito", "Provincia", "Departamento", "País"], 0, (1, 2, 3, 4)),
        (["País", "Departamento", "Provincia", "Distrito", "Nombre"], 4, (3, 2, 1, 0)),
        (["name", "city", "country"], 1, (2,)),
        (["distrito", "provincia"], 0, (1,)),
        (["Admin1", "location", "region"], 1, (0, 2)),
        (["country", "cases"], 0, ()),
    ],
)
def test_columns_are_known_by_their_headers(header, place, hints):
    chosen = choose_columns(header, columns=TableColumns(), name="t.csv")
    assert (chosen.name, chosen.hints) == (place, hints)


def test_the_columns_that_the_user_names_count():
    columns = TableColumns(name="Ort", hints=("Kreis", "Land"))
    document = read_csv("Land,Ort,Kreis,place\nPeru,Juli,Chucuito,x\n", columns=columns)
    assert (names_of(document), document.rows[0].hints) == (["Juli"], ("Chucuito", "Peru"))


def test_a_piped_table_is_read_when_its_columns_are_named():
    document = read_document(io.BytesIO(b"Ort,n\nJuli,3\n"), columns=TableColumns(name="Ort"))
    assert names_of(document) == ["Juli"]


def test_a_table_without_a_name_column_says_which_it_has():
    with pytest.raises(TableError, match=r"'places\.csv' has no column of place names: its columns are 'id', 'cases'"):
        read_csv("id,cases\n1,2\n")
    with pytest.raises(TableError, match=r"no column 'Ort': its columns are 'id', 'cases'"):
        read_csv("id,cases\n1,2\n", columns=TableColumns(name="Ort"))
    with pytest.raises(TableError, match="has no column 'Land': its columns are 'place'"):
        read_csv("place\nPuno\n", columns=TableColumns(hints=("Land",)))
    with pytest.raises(TableError, match="and 480 more"):
        read_csv(",".join(f"c{number}" for number in range(600)) + "\n")


def test_headers_cannot_forge_what_a_terminal_shows():
    with pytest.raises(TableError) as caught:
        read_csv("a\x1b[31m,b\u202e\n1,2\n")
    assert str(caught.value).isprintable()


def test_titles_above_the_header_are_passed_over():
    assert names_of(read_csv("Cases, by town\n\nTown,n\nPuno,3\n")) == ["Puno"]


def test_quoted_cells_are_one_line_and_hostile_words_stay():
    cells = [f"Puno {words}" for words in documents.HOSTILE_STRINGS]
    quoted = "\n".join(f'"{cell}","one\r\ntwo\x00"' for cell in cells)
    document = read_csv(f"place,note\n{quoted}\n".replace("\x00", ""))
    assert names_of(document) == cells
    assert document.text.count("\n") == len(cells) - 1
    assert document.rows[0].values["note"] == "one two"


def test_ragged_rows_and_unnamed_or_repeated_columns_keep_their_cells():
    document = read_csv("place,,n,n\nPuno,a,1,2,extra\nLima\n")
    assert document.rows[0].values == {"place": "Puno", "column 2": "a", "n": "1", "n (4)": "2", "column 5": "extra"}
    assert names_of(document) == ["Puno", "Lima"]


def test_rows_without_a_place_are_told():
    one = "One row names no place and stands for nothing on the map."
    assert read_csv("place,n\nPuno,1\n,2\n , \n").notices == (one,)
    assert read_csv("place,n\nPuno,1\n,2\n,3\n").notices[0].startswith("2 rows name no place")


@pytest.mark.parametrize("text", ["place,n\n", "place,n\n,2\n", "\n"])
def test_a_table_without_places_is_empty(text):
    with pytest.raises(EmptyDocumentError, match="has no rows that name a place"):
        read_csv(text)


def test_a_quote_without_end_is_told_with_its_line():
    with pytest.raises(TableError, match=r"is not a sound table \(unexpected end of data, line 3\)"):
        read_csv('place,n\nPuno,1\n"Lima,2')


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 2)
    with pytest.raises(OversizedDocumentError, match="has more than 2 rows"):
        read_csv("place\nPuno\nLima\nJuli\n")


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_spans_slice_back_to_the_names(cells):
    content = table.lay_out_sheets(
        [table.Sheet(name="", rows=[("n", "place", "country"), ("1", "Puno", "Peru"), *cells])],
        name="t",
        columns=TableColumns(),
    )
    lines = content.text.split("\n")
    assert len(lines) == len(content.rows)
    for row, line in zip(content.rows, lines, strict=True):
        name = content.text[row.start : row.end]
        assert name
        assert name == row.values["place"]
        assert line.startswith(name)
        assert all(hint == row.values["country"] for hint in row.hints)


def test_an_excel_workbook_is_read_sheet_by_sheet():
    document = read_xlsx(
        {
            "Notes": [["Anything"], ["goes"]],
            "North": [
                ["Cases in 2020"],
                [],
                ["Place", "Country", "n", "when"],
                ["Piura", "Peru", 3.0, MIDNIGHT],
            ],
            "Empty": [],
            "South": [
                ["Lugar", "n", "when"],
                ["Puno", 2.5, MIDNIGHT.replace(hour=10, minute=30)],
                ["Juli\nX", True, dt.time(1, 2)],
            ],
        }
    )
    assert document.text.split("\n") == [
        "Piura; Country: Peru; n: 3; when: 2020-05-12",
        "Puno; n: 2.5; when: 2020-05-12 10:30:00",
        "Juli X; n: True; when: 01:02:00",
    ]
    assert names_of(document) == ["Piura", "Puno", "Juli X"]
    assert document.notices == ("The sheet 'Notes' has no column of place names and was left out.",)


def test_a_workbook_without_a_name_column_says_which_it_has():
    with pytest.raises(TableError, match=r"'places\.xlsx' has no column of place names: its columns are 'id', 'cases'"):
        read_xlsx({"A": [["id", "cases"], [1, 2]]})


def test_a_lone_cell_in_the_far_corner_costs_nothing():
    book = openpyxl.Workbook()
    book.active.append(["place"])
    book.active.append(["Puno"])
    book.active["XFD900000"] = "far"
    stream = io.BytesIO()
    book.save(stream)
    assert names_of(read_document(io.BytesIO(stream.getvalue()), name="a.xlsx")) == ["Puno"]


def test_a_row_of_an_absurd_number_is_left():
    data = documents.make_xlsx({"A": [["place"], ["Puno"], ["Lima"]]})

    def change(name, body):
        return body.replace(b'<row r="3"', b'<row r="3000000000"') if name.endswith("sheet1.xml") else body

    far = documents.rewrite_zip(data, change=change)
    assert b'"3000000000"' in b"".join(documents.list_parts(far).values())
    assert names_of(read_document(io.BytesIO(far), name="a.xlsx")) == ["Puno"]


def test_a_sheet_that_lies_about_its_size_is_read_whole():
    data = documents.make_xlsx({"A": [["place", "n"], ["Puno", 1], ["Lima", 2]]})

    def change(name, body):
        return body.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1"') if name.endswith("sheet1.xml") else body

    assert b'ref="A1:B3"' in b"".join(documents.list_parts(data).values())
    document = read_document(io.BytesIO(documents.rewrite_zip(data, change=change)), name="a.xlsx")
    assert document.text == "Puno; n: 1\nLima; n: 2"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_broken_part_is_told(part):
    data = documents.make_xlsx({"A": [["place"], ["Puno"]]})
    broken = documents.rewrite_zip(data, change=lambda name, body: b"<broken" if name == part else body)
    with pytest.raises(DocumentError, match=r"'a\.xlsx' is a broken Excel workbook"):
        read_document(io.BytesIO(broken), name="a.xlsx")
