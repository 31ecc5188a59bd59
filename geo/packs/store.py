"""The folder of installed packs: what is in it, what is swept out of it, and what it gives to read.

::

    manifest.json        what is installed; replacing it makes an installation count
    lock                 held by the process that changes something
    pack-NAME-TOKEN/     what became of a pack: boundaries, names, or GeoNames' own files
    gazetteer-TOKEN/     all packs of places and the bundle, compiled
    downloads/           files on their way, kept between runs
    new-TOKEN/           what a run is at work on

A folder that the manifest does not name is a leftover of a run that was ended, and the next run sweeps it out.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geo.errors import DataPackError
from geo.holdings import BoundaryHolding, Holdings
from geo.packs.compiled import open_boundaries
from geo.packs.entries import InstalledNames
from geo.packs.lock import hold_lock
from geo.packs.manifest import MANIFEST, read_manifest, sync_folder, write_manifest
from geo.packs.model import Manifest, PackRecord

__all__ = ["Store", "installed_holdings", "size_of"]

_OURS = ("pack-", "gazetteer-", "new-")
_KEPT_DOWNLOADS_S = 30 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A folder of installed packs.

    Parameters
    ----------
    folder
        Where it lies; it is made when the first pack comes.
    """

    folder: Path

    @property
    def downloads(self) -> Path:
        """Give the folder of files on their way."""
        return self.folder / "downloads"

    def read(self) -> Manifest:
        """Give what is installed."""
        return read_manifest(self.folder)

    @contextmanager
    def change(self) -> Iterator[Path]:
        """Hold the lock, sweep out what ended runs left, and give a folder to work in, which is thrown away at the end.

        Raises
        ------
        DataPackError
            When another process changes something, or the folder cannot be written to, or no more of it.
        """
        with hold_lock(self.folder / "lock"):
            self.sweep()
            scratch = self.folder / f"new-{secrets.token_hex(4)}"
            try:
                scratch.mkdir()
                yield scratch
            except OSError as error:
                why = error.strerror or type(error).__name__
                message = (
                    f"the data packs in {str(self.folder)!r} stay as they were, {why}: make room, or move the folder"
                )
                raise DataPackError(message) from error
            finally:
                shutil.rmtree(scratch, ignore_errors=True)

    def settle(self, made: Path, name: str) -> str:
        """Move a folder that is complete to its place in the store; give its name there.

        Parameters
        ----------
        made
            The folder; everything in it is written down for good first.
        name
            What its name begins with: ``"pack-geonames-pe"``, ``"gazetteer"``.
        """
        _sync_tree(made)
        target = self.folder / f"{name}-{secrets.token_hex(4)}"
        made.rename(target)
        sync_folder(self.folder)
        return target.name

    def commit(self, manifest: Manifest) -> None:
        """Make a manifest count, and sweep out what it no longer names."""
        write_manifest(manifest, self.folder)
        self.sweep()

    def sweep(self) -> None:
        """Throw away the folders that the manifest does not name."""
        manifest = self.read()
        named = {manifest.gazetteer, *(pack.folder for pack in manifest.packs)}
        for path in self.folder.iterdir():
            if path.name.startswith(_OURS) and path.name not in named:
                shutil.rmtree(path, ignore_errors=True)
        (self.folder / f"{MANIFEST}.new").unlink(missing_ok=True)

    def sweep_downloads(self, now: float) -> None:
        """Throw away files on their way that nobody went on with for thirty days.

        Parameters
        ----------
        now
            The time, in seconds since 1970.
        """
        for path in self.downloads.glob("*"):
            if now - path.stat().st_mtime > _KEPT_DOWNLOADS_S:
                path.unlink(missing_ok=True)


def installed_holdings(folder: Path) -> Holdings:
    """Give what the packs that are installed add to the bundle.

    Only the manifest is read: a pack's own files are opened by who looks into them.

    Parameters
    ----------
    folder
        The folder of installed packs, see :func:`geo.folders.data_folder`; it may be missing.

    Raises
    ------
    DataPackError
        When the manifest is damaged, or a file that it names is gone.

    Examples
    --------
    >>> installed_holdings(Path("no such folder")) == Holdings()
    True
    """
    manifest = read_manifest(folder)
    gazetteer = _there(folder, manifest.gazetteer) if manifest.gazetteer else None
    boundaries: list[BoundaryHolding] = []
    names = []
    for pack in manifest.packs:
        path = _there(folder, pack.folder)
        boundaries += [open_boundaries(_there(path, one), citation=pack.citation, url=pack.url) for one in pack.sets]
        if pack.entries:
            names.append(_open_names(_there(path, pack.entries), pack))
    return Holdings(gazetteer=gazetteer, gazetteers=tuple(names), boundaries=tuple(boundaries))


def _open_names(path: Path, pack: PackRecord) -> InstalledNames:
    found = path.stat()
    return InstalledNames(
        path=path,
        stamp=(found.st_size, found.st_mtime_ns),
        source=pack.source,
        attribution=pack.citation,
        url=pack.url,
        licence=pack.licence,
        version=pack.version,
    )


def _there(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.exists():
        message = f"{str(path)!r} is gone: remove the folder {str(folder)!r} and install the data packs again"
        raise DataPackError(message)
    return path


def size_of(folder: Path) -> int:
    """Give how many bytes the files of a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
            continue
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    sync_folder(folder)
