"""Text to request: commands, single words and natural questions, in German and English.

Knows no topics; where words may be both a command and a topic it asks `is_topic`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue.heard import count_aside, find_links, join, split_words, without_mentions
from bot.dialogue.questions import parse_empty_question, parse_follow, parse_question
from bot.dialogue.requests import (
    AddLink,
    AskTopic,
    DigestNew,
    DigestNow,
    Help,
    ListTopics,
    Request,
    SmallTalk,
    Stop,
    Unfollow,
)
from bot.dialogue.vocabulary import (
    BOT_NAMES,
    COMMANDS,
    GREETING,
    HELLO,
    HELLO_BESIDE,
    POLITE,
    SMALL_TALK,
    SPECIAL,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue.heard import Word

    Words = tuple[Word, ...]
    IsTopic = Callable[[str], bool]


# What begins so is about digests.
_ORDERS = ("/digest", "digest ")


def parse_request(text: str, *, is_topic: Callable[[str], bool]) -> Request:
    """What `text` asks for.

    `is_topic` says whether words are the name of a topic; it is asked only where they could
    also be a command or be set aside. Of a text of any length the first 2,000 characters count.
    What holds the address of one page gives us that page, whatever stands around it.
    """
    spoken = without_mentions(text)
    links = find_links(text)
    if len(links) == 1 and not spoken.casefold().startswith(_ORDERS):
        return AddLink(links[0])
    words = split_words(spoken)
    if not words:
        return _parse_signs(spoken)
    if words[0].key == "briefing":
        return _parse_briefing(_without_please(words[1:]), is_topic)
    if words[0].key == "digest":
        return _parse_digest(_without_please(words[1:]), is_topic)
    if spoken.startswith("/"):
        return Help("/" + words[0].raw)
    return _parse_plain(_without_please(words), is_topic)


def _parse_signs(text: str) -> Request:
    """No word at all: a mention alone, a question mark, a smile."""
    if not text or text == "/":
        return ListTopics()
    return Help() if "?" in text else SmallTalk()


def _without_please(words: Words) -> Words:
    return words[: len(words) - count_aside(words[::-1], POLITE)]


def _parse_briefing(words: Words, is_topic: IsTopic) -> Request:
    if not words:
        return ListTopics()
    asked = _parse_topic_or_command(words, is_topic)
    # A command is a question for something, even if its only word is a question word.
    return asked or (AskTopic(join(words)) if len(words) == 1 else parse_empty_question(words))


def _parse_topic_or_command(words: Words, is_topic: IsTopic) -> Request | None:
    return (
        _parse_name(words, is_topic)
        or parse_follow(words)
        or (parse_question(words, is_topic) if words else None)
    )


def _parse_name(words: Words, is_topic: IsTopic) -> Request | None:
    """A topic named in full, or else one word that is a command."""
    if any(word.key in SPECIAL for word in words) and is_topic(join(words)):
        return AskTopic(join(words))
    return COMMANDS.get(words[0].key) if len(words) == 1 else None


def _parse_digest(words: Words, is_topic: IsTopic) -> Request:
    if not words:
        return DigestNow()
    following = parse_follow(words, ordered=True)
    if following is not None:
        return following
    command = COMMANDS.get(words[0].key)
    if command is None:
        question = parse_question(words, is_topic) or parse_empty_question(words)
        return question if isinstance(question, DigestNew) else Help(words[0].raw)
    return _parse_rest(command, words[1:], is_topic=is_topic)


def _parse_rest(command: Request, words: Words, *, is_topic: IsTopic) -> Request:
    """`/digest new stargate` asks for the topic, `/digest stop stargate` leaves it out."""
    if words and isinstance(command, Stop):
        return Unfollow(join(words))
    if not words or not isinstance(command, DigestNow | DigestNew):
        return command
    question = parse_question(words, is_topic)
    if not isinstance(question, AskTopic):
        return command
    fresh = question.changes_first or isinstance(command, DigestNew)
    return replace(question, changes_first=fresh)


def _parse_plain(words: Words, is_topic: IsTopic) -> Request:
    named = _parse_name(words, is_topic)
    if named is not None:
        return named
    if all(word.key in SMALL_TALK | BOT_NAMES for word in words):
        return SmallTalk(hello=_is_greeting(words))
    greeted = words[count_aside(words, GREETING) :]
    return _parse_topic_or_command(greeted, is_topic) or parse_empty_question(greeted)


def _is_greeting(words: Words) -> bool:
    keys = {word.key for word in words} - BOT_NAMES - HELLO_BESIDE
    return bool(keys) and keys <= HELLO
