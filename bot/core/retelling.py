"""Whether two sentences tell the same news in other words, or in the other language.

Words tell within a language, and only if most are the same. What is left are the day, the
names and the numbers: of one day, with the same names, whoever acts first, they are one news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.language.folding import spelling_key
from bot.core.language.number_words import small_number
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.models import Language
    from bot.core.ranking import Candidate

    _Mark = str | tuple[float, str] | frozenset[str]

_SAME_NAMES = 2
_TELLING_NAMES = 3
# Of two sentences with one day and the same names one retells the other if they share so much.
_ALIKE = 0.25
# "The Chinese company" names China in the other language's sentence alone.
_UNNAMED = 1
_YEAR = len("2025")
# Between a number and what it counts: "fünf weitere große Orte".
_NEXT_WORDS = 3
_SHORTEST_COUNTED = 3
_PARTS = frozenset("ab an auf aus bei ein fest frei her hin los mit nach vor weg zu".split())
_TIMES = frozenset(
    "jahr monat woche tag stunde minute mal year month week day hour minute time".split()
)


def retells(one: Candidate, other: Candidate) -> bool:
    """Whether who has read `one` learns next to nothing new from `other`.

    They tell of one day; in two languages it is enough if they name the same three or more, the
    same first. A figure or name that only `other` has is new.
    """
    is_translated = one.reading.article.language != other.reading.article.language
    if is_translated and _name_the_same(one, other):
        return True
    if not one.days or not other.days or not _share_day(one.days, other.days):
        return False
    if not _adds_nothing(one, other):
        return False
    shared = _shared_names(one, other)
    if shared and counts_alike(one, other):
        return True
    if len(shared | (_codes(one) & _codes(other))) < _SAME_NAMES:
        return False
    return _is_one_deed(one, other, is_translated=is_translated)


def may_be_retold(candidate: Candidate) -> bool:
    """Whether any sentence may retell it: it names a day, or enough of those who act."""
    return bool(candidate.days) or len(candidate.names) >= _TELLING_NAMES


def _is_one_deed(one: Candidate, other: Candidate, *, is_translated: bool) -> bool:
    """Whether the first who is named is the same, and in one language something is told alike."""
    if is_translated:
        return is_one_actor(one, other)
    if matter(one).isdisjoint(matter(other)):
        return False
    return similarity(one.words, other.words) >= _ALIKE or is_one_actor(one, other)


def own_first(
    candidates: Sequence[Candidate], language: Language | None, *, longest: int
) -> list[Candidate]:
    """The same in the same order, but what another language tells follows its twin in `language`.

    Twins say about the same: the news of one day, or the same amounts of the same names. A
    sentence of more than `longest` characters, which is rarely shown, brings none forward.
    """
    own = [one for one in candidates if one.reading.article.language == language]
    if not own or len(own) == len(candidates):
        return list(candidates)
    keyed: dict[_Mark, list[Candidate]] = {}
    for one in own:
        for mark in _marks(one):
            keyed.setdefault(mark, []).append(one)
    out: dict[tuple[str, int], Candidate] = {}
    for one in candidates:
        if _language(one) != language and one.sentence.end - one.sentence.start <= longest:
            near = {two.key: two for mark in _marks(one) for two in keyed.get(mark, ())}
            twins = [two for two in own if two.key in near and are_twins(one, two)]
            for twin in twins[:1]:
                out.setdefault(twin.key, twin)
        out.setdefault(one.key, one)
    return list(out.values())


def counts_alike(one: Candidate, other: Candidate) -> bool:
    """Whether both count as many of the same: "fünf weitere Orte", "fünf neue Standorte"."""
    return any(
        first == second and (what.endswith(which) or which.endswith(what))
        for first, what in _counts(one)
        for second, which in _counts(other)
    )


def matter(candidate: Candidate) -> frozenset[str]:
    """What is told of those who are named: the words that are neither names nor dates.

    A German verb stands for itself and with each part that may belong to it: "stellte … vor" is
    "vorstellen".
    """
    sentence, analysis = candidate.sentence, candidate.reading.analysis
    part = sentence.range
    apart = [one.range for one in inside(analysis.dates, part)]
    apart += [mention for mention, _ in named_in(analysis.names, part)]
    places = [
        place
        for place in range(len(sentence.words))
        if not any(held.contains(sentence.word_range(place)) for held in apart)
    ]
    verbs = [sentence.lemmas[place] for place in places if sentence.words[place][0].islower()]
    told = frozenset(sentence.lemmas[place] for place in places) & candidate.words
    parts = _PARTS.intersection(verbs)
    return told | frozenset(part + verb for part in parts for verb in verbs)


def sums(candidate: Candidate) -> frozenset[tuple[float, str]]:
    """The figures with a unit; bare counts are written as words in one sentence of two."""
    return frozenset(figure for figure in candidate.figures if figure[1])


def are_twins(one: Candidate, other: Candidate) -> bool:
    """Whether `other` says about what `one` says, with the same sums."""
    told = sums(one)
    if told != sums(other):
        return False
    return retells(one, other) or (bool(told) and len(one.names & other.names) >= _SAME_NAMES)


def _marks(candidate: Candidate) -> Iterator[_Mark]:
    """What twins have in common: a day or month, a sum, or all names."""
    for day in candidate.days:
        yield day
        yield day[: len("2025-01")]
    yield from sums(candidate)
    if len(candidate.names) >= _TELLING_NAMES:
        yield candidate.names


def _language(candidate: Candidate) -> Language:
    return candidate.reading.article.language


def _share_day(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name one day, or one of them its month: "in January"."""
    return any(
        first.startswith(second) or second.startswith(first)
        for first in one
        for second in other
        if min(len(first), len(second)) > _YEAR
    )


