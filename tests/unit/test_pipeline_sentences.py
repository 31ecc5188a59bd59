"""What the whole road makes of sentences: which words are places, and which places they are."""

import pytest

from geo import find_places, read_text


def drawn(text, language=None):
    """Give the names and administrative chains of what a text draws, in order: all but demonyms."""
    places = find_places(read_text(text, language=language))
    return [(p.mention.text, p.name, p.admin) for p in places if p.mention.kind != "demonym"]


def names(text, language=None):
    return [name for name, _, _ in drawn(text, language)]


def chain(text, name, language=None):
    return next(admin for words, _, admin in drawn(text, language) if words == name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The coffee of Villa Rica is sold in Oxapampa and all over Peru.", "Villa Rica", ("Peru", "Pasco")),
        (
            "The bus to Villa Rica leaves Atlanta, crosses Carroll County and Douglas County, and stops in Macon.",
            "Villa Rica",
            ("United States", "Georgia"),
        ),
        ("Villa Rica, in the department of Cauca, Colombia, grows sugar cane.", "Villa Rica", ("Colombia", "Cauca")),
        (
            "Farmers of Villa Rica, Cauca, marched to Cali. Colombia sent ministers.",
            "Villa Rica",
            ("Colombia", "Cauca"),
        ),
        ("Lima is a large city.", "Lima", ("Peru",)),
        ("She was born in Lima, Ohio, and grew up in Toledo.", "Lima", ("United States", "Ohio")),
        ("She was born in Lima, Ohio, and grew up in Toledo.", "Toledo", ("United States", "Ohio")),
        ("The factory in Lebanon, Pennsylvania, closed.", "Lebanon", ("United States", "Pennsylvania")),
        ("The factory in Lebanon, Pa., closed.", "Lebanon", ("United States", "Pennsylvania")),
        ("Lebanon, Syria and Jordan signed.", "Lebanon", ("Lebanon",)),
        ("The presidents of Georgia, Armenia and Azerbaijan met.", "Georgia", ("Georgia",)),
        ("The presidents of Georgia, Armenia and Azerbaijan met.", "Armenia", ("Armenia",)),
        (
            "Georgia balanced its budget, said officials in Atlanta and Savannah.",
            "Georgia",
            ("United States", "Georgia"),
        ),
        ("He moved from Paris to Lyon.", "Paris", ("France",)),
        ("He moved from Paris, Texas, to Dallas.", "Paris", ("United States", "Texas")),
        ("La carretera de Oxapampa a Villa Rica sigue cerrada en el Perú.", "Villa Rica", ("Peru", "Pasco")),
    ],
)
def test_which_place_a_name_means(text, name, expected):
    assert chain(text, name)[: len(expected)] == expected


def test_villa_rica_beside_oxapampa_is_where_the_coffee_grows():
    places = find_places(read_text("The coffee of Villa Rica is sold in Oxapampa and all over Peru."))
    villa_rica = next(p for p in places if p.name == "Villa Rica")
    assert villa_rica.lonlat.lon == pytest.approx(-75.270, abs=0.01)
    assert villa_rica.lonlat.lat == pytest.approx(-10.739, abs=0.01)
    assert "Oxapampa" in villa_rica.reason


