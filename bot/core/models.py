"""The words of the house as frozen data: Article, Analysis, Topic, Point, TopicCard, Digest.

Knows no file, no clock and no platform. All offsets count characters of `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.errors import UntraceablePoint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

Language = Literal["de", "en"]
ArticleKind = Literal["report", "opinion", "background"]
NameKind = Literal["PER", "ORG", "LOC", "OTHER"]
SpeechMode = Literal["direct", "reported"]
Stance = Literal["for", "against", "unclear"]
Precision = Literal["day", "month", "year"]
ClaimKind = Literal["hedge", "denial", "opinion", "question", "negation", "condition"]
PointKind = Literal["verbatim", "shortened"]
Match = Literal["exact", "alias", "fuzzy", "search"]
Status = Literal["new", "updated", "unchanged"]
ChangeKind = Literal["new", "changed", "withdrawn", "contradicted"]

ELLIPSIS = " … "


class Range(NamedTuple):
    """Characters `start` up to, not including, `end` of one article's text."""

    start: int
    end: int

    def overlaps(self, other: Range) -> bool:
        """Whether both ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Range) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Span(NamedTuple):
    """A range of a named article: what a reader can look up."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was published. `text` is canonical and never changes under a span.

    `published_on` is the local day that stands on the article, from which "gestern" counts;
    `published_at` is the moment in UTC, known only where a time of day was given.
    """

    id: str
    title: str
    text: str
    language: Language
    kind: ArticleKind = "report"
    outlet: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    url: str | None = None

    def cut(self, part: Range) -> str:
        """The characters of `part`."""
        return self.text[part.start : part.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words. The tuples run in parallel; offsets count from `start`.

    `words` are as written (hyphens and apostrophes inside), `lemmas` are folded base forms.
    """

    start: int
    end: int
    paragraph: int
    offsets: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]

    @property
    def range(self) -> Range:
        """Where the sentence stands in the article."""
        return Range(self.start, self.end)

    def word_range(self, first: int, last: int | None = None) -> Range:
        """From word number `first` to word number `last` (both included), in the article."""
        final = first if last is None else last
        start = self.start + self.offsets[first]
        return Range(start, self.start + self.offsets[final] + len(self.words[final]))


@dataclass(frozen=True, slots=True)
class Draft:
    """An article cut into sentences and subheadings, before anything in it is understood."""

    article: Article
    sentences: tuple[Sentence, ...]
    headings: tuple[Sentence, ...]

    @property
    def units(self) -> tuple[Sentence, ...]:
        """Sentences and subheadings together, in the order of the text."""
        return tuple(sorted((*self.sentences, *self.headings), key=lambda unit: unit.start))


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or project of one article, all its spellings joined.

    `name` is the fullest spelling without genitive ("Donald Trump" for "Trumps");
    `mentions` are in the order of the text; `roles` are where the article says what it is
    ("Trumps Sprecherin"), the best first.
    """

    name: str
    kind: NameKind
    mentions: tuple[Range, ...]
    variants: tuple[str, ...] = ()
    roles: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct or reported speech.

    `range` holds the speech: with its quotation marks if direct, the reported clause if not.
    `shown` is the shortest stretch that can stand alone on a card (for reported speech with
    its verb, for direct speech equal to `range`). `speaker` is where the speaker is named,
    `speaker_name` the joined name of `Name.name`, or None where it is not certain.
    """

    range: Range
    mode: SpeechMode
    shown: Range
    verb: str = ""
    speaker: Range | None = None
    speaker_name: str | None = None
    stance: Stance = "unclear"
    towards: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and what it counts.

    `value` is in whole units (500 Milliarden is 500_000_000_000). `unit` is an ISO 4217 code
    for money, "percent", a unit of measure ("GW"), or "" for a plain count. `qualifier` is
    "min", "max", "about" or "".
    """

    range: Range
    value: int | float
    unit: str
    counts: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text. `date` is ISO (2025-01-20, 2025-01, 2025) or None if unresolved.

    `resolved_from` is the wording where the date had to be computed from the day of
    publication, else None.
    """

    range: Range
    date: str | None
    precision: Precision
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A word or phrase that changes how true a sentence is meant: `range` is the cue.

    hedge: "soll", "laut", "allegedly" · denial: "wies zurück" · opinion: "leider" ·
    question: "stellt sich die Frage" · negation: "nicht" · condition: "falls".
    """

    range: Range
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class Traits:
    """What kind of sentence it is.

    `stands_alone`: a reader who sees nothing else knows who and what is meant · `asks`: the
    article raises a question · `judges`: an opinion speaks · `quotes`: part of it is a direct
    quotation.
    """

    stands_alone: bool
    asks: bool
    judges: bool
    quotes: bool

    @property
    def is_plain(self) -> bool:
        """A statement of the article's own that can be shown by itself."""
        return self.stands_alone and not (self.asks or self.judges or self.quotes)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the reader found in one article.

    `salience` and `traits` run in parallel to `sentences`.
    """

    article_id: str
    sentences: tuple[Sentence, ...]
    headings: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    claims: tuple[Claim, ...]
    salience: tuple[float, ...]
    traits: tuple[Traits, ...]
    reader_version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article together with its analysis."""

    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class TopicRule:
    """A curated topic as the operator wrote it in `config/topics.toml`."""

    name: str
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that articles share. `articles` are ids, the most telling first.

    `weight` says how much the articles are about it; it orders lists of topics.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    articles: tuple[str, ...]
    kind: NameKind
    weight: float
    curated: bool = False


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
    """A numbered article at the foot of a card. `published` is ISO, a day or a moment."""

    n: int
    id: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    language: Language
    kind: ArticleKind


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A figure on a card, with the sentence that gives it. `wording` is as written."""

    value: int | float
    unit: str
    counts: str
    wording: str
    point: Point


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
class Dispute:
    """Two points that cannot both be right."""

    points: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A dated point; `resolved_from` is the wording of a relative date."""

    date: str
    precision: Precision
    resolved_from: str | None
    point: Point


@dataclass(frozen=True, slots=True)
class Change:
    """What is different since the state before."""

    kind: ChangeKind
    point: Point
    before: Point | None = None


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
    `outlets` count what was read for the card, `sources` lists what it cites.
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


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """One topic of a digest: its card, the sentence for its line, and since when it is known.

    `first_on` is the day on which the topic was first reported, for an updated topic.
    """

    status: Status
    card: TopicCard
    line: Point
    first_on: date | None


@dataclass(frozen=True, slots=True)
class Digest:
    """The cards of one morning for one channel: new first, then updated.

    `unchanged` are names of topics that went out before and have nothing new;
    `articles` counts the articles that are new since `since`; `minutes` is reading time.
    """

    day: date
    zone: str
    language: Language
    since: date | None
    entries: tuple[DigestEntry, ...]
    unchanged: tuple[str, ...]
    articles: int
    minutes: int
