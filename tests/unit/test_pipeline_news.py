"""What the whole road makes of sentences as newspapers write them, with the numbers that ship: plain cases alone."""

import pytest

from geo import find_places, read_text

ENGLISH = [
    # Datelines in capitals.
    (
        "NAIROBI, Kenya (AP) — Police fired tear gas at protesters near the harbor of Mombasa on Tuesday.",
        ["NAIROBI", "Kenya", "Mombasa"],
    ),
    ("LAGOS, May 4 (Reuters) - Gunmen attacked two villages in Nigeria, police said.", ["LAGOS", "Nigeria"]),
    ("ALBUQUERQUE, N.M. — A judge ruled that the city must pay for repairs.", ["ALBUQUERQUE", "N.M."]),
    # Headlines in title case.
    (
        "Floods Kill Dozens in Northern Pakistan as Rivers Rise\n\nHeavy rain fell on the Swat Valley for a third day.",
        ["Pakistan", "Swat Valley"],
    ),
    (
        "Two Dead After Ferry Sinks Off Zanzibar\n\nThe boat was sailing from Dar es Salaam when it capsized.",
        ["Zanzibar", "Dar es Salaam"],
    ),
    # Paragraphs all in capitals.
    (
        "THOUSANDS FLEE AS FIGHTING REACHES OUTSKIRTS OF MOSUL IN IRAQ\n\nFamilies fled Mosul on Friday, they said.",
        ["MOSUL", "IRAQ", "Mosul"],
    ),
    # Names over line breaks.
    (
        "The convoy left Port\nMoresby on Sunday and crossed Papua New\nGuinea in three days.",
        ["Port\nMoresby", "Papua New\nGuinea"],
    ),
    # City and state.
    (
        "She grew up in Duluth, Minn., and taught in Eau Claire, Wis., for ten years.",
        ["Duluth", "Minn", "Eau Claire", "Wis"],
    ),
    (
        "The plant in Chattanooga, Tenn., employs 900 people, and one in Spartanburg, S.C., will open in June.",
        ["Chattanooga", "Tenn", "Spartanburg", "S.C."],
    ),
    ("Police in Charleston, W.Va., and in Fresno, California, agree.", ["Charleston", "W.Va", "Fresno", "California"]),
    # Party and state.
    ("Sen. Ben Sasse, R-Neb., voted against the bill.", ["Neb"]),
    ("Rep. Jim Himes (D-Conn.) spoke for an hour.", ["Conn"]),
    # Lists, and names that share a word.
    ("Offices will open in Nairobi, Kampala and Kigali next year, the bank said.", ["Nairobi", "Kampala", "Kigali"]),
    (
        "Cases were reported in Guinea, Liberia, Sierra Leone, Mali and Senegal, the health agency said.",
        ["Guinea", "Liberia", "Sierra Leone", "Mali", "Senegal"],
    ),
    ("Fires burned in Napa County and Sonoma County, California.", ["Napa County", "Sonoma County", "California"]),
    ("Between Lake Victoria and Lake Tanganyika the rains have failed.", ["Lake Victoria", "Lake Tanganyika"]),
    # Seas, straits, and governments.
    (
        "The ship sailed through the Strait of Hormuz to Fujairah in the United Arab Emirates.",
        ["Strait of Hormuz", "Fujairah", "United Arab Emirates"],
    ),
    (
        "Hungary's prime minister flew to Ankara for talks with Turkey's president.",
        ["Hungary", "Ankara", "Turkey"],
    ),
]

SPANISH = [
    (
        "BOGOTÁ (EFE).- El presidente de Colombia viajó ayer a Cartagena para reunirse con los alcaldes.",
        ["BOGOTÁ", "Colombia", "Cartagena"],
    ),
    (
        "Un autobús que cubría la ruta entre Tegucigalpa y San Pedro\nSula volcó en Honduras.",
        ["Tegucigalpa", "San Pedro\nSula", "Honduras"],
    ),
    (
        "El río Magdalena se desbordó cerca de Barrancabermeja, en el departamento de Santander.",
        ["Magdalena", "Barrancabermeja", "Santander"],
    ),
    (
        "Terremoto sacude Concepción y Temuco en el sur de Chile\n\nEl sismo se sintió en Concepción a las seis.",
        ["Concepción", "Temuco", "Chile", "Concepción"],
    ),
    (
        "Los migrantes salieron de Tapachula, en Chiapas, hacia Oaxaca y Veracruz.",
        ["Tapachula", "Chiapas", "Oaxaca", "Veracruz"],
    ),
]

PORTUGUESE = [
    (
        "MAPUTO (Lusa) - O ciclone atingiu a cidade da Beira, em Moçambique, na quinta-feira.",
        ["MAPUTO", "Beira", "Moçambique"],
    ),
    (
        "A polícia prendeu três homens em Fortaleza e Recife, no nordeste do Brasil.",
        ["Fortaleza", "Recife", "Brasil"],
    ),
    (
        "Incêndios em Portugal atingem Coimbra e Viseu\n\nO fogo começou perto de Coimbra na noite de sábado.",
        ["Portugal", "Coimbra", "Viseu", "Coimbra"],
    ),
]

FRENCH = [
    (
        "DAKAR (AFP) — Le président du Sénégal est arrivé à Bamako mardi pour des entretiens.",
        ["DAKAR", "Sénégal", "Bamako"],
    ),
    ("Les inondations ont fait douze morts à Niamey et à Zinder, au Niger.", ["Niamey", "Zinder", "Niger"]),
    ("Le train entre Lyon et Marseille a été arrêté près d'Avignon.", ["Lyon", "Marseille", "Avignon"]),
    ("Les pluies ont touché l'Algérie, la Tunisie et le Maroc.", ["Algérie", "Tunisie", "Maroc"]),
]

PLACES = [
    (language, *case)
    for language, cases in (("en", ENGLISH), ("es", SPANISH), ("pt", PORTUGUESE), ("fr", FRENCH))
    for case in cases
]


@pytest.mark.parametrize(("language", "text", "names"), PLACES)
def test_the_places_of_a_sentence_and_nothing_else(language, text, names):
    places = [place for place in find_places(read_text(text, language=language)) if place.mention.kind != "demonym"]
    # Whether the point of an abbreviation is part of its name is not asked here.
    assert [place.mention.text.removesuffix(".") for place in places] == [name.removesuffix(".") for name in names]
    assert {place.mention.text: place.mention.confidence for place in places if place.mention.confidence <= 0.6} == {}
    assert {place.mention.text: place.status for place in places if place.status != "resolved"} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Chicago Tribune and the Washington Post reported the story first."),
        ("en", "Paris Jackson and Jack London signed copies of the book."),
        ("en", "Dallas Roberts, a nurse, said that she had seen nothing."),
        ("en", "Manchester United signed a new goalkeeper."),
        ("es", "El diario La Nación y el canal Televisa lo publicaron primero."),
        ("es", "El Real Madrid ganó al Athletic Club por dos goles."),
        ("es", "La Universidad de Salamanca y el Banco de Santander firmaron el acuerdo."),
        ("pt", "O jornal Folha de S.Paulo publicou a notícia."),
        ("fr", "Le journal Le Monde et le quotidien Le Figaro l'ont annoncé."),
        ("fr", "Le Paris Saint-Germain a gagné."),
    ],
)
def test_organisations_persons_media_and_teams_are_no_places(language, text):
    assert find_places(read_text(text, language=language)) == []
