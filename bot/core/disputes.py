"""Where the articles contradict each other: another number for one count, or a denial."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.core.cards import Dispute, Point, Speaker
from bot.core.figure_disputes import LONGEST_SIDE, find_figure_disputes
from bot.core.language.folding import FOLDED, spelling_key
from bot.core.language.speech_words import CHALLENGES, GOING_BACK
from bot.core.models import Range
from bot.core.opposites import find_opposites
from bot.core.subjects import sentences_at
from bot.core.utterances import find_retelling, language_of
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.core.models import Language, Quote, Reading
    from bot.core.ranking import Evidence
    from bot.core.roles import Roles

    _Said = tuple[Reading, Quote]

MOST_DISPUTES = 2
_RELEVANT = 0.5
# What answers a claim about the topic need not name the topic again.
_ANSWER = 0.2
# An accusation is answered within days.
_SAME_DAYS = 7
# An answer stands at most so many sentences behind what it answers.
_NEAR = 3
# So many denials are compared with each other; a topic has rarely more.
_MOST_WEIGHED = 12
# As far behind an answer an article goes back to what that answers.
_BACK = 4


def find_contradictions(evidence: Evidence) -> tuple[Dispute, ...]:
    """At most two pairs of statements of the articles' own that cannot both be right.

    What one article denies comes before what two count differently.
    """
    found = chain(find_opposites(evidence), find_figure_disputes(evidence))
    return _first_of(map(Dispute, found))


def find_disputes(
    evidence: Evidence,
    *,
    known: Sequence[Dispute],
    display: Callable[[str], str],
    roles: Roles,
) -> tuple[Dispute, ...]:
    """At most two pairs that cannot both be right: `known` first, then what somebody rejects.

    What two people dispute within days is shown once, if it can be in the language of the card.
    """
    denials = chain(
        _denials(evidence, display),
        _denials_told_first(evidence, display),
        _denials_elsewhere(evidence, display),
    )
    quarrels = _by_quarrel(islice(denials, _MOST_WEIGHED), display)
    told = (_best_of(quarrel, evidence, display, roles) for quarrel in quarrels)
    return _first_of(chain(known, told))


def _best_of(
    quarrel: Sequence[tuple[_Said, _Said]],
    evidence: Evidence,
    display: Callable[[str], str],
    roles: Roles,
) -> Dispute:
    """What is told of it in the language of the card, else word for word, else first."""
    claim, answer = quarrel[0]
    if len(quarrel) > 1:
        claim, answer = max(quarrel, key=lambda pair: _how_much_in(roles.language, pair))
    shown = (find_retelling(evidence, claim, display, roles.language), answer)
    others = (one for pair in quarrel for one in pair if one not in shown)
    elsewhere = dict.fromkeys(reading.article.cut(quote.shown) for reading, quote in others)
    return replace(_told(*shown, display, roles), elsewhere=tuple(elsewhere))


def _by_quarrel(
    denials: Iterable[tuple[_Said, _Said]], display: Callable[[str], str]
) -> list[list[tuple[_Said, _Said]]]:
    """Those of the same two people and the same days together, in the order of their first."""
    quarrels: dict[tuple[str, ...], list[list[tuple[_Said, _Said]]]] = {}
    ordered: list[list[tuple[_Said, _Said]]] = []
    for pair in denials:
        known = quarrels.setdefault(tuple(display(one.speaker_name or "") for _, one in pair), [])
        reading = pair[0][0]
        quarrel = next((one for one in known if _is_retold_in(reading, one)), None)
        if quarrel is None:
            quarrel = []
            known.append(quarrel)
            ordered.append(quarrel)
        quarrel.append(pair)
    return ordered


def _is_retold_in(reading: Reading, quarrel: Sequence[tuple[_Said, _Said]]) -> bool:
    """Whether the article is one more of the same days: what one tells twice are two claims."""
    told = [claim[0] for claim, _ in quarrel]
    return abs(_days_between(told[0], reading)) <= _SAME_DAYS and not any(
        one.article.id == reading.article.id for one in told
    )


def _how_much_in(language: Language, pair: tuple[_Said, _Said]) -> tuple[int, int]:
    """How many of both sides are in the language, and how many are somebody's exact words."""
    own = sum(language_of(reading, quote) == language for reading, quote in pair)
    return own, sum(quote.mode == "direct" for _, quote in pair)


