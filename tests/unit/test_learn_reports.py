import re

import numpy as np
import pytest

from data.build.learn import material, reports, spans
from data.build.learn.material import find_corpora, read_material
from data.build.learn.reports import FOLDER, find_report_files, read_reports
from data.build.learn.spans import NO_PLACE, PLACE, UNTOLD, teach
from geo.evaluate.gold import Corpus, GoldDocument, GoldPlace, Repairs
from geo.recognize.learned import read_weights

LON = {"hamlet": 10.4, "city": 29.1, "village": 10.1, "town": 10.3, "district": 10.31, "Oln": 10.5, "TARV": 11}


@pytest.fixture(autouse=True)
def invented(request, mini, monkeypatch):
    """Read reports with the gazetteer of two invented countries, but where a test asks for the shipped one."""
    if "gazetteer" not in request.fixturenames:
        monkeypatch.setattr(reports, "open_gazetteer", lambda: mini)
        monkeypatch.setattr(spans, "open_gazetteer", lambda: mini)


@pytest.fixture
def read(tmp_path):
    def read_marked(text, name="en_small.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_reports(path)

    return read_marked


@pytest.fixture
def place_of(read):
    def read_one(mark, name="en_small.txt"):
        (document,) = read(f"=== one\nThey saw {mark} there.\n", name).documents
        (place,) = document.places
        return place

    return read_one


# Reading marks.


def test_reports_are_parted_and_their_marks_taken_out(read):
    corpus = read("=== one\nRain fell on [[Quell|XB]].\n\nIt rained.\n\n=== two\n[[Oln|*|river]] [[Zarum|?]]\n")
    assert corpus.name == "en_small.txt"
    one, two = corpus.documents
    assert (one.name, one.text) == ("one", "Rain fell on Quell.\n\nIt rained.")
    assert [(place.start, place.end, place.text) for place in one.places] == [(13, 18, "Quell")]
    assert (two.name, two.text) == ("two", "Oln Zarum")
    assert [(place.start, place.end, place.text) for place in two.places] == [(0, 3, "Oln"), (4, 9, "Zarum")]


@pytest.mark.parametrize(("name", "language"), [("pt.txt", "pt"), ("es_efe.txt", "es"), ("en_us_south.txt", "en")])
def test_the_name_of_a_file_begins_with_its_language(name, language, read):
    (document,) = read("=== one\nRain.", name).documents
    assert document.language == language
    assert document.document.language == language


def test_a_report_without_marks_has_no_places(read):
    assert read("=== one\nIt rained.").documents[0].places == ()


@pytest.mark.parametrize(
    ("mark", "lon"),
    [
        # By country, the best known of several; by region, the one that lies in it.
        ("[[Marwick|XB]]", LON["city"]),
        ("[[Marwick|XA-NV]]", LON["hamlet"]),
        ("[[Marwick|XA-SM]]", LON["village"]),
        ("[[Quell|XA]]", None),
        ("[[Quell|XA-NV]]", None),
        ("[[Fernholt|XA-SM]]", None),
        # By kind.
        ("[[Fernholt|XA|city]]", LON["town"]),
        ("[[Fernholt|XA|town]]", LON["town"]),
        ("[[Fernholt|XA|district]]", LON["district"]),
        ("[[Norvale|XA|state]]", 10),
        ("[[Norvale|XA|province]]", 10),
        ("[[Hillshire|XA|county]]", 10.2),
        ("[[Bertania|XB|country]]", 30),
        ("[[Bertania|XB|city]]", 30.1),
        ("[[Norvale|XA|city]]", None),
        # Nature's own, whatever the region; of another kind of water the same is taken.
        ("[[Oln|XA|river]]", LON["Oln"]),
        ("[[Oln|XA-SM]]", LON["Oln"]),
        ("[[Oln|XA|lake]]", LON["Oln"]),
        ("[[Oln|XA|city]]", None),
        ("[[Tarn Valley|XA-NV|region]]", LON["TARV"]),
        # What lies in several countries is no town and no administrative area.
        ("[[Oln|*]]", LON["Oln"]),
        ("[[TARV|*]]", LON["TARV"]),
        ("[[Quell|*]]", None),
        ("[[Hillshire|*]]", None),
        # An article, another spelling, a short form.
        ("[[the Oln|XA]]", LON["Oln"]),
        ("[[FERNHOLT|XA|city]]", LON["town"]),
        ("[[Sm.|XA]]", 10),
        # A name that no gazetteer has.
        ("[[Zarumbek|?]]", None),
        ("[[Marwick|?]]", None),
        ("[[Zarumbek|XA]]", None),
        ("[[Aldorian|XA]]", None),
    ],
)
def test_where_a_mark_says_that_its_place_lies(mark, lon, place_of):
    place = place_of(mark)
    assert place.text == mark[2:].partition("|")[0]
    assert place.kind == "place"
    assert (place.lonlat.lon if place.lonlat else None) == (pytest.approx(lon) if lon else None)
    assert bool(place.id) == (lon is not None)


@pytest.mark.parametrize(
    ("mark", "lon"),
    [
        ("[[Aldorian|XA|demonym]]", 10),
        ("[[Bertanians|XB|demonym]]", 30),
        ("[[Norvaler|XA-NV|demonym]]", 10),
        ("[[Zarumbeker|?|demonym]]", None),
    ],
)
def test_a_demonym_points_to_its_country_or_region(mark, lon, place_of):
    place = place_of(mark)
    assert place.kind == "demonym"
    assert (place.lonlat.lon if place.lonlat else None) == lon


@pytest.mark.usefixtures("gazetteer")
def test_what_is_thought_to_be_in_no_gazetteer_is_not_looked_up(place_of):
    # The Sahel lies in no one country.
    assert place_of("[[Sahel|*|region]]", "en_one.txt").lonlat is not None
    assert place_of("[[Sahel|?]]", "en_two.txt").lonlat is None


@pytest.mark.parametrize(
    "mark",
    [
        "[[Quell]]",
        "[[Quell|]]",
        "[[|XB]]",
        "[[Quell|XB",
        "Quell|XB]]",
        "[[Quell|XB]",
        "[[Quell|XB|]]",
        "[[Quell|XB|River]]",
        "[[Quell|XB|city|town]]",
        "[[Quell [[Oln|XA]]|XB]]",
    ],
)
def test_a_malformed_mark_is_an_error_that_names_the_report(mark, read):
    with pytest.raises(ValueError, match="report-seven: a mark is not well formed"):
        read(f"=== one\nIt rained.\n=== report-seven\nThey saw {mark} there.\n")


def test_the_error_shows_the_mark(read):
    with pytest.raises(ValueError, match=re.escape("They saw [[Quell| there")):
        read("=== one\nIt rained.\nThey saw [[Quell| there.\n")


# The reports that are learned from.


@pytest.fixture(scope="module")
def shipped():
    return {path.name: path for path in find_report_files()}


def test_there_are_reports_in_every_language(shipped):
    assert {name.partition("_")[0].partition(".")[0] for name in shipped} == {"en", "es", "pt", "fr"}
    assert all(path.parent == FOLDER for path in shipped.values())
    assert list(shipped) == sorted(shipped)


@pytest.mark.parametrize("name", [path.name for path in find_report_files()])
@pytest.mark.usefixtures("gazetteer")
def test_the_reports_of_a_file_hold_what_they_mark(name, shipped):
    corpus = read_reports(shipped[name])
    assert len(corpus.documents) >= 40
    names = [document.name for document in corpus.documents]
    assert sorted(set(names)) == sorted(names)
    headers = shipped[name].read_text(encoding="utf-8").count("=== ")
    assert len(names) == headers
    for document in corpus.documents:
        ends = [0]
        for place in document.places:
            assert document.text[place.start : place.end] == place.text == place.text.strip() != ""
            assert place.start >= ends[-1]
            ends.append(place.end)
    placed = [place.lonlat is not None for document in corpus.documents for place in document.places]
    assert np.mean(placed) > 0.7
    assert {place.kind for document in corpus.documents for place in document.places} == {"place", "demonym"}


def test_the_readme_speaks_of_every_file(shipped):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in shipped if f"`{name}`" not in readme] == []


