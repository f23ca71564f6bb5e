"""The files of some folders that may hold articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.core.collection import Skipped
from bot.sources.files import SUFFIXES
from bot.sources.loading import IS_FOLDER, check_file, show_path, unknown_kind, unopened
from bot.sources.model import Refused
from bot.sources.sidecar import SIDECAR

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_files(
    folders: Iterable[Path | str],
) -> tuple[tuple[Path, ...], tuple[Skipped, ...]]:
    """The files below `folders` whose kind is known, and the others with the reason.

    Both are ordered by path; a file that is reached twice is there once. Hidden files and
    folders are passed over in silence. A folder that is a file stands for that file.
    """
    found: dict[str, Path] = {}
    skipped: list[Skipped] = []
    for folder in sorted({Path(folder) for folder in folders}):
        for path in _walk(folder, skipped):
            found.setdefault(os.path.realpath(path), path)
    return tuple(sorted(found.values())), tuple(sorted(skipped, key=lambda skip: skip.path))


def _walk(folder: Path, skipped: list[Skipped]) -> list[Path]:
    refused = check_file(folder)
    if refused is None:
        return [folder]
    if refused is not IS_FOLDER:
        skipped.append(Skipped(show_path(folder), refused.reason, is_unopened=True))
        return []
    files: list[Path] = []
    waiting = [folder]
    seen: set[str] = set()
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        # A link may lead back to a folder above.
        if real in seen:
            continue
        seen.add(real)
        inner, here = _open_folder(current, skipped)
        waiting += inner
        files += here
    return files


def _open_folder(folder: Path, skipped: list[Skipped]) -> tuple[list[Path], list[Path]]:
    """The folders and the articles in one folder."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        reason = unopened(error).reason
        skipped.append(Skipped(show_path(folder), reason, is_unopened=True))
        return [], []
    inner: list[Path] = []
    files: list[Path] = []
    names = {entry.name for entry in entries}
    for entry in entries:
        refused = check_file(entry)
        if refused is IS_FOLDER:
            inner.append(entry)
            continue
        refused = refused or _refuse(entry, names)
        if refused:
            skipped.append(Skipped(show_path(entry), refused.reason, is_fault=refused.is_fault))
        elif entry.suffix.lower() != SIDECAR:
            files.append(entry)
    return inner, files


def _refuse(path: Path, beside: set[str]) -> Refused | None:
    suffix = path.suffix.lower()
    if path.name.upper().startswith("README"):
        return Refused("about the folder, not an article", is_fault=False)
    if suffix == SIDECAR:
        described = any(path.stem + known in beside for known in SUFFIXES)
        return None if described else Refused("no article of that name beside it")
    return None if suffix in SUFFIXES else unknown_kind(suffix)
