"""Everything in some folders as one collection, whatever the names and order of its files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.collection import Collection
from bot.core.fingerprints import fingerprint
from bot.sources.files import read_file
from bot.sources.folders import find_files
from bot.sources.identity import hash_content
from bot.sources.sandbox import Sandbox
from bot.sources.surveying import choose, take_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bot.core.collection import FileRead, Skipped
    from bot.core.models import Article
    from bot.sources.surveying import Chosen


def collect(
    folders: Iterable[Path | str], *, on_file: Callable[[int, int], None] | None = None
) -> Collection:
    """Read all files below `folders`; `on_file` hears how many of how many are done.

    The same content is kept once, and every other place of it listed as skipped. Articles that
    bring the same id with different content are told apart by their content.
    """
    paths, skipped = find_files(folders)
    files: list[FileRead] = []
    with Sandbox() as sandbox:
        for done, path in enumerate(paths, start=1):
            files.append(read_file(path, sandbox=sandbox))
            if on_file:
                on_file(done, len(paths))
    chosen, doubles = choose(take_notes(file, "") for file in files)
    by_content = {one.listed.content: one for one in chosen}
    kept = tuple(replace(file, articles=_kept_here(file, by_content)) for file in files)
    articles = [article for file in kept for article in file.articles]
    notes = [skip for file in files for skip in file.skipped]
    return Collection(
        articles=tuple(sorted(articles, key=lambda article: article.id)),
        skipped=tuple(sorted((*skipped, *doubles, *notes), key=_place)),
        files=kept,
    )


def _place(skip: Skipped) -> tuple[str, int, str]:
    return (skip.path, skip.line or 0, skip.reason)


def _kept_here(file: FileRead, by_content: Mapping[str, Chosen]) -> tuple[Article, ...]:
    """The articles that are taken from this file, under their final ids."""
    found: dict[str, Article] = {}
    for article in file.articles:
        chosen = by_content[hash_content(article)]
        if chosen.path == file.path and chosen.listed.fingerprint == fingerprint(article):
            found.setdefault(chosen.id, replace(article, id=chosen.id))
    return tuple(found.values())
