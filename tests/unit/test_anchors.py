"""The words of a correction are found again by what stands around them, not by where they stood alone."""

import pytest

from geo.corrections.anchors import AnchorFinder, anchor_mention
from geo.document import Document

TEXT = "Rain fell on Springfield in May. Snow fell on Springfield in June."
FIRST, SECOND = TEXT.index("Springfield"), TEXT.rindex("Springfield")


def find(text, anchor):
    return AnchorFinder([Document(text=text, name="brief.txt")]).find(anchor)


def anchor_at(start):
    return anchor_mention(Document(text=TEXT, name="brief.txt"), start, start + len("Springfield"))


@pytest.mark.parametrize("start", [FIRST, SECOND])
def test_words_stay_where_they_were(start):
    assert find(TEXT, anchor_at(start)) == (0, start, start + len("Springfield"))


def test_the_same_word_that_moved_to_that_place_is_not_taken_for_it():
    shift = SECOND - FIRST
    edited = f"{'x' * (shift - 1)} {TEXT}"
    assert edited.startswith("Springfield", SECOND)
    assert find(edited, anchor_at(SECOND)) == (0, SECOND + shift, SECOND + shift + len("Springfield"))


def test_words_of_which_one_side_was_edited_are_found_where_they_stood():
    edited = TEXT.replace("in May", "in early spring")
    assert find(edited, anchor_at(FIRST)) == (0, FIRST, FIRST + len("Springfield"))


def test_words_among_other_words_are_not_the_same():
    edited = "Nobody spoke Springfield all day. It was warm and dry."
    moved = edited.replace("Nobody spoke ", "x" * FIRST)
    assert find(moved, anchor_at(FIRST)) is None
