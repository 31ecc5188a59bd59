"""Reading CoNLL-2002: a token a line with its tag last, a blank line after each sentence."""

from collections.abc import Iterable, Iterator

from geo.evaluate.gold import GoldDocument, GoldPlace

__all__ = ["looks_like_conll", "read_conll"]

SENTENCES_A_DOCUMENT = 25
"""How many sentences make a document where a file marks none, as the Spanish ones of CoNLL-2002 do."""

_BREAK = "-DOCSTART-"
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}»%…’”")
_NO_SPACE_AFTER = frozenset("([{«¿¡“‘")
_TAGS = ("B-", "I-")

_Token = tuple[str, str]


def looks_like_conll(text: str) -> bool:
    r"""Say whether the first lines are tokens with tags.

    Examples
    --------
    >>> looks_like_conll("Lima B-LOC\ncrece O\n")
    True
    """
    lines = [line.split() for line in text[:2_000].splitlines()[:20] if line.strip()]
    return bool(lines) and all(len(line) > 1 and (line[-1] == "O" or line[-1].startswith(_TAGS)) for line in lines)


def read_conll(text: str) -> Iterator[GoldDocument]:
    r"""Give the documents of a CoNLL-2002 file; only what is tagged LOC is gold, and nothing has coordinates.

    Parameters
    ----------
    text
        The file. Tokens are joined as print joins them: no space before a comma or after an opening bracket.

    Examples
    --------
    >>> next(read_conll("Lima B-LOC\n, O\nPerú B-LOC\n. O\n")).text.strip()
    'Lima, Perú.'
    """
    for number, sentences in enumerate(_split_documents(text.splitlines())):
        body, places = "", []
        for sentence in sentences:
            line, spans = _join_tokens(sentence)
            offset = len(body)
            body += line + "\n"
            places += [GoldPlace(start=offset + s, end=offset + e, text=line[s:e]) for s, e in spans]
        yield GoldDocument(name=str(number), text=body, places=tuple(places))


def _split_documents(lines: Iterable[str]) -> Iterator[list[list[_Token]]]:
    sentences: list[list[_Token]] = []
    marked = False
    for sentence in _split_sentences(lines):
        starts = sentence[0][0] == _BREAK
        marked |= starts
        if sentences and (starts or (not marked and len(sentences) == SENTENCES_A_DOCUMENT)):
            yield sentences
            sentences = []
        if not starts:
            sentences.append(sentence)
    if sentences:
        yield sentences


def _split_sentences(lines: Iterable[str]) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    for line in lines:
        cells = line.split()
        starts = bool(cells) and cells[0] == _BREAK
        if sentence and (starts or not cells):
            yield sentence
            sentence = []
        if starts:
            yield [(_BREAK, "O")]
        elif cells:
            sentence.append((cells[0], cells[-1] if len(cells) > 1 else "O"))
    if sentence:
        yield sentence


def _join_tokens(sentence: list[_Token]) -> tuple[str, list[tuple[int, int]]]:
    """Give the sentence in print, and the spans of its places."""
    line, spans, inside, open_quote = "", list[tuple[int, int]](), False, False
    glue = True
    for word, tag in sentence:
        closes = word == '"' and open_quote
        if not (glue or closes or word in _NO_SPACE_BEFORE):
            line += " "
        start = len(line)
        line += word
        glue = word in _NO_SPACE_AFTER or (word == '"' and not open_quote)
        open_quote ^= word == '"'
        if tag == "I-LOC" and inside:
            spans[-1] = (spans[-1][0], len(line))
        elif tag in {"B-LOC", "I-LOC"}:
            spans.append((start, len(line)))
        inside = tag in {"B-LOC", "I-LOC"}
    return line, spans
