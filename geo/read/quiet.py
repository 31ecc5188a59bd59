"""Silence for libraries that would write to the user's terminal."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["silence"]


@contextmanager
def silence(*loggers: str) -> Iterator[None]:
    """Keep warnings, and what the named loggers say, from the terminal while the block runs.

    What a library complains of in a damaged document is either mended by it, and no news to the
    reader of a map, or raised as an error, and told as one.

    Parameters
    ----------
    *loggers
        Names of loggers, as ``"pypdf"``; their children are silent with them.

    Examples
    --------
    >>> with silence("pypdf"):
    ...     logging.getLogger("pypdf").error("not seen")
    """
    quiet = [logging.getLogger(name) for name in loggers]
    before = [(logger.propagate, list(logger.handlers)) for logger in quiet]
    for logger in quiet:
        logger.propagate = False
        logger.handlers = [logging.NullHandler()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, (propagate, handlers) in zip(quiet, before, strict=True):
            logger.propagate = propagate
            logger.handlers = handlers
