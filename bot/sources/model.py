"""What the parsers hand to each other: a parsed text, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Metadata under our own names (title, outlet, published, …) with values as they were read.
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line of a stream that is no article. `id` is the record's own, where it has one."""

    id: str | None
    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something cannot be read, as part of a sentence that names it.

    `is_fault` is false for what never meant to be an article.
    """

    reason: str
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with what its file says about it; `title` is the headline found in the text."""

    text: str
    title: str = ""
    fields: Fields = field(default_factory=dict)
    notes: tuple[str, ...] = ()
