"""What is remembered of a person and of a talk, between the store's texts and a Conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the types of the fields
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from bot.core.digest import Known, morning
from bot.dialogue.answers import CardAnswer, DigestAnswer
from bot.dialogue.conversation import Conversation, Followed

if TYPE_CHECKING:
    from bot.core.digest import Usual
    from bot.desk.people import Asker
    from bot.dialogue.answers import Answer
    from bot.store.memory import Memory
    from bot.store.notes import Notes

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PersonNote:
    """What belongs to a person wherever they ask."""

    followed: tuple[Followed, ...] = ()
    paused: bool = False
    looked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TalkNote:
    """What belongs to one talk: the topic last spoken of, the names last offered."""

    last_topic: str = ""
    choices: tuple[str, ...] = ()


_PERSON = TypeAdapter(PersonNote)
_TALK = TypeAdapter(TalkNote)


def recall(notes: Notes, asker: Asker) -> Conversation:
    """The conversation with this person in this place, in their language and zone."""
    found = notes.load((asker.key, asker.talk_key))
    person = _read(_PERSON, found.get(asker.key)) or PersonNote()
    talk = _read(_TALK, found.get(asker.talk_key)) or TalkNote()
    return Conversation(
        language=asker.language,
        zone=asker.zone,
        followed=person.followed,
        paused=person.paused,
        looked_at=person.looked_at,
        last_topic=talk.last_topic,
        choices=talk.choices,
    )


def remember(
    notes: Notes, asker: Asker, *, before: Conversation, after: Conversation, now: datetime
) -> None:
    """Keep what changed; nothing is written where nothing did."""
    contents: dict[str, str] = {}
    if _person(before) != _person(after):
        contents[asker.key] = _PERSON.dump_json(_person(after)).decode()
    if _talk(before) != _talk(after):
        contents[asker.talk_key] = _TALK.dump_json(_talk(after)).decode()
    notes.save(contents, now)


def known_to(memory: Memory, asker: Asker, state: Conversation, *, usual: Usual) -> Known | None:
    """What this person was shown so far, wherever it was; None if they never looked.

    Whoever looked in the afternoon saw the digest of the morning, with what was there by then;
    `usual` says when that is due.
    """
    if state.looked_at is None:
        return None
    seen = memory.seen_topics(asker.key)
    zone = ZoneInfo(state.zone)
    shown = morning(state.looked_at.astimezone(zone).date(), at=usual.at, zone=zone)
    return Known(
        min(state.looked_at, shown.instant),
        {one.topic: frozenset(one.articles) for one in seen},
        state.looked_at,
    )


def note_shown(memory: Memory, asker: Asker, answer: Answer, now: datetime) -> None:
    """Remember the topics that this answer shows the person; what was searched for is none."""
    topics: dict[str, tuple[str, ...]] = {}
    match answer:
        case CardAnswer(card=card, articles=articles) if card.matched != "search":
            topics = {card.slug: articles}
        case DigestAnswer(digest=digest):
            topics = {entry.card.slug: entry.articles for entry in digest.entries}
    if any(topics.values()):
        memory.show_all(asker.key, topics, now=now)


def _person(state: Conversation) -> PersonNote:
    return PersonNote(state.followed, state.paused, state.looked_at)


def _talk(state: Conversation) -> TalkNote:
    return TalkNote(state.last_topic, state.choices)


def _read(adapter: TypeAdapter[_T], text: str | None) -> _T | None:
    """None also for a note that another version of the program left in another shape."""
    if text is None:
        return None
    try:
        return adapter.validate_json(text)
    except ValidationError:
        return None
