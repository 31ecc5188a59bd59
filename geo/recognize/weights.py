"""How much each sign speaks for a word being a place, in log-odds: the one table to tune.

A match is taken for a place when its signs add up to more than zero. The weights were set by hand; the names of
the signs are those of :func:`geo.recognize.judge.read_signs`.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["WEIGHTS"]

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -1.6,
        # what the gazetteer knows of the name
        "population": 2.6,
        "country": 2.6,
        "admin1": 1.4,
        "physical": 1.2,
        "region": 1.2,
        "named region": 4.0,
        "short form": 1.4,
        "alternate only": -1.1,
        "several words": 1.6,
        "accents dropped": -1.0,
        # what the words are elsewhere
        "common word": -2.2,
        "lower case elsewhere": -1.5,
        "given name": -1.5,
        "surname": -1.2,
        "calendar": -6.0,
        "institution": -4.0,
        "portfolio": -3.5,
        "acronym": -0.6,
        "starts sentence": -0.5,
        "starts sentence, common": -3.5,
        # where it stands
        "locative before": 1.8,
        "loose before": 0.5,
        "generic beside": 2.2,
        "region after": 2.8,
        "in list": 0.8,
        "dateline": 3.0,
        "speech after": -0.8,
        "namesake after": -5.0,
        "namesake elsewhere": -2.5,
        "possessive": 0.2,
        "currency": -8.0,
        # the name around it
        "whole name": 0.7,
        "modified": 0.6,
        "part of name": -2.5,
        "part of country phrase": 1.0,
        "part of person": -6.0,
        "part of organisation": -5.0,
        "part of media": -5.0,
        "title": -4.0,
        "facility after": -2.5,
        "person elsewhere": -3.0,
        "headline": -1.0,
    }
)
