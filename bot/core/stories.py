"""Which articles tell of one event, in one language or across German and English.

Names, figures and days are the same in every language, words are compared within one. Articles
are the same story when they came out within days of each other and enough of all that agrees.
Copies of one text are told by `copies`. Knows no topic.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS
from bot.core.language.exonyms import shared_key
from bot.core.language.unit_words import DURATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.models import Figure, Language, Name, Reading

# An event is told for some days; what comes later is what followed from it.
MOST_DAYS_APART = 3
SAME_STORY = 0.55

# Weights of what agrees, chosen on the pairs of tests/data/stories.jsonl among few round numbers.
_NAMES = 0.5
_FIGURES = 0.5
_DAYS = 0.1
_WORDS = 0.3
# Figures or days that only one of them has speak a little against.
_ONE_SIDED = 0.2
# Small counts ("drei Orte") are in many articles.
_SMALL = 13
_SMALL_WEIGHT = 0.4
# Articles that share less than this many keys are not compared at all.
_FEWEST_SHARED = 2
# What every tenth article of a large library names says little; it starts no comparison.
_COMMON = 0.1
_LARGE = 500


@dataclass(frozen=True, slots=True)
class Traces:
    """What an article leaves of its event: keys of names, figures, days, and its words.

    `names` are keys of recognised names alone, `capitals` of all words with a capital, by
    which a name is found that only the other article's reading recognised.
    """

    article: str
    language: Language
    day: int
    names: frozenset[str]
    capitals: frozenset[str]
    figures: frozenset[tuple[float, str]]
    days: frozenset[str]
    words: frozenset[str]


def traces_of(reading: Reading) -> Traces:
    """The traces of one article, its title included."""
    article, analysis = reading.article, reading.analysis
    sentences = (*analysis.sentences, *analysis.headings)
    written = [word for sentence in sentences for word in sentence.words[1:]]
    return Traces(
        article=article.id,
        language=article.language,
        day=article.published_on.toordinal() if article.published_on else 0,
        names=frozenset(chain.from_iterable(map(_name_keys, analysis.names))),
        capitals=frozenset(_word_key(word) for word in written if word[:1].isupper()),
        figures=frozenset((one.value, one.unit) for one in analysis.figures if _tells(one)),
        days=frozenset(one.date for one in analysis.dates if one.date and one.precision == "day"),
        words=frozenset(lemma for one in sentences for lemma in one.lemmas) - STOPWORDS,
    )


def _name_keys(name: Name) -> Iterable[str]:
    """A person by the family name, all else as a whole and by its words."""
    words = name.name.split()
    if name.kind == "PER":
        return (_word_key(words[-1]),)
    return (shared_key(name.name), *(_word_key(word) for word in words if word[:1].isupper()))


def _word_key(word: str) -> str:
    """The key of a word in both languages, without a genitive s."""
    bare = word.replace("’", "'").partition("'")[0]
    key = shared_key(bare)
    return key.removesuffix("s") if len(key) > len("xyzs") else key


def _tells(figure: Figure) -> bool:
    return figure.unit not in DURATIONS


class Rarity:
    """How much it says that two articles share a key: more, the fewer articles have it."""

    def __init__(self, traces: Iterable[Traces]) -> None:
        """Count the articles of every key."""
        known = [*traces]
        self.articles = len(known)
        self._holders: Counter[object] = Counter()
        for one in known:
            self._holders.update(_keys_of(one))

    def of(self, key: object) -> float:
        """1 for what all articles hold, more for less."""
        return 1.0 + log((1 + self.articles) / (1 + self._holders[key]))

    def sum(self, keys: Iterable[object]) -> float:
        """The rarity of all keys together, in an order of its own so that sums are exact."""
        return sum(sorted(self.of(key) for key in keys))

    def is_common(self, key: object) -> bool:
        """Whether so many articles of a large library hold it that it tells nothing."""
        return self.articles >= _LARGE and self._holders[key] > _COMMON * self.articles


def _keys_of(traces: Traces) -> frozenset[object]:
    return traces.names | traces.capitals | traces.figures | traces.days | traces.words


def likeness(one: Traces, other: Traces, rarity: Rarity) -> float:
    """How far two articles agree, 0 to 1; 0 if they came out too many days apart."""
    if one.day and other.day and abs(one.day - other.day) > MOST_DAYS_APART:
        return 0.0
    parts = [(_NAMES, _shared_names(one, other, rarity))]
    if one.figures or other.figures:
        both = bool(one.figures and other.figures)
        parts.append((_share(_FIGURES, both=both), _shared_figures(one, other, rarity)))
    if one.days or other.days:
        both = bool(one.days and other.days)
        parts.append((_share(_DAYS, both=both), float(bool(one.days & other.days))))
    if one.language == other.language:
        parts.append((_WORDS, _dice(one.words, other.words, rarity)))
    return sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)


def _share(weight: float, *, both: bool) -> float:
    return weight if both else _ONE_SIDED * weight


def _shared_names(one: Traces, other: Traces, rarity: Rarity) -> float:
    """Names that both know, and names of one that the other writes with a capital."""
    shared = (one.names & (other.names | other.capitals)) | (other.names & one.capitals)
    held = rarity.sum(one.names | shared) + rarity.sum(other.names | shared)
    return 2 * rarity.sum(shared) / held if held else 0.0


def _shared_figures(one: Traces, other: Traces, rarity: Rarity) -> float:
    def total(figures: Iterable[tuple[float, str]]) -> float:
        return sum(sorted(rarity.of(one) * _weight(one) for one in figures))

    return 2 * total(one.figures & other.figures) / (total(one.figures) + total(other.figures))


def _weight(figure: tuple[float, str]) -> float:
    value, unit = figure
    return _SMALL_WEIGHT if not unit and value < _SMALL else 1.0


def _dice(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    held = rarity.sum(one) + rarity.sum(other)
    return 2 * rarity.sum(one & other) / held if held else 0.0


def find_stories(readings: Iterable[Reading]) -> tuple[tuple[str, ...], ...]:
    """Groups of ids of articles that tell of one event; an article alone is a group as well.

    Groups and ids are in the order of publication, then of ids; the order given does not
    matter. An article joins the group with which it agrees most on average.
    """
    traces = sorted(map(traces_of, readings), key=lambda one: (one.day, one.article))
    rarity = Rarity(traces)
    near = _compared(traces, rarity)
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    for number, likes in enumerate(near):
        best = _best_group(groups, home, likes)
        if best is None:
            home[number] = len(groups)
            groups.append([number])
        else:
            home[number] = best
            groups[best].append(number)
    return tuple(tuple(traces[number].article for number in group) for group in groups)


def _compared(traces: Sequence[Traces], rarity: Rarity) -> list[dict[int, float]]:
    """For each article the likeness to those before it that share rare keys with it."""
    holders: dict[object, list[int]] = {}
    near: list[dict[int, float]] = []
    for number, one in enumerate(traces):
        shared: Counter[int] = Counter()
        keys = [key for key in one.names | one.capitals | one.figures if not rarity.is_common(key)]
        for key in keys:
            shared.update(holders.get(key, ()))
            holders.setdefault(key, []).append(number)
        near.append(
            {
                other: likeness(one, traces[other], rarity)
                for other, count in sorted(shared.items())
                if count >= _FEWEST_SHARED
            }
        )
    return near


def _best_group(
    groups: Sequence[Sequence[int]], home: Mapping[int, int], likes: Mapping[int, float]
) -> int | None:
    best: tuple[float, int] | None = None
    for group in sorted({home[other] for other in likes}):
        mean = sum(likes.get(other, 0.0) for other in groups[group]) / len(groups[group])
        if mean >= SAME_STORY and (best is None or mean > best[0]):
            best = (mean, group)
    return best[1] if best else None
