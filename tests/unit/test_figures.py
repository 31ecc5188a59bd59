"""Which numbers are figures, what they say, and of which place."""

import datetime as dt

import pytest

from geo.document import Document
from geo.figures import figures_by_place, find_figures
from geo.lonlat import LonLat
from geo.recognize.mention import Mention
from geo.resolve.place import Place


def find(text, language="en", date=None, names=()):
    document = Document(text=text, name="t", language=language, date=date)
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return find_figures(document, 0, len(text), names=spans)


def say(figure):
    upper = () if figure.upper is None else (figure.upper,)
    return (figure.text, figure.value, *upper, figure.unit)


def place_in(  # noqa: PLR0913 - every fact of a place that a test may set
    text, name, *, kind="place", feature="populated place", country="PE", admin=(), status="resolved"
):
    start = text.index(name)
    return Place(
        mention=Mention(start=start, end=start + len(name), text=name, kind=kind),
        status=status,
        name=name if status == "resolved" else "",
        lonlat=LonLat(lon=-75, lat=-10) if status == "resolved" else None,
        feature=feature,
        country=country,
        admin=admin,
        id=f"test:{name}" if status == "resolved" else "",
    )


def attach(text, *places, language="en"):
    document = Document(text=text, name="t", language=language)
    given = figures_by_place(document, places, [(0, len(text))])
    return {place.mention.text: [figure.text for figure in some] for place, some in zip(places, given, strict=True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They made about 200 tons of cocaine annually.", ("about 200 tons of cocaine annually", 200, "t")),
        ("They sent 600 marines there.", ("600 marines", 600, "")),
        ("It destroyed 30,349 hectares.", ("30,349 hectares", 30349, "ha")),
        ("It cost S/ 1.2 million.", ("S/ 1.2 million", 1_200_000, "PEN")),
        ("It cost US$ 4.5 billion.", ("US$ 4.5 billion", 4.5e9, "USD")),
        ("It cost €3m.", ("€3m", 3_000_000, "EUR")),
        ("They want 3,500 to 6,000 members.", ("3,500 to 6,000 members", 3500, 6000, "")),
        ("It held between 20 and 30 people.", ("between 20 and 30 people", 20, 30, "")),
        ("It grew from 2.5 million to 3 million tons.", ("from 2.5 million to 3 million tons", 2.5e6, 3e6, "t")),
        ("Give 2.5 to 3 million people a home.", ("2.5 to 3 million people", 2.5e6, 3e6, "")),
        ("They sent two dozen soldiers.", ("two dozen soldiers", 24, "")),
        ("It fell nearly 40 %.", ("nearly 40 %", 40, "%")),
        ("It covers 1,200 km² now.", ("1,200 km²", 1200, "km2")),
        ("It froze at minus 27 degrees Celsius.", ("minus 27 degrees Celsius", -27, "°C")),
        ("Keep it at -60C or colder.", ("-60C", -60, "°C")),
        ("They walked two and a half hours.", None),
        ("Half a million people fled.", ("Half a million people", 500_000, "")),
        ("It killed one person.", ("one person", 1, "")),
    ],
)
def test_english_numbers(text, expected):
    found = find(text)
    if expected is None:  # "two and a half hours" is no "two", no "half" and no hour of its own
        assert [figure.value for figure in found] in ([], [2.5])
    else:
        assert [say(figure) for figure in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ardieron 1.234,5 hectáreas.", ("1.234,5 hectáreas", 1234.5, "ha")),
        ("Ardieron 30.349 hectáreas.", ("30.349 hectáreas", 30349, "ha")),
        ("Ardieron 30,349 hectáreas.", ("30,349 hectáreas", 30349, "ha")),
        ("Ardieron 3 810 hectáreas.", ("3 810 hectáreas", 3810, "ha")),
        ("Hay 12 mil personas.", ("12 mil personas", 12_000, "")),
        ("Cuesta 3 mil millones de soles.", ("3 mil millones de soles", 3e9, "PEN")),
        ("Está a 2,500 msnm.", ("2,500 msnm", 2500, "m")),
        ("Llegaron doscientos soldados.", ("doscientos soldados", 200, "")),
        ("Llegaron veintiún soldados.", ("veintiún soldados", 21, "")),
        ("Hizo 12 grados bajo cero.", ("12 grados bajo cero", -12, "°")),
        ("Murió una persona.", ("una persona", 1, "")),
        ("Tardó dos horas y media.", ("dos horas y media", 2.5, "h")),
        ("Vale de 2,5 a 3 millones de dólares.", ("de 2,5 a 3 millones de dólares", 2.5e6, 3e6, "$")),
    ],
)
def test_spanish_numbers(text, expected):
    assert [say(figure) for figure in find(text, "es")] == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Subió 3.5 % y ardieron 30,349 hectáreas.", 30349),
        ("Subió 3,5 % y ardieron 30.349 hectáreas.", 30349),
        ("Subió 3.5 % y cayeron 2.125 toneladas.", 2.125),
        ("Subió 3,5 % y cayeron 2,125 toneladas.", 2.125),
    ],
)
def test_the_numbers_that_leave_no_doubt_decide_on_the_others(text, value):
    assert find(text, "es")[-1].value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("At 14:30 they left Highway 16.", "en"),
        ("Article 7 and Section 12.3 apply.", "en"),
        ("The 3rd Battalion met Unit 731.", "en"),
        ("Covid-19 spread on U.S. 84.", "en"),
        ("Call +51 1 315 6000 or 555-1234.", "en"),
        ("The Boeing 737 took Flight 447.", "en"),
        ("Ana Pérez, 54, has a 25-year-old son.", "en"),
        ("They won 3-1 and 2-0.", "en"),
        ("The three countries agreed with the two others.", "en"),
        ("1. First item", "en"),
        ("It happened two years ago.", "en"),
        ("One in five children is hungry.", "en"),
        ("See 3.5.2 and 24/7 and user42@example.org.", "en"),
        ("He may march in the mar, 5G and 4x4.", "en"),
        ("It lies at 12.5°S 75°30′W.", "en"),
        ("El Artículo 7 de la Ley 29785 rige.", "es"),
        ("Fue a las 5.40 horas en el kilómetro 672.", "es"),
        ("Un hombre de 46 años vive en la calle 12 de Octubre.", "es"),
        ("Hicieron el agosto hace dos días.", "es"),
        ("Siete de cada diez lo saben.", "es"),
        ("El batallón 7 tomó la avenida 28 de Julio.", "es"),
    ],
)
def test_what_is_no_figure(text, language):
    assert [figure.text for figure in find(text, language)] == []


