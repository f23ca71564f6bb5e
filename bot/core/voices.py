"""Who says what about a topic: the best words of each speaker."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.cards import Point, Voice
from bot.core.language.folding import fold
from bot.core.language.reference_words import POINTING_BACK_IN_TIME, POINTING_TIMES
from bot.core.language.speech_words import OBJECTS, POINTING, VERDICTS
from bot.core.models import Range
from bot.core.subjects import MAIN_SUBJECT, sentences_at
from bot.core.utterances import gives_again, join_parted, language_of, shown_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.cards import Dispute
    from bot.core.models import Language, Quote, Reading
    from bot.core.ranking import Evidence
    from bot.core.roles import Roles

    _Said = tuple[Reading, Quote]

MOST_VOICES = 4
LONGEST_DIRECT = 400
LONGEST_REPORTED = 240
_DIRECT = 1.5
_FRAGMENT = 1.1
_STANCE = 1.2
_HANGING = 0.4
_OF_THE_ARTICLE = 0.15
_ABOUT = 0.25
_NEAR = 0.35
# What weighs so much of the best is shown instead if it is in the reader's language.
_IN_LANGUAGE = 0.5
_FEWEST_LETTERS = 12
_OPENING_MARKS = tuple("„“\"»«‚‘'")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speech with the name of its speaker, its weight and the sentences it stands in.

    `towards` is the name under which whom it is for or against is known.
    """

    reading: Reading
    quote: Quote
    speaker: str
    score: float
    places: frozenset[tuple[str, int]]
    towards: str | None = None


def find_spoken(evidence: Evidence, display: Callable[[str], str]) -> tuple[Spoken, ...]:
    """What may be a voice: only speech with a certain speaker, and only whole quotations.

    `display` gives the name under which a speaker is known across articles.
    """
    return tuple(_all_spoken(evidence, display))


def choose_voices(
    found: Sequence[Spoken],
    *,
    roles: Roles,
    shown: AbstractSet[tuple[str, int]],
    retold: Callable[[_Said], _Said],
    disputed: Sequence[Dispute] = (),
) -> tuple[Voice, ...]:
    """At most four voices of those found, each speaker once, the weightiest first.

    Of what a speaker said, words in the language of the card are shown if they weigh about as much
    as others, or what `retold` knows of them. `shown` are the sentences, by article and number,
    that stand on the card already; `roles` says what a speaker is. Of what is `disputed` nothing
    is a voice as well, unless it is reported, told once, and neither side has said anything else
    word for word; who has not is none then.
    """
    spoken = sorted(
        (one for one in found if not one.places & shown),
        key=lambda one: (-one.score, one.reading.article.id, one.quote.range),
    )
    apart = _find_apart(disputed, spoken)
    chosen: list[Spoken] = []
    for one in spoken:
        if one.speaker in apart and one not in apart[one.speaker]:
            continue
        if one.speaker not in {other.speaker for other in chosen}:
            chosen.append(one)
    best = (_understood(roles.language, one, retold, shown) for one in chosen[:MOST_VOICES])
    others = [_in_language(roles.language, one, apart.get(one.speaker, spoken)) for one in best]
    return tuple(_voice(one, roles) for one in others)


def _understood(
    language: Language,
    one: Spoken,
    retold: Callable[[_Said], _Said],
    shown: AbstractSet[tuple[str, int]],
) -> Spoken:
    """The words, or how they are retold in the language of the card, unless that is shown."""
    if language_of(one.reading, one.quote) == language:
        return one
    reading, quote = retold((one.reading, one.quote))
    numbers = sentences_at(reading.analysis.sentences, (quote.range, quote.shown))
    places = frozenset((reading.article.id, number) for number in numbers)
    return one if places & shown else replace(one, reading=reading, quote=quote, places=places)


