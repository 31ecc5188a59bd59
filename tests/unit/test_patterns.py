import pytest

from geo.document import Document
from geo.recognize import GazetteerRecognizer
from geo.recognize.patterns import find_abbreviations


def mentions(text, gazetteer, language="en"):
    found = GazetteerRecognizer(gazetteer).recognize(Document(text=text, name="t", language=language))
    return {mention.text: mention for mention in found}


@pytest.mark.parametrize(
    ("text", "names", "feature"),
    [
        ("Rafts go down the Zarun, Belk and Mogra rivers.", ["Zarun", "Belk", "Mogra"], "river"),
        ("Rafts go down the Zarun and Belk rivers.", ["Zarun", "Belk"], "river"),
        ("It rained in the Zarun and Belk provinces.", ["Zarun", "Belk"], "admin1"),
    ],
)
def test_names_that_share_one_generic_word(text, names, feature, mini):
    found = mentions(text, mini)
    assert [(name, found[name].feature) for name in found] == [(name, feature) for name in names]


def test_names_that_share_one_generic_word_in_spanish(mini):
    found = mentions("Balsas bajan por los ríos Zarun, Belk y Mogra.", mini, "es")
    assert [(name, found[name].feature) for name in found] == [
        ("Zarun", "river"),
        ("Belk", "river"),
        ("Mogra", "river"),
    ]


def test_one_name_shares_nothing(mini):
    assert mentions("They were Quirk rivers.", mini) == {}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The hamlet of Quillaquella is empty.", "en", "Quillaquella"),
        ("They fled to Zarumbeque village at night.", "en", "Zarumbeque"),
        ("The Zarumbeque River rose.", "en", "Zarumbeque River"),
        ("Vive en el caserío de Quillaquella desde ayer.", "es", "Quillaquella"),
        ("Vive junto al río Zarumbeque desde ayer.", "es", "Zarumbeque"),
        ("Vive en el centro poblado de Pampa Zarumbeque desde ayer.", "es", "Pampa Zarumbeque"),
    ],
)
def test_a_generic_word_makes_an_unknown_name_a_place(text, language, name, mini):
    assert list(mentions(text, mini, language)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Quillaquella community spoke.",  # a community may be of anything
        "The village Council met.",  # an organisation
        "In the village Monday was quiet.",  # a day
    ],
)
def test_vague_words_make_no_place(text, mini):
    assert mentions(text, mini) == {}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("San Martín de Pangoa (SMP)", "San Martín de Pangoa", {"SMP": "San Martín de Pangoa"}),
        ("San Martín de Pangoa(SMP)", "San Martín de Pangoa", {"SMP": "San Martín de Pangoa"}),
        ("San Martín de Pangoa (S.M.P.)", "San Martín de Pangoa", {"SMP": "San Martín de Pangoa"}),
        ("Villa Rica (VR)", "Villa Rica", {"VR": "Villa Rica"}),
        ("Villa Rica (XR)", "Villa Rica", {}),
        ("Villa Rica (RV)", "Villa Rica", {}),
        ("Villa Rica (vr)", "Villa Rica", {}),
        ("Villa Rica, (VR)", "Villa Rica", {}),
        ("Villa Rica", "Villa Rica", {}),
    ],
)
def test_explained_abbreviations(text, name, expected):
    assert find_abbreviations(text, [(0, len(name))]) == expected


def test_an_explained_abbreviation_is_the_place_from_then_on(mini):
    text = "The hospital of Bertania City (BC) is new. Doctors came to BC from Quell."
    found = GazetteerRecognizer(mini).recognize(Document(text=text, name="t"))
    assert [(m.text, m.name) for m in found] == [
        ("Bertania City", "Bertania City"),
        ("BC", "Bertania City"),
        ("BC", "Bertania City"),
        ("Quell", "Quell"),
    ]