def test_a_number_within_the_name_of_a_place_is_no_figure():
    assert find("He lives in 29 Palms.", names=["29 Palms"]) == []
    assert find("Va a Tres Arroyos.", "es", names=["Tres Arroyos"]) == []


def test_a_figure_stops_before_the_name_of_a_place():
    (figure,) = find("It has 40 hectares of Oxapampa soil.", names=["Oxapampa"])
    assert (figure.text, figure.counted) == ("40 hectares", "")


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("It closed from May 3 to May 7, 2014.", "en", dt.date(2014, 5, 3), dt.date(2014, 5, 7)),
        ("It closed on May 3-7, 2014.", "en", dt.date(2014, 5, 3), dt.date(2014, 5, 7)),
        ("It closed on 3 May 2014.", "en", dt.date(2014, 5, 3), None),
        ("It closed in 2014.", "en", dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
        ("It closed in 2013-14.", "en", dt.date(2013, 1, 1), dt.date(2014, 12, 31)),
        ("It closed since 2013.", "en", dt.date(2013, 1, 1), None),
        ("It closed in the 1990s.", "en", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("It closed in February 2012.", "en", dt.date(2012, 2, 1), dt.date(2012, 2, 29)),
        ("It closed on 2014-05-12.", "en", dt.date(2014, 5, 12), None),
        ("It closed on 30 February 2014.", "en", None, None),
        ("It closed on 03/04/2019.", "en", None, None),
        ("It closed on 13/04/2019.", "en", dt.date(2019, 4, 13), None),
        ("Cerró el 03/04/2019.", "es", dt.date(2019, 4, 3), None),
        ("Cerró del 5 al 6 de junio de 2014.", "es", dt.date(2014, 6, 5), dt.date(2014, 6, 6)),
        ("Cerró el 5-6 de junio de 2014.", "es", dt.date(2014, 6, 5), dt.date(2014, 6, 6)),
        ("Cerró a finales de 2012.", "es", dt.date(2012, 1, 1), dt.date(2012, 12, 31)),
        ("Cerró el primero de mayo del 2012.", "es", dt.date(2012, 5, 1), None),
        ("Cerró en la década de 1940.", "es", dt.date(1940, 1, 1), dt.date(1949, 12, 31)),
        ("Cerró el 1 de setiembre de 2012.", "es", dt.date(2012, 9, 1), None),
        ("Fechou em 12 de março de 2014.", "pt", dt.date(2014, 3, 12), None),
        ("Il ferma le 1er février 2014.", "fr", dt.date(2014, 2, 1), None),
    ],
)
def test_dates(text, language, first, last):
    (figure,) = find(text, language)
    assert (figure.date, figure.date_end) == (first, last)
    assert figure.value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They came in September.", dt.date(2014, 9, 1)),  # past, in the document's year
        ("They came on 20 December.", None),  # eleven months and more ago
        ("They will come on 20 December.", dt.date(2014, 12, 20)),
        ("They will come in January.", dt.date(2015, 1, 1)),
        ("They will come in May.", None),  # too far off to be sure
        ("They come in September.", None),  # neither past nor future
        ("He said they will come in September.", None),  # both
    ],
)
def test_a_date_without_a_year_has_one_only_where_it_is_certain(text, expected):
    (figure,) = find(text, date=dt.date(2014, 12, 15))
    assert figure.date == expected
    (figure,) = find(text)
    assert figure.date is None


