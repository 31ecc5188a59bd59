"""The longest names of the gazetteer that stand in a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.gazetteer.areas import FirstLevelRegions
from geo.gazetteer.features import FEATURES, NAME_KINDS, PHYSICAL
from geo.gazetteer.identifiers import is_certain_region, is_organisation
from geo.gazetteer.layout import KIND_SHIFT, POSTAL_PREFIX, ROW_MASK, demonym_key
from geo.recognize.tokens import Gap, Shape, Tokens

__all__ = ["Match", "NameFacts", "Namebook", "find_matches"]

_LONGEST_NAME = 9
_WELL_KNOWN = 100_000
_COUNTRY, _ADMIN1, _ADMIN2, _ADMIN3, _TOWN = (FEATURES.index(kind) for kind in FEATURES[:5])
_REGION = FEATURES.index("region")
_PHYSICAL = frozenset(FEATURES.index(kind) for kind in PHYSICAL)
_PRIMARY, _ALTERNATE, _SHORT, _DEMONYM = range(len(NAME_KINDS))
_ACRONYM_LENGTH = 5
_MOST_AREAS = 40
_ROADS = frozenset("highway highways hwy route routes rt".split())
# GeoNames lists towns without a population when they are the seat of some area.
_SEAT_PEOPLE = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What the gazetteer knows of a name, over all the places that bear it.

    Parameters
    ----------
    folded
        The name, folded.
    population
        The most people that one of its places has.
    country, admin1, physical, region
        Whether a place of that kind bears it.
    primary
        Whether it is some place's own name, not only an alternate one.
    short
        Whether it is an abbreviation that the gazetteer lists as such.
    demonym
        Whether it names the people of a place, and nothing else.
    named_region
        Whether it is a region with a definition of its own that bears the name alone, such as the VRAEM.
    accented
        Whether its best-known place is written with letters beyond ASCII.
    postal
        Whether it is a short form that means a place only behind another: "Springfield, *Mass.*".
    unknown
        Whether the gazetteer does not have it: all else is empty then.
    places
        How many places bear it.
    admin2
        Whether a second-level area bears it.
    areas
        Rows of the first-level regions that its best-known places lie in.
    wins
        Whether it is a name of one's own that means its place before any other.
    organisation
        Whether it is a region that is called as an organisation is, such as the European Union.
    """

    folded: str
    population: int
    country: bool
    admin1: bool
    physical: bool
    region: bool
    primary: bool
    short: bool
    demonym: bool
    named_region: bool
    accented: bool = False
    postal: bool = False
    unknown: bool = False
    places: int = 0
    admin2: bool = False
    areas: tuple[int, ...] = ()
    wins: bool = False
    organisation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name of the gazetteer in a text, from word ``first`` through word ``last``."""

    first: int
    last: int
    facts: NameFacts


class Namebook:
    """The names of a gazetteer as texts of a language ask for them, each summed up once.

    Parameters
    ----------
    gazetteer
        Where the names are.
    language
        The text's language, for the demonyms that are such in that language alone.
    """

    def __init__(self, gazetteer: Gazetteer, language: str = "") -> None:
        """Open an empty book over a gazetteer."""
        self.gazetteer = gazetteer
        self._language = language
        self._first_level = FirstLevelRegions(gazetteer)
        self._facts: dict[str, NameFacts | None] = {}

    def __len__(self) -> int:
        """Give the number of names that were asked for."""
        return len(self._facts)

    def facts(self, folded: str) -> NameFacts | None:
        """Give what is known of a folded name; None when no place bears it."""
        if folded not in self._facts:
            self._facts[folded] = self._sum_up(folded)
        return self._facts[folded]

    def is_minor(self, folded: str) -> bool:
        """Say whether minor places bear a folded name: those that make no word of a text a name."""
        return len(self.gazetteer.minor_postings(folded)) > 0

    def demonym(self, folded: str) -> NameFacts | None:
        """Give what is known of a folded demonym in the text's language; None when it is none."""
        own = self.facts(demonym_key(self._language, folded))
        if own is not None:
            return own
        facts = self.facts(folded)
        return facts if facts is not None and facts.demonym else None

    def _sum_up(self, folded: str) -> NameFacts | None:
        postings = self.gazetteer.postings(folded).tolist()
        if not postings:
            return None
        kinds = {posting >> KIND_SHIFT for posting in postings}
        rows = [posting & ROW_MASK for posting in postings if posting >> KIND_SHIFT != _DEMONYM]
        features = self.gazetteer.feature_code[rows].tolist() if rows else []
        people = self.gazetteer.population[rows].tolist() if rows else []
        present = set(features)
        seat = any(code == _TOWN and not count for code, count in zip(features, people, strict=True))
        most = max(people, default=0)
        regions = [row for row, code in zip(rows, features, strict=True) if code > _TOWN]
        return NameFacts(
            folded=folded,
            population=max(most, _SEAT_PEOPLE if seat else 0),
            country=_COUNTRY in present,
            admin1=_ADMIN1 in present,
            physical=not _PHYSICAL.isdisjoint(present),
            region=_REGION in present,
            primary=_PRIMARY in kinds,
            short=_SHORT in kinds,
            # "German" is the people's, for all the village on Man.
            demonym=_DEMONYM in kinds and _COUNTRY not in present and most <= _WELL_KNOWN,
            named_region=any(is_certain_region(self.gazetteer, row) for row in regions),
            organisation=any(is_organisation(self.gazetteer, row) for row in regions),
            accented=bool(rows) and not self.gazetteer.name(rows[people.index(most)]).isascii(),
            postal=folded.startswith(POSTAL_PREFIX),
            places=len(rows),
            admin2=_ADMIN2 in present,
            areas=tuple(sorted(self._first_level.of_rows(rows[:_MOST_AREAS]))) if rows else (),
            wins=bool(self.gazetteer.winners(folded)),
        )