def _name_the_same(one: Candidate, other: Candidate) -> bool:
    return (
        len(one.names) >= _TELLING_NAMES
        and one.names == other.names
        and sums(one) == sums(other)
        and not (one.days and other.days)
        and is_one_actor(one, other)
    )


def _adds_nothing(one: Candidate, other: Candidate) -> bool:
    """Whether `other` has no sum, name, doubt or denial that `one` has not, and no speech."""
    most = _UNNAMED if _language(one) != _language(other) else 0
    return (
        sums(other) <= sums(one)
        and len(other.names - one.names - one.words) <= most
        and not (speaks(one) or speaks(other))
        and cues(one) == cues(other)
    )


def _shared_names(one: Candidate, other: Candidate) -> frozenset[str]:
    """The names that stand in both, recognised as names in one of them at least."""
    return (one.names & other.names) | ((one.names | other.names) & one.words & other.words)


def speaks(candidate: Candidate) -> bool:
    """Whether it reports what somebody said, of which there may be more on one day."""
    part = candidate.sentence.range
    return any(quote.range.overlaps(part) for quote in candidate.reading.analysis.quotes)


def cues(candidate: Candidate) -> frozenset[str]:
    """What it has of negations, hedges and conditions."""
    claims = inside(candidate.reading.analysis.claims, candidate.sentence.range)
    return frozenset(claim.kind for claim in claims if claim.kind != "opinion")


def _codes(candidate: Candidate) -> frozenset[str]:
    """Names of things that are spelled with a number in either language: "R1", "GPT-4"."""
    return frozenset(
        word
        for word in candidate.words
        if not word.isdigit() and not word.isalpha() and word[:1].isalpha()
    )


def _counts(candidate: Candidate) -> Iterator[tuple[int, str]]:
    """Numbers of the sentence with the next word that may be what they count."""
    sentence, language = candidate.sentence, _language(candidate)
    for place, word in enumerate(sentence.words):
        value = small_number(word, language)
        if value is None:
            continue
        behind = range(place + 1, min(place + 1 + _NEXT_WORDS, len(sentence.words)))
        nouns = (number for number in behind if _may_be_noun(sentence.words[number], language))
        noun = next(nouns, None)
        if noun is not None and sentence.lemmas[noun] not in _TIMES:
            yield value, sentence.lemmas[noun]


def _may_be_noun(word: str, language: Language) -> bool:
    if len(word) < _SHORTEST_COUNTED or not word.isalpha():
        return False
    return word[0].isupper() if language == "de" else True


def is_one_actor(one: Candidate, other: Candidate) -> bool:
    """Whether who is named first is the same: mostly they are who acts."""
    first, second = _first_name(one), _first_name(other)
    return bool(first and second) and (first.endswith(second) or second.endswith(first))


def _first_name(candidate: Candidate) -> str:
    part = candidate.sentence.range
    found = named_in(candidate.reading.analysis.names, part)
    first = min(found, default=None, key=lambda one: one[0].start)
    return spelling_key(first[1].name) if first else ""
