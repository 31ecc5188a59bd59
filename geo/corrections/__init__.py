"""Corrections: what a reader says of mentions, kept in a file and applied whenever the report is drawn again."""

from geo.corrections.anchors import anchor_mention
from geo.corrections.apply import Applied, apply_corrections
from geo.corrections.model import Action, Anchor, Correction, Corrections, tell_taken_out
from geo.corrections.read import read_corrections
from geo.corrections.write import format_corrections

__all__ = [
    "Action",
    "Anchor",
    "Applied",
    "Correction",
    "Corrections",
    "anchor_mention",
    "apply_corrections",
    "format_corrections",
    "read_corrections",
    "tell_taken_out",
]
