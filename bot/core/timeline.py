"""The dates of a topic: each once, with its best sentence."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bot.core.bearing import bearing_of
from bot.core.cards import Point, TimelineItem
from bot.core.chronicle import behind_its_date
from bot.core.points import point_of
from bot.core.ranking import NEAR_THE_TOPIC
from bot.core.retelling import are_twins
from bot.core.shown import favour
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.models import DateMention, Language, Reading
    from bot.core.ranking import Candidate, Evidence, TopicArticle
    from bot.core.shown import Shown

LONGEST_DATED = 160
MOST_DATES = 5

# What was longer ago than this before the first article is of another matter.
_YEARS_BEFORE = 1


class _Dated(NamedTuple):
    """A sentence that names a day, month or year."""

    score: float
    mention: DateMention
    reading: Reading
    number: int

    @property
    def key(self) -> tuple[str, int]:
        """Article and place."""
        return (self.reading.article.id, self.number)


def choose_dates(evidence: Evidence, shown: Shown, language: Language) -> tuple[TimelineItem, ...]:
    """At most five dates, each with its best sentence, the earliest first.

    What the card shows already is left out; what is chosen is shown from then on.
    """
    candidates = {one.key: one for one in evidence.candidates}
    found: dict[str, list[_Dated]] = {}
    for dated in _all_dated(evidence, language):
        found.setdefault(dated.mention.date or "", []).append(dated)
    best = {day: _best_dated(told, candidates, language) for day, told in found.items()}
    items: dict[str, TimelineItem] = {}
    for day, dated in sorted(best.items(), key=lambda row: (-row[1].score, row[0])):
        reading, number, mention = dated.reading, dated.number, dated.mention
        point = _dated_point(reading, number, mention)
        candidate = candidates.get(dated.key)
        if point is None or shown.holds(reading, number):
            continue
        if candidate is not None:
            if shown.repeats(candidate):
                continue
            shown.add(candidate)
        shown.note(reading, number)
        items[day] = TimelineItem(day, mention.precision, mention.resolved_from, point)
        if len(items) == MOST_DATES:
            break
    return tuple(items[day] for day in sorted(items))


def _all_dated(evidence: Evidence, language: Language) -> Iterator[_Dated]:
    """Every date of the topic with its sentence; long before it only what names the topic."""
    oldest = _year_of(evidence) - _YEARS_BEFORE
    weighed = {one.key: one.bearing for one in evidence.candidates}
    for one in evidence.articles:
        reading = one.reading
        for mention in reading.analysis.dates:
            if mention.date is None:
                continue
            for number in sentences_at(reading.analysis.sentences, (mention.range,)):
                key = (reading.article.id, number)
                relevance = evidence.relevance.get(key, 0.0)
                is_near = relevance >= 1.0 or int(mention.date[:4]) >= oldest
                if relevance < NEAR_THE_TOPIC or not (is_near and _may_stand(one, mention, number)):
                    continue
                bearing = weighed.get(key) or bearing_of(one, number, evidence.relevance)
                if not bearing.is_empty:
                    score = evidence.scores[key] * favour(reading, language) * bearing.weight
                    yield _Dated(score, mention, reading, number)


def _may_stand(one: TopicArticle, mention: DateMention, number: int) -> bool:
    """Whether it is a plain statement, and has no closer wording of the same date."""
    is_plain = one.reading.analysis.traits[number].is_plain
    return is_plain and not _is_told_closer(one.reading, number, mention)


def _year_of(evidence: Evidence) -> int:
    """The year of the earliest article, 0 if none has a day."""
    days = [one.reading.article.published_on for one in evidence.articles]
    return min((day.year for day in days if day), default=0)


def _is_told_closer(reading: Reading, number: int, mention: DateMention) -> bool:
    """Whether the sentence has the day as well: "7. Juni 2025, vor zwei Monaten"."""
    part = reading.analysis.sentences[number].range
    return any(
        one.date and one.date != mention.date and one.date.startswith(mention.date or "")
        for one in inside(reading.analysis.dates, part)
    )


def _best_dated(
    told: Sequence[_Dated], candidates: Mapping[tuple[str, int], Candidate], language: Language
) -> _Dated:
    """The best sentence for a date, or the best in `language` that says about the same."""
    best = max(told, key=_score) if len(told) > 1 else told[0]
    if best.reading.article.language == language:
        return best
    known = candidates.get(best.key)
    if known is None:
        return best
    own = [one for one in told if one.reading.article.language == language]
    twins = [one for one in own if one.key in candidates and are_twins(known, candidates[one.key])]
    return max(twins, key=_score, default=best)


_score = attrgetter("score")


def _dated_point(reading: Reading, number: int, mention: DateMention) -> Point | None:
    """The sentence, without the day that opens it: that stands beside it."""
    sentence = reading.analysis.sentences[number]
    part = behind_its_date(reading, sentence, mention)
    if part is not None and part.end - part.start <= LONGEST_DATED:
        return Point.of(reading.article, (part,), whole=sentence.range)
    return point_of(reading, sentence, LONGEST_DATED, keep=(mention.range,))
