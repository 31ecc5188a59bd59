"""Write the settings into ``docs/configuration.md``: ``python docs/configuration.py``."""

from pathlib import Path

from maps.settings.declared import FREE, SETTINGS, TABLES, VARIABLES
from maps.settings.kinds import Flag
from maps.settings.model import Setting
from maps.settings.records import Records
from maps.settings.show import write_toml

PAGE = Path(__file__).with_name("configuration.md")
_HEAD = """\
# Configuration

What one would say with every call can be said once, in a file:

```toml
[map]
theme = "dark"

[data]
regions = ["zones"]

[[data.boundaries]]
file = "districts.gpkg"
level = "admin3"
fields = { code = "IDDIST", name = "NOMBDIST" }
source = "Ministry of the Interior"
version = "2024-03"
```

`python docs/configuration.py` writes this page from the declaration in `maps/settings/declared.py`, from which files,
variables and the options of commands are read too; a test fails when it is out of date.

## Where a setting is looked for

The first that says something counts:

1. the argument of a command: `dateline map report.txt --theme light`
2. the environment: `DATELINE_MAP_THEME=light`, which is `DATELINE_`, the table and the key. A list of files is parted
   as `PATH` is, with `:` (with `;` in Windows). A variable that is empty counts as not given.
3. the project's file: `dateline.toml` in the current folder, else in the nearest folder above it, up to your home.
   `--config FILE` or `DATELINE_CONFIG_FILE` names another file in its place.
4. your own file: `config.toml` in the folder that your system has for the configuration of programs
   (`~/.config/dateline` in Linux), or in `DATELINE_CONFIG_FOLDER`
5. the default

A value stands as a whole: a list of the project's file takes the place of that of your own file. Only the options that
name data add to it: `--regions`, `--boundaries` and `--gazetteer` count beside what is configured, and before it;
`--bundle-only` leaves out what is configured and what is installed.

A relative path starts at the folder of the file that names it, and in a variable at the current folder; `~` is your
home. A table, a key or a variable that there is not is an error with a suggestion, and so is a value that does not fit:
a setting never goes unheard.

```sh
dateline config show                # each value, and where it came from
dateline config show --format json
dateline config path                # which files are read
```

What `config show` prints can be saved as a `dateline.toml` that says the same.

## What a file may not say

- Keys and passwords. A file is passed on; put them into the environment: `DATELINE_GEOCODER_API_KEY`. `config show`
  tells that such a variable is set, and never to what.
- Whom to ask, in a file that was merely found. A folder from somebody else must not send the names of your documents
  to a server of its choice, so `[geocoder]` counts in your own file, in the environment and in a file that you named
  with `--config`, but not in a `dateline.toml` that lay in the folder; a note says when it was left out.
- A `dateline.toml` that belongs to another user of the machine does not count unless you name it, and a note says so.

## In Python

```python
from geo import make_report, read_document
from geo.holdings import use_holdings
from maps import draw_map, read_settings

settings = read_settings()
with use_holdings(settings.holdings()):
    report = make_report([read_document("data/examples/vraem-brief.txt")])
    page = draw_map(report, settings.map_options())
print(settings["map.theme"], settings.found["map.theme"].layer)
```

The holdings are in force in that thread and that task; give a thread that you start a copy of the context
(`contextvars.copy_context().run`). A `maps.ReportMap` keeps those that were in force where it was made.
"""


def describe_configuration() -> str:
    """Give the page."""
    parts = [_HEAD, "## The settings\n"]
    for table, meaning in TABLES.items():
        rows = [_describe(setting) for setting in SETTINGS.values() if setting.table == table]
        head = "| key | value | default | meaning | option |\n|---|---|---|---|---|"
        parts.append("\n".join([f"### [{table}]\n\n{meaning}\n", head, *rows, ""]))
        parts += [_describe_records(setting) for setting in SETTINGS.values() if setting.table == table]
        parts += [
            f"`[{name}]`: {holds} A variable needs no `OPTIONS_`: `DATELINE_GEOCODER_DOMAIN`.\n"
            for name, holds in FREE.items()
            if name.startswith(f"{table}.")
        ]
    rows = [f"| `{name}` | {meaning} |" for name, meaning in VARIABLES.items()]
    parts.append("## Other variables\n\n| variable | meaning |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(part for part in parts if part)


def _describe(setting: Setting) -> str:
    key = setting.name.partition(".")[2]
    default = setting.unset or ("" if setting.default is None else f"`{write_toml(setting.default)}`")
    options = ", ".join(f"`{option}`" for option in setting.options)
    allowed = "`true` or `false`" if isinstance(setting.kind, Flag) else setting.kind.allowed
    return f"| `{key}` | {allowed} | {default} | {setting.meaning} | {options} |"


def _describe_records(setting: Setting) -> str:
    if not isinstance(setting.kind, Records):
        return ""
    rows = [f"| `{key.name}` | {key.kind.allowed} | {key.meaning} |" for key in setting.kind.keys]
    return f"A table `[[{setting.name}]]` has\n\n| key | value | meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(describe_configuration(), encoding="utf-8")
