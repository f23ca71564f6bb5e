"""What is shown, as frozen data: Point, TopicCard, Delta, Digest.

Knows no file, no clock and no platform. A point without a span cannot be built.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from bot.core.models import Range, Span
from bot.errors import UntraceablePoint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from bot.core.models import (
        Article,
        ArticleKind,
        Language,
        Match,
        Precision,
        SpeechMode,
        Stance,
    )

PointKind = Literal["verbatim", "shortened"]
Status = Literal["new", "updated", "unchanged"]
ChangeKind = Literal["new", "changed", "withdrawn", "contradicted"]

ELLIPSIS = " … "


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a card. Cannot be built without spans, nor with text that is not theirs.

    `sources` are the numbers of the card's sources, `supports` the spans of other articles
    that say the same in (nearly) the same words.
    """

    text: str
    kind: PointKind
    spans: tuple[Span, ...]
    sources: tuple[int, ...] = ()
    supports: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a point that nobody could look up.

        Raises:
            UntraceablePoint: no span, no text, or several spans in a verbatim point.
        """
        if not self.spans or not self.text.strip():
            raise UntraceablePoint(self.text)
        if self.kind == "verbatim" and len(self.spans) != 1:
            raise UntraceablePoint(self.text)

    @classmethod
    def of(cls, article: Article, parts: Iterable[Range], *, whole: Range) -> Point:
        """Build the point that shows `parts` of the sentence (or quotation) `whole`.

        It is verbatim when the parts are the whole, else shortened.

        Raises:
            UntraceablePoint: a part is empty, out of order or outside the article.
        """
        ranges = tuple(parts)
        previous = 0
        for part in ranges:
            if not previous <= part.start < part.end <= len(article.text):
                raise UntraceablePoint(article.cut(part))
            previous = part.end
        return cls(
            text=ELLIPSIS.join(article.cut(part) for part in ranges),
            kind="verbatim" if ranges == (whole,) else "shortened",
            spans=tuple(Span(article.id, part.start, part.end) for part in ranges),
        )

    def cited_as(self, sources: tuple[int, ...]) -> Point:
        """The same point with the numbers of its sources."""
        return replace(self, sources=sources)


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered article at the foot of a card. `published` is ISO, a day or a moment.

    `is_beginning`: only the beginning of the article is known. `copy_of`: the number of an
    earlier source whose text this article (nearly) repeats; it confirms nothing that one says.
    """

    n: int
    id: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    language: Language
    kind: ArticleKind
    is_beginning: bool = False
    # What the articles themselves say anyway is no part of a card's id, which is made of `repr`.
    copy_of: int | None = field(default=None, repr=False)
    author: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A figure on a card, with the sentence that gives it. `wording` is as written."""

    value: int | float
    unit: str
    counts: str
    wording: str
    point: Point


@dataclass(frozen=True, slots=True)
class DatedWording:
    """A relative date on a card and the day, month or year (ISO) that it meant when written."""

    span: Span
    date: str
    precision: Precision
    resolved_from: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what. For direct speech `point` holds the exact words with their marks."""

    speaker: str
    role: str | None
    mode: SpeechMode
    verb: str
    stance: Stance
    towards: str | None
    point: Point


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a point holds, and what they are."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two points that cannot both be right.

    `speakers` are who says each, where the article itself does not; `elsewhere` are their words of
    the same dispute that are not shown.
    """

    points: tuple[Point, Point]
    speakers: tuple[Speaker | None, Speaker | None] = field(default=(None, None), repr=False)
    elsewhere: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A dated point; `resolved_from` is the wording of a relative date."""

    date: str
    precision: Precision
    resolved_from: str | None
    point: Point


@dataclass(frozen=True, slots=True)
class Change:
    """What is different since the state before.

    `is_background`: it neither names a new day nor stands where its article begins, so that it
    may be known for long though it was not told.
    """

    kind: ChangeKind
    point: Point
    before: Point | None = None
    is_background: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Delta:
    """What changed between two states of a topic. `since` is the day of the earlier state."""

    status: Status
    since: date | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class TopicCard:
    """What is shown for a topic. Parts are in the order in which they are shown.

    `as_of` is the newest date among the topic's articles (ISO) or None; `articles` and
    `outlets` count what was read for the card, `sources` lists what it cites. `dates` says
    what relative dates in its points mean. `copies` is how many of the articles (nearly) repeat
    another's text. `news` are those points, the newest first, that tell what happened since
    the state before; the lead may have one of them. `answers` hold the kind of thing that was
    asked for, if something was; they stand first.
    """

    id: str
    status: Status
    as_of: str | None
    language: Language
    slug: str
    name: str
    aliases: tuple[str, ...]
    matched: Match
    lead: tuple[Point, ...]
    changes: tuple[Change, ...]
    changed_since: str | None
    facts: tuple[Point, ...]
    figures: tuple[FigureItem, ...]
    voices: tuple[Voice, ...]
    disputed: tuple[Dispute, ...]
    open: tuple[Point, ...]
    timeline: tuple[TimelineItem, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    articles: int
    outlets: int
    version: str
    dates: tuple[DatedWording, ...] = ()
    copies: int = field(default=0, repr=False)
    news: tuple[Point, ...] = field(default=(), repr=False)
    answers: tuple[Point, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """One topic of a digest: its card, the sentence for its line, and since when it is known.

    `first_on` is the day on which the topic was first reported, for an updated topic;
    `articles` are the ids of its articles of the last 30 days and of those without a day: who is
    shown the entry knows them from then on, and whatever is older.
    """

    status: Status
    card: TopicCard
    line: Point
    first_on: date | None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The cards of one morning for one channel: new first, then updated.

    `unchanged` are names of topics that went out before and have nothing new;
    `articles` counts the articles that are new since `since`; `minutes` is reading time.
    `since_at` is the moment when this channel or reader was last shown something, if the digest
    was compared with what it was shown.
    """

    day: date
    zone: str
    language: Language
    since: date | None
    entries: tuple[DigestEntry, ...]
    unchanged: tuple[str, ...]
    articles: int
    minutes: int
    since_at: datetime | None = None