def _in_language(language: Language, best: Spoken, others: Sequence[Spoken]) -> Spoken:
    """The best words, or others of that speaker that the reader rather understands."""
    if language_of(best.reading, best.quote) == language:
        return best
    for one in others:
        if (
            one.speaker == best.speaker
            and one.reading.article.language == language
            and one.score >= _IN_LANGUAGE * best.score
            and language_of(one.reading, one.quote) == language
        ):
            return one
    return best


def _find_apart(
    disputed: Sequence[Dispute], spoken: Sequence[Spoken]
) -> Mapping[str, Sequence[Spoken]]:
    """What else those are quoted with whose words are told as disputed, by speaker."""
    apart: dict[str, list[Spoken]] = {}
    for pair in disputed:
        names = [speaker.name for speaker in pair.speakers if speaker]
        others = {name: _other_words(pair, name, spoken) for name in names}
        are_quoted = all(point.text.startswith(_OPENING_MARKS) for point in pair.points)
        if names and (are_quoted or pair.elsewhere or any(others.values())):
            for name, found in others.items():
                # Of two disputes neither is told again.
                known = apart.get(name, found)
                apart[name] = [one for one in found if one in known]
    return apart


def _other_words(pair: Dispute, name: str, spoken: Sequence[Spoken]) -> list[Spoken]:
    return [
        one
        for one in spoken
        if one.speaker == name
        and one.quote.mode == "direct"
        and not _is_fragment(one.reading, one.quote)
        and not any(_is_of(one, text) for text in (*_texts(pair), *pair.elsewhere))
    ]


def _texts(pair: Dispute) -> Iterator[str]:
    return (point.text for point in pair.points)


def _is_of(one: Spoken, told: str) -> bool:
    """Whether the speech is what is told, or a part of it, or it and more."""
    own, other = _bare(one.reading.article.cut(one.quote.shown)), _bare(told)
    return own in other or other in own


def is_in(one: Spoken, text: str) -> bool:
    """Whether the words themselves stand in the text, with marks of another kind."""
    return _bare(one.reading.article.cut(one.quote.range)) in text


def _bare(text: str) -> str:
    return " ".join(text.split()).strip("„“”\"»«‚‘’' .,!?")


def find_doubts(
    found: Sequence[Spoken], *, shown: AbstractSet[tuple[str, int]]
) -> frozenset[tuple[str, int]]:
    """Sentences that hold the only words of somebody who is for or against.

    They are kept for the voices; where somebody says more, the facts may report one of it.
    """
    spoken = [one for one in found if not one.places & shown and one.quote.stance != "unclear"]
    times = Counter(one.speaker for one in spoken)
    return frozenset(place for one in spoken if times[one.speaker] == 1 for place in one.places)


def _all_spoken(evidence: Evidence, display: Callable[[str], str]) -> Iterator[Spoken]:
    for article in evidence.articles:
        reading = article.reading
        for quote in join_parted(reading):
            if quote.speaker_name is None or not _fits(quote) or _points_back(reading, quote):
                continue
            numbers = sentences_at(reading.analysis.sentences, (quote.range, quote.shown))
            places = frozenset((reading.article.id, number) for number in numbers)
            score = _score(evidence, reading, quote, places, aboutness=article.subject.aboutness)
            if score > 0:
                towards = display(quote.towards) if quote.towards else None
                speaker = display(quote.speaker_name)
                yield Spoken(reading, quote, speaker, score, places, towards)


def _fits(quote: Quote) -> bool:
    size = quote.shown.end - quote.shown.start
    longest = LONGEST_DIRECT if quote.mode == "direct" else LONGEST_REPORTED
    return _FEWEST_LETTERS <= size <= longest


def _points_back(reading: Reading, quote: Quote) -> bool:
    """Whether all that is reported is of something said before: "Altman widersprach ihm".

    Shown beside other words of other people it would seem to answer those.
    """
    if quote.mode == "direct":
        return False
    words = reading.article.cut(quote.shown).lower().rstrip(".!?").split()
    if quote.shown == quote.range and any(
        pair[0] == quote.verb and pair[1] in OBJECTS for pair in pairwise(words)
    ):
        return True
    return any(
        word in POINTING and VERDICTS.issuperset(words[place + 1 :])
        for place, word in enumerate(words[:-1])
    )


