"""What online geocoders answered, kept on disk: so a second run asks nothing, and several processes keep one pace.

Nothing here imports geopy: what is kept are texts.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from geo.folders import cache_folder
from geo.said import Said

__all__ = ["AnswerCache", "default_cache_path"]

_T = TypeVar("_T")
_IN_MEMORY = Path(":memory:")
_VERSION = 1
_BUSY_S = 20.0
_TABLES = """
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, service TEXT NOT NULL, found INTEGER NOT NULL,
    answer TEXT NOT NULL, asked_at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pace (host TEXT PRIMARY KEY, next_at REAL NOT NULL) WITHOUT ROWID;
"""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def default_cache_path() -> Path:
    """Give where answers are kept: in the folder of the cache, or in memory when nothing is to be kept on disk.

    Examples
    --------
    >>> default_cache_path().name
    'geocoders.sqlite3'
    """
    folder = cache_folder()
    return _IN_MEMORY if folder is None else folder / "geocoders.sqlite3"


class AnswerCache:
    """A table of answers in SQLite that several processes may use at once.

    It never stops a run: a database that is damaged is set aside and begun anew, one that cannot be written is done
    without, and ``notices`` says so.

    Parameters
    ----------
    path
        The database; made when something is first kept.
    clock
        Gives the time in seconds since 1970.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     cache = AnswerCache(Path(folder) / "answers.sqlite3")
    ...     cache.put("photon lima", "[1]", service="photon", found=True)
    ...     cache.get("photon lima", found_age_s=60, not_found_age_s=60)
    ...     cache.close()
    '[1]'
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        """Keep answers in a database that is not opened yet."""
        self._path, self._clock = path, clock
        self._connection: sqlite3.Connection | None = None
        self._opened: int | None = None
        self._broken = False
        self.notices: list[Said] = []

    def get(self, key: str, *, found_age_s: float, not_found_age_s: float) -> str | None:
        """Give the answer that is kept under a key.

        Parameters
        ----------
        key
            What was asked, and of whom.
        found_age_s, not_found_age_s
            How old an answer may be, in seconds, that found something, and one that found nothing.

        Returns
        -------
        str or None
            None when there is none, or only one that is too old.
        """

        def read(connection: sqlite3.Connection) -> Any:  # noqa: ANN401 - whatever stands in the table
            question = "SELECT found, answer, asked_at FROM answers WHERE key = ?"
            return connection.execute(question, (key,)).fetchone()

        row = self._do(read)
        if row is None or not isinstance(row[1], str):
            return None
        age_s = self._clock() - row[2]
        # An answer of the future is one of a clock that went wrong.
        return row[1] if 0 <= age_s < (found_age_s if row[0] else not_found_age_s) else None

    def put(self, key: str, answer: str, *, service: str, found: bool) -> None:
        """Keep an answer; it is there whole when this returns, or what was there before still is.

        Parameters
        ----------
        key
            What was asked, and of whom.
        answer
            What came back, as text.
        service
            Who was asked.
        found
            Whether something was found.
        """
        row = (key, service, int(found), answer, self._clock())
        self._do(lambda connection: connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row))

    def reserve(self, host: str, *, least_delay_s: float, longest_wait_s: float) -> float | None:
        """Take the next turn to ask a host, behind those that other processes have taken.

        Parameters
        ----------
        host
            Whom to ask.
        least_delay_s
            Seconds between two turns.
        longest_wait_s
            A turn further off than so many seconds was taken by a clock that went wrong, and counts as none.

        Returns
        -------
        float or None
            Seconds until it is there; None when turns cannot be kept here.
        """

        def take(connection: sqlite3.Connection) -> float:
            with _transaction(connection):
                row = connection.execute("SELECT next_at FROM pace WHERE host = ?", (host,)).fetchone()
                now = self._clock()
                turn = row[0] if row and isinstance(row[0], float) and now < row[0] <= now + longest_wait_s else now
                connection.execute("INSERT OR REPLACE INTO pace VALUES (?, ?)", (host, turn + least_delay_s))
            return max(0.0, turn - now)

        return self._do(take)

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _do(self, action: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Do something with the database; None when that cannot be done, which is told once and stops nothing."""
        try:
            connection = self._open()
            return None if connection is None else action(connection)
        except sqlite3.Error as error:
            self.close()
            if getattr(error, "sqlite_errorcode", 0) in _DAMAGED:
                self._set_aside()
            else:
                self._give_up(error)
        except OSError as error:
            self._give_up(error)
        return None

    def _open(self) -> sqlite3.Connection | None:
        if self._broken:
            return None
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._connect()
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) not in _DAMAGED:
                    raise
                self._set_aside()
                self._connection = self._connect()
        return self._connection

    def _file_number(self) -> int | None:
        try:
            return self._path.stat().st_ino
        except FileNotFoundError:
            return None

    def _connect(self) -> sqlite3.Connection:
        self._opened = self._file_number()
        connection = sqlite3.connect(self._path, timeout=_BUSY_S, isolation_level=None)
        try:
            # Another process may be about to do the same; then it has done it.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            with _transaction(connection):
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version not in {0, _VERSION}:
                    connection.execute("DROP TABLE IF EXISTS answers")
                    connection.execute("DROP TABLE IF EXISTS pace")
                for statement in _TABLES.split(";")[:-1]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {_VERSION}")
        except BaseException:
            connection.close()
            raise
        self._opened = self._opened or self._file_number()
        return connection

    def _set_aside(self) -> None:
        """Move a damaged database out of the way, beside where it was, unless another process has done so."""
        self.close()
        if self._file_number() != self._opened:
            return
        number = 1
        while (aside := self._path.with_name(f"{self._path.name}.damaged-{number}")).exists():
            number += 1
        with suppress(FileNotFoundError):
            self._path.rename(aside)
        for tail in ("-wal", "-shm"):
            self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
        self.notices.append(
            Said("The cache of geocoder answers was damaged: it is begun anew, and the old one kept as {file}",
                 file=aside.name)
        )  # fmt: skip

    def _give_up(self, error: Exception) -> None:
        self.close()
        self._broken = True
        why = " ".join(str(error).split())
        self.notices.append(Said("Answers of the geocoder are not kept: the cache cannot be used ({why})", why=why))


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do several things in one step, with no other writer in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
