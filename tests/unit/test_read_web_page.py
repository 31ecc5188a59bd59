import datetime as dt
import io

import documents
import pytest

from geo.errors import EmptyDocumentError
from geo.read import read_document, web_page

SENTENCES = (
    "The river Ramis rose by two metres on Sunday and took the bridge of the old road with it.",
    "Farmers of the upper valley drove their cattle to the hills before the water came.",
    "The mayor said that the school and the clinic stood dry and were open to everyone.",
    "Lorries with flour and blankets left the city in the morning and arrived at dusk.",
    "Nobody was hurt, but forty houses of mud brick fell when their walls grew soft.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TABLE = "<table><tr><th>Town</th><th>Houses</th></tr><tr><td>Ayaviri</td><td>3</td></tr></table>"
LIST = "<ul><li>Ilave</li><li>Desaguadero<ul><li>the bridge</li></ul></li></ul>"
TEASERS = "".join(
    f'<div><a href="/{n}">Bomb number {n} goes off in the middle of Kabul at noon</a></div>' for n in range(20)
)


def read_bytes(data):
    return read_document(io.BytesIO(data), name="brief.html")


def read_body(body, **options):
    return read_bytes(documents.make_page(body, **options)).text


def test_menus_scripts_and_hidden_words_are_not_read():
    hidden = '<p hidden>Quito</p><p style="color:red; display : none">Bogota</p><!-- Caracas --><script>"Lima"</script>'
    body = f"<nav><a href='/'>Kabul</a></nav>{hidden}<h1>Floods</h1><p>In Puno.</p><footer>Paris</footer>"
    assert read_body(body) == "Floods\n\nIn Puno."


def test_words_after_what_is_not_read_stay():
    assert read_body("<p>From <script>x</script>Puno <svg></svg>to Juli</p>") == "From Puno to Juli"


def test_tables_lists_captions_and_breaks_are_read():
    figure = "<figure><figcaption>Photo: Juli</figcaption></figure>"
    text = read_body(f"<p>One<br>two</p>{LIST}{TABLE}{figure}<pre>a  b\n c</pre>")
    assert text.split("\n\n") == [
        "One\ntwo",
        "- Ilave\n- Desaguadero\n- the bridge\nTown | Houses\nAyaviri | 3",
        "Photo: Juli",
        "a  b\n c",
    ]


def test_white_space_is_that_of_the_browser():
    assert read_body("<p>The \n\t <b> town</b> of<i>\n Puno</i>.</p>") == "The town of Puno."


def test_the_article_is_found_among_teasers_with_its_table_and_list():
    text = read_body(f"{TEASERS}<article><h1>Floods</h1>{ARTICLE}{TABLE}{LIST}</article>{TEASERS}")
    assert "Kabul" not in text
    assert all(sentence in text for sentence in SENTENCES)
    assert "Ayaviri | 3" in text
    assert "- Desaguadero" in text


def test_a_page_without_an_article_is_read_whole():
    assert read_body(f"{TEASERS}<p>In Puno.</p>").count("Kabul") == 20


def test_a_page_that_is_all_article_is_read_whole():
    text = read_body(f"{ARTICLE}{ARTICLE}")
    assert all(text.count(sentence) == 2 for sentence in SENTENCES), "repeated lines stay"


@pytest.mark.parametrize("limit", ["_MAX_CHARACTERS_SEARCHED", "_MAX_ELEMENTS_SEARCHED"])
def test_a_large_page_is_read_without_a_search(monkeypatch, limit):
    monkeypatch.setattr(web_page, limit, 1)
    monkeypatch.setattr(web_page, "_find_article", None)
    document = read_bytes(documents.make_page("<p>In Puno.</p>", head="<title>Floods</title>"))
    assert (document.title, document.text) == ("Floods", "In Puno.")


def test_title_and_date_of_the_page():
    head = '<title>Floods | The Paper</title><meta property="article:published_time" content="2019-05-12T10:00:00Z">'
    document = read_bytes(documents.make_page(f"<h1>Floods</h1>{ARTICLE}", head=head))
    assert (document.title, document.date) == ("Floods", dt.date(2019, 5, 12))


def test_the_language_of_a_short_page_is_what_it_says():
    assert read_bytes(documents.make_page("<p>Puno</p>", language="es-PE")).language == "es"
    assert read_bytes(documents.make_page("<p>Puno</p>", language="no tag")).language == "en"


@pytest.mark.parametrize("prefix", ["", "\ufeff", "<?xml version='1.0' encoding='latin-1'?>\n", "<!-- a -->\n "])
def test_pages_are_known_by_how_they_begin(prefix):
    page = prefix.encode() + documents.make_page("<p>Ñaña</p>")
    assert read_document(io.BytesIO(page)).text == "Ñaña"


@pytest.mark.parametrize("data", [b"<html></html>", b"<!-- only -->", b"<html><script>x</script></html>", b" "])
def test_a_page_without_words_is_empty(data):
    with pytest.raises(EmptyDocumentError):
        read_bytes(data)


def test_broken_and_endless_nesting_is_read():
    assert read_body("<table><td>Puno<tr><p>Lima</table></div></p>Juli").split() == ["Puno", "Lima", "Juli"]
    assert read_body("<p>Puno</p>" + "<div><table><tr><td>" * 50_000).startswith("Puno")


def test_a_layout_table_keeps_its_blocks_apart():
    assert read_body("<table><tr><td><p>Puno</p><p>Lima</p></td><td>Juli</td></tr></table>") == "Puno\n\nLima\n\nJuli"