_UNCASED = (Shape.LOWER, Shape.DIGITS)


def _cased(tokens: Tokens, index: int) -> bool:
    return tokens.shapes[index] not in _UNCASED


def _fits_case(tokens: Tokens, first: int, last: int, facts: NameFacts) -> bool:
    """Say whether a match is written as a name: acronyms as such, and no acronym for an alternate name."""
    if last > first:
        return True
    word = tokens.words[first]
    upper = tokens.shapes[first] == Shape.UPPER
    if facts.short and not facts.primary:
        letters = word.replace(".", "")
        # "Eau Claire, Wis.": three letters and a point.
        shortened = len(letters) == _ACRONYM_LENGTH - 2 and tokens.text.startswith(".", tokens.ends[first])
        return upper or shortened or len(letters) > _ACRONYM_LENGTH - 2
    if upper and len(word.replace(".", "")) < _ACRONYM_LENGTH:
        # "NATO", "EU": an acronym is no namesake of a village; a well-known name may stand in capitals.
        is_name = len(word) == _ACRONYM_LENGTH - 1 and facts.population > _WELL_KNOWN
        return facts.short or facts.named_region or facts.country or facts.wins or is_name
    return len(word) > 1


def _numbers_a_road(tokens: Tokens, last: int) -> bool:
    """Say whether a number behind a short form makes it a road's: "U.S. 84", "N.C. 12", "U.S. Highway 84"."""
    after = last + 1
    if after < len(tokens) and tokens.gaps[after] == Gap.JOINED and tokens.folded[after] in _ROADS:
        after += 1
        # "U.S. Hwy. 9": the point ends no sentence.
        return after < len(tokens) and tokens.gaps[after] < Gap.PARAGRAPH and tokens.shapes[after] == Shape.DIGITS
    return after < len(tokens) and tokens.gaps[after] == Gap.JOINED and tokens.shapes[after] == Shape.DIGITS


def _joined_words(tokens: Tokens, first: int) -> str:
    """Give the folded words from ``first`` that hang together, possessives with them."""
    gaps, inner, elided = tokens.gaps, tokens.inner, tokens.elided
    stop = first + 1
    limit = min(first + _LONGEST_NAME, len(inner))
    while stop < limit and gaps[stop] <= Gap.COMMA:
        stop += 1
    if not elided:
        return " ".join(inner[first:stop])
    # A word that is written on to the one before is so in the gazetteer: "Côte d'Ivoire", folded "cote divoire".
    return inner[first] + "".join(" " * (i not in elided) + inner[i] for i in range(first + 1, stop))


def _word_ends(tokens: Tokens, first: int, length: int) -> list[tuple[int, int]]:
    """Give where each folded word from ``first`` ends, without and with a possessive, as far as a length."""
    ends: list[tuple[int, int]] = []
    total, index = 0, first
    while total < length:
        start = total + (index > first and index not in tokens.elided)
        total = start + len(tokens.inner[index])
        ends.append((start + len(tokens.folded[index]), total))
        index += 1
    return ends