def test_in_september_alone_keeps_its_words():
    (figure,) = find("It opens in September.")
    assert (figure.text, figure.kind, figure.date) == ("in September", "date", None)


def test_a_dateline_says_nothing_of_its_place():
    text = "LIMA, 12 May 2019 — Police arrested 12 people."
    assert [figure.text for figure in find(text, names=["LIMA"])] == ["12 people"]


def test_each_of_a_list_has_its_own():
    text = "The storm killed 12 in Lima, 5 in Cusco and 3 in Puno."
    places = [place_in(text, name) for name in ("Lima", "Cusco", "Puno")]
    assert attach(text, *places) == {"Lima": ["12"], "Cusco": ["5"], "Puno": ["3"]}


@pytest.mark.parametrize(
    "text", ["In Lima, 600 marines train while Cusco waits.", "Some 600 marines train in Lima while Cusco waits."]
)
def test_the_place_of_the_clause(text):
    attached = attach(text, place_in(text, "Lima"), place_in(text, "Cusco"))
    assert [len(attached[name]) for name in ("Lima", "Cusco")] == [1, 0]


def test_the_smaller_place_of_two_that_lie_in_one_another():
    text = "In Oxapampa, Peru, 600 marines train."
    oxapampa = place_in(text, "Oxapampa", admin=("Peru", "Pasco", "Oxapampa"))
    peru = place_in(text, "Peru", feature="country", admin=("Peru",))
    assert attach(text, oxapampa, peru) == {"Oxapampa": ["600 marines"], "Peru": []}


def test_demonyms_and_adjectives_have_no_figures():
    text = "About 150 Peruvian Marines met 20 U.S. Marines in Lima."
    peruvian = place_in(text, "Peruvian", kind="demonym")
    states = place_in(text, "U.S.", feature="country", country="US", admin=("United States",))
    attached = attach(text, peruvian, states, place_in(text, "Lima"))
    assert attached["Peruvian"] == attached["U.S."] == []
    assert attached["Lima"] == ["About 150 Peruvian Marines", "20 U.S. Marines"]


def test_a_place_that_is_not_found_takes_its_figures_from_no_other():
    text = "The storm killed 12 in Quillaquella and 5 in Cusco."
    lost = place_in(text, "Quillaquella", status="not found")
    assert attach(text, lost, place_in(text, "Cusco"))["Cusco"] == ["5"]


def test_there_means_the_place_named_last():
    text = "They trained in Oxapampa, far from Puno. There, farmers make 200 tons of cocaine. They sell 3 tons."
    sentences = [(0, 40), (41, 81), (82, len(text))]
    assert [text[slice(*span)][-1] for span in sentences] == [".", ".", "."]
    places = [place_in(text, "Oxapampa"), place_in(text, "Puno")]
    given = figures_by_place(Document(text=text, name="t"), places, sentences)
    assert [[figure.text for figure in some] for some in given] == [[], ["200 tons of cocaine"]]


def test_a_bracket_speaks_of_what_stands_before_it():
    text = "Ferries from Iquitos (population 470,000) go to Nauta."
    attached = attach(text, place_in(text, "Iquitos"), place_in(text, "Nauta"))
    assert attached == {"Iquitos": ["470,000"], "Nauta": []}


def test_a_place_that_only_says_whence_has_none():
    text = "Police counted 1,700 tourists, among them students of Puno."
    assert attach(text, place_in(text, "Puno")) == {"Puno": []}
