"""The settings: one declaration, read from files and from the environment, each value with where it came from.

>>> from geo.holdings import use_holdings
>>> settings = read_settings(folder="/", environ={"DATELINE_CONFIG_FOLDER": "/no", "DATELINE_DATA_PACKS": "no"})
>>> with use_holdings(settings.holdings()):
...     settings.map_options().theme
'auto'
"""

from maps.settings.declared import SETTINGS
from maps.settings.model import Found, Setting, Settings
from maps.settings.read import read_settings

__all__ = ["SETTINGS", "Found", "Setting", "Settings", "read_settings"]
