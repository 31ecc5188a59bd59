import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.read import markdown, read_document
from geo.read.markdown import read_markdown


def read_string(text):
    return read_document(io.BytesIO(text.encode()), name="brief.md")


def test_marks_go_and_words_stay():
    text = """\
# Floods

Rain fell on **Puno**, _Lampa_ and
[Juliaca](https://example.org "a title"). ![A map of *Juli*](map.png) `code` &amp; more.\\
New line.

> A quote

1. Ilave
2. Desaguadero
   - the bridge

| Town | Houses |
|---|---|
| Ayaviri | 3 |

    verbatim  text
"""
    assert read_string(text).text.split("\n\n") == [
        "Floods",
        "Rain fell on Puno, Lampa and Juliaca. A map of Juli code & more.\nNew line.",
        "A quote",
        "- Ilave\n- Desaguadero\n- the bridge\nTown | Houses\nAyaviri | 3",
        "verbatim  text",
    ]


@pytest.mark.parametrize("html", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "<b>x</b>"])
def test_html_stays_as_it_is_written(html):
    assert read_string(f"In Puno {html}\n\n{html}\n").text == f"In Puno {html}\n\n{html}"


def test_title_date_and_language_of_the_front_matter():
    front = '---\ntitle: "Floods in Puno"\nauthor: A\ndate: 2019-05-12T10:00\nlang: es\n---\n'
    document = read_string(f"{front}# Other\n\nJuli.")
    assert (document.title, document.date, document.language) == ("Floods in Puno", dt.date(2019, 5, 12), "es")
    assert document.text == "Other\n\nJuli."


def test_the_first_heading_is_the_title():
    assert read_string("Some words.\n\n## Floods in _Puno_\n\nMore.").title == "Floods in Puno"
    assert read_string("A first line\n\nMore.").title == "A first line"
    assert read_string("#\n\nA first line\n\nMore.").title == "A first line"


def test_a_rule_at_the_top_is_no_front_matter():
    assert read_string("---\n\nRain fell on Puno.").text == "Rain fell on Puno."


@pytest.mark.parametrize("limit", ["_MAX_CHARACTERS", "_MAX_BRACKETS"])
def test_what_is_too_large_stays_as_written_and_says_so(monkeypatch, limit):
    monkeypatch.setattr(markdown, limit, 0)
    document = read_string("---\ntitle: T\n---\n**Puno** [x](y)")
    assert (document.text, document.title) == ("**Puno** [x](y)", "T")
    assert document.notices == ("The Markdown is too large to be converted; its marks stand in the text as written.",)


@given(st.text(st.sampled_from("#*_[]()!>-|`~<&;\\ \nab1.:"), max_size=80))
def test_any_markdown_is_read(text):
    assert isinstance(read_markdown(text).text, str)
