"""Threads in which we have spoken, and messages of others that name a topic."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.naming import topics_named
from bot.desk.people import Asker, Place
from bot.dialogue.answers import CardAnswer, ChoiceAnswer, NotFoundAnswer
from bot.library import Library
from bot.sources.collecting import collect
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.lemmas import DictionaryLemmatiser

NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "seeds"
THREAD = Place("slack", "T1", "C1", thread="1.2")
ANNA = Asker(THREAD, "U1")


@pytest.fixture(scope="module")
def articles(lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    readings = [reader.reading(one) for one in collect((SEEDS,)).articles]
    return Library.of(readings, lemmatiser=lemmatiser)


@pytest.fixture
def desk(articles: Library, tmp_path: Path) -> Iterator[Desk]:
    with open_store(None, tmp_path) as store:
        yield Desk(articles, store, clock=lambda: NOW)


def test_a_thread_is_known_once_we_have_spoken_in_it(desk: Desk) -> None:
    assert not desk.is_in(THREAD)
    assert not desk.is_in(THREAD), "asking does not make it known"
    desk.enter(THREAD)
    desk.enter(THREAD)
    assert desk.is_in(THREAD)
    assert not desk.is_in(Place("slack", "T1", "C1", thread="9.9"))
    assert not desk.is_in(Place("slack", "T1", "C2", thread="1.2"))


def test_a_thread_is_no_event(desk: Desk) -> None:
    desk.enter(THREAD)
    assert desk.is_first("T1", "1.2")


def test_a_message_that_names_a_topic_is_answered_with_its_card(desk: Desk) -> None:
    answer = desk.answer_about("Habt ihr von Nvidias Kurs gehört?", ANNA).answer
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Nvidia"


def test_a_message_that_names_several_topics_is_answered_with_a_choice(desk: Desk) -> None:
    answer = desk.answer_about("Nvidia, DeepSeek, Oracle, Microsoft: was meint ihr?", ANNA).answer
    assert isinstance(answer, ChoiceAnswer)
    assert len(answer.names) == 3
    chosen = desk.answer("2", ANNA).answer
    assert isinstance(chosen, CardAnswer)
    assert chosen.card.name == answer.names[1]


def test_a_message_about_nothing_we_know_is_looked_up_like_a_question(desk: Desk) -> None:
    assert isinstance(desk.answer_about("Fußball", ANNA).answer, NotFoundAnswer)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Stargates Kosten", ("Stargate",)),
        ("STARGATE!", ("Stargate",)),
        ("Stargatekosten", ()),
        ("das Weiße Haus sagt", ("Weiße Haus",)),
        ("", ()),
    ],
)
def test_topics_are_named_by_whole_words(text: str, named: tuple[str, ...]) -> None:
    assert topics_named(text, ("Stargate", "Weiße Haus", "???")) == named
