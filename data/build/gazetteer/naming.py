"""The forms that prose gives to a name that was written down."""

import re

__all__ = ["plain_forms"]

# Articles that prose writes in lower case stand outside the name: "the Netherlands".
_ARTICLE = re.compile(r"(?:the|el|la|los|las|os|as|o|a|les|le) ")


def plain_forms(name: str) -> list[str]:
    """Give a written-down name, and the same without article, brackets and ampersand.

    Examples
    --------
    >>> plain_forms("the Emirates"), plain_forms("Myanmar (Burma)"), plain_forms("St. Lucia")
    (['Emirates'], ['Myanmar (Burma)', 'Myanmar', 'Burma'], ['St. Lucia', 'Saint Lucia'])
    """
    name = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    forms = [name]
    outside, bracket, rest = name.partition(" (")
    if bracket and rest.endswith(")"):
        forms += [outside, rest[:-1]]
    if name.startswith("St. "):
        forms.append(f"Saint {name[4:]}")
    return forms