def without_told(disputed: Iterable[Dispute], shown: Iterable[Point]) -> tuple[Dispute, ...]:
    """Those of which not both sides are among `shown`."""
    told = {point.spans for point in shown}
    return tuple(
        pair for pair in disputed if not told.issuperset(point.spans for point in pair.points)
    )


def _told(claim: _Said, answer: _Said, display: Callable[[str], str], roles: Roles) -> Dispute:
    one, other = (
        Speaker(name, roles.of(name, reading.article.id))
        for reading, name in (
            (reading, display(quote.speaker_name or "")) for reading, quote in (claim, answer)
        )
    )
    return Dispute((_words(*claim), _words(*answer)), (one, other))


def _first_of(found: Iterable[Dispute]) -> tuple[Dispute, ...]:
    seen: set[frozenset[str]] = set()
    claims: set[tuple[str, str]] = set()
    out: list[Dispute] = []
    for dispute in found:
        one, other = dispute.points
        # Of papers that carry one text each would contradict a third.
        key = frozenset((one.text, other.text))
        # Two papers may report one answer to one claim, each in its words.
        claimant = dispute.speakers[0]
        claim = (claimant.name, spelling_key(one.text)) if claimant else None
        if key in seen or claim in claims:
            continue
        seen.add(key)
        if claim:
            claims.add(claim)
        out.append(dispute)
        if len(out) == MOST_DISPUTES:
            break
    return tuple(out)


def _denials(evidence: Evidence, display: Callable[[str], str]) -> Iterator[tuple[_Said, _Said]]:
    """What somebody said, and the words of another who rejects it later in the same article.

    Of several answers to one claim, what was said directly, else the longest.
    """
    for article in evidence.articles:
        answers: dict[Quote, list[Quote]] = {}
        for claim, answer in _answered(evidence, article.reading, display):
            answers.setdefault(claim, []).append(answer)
        for claim, found in answers.items():
            answer = max(found, key=lambda one: (one.mode == "direct", _size(one)))
            yield (article.reading, claim), (article.reading, answer)


def _denials_told_first(
    evidence: Evidence, display: Callable[[str], str]
) -> Iterator[tuple[_Said, _Said]]:
    """What somebody rejects without saying whose it is, and what the article goes back to.

    "Die Stadt wies Zweifel am Bau zurück. Zuvor hatte Muster ihn in Frage gestellt": soon behind
    the answer a sentence begins with such a word, names its speaker and doubts or claims. What is
    shown are the first words of that speaker in it or right behind it.
    """
    for article in evidence.articles:
        reading = article.reading
        quotes = [one for one in reading.analysis.quotes if one.speaker_name]
        answers = [
            one
            for one in quotes
            if one.stance == "against" and not one.towards and _rejects(reading, one)
        ]
        for answer in answers:
            claim = _told_behind(reading, answer, quotes, display)
            if claim is None:
                continue
            sides = (claim, answer)
            # The article joins them, so that one of them need not be about the topic.
            if any(_is_told(evidence, reading, one, _RELEVANT) for one in sides) and all(
                _is_told(evidence, reading, one, 0.0) for one in sides
            ):
                yield (reading, claim), (reading, answer)


def _told_behind(
    reading: Reading, answer: Quote, quotes: Sequence[Quote], display: Callable[[str], str]
) -> Quote | None:
    sentences = reading.analysis.sentences
    number = sentences_at(sentences, (answer.shown,))[-1]
    for place in range(number + 1, min(number + 1 + _BACK, len(sentences))):
        sentence = sentences[place]
        goes_back = any(FOLDED[word] in GOING_BACK for word in sentence.words[:1])
        if not goes_back or CHALLENGES.isdisjoint(sentence.lemmas):
            continue
        named = {name.name for _, name in named_in(reading.analysis.names, sentence.range)}
        near = Range(sentence.start, sentences[min(place + 1, len(sentences) - 1)].end)
        return next(
            (
                one
                for one in quotes
                if near.overlaps(one.range)
                and one.speaker_name in named
                and display(one.speaker_name or "") != display(answer.speaker_name or "")
            ),
            None,
        )
    return None


