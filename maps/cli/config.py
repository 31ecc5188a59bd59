"""``dateline config``: the settings in force, and where they are looked for."""

import click

from maps.cli.output import write_output
from maps.cli.settings import config_option, named_config, settings_of

__all__ = ["config", "show_config", "show_paths"]


@click.group("config")
def config() -> None:
    """Show the settings, or the files that they are looked for in.

    \b
    Example:
      dateline config show
    """


@config.command("show")
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="As a TOML file with comments, or JSON.",
)
@click.pass_context
def show_config(ctx: click.Context, form: str) -> None:
    """Show each setting and where its value came from: a file, a variable, or the default.

    What a secret is set to is not shown.

    \b
    Example:
      dateline config show
    """
    from maps.settings.show import describe_settings, list_settings  # noqa: PLC0415 - no other command needs it

    settings = settings_of(ctx)
    write_output(describe_settings(settings) if form == "text" else list_settings(settings), "-")
    for note in settings.notes:
        click.echo(f"note: {note}", err=True)


@config.command("path")
@config_option
@click.pass_context
def show_paths(ctx: click.Context) -> None:
    """Show the files that settings are read from, the strongest first, and whether each is there.

    \b
    Example:
      dateline config path
    """
    from maps.settings.files import describe_places  # noqa: PLC0415 - no other command needs it

    for line in describe_places(named_config(ctx)):
        click.echo(line)
