"""The topic within a question, and which topic is to be followed, in German and English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue.heard import count_aside, join
from bot.dialogue.requests import (
    AskAgain,
    AskTopic,
    DigestNew,
    DigestNow,
    Follow,
    ListTopics,
    Request,
    Unfollow,
)
from bot.dialogue.seeking import parse_sought
from bot.dialogue.vocabulary import (
    ARTICLES,
    BACK,
    CLOSING,
    COMMANDS,
    CONSEQUENCES,
    ENDING,
    FOLLOW,
    LEADING,
    LINKING,
    NEGATIONS,
    NEWS,
    OF,
    OPENING,
    TODAY,
    UNFOLLOW,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogue.heard import Word

    IsTopic = Callable[[str], bool]


def parse_follow(words: Sequence[Word], *, ordered: bool = False) -> Follow | Unfollow | None:
    """`follow x`, `x folgen`, `x nicht mehr folgen`, `stop following x`; None for all else.

    An empty topic means the one that was spoken of ("follow it"). Where something is `ordered`,
    behind `/digest`, "folgen" is never a noun.
    """
    inner = words[count_aside(words, OPENING) :]
    before = [word for word in inner if word.key not in NEGATIONS | ENDING]
    negated = len(before) < len(inner)
    if not before or (not ordered and _are_consequences(words, before)):
        return None
    verbs = FOLLOW | UNFOLLOW
    if before[0].key in verbs:
        verb, topic = before[0].key, before[1:]
    elif before[-1].key in verbs:
        verb, topic = before[-1].key, before[:-1]
    else:
        return None
    topic = topic[count_aside(topic, OPENING) :]
    name = "" if all(word.key in BACK for word in topic) else join(topic)
    return Unfollow(name) if negated or verb in UNFOLLOW else Follow(name)


def parse_question(words: Sequence[Word], is_topic: IsTopic) -> Request | None:
    """The topic within a question; None if nothing is left when its words are set aside."""
    start = count_aside(words, OPENING | ARTICLES | NEWS)
    end = len(words) - count_aside(words[start:][::-1], CLOSING | NEWS)
    core = words[start:end]
    if not core:
        return None
    if len(core) == 1 and core[0].key in COMMANDS:
        return COMMANDS[core[0].key]
    if all(word.key in BACK for word in core):
        return AskAgain(_asks_for_news([*words[:start], *words[end:]]))
    return _read_topic(words, _with_article(words, start, end, is_topic=is_topic), end)


def parse_empty_question(words: Sequence[Word]) -> Request:
    """A question without a topic: "was gibt es neues?", "mehr", "was hast du?"."""
    keys = {word.key for word in words}
    if keys & BACK:
        return AskAgain(bool(keys & NEWS))
    if keys & NEWS:
        return DigestNew()
    return DigestNow() if keys & TODAY else ListTopics()


def _are_consequences(words: Sequence[Word], inner: Sequence[Word]) -> bool:
    """Whether "Folgen" in front is the noun: after a question word, or with a genitive."""
    if inner[0].key != CONSEQUENCES:
        return False
    return words[0] != inner[0] or (len(inner) > 1 and inner[1].key in OF)


def _with_article(words: Sequence[Word], start: int, end: int, *, is_topic: IsTopic) -> int:
    """Where the topic begins: with the article before it, if that is its name ("Die Zeit")."""
    if start == 0 or words[start - 1].key not in ARTICLES:
        return start
    return start - 1 if is_topic(join(words[start - 1 : end])) else start


def _read_topic(words: Sequence[Word], start: int, end: int) -> AskTopic:
    """The topic in `words[start:end]`, with the second reading that is possible, if any."""
    asked = replace(_ask(words, start, end), asked=parse_sought(words))
    wide = _widen(words, start, end)
    if wide != (start, end):
        return replace(asked, otherwise=_ask(words, *wide))
    links = [n for n in range(start + 1, end - 1) if words[n].key in LINKING]
    if start == 0 or not links:
        return asked
    behind = links[-1] + 1
    behind += count_aside(words[behind : end - 1], ARTICLES)
    return AskTopic(
        join(words[behind:end]), asked.changes_first, otherwise=asked, asked=asked.asked
    )


def _widen(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Give back words at the edges that may belong to the name: "New York", "Fox News"."""
    if start == 1 and words[0].key not in LEADING | ARTICLES:
        start = 0
    while start > 0 and words[start - 1].key in NEWS:
        start -= 1
    while end < len(words) and words[end].key in NEWS:
        end += 1
    return start, end


def _ask(words: Sequence[Word], start: int, end: int) -> AskTopic:
    return AskTopic(join(words[start:end]), _asks_for_news([*words[:start], *words[end:]]))


def _asks_for_news(words: Sequence[Word]) -> bool:
    return any(word.key in NEWS for word in words)