def _is_fragment(reading: Reading, quote: Quote) -> bool:
    """Whether the quotation is a piece of a sentence: it begins in lower case within one."""
    words = reading.article.cut(quote.range).lstrip("„“”\"»«‚‘’' ")
    before = reading.article.text[: quote.range.start].rstrip()
    return words[:1].islower() and (before[-1:].isalnum() or before.endswith(","))


def _tells_when_by_another(reading: Reading, quote: Quote) -> bool:
    """Whether it was said "am selben Tag" or "at the time": what of, stands elsewhere."""
    told = f" {fold(reading.article.cut(quote.shown))} "
    return any(f" {phrase} " in told for phrase in (*POINTING_TIMES, *POINTING_BACK_IN_TIME))


def _score(
    evidence: Evidence,
    reading: Reading,
    quote: Quote,
    places: AbstractSet[tuple[str, int]],
    *,
    aboutness: float,
) -> float:
    """What is said in a sentence about the topic counts most; then what its article reports.

    A piece of a sentence does not say of what: the topic must be named, or the main subject.
    """
    told = [place for place in places if evidence.relevance.get(place, 0.0) >= _NEAR]
    near = max((evidence.scores[place] for place in told), default=0.0)
    # Background goes through much else.
    is_about = aboutness >= _ABOUT and reading.article.kind != "background"
    score = max(near, _OF_THE_ARTICLE * aboutness if is_about else 0.0)
    if quote.mode == "direct":
        is_fragment = _is_fragment(reading, quote)
        named = any(evidence.relevance.get(one, 0.0) >= 1.0 for one in places)
        if is_fragment and not named and aboutness < MAIN_SUBJECT:
            return 0.0
        score *= _FRAGMENT if is_fragment else _DIRECT
    elif _tells_when_by_another(reading, quote):
        score *= _HANGING
    return score * (_STANCE if quote.stance != "unclear" else 1.0)


def _voice(one: Spoken, roles: Roles) -> Voice:
    article = one.reading.article
    quote = _with_its_sentence(one, roles.language)
    sentences = one.reading.analysis.sentences
    said_in = (sentences[number].range for number in sentences_at(sentences, (quote.shown,)))
    is_whole = quote.mode == "direct" or quote.shown in said_in
    whole = quote.shown if is_whole else Range(0, len(article.text))
    point = Point.of(article, (shown_of(one.reading, quote),), whole=whole)
    return Voice(
        speaker=one.speaker,
        role=roles.of(one.speaker, article.id),
        mode=quote.mode,
        verb=quote.verb,
        stance=quote.stance,
        towards=one.towards,
        point=point,
    )


def _with_its_sentence(one: Spoken, language: Language) -> Quote:
    """The words; in another language with the sentences of the article that tell what they mean.

    "Muster sprach von „a wake-up call“, einem Weckruf" is in the language of the card, and so is a
    sentence right behind the words that gives them again: "Er hasse also jemanden".
    """
    reading, quote = one.reading, one.quote
    if (
        quote.mode == "reported"
        or reading.article.language != language
        or language_of(reading, quote) == language
    ):
        return quote
    sentences, traits = reading.analysis.sentences, reading.analysis.traits
    numbers = sentences_at(sentences, (quote.range,))
    first, last = numbers[0], numbers[-1]
    if gives_again(reading, last + 1):
        last += 1
    elif first != last or not (traits[first].stands_alone and _is_fragment(reading, quote)):
        return quote
    whole = Range(sentences[first].start, sentences[last].end)
    is_short = whole.end - whole.start <= LONGEST_REPORTED
    return replace(quote, mode="reported", shown=whole) if is_short else quote
