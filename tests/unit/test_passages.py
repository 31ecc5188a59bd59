import pytest

from geo.document import Document
from geo.recognize import gazetteer_recognizer
from geo.recognize.gazetteer_recognizer import GazetteerRecognizer

TEXT = "The road from Lima to Oxapampa is long.\n\nThe river Ene runs in Peru. Villa Rica is near.\nArequipa is not."


@pytest.mark.parametrize("size", [20, 45, 60, 80])
def test_a_long_text_is_read_in_passages_with_true_offsets(gazetteer, monkeypatch, size):
    recognizer = GazetteerRecognizer(gazetteer)
    whole = recognizer.recognize(Document(text=TEXT, name="whole"))
    monkeypatch.setattr(gazetteer_recognizer, "PASSAGE_CHARACTERS", size)
    cut = recognizer.recognize(Document(text=TEXT, name="cut"))
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in cut)
    assert [mention.start for mention in cut] == sorted(mention.start for mention in cut)
    assert {"Lima", "Oxapampa", "Peru", "Arequipa"} <= {mention.text for mention in cut}
    assert len(whole) >= len(cut)


def test_a_text_without_any_space_is_cut_all_the_same(gazetteer, monkeypatch):
    monkeypatch.setattr(gazetteer_recognizer, "PASSAGE_CHARACTERS", 10)
    assert GazetteerRecognizer(gazetteer).recognize(Document(text="x" * 35, name="x")) == []
