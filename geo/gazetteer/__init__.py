"""The gazetteer: every name that Dateline knows, and the places that bear it.

>>> from geo.gazetteer import open_gazetteer
>>> gazetteer = open_gazetteer()
>>> row = gazetteer.rows("Villa Rica")[0]
"""

from geo.gazetteer.candidate import Candidate
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.names import fold
from geo.gazetteer.opening import open_gazetteer
from geo.gazetteer.reader import Gazetteer

__all__ = ["FEATURES", "NAME_KINDS", "Candidate", "Gazetteer", "fold", "open_gazetteer"]