# What is learned from a report.


def mark(text, *marks):
    """Give a document with gold for words of its text: words and kind, the first occurrence that is still free."""
    places, at = [], 0
    for words, kind in marks:
        start = text.index(words, at)
        at = start + len(words)
        places.append(GoldPlace(start=start, end=at, text=words, kind=kind))
    return GoldDocument(name="t", text=text, places=tuple(places), language="en")


def answers(document):
    taught = teach(document)
    tokens = taught.scene.tokens
    assert len(taught.signs) == len(taught.answers) == len(taught.spans)
    return [
        (tokens.span_text(span.first, span.last), int(answer))
        for span, answer in zip(taught.spans, taught.answers, strict=True)
    ]


@pytest.mark.parametrize("kind", ["", "place", "Literal", "Mixed", "Coercion"])
def test_what_is_marked_is_a_place_and_what_is_not_is_none(kind):
    document = mark("They left Quell by Marwick, Zarumbek and Xarum.", ("Quell", kind), ("Zarumbek", kind))
    assert answers(document) == [("Quell", PLACE), ("Marwick", NO_PLACE), ("Zarumbek", PLACE), ("Xarum", NO_PLACE)]
    assert (PLACE, NO_PLACE, UNTOLD) == (1, 0, -1)


@pytest.mark.parametrize("kind", ["demonym", "Demonym", "Homonym", "Language"])
def test_what_is_no_toponym_of_ours_says_nothing(kind):
    assert answers(mark("They left Quell by Marwick.", ("Quell", kind))) == [("Quell", NO_PLACE), ("Marwick", NO_PLACE)]


