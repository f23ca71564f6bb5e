"""Metadata beside a file: NAME.toml for NAME.txt."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from bot.sources.loading import load_text
from bot.sources.metadata import name_fields
from bot.sources.model import Fields, Refused

if TYPE_CHECKING:
    from pathlib import Path

SIDECAR = ".toml"


def load_sidecar(path: Path) -> tuple[Fields | None, str | None]:
    """The fields beside the file `path` (None without a sidecar), and what is wrong with them."""
    beside = path.with_suffix(SIDECAR)
    try:
        if not path.stem or beside == path or not beside.exists():
            return None, None
    except (OSError, ValueError):
        return None, None
    loaded = load_text(beside)
    if isinstance(loaded, Refused):
        return {}, loaded.reason
    try:
        return name_fields(tomllib.loads(loaded.text)), None
    except tomllib.TOMLDecodeError as error:
        return {}, f"not valid TOML: {error}"
    except (RecursionError, ValueError):
        return {}, "not valid TOML: nested too deeply, or a number that is too long"
