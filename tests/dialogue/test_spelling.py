"""A command is named as the language of the answer spells it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest

from bot.adapters.discord.wording import words_for as discord_words_for
from bot.adapters.slack.words import WORDS as SLACK
from bot.adapters.web.wording import GERMAN as WEB
from bot.dialogue.grammar import parse_request
from bot.dialogue.labels import GERMAN
from bot.dialogue.requests import Follow
from bot.dialogue.spelling import GERMAN_COMMANDS, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = re.compile(rf"/digest ({'|'.join(GERMAN_COMMANDS)})\b")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


@pytest.mark.parametrize("words", [GERMAN, discord_words_for("de"), SLACK["de"], WEB])
def test_german_wording_names_no_command_in_english(words: object) -> None:
    assert [text for text in texts(words) if ENGLISH.search(text)] == []


@pytest.mark.parametrize(("english", "german"), GERMAN_COMMANDS.items())
def test_both_spellings_ask_for_the_same(english: str, german: str) -> None:
    said = [
        parse_request(f"/digest {one} Musk", is_topic=lambda _: False) for one in (english, german)
    ]
    assert said[0] == said[1]


def test_a_command_is_spelt_in_the_language_of_the_answer() -> None:
    assert spell("/digest unfollow Follow Me", "de") == "/digest entfolgen Follow Me"
    assert spell("/digest unfollow Follow Me", "en") == "/digest unfollow Follow Me"
    assert spell("/digest plan", "de") == "/digest plan"


def test_a_name_that_begins_with_von_can_be_followed() -> None:
    request = parse_request("/digest folgen Von der Leyen", is_topic=lambda _: False)
    assert isinstance(request, Follow)
