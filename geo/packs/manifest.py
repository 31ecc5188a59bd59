"""Reading and replacing the manifest: the one file that says what is installed."""

import json
import os
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.errors import DataPackError
from geo.packs.model import FileRecord, Manifest, PackRecord

__all__ = ["MANIFEST", "read_manifest", "sync_folder", "write_manifest"]

MANIFEST = "manifest.json"
"""The name of the manifest in the store."""

_FORMAT = 1
# A name that stays inside the store, whoever wrote it.
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def read_manifest(folder: Path) -> Manifest:
    """Give what is installed in a store; nothing where there is no manifest.

    Parameters
    ----------
    folder
        The folder of the store.

    Raises
    ------
    DataPackError
        When the manifest cannot be read.

    Examples
    --------
    >>> read_manifest(Path("no such folder")).packs
    ()
    """
    path = folder / MANIFEST
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    except OSError as error:
        message = f"{str(path)!r} cannot be read, {error.strerror}: ask its owner, or set DATELINE_DATA_FOLDER"
        raise DataPackError(message) from error
    try:
        return _parse(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = f"{str(path)!r} is damaged: remove the folder {str(folder)!r} and install the data packs again"
        raise DataPackError(message) from error


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Replace the manifest, whole or not at all: before, the old data counts, and after it the new.

    Parameters
    ----------
    manifest
        What is installed from now on.
    folder
        The folder of the store.
    """
    beside = folder / f"{MANIFEST}.new"
    content = {"format": _FORMAT, "gazetteer": manifest.gazetteer, "packs": [asdict(pack) for pack in manifest.packs]}
    with beside.open("w", encoding="utf-8") as stream:
        json.dump(content, stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(folder / MANIFEST)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Have the system write down what a folder holds, so that a power cut cannot take it back."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folder, and keeps its own journal
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _parse(content: Any) -> Manifest:  # noqa: ANN401 - what JSON holds
    if content["format"] != _FORMAT:
        message = "another format"
        raise ValueError(message)
    packs = tuple(_parse_pack(pack) for pack in content["packs"])
    gazetteer = content["gazetteer"]
    _check_names(*(name for name in (gazetteer,) if name))
    return Manifest(packs=packs, gazetteer=gazetteer)


def _parse_pack(content: dict[str, Any]) -> PackRecord:
    files = tuple(FileRecord(**file) for file in content.pop("files"))
    facts = tuple((str(name), str(value)) for name, value in content.pop("facts"))
    pack = PackRecord(**content | {"sets": tuple(content["sets"])}, files=files, facts=facts)
    _check_names(pack.folder, *pack.sets, *(file.name for file in files), *([pack.entries] if pack.entries else []))
    words = (pack.name, pack.title, pack.source, pack.version, pack.licence, pack.citation, pack.url, pack.covers)
    if not all(isinstance(word, str) for word in (*words, pack.installed)) or not isinstance(pack.size, int):
        message = "words and numbers in the wrong places"
        raise TypeError(message)
    return pack


def _check_names(*names: object) -> None:
    for name in names:
        if not isinstance(name, str) or not _SAFE.fullmatch(name):
            message = f"{name!r} is no name of a file here"
            raise ValueError(message)