def test_lima_is_the_capital():
    lima = find_places(read_text("Lima is a large city."))[0]
    assert (lima.feature, lima.country) == ("populated place", "PE")
    assert lima.lonlat.lon == pytest.approx(-77.03, abs=0.05)
    assert lima.lonlat.lat == pytest.approx(-12.04, abs=0.05)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told La República that the road was open.",
        "A reporter of the Marine Corps Times wrote of it.",
        "General Ana Torres leads the Southern Command.",
        "The singer Katy Perry and the actor Jack London arrived late.",
        "Mr. Perry said that Mrs. Kelly had left, and Kelly agreed.",
        "Paris Hilton smiled, and Paris Jackson laughed.",
        "Ban Ki-moon spoke for an hour.",
        "Admiral Luis De La Flor Rivero wants more men.",
        "The Ministry of the Interior published the figures.",
        "Interior Minister Daniel Urresti spoke.",
        "Fighters of the Shining Path hide in the hills.",
        "He studied at the University of Pennsylvania and plays for Manchester United.",
        "The Bank of England raised rates.",
        "Reading is a habit, said the nurse in the morning.",
        "On Monday the Security Council met.",
    ],
)
def test_names_of_newspapers_commands_persons_and_offices_are_no_places(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lo dijo el ministro del Interior, Daniel Urresti, al diario La República.",
        "La presidenta Rosa Arequipa Mamani habló con El Comercio.",
        "La Universidad Nacional Mayor de San Marcos abrió sus puertas.",
        "El Ministerio del Interior publicó las cifras de Sendero Luminoso.",
    ],
)
def test_the_same_in_spanish(text):
    assert names(text, "es") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peruvian soldiers met American buyers and Colombian traders.", "en", ["Peru", "United States", "Colombia"]),
        ("The French and the Germans agreed.", "en", ["France", "Germany"]),
        ("In January 2013 French soldiers came.", "en", ["France"]),
        (
            "Los soldados peruanos vieron a un diplomático estadounidense y a comerciantes bolivianos.",
            "es",
            ["Peru", "United States", "Bolivia"],
        ),
        ("La orilla peruana del lago está seca.", "es", ["Peru"]),
        ("A fines de mayo hubo reuniones, y las aguas bajan. Reuniones hay siempre.", "es", []),
    ],
)
def test_demonyms_point_to_their_country_and_draw_nothing(text, language, expected):
    places = find_places(read_text(text, language=language))
    assert [p.name for p in places] == expected
    assert all(p.mention.kind == "demonym" for p in places)
    assert all(p.feature == "country" and p.lonlat is not None for p in places)


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("The U.S. sent help.", "en", "US"),
        ("The US sent help.", "en", "US"),
        ("Troops of the U.S.A. came.", "en", "US"),
        ("The UK sent help.", "en", "GB"),
        ("The U.K. sent help.", "en", "GB"),
        ("The DRC sent help.", "en", "CD"),
        ("The UAE sent help.", "en", "AE"),
        ("EE. UU. envió ayuda.", "es", "US"),
        ("Los EE.UU. enviaron ayuda.", "es", "US"),
        ("Estados Unidos envió ayuda.", "es", "US"),
        ("Alemania envió ayuda.", "es", "DE"),
    ],
)
def test_short_forms_of_countries(text, language, country):
    places = find_places(read_text(text, language=language))
    assert [(p.country, p.feature) for p in places] == [(country, "country")]


def test_the_little_word_us_is_no_country():
    assert names("They gave us bread and let us go.") == []


VRAEM_TEXT = (
    "Patrols went to the Apurímac, Ene and Mantaro Rivers Valley (VRAEM) in June. "
    "By autumn the VRAEM was quiet.\n\nMuch of Peru's coca grows in the VRAEM."
)


def test_a_short_form_before_an_organisation_names_its_country_as_a_demonym_would():
    assert names("General Ana Torres leads U.S. Southern Command.") == ["U.S."]
    assert names("Drivers left U.S. Highway 84 at noon.") == []


def test_a_region_with_a_long_and_a_short_name_is_one_place():
    regions = [p for p in find_places(read_text(VRAEM_TEXT)) if p.name != "Peru"]
    assert [p.mention.text for p in regions] == ["Apurímac, Ene and Mantaro Rivers Valley", "VRAEM", "VRAEM", "VRAEM"]
    assert {p.id for p in regions} == {"region:vraem"}
    assert {p.mention.kind for p in regions} == {"region"}


