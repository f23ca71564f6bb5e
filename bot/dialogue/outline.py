"""What is shown, item by item and in order, for every platform alike: sections, lines, runs.

A renderer decides how a run looks, never which runs there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.core.cards import Status

RunKind = Literal[
    "text", "figure", "quote", "label", "name", "citation", "link", "cited", "context"
]
SectionKind = Literal[
    "answers",
    "lead",
    "changes",
    "facts",
    "voices",
    "disputed",
    "open",
    "timeline",
    "related",
    "sources",
    "entries",
    "unchanged",
    "choices",
    "topics",
    "commands",
    "notice",
    "evidence",
    "more",
]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout. The text is clean (see `printable`).

    text, figure, quote: words of an article · name: of a topic · label: our words ·
    citation: "[1]" · link: a web address, to be shown as it is and to lead there · cited: the
    characters that a point stands on, within their sentence's context.
    """

    text: str
    kind: RunKind = "text"


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One item. `head` may stand beside or above `body`; on one line, `joint` is between them."""

    body: Runs
    head: Runs = ()
    joint: str = " "
    bullet: bool = False

    @property
    def text(self) -> str:
        """The line as plain text, head and body joined."""
        head = "".join(run.text for run in self.head)
        body = "".join(run.text for run in self.body)
        return f"{head}{self.joint}{body}" if head and body else head or body


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, which may be empty. `inline`: one line, beside its heading."""

    kind: SectionKind
    heading: str
    lines: tuple[Line, ...]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole answer. `headline` is one plain sentence, for notifications.

    `status` is that of a card, for a colour; its word stands in the title all the same.
    """

    headline: str
    title: Line
    sections: tuple[Section, ...] = ()
    footer: tuple[Line, ...] = ()
    status: Status | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order in which they are shown, headings left out."""
        inner = (line for section in self.sections for line in section.lines)
        return (self.title, *inner, *self.footer)
