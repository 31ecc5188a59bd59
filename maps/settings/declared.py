"""Every setting, declared once: files, variables, options of commands, `dateline config show` and the docs follow."""

from geo.folders import OFF, cache_folder, data_folder
from maps.options import BORDERS, LANGUAGES, SHADES, THEMES
from maps.settings.kinds import Choice, Flag, Folder, Folders, Number, Pairs, Text, Whole
from maps.settings.model import Setting
from maps.settings.records import BoundaryFile, GazetteerFile, Key, Records

__all__ = ["FREE", "SETTINGS", "TABLES", "VARIABLES", "default_of"]

TABLES = {
    "map": "How maps are drawn.",
    "read": "How documents are read.",
    "data": "Which data counts beside what ships with Dateline, and where installed data lies.",
    "cache": "Where what can be worked out again is kept.",
    "geocoder": "The online geocoder, and how it is asked.",
}
"""What each table is for, in order."""

_GAZETTEERS = Records(
    make=GazetteerFile,
    keys=(
        Key(name="file", kind=Folder(what="file"), meaning="A CSV, TSV or GeoJSON file of names with coordinates."),
        Key(
            name="mode",
            kind=Choice(values=("win", "add")),
            meaning="Whether its places win over the others of their name, or are added to them; `win` if not given.",
        ),
        Key(name="fields", kind=Pairs(), meaning="Which column holds what, where it is not found right."),
        Key(name="source", kind=Text(), meaning="Where they come from, as maps credit it."),
        Key(name="version", kind=Text(), meaning="Which edition: a date or a number."),
        Key(name="licence", kind=Text(), meaning="How they may be used."),
    ),
)
_BOUNDARIES = Records(
    make=BoundaryFile,
    keys=(
        Key(name="file", kind=Folder(what="file"), meaning="A file of polygons, such as GeoJSON or a GeoPackage."),
        Key(
            name="level",
            kind=Choice(values=("country", "admin1", "admin2", "admin3", "zone")),
            meaning="The level of its areas; found out if not given.",
        ),
        Key(name="fields", kind=Pairs(), meaning="Which column holds what, where it is not found right."),
        Key(name="source", kind=Text(), meaning="Where they come from, as maps credit it."),
        Key(name="version", kind=Text(), meaning="Which edition: a date or a number."),
        Key(name="licence", kind=Text(), meaning="How they may be used."),
        Key(name="country", kind=Text(metavar="CODE"), meaning="The country that they divide, ISO 3166-1: `PE`."),
    ),
)

