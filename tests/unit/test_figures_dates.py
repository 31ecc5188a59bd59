"""A second opinion on our reading of dates: dateparser reads the same words and comes to the same day."""

import datetime as dt
import warnings

import pytest

from geo.document import Document
from geo.figures import find_figures

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what it warns of in its own code is its own
    import dateparser

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
FORMS = {
    "en": ("{month} {day}, {year}", "{day} {month} {year}"),
    "es": ("{day} de {month} de {year}",),
    "pt": ("{day} de {month} de {year}",),
    "fr": ("{day} {month} {year}",),
}


@pytest.mark.parametrize(("language", "form"), [(code, form) for code, forms in FORMS.items() for form in forms])
def test_dateparser_agrees(language, form):
    settings = {"DATE_ORDER": "DMY", "TIMEZONE": "UTC"}
    for number, month in enumerate(MONTHS[language].split(), start=1):
        words = form.format(day=number + 10, month=month, year=2010 + number)
        (figure,) = find_figures(Document(text=words, name="t", language=language), 0, len(words))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = dateparser.parse(words, languages=[language], settings=settings)
        assert figure.text == words
        assert figure.date == other.date() == dt.date(2010 + number, number, number + 10)
