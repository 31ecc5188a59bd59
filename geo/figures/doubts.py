"""Which numbers with all that stands round them are no figures after all."""

import re

from geo.figures.amounts import Amount
from geo.figures.drafts import Draft, NumberPatterns, Sentence, number_patterns
from geo.figures.guards import bears_label, is_age, is_capital_name, points_back, word_before

__all__ = ["is_no_figure"]

_WINDOW = 44
_FEW = 12
_COUPLE = 3
_BIG_BARE = 100
_AFTER_NAME = re.compile(r"\s+|,\s+|\s?\(|:\s+")
_MARKS = frozenset({"-", "—", "–", ":", "“", '"', "«", "."})


def is_no_figure(sentence: Sentence, amount: Amount, draft: Draft) -> bool:
    """Tell a number that is no figure, although it looks like one.

    Parameters
    ----------
    sentence
        The sentence.
    amount
        The number.
    draft
        What the figure would be.

    Returns
    -------
    bool
        True for names ("Highway 16", "Boeing 737"), ages, what points back ("the three"), spans of time that only tell
        when ("two years ago"), and bare numbers that nothing says anything of.
    """
    text, words = sentence.document.text, sentence.words
    low = max(sentence.start, amount.start - _WINDOW)
    if number_patterns(words.language).of_many.search(text, low, amount.start):
        return True  # "one in five children"
    if draft.unit == "magnitude" or draft.kind in {"money", "share"}:
        return False
    is_label = not draft.is_about and bears_label(text, amount.start, sentence.start, words)
    if is_label or draft.kind == "period":
        return is_label or _only_tells_when(sentence, draft)
    return not draft.unit and (
        _is_part_of_name(sentence, amount, draft)
        or (amount.value <= _FEW and points_back(text, draft.start, sentence.start, words))
        or (amount.value <= _COUPLE and draft.counted.lower() in words.vague.split())
        or (not draft.counted and not _says_something_alone(sentence, amount, draft))
    )


def _is_part_of_name(sentence: Sentence, amount: Amount, draft: Draft) -> bool:
    if draft.is_about or sentence.is_title:
        return False
    return _follows_name(sentence, amount) or _is_name(sentence, amount)


def _follows_name(sentence: Sentence, amount: Amount) -> bool:
    text, words = sentence.document.text, sentence.words
    before = word_before(text, amount.start, sentence.start)
    if before and any(first <= before.start(1) < last for first, last in sentence.names):
        return False
    return is_capital_name(text, amount.start, sentence.start, words)


def _is_name(sentence: Sentence, amount: Amount) -> bool:
    """Tell a number word with a capital in the middle of a sentence: "the Six Nations"."""
    text = sentence.document.text
    is_first = not any(map(str.isalnum, text[sentence.start : amount.start]))
    follows_mark = text[max(0, amount.start - 2) : amount.start].strip() in _MARKS
    return amount.is_spoken and text[amount.start].isupper() and not is_first and not follows_mark


def _only_tells_when(sentence: Sentence, draft: Draft) -> bool:
    text, words, low = sentence.document.text, sentence.words, sentence.start
    if number_patterns(words.language).relative.match(text, draft.end, sentence.end):
        return True
    if number_patterns(words.language).every.search(text, max(low, draft.start - _WINDOW), draft.start):
        return True
    if draft.unit not in {"year", "month"}:
        return False
    old = number_patterns(words.language).old.match(text, draft.end, sentence.end)
    return old is not None or (draft.unit == "year" and is_age(text, draft.start, low, words))


def _says_something_alone(sentence: Sentence, amount: Amount, draft: Draft) -> bool:
    """Tell whether a number without unit and without a thing counted is a figure all the same."""
    text, words = sentence.document.text, sentence.words
    patterns = number_patterns(words.language)
    out_of = patterns.out_of.match(text, amount.end, sentence.end)
    if out_of or amount.value % 1 or text[amount.start] == "0":
        return False
    if _stands_by_place(sentence, amount, patterns):
        return True
    is_small_word = amount.is_spoken and amount.value <= _FEW
    if is_small_word or is_age(text, amount.start, sentence.start, words):
        return False
    if draft.is_about or amount.is_large:
        return True
    if amount.upper is not None:
        return draft.start < amount.start and amount.upper >= _BIG_BARE
    return _adds_or_tolls(sentence, amount, patterns)


def _adds_or_tolls(sentence: Sentence, amount: Amount, patterns: NumberPatterns) -> bool:
    """Tell whether a word beside a bare number says what it is: "450 more", "killed 14"."""
    text, words = sentence.document.text, sentence.words
    if patterns.more.match(text, amount.end, sentence.end) or patterns.part_of.match(text, amount.end, sentence.end):
        return True
    before = word_before(text, amount.start, sentence.start)
    if before is None:
        return False
    return before[1].lower() in words.tolls.split() or patterns.more.fullmatch(f" {before[1]}") is not None


def _stands_by_place(sentence: Sentence, amount: Amount, patterns: NumberPatterns) -> bool:
    """Tell whether a bare number is one of a list by places: "12 in Lima", "Cusco 5", "Puno (3)"."""
    text = sentence.document.text
    ended = [last for _, last in sentence.names if last <= amount.start]
    gap = text[ended[-1] : amount.start] if ended else None
    if gap is not None and _AFTER_NAME.fullmatch(gap) and patterns.ends.match(text, amount.end, sentence.end):
        return True
    link = patterns.place_follows.match(text, amount.end, sentence.end)
    # "la México 15 en Vícam" is a road.
    return link is not None and link.end() in sentence.stop.names and not (gap and gap.isspace())
