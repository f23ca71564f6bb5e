"""What lies in some folders, opening only the files that changed since they were last read.

Knows articles by their hashes; their texts are read by whoever needs them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.collection import Skipped
from bot.core.fingerprints import fingerprint
from bot.sources.files import read_file
from bot.sources.folders import find_files
from bot.sources.identity import hash_content, tell_apart
from bot.sources.loading import show_path
from bot.sources.sandbox import Sandbox
from bot.sources.sidecar import SIDECAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from os import stat_result
    from pathlib import Path

    from bot.core.collection import FileRead
    from bot.core.models import Article

# To be raised when the same file may come to other articles.
_VERSION = 3
# A file that was written a moment ago may be written again without looking any newer.
_UNSETTLED_SECONDS = 2
# One that is dated further ahead than clocks differ was not written just now.
_MOST_AHEAD = 60
_MISSING = "-"


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of a file, without its text. `id` is the one it brings.

    `content` is its hash over title, outlet, day and text, `fingerprint` that over all of it.
    """

    id: str
    content: str
    fingerprint: str
    url: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class FileNotes:
    """What a file came to. Another `stamp` says that the file may have changed."""

    path: str
    stamp: str
    articles: tuple[Listed, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article under its final id, with the file that it is taken from."""

    id: str
    path: str
    listed: Listed


@dataclass(frozen=True, slots=True)
class Survey:
    """`files` and `skipped` by path, `chosen` by id. `places` leads from a path to its file.

    `changed` are the paths that were opened; `unopened` are folders that could not be looked
    into, so that nobody knows what is in them. `waiting` are the paths of files that are still
    being written: of them what was known before counts.
    """

    files: tuple[FileNotes, ...]
    skipped: tuple[Skipped, ...]
    chosen: tuple[Chosen, ...]
    places: Mapping[str, Path]
    changed: frozenset[str]
    unopened: tuple[str, ...]
    waiting: frozenset[str] = frozenset()


def survey(
    folders: Iterable[Path | str],
    known: Mapping[str, FileNotes],
    *,
    now: datetime,
    rest: float = 0,
    on_file: Callable[[int, int], None] | None = None,
) -> Survey:
    """Look through all files below `folders`; those whose notes in `known` hold are not opened.

    Nor are those that were written within the last `rest` seconds: half an article would be
    news, and the whole one its correction. `on_file` hears how many of how many are done.
    """
    paths, passed_over = find_files(folders)
    places: dict[str, Path] = {}
    files: list[FileNotes] = []
    changed: set[str] = set()
    waiting: set[str] = set()
    with Sandbox() as sandbox:
        for done, path in enumerate(paths, start=1):
            shown = show_path(path)
            places[shown] = path
            notes = known.get(shown)
            states = _look(path)
            if rest and _is_written(states, now, rest):
                waiting.add(shown)
            else:
                stamp = _stamp(states, now)
                if notes is None or not stamp or notes.stamp != stamp:
                    notes = take_notes(read_file(path, sandbox=sandbox), stamp)
                    changed.add(shown)
            files += [notes] if notes else []
            if on_file:
                on_file(done, len(paths))
    chosen, doubles = choose(files)
    left = [Skipped(path, "is still being written", is_fault=False) for path in waiting]
    found = [*passed_over, *doubles, *left, *(skip for file in files for skip in file.skipped)]
    return Survey(
        files=tuple(files),
        skipped=tuple(sorted(found, key=_place)),
        chosen=chosen,
        places=places,
        changed=frozenset(changed),
        unopened=tuple(skip.path for skip in passed_over if skip.is_unopened),
        waiting=frozenset(waiting),
    )


def take_notes(file: FileRead, stamp: str) -> FileNotes:
    """What is kept in mind of a file that was read."""
    return FileNotes(file.path, stamp, tuple(map(_listed, file.articles)), file.skipped)


def choose(files: Iterable[FileNotes]) -> tuple[tuple[Chosen, ...], tuple[Skipped, ...]]:
    """Each content once under its final id, ordered by id, and the other places of it."""
    places = [(one, file.path) for file in files for one in file.articles]
    kept: dict[str, tuple[Listed, str]] = {}
    doubles: list[Skipped] = []
    for one, path in sorted(places, key=_rank):
        if one.content in kept:
            doubles.append(Skipped(path, f"same as {kept[one.content][1]}", is_fault=False))
        else:
            kept[one.content] = (one, path)
    final = tell_apart((one.id, one.content) for one, _ in kept.values())
    chosen = (
        Chosen(name, path, one) for name, (one, path) in zip(final, kept.values(), strict=True)
    )
    return tuple(sorted(chosen, key=lambda one: one.id)), tuple(doubles)


def pack_notes(notes: FileNotes) -> bytes:
    """The notes without path and stamp, as bytes."""
    fields = (
        [
            (one.id, one.content, one.fingerprint, one.url, one.language, one.kind)
            for one in notes.articles
        ],
        [
            (one.path, one.reason, one.line, one.is_fault, one.is_unopened, one.is_remark)
            for one in notes.skipped
        ],
    )
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def unpack_notes(path: str, stamp: str, data: bytes) -> FileNotes | None:
    """What `pack_notes` was given; None if the bytes are of another format."""
    try:
        articles, skipped = json.loads(data.decode("utf-8", "surrogatepass"))
        return FileNotes(
            path,
            stamp,
            tuple(Listed(*one) for one in articles),
            tuple(Skipped(*one) for one in skipped),
        )
    except (ValueError, TypeError):
        return None


def _listed(article: Article) -> Listed:
    return Listed(
        article.id,
        hash_content(article),
        fingerprint(article),
        article.url or "",
        article.language,
        article.kind,
    )


def _look(path: Path) -> tuple[stat_result | None, ...]:
    """The file and its sidecar; None for one that is not there."""
    states: list[stat_result | None] = []
    for one in (path, path.with_suffix(SIDECAR)):
        try:
            states.append(one.stat())
        except OSError:
            states.append(None)
    return tuple(states)


def _stamp(states: Iterable[stat_result | None], now: datetime) -> str:
    """Tells one state of a file and its sidecar from another; empty if it cannot be trusted."""
    parts = [str(_VERSION)]
    for status in states:
        if status is None:
            parts.append(_MISSING)
            continue
        if status.st_mtime > now.timestamp() - _UNSETTLED_SECONDS:
            return ""
        parts.append(f"{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}")
    return ":".join(parts)


def _is_written(states: Iterable[stat_result | None], now: datetime, rest: float) -> bool:
    """Whether the file or its sidecar was written within the last `rest` seconds."""
    at = now.timestamp()
    return any(one and at - rest < one.st_mtime < at + _MOST_AHEAD for one in states)


def _rank(place: tuple[Listed, str]) -> tuple[str, ...]:
    """Order by all that the article says, and only then by where it lies."""
    one, path = place
    return (one.id, one.url, one.language, one.kind, path)


def _place(skip: Skipped) -> tuple[str, int, str]:
    return (skip.path, skip.line or 0, skip.reason)
