"""Writing corrections as the JSON that a corrections file holds."""

import json
import re
from typing import Any

from geo.corrections.model import Anchor, Correction, Corrections

__all__ = ["describe_correction", "format_corrections"]

_DECIMALS = 5
# What JSON lets stand although a terminal obeys it, a reader takes it for the end of a line, or UTF-8 cannot write it.
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def describe_correction(correction: Correction) -> dict[str, Any]:
    """Give a correction as values that JSON can hold.

    Parameters
    ----------
    correction
        The correction.

    Examples
    --------
    >>> describe_correction(Correction(action="remove", mentions=(Anchor(document="b.txt", start=0, text="Lima"),)))
    {'action': 'remove', 'mentions': [{'document': 'b.txt', 'start': 0, 'text': 'Lima', 'before': '', 'after': ''}]}
    """
    facts: dict[str, Any] = {"action": correction.action}
    if correction.id:
        facts["id"] = correction.id
    if correction.name:
        facts["name"] = correction.name
    if correction.lonlat is not None:
        facts["lon"] = round(correction.lonlat.lon, _DECIMALS)
        facts["lat"] = round(correction.lonlat.lat, _DECIMALS)
    facts["mentions"] = [_describe_anchor(anchor) for anchor in correction.mentions]
    return facts


def _describe_anchor(anchor: Anchor) -> dict[str, str | int]:
    return {
        "document": anchor.document,
        "start": anchor.start,
        "text": anchor.text,
        "before": anchor.before,
        "after": anchor.after,
    }


def format_corrections(corrections: Corrections) -> str:
    """Give corrections as the content of a file that :func:`geo.corrections.read_corrections` reads.

    Parameters
    ----------
    corrections
        The corrections; their faults are not written.

    Returns
    -------
    str
        JSON with a line break at its end.

    Examples
    --------
    >>> format_corrections(Corrections(title="Lima")).splitlines()[1:3]
    ['  "dateline_corrections": 1,', '  "title": "Lima",']
    """
    content = {
        "dateline_corrections": 1,
        "title": corrections.title,
        "corrections": [describe_correction(one) for one in corrections.corrections],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
