"""Whatever is said where, the strongest counts, and what is shown says the same."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ConfigurationError
from maps.cli.settings import config_option, setting_option
from maps.settings import SETTINGS, read_settings
from maps.settings.kinds import Choice, Flag, Number, Text, Whole
from maps.settings.show import describe_settings, write_toml

LAYERS = ("user", "project", "environment", "argument")
WITH_OPTION = [name for name, one in SETTINGS.items() if len(one.options) == 1 and name.startswith(("map.", "read."))]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: not text.startswith("-")
)


def values_of(kind):
    match kind:
        case Choice():
            return st.sampled_from(kind.values)
        case Flag():
            return st.booleans()
        case Whole():
            return st.integers(kind.least, kind.most)
        case Number():
            return st.floats(kind.least, kind.most)
        case Text():
            return WORDS


def said(name):
    """Give what each of some layers says of a setting."""
    return st.dictionaries(st.sampled_from(LAYERS), values_of(SETTINGS[name].kind))


SAID = st.fixed_dictionaries({}, optional={name: said(name) for name in WITH_OPTION})


def as_argument(name, value):
    option = SETTINGS[name].options[0]
    if isinstance(value, bool):
        return [option.split("/")[0 if value else 1]]
    return [option, str(value)]


def as_toml(everything, layer):
    lines = [f"{name} = {json.dumps(by[layer], ensure_ascii=False)}" for name, by in everything.items() if layer in by]
    return "\n".join(lines)


def probe():
    """Give a command that has every option, and shows what reaches it."""

    @click.pass_context
    def show(ctx, **_):
        names = {option.name: option.setting for option in ctx.command.params if hasattr(option, "setting")}
        click.echo(json.dumps({names[key]: value for key, value in ctx.params.items()}))

    for name in WITH_OPTION:
        show = setting_option(name)(show)
    return click.command()(config_option(show))


PROBE = probe()


@settings(max_examples=25)
@given(SAID)
def test_arguments_before_environment_before_project_before_user_before_default(everything):
    with TemporaryDirectory() as folder:
        project, config = Path(folder, "project.toml"), Path(folder, "config.toml")
        project.write_text(as_toml(everything, "project"), encoding="utf-8", newline="")
        config.write_text(as_toml(everything, "user"), encoding="utf-8", newline="")
        environ = {
            SETTINGS[name].variable: str(by["environment"]) for name, by in everything.items() if "environment" in by
        }
        arguments = [
            word for name, by in everything.items() if "argument" in by for word in as_argument(name, by["argument"])
        ]
        folders = {"DATELINE_CONFIG_FOLDER": folder, "DATELINE_CONFIG_FILE": str(project)}
        result = CliRunner().invoke(PROBE, arguments, env={**folders, **environ})
        read = read_settings(environ={**folders, **environ})
    assert result.exit_code == 0, result.output
    reached = json.loads(result.stdout)
    for name in WITH_OPTION:
        by = everything.get(name, {})
        strongest = next((layer for layer in reversed(LAYERS) if layer in by), None)
        assert reached[name] == (by[strongest] if strongest else SETTINGS[name].default)
        in_files = next((layer for layer in reversed(LAYERS[:3]) if layer in by), "default")
        assert read.found[name].layer == in_files


@settings(max_examples=25)
@given(SAID)
def test_what_is_shown_says_the_same(everything):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.toml")
        environ = {"DATELINE_CONFIG_FOLDER": folder}
        path.write_text(as_toml(everything, "project"), encoding="utf-8", newline="")
        read = read_settings(path, environ=environ)
        path.write_text(describe_settings(read), encoding="utf-8", newline="")
        again = read_settings(path, environ=environ)
    assert {name: one.value for name, one in again.found.items()} == {
        name: one.value for name, one in read.found.items()
    }


TOML = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
KEYS = st.one_of(st.sampled_from([*SETTINGS, "map", "data", "geocoder.options.a"]), WORDS.map(write_toml))


@given(st.dictionaries(KEYS, TOML, max_size=3))
def test_any_value_is_read_or_refused_in_one_line(everything):
    text = "\n".join(f"{key} = {write_toml(value)}" for key, value in everything.items())
    refusal = ""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.toml")
        path.write_text(text, encoding="utf-8")
        try:
            read = read_settings(path, environ={"DATELINE_CONFIG_FOLDER": folder})
        except ConfigurationError as error:
            refusal = str(error)
        else:
            assert {sign for sign in describe_settings(read) if not sign.isprintable()} == {"\n"}
    assert refusal.isprintable()
    assert len(refusal) < 700
