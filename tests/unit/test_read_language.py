import pytest

from geo.errors import ConfigurationError
from geo.read import read_text
from geo.read.language import READ_LANGUAGES, detect_language, explain_language
from geo.recognize.cues import cues_for

ENGLISH = "Soldiers found a camp near the river on Tuesday, and two of them were hurt."
SPANISH = "La policía halló un campamento cerca de Puno el martes, y dos agentes quedaron heridos."
PORTUGUESE = "O governo do Brasil anunciou ontem novas medidas para a população de Manaus e de Belém."
FRENCH = "Le président malien a visité Gao et Tombouctou mardi dernier avec plusieurs de ses ministres."
READ = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "fr": FRENCH}
OTHERS = {
    "de": ("German", "Die Bundeswehr zieht aus Gao ab, wie das Ministerium in Berlin am Dienstag mitgeteilt hat."),
    "it": ("Italian", "Il presidente ha visitato Napoli e Palermo, dove ha incontrato i sindaci della regione."),
    "nl": ("Dutch", "De burgemeester van Utrecht wil meer geld voor nieuwe woningen in de oude wijken van de stad."),
    "ar": ("Arabic", "قال مسؤول في وزارة الداخلية إن الشرطة عثرت على معسكر قرب النهر يوم الثلاثاء في جنوب البلاد"),
}


@pytest.mark.parametrize("code", READ)
def test_languages_with_rules_are_read_without_a_notice(code):
    document = read_text(READ[code])
    assert (document.language, document.notices) == (code, ())


def test_the_languages_with_rules_are_those_with_cues():
    assert set(READ) == set(READ_LANGUAGES)
    assert all(cues_for(code) is not cues_for("nl") for code in READ_LANGUAGES[1:])


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_named_to_the_reader(code):
    name, text = OTHERS[code]
    document = read_text(text)
    assert document.language == code
    assert document.notices == (
        f"This document seems to be in {name}; it was read with the rules for English, so places may be missed.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lima",
        "Villa Rica, Peru",
        "Oxapampa, Villa Rica, Puno, Juliaca, Arequipa, Cusco, Moquegua, Tacna, Ayacucho, Huanta, La Mar",
        "1234 5678 / 90 {{ }} <<>>",
        "{{ cycler.__init__.__globals__ }} </script>",
        "Les combats à Gao",
    ],
)
def test_names_code_and_scraps_are_english_for_want_of_better(text):
    document = read_text(text)
    assert (document.language, document.notices) == ("en", ())


def test_an_english_text_full_of_spanish_names_is_english():
    names = "De La Flor Rivero met José Núñez of El Peruano in San Juan de Lurigancho and Villa El Salvador on Monday."
    assert detect_language(names) == "en"


def test_the_language_that_the_user_names_counts():
    assert read_text(ENGLISH, language="es-PE").language == "es"
    document = read_text(ENGLISH, language="DE")
    assert document.language == "de"
    assert document.notices[0].startswith("This document is in German; it was read with the rules for English")


def test_a_text_in_capitals_is_known():
    assert [read_text(text.upper()).language for text in READ.values()] == list(READ)


@pytest.mark.parametrize("tag", ["", "e", "english language", "e\nn", "<en>"])
def test_a_tag_that_is_none_is_refused(tag):
    with pytest.raises(ConfigurationError, match="not a language code"):
        read_text(ENGLISH, language=tag)


def test_a_language_without_a_name_is_told_by_its_code():
    assert "the language 'qqq'" in explain_language("qqq", detected=True)


def test_half_characters_and_nuls_do_not_stop_the_detection():
    assert detect_language(f"\0 {SPANISH} \ud800") == "es"