def test_the_region_in_spanish():
    text = "En el Valle de los ríos Apurímac, Ene y Mantaro (VRAEM) hubo calma. El VRAEM produce coca."
    assert {p.id for p in find_places(read_text(text, language="es"))} == {"region:vraem"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rafts go down the Apurímac, Ene and Mantaro rivers every week.", "en"),
        ("Bajan balsas por los ríos Apurímac, Ene y Mantaro cada semana.", "es"),
    ],
)
def test_three_rivers_are_three_places(text, language):
    places = find_places(read_text(text, language=language))
    assert [p.mention.text for p in places] == ["Apurímac", "Ene", "Mantaro"]
    assert [p.feature for p in places] == ["river"] * 3
    assert len({p.id for p in places}) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA, 12 May 2019 — The price of bread rose.", ["LIMA"]),
        ("LIMA (Reuters) - The price of bread rose.", ["LIMA"]),
        ("OXAPAMPA, Peru — The price of bread rose.", ["OXAPAMPA", "Peru"]),
        ("PUNO. La sequía ha dejado en seco los embarcaderos de la orilla peruana.", ["PUNO"]),
    ],
)
def test_datelines(text, expected):
    assert names(text) == expected


def test_headlines_in_capitals():
    text = "FLOODS HIT PIURA AND TUMBES\n\nRain fell for a week in northern Peru, and rivers left their beds."
    assert names(text) == ["PIURA", "TUMBES", "Peru"]


def test_names_over_a_line_break():
    text = "The road from San\nJuan de Lurigancho to Villa\nRica by way of Oxapampa is closed, the police of Peru said."
    places = find_places(read_text(text))
    assert [p.mention.text for p in places] == ["San\nJuan de Lurigancho", "Villa\nRica", "Oxapampa", "Peru"]
    assert [p.country for p in places] == ["PE"] * 4


def test_an_explained_abbreviation_is_the_place():
    text = "The hospital of San Martín de Pangoa (SMP) is new. Doctors came to SMP from Satipo, in Peru."
    places = find_places(read_text(text))
    assert [p.mention.text for p in places] == ["San Martín de Pangoa", "SMP", "SMP", "Satipo", "Peru"]
    assert len({p.id for p in places[:3]}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Families left the hamlet of Quillaquella, and Peru sent trucks.", "Quillaquella"),
        ("The village of Zarumbeque was empty, and Peru sent trucks.", "Zarumbeque"),
        ("En el caserío de Quellohuaylla, en el Perú, un pozo abastece a cuarenta familias.", "Quellohuaylla"),
    ],
)
def test_a_hamlet_that_no_gazetteer_knows_is_not_found(text, name):
    place = next(p for p in find_places(read_text(text)) if p.mention.text == name)
    assert (place.status, place.lonlat, place.id) == ("not found", None, "")
    assert place.reason


def test_folded_names_are_the_same_place():
    spellings = ("Junín", "JUNÍN", "Junin", "Juni\u0301n")
    ids = {find_places(read_text(f"The department of {name} in Peru is high."))[0].id for name in spellings}
    assert len(ids) == 1


def test_one_name_means_one_place_in_one_document():
    text = "Villa Rica lies near Oxapampa in Peru.\n\nIn June it rained.\n\nThe fair of Villa Rica opens in July."
    ids = {p.id for p in find_places(read_text(text)) if p.name == "Villa Rica"}
    assert len(ids) == 1


def test_a_name_that_is_not_found_is_told_each_time():
    text = "The hamlet of Xara Zarumbeque is empty, and so is Quillaquella village. Roads lead to Xara Zarumbeque"
    assert names(text) == ["Xara Zarumbeque", "Quillaquella", "Xara Zarumbeque"]
    assert names(f"{text}, not to Quillaquella") == [*names(text), "Quillaquella"]


def test_a_short_paragraph_full_of_names_is_no_headline():
    assert names("From Lima to the hamlet of Quillaquella, Peru. Lima!") == ["Lima", "Quillaquella", "Peru", "Lima"]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("They sent books up the Niger to the capital.", "river"),
        ("They fish on the Niger.", "river"),
        ("The Niger floods every year.", "river"),
        ("They crossed the river Niger.", "river"),
        ("They crossed the Niger River.", "river"),
        ("The Niger coup surprised everyone.", "country"),
        ("Niger is dry.", "country"),
        ("They went to Niger.", "country"),
        ("War came to the Congo again.", "country"),
    ],
)
def test_a_river_and_a_country_of_one_name(text, feature):
    assert [p.feature for p in find_places(read_text(text, language="en"))] == [feature]
