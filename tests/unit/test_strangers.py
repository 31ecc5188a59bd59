import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognize.cues import cues_for
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.names import Label
from geo.recognize.scene import set_scene
from geo.recognize.strangers import find_spans, find_strangers
from geo.recognize.tokens import split_tokens


def look(text, gazetteer, language="en"):
    cues, book = cues_for(language), Namebook(gazetteer, language)
    tokens = split_tokens(text, elisions=cues.elisions)
    matches = find_matches(tokens, book, lower_demonyms=cues.lower_demonyms)
    return set_scene(tokens, matches, language, book), matches, book


@pytest.fixture
def strangers(mini):
    def find(text, language="en"):
        scene, _, book = look(text, mini, language)
        return [scene.tokens.span_text(one.first, one.last) for one in find_strangers(scene, book)]

    return find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They live in Zarumbek now.", ["Zarumbek"]),
        ("They live in Xara Zarumbek now.", ["Xara Zarumbek"]),
        ("Zarumbek is old.", ["Zarumbek"]),
        ("ZARUMBEK - It rained.", ["ZARUMBEK"]),
        ("From Zarumbek-on-Oln by Xarum.", ["Zarumbek", "Xarum"]),
        ("It is Zarumbek's Xarum.", ["Zarumbek", "Xarum"]),
        ("By Xarum, Zarumbek.", ["Xarum", "Zarumbek"]),
        ("By Xarum of Zarumbek then.", ["Xarum", "Zarumbek"]),
        ("By Xarum\nZarumbek then.", ["Xarum", "Zarumbek"]),
        # An everyday word is a name where a capital says so, and a generic word beside it always.
        ("They live in Reading now.", ["Reading"]),
        ("By Green Lake then.", ["Green Lake"]),
        ("Lake Reading is near.", ["Lake Reading"]),
        ("He spoke of NATO then.", ["NATO"]),
    ],
)
def test_names_that_the_gazetteer_lacks(text, names, strangers):
    assert strangers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They saw The Xarum then.", ["Xarum"]),
        ("They saw the Xarum then.", ["Xarum"]),
        ("They came in May Xarum then.", ["Xarum"]),
        ("On Monday Xarum slept.", ["Xarum"]),
        ("They left Xarum 12 then.", ["Xarum"]),
        ("Then 12 Xarum left.", ["Xarum"]),
        ("They met Colonel Xarum then.", ["Xarum"]),
        ("They met Mayor Ann Xarum then.", ["Ann Xarum"]),
    ],
)
def test_articles_months_numbers_and_titles_are_no_part_of_them(text, names, strangers):
    assert strangers(text) == names


def test_articles_of_other_languages(strangers):
    assert strangers("Viven en el caserío de La Xarumba hoy.", "es") == ["Xarumba"]
    assert strangers("Ils vivent à l'Xarum et à Le Zarumbek hier.", "fr") == ["Xarum", "Zarumbek"]


@pytest.mark.parametrize(
    "text",
    [
        "They live in Fernholt and Bertania City now.",
        "They live in xarum now.",
        "An Aldorian ship.",
        # Everyday words at a sentence's start, and what says nothing of its own anywhere.
        "Houses burned. Tomorrow they rest.",
        "They came on Monday and in December.",
        "They met the Mayor and the Army then.",
        "They left the North and the Province and the City then.",
        "It is I, said A to B and Mr. C then.",
        "Green Houses Burned.",
        # What is somebody's or something's else.
        "They read the Zarumbek Times then.",
        "They went to Zarumbek University then.",
        "They saw Zarumbek 12 North then.",
        "北京 القاهرة",
        "",
    ],
)
def test_what_is_none(text, strangers):
    assert strangers(text) == []


def test_five_words_are_a_name_and_six_are_not(strangers):
    words = ["Xara", "Zarum", "Xeqa", "Zolb", "Xarb", "Zumb"]
    assert strangers(f"They saw {' '.join(words[:5])} then.") == [" ".join(words[:5])]
    assert strangers(f"They saw {' '.join(words)} then.") == []


def test_a_stranger_reaches_over_a_match_within_it(mini):
    scene, matches, book = look("They fish in Pat Marwick Lake now.", mini)
    spans = find_spans(scene, matches, book)
    assert [(one.first, one.last, one.facts.unknown) for one in spans] == [(3, 5, True), (4, 4, False)]


