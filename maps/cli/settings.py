"""How the settings reach the commands: ``--config``, and options whose value a file or a variable may give."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import click
from click.core import ParameterSource

from maps.settings import SETTINGS, Settings, read_settings
from maps.settings.kinds import Choice, Flag, Number, Text, Whole

__all__ = ["SettingOption", "config_option", "named_config", "setting_option", "settings_of"]

_KEPT = "maps.cli.settings"
_FILE = f"{_KEPT}.file"


def config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that names the project's configuration, which counts for this call."""
    return click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_keep_file,
        help="The configuration to read in place of the dateline.toml of this folder or one above it.",
    )(command)


def _keep_file(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[_FILE] = value


def named_config(ctx: click.Context) -> str | None:
    """Give the file that ``--config`` names; None for none.

    Parameters
    ----------
    ctx
        The context of the command.
    """
    return cast("str | None", ctx.meta.get(_FILE))


def settings_of(ctx: click.Context) -> Settings:
    """Give the settings of this call; they are read when they are first asked for, so that help needs none.

    Parameters
    ----------
    ctx
        The context of the command.

    Raises
    ------
    ConfigurationError
        When a file or a variable is wrong.
    """
    if _KEPT not in ctx.meta:
        ctx.meta[_KEPT] = read_settings(named_config(ctx))
    return cast("Settings", ctx.meta[_KEPT])


class SettingOption(click.Option):
    """An option that takes the value of a setting where it is not given.

    Parameters
    ----------
    setting
        The name of the setting.
    """

    def __init__(self, *args: Any, setting: str, **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        """Keep the name of the setting."""
        super().__init__(*args, **kwargs)
        self.setting = setting

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> tuple[Any, ParameterSource]:
        """Give what was typed, else what a file or a variable says, else the default."""
        value, source = super().consume_value(ctx, opts)
        if source is ParameterSource.DEFAULT and not ctx.resilient_parsing:
            found = settings_of(ctx).found[self.setting]
            if found.layer != "default":
                return found.value, ParameterSource.DEFAULT_MAP
        return value, source


def setting_option(
    name: str,
    *declarations: str,
    **attributes: Any,  # noqa: ANN401 - click's own
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give what adds the option of a setting: its type, its default and its help are those of the declaration.

    Parameters
    ----------
    name
        The setting.
    declarations
        Further names of the option, and that of the parameter, as :func:`click.option` takes them.
    attributes
        What else click should know.
    """
    setting = SETTINGS[name]
    if setting.default is not None:
        attributes = {"default": setting.default, "show_default": not isinstance(setting.kind, Flag), **attributes}
    return click.option(
        *setting.options,
        *declarations,
        cls=SettingOption,
        setting=name,
        help=setting.meaning,
        **{**_type_of(setting.kind), **attributes},
    )


def _type_of(kind: object) -> dict[str, Any]:
    match kind:
        case Choice():
            return {"type": click.Choice(kind.values)}
        case Whole():
            return {"type": click.IntRange(kind.least, kind.most)}
        case Number():
            return {"type": click.FloatRange(kind.least, kind.most)}
        case Text():
            return {"metavar": kind.metavar}
    return {}