def _best_known(readings: Iterable[NameFacts | None]) -> NameFacts | None:
    """Choose between a name and the same with its possessive ("St. John's"): the one that more people live by."""
    known = [facts for facts in readings if facts is not None]
    return max(known, key=lambda facts: (facts.country, facts.population), default=None)


def _crosses_comma(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.gaps[index] == Gap.COMMA for index in range(first + 1, last + 1))


def _comma_belongs(tokens: Tokens, first: int, last: int, book: Namebook) -> bool:
    """Say whether a name holds its comma, rather than being a list of names: some part is no name of its own."""
    start = first
    for index in range(first + 1, last + 2):
        if index == last + 1 or tokens.gaps[index] == Gap.COMMA:
            facts = book.facts(" ".join(tokens.folded[start:index]))
            if facts is None or facts.short:
                return True
            start = index
    return False


def _postal_match(tokens: Tokens, first: int, book: Namebook) -> Match | None:
    """Find a short form that means a place only right behind a comma: "Springfield, Mass."."""
    if tokens.gaps[first] != Gap.COMMA or not _cased(tokens, first - 1):
        return None
    after = first + 1
    if after < len(tokens) and tokens.gaps[after] == Gap.JOINED and _cased(tokens, after):
        return None
    facts = book.facts(POSTAL_PREFIX + tokens.folded[first])
    alone = book.facts(tokens.folded[first])
    if alone is not None and alone.country:
        return None
    return None if facts is None else Match(first=first, last=first, facts=facts)


def _longest_match(tokens: Tokens, first: int, book: Namebook, *, low_endings: bool) -> Match | None:
    text = _joined_words(tokens, first)
    known = set(map(len, book.gazetteer.prefixes(text)))
    if not known:
        return None
    word_ends = _word_ends(tokens, first, max(known))
    for offset in range(len(word_ends) - 1, -1, -1):
        last = first + offset
        if known.isdisjoint(word_ends[offset]) or not (_cased(tokens, last) or (low_endings and offset)):
            continue
        if offset and _crosses_comma(tokens, first, last) and not _comma_belongs(tokens, first, last, book):
            continue
        facts = _best_known(book.facts(text[:end]) for end in word_ends[offset])
        if facts is None or not _fits_case(tokens, first, last, facts):
            continue
        if facts.short and tokens.shapes[last] == Shape.UPPER and _numbers_a_road(tokens, last):
            continue
        # "Asie centrale", "Emirats arabes unis": what ends low is a region or a country, and no town ("Lima norte").
        if _cased(tokens, last) or facts.country or facts.region or facts.physical:
            return Match(first=first, last=last, facts=facts)
    return None


def _find_demonym(tokens: Tokens, first: int, book: Namebook) -> Match | None:
    """Find a demonym of one word or of two with a hyphen, "sud-africain"; in lower case when the first word is."""
    last = first + (tokens.text[tokens.ends[first] : tokens.ends[first] + 1] == "-" and first + 1 < len(tokens))
    for stop in range(last, first - 1, -1):
        if (
            _cased(tokens, stop) <= _cased(tokens, first)
            and tokens.ends[stop] - tokens.starts[first] >= _ACRONYM_LENGTH
        ):
            facts = book.demonym(tokens.fold_span(first, stop))
            if facts is not None:
                return Match(first=first, last=stop, facts=facts)
    return None


def find_matches(tokens: Tokens, book: Namebook, *, lower_demonyms: bool = False) -> list[Match]:
    """Find the longest names of the gazetteer in a text, from left to right, without overlaps.

    Parameters
    ----------
    tokens
        The words of the text.
    book
        The names of a gazetteer.
    lower_demonyms
        Whether demonyms are written in lower case, as in Spanish.

    Returns
    -------
    list of Match
        In order of the text. Whether each is a place is not decided here.
    """
    matches: list[Match] = []
    done = 0
    asked = [lower_demonyms or shape != Shape.LOWER for shape in tokens.shapes]
    for index in [
        i for i, (ask, shape) in enumerate(zip(asked, tokens.shapes, strict=True)) if ask and shape != Shape.DIGITS
    ]:
        if index < done:
            continue
        match = None
        if _cased(tokens, index):
            match = _postal_match(tokens, index, book) or _longest_match(
                tokens, index, book, low_endings=lower_demonyms
            )
        if match is None and lower_demonyms:
            match = _find_demonym(tokens, index, book)
        if match is not None:
            matches.append(match)
            done = match.last + 1
    return matches