@pytest.mark.parametrize("kind", ["Embedded_Literal", "Embedded_Non_Lit"])
def test_what_geowebnews_marks_within_other_names_is_disputed(kind):
    document = mark("They left the Quell Xarum by Marwick.", ("Quell", kind), ("Marwick", "Literal"))
    assert answers(document) == [("Quell", UNTOLD), ("Quell Xarum", UNTOLD), ("Marwick", PLACE)]


@pytest.mark.parametrize(
    ("marked", "other"),
    [
        ("Pat Marwick Lake", NO_PLACE),
        (" Pat Marwick Lake", NO_PLACE),
        ("Pat Marwick Lake's", NO_PLACE),
        ("n Pat Marwick Lake", UNTOLD),
        ("Pat Marwick Lake's ", UNTOLD),
    ],
)
def test_a_span_may_differ_by_a_letter_before_and_two_behind(marked, other):
    found = answers(mark("They fish in Pat Marwick Lake's water.", (marked, "")))
    assert found == [("Pat Marwick Lake", PLACE), ("Marwick", other)]


def test_the_point_of_an_abbreviation_makes_no_other_span():
    found = answers(mark("They left Marwick, Sm., then.", ("Marwick", ""), ("Sm.", "")))
    assert set(found) == {("Marwick", PLACE), ("Sm", PLACE)}


def test_of_spans_over_one_another_the_marked_one_is_the_place():
    text = "They fish in Pat Marwick Lake now."
    assert answers(mark(text, ("Pat Marwick Lake", ""))) == [("Pat Marwick Lake", PLACE), ("Marwick", NO_PLACE)]
    assert answers(mark(text, ("Marwick", ""))) == [("Pat Marwick Lake", NO_PLACE), ("Marwick", PLACE)]


def test_of_a_mark_that_no_span_has_the_nearest_span_is_taken_if_it_is_near():
    text = "They fish in lake Pat Marwick Lake now."
    assert answers(mark(text, ("lake Pat Marwick Lake", ""))) == [("Pat Marwick Lake", PLACE), ("Marwick", UNTOLD)]
    text = "They fish in the big wide lake of Marwick now."
    assert answers(mark(text, ("the big wide lake of Marwick", ""))) == [("Marwick", UNTOLD)]


def test_a_mark_where_no_span_is_teaches_nothing():
    assert answers(mark("They left quell by Marwick.", ("quell", ""))) == [("Marwick", NO_PLACE)]


def test_a_text_without_spans():
    taught = teach(mark("It rained."))
    assert (taught.spans, taught.signs, taught.answers.tolist()) == ([], [], [])


def test_a_whole_name_that_is_marked_elsewhere_is_doubtful():
    text = "They live in Quell. Then Quell won. They met Mr. Quell by Xarum."
    assert answers(mark(text, ("Quell", ""))) == [
        ("Quell", PLACE),
        ("Quell", UNTOLD),
        ("Quell", NO_PLACE),  # within a person's name
        ("Xarum", NO_PLACE),
    ]


def test_without_a_mark_nothing_is_doubtful():
    assert answers(mark("They live in Quell. Then Quell won.")) == [("Quell", NO_PLACE), ("Quell", NO_PLACE)]


def test_a_name_that_no_gazetteer_has_is_never_doubtful():
    document = mark("They live in Xarum. Then Xarum won.", ("Xarum", ""))
    assert answers(document) == [("Xarum", PLACE), ("Xarum", NO_PLACE)]


def test_a_countrys_short_form_before_a_name_is_disputed():
    text = "An ALD Army came; the ALD came; the ALD boats came; ALD, Xarum."
    assert [answer for name, answer in answers(mark(text)) if name == "ALD"] == [UNTOLD, NO_PLACE, NO_PLACE, NO_PLACE]
    assert answers(mark("An ALD Army came.", ("ALD", "")))[0] == ("ALD", PLACE)


