"""One file becomes its articles; whatever is wrong with it becomes a reason, never an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.collection import FileRead, Skipped
from bot.sources.canonical import clean_characters
from bot.sources.documents.reading import DOCUMENTS, read_document
from bot.sources.identity import build_article
from bot.sources.lines import read_lines
from bot.sources.loading import MOST_BYTES, check_file, load_text, show_path, unknown_kind
from bot.sources.markdown import parse_markdown
from bot.sources.metadata import read_metadata
from bot.sources.model import Fields, Parsed, Refused
from bot.sources.page import parse_page
from bot.sources.records import build_from_record, parse_json
from bot.sources.scrape import parse_scrape
from bot.sources.sidecar import load_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.core.models import Article
    from bot.sources.sandbox import Sandbox

_PAGES = (".html", ".htm")
LINES = (".jsonl", ".ndjson")
SUFFIXES = (".txt", ".md", *_PAGES, ".json", *LINES, *DOCUMENTS)
# A file with more faults than this is something else than its name says.
_MOST_FAULTS = 1000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
# What a sidecar can say about many records at once.
_SHARED = ("outlet", "published", "language", "kind")

_Read = tuple["Article", tuple[str, ...]]
# A line number where the file is one of lines, and what came of it.
_Outcome = tuple[int | None, _Read | Refused]


def read_file(
    path: Path,
    *,
    relative_to: Path | None = None,
    limit: int = MOST_BYTES,
    sandbox: Sandbox | None = None,
) -> FileRead:
    """The articles of one file, and what in it could not be used.

    Never raises for what the file holds or because it cannot be opened. `limit` is in bytes, for
    the file as a whole or, in files of lines, for a line. Paths are shown below `relative_to`.
    PDF and Word files are read in `sandbox`; without one, in a process for this file.
    """
    shown = show_path(path, relative_to)
    sidecar, fault = load_sidecar(path)
    articles: list[Article] = []
    skipped: list[Skipped] = []
    if fault:
        skipped.append(
            Skipped(show_path(path.with_suffix(".toml"), relative_to), fault, is_remark=True)
        )
    for line, outcome in _read(path, sidecar, limit, sandbox):
        if isinstance(outcome, Refused):
            skipped.append(Skipped(shown, outcome.reason, line, outcome.is_fault))
        else:
            article, notes = outcome
            articles.append(article)
            skipped += [Skipped(shown, note, line, is_remark=True) for note in notes]
        if len(skipped) > _MOST_FAULTS:
            skipped.append(Skipped(shown, "too many faults; the rest is left out", line))
            break
    return FileRead(shown, tuple(articles), tuple(skipped))


def _read(
    path: Path, sidecar: Fields | None, limit: int, sandbox: Sandbox | None
) -> Iterator[_Outcome]:
    suffix = path.suffix.lower()
    if suffix in LINES:
        defaults = _shared(sidecar)
        for line, raw in read_lines(path, limit=limit):
            yield line, raw if isinstance(raw, Refused) else build_from_record(raw, defaults)
        return
    if suffix not in SUFFIXES:
        yield None, check_file(path) or unknown_kind(suffix)
        return
    if suffix in DOCUMENTS:
        parsed = read_document(path, sidecar or {}, sandbox, limit=limit)
        yield None, _build(parsed, path, sidecar, ())
        return
    loaded = load_text(path, limit=limit)
    if isinstance(loaded, Refused):
        yield None, loaded
    elif suffix == ".json":
        yield from _read_json(loaded.text, path, sidecar)
    else:
        broken = (f"{loaded.broken} characters are broken",) if loaded.broken else ()
        yield None, _read_text(loaded.text, path, sidecar, broken)


def _read_json(text: str, path: Path, sidecar: Fields | None) -> Iterator[_Outcome]:
    raw = parse_json(text)
    if isinstance(raw, Refused):
        yield None, raw
    elif isinstance(raw, list):
        for number, record in enumerate(raw, start=1):
            outcome = build_from_record(record, _shared(sidecar))
            if isinstance(outcome, Refused):
                outcome = Refused(f"record {number}: {outcome.reason}")
            yield None, outcome
    else:
        yield None, build_from_record(raw, {**_infer(path), **(sidecar or {})})


def _read_text(
    text: str, path: Path, sidecar: Fields | None, notes: tuple[str, ...]
) -> _Read | Refused:
    parsed = _parse(clean_characters(text), path.suffix.lower(), sidecar)
    return _build(parsed, path, sidecar, notes)


def _build(
    parsed: Parsed | Refused, path: Path, sidecar: Fields | None, notes: tuple[str, ...]
) -> _Read | Refused:
    if isinstance(parsed, Refused):
        return parsed
    if not parsed.text.strip():
        return Refused("no text")
    fields = {**_infer(path), **(sidecar or {}), **parsed.fields}
    if path.suffix.lower() in _PAGES:
        # What a page says of itself is found by guessing; a sidecar is written on purpose.
        fields |= sidecar or {}
    metadata, unused = read_metadata(fields)
    return build_article(metadata, parsed.text, parsed.title), (*notes, *parsed.notes, *unused)


def _parse(text: str, suffix: str, sidecar: Fields | None) -> Parsed | Refused:
    if suffix == ".md":
        return parse_markdown(text, sidecar)
    if suffix in _PAGES:
        return parse_page(text)
    return parse_scrape(text, sidecar or {})


def _infer(path: Path) -> dict[str, object]:
    """The day with which a name begins. When the file was written says nothing of its article."""
    day = _DAY.match(path.name)
    return {"published": day.group()} if day else {}


def _shared(sidecar: Fields | None) -> Fields:
    return {name: value for name, value in (sidecar or {}).items() if name in _SHARED}
