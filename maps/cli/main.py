"""The group of commands, and how every command ends: 0 done, 1 error, 2 usage, 3 done with failures."""

import socket
import sys
from importlib.metadata import version

import click

from geo.errors import DatelineError
from maps.cli.config import config
from maps.cli.data import data
from maps.cli.evaluate import evaluate
from maps.cli.geocode import geocode
from maps.cli.map import draw
from maps.cli.places import places
from maps.cli.regions import regions
from maps.cli.review import review
from maps.cli.settings import config_option
from maps.cli.sources import sources

__all__ = ["main"]


class _Commands(click.Group):
    """A group that turns an error that Dateline raises on purpose into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        # urllib3, which folium and trafilatura import, opens a socket to learn whether there is IPv6: not here.
        socket.has_ipv6 = False
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            click.echo(f"dateline: {error}", err=True)
            sys.exit(1)
        except BrokenPipeError:
            # The reader of standard output has left: nothing is wrong here, and nothing can be written any more.
            sys.stdout = None
            sys.exit(0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@config_option
@click.version_option(version("dateline"), prog_name="dateline")
def main() -> None:
    """Turn a document into an annotated map, offline.

    \b
    Example:
      dateline map report.txt -o map.html --open
    """


main.add_command(draw)
main.add_command(places)
main.add_command(sources)
main.add_command(review)
main.add_command(geocode)
main.add_command(evaluate)
main.add_command(regions)
main.add_command(config)
main.add_command(data)
