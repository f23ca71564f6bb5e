"""The words of the house as frozen data: Article, Sentence, Name, Quote, Figure, Topic.

Knows no file, no clock and no platform. All offsets count characters of `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

Language = Literal["de", "en"]
ArticleKind = Literal["report", "opinion", "background"]
NameKind = Literal["PER", "ORG", "LOC", "OTHER"]
SpeechMode = Literal["direct", "reported"]
Stance = Literal["for", "against", "unclear"]
Precision = Literal["day", "month", "year"]
ClaimKind = Literal["hedge", "denial", "opinion", "question", "negation", "condition"]
Match = Literal["exact", "alias", "fuzzy", "search"]


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
    `is_beginning`: the text is a teaser, or what is shown without paying. `author` is who wrote it,
    several with a comma between them.
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
    is_beginning: bool = False
    author: str | None = None

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
