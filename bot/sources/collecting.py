"""Everything in some folders as one collection, whatever the names and order of its files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.collection import Collection, FileRead, Skipped
from bot.sources.files import read_file
from bot.sources.folders import find_files
from bot.sources.identity import hash_content, tell_apart
from bot.sources.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bot.core.models import Article


def collect(
    folders: Iterable[Path | str], *, on_file: Callable[[int, int], None] | None = None
) -> Collection:
    """Read all files below `folders`; `on_file` hears how many of how many are done.

    The same content is kept once, and every other place of it listed as skipped. Articles that
    bring the same id with different content are told apart by their content.
    """
    paths, skipped = find_files(folders)
    files: list[FileRead] = []
    with Workshop() as workshop:
        for done, path in enumerate(paths, start=1):
            files.append(read_file(path, workshop=workshop))
            if on_file:
                on_file(done, len(paths))
    return _merge(files, list(skipped))


def _merge(files: list[FileRead], skipped: list[Skipped]) -> Collection:
    places = [(article, file.path) for file in files for article in file.articles]
    kept: dict[str, tuple[Article, str]] = {}
    for article, path in sorted(places, key=_rank):
        content = hash_content(article)
        if content in kept:
            skipped.append(Skipped(path, f"same as {kept[content][1]}", is_fault=False))
        else:
            kept[content] = (article, path)
    final = dict(zip(kept, tell_apart(article for article, _ in kept.values()), strict=True))
    return Collection(
        articles=tuple(sorted(final.values(), key=lambda article: article.id)),
        skipped=tuple(sorted((*skipped, *_notes(files)), key=_place)),
        files=tuple(replace(file, articles=_kept_here(file, kept, final)) for file in files),
    )


def _rank(place: tuple[Article, str]) -> tuple[str, ...]:
    """Order by all that the article says, and only then by where it lies."""
    article, path = place
    return (article.id, article.url or "", article.language, article.kind, path)


def _place(skip: Skipped) -> tuple[str, int, str]:
    return (skip.path, skip.line or 0, skip.reason)


def _notes(files: list[FileRead]) -> list[Skipped]:
    return [skip for file in files for skip in file.skipped]


def _kept_here(
    file: FileRead, kept: dict[str, tuple[Article, str]], final: dict[str, Article]
) -> tuple[Article, ...]:
    contents = dict.fromkeys(map(hash_content, file.articles))
    return tuple(final[content] for content in contents if kept[content][1] == file.path)
