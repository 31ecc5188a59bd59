"""What holds of figures for any text at all."""

import itertools
import time

import pytest
from documents import HOSTILE_STRINGS
from hypothesis import given
from hypothesis import strategies as st

from geo.document import Document
from geo.evidence import split_sentences
from geo.figures import figures_by_place, find_figures
from geo.lonlat import LonLat
from geo.recognize.mention import Mention
from geo.resolve.place import Place

LANGUAGES = ("en", "es", "pt", "fr", "de")
PIECES = (
    "600 marines", "30,349", "30.349", "1.234,5", "3 810", "12", "3-1", "29th", "US$ ", "S/ 1.2 million", "€3m", "%",
    " per cent", " por ciento", " hectares", " toneladas de coca", " km²", "two hundred and fifty", "una docena de ",
    "tres mil millones", "half a million", "between 20 and 30", "entre 5 y 6", "from ", " to ", " a ", "-", "–", "/",
    "12 de mayo", "May 3 to May 7, 2014", "in September", "since 2013", "2013-14", "31/02/2014", "2014-05-12",
    "1990s",
    "May ", "el ", "about ", "unos ", "Highway ", "14:30", "+51 1 315 6000", "Lima", "Puno", "U.S.", " in ",
    " y ", ", ",
    ". ", "; ", " (", ") ", " — ", "\n", "\n\n", "There, ", "while ", "mientras ", "o'clock", "´", "°C", "º", "½", "٣٤",
    "¹²", "①", "一百", *HOSTILE_STRINGS,
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join)


def places_in(text):
    """Give every "Lima" and "Puno" of a text as a place."""
    found = [
        (start, name) for name in ("Lima", "Puno", "U.S.") for start in range(len(text)) if text.startswith(name, start)
    ]
    return [
        Place(
            mention=Mention(start=start, end=start + len(name), text=name, kind="place"),
            status="resolved", name=name, lonlat=LonLat(lon=0, lat=0), feature="populated place", country="PE", id=name,
        )
        for start, name in sorted(found)
    ]  # fmt: skip


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_figures_slice_back_to_their_text_in_order_and_disjoint(text, language):
    document = Document(text=text, name="t", language=language)
    names = [(place.mention.start, place.mention.end) for place in places_in(text)]
    figures = find_figures(document, 0, len(text), names=names)
    assert all(text[figure.start : figure.end] == figure.text != "" for figure in figures)
    assert all(one.end <= other.start for one, other in itertools.pairwise(figures))
    assert not any(start < f.end and f.start < end for f in figures for start, end in names)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_a_figure_says_what_its_kind_says(text, language):
    for figure in find_figures(Document(text=text, name="t", language=language), 0, len(text)):
        assert figure.counted in figure.text
        if figure.kind == "date":
            assert (figure.value, figure.unit) == (None, "")
        elif figure.kind in {"money", "share"}:
            assert figure.value is not None
            assert figure.unit
        assert figure.upper is None or figure.upper > figure.value
        assert figure.date_end is None or figure.date is None or figure.date <= figure.date_end


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_a_place_has_figures_of_its_own_sentence_or_of_the_next(text, language):
    document, places = Document(text=text, name="t", language=language), places_in(text)
    sentences = split_sentences(document)
    for place, figures in zip(places, figures_by_place(document, places, sentences), strict=True):
        numbers = [n for n, (start, end) in enumerate(sentences) if start <= place.mention.start < end]
        for figure in figures:
            assert text[figure.start : figure.end] == figure.text
            assert any(n in numbers or n - 1 in numbers for n, s in enumerate(sentences) if s[0] <= figure.start < s[1])


TROUBLE = (
    "1 ", "1,", "1.", "1-", "1/", "two ", "two and ", "12 de ", "May 3 ", "2014-", "$", "S/ ", "about ", "de ", "of ",
    "a@", "(", "1 234 ", "٣", "Lima, ", "Lima and ", "12 in Lima, ", "12 Lima 5 ", "x", "+1 2 ", "°", "in the ", "y ",
)  # fmt: skip


def measure_s(text, language):
    document, places = Document(text=text, name="t", language=language), places_in(text)
    sentences = split_sentences(document)
    start = time.process_time()
    figures_by_place(document, places, sentences)
    find_figures(document, 0, min(len(text), 3_000))
    return time.process_time() - start


@pytest.mark.parametrize("piece", TROUBLE)
@pytest.mark.parametrize("language", ["en", "es"])
def test_time_grows_as_the_text_does(piece, language):
    """Ten times the text takes no more than fifty times as long, whatever it repeats: a square would take a hundred."""
    short, long = (f"Lima. {piece * (size // len(piece))}" for size in (2_900, 29_000))
    measure_s(short, language)
    base, most = (min(measure_s(text, language) for _ in range(3)) for text in (short, long))
    assert most <= 50 * max(base, 0.005)