_DECLARED = (
    Setting(
        name="map.language",
        kind=Choice(values=LANGUAGES),
        meaning="The language of the map's own words; the documents' own, or English, if not given.",
        options=("--language",),
    ),
    Setting(
        name="map.text",
        kind=Flag(),
        meaning="Whether the page holds the text of the documents.",
        default=True,
        options=("--text/--no-text",),
    ),
    Setting(
        name="map.theme", kind=Choice(values=THEMES), meaning="Light or dark.", default="auto", options=("--theme",)
    ),
    Setting(
        name="map.borders",
        kind=Choice(values=BORDERS),
        meaning="Whose view of disputed borders to show: ISO 3166's, who holds the land, or all of them as disputed.",
        default="iso",
        options=("--borders",),
    ),
    Setting(
        name="map.shade",
        kind=Choice(values=SHADES),
        meaning="Shade areas by how often places in them are named.",
        default="none",
        options=("--shade",),
    ),
    Setting(
        name="map.width",
        kind=Whole(least=200, most=10_000),
        meaning="The width of a picture, in pixels of 1/96 inch.",
        default=1000,
        options=("--width",),
    ),
    Setting(
        name="map.dpi",
        kind=Whole(least=48, most=1200),
        meaning="Dots an inch of a PNG picture.",
        default=192,
        options=("--dpi",),
    ),
    Setting(
        name="map.title",
        kind=Text(),
        meaning="The title of the map; the document's own if not given.",
        options=("--title",),
    ),
    Setting(
        name="read.text_language",
        kind=Text(metavar="CODE"),
        meaning="The language of the documents (en, es); detected if not given.",
        options=("--text-language",),
    ),
    Setting(
        name="read.encoding",
        kind=Text(metavar="NAME"),
        meaning="The encoding of the text, when it is not found right.",
        options=("--encoding",),
    ),
    Setting(
        name="read.column",
        kind=Text(metavar="NAME"),
        meaning="The column of a table that names the places.",
        options=("--column",),
    ),
    Setting(
        name="read.published_in",
        kind=Text(metavar="PLACE"),
        meaning='Where the documents were published ("Paris, Texas"): names near it are taken to mean places there.',
        options=("--published-in",),
    ),
    Setting(
        name="read.recognizer",
        kind=Choice(values=("default", "spacy", "auto")),
        meaning="What finds the names: Dateline's own rules, a spaCy pipeline that is installed for the document's"
        " language, or (auto) the rules and what spaCy adds to them.",
        default="default",
        options=("--recognizer",),
    ),
    Setting(
        name="data.folder",
        kind=Folder(),
        meaning="Where `dateline data install` puts data packs.",
        unset="the system's place for a user's data",
    ),
    Setting(name="data.packs", kind=Flag(), meaning="Whether installed data packs count.", default=True),
    Setting(
        name="data.regions",
        kind=Folders(),
        meaning="Folders with named regions of your own, a TOML file each.",
        default=(),
        options=("--regions",),
    ),
    Setting(
        name="data.gazetteers",
        kind=_GAZETTEERS,
        meaning="Gazetteers of your own.",
        default=(),
        options=("--gazetteer", "--gazetteer-mode", "--gazetteer-fields"),
    ),
    Setting(
        name="data.boundaries",
        kind=_BOUNDARIES,
        meaning="Boundaries of your own.",
        default=(),
        options=("--boundaries", "--boundary-fields"),
    ),
    Setting(
        name="cache.folder",
        kind=Folder(words=(OFF,)),
        meaning="Where outlines, boundaries and answers of geocoders are kept for the next time.",
        unset="the system's place for a user's cache",
    ),
    Setting(
        name="geocoder.name",
        kind=Text(metavar="NAME"),
        meaning="Ask an online service for names that the gazetteer lacks: nominatim, photon, geonames or another of"
        " geopy's; none asks nobody. The names are sent to it, and nothing else. See docs/geocoders.md.",
        options=("--geocoder",),
    ),
    Setting(
        name="geocoder.when",
        kind=Choice(values=("fallback", "first")),
        meaning="Ask it for names that the gazetteer lacks, or for every name before the gazetteer's answer is taken.",
        default="fallback",
        options=("--geocoder-first",),
    ),
    Setting(name="geocoder.user_agent", kind=Text(), meaning="Who asks, as the geocoder's rules demand it."),
    Setting(
        name="geocoder.least_delay_s",
        kind=Number(least=0, most=3600),
        meaning="Seconds from one question to the next.",
        default=1.0,
    ),
    Setting(
        name="geocoder.timeout_s",
        kind=Number(least=0.1, most=3600),
        meaning="Seconds to wait for an answer.",
        default=10.0,
    ),
    Setting(
        name="geocoder.tries",
        kind=Whole(least=1, most=10),
        meaning="How often to ask in all when the geocoder fails.",
        default=3,
    ),
    Setting(
        name="geocoder.longest_wait_s",
        kind=Number(least=0, most=86_400),
        meaning="Seconds to wait for one name at most, all tries together.",
        default=60.0,
    ),
    Setting(
        name="geocoder.found_age_days",
        kind=Number(least=0, most=36_500),
        meaning="Days for which an answer is kept; 0 keeps none.",
        default=180.0,
    ),
    Setting(
        name="geocoder.not_found_age_days",
        kind=Number(least=0, most=36_500),
        meaning="Days for which it is kept that a name was not found; 0 keeps none.",
        default=14.0,
    ),
)

SETTINGS = {setting.name: setting for setting in _DECLARED}
"""Every setting by its name."""

FREE = {
    "geocoder.options": "What else the geocoder takes, by geopy's names: `domain`, `scheme`.",
}
"""Tables whose keys are not Dateline's, and what they hold; a variable leaves the last part of their name out."""

VARIABLES = {
    "DATELINE_CONFIG_FILE": "The configuration file of the project, as with `--config`.",
    "DATELINE_CONFIG_FOLDER": "The folder of your own `config.toml`.",
}
"""Variables that say where settings are, and are none themselves."""


def default_of(setting: Setting) -> object:
    """Give the value that holds where nobody gives one; for a folder, that of this system.

    Examples
    --------
    >>> default_of(SETTINGS["map.theme"])
    'auto'
    """
    folders = {"data.folder": data_folder, "cache.folder": cache_folder}
    return folders[setting.name]({}) if setting.name in folders else setting.default