def test_a_country_in_full_before_a_name_is_not():
    assert ("Aldoria", NO_PLACE) in answers(mark("An Aldoria Army came."))


def test_a_report_is_taught_as_the_recognizer_sees_it(read):
    (document,) = read("=== one\nThey live in [[Quell|XB]] now.").documents
    taught = teach(document)
    assert taught.signs[0]["locative before"] == 1
    assert taught.answers.tolist() == [PLACE]


# Learning itself.


def write_small_reports(read):
    """Give a few small reports, enough of each sign that it counts."""
    places = ("Quell", "Marwick", "Fernholt", "Aldoria", "Esterholt")
    written = "".join(
        f"=== report-{number}\nThey live in [[{name}|XA]] now. Rain fell near [[{name}|XA]] and in [[{other}|XB]].\n\n"
        f"Colonel {name} spoke. The {other} Herald wrote of Mary {name} and Xarum Zarumbek.\n\n"
        for number, (name, other) in enumerate(zip(places * 3, places[1:] * 4, strict=False))
    )
    return [read(written)]


@pytest.fixture
def learner():
    pytest.importorskip("catboost")
    pytest.importorskip("sklearn")
    from data.build.learn import recognizer  # noqa: PLC0415 - only where its libraries are

    return recognizer


def test_learning_twice_gives_the_same(learner, read):
    corpora = write_small_reports(read)
    one, other = (learner.learn_recognizer(corpora).as_record() for _ in range(2))
    assert one == other
    assert one["weights"]["locative before"] > 0 > one["weights"]["part of person"]
    assert {"bias", "locative before", "part of person"} <= set(one["columns"])


def test_what_is_learned_is_written_and_read_again(learner, read, tmp_path):
    learned = learner.learn_recognizer(write_small_reports(read))
    path = tmp_path / "new" / "recognizer.json"
    learner.write_recognizer(learned, path)
    first = path.read_bytes()
    learner.write_recognizer(read_weights(path), path)
    assert path.read_bytes() == first
    assert read_weights(path).as_record() == learned.as_record()


def test_what_is_learned_tells_the_marked_from_the_rest(learner, read):
    corpora = write_small_reports(read)
    learned = learner.learn_recognizer(corpora)
    for document in corpora[0].documents:
        taught = teach(document)
        own = learned.weigh_signs(taught.signs)
        assert (own[taught.answers == PLACE] > 0).all()
        assert (own[taught.answers == NO_PLACE] < 0).all()


def test_the_trees_weigh_as_those_that_catboost_grew(learner, read, monkeypatch):
    grown = []

    class Watched(learner.CatBoostClassifier):
        def fit(self, values, answers):
            grown.append((self, values))
            return super().fit(values, answers)

    monkeypatch.setattr(learner, "CatBoostClassifier", Watched)
    learned = learner.learn_recognizer(write_small_reports(read))
    ((model, values),) = grown
    expected = model.predict(values, prediction_type="RawFormulaVal")
    assert np.ptp(expected) > 1
    assert learned.trees.weigh(values) == pytest.approx(expected, abs=0.03)


# What is learned from.


@pytest.fixture
def folders(monkeypatch, tmp_path):
    """Give a folder of two corpora and one of two files of reports, that are read by their names alone."""
    corpora, written = tmp_path / "corpora", tmp_path / "reports"
    for path in (corpora / "a" / "One.xml", corpora / "b" / "Two.xml", written / "en_x.txt", written / "es.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def named(path, **_):
        return Corpus(name=path.name, format="jsonl", documents=(), repairs=Repairs())

    monkeypatch.setattr(material, "read_corpus", named)
    monkeypatch.setattr(material, "read_reports", named)
    return {"corpora": corpora, "reports": written}


@pytest.mark.parametrize(
    ("without", "left"),
    [
        ([], ["One.xml", "Two.xml", "en_x.txt", "es.txt"]),
        (["Two"], ["One.xml", "en_x.txt", "es.txt"]),
        (["en_x", "One"], ["Two.xml", "es.txt"]),
    ],
)
def test_material_is_the_corpora_and_the_reports_but_those_left_out(without, left, folders):
    assert [one.name for one in read_material(without=without, **folders)] == left


def test_without_a_folder_of_corpora_there_are_none(tmp_path):
    assert find_corpora(tmp_path / "nowhere") == []