def _denials_elsewhere(
    evidence: Evidence, display: Callable[[str], str]
) -> Iterator[tuple[_Said, _Said]]:
    """An accusation, and the words of the accused against the accuser in another article.

    Each must name the other: who else is for or against whom says nothing about this claim. The
    answer stands in an article of the same days or later, and with a word that denies.
    """
    said: dict[tuple[str, str], list[_Said]] = {}
    for article in evidence.articles:
        for quote in article.reading.analysis.quotes:
            if quote.speaker_name and quote.towards and quote.stance == "against":
                pair = (_person(display(quote.speaker_name)), _person(display(quote.towards)))
                said.setdefault(pair, []).append((article.reading, quote))
    for (accuser, accused), claims in sorted(said.items()):
        for reading, claim in claims:
            if _rejects(reading, claim) or not _is_told(evidence, reading, claim, _RELEVANT):
                continue
            for other, answer in said.get((accused, accuser), ()):
                if (
                    other.article.id != reading.article.id
                    and 0 <= _days_between(reading, other) <= _SAME_DAYS
                    and _rejects(other, answer)
                    and _is_told(evidence, other, answer, _ANSWER)
                ):
                    yield (reading, claim), (other, answer)


def _person(name: str) -> str:
    """One key for "Karl Muster" and "Karl Musters", which may be all that an article writes."""
    return spelling_key(name).removesuffix("s")


def _days_between(one: Reading, other: Reading) -> int:
    first, second = one.article.published_on, other.article.published_on
    return (second - first).days if first and second else 0


def _rejects(reading: Reading, quote: Quote) -> bool:
    """Whether a word that denies stands in the sentences of the quotation."""
    sentences = reading.analysis.sentences
    numbers = sentences_at(sentences, (quote.shown, quote.speaker or quote.shown))
    around = Range(sentences[numbers[0]].start, sentences[numbers[-1]].end)
    return any(cue.kind == "denial" for cue in inside(reading.analysis.claims, around))


def _answered(
    evidence: Evidence, reading: Reading, display: Callable[[str], str]
) -> Iterator[tuple[Quote, Quote]]:
    """Claims with their answers.

    All accusations of whoever is answered; of what else they said only the last words right
    before, and only where the answer denies. The claims are about the topic, or it answers.
    """
    accusations: dict[str, list[Quote]] = {}
    latest: dict[str, Quote] = {}
    topic = {one.subject.key for one in evidence.articles}
    for quote in reading.analysis.quotes:
        if not quote.speaker_name or not _is_told(evidence, reading, quote, _ANSWER):
            continue
        speaker = display(quote.speaker_name)
        if quote.stance == "against":
            answered = display(quote.towards) if quote.towards else ""
            claims = accusations.get(answered, [])
            last = latest.get(answered)
            if last and not claims and _denies(reading, last, quote):
                claims = [last]
            yield from (
                (one, quote)
                for one in claims
                if one.range.start < quote.range.start
                and (spelling_key(speaker) in topic or _is_told(evidence, reading, one, _RELEVANT))
            )
            accusations.setdefault(speaker, []).append(quote)
        latest[speaker] = quote


def _denies(reading: Reading, claim: Quote, answer: Quote) -> bool:
    """Whether the answer stands near the claim, with a word that denies in its sentences."""
    if answer.range.start < claim.range.end:
        return False
    sentences = reading.analysis.sentences
    numbers = sentences_at(sentences, (claim.range, answer.range, answer.speaker or answer.range))
    if numbers[-1] - numbers[0] > _NEAR:
        return False
    around = Range(claim.range.end, sentences[numbers[-1]].end)
    return any(cue.kind == "denial" for cue in inside(reading.analysis.claims, around))


def _is_told(evidence: Evidence, reading: Reading, quote: Quote, least: float) -> bool:
    numbers = sentences_at(reading.analysis.sentences, (quote.shown,))
    return _size(quote) <= LONGEST_SIDE and any(
        evidence.relevance.get((reading.article.id, number), 0.0) >= least
        and not reading.analysis.traits[number].judges
        for number in numbers
    )


def _size(quote: Quote) -> int:
    return quote.shown.end - quote.shown.start


def _words(reading: Reading, quote: Quote) -> Point:
    return Point.of(reading.article, (quote.shown,), whole=quote.shown)
