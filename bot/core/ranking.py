"""Which sentences tell a topic, in which order.

The score of a sentence is relevance (does it speak of the topic, not only its article),
salience (does it carry the article), support (do several outlets say it) and freshness. The
weights are few and stand here by name; they were set by reading cards, not fitted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.bearing import FULL, bearing_of
from bot.core.copies import find_copies
from bot.core.joining import Sayings, join_candidates
from bot.core.language.content_words import STOPWORDS
from bot.core.language.reference_words import RESUMING_NOUNS
from bot.core.retelling import retells
from bot.core.rewording import rewords
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.bearing import Bearing
    from bot.core.models import Article, Reading, Sentence, Traits
    from bot.core.subjects import Subject

# Never more articles and sentences than this go into a card: it keeps the time of an answer
# nearly flat however large the library is.
MOST_ARTICLES = 24
MOST_CANDIDATES = 48
MOST_NEWS = 8
MOST_OPINIONS = 4

_AFTER_A_MENTION = 0.5
_BEFORE_A_MENTION = 0.3
_PER_COMPANION = 0.12
_COMPANIONS_AT_MOST = 3
# With less relevance a sentence rather tells of whom its article names beside the topic.
NEAR_THE_TOPIC = 0.6
_OF_OTHERS = 0.4
_OF_A_PERSON = 0.5
_RESUMED = 0.15
_OF_THE_ARTICLE = 0.25
_PASSING = 0.25
_LEAST_RELEVANCE = 0.12
_RELEVANCE_COUNTS = 1.4

_SALIENCE_FLOOR = 0.35
_OPINION_PIECE = 0.5
_REPEATED = 0.45
_SAME_NAMES = 2
_DAYS_TO_HALVE = 60.0
_OLDEST_FRESHNESS = 0.6
_INFORMATION = 0.4
_PER_NAME = 0.12
_NAMES_AT_MOST = 4
_PER_FIGURE = 0.2
_FIGURES_AT_MOST = 2


# Article id and number of the sentence.
_Place = tuple[str, int]
# The keys of those beside the topic in an article, and the relevance of each of its sentences.
_Company = tuple[frozenset[str], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class TopicArticle:
    """An article of a topic: what it says of the topic, and of its other subjects."""

    reading: Reading
    subject: Subject
    others: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown. `supporters` say the same, as surely, in nearly its words.

    `days` are the days and months that it names, as ISO.
    """

    reading: Reading
    number: int
    relevance: float
    score: float
    freshness: float
    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[tuple[float, str]]
    days: frozenset[str] = frozenset()
    bearing: Bearing = FULL
    supporters: tuple[tuple[Reading, Sentence], ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.reading.analysis.sentences[self.number]

    @property
    def traits(self) -> Traits:
        """What kind of sentence it is."""
        return self.reading.analysis.traits[self.number]

    @property
    def weight(self) -> float:
        """The score, more for a sentence that says who and how much, and of what."""
        told = _PER_NAME * min(_NAMES_AT_MOST, len(self.names))
        told += _PER_FIGURE * min(_FIGURES_AT_MOST, len(self.figures))
        return self.score * (_INFORMATION + told) * self.bearing.weight

    @property
    def is_plain(self) -> bool:
        """A statement of the article's own that tells something by itself."""
        return self.traits.is_plain and not self.bearing.is_empty

    @property
    def timeless_weight(self) -> float:
        """The weight as if all articles were of one day: for what a topic is at all."""
        return self.weight / self.freshness

    @property
    def key(self) -> tuple[str, int]:
        """Article and place; unique and stable."""
        return (self.reading.article.id, self.number)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a card of one topic can be made from.

    `candidates` are the sentences worth showing, best first; `scores` and `relevance` hold,
    by article id and number, every sentence that speaks of the topic at all. `freshness` is
    that of each article. `copies` leads from articles to the one whose text each repeats, `said`
    remembers what the candidates say, `company` for each article who stands beside the topic
    and how much its sentences therefore speak of the topic.
    """

    articles: tuple[TopicArticle, ...]
    candidates: tuple[Candidate, ...]
    scores: Mapping[tuple[str, int], float]
    relevance: Mapping[tuple[str, int], float]
    freshness: Mapping[str, float]
    copies: Mapping[str, str] = field(default_factory=dict)
    said: Sayings = field(default_factory=Sayings, compare=False, repr=False)
    company: Mapping[str, _Company] = field(default_factory=dict, compare=False, repr=False)


def choose_articles(articles: Iterable[tuple[str, float, int]]) -> tuple[str, ...]:
    """The ids of the articles that a card is made from: those most about the topic and newest.

    Each is given with its aboutness and its day as a number, 0 if it is not known. In a fixed
    order that does not depend on the order given.
    """
    known = tuple(articles)
    days = {day for _, _, day in known}
    newest = max(days, default=0)
    freshness = {day: _freshness(day, newest) for day in days}
    weighed = [(-aboutness * freshness[day], one) for one, aboutness, day in known]
    return tuple(one for _, one in nsmallest(MOST_ARTICLES, weighed))


def gather(
    articles: Sequence[TopicArticle],
    *,
    news: AbstractSet[_Place] = frozenset(),
) -> Evidence:
    """Score every sentence of the articles and choose the candidates.

    Sentences of different articles that say the same become one candidate (see
    `bot.core.joining`). A few of the sentences in `news` (by article id
    and number) are candidates though others score higher.
    """
    weighed = weigh(articles)
    copies = find_copies(one.reading for one in articles)
    candidates = join_candidates(_candidates(weighed, news), copies, weighed.said)
    return replace(weighed, candidates=candidates, copies=copies)


def weigh(articles: Sequence[TopicArticle], *, like: Evidence | None = None) -> Evidence:
    """Score every sentence of the articles, without choosing candidates.

    `like` is another state of the topic: an article with the same company speaks as much of it.
    """
    newest = max((_ordinal(one.reading.article) for one in articles), default=0)
    beside = companions(articles)
    scores: dict[tuple[str, int], float] = {}
    relevance: dict[tuple[str, int], float] = {}
    freshness: dict[str, float] = {}
    company: dict[str, _Company] = {}
    for one in articles:
        article = one.reading.article
        company[article.id] = speaks = _speaks(one, beside, like)
        freshness[article.id] = fresh = _freshness(_ordinal(article), newest)
        fresh *= _weight_of_kind(one)
        salience = one.reading.analysis.salience
        top = max(salience, default=1.0) or 1.0
        for number, relevant in enumerate(speaks[1]):
            if relevant >= _LEAST_RELEVANCE:
                carried = _SALIENCE_FLOOR + (1 - _SALIENCE_FLOOR) * salience[number] / top
                relevance[article.id, number] = relevant
                weighed = relevant**_RELEVANCE_COUNTS * carried * fresh
                scores[article.id, number] = round(weighed, 6)
    return Evidence(tuple(articles), (), scores, relevance, freshness, company=company)


def _speaks(one: TopicArticle, beside: Mapping[str, int], like: Evidence | None) -> _Company:
    """Who stands beside the topic in the article, and how much each sentence speaks of it."""
    company = frozenset(other.key for other in one.others if beside.get(other.key))
    known = like.company.get(one.reading.article.id) if like else None
    if known and known[0] == company:
        return known
    return company, tuple(_relevance(one, company))


def repeats(one: Candidate, other: Candidate) -> bool:
    """Whether a reader of one learns next to nothing from the other.

    Words tell within a language; across, the same amount beside the same name (for a bare
    count two names). In either, `other` may retell the news of a day.
    """
    if similarity(one.words, other.words) >= _REPEATED or retells(one, other):
        return True
    if rewords(one, other):
        return True
    shared = one.figures & other.figures
    needed = 1 if any(unit for _, unit in shared) else _SAME_NAMES
    return bool(shared) and len(one.names & other.names) >= needed


def content_words(reading: Reading, number: int) -> frozenset[str]:
    """Base forms that carry meaning in a sentence."""
    return frozenset(reading.analysis.sentences[number].lemmas) - STOPWORDS


def _candidates(evidence: Evidence, news: AbstractSet[_Place]) -> list[Candidate]:
    by_id = {one.reading.article.id: one for one in evidence.articles}
    best = _choose_best(evidence.scores, by_id, news)
    held = dict(best)
    named = {article_id: _names_by_sentence(by_id[article_id]) for article_id in held}
    days = {article_id: _days_by_sentence(by_id[article_id].reading) for article_id in held}
    return [
        Candidate(
            reading=by_id[article_id].reading,
            number=number,
            relevance=evidence.relevance[article_id, number],
            score=evidence.scores[article_id, number],
            freshness=evidence.freshness[article_id],
            words=content_words(by_id[article_id].reading, number),
            names=frozenset(named[article_id].get(number, ())),
            figures=_figures(by_id[article_id].reading, number),
            days=frozenset(days[article_id].get(number, ())),
            bearing=bearing_of(by_id[article_id], number, evidence.relevance),
        )
        for article_id, number in best
    ]


def _choose_best(
    scores: Mapping[_Place, float], by_id: Mapping[str, TopicArticle], news: AbstractSet[_Place]
) -> list[_Place]:
    """The highest scores, then the best of what would fall behind but has a part of its own."""
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    best, rest = ranked[:MOST_CANDIDATES], ranked[MOST_CANDIDATES:]
    opinions = (key for key in rest if by_id[key[0]].reading.article.kind == "opinion")
    best += islice(opinions, MOST_OPINIONS)
    left = news - frozenset(best)
    best += islice((key for key in rest if key in left), MOST_NEWS)
    return best


def _names_by_sentence(one: TopicArticle) -> Mapping[int, list[str]]:
    """Sentence number to the keys of the names that stand in it."""
    out: dict[int, list[str]] = {}
    for subject in (one.subject, *one.others):
        if not subject.is_phrase:
            for number in subject.sentences:
                out.setdefault(number, []).append(subject.key)
    return out


def _figures(reading: Reading, number: int) -> frozenset[tuple[float, str]]:
    part = reading.analysis.sentences[number].range
    return frozenset(
        (figure.value, figure.unit) for figure in inside(reading.analysis.figures, part)
    )


def _days_by_sentence(reading: Reading) -> Mapping[int, list[str]]:
    """Sentence number to the days and months that are named in it."""
    out: dict[int, list[str]] = {}
    for mention in reading.analysis.dates:
        if mention.date and mention.precision != "year":
            for number in sentences_at(reading.analysis.sentences, (mention.range,)):
                out.setdefault(number, []).append(mention.date)
    return out


def numbers(words: frozenset[str]) -> frozenset[str]:
    """The numbers among the words; sentences that differ in one never say the same."""
    return frozenset(word for word in words if word[0].isdigit())


def _ordinal(article: Article) -> int:
    """The day of publication as a number, 0 if it is not known."""
    return article.published_on.toordinal() if article.published_on else 0


def _freshness(day: int, newest: int) -> float:
    """1 for the newest article of the topic, half after two months, never under 0.6."""
    if not day:
        return 1.0 if not newest else _OLDEST_FRESHNESS
    return max(_OLDEST_FRESHNESS, float(0.5 ** ((newest - day) / _DAYS_TO_HALVE)))


def _weight_of_kind(one: TopicArticle) -> float:
    return _OPINION_PIECE if one.reading.article.kind == "opinion" else 1.0


def companions(articles: Sequence[TopicArticle]) -> Counter[str]:
    """Keys of subjects that stand beside the topic in its sentences, with their count."""
    beside: Counter[str] = Counter()
    for one in articles:
        hits = frozenset(one.subject.sentences)
        for other in one.others:
            if not other.is_phrase:
                beside[other.key] += len(hits.intersection(other.sentences))
    return beside


def _relevance(one: TopicArticle, company: AbstractSet[str]) -> Iterator[float]:
    """How much each sentence of the article speaks of the topic, 0 to 1."""
    sentences = one.reading.analysis.sentences
    hits = frozenset(one.subject.sentences)
    beside: Counter[int] = Counter()
    for other in one.others:
        if other.key in company:
            beside.update(other.sentences)
    # A subject that is named in passing is left with its paragraph.
    is_main = one.subject.is_main
    of_the_article = _OF_THE_ARTICLE * one.subject.aboutness
    # A sentence that is understood alone and names others is about them.
    traits = one.reading.analysis.traits
    is_somebody = one.subject.kind in {"PER", "ORG"}
    beside_it = _PER_COMPANION * (_OF_A_PERSON if is_main and one.subject.kind == "PER" else 1.0)
    in_passing = min(1.0, one.subject.aboutness / _PASSING)
    for number, sentence in enumerate(sentences):
        if number in hits:
            yield 1.0
            continue
        after = number - 1 in hits and (is_main or not _opens_paragraph(sentences, number))
        before = number + 1 in hits and (is_main or not _opens_paragraph(sentences, number + 1))
        near = _AFTER_A_MENTION * after or _BEFORE_A_MENTION * before
        if is_somebody and beside[number] and traits[number].stands_alone:
            near *= _OF_OTHERS
        named = beside_it * min(_COMPANIONS_AT_MOST, beside[number])
        resumed = _RESUMED * (not RESUMING_NOUNS.isdisjoint(sentence.lemmas))
        yield min(0.95, near + named + resumed + of_the_article) * in_passing


def _opens_paragraph(sentences: Sequence[Sentence], number: int) -> bool:
    return sentences[number].paragraph != sentences[number - 1].paragraph
