from dataclasses import replace

import pytest

from geo.document import Document
from geo.errors import ConfigurationError
from geo.recognize import GazetteerRecognizer, Mention
from geo.resolve import GazetteerResolver
from geo.resolve.weights import ResolverWeights


def resolve(text, gazetteer):
    document = Document(text=text, name="t")
    return GazetteerResolver(gazetteer).resolve(document, GazetteerRecognizer(gazetteer).recognize(document))


def look_up(gazetteer, *mentions):
    text = "; ".join(mention.text for mention in mentions)
    return GazetteerResolver(gazetteer).resolve(Document(text=text, name="t"), mentions)


def place(name, **facts):
    return Mention(start=0, end=len(name), text=name, kind=facts.pop("kind", "place"), **facts)


def test_a_place_in_full(mini):
    marwick, fernholt, _ = resolve("The road from Marwick to Fernholt in Aldoria.", mini)
    assert (marwick.status, marwick.name, marwick.feature, marwick.country) == (
        "resolved",
        "Marwick",
        "populated place",
        "XA",
    )
    assert marwick.admin == ("Aldoria", "Norvale", "Hillshire")
    assert (marwick.lonlat.lon, marwick.lonlat.lat) == (10.4, 52.3)
    assert (marwick.id, marwick.source) == ("geonames:12", "GeoNames")
    assert "Fernholt" in marwick.reason
    assert 0.5 < marwick.confidence <= 1
    assert marwick.alternatives[0].id in {"geonames:13", "geonames:14"}
    assert all(other.id != marwick.id for other in marwick.alternatives)
    assert fernholt.id == "geonames:11"


def test_an_area_closes_its_own_chain(mini):
    (norvale,) = look_up(mini, place("Norvale"))
    assert norvale.admin == ("Aldoria", "Norvale")


def test_a_town_and_its_district_count_as_one_place(mini):
    (fernholt,) = look_up(mini, place("Fernholt"))
    assert (fernholt.feature, fernholt.alternatives) == ("populated place", ())
    assert fernholt.confidence > 0.9


def test_the_district_when_the_text_says_so(mini):
    (fernholt,) = look_up(mini, place("Fernholt", feature="admin3"))
    assert (fernholt.feature, fernholt.id, fernholt.source) == ("admin3", "inei:010203", "INEI")


def test_a_name_that_the_gazetteer_lacks_is_not_found(mini):
    (lost,) = look_up(mini, place("Nowhere"))
    assert (lost.status, lost.name, lost.lonlat, lost.id, lost.confidence) == ("not found", "Nowhere", None, "", 0.0)
    assert "no place of this name" in lost.reason


def test_hints_that_exclude_every_candidate_give_not_found_never_a_place_elsewhere(mini):
    (lost,) = look_up(mini, place("Quell", hints=("Aldoria",)))
    assert (lost.status, lost.lonlat) == ("not found", None)
    assert "Aldoria" in lost.reason


def test_hints_choose(mini):
    (marwick,) = look_up(mini, place("Marwick", hints=("Sudmark", "Aldoria")))
    assert marwick.id == "geonames:14"
    assert marwick.reason == "the table says that it lies in Sudmark, Aldoria"


def test_a_demonym_carries_its_countrys_point(mini):
    (aldorian,) = look_up(mini, place("Aldorian", kind="demonym"))
    assert (aldorian.status, aldorian.name, aldorian.feature, aldorian.id) == (
        "resolved",
        "Aldoria",
        "country",
        "geonames:1",
    )
    assert (aldorian.lonlat.lon, aldorian.lonlat.lat) == (10, 50)


def test_a_demonym_that_nobody_has(mini):
    (lost,) = look_up(mini, place("Martian", kind="demonym"))
    assert (lost.status, lost.lonlat) == ("not found", None)


def test_number_and_order_of_mentions_are_kept(mini):
    mentions = [place(name) for name in ("Quell", "Nowhere", "Marwick", "Quell", "Aldoria")]
    mentions.insert(2, place("Bertanian", kind="demonym"))
    assert [p.mention for p in look_up(mini, *mentions)] == mentions


def test_no_mentions_no_places(mini):
    assert look_up(mini) == []


def test_what_fits_no_place_near_its_region_is_not_found(mini):
    (quell, _) = resolve("The road to Quell, Sudmark, is small.", mini)
    assert (quell.status, quell.lonlat) == ("not found", None)


def test_confidence_falls_with_the_recognizers(mini):
    (sure,) = look_up(mini, place("Quell"))
    (unsure,) = look_up(mini, place("Quell", confidence=0.5))
    assert unsure.confidence == pytest.approx(sure.confidence / 2, abs=1e-3)


def test_a_name_of_many_small_places_alone_is_ambiguous(gazetteer):
    (el_carmen,) = look_up(gazetteer, place("El Carmen"))
    assert (el_carmen.status, el_carmen.lonlat, el_carmen.id) == ("ambiguous", None, "")
    assert len(el_carmen.alternatives) > 1
    scores = [other.score for other in el_carmen.alternatives]
    assert scores == sorted(scores, reverse=True)


def test_where_a_document_was_published_speaks_for_places_near_it(mini):
    document = Document(text="Marwick", name="t")
    assert GazetteerResolver(mini).resolve(document, [place("Marwick")])[0].id == "geonames:13"
    there = replace(document, published_in="Fernholt, Norvale")
    (marwick,) = GazetteerResolver(mini).resolve(there, [place("Marwick")])
    assert marwick.id == "geonames:12"


def test_an_unknown_place_of_publication_is_an_error(mini):
    document = Document(text="Marwick", name="t", published_in="Nowhere")
    with pytest.raises(ConfigurationError, match="'Nowhere'"):
        GazetteerResolver(mini).resolve(document, [place("Marwick")])


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("They drove from Arequipa, Texas, on Monday.", {"Arequipa": "not found", "Texas": "resolved"}),
        ("They drove to Paris, Texas.", {"Paris": "resolved", "Texas": "resolved"}),
        ("They flew to Paris, Oklahoma and Texas.", {"Paris": "resolved", "Oklahoma": "resolved"}),
    ],
)
def test_a_region_that_holds_no_such_place_but_not_the_next_of_a_list(text, statuses, gazetteer):
    found = {one.mention.text: one.status for one in resolve(text, gazetteer)}
    assert found | statuses == found


def test_other_weights(mini):
    flat = ResolverWeights(signs={}, none_of_these={"always": -20.0}, confidence={"log-odds of the belief": 1.0})
    (marwick,) = GazetteerResolver(mini, weights=flat).resolve(Document(text="Marwick", name="t"), [place("Marwick")])
    assert (marwick.status, len(marwick.alternatives)) == ("ambiguous", 3)
