"""Hostile articles and questions: nothing crashes, nothing untraceable is shown, work is linear."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from builders import article
from core.hostile_texts import PIECES, count_steps, repeat
from core.invariants import faults_of_card, faults_of_digest, faults_of_reading
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.adapters.terminal.render import print_outlines
from bot.core.outcomes import Ambiguous, CardFound, NotFound
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import Silence
from bot.dialogue.conversation import Conversation, hear
from bot.dialogue.viewer import Viewer
from bot.library import Library

if TYPE_CHECKING:
    from bot.core.models import Language, Reading
    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser

NOW = datetime(2025, 3, 8, 6, 30, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("de", "en")
SOBER = (
    "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux. "
    "„Wir schaffen 300 Arbeitsplätze“, sagte Bürgermeisterin Anna Beispiel am Montag. "
    "Der Historiker Karl Muster bezweifelte, dass das Museum Nordlux genug Besucher findet."
)

characters = st.characters(exclude_categories=())
pieces = st.sampled_from([*PIECES.values(), *SOBER.split(), SOBER, " ", "\n\n"])
runs = st.builds(lambda piece, times: piece * times, pieces, st.integers(1, 12))
texts = st.lists(st.one_of(pieces, runs, st.text(characters, max_size=20)), max_size=40).map(
    "".join
)
languages = st.sampled_from(LANGUAGES)
# Slower than a step of work, and yet not so much that time would grow faster than the text.
TWICE = 2.6


def test_a_text_with_nothing_in_it_is_read(reader: Reader) -> None:
    for text in ("", " ", "\n", "\0"):
        assert [*faults_of_reading(article(text), reader.read(article(text)))] == []


@pytest.mark.parametrize("kind", PIECES)
def test_a_monotonous_text_is_read(kind: str, reader: Reader) -> None:
    for language in LANGUAGES:
        text = repeat(PIECES[kind], 1200)
        read = article(text, title=text[:150], language=language, on="2025-03-07")
        assert [*faults_of_reading(read, reader.read(read))] == []


@given(text=texts, language=languages)
@settings(max_examples=60)
def test_any_text_is_read_within_its_bounds(text: str, language: Language, reader: Reader) -> None:
    read = article(text, title=text[:80], language=language, on="2025-03-07")
    analysis = reader.read(read)
    assert [*faults_of_reading(read, analysis)] == []
    assert reader.read(read) == analysis


@given(first=texts, second=texts, language=languages)
@settings(max_examples=40)
def test_any_texts_make_cards_that_can_be_traced(
    first: str, second: str, language: Language, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    readings = [
        reader.reading(article(first, title=second[:80], language=language, on="2025-03-05")),
        reader.reading(article(second + SOBER, id="b", title=first[:80], on="2025-03-07")),
    ]
    assert [*faults_of_answers(Library.of(readings, lemmatiser=lemmatiser), first)] == []


@pytest.mark.parametrize("kind", PIECES)
def test_a_monotonous_text_makes_cards_that_can_be_traced(
    kind: str, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    text = repeat(PIECES[kind], 1500)
    readings = [
        reader.reading(article(text, title=text[:150], on="2025-03-05")),
        reader.reading(article(f"{SOBER}\n\n{text[3:]}", id="b", on="2025-03-07")),
    ]
    assert [*faults_of_answers(Library.of(readings, lemmatiser=lemmatiser), text)] == []


def faults_of_answers(library: Library, text: str) -> list[str]:
    faults = [*faults_of_digest(library.digest(NOW.date()), library.reading)]
    names = [line.name for line in library.topics()[:6]]
    for query in (*names, "Nordlux", "Wort", text[:60], text):
        outcome = library.brief(query)
        if isinstance(outcome, CardFound):
            faults += faults_of_card(outcome.card, library.reading)
    return faults


@pytest.fixture(scope="module")
def library(reader: Reader, lemmatiser: DictionaryLemmatiser) -> Library:
    readings: list[Reading] = [
        reader.reading(article(SOBER, title="Kiel baut Nordlux", on="2025-03-05")),
        reader.reading(article(repeat("Anna Beispiel \u202e„( ", 900), id="b", on="2025-03-07")),
    ]
    return Library.of(readings, lemmatiser=lemmatiser)


@given(query=st.one_of(texts, st.text(characters)))
@settings(max_examples=80)
def test_any_question_gets_an_answer(query: str, library: Library) -> None:
    assert isinstance(library.brief(query), CardFound | Ambiguous | NotFound)


@pytest.mark.parametrize("kind", PIECES)
def test_an_endless_question_is_no_more_work_than_a_long_one(kind: str, library: Library) -> None:
    long, endless = (repeat(PIECES[kind], size) for size in (3_000, 300_000))
    library.brief(long)  # what is built at the first question is built by now
    assert count_steps(lambda: library.brief(endless)) <= 1.2 * count_steps(
        lambda: library.brief(long)
    )


@given(said=st.lists(st.one_of(texts, st.text(characters)), min_size=1, max_size=4))
@settings(max_examples=60)
def test_nothing_said_upsets_the_conversation(said: list[str], library: Library) -> None:
    state = Conversation()
    for line in (*said, *(f"/briefing {line}" for line in said), *(f"/digest {x}" for x in said)):
        answer, state = hear(line, state, library=library, now=NOW)
        console = Console(file=io.StringIO(), width=80)
        print_outlines(outline_answer(answer, Viewer("de", now=NOW)), console)
        shown = console.file.getvalue()
        assert bool(shown.strip()) != isinstance(answer, Silence), line
        assert "\x1b" not in shown
        shown.encode()


SLOW_PIECES = [*PIECES][::6]


@pytest.mark.parametrize("kind", SLOW_PIECES)
def test_twice_the_text_is_twice_the_work(kind: str, reader: Reader) -> None:
    assert growth(kind, reader, size=1500) <= TWICE


@pytest.mark.corpus
@pytest.mark.parametrize("kind", PIECES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_twice_a_long_text_is_twice_the_work(kind: str, language: Language, reader: Reader) -> None:
    assert growth(kind, reader, size=12_000, language=language) <= TWICE


def growth(kind: str, reader: Reader, *, size: int, language: Language = "de") -> float:
    """How many times the steps of a text does the text of twice its length need."""
    steps = []
    for length in (size, 2 * size):
        text = repeat(PIECES[kind], length)
        read = article(text, title=text[:150], language=language, on="2025-03-07")
        # Once before, so that what is remembered between texts does not count.
        reader.read(read)
        steps.append(count_steps(lambda read=read: reader.read(read)))
    return steps[1] / steps[0]