def test_all_spans_are_in_order_without_demonyms(mini):
    scene, matches, book = look("By Quell an Aldorian left Xarum and Marwick Xarum then.", mini)
    spans = find_spans(scene, matches, book)
    found = [scene.tokens.span_text(one.first, one.last) for one in spans]
    assert found == ["Quell", "Xarum", "Marwick", "Marwick Xarum"]
    assert {one.facts.folded for one in matches} - {one.facts.folded for one in spans} == {"aldorian"}


def test_nothing_is_known_of_a_stranger(mini):
    scene, _, book = look("They live in Xara Zarúmbek now.", mini)
    (one,) = find_strangers(scene, book)
    facts = one.facts
    assert (facts.folded, facts.unknown) == ("xara zarumbek", True)
    assert (facts.population, facts.places) == (0, 0)
    assert not any(
        (facts.country, facts.admin1, facts.admin2, facts.physical, facts.region, facts.named_region, facts.short)
    )
    assert not any((facts.primary, facts.demonym, facts.postal, facts.accented))


@pytest.mark.parametrize(
    ("headline", "hidden"),
    [
        ("FLOOD HITS ZARUMBEK AND CUTS ROADS", ["ZARUMBEK"]),
        ("FLOOD HITS XARA ZARUMBEK AND CUTS ROADS", ["XARA ZARUMBEK", "ZARUMBEK"]),
        ("FLOOD HITS XARA AND CUTS ROADS", []),
        ("FLOOD HITS TOWNS AND CUTS ROADS", []),
        ("ZARUMBEK WAITS FOR RAIN IN ZARUMBEK", ["ZARUMBEK", "ZARUMBEK"]),
        ("Flood Hits Zarumbek And Cuts Roads", ["Zarumbek"]),
        ("RAIN FALLS ON XARA", []),
    ],
)
def test_a_headline_hides_only_names_that_the_text_has_elsewhere(headline, hidden, mini):
    text = f"{headline}\n\nPeople fled Zarumbek by boat, some to Xara Zarumbek."
    scene, matches, book = look(text, mini)
    found = [one for one in find_spans(scene, matches, book) if scene.names.labels[one.first] == Label.HEADLINE]
    assert [scene.tokens.span_text(one.first, one.last) for one in found] == hidden
    assert all(one.facts.unknown for one in found)


def test_of_two_names_that_begin_alike_a_headline_hides_the_longer(strangers):
    text = "FLOOD HITS XARA ZARUMBEK AND CUTS ROADS\n\nPeople fled Xara by boat to Xara Zarumbek."
    assert strangers(text) == ["Xara", "Xara Zarumbek", "XARA ZARUMBEK"]


def test_a_headline_alone_hides_nothing(strangers):
    assert strangers("FLOOD HITS ZARUMBEK AND CUTS ROADS\n\nPeople fled by boat.") == []


PIECES = (
    *("Xarum", "Zarumbek", "Marwick", "Fernholt", "Aldorian", "The", "the", "May", "Monday", "12", "Colonel", "Times"),
    *("FLOOD HITS XARUM AND CUTS ROADS\n\n", "Lake", "City", "Reading", "Houses", "de", "of", "l'", "北京", "A"),
    *(" ", " ", " ", " ", "-", ", ", ". ", "\n", "'s "),
)


@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join), language=st.sampled_from(["en", "es", "fr"]))
def test_what_holds_of_the_spans_of_any_text(text, language, mini):
    scene, matches, book = look(text, mini, language)
    tokens, spans = scene.tokens, find_spans(scene, matches, book)
    assert len({(one.first, one.last) for one in spans}) == len(spans)
    assert all((one.first, one.last) <= (other.first, other.last) for one, other in itertools.pairwise(spans))
    assert [one for one in spans if not one.facts.unknown] == [one for one in matches if not one.facts.demonym]
    for one in spans:
        assert one.facts.folded.removeprefix(", ") == tokens.fold_span(one.first, one.last)
        if one.facts.unknown:
            assert one.last - one.first < 5
            assert tokens.words[one.first][0].isupper()
            assert tokens.words[one.last][0].isupper()
            assert book.facts(one.facts.folded) is None
