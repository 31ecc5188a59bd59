"""From GeoNames' dumps to the files of a gazetteer, merged with the bundle. ``docs/gazetteer.md`` tells how."""

from collections.abc import Callable, Sequence
from pathlib import Path

from geo.gazetteer.compile.model import CompiledGazetteer, Dump

__all__ = ["CompiledGazetteer", "Dump", "compile_gazetteer"]


def compile_gazetteer(
    dumps: Sequence[Dump], folder: Path, *, base: Path, progress: Callable[[int], None] | None = None
) -> CompiledGazetteer:
    """Compile dumps of GeoNames into a gazetteer that holds the bundle too.

    Parameters
    ----------
    dumps
        What to compile. Where two hold a place, the newer line counts.
    folder
        Where to write; made when it is missing. A gazetteer in it is lost at once and written anew, so give a folder
        that nothing reads yet, and rename it.
    base
        The folder of the bundle.
    progress
        Told how many bytes more are done; the sum is the size of all files of the dumps. None to tell nobody.

    Returns
    -------
    CompiledGazetteer
        What it holds and what was left out.

    Raises
    ------
    BrokenPackError
        When a line is not what it should be; the message names file and line.
    GazetteerError
        When the bundle cannot be read.

    Examples
    --------
    >>> from geo.resources import data_path
    >>> dump = Dump(places=Path("no-such-folder/PE.txt"))
    >>> compile_gazetteer([dump], Path("no-such-folder/gazetteer"), base=data_path("gazetteer"))
    Traceback (most recent call last):
    geo.errors.BrokenPackError: PE.txt cannot be read (No such file or directory): download it again
    """
    # pyarrow is for those who compile.
    from geo.gazetteer.compile.run import compile_files  # noqa: PLC0415

    return compile_files(dumps, folder, base=base, progress=progress or (lambda _: None))
