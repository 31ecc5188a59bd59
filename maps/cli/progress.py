"""How far a download or a compilation is, shown on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from maps.plain import clean

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["TerminalProgress", "show_progress"]


class TerminalProgress:
    """One bar on the terminal, for one step after the other.

    Parameters
    ----------
    bars
        What draws it.
    """

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def start(self, what: str, total: int | None) -> None:
        """Begin a step of so many bytes; None when that is not known."""
        # A bar that is there keeps its total where the next has none.
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(clean(what), total=total)
        if not self._bars.live.is_started:
            self._bars.start()

    def advance(self, count: int) -> None:
        """Go on by so many bytes."""
        if self._task is not None:
            self._bars.advance(self._task, count)


@contextmanager
def show_progress() -> Iterator[TerminalProgress]:
    """Give what shows progress on standard error; it is gone from there afterwards."""
    from rich.console import Console  # noqa: PLC0415 - only who sees it pays for it
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    bars = Progress(*columns, console=Console(stderr=True), transient=True)
    try:
        yield TerminalProgress(bars)
    finally:
        bars.stop()
