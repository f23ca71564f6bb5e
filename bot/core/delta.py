"""What changed between two states of a topic. Pure: two states in, a delta out."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.core.alike import WordSets, similarity
from bot.core.assertions import assertion_of, is_as_sure, is_told_by
from bot.core.cards import Change, Delta
from bot.core.corrections import find_corrections
from bot.core.figure_disputes import differ
from bot.core.judging import carries_judgement
from bot.core.language.folding import fold
from bot.core.models import Range, Span
from bot.core.points import candidate_point, point_of
from bot.core.ranking import content_words
from bot.core.retelling import counts_alike, may_be_retold, own_first, retells, sums
from bot.core.shown import by_weight, favour
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from bot.core.cards import Point
    from bot.core.models import Figure, Language, Reading
    from bot.core.ranking import Candidate, Evidence

MOST_CHANGES = 3
LONGEST_CHANGE = 200
_KNOWN_ALREADY = 0.5
_SAME_COUNT = 0.3
_RELEVANT = 0.5
_ON_A_NEW_DAY = 0.12
_WORTH_TELLING = 0.4
_OF_THE_TOPIC = 0.3
_ABOUT = 0.3
_MOST_LOOKED_UP = 4
# News stands in the first sentences of a report, what was before behind them.
_OPENING = 2


def compare(  # noqa: PLR0913 - two states, and what lies between them
    before: Evidence,
    after: Evidence,
    *,
    added: AbstractSet[str],
    gone: AbstractSet[str],
    since: date | None,
    corrected: Sequence[tuple[Reading, Reading]] = (),
    language: Language | None = None,
) -> Delta:
    """What `after` tells of the topic that `before` did not, at most three changes.

    `added` and `gone` are the ids of all articles of the topic that came and went; the
    evidence holds only the most telling. New if there was nothing before, unchanged if nothing
    of what came or went is a change. `corrected` are articles with their new versions: a figure
    that was another before comes first. What two articles tell is shown in `language` if one
    of them does.
    """
    if not before.articles:
        return Delta("new", None, ())
    if not added and not gone:
        return Delta("unchanged", since, ())
    told_anew = _told_anew(before, after, added, since=since, language=language)
    changes = [*_corrections(after, corrected), *told_anew, *_withdrawn(before, gone)]
    if not changes:
        return Delta("unchanged", since, ())
    told = {change.point.spans: change for change in reversed(changes)}
    first = [change for change in changes if told[change.point.spans] is change]
    return Delta("updated", since, tuple(first[:MOST_CHANGES]))


def _corrections(after: Evidence, corrected: Iterable[tuple[Reading, Reading]]) -> Iterator[Change]:
    """The corrected figures in sentences that speak of the topic."""
    for old, new in corrected:
        for change in find_corrections(old, new, limit=LONGEST_CHANGE):
            span = change.point.spans[0]
            numbers = sentences_at(new.analysis.sentences, (Range(span.start, span.end),))
            if any((new.article.id, number) in after.relevance for number in numbers):
                yield change


def news_of(articles: Iterable[Reading], since: date) -> frozenset[tuple[str, int]]:
    """The sentences, by article id and number, that name a day after `since`.

    A day that is later than their article is none: it is yet to come.
    """
    return frozenset(
        (reading.article.id, number)
        for reading in articles
        for number in _telling_of_days_after(reading, since)
    )


def _telling_of_days_after(reading: Reading, since: date) -> tuple[int, ...]:
    printed = reading.article.published_on
    if printed is None:
        return ()
    first, last = since.isoformat(), printed.isoformat()
    dates = (mention for mention in reading.analysis.dates if first < (mention.date or "") <= last)
    return sentences_at(reading.analysis.sentences, [mention.range for mention in dates])


def _told_anew(
    before: Evidence,
    after: Evidence,
    added: AbstractSet[str],
    *,
    since: date | None,
    language: Language | None,
) -> Iterator[Change]:
    """What is new, the newest first, or at least the best that the new articles say."""
    arrived = [one for one in after.candidates if one.reading.article.id in added]
    about = {one.reading.article.id: one.subject.aboutness for one in after.articles}
    fresh = [
        one
        for one in arrived
        if _is_news(one, since, about[one.key[0]]) and not _looks_back(one, since)
    ]
    weights = {one.key: _newness(one, since) * favour(one.reading, language) for one in fresh}
    fresh.sort(key=lambda one: (_is_background(one, since), -weights[one.key], one.key))
    fresh = own_first(fresh, language, longest=LONGEST_CHANGE)
    known = [one for one in after.candidates if one.reading.article.id not in added]
    told = _Told(_told_in(before) if fresh else (), known)
    most = max((_newness(one, since) for one in fresh), default=0.0)
    changes = 0
    for candidate in fresh:
        if changes == MOST_CHANGES:
            break
        is_weak = _newness(candidate, since) < _WORTH_TELLING * most
        change = None if is_weak or told.tells(candidate) else _change(candidate, before)
        if change is not None:
            told.add(candidate)
            changes += 1
            change = replace(change, is_background=_is_background(candidate, since))
            yield _confirmed(change, candidate, fresh)
    if not changes:
        yield from _said_at_least(arrived, before, language)


def _confirmed(change: Change, candidate: Candidate, fresh: Sequence[Candidate]) -> Change:
    """The change with the sentences of other articles that tell the same news, as surely."""
    known = {span.article for span in (*change.point.spans, *change.point.supports)}
    also = [
        one
        for one in fresh
        if one.key[0] not in known
        and retells(candidate, one)
        and retells(one, candidate)
        and _is_certain(candidate, one)
    ]
    first = {one.key[0]: one for one in sorted(also, key=lambda one: one.key, reverse=True)}
    more = tuple(
        Span(article, first[article].sentence.start, first[article].sentence.end)
        for article in sorted(first)
    )
    point = replace(change.point, supports=(*change.point.supports, *more))
    return replace(change, point=point)


def _is_certain(one: Candidate, other: Candidate) -> bool:
    """Whether the same is done or counted, as surely: of one day there may be other news."""
    first = assertion_of(one.reading, one.number)
    second = assertion_of(other.reading, other.number)
    told = sums(one)
    return is_as_sure(first, second) and (
        counts_alike(one, other)
        or (bool(told) and told == sums(other))
        or not first.actions.isdisjoint(second.actions)
    )


def _said_at_least(
    arrived: Iterable[Candidate], before: Evidence, language: Language | None
) -> Iterator[Change]:
    """The best statement of the new articles, if it was not told: an opinion, or what was said.

    Of what opinion pieces say, what judges comes first. Background looks back: what it says of
    no new day is nothing new.
    """
    ranked = by_weight(arrived, language)
    ranked.sort(key=lambda one: (one.traits.quotes, _only_tells(one)))
    worth = (one for one in ranked if _is_worth_saying(one))
    for candidate in islice(worth, _MOST_LOOKED_UP):
        change = None if _was_told(candidate, before) else _change(candidate, before)
        if change is not None:
            yield change
            return


def _only_tells(candidate: Candidate) -> bool:
    """Whether it stands in an opinion piece but is no opinion."""
    is_opinion = candidate.reading.article.kind == "opinion"
    return is_opinion and not carries_judgement(candidate.reading, candidate.number)


def _is_worth_saying(candidate: Candidate) -> bool:
    traits = candidate.traits
    return (
        candidate.relevance >= _OF_THE_TOPIC
        and candidate.reading.article.kind != "background"
        and traits.stands_alone
        and not traits.asks
    )


def _was_told(candidate: Candidate, before: Evidence) -> bool:
    """Whether nearly the same was told, as surely. For a few sentences: it looks at all."""
    words, least = candidate.words, _KNOWN_ALREADY * len(candidate.words)
    alike = [
        (reading, number)
        for reading, number in _told_in(before)
        # Most share far too few, which is seen without looking at their other words.
        if len(words.intersection(reading.analysis.sentences[number].lemmas)) >= least
        and similarity(words, content_words(reading, number)) >= _KNOWN_ALREADY
    ]
    new = assertion_of(candidate.reading, candidate.number) if alike else None
    return new is not None and any(is_told_by(new, assertion_of(*place)) for place in alike)


def _newness(candidate: Candidate, since: date | None) -> float:
    """The weight; as if it named the topic for a sentence that tells of a day since then."""
    return candidate.weight / (candidate.relevance if _is_dated(candidate, since) else 1.0)


def _is_dated(candidate: Candidate, since: date | None) -> bool:
    """Whether it tells of a day since then."""
    return since is not None and candidate.number in _telling_of_days_after(
        candidate.reading, since
    )


def _is_background(candidate: Candidate, since: date | None) -> bool:
    """Whether it neither tells of a day since then nor stands where its article begins."""
    return candidate.number >= _OPENING and not _is_dated(candidate, since)


def _looks_back(candidate: Candidate, since: date | None) -> bool:
    """Whether it tells only of days before the earlier state, as background articles do."""
    dates = inside(candidate.reading.analysis.dates, candidate.sentence.range)
    known = [mention.date for mention in dates if mention.date]
    return since is not None and bool(known) and all(day < since.isoformat() for day in known)


def _told_in(state: Evidence) -> Iterator[tuple[Reading, int]]:
    """Each sentence that spoke of the topic."""
    for one in state.articles:
        for number in range(len(one.reading.analysis.sentences)):
            if (one.reading.article.id, number) in state.relevance:
                yield one.reading, number


class _Told:
    """Sentences that were told, which can be asked whether another adds anything."""

    def __init__(
        self, sentences: Iterable[tuple[Reading, int]], known: Sequence[Candidate]
    ) -> None:
        """Begin with these; `known` are the weightiest of them."""
        self._known = [one for one in known if may_be_retold(one)]
        self._sentences: list[tuple[Reading, int]] = []
        self._words = WordSets()
        self._news: list[Candidate] = []
        for reading, number in sentences:
            self._add(reading, number)

    def add(self, candidate: Candidate) -> None:
        """Count one more sentence as told, which is news itself."""
        self._add(candidate.reading, candidate.number)
        self._news.append(candidate)

    def _add(self, reading: Reading, number: int) -> None:
        self._sentences.append((reading, number))
        self._words.add(content_words(reading, number))

    def tells(self, candidate: Candidate) -> bool:
        """Whether nearly the same was told, as surely; a denial or a bare fact is news.

        So is no news that was told in other words, or in the other language; of what was told
        before, as surely: what was to come is news when it happens.
        """
        if any(_tells_otherwise(one, candidate) for one in self._news):
            return True
        alike = self._words.find(candidate.words, _KNOWN_ALREADY)
        new = assertion_of(candidate.reading, candidate.number) if alike else None
        if new is not None and any(
            is_told_by(new, assertion_of(*self._sentences[place])) for place in alike
        ):
            return True
        return may_be_retold(candidate) and any(
            _tells_otherwise(one, candidate) and _is_said_as_surely(one, candidate)
            for one in self._known
        )


def _is_said_as_surely(one: Candidate, other: Candidate) -> bool:
    return is_as_sure(
        assertion_of(one.reading, one.number), assertion_of(other.reading, other.number)
    )


def _tells_otherwise(one: Candidate, other: Candidate) -> bool:
    """Whether `one` tells the news of `other` in other words, or in the other language.

    Not if each says that something is done of which the other is silent: "gekauft", "verkauft".
    """
    if not retells(one, other):
        return False
    if one.reading.article.language != other.reading.article.language or counts_alike(one, other):
        return True
    first = assertion_of(one.reading, one.number).actions
    second = assertion_of(other.reading, other.number).actions
    return first <= second or second <= first


def _is_news(candidate: Candidate, since: date | None, aboutness: float) -> bool:
    """Whether it says who, how much or when, of the topic or of a day since then.

    What does not speak of the topic is news of it only in an article that is about it. Background
    looks back: of it, only what tells of a day since then.
    """
    is_dated = _is_dated(candidate, since)
    if candidate.reading.article.kind == "background" and not is_dated:
        return False
    told = len(candidate.names) > 1 or candidate.figures or is_dated
    needed = _ON_A_NEW_DAY if is_dated and aboutness >= _ABOUT else _RELEVANT
    return bool(told) and candidate.relevance >= needed and candidate.is_plain


def _change(candidate: Candidate, before: Evidence) -> Change | None:
    """A number that differs from one told before is a change of it, all else is new."""
    point = candidate_point(candidate, LONGEST_CHANGE)
    if point is None:
        return None
    for figure in inside(candidate.reading.analysis.figures, candidate.sentence.range):
        earlier = _earlier_figure(figure, candidate, before)
        if earlier is not None:
            return Change("changed", point, earlier)
    return Change("new", point)


def _earlier_figure(figure: Figure, candidate: Candidate, before: Evidence) -> Point | None:
    if not figure.counts:
        return None
    for one in before.articles:
        for other in one.reading.analysis.figures:
            if fold(other.counts) != fold(figure.counts) or other.unit != figure.unit:
                continue
            if differ(figure, other) and _is_same_matter(candidate, one.reading, other):
                return _sentence_with(one.reading, other)
    return None


def _is_same_matter(candidate: Candidate, reading: Reading, figure: Figure) -> bool:
    numbers = sentences_at(reading.analysis.sentences, (figure.range,))
    return any(
        similarity(candidate.words, content_words(reading, number)) >= _SAME_COUNT
        for number in numbers
    )


def _sentence_with(reading: Reading, figure: Figure) -> Point | None:
    numbers: Sequence[int] = sentences_at(reading.analysis.sentences, (figure.range,))
    for number in numbers:
        sentence = reading.analysis.sentences[number]
        return point_of(reading, sentence, LONGEST_CHANGE, keep=(figure.range,))
    return None


def _withdrawn(before: Evidence, gone: AbstractSet[str]) -> Iterator[Change]:
    """The best sentence of each article that is gone, unless somebody else said it too."""
    told: set[str] = set()
    for candidate in before.candidates:
        article_id = candidate.reading.article.id
        holders = {article_id, *(reading.article.id for reading, _ in candidate.supporters)}
        if not holders <= gone or article_id in told or not candidate.is_plain:
            continue
        point = candidate_point(candidate, LONGEST_CHANGE)
        if point is not None:
            told.add(article_id)
            yield Change("withdrawn", point)
