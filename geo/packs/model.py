"""What is known of a data pack: before it is fetched, and after it is installed."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["FileRecord", "Manifest", "PackPlan", "PackRecord", "WantedFile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFile:
    """A file that a pack is made from.

    Parameters
    ----------
    key
        What it is to its recipe: ``"places"``, ``"names"``, ``"layer"``.
    url
        Its address; empty for a file that the user gave.
    name
        How it is called.
    max_bytes
        The most that it may hold.
    size
        How large its source says it is, in bytes; None when it does not say.
    etag, last_modified
        What tells this edition of it from another, as HTTP writes it; empty when its source does not say.
    sha256
        The checksum that its source gives, in hexadecimal; empty when it gives none.
    optional
        Whether the pack can do without it.
    path
        Where it lies, for a file that the user gave.
    """

    key: str
    url: str
    name: str
    max_bytes: int
    size: int | None = None
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    optional: bool = False
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file that an installed pack was made from.

    Parameters
    ----------
    key, url, name, etag, last_modified
        As in :class:`WantedFile`.
    size
        Its size in bytes.
    sha256
        Its checksum as it was read, in hexadecimal.
    """

    key: str
    url: str
    name: str
    size: int
    sha256: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlan:
    """What is to be fetched for a pack, and what its source says of it.

    Parameters
    ----------
    name
        Its name: ``"geonames:PE"``.
    title
        What it is, in a few words.
    source, version, licence
        Who made it, which edition this is, and how it may be used.
    citation
        The words to print where it is used.
    url
        The page about it.
    covers
        What it covers, in a few words.
    facts
        What else its source says of it, each with its name.
    files
        What is to be fetched, or where it lies.
    remote
        Large files of which only some is read, where they lie.
    notes
        What the user should know of it, a line each.
    """

    name: str
    title: str
    source: str
    version: str
    licence: str
    citation: str
    url: str
    covers: str
    facts: tuple[tuple[str, str], ...] = ()
    files: tuple[WantedFile, ...] = ()
    remote: tuple[WantedFile, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> int | None:
        """Give the bytes to fetch in all; None when the source does not say."""
        sizes = [file.size for file in self.files if file.path is None]
        return None if None in sizes else sum(size for size in sizes if size is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRecord:
    """A pack that is installed.

    Parameters
    ----------
    name, title, source, version, licence, citation, url, covers, facts
        As in :class:`PackPlan`.
    folder
        The name of its folder in the store.
    sets
        The names of the folders of boundaries in it.
    entries
        The name of the file of names in it; empty for none.
    files
        What it was made from.
    installed
        When, ISO 8601.
    size
        How many bytes it takes on disk.
    """

    name: str
    title: str
    source: str
    version: str
    licence: str
    citation: str
    url: str
    covers: str
    folder: str
    facts: tuple[tuple[str, str], ...] = ()
    sets: tuple[str, ...] = ()
    entries: str = ""
    files: tuple[FileRecord, ...] = ()
    installed: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is installed; replacing its file is what makes an installation count.

    Parameters
    ----------
    packs
        The packs, the one that was installed last first: of two that draw a region, it counts.
    gazetteer
        The name of the folder of the gazetteer that the packs of places were compiled into; empty for none.
    """

    packs: tuple[PackRecord, ...] = ()
    gazetteer: str = ""

    def find(self, name: str) -> PackRecord | None:
        """Give an installed pack by its name; None when it is not installed."""
        return next((pack for pack in self.packs if pack.name == name), None)
