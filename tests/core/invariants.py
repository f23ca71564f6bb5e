"""What must hold of every reading, card and digest, told in plain sentences where it does not.

Written against the promises of the cards, not against the code that makes them: the words that
may never be cut away are listed here anew, with all their forms.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.core.card import points_of
from bot.core.cards import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.core.cards import DatedWording, Digest, Point, TopicCard, Voice
    from bot.core.models import Analysis, Article, Range, Reading, Sentence, Span

    Find = Callable[[str], Reading | None]

_LIMITS = {
    "answers": 2,
    "lead": 2,
    "changes": 3,
    "facts": 5,
    "figures": 8,
    "voices": 4,
    "disputed": 2,
    "open": 2,
    "timeline": 5,
    "related": 6,
}
_LONGEST_LEAD = 280
_LONGEST_FACT = 160
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MARKED = re.compile(
    r"„[^„“”\"\n]{1,400}[“”\"]|“[^“”\n]{1,400}”|(?<!\w)\"(?=\w)[^\"\n]{1,300}[\w.!?…]\"(?!\w)"
)
_BREAK = re.compile(r"[,;:.!?–—()„“”»«\"\n]")
_PARTNERS = {"„": '“”"‟', "“": '”"', "»": "«", "«": "»", '"': '"”“', "‚": "‘’", "‘": "’"}
_PARTNERS |= {"›": "‹", "‹": "›", "`": "'", "‟": '”"'}

# Negations, modals, attributions and conditions, each on lines of its own.
_NEVER_CUT = {
    "de": frozenset(
        """
        nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner
        keines keinerlei keinesfalls keineswegs weder ohne kaum nirgends
        soll sollen sollst sollt solle sollte sollten will wollen wolle wollte wollten kann können
        könne konnte konnten könnte könnten darf dürfen dürfe durfte durften dürfte dürften muss
        müssen müsse musste mussten müsste müssten mag mögen möge mochte mochten möchte möchten
        würde würden wäre wären hätte hätten
        laut zufolge angeblich angebliche angeblichen angeblicher angebliches offenbar anscheinend
        mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher vermutlich wohl vielleicht möglicherweise
        womöglich wonach demzufolge
        wenn falls sofern soweit solange außer vorausgesetzt ob nur lediglich
        """.split()
    ),
    "en": frozenset(
        """
        not no never none nobody nothing nowhere neither nor without cannot hardly barely can't
        won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't
        couldn't shouldn't
        may might can could would should must shall ought
        allegedly reportedly apparently supposedly purportedly perhaps maybe possibly probably
        according
        if unless whether only except provided
        """.split()
    ),
}


def faults_of_reading(article: Article, analysis: Analysis) -> Iterator[str]:
    """What is wrong with an analysis, one sentence each."""
    yield from _faults_of_sentences(article, analysis)
    yield from _faults_of_places(article, analysis)
    for quote in analysis.quotes:
        if not quote.shown.contains(quote.range):
            yield f"part of what is said is not shown: {article.cut(quote.range)!r}"
        if quote.mode == "direct" and quote.shown != quote.range:
            yield f"direct speech is shown with more than itself: {article.cut(quote.shown)!r}"
    for name in analysis.names:
        if not name.mentions or list(name.mentions) != sorted(set(name.mentions)):
            yield f"mentions of {name.name!r} out of order, twice or missing"


def _faults_of_places(article: Article, analysis: Analysis) -> Iterator[str]:
    places: dict[str, list[Range]] = {
        "name": [part for name in analysis.names for part in name.mentions],
        "role": [part for name in analysis.names for part in name.roles],
        "quote": [quote.range for quote in analysis.quotes],
        "shown quote": [quote.shown for quote in analysis.quotes],
        "speaker": [quote.speaker for quote in analysis.quotes if quote.speaker],
        "figure": [figure.range for figure in analysis.figures],
        "date": [mention.range for mention in analysis.dates],
        "claim": [claim.range for claim in analysis.claims],
    }
    for what, parts in places.items():
        for part in parts:
            if not 0 <= part.start < part.end <= len(article.text):
                yield f"{what} outside the text: {part}"
            elif article.cut(part) != article.cut(part).strip():
                yield f"{what} with white space at its edge: {article.cut(part)!r}"
        if what in {"quote", "figure", "date", "claim"} and parts != sorted(parts):
            yield f"each {what} should stand in the order of the text"


def _faults_of_sentences(article: Article, analysis: Analysis) -> Iterator[str]:
    count = len(analysis.sentences)
    if not count == len(analysis.salience) == len(analysis.traits):
        yield "salience and traits do not run parallel to the sentences"
    units = sorted((*analysis.sentences, *analysis.headings), key=lambda unit: unit.start)
    previous = 0
    for unit in units:
        if not previous <= unit.start < unit.end <= len(article.text):
            yield f"sentence out of order or outside: {unit.range}"
        elif article.cut(unit.range) != article.cut(unit.range).strip():
            yield f"sentence with white space at its edge: {unit.range}"
        if article.text[previous : unit.start].strip():
            yield f"text in no sentence: {article.text[previous : unit.start]!r}"
        previous = unit.end
        for number, word in enumerate(unit.words):
            if article.cut(unit.word_range(number)) != word:
                yield f"word {word!r} is not where it is said to be"
    if article.text[previous:].strip():
        yield f"text in no sentence: {article.text[previous:]!r}"


def faults_of_digest(digest: Digest, find: Find) -> Iterator[str]:
    """What is wrong with a digest, one sentence each."""
    for entry in digest.entries:
        yield from faults_of_card(entry.card, find)
        yield from _faults_of_point(entry.line, entry.card, find)
        if entry.line not in points_of(entry.card):
            yield f"the line of {entry.card.name} does not stand on its card"
    order = [entry.status for entry in digest.entries]
    if order != sorted(order, key=["new", "updated", "unchanged"].index):
        yield "the entries of the digest are out of order"


def faults_of_card(card: TopicCard, find: Find) -> Iterator[str]:
    """What is wrong with a card, one sentence each. `find` gives a reading by article id."""
    yield from _faults_of_limits(card)
    yield from _faults_of_sources(card)
    for point in points_of(card):
        yield from _faults_of_point(point, card, find)
    spoken = {voice.point.spans for voice in card.voices}
    for point in points_of(card):
        if point.spans not in spoken:
            yield from _words_cut_away(point, find)
            yield from _quotation_cut(point, find)
    for voice in card.voices:
        yield from _faults_of_voice(voice, find)
    yield from _told_twice(card, find)
    for item in card.figures:
        if item.point not in points_of(card):
            yield f"the figure {item.wording!r} stands in no point"
        elif item.wording not in item.point.text:
            yield f"the figure {item.wording!r} is not in its point"
    for wording in card.dates:
        yield from _faults_of_dated(wording, card, find)
    days = [item.date for item in card.timeline]
    if days != sorted(set(days)):
        yield "the timeline is out of order or has a day twice"


def _faults_of_dated(wording: DatedWording, card: TopicCard, find: Find) -> Iterator[str]:
    place = wording.span
    if find(place.article).article.text[place.start : place.end] != wording.resolved_from:
        yield f"the date {wording.resolved_from!r} is not what its span says"
    spans = [span for point in points_of(card) for span in point.spans]
    if not any(
        span.article == place.article and span.start <= place.start and place.end <= span.end
        for span in spans
    ):
        yield f"the date {wording.resolved_from!r} stands in no point"


def _faults_of_limits(card: TopicCard) -> Iterator[str]:
    for part, most in _LIMITS.items():
        if len(getattr(card, part)) > most:
            yield f"more than {most} in {part}"
    if sum(len(point.text) for point in card.lead) + len(card.lead) - 1 > _LONGEST_LEAD:
        yield "the lead is too long"
    for point in card.facts:
        if len(point.text) > _LONGEST_FACT:
            yield f"a fact of {len(point.text)} characters"


def _faults_of_sources(card: TopicCard) -> Iterator[str]:
    numbers = [source.n for source in card.sources]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"sources are numbered {numbers}"
    cited = {number for point in points_of(card) for number in point.sources}
    if cited != set(numbers):
        yield f"cited are {sorted(cited)}, listed {numbers}"


def _faults_of_point(point: Point, card: TopicCard, find: Find) -> Iterator[str]:
    texts: list[str] = []
    previous = ("", 0)
    for span in point.spans:
        reading = find(span.article)
        if reading is None:
            yield f"no article {span.article!r}"
            return
        if not 0 <= span.start < span.end <= len(reading.article.text):
            yield f"span outside the article: {span}"
        if previous[0] and (previous[0] != span.article or previous[1] > span.start):
            yield f"spans out of order: {point.spans}"
        previous = (span.article, span.end)
        texts.append(reading.article.text[span.start : span.end])
        for heading in reading.analysis.headings:
            if heading.start < span.end and span.start < heading.end:
                yield f"a heading is shown: {point.text!r}"
    if ELLIPSIS.join(texts) != point.text:
        yield f"text is not that of the spans: {point.text!r}"
    if point.kind == "verbatim" and len(point.spans) != 1:
        yield f"verbatim with several spans: {point.text!r}"
    yield from _faults_of_citation(point, card, find)


def _faults_of_citation(point: Point, card: TopicCard, find: Find) -> Iterator[str]:
    ids = {source.n: source.id for source in card.sources}
    told = dict.fromkeys(span.article for span in (*point.spans, *point.supports))
    if tuple(ids.get(number) for number in point.sources) != tuple(told):
        yield f"sources {point.sources} are not those of {point.text!r}"
    for span in point.supports:
        reading = find(span.article)
        if reading is None or not 0 <= span.start < span.end <= len(reading.article.text):
            yield f"a support that is not there: {span}"


def _sentences_of(point: Point, find: Find) -> list[tuple[Reading, Sentence]]:
    """Every sentence that a span of the point touches, once."""
    found: dict[tuple[str, int], tuple[Reading, Sentence]] = {}
    for span in point.spans:
        reading = find(span.article)
        for sentence in reading.analysis.sentences if reading else ():
            if reading and sentence.start < span.end and span.start < sentence.end:
                found[span.article, sentence.start] = (reading, sentence)
    return list(found.values())


def _words_cut_away(point: Point, find: Find) -> Iterator[str]:
    """A negation, modal, attribution or condition that the sentence has and the point has not."""
    if point.kind == "verbatim":
        return
    whole: Counter[str] = Counter()
    never: set[str] = set()
    for reading, sentence in _sentences_of(point, find):
        whole.update(_words(reading.article.cut(sentence.range)))
        never |= _NEVER_CUT[reading.article.language]
    lost = (whole - Counter(_words(point.text))).keys() & never
    if lost:
        yield f"cut away {sorted(lost)} from {point.text!r}"


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _quotation_cut(point: Point, find: Find) -> Iterator[str]:
    """An edge of a span between a quotation mark and its partner."""
    for span in point.spans:
        reading = find(span.article)
        if reading is None:
            continue
        text = reading.article.text
        begin, behind = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        end = behind if behind >= 0 else len(text)
        marked = [match.span() for match in _MARKED.finditer(text, begin, end)]
        marked += [quote.range for quote in reading.analysis.quotes if quote.mode == "direct"]
        if any(start < edge < stop for start, stop in marked for edge in span[1:]):
            yield f"a quotation is cut by {point.text!r}"


def _faults_of_voice(voice: Voice, find: Find) -> Iterator[str]:
    text = voice.point.text
    if len(voice.point.spans) != 1:
        yield f"cut within what {voice.speaker} says: {text!r}"
        return
    span = voice.point.spans[0]
    reading = find(span.article)
    if reading is None:
        return
    if voice.mode == "direct":
        closing = _PARTNERS.get(text[0], "")
        if not closing or text[-1] not in closing:
            yield f"direct speech without its marks: {text!r}"
        return
    yield from _clause_cut(voice, span, reading)


def _clause_cut(voice: Voice, span: Span, reading: Reading) -> Iterator[str]:
    """A word that decides what is meant, in the clause around the point but not in it."""
    text = reading.article.text
    for edge in (span.start, span.end):
        if 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum():
            yield f"a word is cut by {voice.point.text!r}"
    said_in = [said.range for _, said in _sentences_of(voice.point, {span.article: reading}.get)]
    before = _BREAK.split(text[min(part.start for part in said_in) : span.start])[-1]
    behind = _BREAK.split(text[span.end : max(part.end for part in said_in)])[0]
    lost = sorted({*_words(before), *_words(behind)} & _NEVER_CUT[reading.article.language])
    if lost:
        yield f"cut away {lost} around {voice.point.text!r}"


def _told_twice(card: TopicCard, find: Find) -> Iterator[str]:
    parts: Mapping[str, Sequence[Point]] = {
        "answers": card.answers,
        "lead": card.lead,
        "facts": card.facts,
        "open": card.open,
        "timeline": [item.point for item in card.timeline],
    }
    seen: dict[object, str] = {}
    for part, points in parts.items():
        for point in points:
            keys: Iterable[object] = {
                point.text,
                *((reading.article.id, said.start) for reading, said in _sentences_of(point, find)),
            }
            for key in keys:
                if key in seen:
                    yield f"shown in {seen[key]} and {part}: {point.text!r}"
            seen.update(dict.fromkeys(keys, part))
