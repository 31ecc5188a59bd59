"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from geo.errors import RenderError

__all__ = ["write_whole"]


def write_whole(content: str | bytes, target: str | os.PathLike[str]) -> Path:
    """Write a file beside its place and move it there, so that no reader ever sees half of it.

    Parameters
    ----------
    content
        What to write; text as UTF-8.
    target
        Where; an existing file is replaced, and keeps its permissions. What is no file, such as ``/dev/stdout`` or a
        named pipe, is written to and stays what it is, and so does a symbolic link.

    Returns
    -------
    pathlib.Path
        The path.

    Raises
    ------
    RenderError
        When it cannot be written; what was there before is untouched.
    """
    path = Path(target)
    beside: str | None = None
    try:
        data = content.encode("utf-8") if isinstance(content, str) else content
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return path
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        real = path.resolve()
        handle, beside = tempfile.mkstemp(dir=real.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(beside).chmod(mode)
        Path(beside).replace(real)
    except (OSError, ValueError) as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"cannot write {str(path)!r}: {why}; give another target with -o"
        raise RenderError(message) from error
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
