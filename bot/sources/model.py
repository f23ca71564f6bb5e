"""What reading folders and files comes to: articles, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Article

# Metadata under our own names (title, outlet, published, …) with values as they were read.
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, or not as it stands there, and why.

    `path` can always be printed; `line` counts from 1 where the file is one of lines.
    """

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file. An article may be there and still have a line in `skipped`."""

    path: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """All articles of some folders, ordered by id, each id once.

    `skipped` is everything that was left out anywhere, ordered by path and line; `files` says
    which article (under its final id) came from which file, ordered by path.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    files: tuple[FileRead, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line of a stream that is no article. `id` is the record's own, where it has one."""

    id: str | None
    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something cannot be read, as part of a sentence that names it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with what its file says about it; `title` is the headline found in the text."""

    text: str
    title: str = ""
    fields: Fields = field(default_factory=dict)
    notes: tuple[str, ...] = ()
