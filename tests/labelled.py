"""Small sets labelled by hand (tests/data), and how much of each the reader finds.

Each set is scored as found, right and expected: precision is right of found, recall right of
expected. The texts are invented; nothing in them is news.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builders import article

from bot.core.language.folding import fold
from bot.core.outcomes import CardFound
from bot.core.stories import find_stories
from bot.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.core.models import Name, Reading
    from bot.core.reading.reader import Reader
    from bot.core.reading.words import Lemmatiser

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, how many of these rightly, how many there are; and what was wrong."""

    found: int
    right: int
    expected: int
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        held = self.found + self.expected
        return 2 * self.right / held if held else 1.0


def load(name: str, language: str | None = None) -> list[dict[str, Any]]:
    """The cases of one set, of one language if asked for."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    return [one for one in cases if language in {None, one.get("language")}]


def score_cases(
    cases: Sequence[Mapping[str, Any]], judge: Callable[[Mapping[str, Any]], Score]
) -> Score:
    """The score of all cases together."""
    scores = [judge(case) for case in cases]
    return Score(
        sum(one.found for one in scores),
        sum(one.right for one in scores),
        sum(one.expected for one in scores),
        tuple(fault for one in scores for fault in one.wrong),
    )


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads cases and compares; one method for each set."""

    reader: Reader
    lemmatiser: Lemmatiser

    def read(self, case: Mapping[str, Any], **more: Any) -> Reading:
        """The case as an article that was read."""
        day = case.get("published")
        return self.reader.reading(
            article(case["text"], language=case["language"], on=day, title="", **more)
        )

    def roles(self, case: Mapping[str, Any]) -> Score:
        """Persons with the words that say what they are."""
        reading = self.read(case)
        expected: Mapping[str, Sequence[str]] = case["roles"]
        persons = {
            one.name: _role(reading, one)
            for one in reading.analysis.names
            if one.kind == "PER" and one.roles
        }
        right = {name for name, role in persons.items() if role in expected.get(name, ())}
        needed = {tuple(roles) for roles in expected.values()}
        return _score(case, persons, right=len(right), expected=len(needed))

    def figures(self, case: Mapping[str, Any]) -> Score:
        """Values with unit, qualifier and what is counted."""
        analysis = self.read(case).analysis
        found = [(one.value, one.unit, one.qualifier, fold(one.counts)) for one in analysis.figures]
        left = list(case["figures"])
        right = 0
        for value, unit, qualifier, counts in found:
            for one in left:
                if (value, unit, qualifier) == (one["value"], one["unit"], one["qualifier"]) and (
                    counts in {fold(text) for text in one["counts"]}
                ):
                    left.remove(one)
                    right += 1
                    break
        return _score(case, found, right=right, expected=len(case["figures"]))

    def dates(self, case: Mapping[str, Any]) -> Score:
        """Dates resolved against the day of publication."""
        analysis = self.read(case).analysis
        found = sorted(one.date for one in analysis.dates if one.date)
        right = len(set(found) & set(case["dates"]))
        return _score(case, found, right=right, expected=len(case["dates"]))

    def sentences(self, case: Mapping[str, Any]) -> Score:
        """Boundaries: where each sentence or heading but the last one ends."""
        pieces: Sequence[str] = case["sentences"]
        text = "".join(pieces)
        starts = accumulate(map(len, pieces[:-1]), initial=0)
        ends = [start + len(one.rstrip()) for start, one in zip(starts, pieces, strict=True)][:-1]
        analysis = self.read({**case, "text": text}).analysis
        found = sorted(one.end for one in (*analysis.headings, *analysis.sentences))[:-1]
        faults = [("cut", end) for end in sorted({*found} - {*ends})]
        faults += [("missed", end) for end in sorted({*ends} - {*found})]
        wrong = tuple(
            f"{fault} {text[max(0, end - 30) : end]} | {text[end:]}" for fault, end in faults
        )
        return Score(len(found), len({*found} & {*ends}), len(ends), wrong)

    def stance(self, case: Mapping[str, Any]) -> Score:
        """Who is for or against whom or what."""
        quotes = self.read(case).analysis.quotes
        found = {
            (one.speaker_name, one.stance, (one.towards or "").rstrip("."))
            for one in quotes
            if one.stance != "unclear"
        }
        right = sum(
            any(
                (speaker, stance) == (one["speaker"], one["stance"]) and towards in one["towards"]
                for speaker, stance, towards in found
            )
            for one in case["stances"]
        )
        return _score(case, found, right=right, expected=len(case["stances"]))

    def contradictions(self, case: Mapping[str, Any]) -> Score:
        """Pairs of points on the card of a topic that cannot both be right."""
        readings = [
            self.read(
                {"published": "2025-03-14", **one},
                id=f"a{number}",
                outlet=one.get("outlet", f"Blatt {number}"),
            )
            for number, one in enumerate(case["articles"])
        ]
        outcome = Library.of(readings, lemmatiser=self.lemmatiser).brief(case["topic"])
        pairs = outcome.card.disputed if isinstance(outcome, CardFound) else ()
        found = [tuple(point.text for point in pair.points) for pair in pairs]
        expected = case["disputed"]
        right = bool(expected) and any(_holds_both(pair, expected) for pair in found)
        return _score(case, found, right=int(right), expected=int(bool(expected)))

    def stories(self) -> Score:
        """Pairs of articles that are put into one group and tell of one event."""
        cases = load("stories")
        events = {case["id"]: case["event"] for case in cases}
        readings = [
            self.reader.reading(
                article(
                    case["text"],
                    id=case["id"],
                    title=case["title"],
                    language=case["language"],
                    on=case["published"],
                )
            )
            for case in cases
        ]
        found = [pair for group in find_stories(readings) for pair in _pairs(group)]
        expected = [pair for pair in _pairs([*events]) if events[pair[0]] == events[pair[1]]]
        right = [pair for pair in found if events[pair[0]] == events[pair[1]]]
        wrong = [f"{events[one]} = {events[other]}" for one, other in set(found) - set(right)]
        missed = [f"missed {events[pair[0]]} {pair}" for pair in set(expected) - set(found)]
        return Score(len(found), len(right), len(expected), tuple(sorted((*wrong, *missed))))


def _role(reading: Reading, name: Name) -> str:
    return reading.article.cut(name.roles[0])


def _holds_both(pair: Sequence[str], expected: Sequence[str]) -> bool:
    one, other = pair
    return any(
        left in one and right in other for left, right in (expected, (expected[1], expected[0]))
    )


def _pairs(items: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(items):
        for other in items[:place]:
            yield min(one, other), max(one, other)


def _score(
    case: Mapping[str, Any],
    found: Sequence[Any] | set[Any] | dict[Any, Any],
    *,
    right: int,
    expected: int,
) -> Score:
    text = case.get("text") or case["articles"]
    wrong = () if len(found) == right == expected else (f"{text} -> {found or 'nothing'}",)
    return Score(len(found), right, expected, wrong)
