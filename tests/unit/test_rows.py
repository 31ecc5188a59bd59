from geo.document import Document, TableRow
from geo.recognize import recognize_rows


def test_a_mention_a_row():
    text = "Lima\nReading; Country: GB\nLima"
    rows = (
        TableRow(start=0, end=4),
        TableRow(start=5, end=12, hints=("GB",), values={"name": "Reading", "country": "GB"}),
        TableRow(start=26, end=30),
    )
    found = recognize_rows(Document(text=text, name="t.csv", rows=rows))
    assert [(m.text, m.kind, m.hints) for m in found] == [
        ("Lima", "place", ()),
        ("Reading", "place", ("GB",)),
        ("Lima", "place", ()),
    ]


def test_no_rows_no_mentions():
    assert recognize_rows(Document(text="Lima", name="t.txt")) == []
