"""The bytes of a file, if it may be read: a plain file within the limit."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from bot.sources.decoding import Decoded, decode
from bot.sources.model import Refused

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 10_000_000
NOT_TEXT = Refused("not text")
IS_FOLDER = Refused("is a folder, not a file")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def load_text(path: Path, *, limit: int = MOST_BYTES) -> Decoded | Refused:
    """Read at most `limit` bytes; a larger file is refused without being read."""
    data = load_bytes(path, limit=limit)
    if isinstance(data, Refused):
        return data
    return decode(data) or NOT_TEXT


def load_bytes(path: Path, *, limit: int = MOST_BYTES) -> bytes | Refused:
    """Read at most `limit` bytes; a larger file is refused without being read."""
    refused = check_file(path)
    if refused:
        return refused
    try:
        size = path.stat().st_size
        if size > limit:
            return too_large(size, limit)
        with path.open("rb") as file:
            # The file may have grown since, or be one that tells no size.
            data = file.read(limit + 1)
    except OSError as error:
        return unopened(error)
    return data if len(data) <= limit else too_large(len(data), limit)


def check_file(path: Path) -> Refused | None:
    """Why `path` must not be opened: reading a pipe or a device might never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return unopened(error)
    if stat.S_ISDIR(mode):
        return IS_FOLDER
    return None if stat.S_ISREG(mode) else Refused("not a regular file")


def unopened(error: OSError | ValueError) -> Refused:
    """Say why the system did not let us open something."""
    if isinstance(error, FileNotFoundError):
        return Refused("does not exist")
    reason = error.strerror if isinstance(error, OSError) else "not a valid path"
    return Refused(f"cannot be opened: {(reason or 'unknown error').lower()}")


def unknown_kind(suffix: str) -> Refused:
    """Say that files with this ending are not read."""
    if not suffix:
        return Refused("unknown kind of file (its name has no ending)")
    return Refused(f'unknown kind of file ("{suffix}")')


def too_large(size: int, limit: int) -> Refused:
    """Say how large something is and how large it may be."""
    return Refused(f"{_megabytes(size)}, more than the {_megabytes(limit)} that are read")


def show_path(path: Path, relative_to: Path | None = None) -> str:
    """`path` as it can be printed: below `relative_to` if it lies there, without odd characters."""
    if relative_to is not None and path.is_relative_to(relative_to):
        path = path.relative_to(relative_to)
    return _UNPRINTABLE.sub("\ufffd", os.fsencode(path).decode("utf-8", "replace"))


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= MOST_BYTES / 100 else f"{size} bytes"
