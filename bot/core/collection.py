"""What reading folders and files comes to: articles, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, or not as it stands there, and why.

    `path` can always be printed; `line` counts from 1 where the file is one of lines.
    `is_fault` tells what should have been an article from what never meant to be one (a note
    about the folder, a second copy). `is_unopened` is for a folder that nobody could look into,
    `is_remark` for what is said of an article that was read (a date that cannot be read).
    """

    path: str
    reason: str
    line: int | None = None
    is_fault: bool = True
    is_unopened: bool = False
    is_remark: bool = False


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
