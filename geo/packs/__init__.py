"""Data packs: what a user may install beside the bundle, from where, and how it gets there whole or not at all.

>>> from pathlib import Path
>>> from geo.packs import installed_holdings
>>> installed_holdings(Path("no such folder")).gazetteer is None
True
"""

from geo.packs.store import installed_holdings

__all__ = ["installed_holdings"]
