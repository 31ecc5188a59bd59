"""The command line: ``dateline``."""

from maps.cli.main import main

__all__ = ["main"]
