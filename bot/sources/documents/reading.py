"""A PDF or Word file, read in a process of its own, within limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.sources.documents.pdf import read_pdf
from bot.sources.documents.word import read_word
from bot.sources.loading import load_bytes
from bot.sources.model import Fields, Parsed, Refused
from bot.sources.sandbox import Effort, Sandbox, Unfinished
from bot.sources.scrape import parse_scrape

if TYPE_CHECKING:
    from pathlib import Path

Made = TypeVar("Made")

PDF = ".pdf"
WORD = ".docx"
DOCUMENTS = (PDF, WORD)
# A newspaper page of ten megabytes takes five seconds.
_EFFORT = Effort(computing=20, seconds=60, memory=400_000_000)


def read_document(
    path: Path, known: Fields, sandbox: Sandbox | None, *, limit: int
) -> Parsed | Refused:
    """Title and text of the document at `path`; `known` is what stands beside it.

    Without a sandbox one is opened for this file, which takes a second.
    """
    if sandbox is None:
        with Sandbox(workers=1) as opened:
            return read_document(path, known, opened, limit=limit)
    data = load_bytes(path, limit=limit)
    if isinstance(data, Refused):
        return data
    if path.suffix.lower() == WORD:
        return _finished(sandbox.do_now(_EFFORT, read_word, data))
    text: str | Refused = _finished(sandbox.do_now(_EFFORT, read_pdf, data))
    return text if isinstance(text, Refused) else parse_scrape(text, known)


def _finished(made: Made | Unfinished) -> Made | Refused:
    if isinstance(made, Unfinished):
        took = "reading it takes too much time or memory"
        return Refused(took if made.took_too_much else "cannot be read")
    return made
