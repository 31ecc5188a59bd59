"""Mentions that are decided together: the same name, said the same way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.document import Document
from geo.gazetteer.names import fold
from geo.recognize.mention import Mention

__all__ = ["Group", "group_mentions"]

_LONGEST_GAP = 60
# Words that may stand between a place and the region said to hold it: "Villa Rica, in the province of Oxapampa".
_BETWEEN = frozenset(
    """in the of province department region district state county city municipality en el la de del provincia
    departamento region distrito estado municipio ciudad northern southern eastern western central north south east
    west norte sur este oeste em no na do da dos das concelho cidade regiao sul leste dans au aux du des d le les l
    departement etat canton comte ville nord sud est ouest""".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"\s*(?:,|\(|/)\s*|\s+(?:in|of|en|de|del|em|no|na|do|da|dans|au|du)\s")
# "de Santa Catarina, de São Paulo y del Uruguay": with the same word before each, names are a list.
_OF_AGAIN = re.compile(r"\s*,\s*(?:de|del|do|da|dos|das|du|des)\s+|\s*,\s*d['’]")
_ENDS_OF = re.compile(r"\b(?:de|del|do|da|dos|das|du|des)\s+$|\bd['’]$")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_LIST_GOES_ON = re.compile(
    r"\s*,?\s*(?:,|(?:and|or|y|e|o|et|ou)\b)\s*"
    r"(?:(?:the|el|la|los|las|le|les|de|del|do|da|dos|das|du|des|en|em|au|aux|à)\s+|[dl]['’])*"
)


@dataclass(slots=True, kw_only=True)
class Group:
    """The mentions of one name that mean one place.

    Parameters
    ----------
    name
        The name to look up.
    text
        The words of its first mention.
    folded
        The folded form of the name.
    mentions
        Indexes of the mentions, in order.
    containers
        Names to look up of what the text gives as regions around it, smallest first.
    container_texts
        The same as the text writes them.
    listed
        Whether its container may be just the next of a list: "Georgia, Armenia and Azerbaijan".
    holds
        Names to look up of the places that the text says it holds: of "New York" in "Buffalo, New York".
    hints
        Names of regions that a table gives as regions around it, smallest first.
    feature
        The feature kind that the text gives it; empty for none.
    published
        Whether it is where the document was published, and no name in its text.
    """

    name: str
    text: str
    folded: str
    mentions: list[int] = field(default_factory=list)
    containers: tuple[str, ...] = ()
    container_texts: tuple[str, ...] = ()
    listed: bool = False
    holds: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    feature: str = ""
    published: bool = False


def _is_container_gap(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start]
    if _OF_AGAIN.fullmatch(between) and _ENDS_OF.search(text, max(0, left.start - 5), left.start):
        return False
    if len(between) > _LONGEST_GAP or "\n\n" in between or not _OPENS.match(between):
        return False
    return all(word.lower() in _BETWEEN or fold(word) in _BETWEEN for word in _WORD.findall(between)) and not re.search(
        r"[.;:!?]", between
    )


def _containers(document: Document, mentions: Sequence[Mention], index: int) -> tuple[list[Mention], bool]:
    """Give the mentions right behind a mention that may hold it, smallest first, and whether they may be a list."""
    text, found, at = document.text, list[Mention](), index
    while at + 1 < len(mentions) and len(found) < 3:  # noqa: PLR2004 - district, province, country
        left, right = mentions[at], mentions[at + 1]
        if right.kind != "place" or not _is_container_gap(text, left, right):
            break
        found.append(right)
        at += 1
    listed = False
    if found and at + 1 < len(mentions):
        listed = bool(_LIST_GOES_ON.fullmatch(text[mentions[at].end : mentions[at + 1].start]))
    if not found and index and _POSSESSIVE.fullmatch(text[mentions[index - 1].end : mentions[index].start]):
        found.append(mentions[index - 1])
    return found, listed


def group_mentions(document: Document, mentions: Sequence[Mention]) -> list[Group]:
    """Group the mentions that are decided together, in order of the first of each.

    Parameters
    ----------
    document
        The document they are of.
    mentions
        Its mentions in order; demonyms are left out.

    Returns
    -------
    list of Group
        A name said with its region ("Lima, Ohio") is another group than the bare name.
    """
    groups: dict[tuple[str, ...], Group] = {}
    holding: dict[Mention, str] = {}
    for index, mention in enumerate(mentions):
        if mention.kind == "demonym":
            continue
        holders, listed = ([], False) if mention.hints else _containers(document, mentions, index)
        folded = fold(mention.name)
        containers = tuple(holder.name for holder in holders)
        if not listed:
            holding |= {holder: holding.get(holder, mention.name) for holder in holders}
        held = (holding[mention],) if mention in holding else ()
        key = (folded, mention.feature, *containers, "|", *mention.hints, "|", *held)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(
                name=mention.name,
                text=mention.text,
                folded=folded,
                containers=containers,
                container_texts=tuple(holder.text for holder in holders),
                listed=listed,
                holds=held,
                hints=mention.hints,
                feature=mention.feature,
            )
        group.mentions.append(index)
    return list(groups.values())
