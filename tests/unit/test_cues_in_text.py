"""What the cues of each language do for sentences, over the gazetteer that ships."""

import pytest

from geo.document import Document
from geo.recognize import GazetteerRecognizer
from geo.recognize.tokens import Gap, Shape, split_tokens
from geo.resolve import GazetteerResolver


def mentions_of(text, gazetteer, language):
    return GazetteerRecognizer(gazetteer).recognize(Document(text=text, name="t", language=language))


def places_of(text, gazetteer, language):
    document = Document(text=text, name="t", language=language)
    return GazetteerResolver(gazetteer).resolve(document, GazetteerRecognizer(gazetteer).recognize(document))


def names_of(text, gazetteer, language):
    return [mention.text for mention in mentions_of(text, gazetteer, language)]


def test_an_elided_word_is_a_word_of_its_own():
    tokens = split_tokens("L'armée d\u2019Haïti, aujourd'hui", elisions=frozenset({"d", "l"}))
    assert list(tokens.words) == ["L'", "armée", "d\u2019", "Haïti", "aujourd'hui"]
    assert list(tokens.folded) == ["l", "armee", "d", "haiti", "aujourdhui"]
    assert (tokens.gaps[3], tokens.shapes[0], tokens.shapes[3]) == (Gap.JOINED, Shape.TITLE, Shape.TITLE)
    assert tokens.fold_span(2, 3) == "dhaiti"
    assert tokens.elided == {1, 3}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les secours partent d'Haïti vers l'Équateur.", ["Haïti", "Équateur"]),
        ("Ils ont quitté la Côte d'Ivoire pour N'Djamena.", ["Côte d'Ivoire", "N'Djamena"]),
        ("SÉISME DANS LE SUD D'HAÏTI\n\nLa terre a tremblé en Haïti.", ["HAÏTI", "Haïti"]),
        ("Après Goma, les rebelles ont pris Bukavu.", ["Goma", "Bukavu"]),
        ("Selon Kigali, rien ne presse.", ["Kigali"]),
        (
            "Le président s'est rendu aux Émirats arabes unis puis en Asie centrale.",
            ["Émirats arabes unis", "Asie centrale"],
        ),
        ("À Toulouse La Dépêche du Midi a changé de format.", ["Toulouse"]),
        ("Le général José de San Martín a traversé les Andes.", ["Andes"]),
    ],
)
def test_places_in_french(text, names, gazetteer):
    assert names_of(text, gazetteer, "fr") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Em Corumbá, a chuva parou.", ["Corumbá"]),
        ("Segundo Brasília, depois de Manaus virá Belém.", ["Brasília", "Manaus", "Belém"]),
        ("Depois, os moradores voltaram.", []),
        ("Balsas com gasolina encalharam.", []),
        ("Arderam as aldeias à volta de Oliveira do Hospital e de Tondela.", ["Oliveira do Hospital", "Tondela"]),
        ("Os rios Negro, Branco e Madeira subiram.", ["Negro", "Branco", "Madeira"]),
    ],
)
def test_places_in_portuguese(text, names, gazetteer):
    assert names_of(text, gazetteer, "pt") == names


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("fr", "Des casques bleus sud-africains sont arrivés.", "sud-africains", "ZA"),
        ("fr", "Beaucoup de Calédoniens partent.", "Calédoniens", "NC"),
        ("fr", "Une armée malienne recule.", "malienne", "ML"),
        ("pt", "Um governo brasileiro caiu.", "brasileiro", "BR"),
        ("pt", "A ocupação indonésia durou anos.", "indonésia", "ID"),
        ("pt", "Chegaram tropas sul-africanas.", "sul-africanas", "ZA"),
        ("es", "La guerra siria duró años.", "siria", "SY"),
    ],
)
def test_demonyms_of_one_language(language, text, name, country, gazetteer):
    (place,) = places_of(text, gazetteer, language)
    assert (place.mention.text, place.mention.kind, place.country) == (name, "demonym", country)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sculptor Russo lives in a small house."),
        ("es", "Un malien y un birman."),
        ("pt", "O jornal O Brasileiro fechou."),
    ],
)
def test_a_demonym_of_another_language_or_in_a_name_is_none(language, text, gazetteer):
    assert [m for m in mentions_of(text, gazetteer, language) if m.kind == "demonym"] == []


def test_a_town_written_like_another_languages_demonym_stays_a_town(gazetteer):
    (place,) = places_of("Il habite à Malines.", gazetteer, "fr")
    assert (place.mention.kind, place.country) == ("place", "BE")


@pytest.mark.parametrize(
    ("language", "text", "name", "ending"),
    [
        ("fr", "Le lac Kivu déborde.", "Kivu", "lake/kivu"),
        ("fr", "La mer Noire gèle.", "Noire", "sea/black"),
        ("pt", "Uma balsa cruza o rio Uruguai.", "Uruguai", "river/uruguay"),
        ("es", "Los pueblos a orillas del Guadiana esperan.", "Guadiana", "river/guadiana"),
        ("en", "They crossed the Guadiana at noon.", "Guadiana", "river/guadiana"),
    ],
)
def test_what_nature_made(language, text, name, ending, gazetteer):
    place = next(place for place in places_of(text, gazetteer, language) if place.mention.text == name)
    assert place.id.endswith(ending)


def test_the_same_preposition_before_each_makes_a_list(gazetteer):
    found = places_of("Bombeiros vieram de Santa Catarina, de São Paulo e do Uruguai.", gazetteer, "pt")
    assert (found[0].name, found[0].country, found[0].feature) == ("Santa Catarina", "BR", "admin1")


def test_a_capital_is_not_the_town_named_like_what_it_is_the_capital_of(gazetteer):
    found = {
        place.mention.text: place for place in places_of("A capital do Espírito Santo é Vitória.", gazetteer, "pt")
    }
    assert found["Espírito Santo"].feature == "admin1"
