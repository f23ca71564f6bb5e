"""Request to answer: what a conversation remembers and what it replies. Pure; no platform."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.language.folding import spelling_key
from bot.core.outcomes import Ambiguous, CardFound, NotFound
from bot.dialogue.answers import (
    MOST_CHOICES,
    MOST_TOPICS,
    Answer,
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    Silence,
    StatusAnswer,
    TopicListAnswer,
)
from bot.dialogue.grammar import parse_request
from bot.dialogue.printable import echo
from bot.dialogue.requests import (
    AddLink,
    AskAgain,
    Asked,
    AskTopic,
    DigestNew,
    DigestNow,
    Follow,
    Help,
    ListTopics,
    Pause,
    PlanDigest,
    PreviewDigest,
    Request,
    Resume,
    ShowStatus,
    SmallTalk,
    Stop,
    Unfollow,
)

if TYPE_CHECKING:
    from bot.core.cards import Digest
    from bot.core.digest import Known
    from bot.core.models import Language
    from bot.core.outcomes import Briefing
    from bot.dialogue.briefings import Briefings


@dataclass(frozen=True, slots=True)
class Followed:
    """A topic that this person wants in the digest."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one person and the bot have between them.

    `choices` are the names last offered, so that "2" can be said; `looked_at` is the moment of
    the last digest, `known` what this person was shown, where that is kept.
    """

    language: Language = "de"
    zone: str = "Europe/Berlin"
    followed: tuple[Followed, ...] = ()
    paused: bool = False
    last_topic: str = ""
    choices: tuple[str, ...] = ()
    looked_at: datetime | None = None
    known: Known | None = None


Turn = tuple[Answer, Conversation]


def hear(text: str, state: Conversation, *, library: Briefings, now: datetime) -> Turn:
    """Answer one line as written; `now` is aware. Returns the answer and what is remembered."""
    request = parse_request(text, is_topic=library.has_topic)
    return respond(request, state, library=library, now=now)


def respond(request: Request, state: Conversation, *, library: Briefings, now: datetime) -> Turn:
    """Answer one request; `now` is aware. Returns the answer and what is remembered."""
    if isinstance(request, AskAgain) and not state.last_topic:
        request = DigestNew() if request.changes_first else ListTopics()
    match request:
        case AskTopic() | AskAgain() | ListTopics():
            return _look_up(request, state, library)
        case DigestNow() | DigestNew() | PreviewDigest():
            return _digest(request, state, library, now=now)
        case Follow() | Unfollow() | Pause() | Resume():
            return _change(request, state, library)
        case _:
            return _tell(request, state, library), state


def _tell(
    request: PlanDigest | ShowStatus | Stop | AddLink | Help | SmallTalk,
    state: Conversation,
    library: Briefings,
) -> Answer:
    match request:
        case PlanDigest():
            return NoticeAnswer("plan_in_channel")
        case Stop():
            return NoticeAnswer("stop_in_channel")
        case AddLink():
            return NoticeAnswer("link_how")
        case ShowStatus():
            return _status(state, library)
        case Help(unknown, hello):
            return HelpAnswer(echo(unknown), hello=hello)
        case SmallTalk():
            return Silence()


def _status(state: Conversation, library: Briefings) -> StatusAnswer:
    return StatusAnswer(
        articles=library.article_count,
        topics=len(library.topics()),
        followed=tuple(topic.name for topic in state.followed),
        paused=state.paused,
        looked_at=state.looked_at,
    )


def _look_up(
    request: AskTopic | AskAgain | ListTopics, state: Conversation, library: Briefings
) -> Turn:
    if isinstance(request, AskAgain):
        request = AskTopic(state.last_topic, changes_first=request.changes_first)
    if not isinstance(request, AskTopic):
        return _list_topics(library), state
    chosen = _chosen(request.query, state.choices)
    if request.asked is not None and not chosen:
        outcome = _brief_on(request.asked, state, library)
        if not isinstance(outcome, NotFound):
            return _answer(outcome, state, library)
    asked = replace(request, query=chosen, otherwise=None) if chosen else request
    outcome, read_as = _brief(asked, state.language, library)
    return _answer(outcome, state, library, changes_first=read_as.changes_first)


def _list_topics(library: Briefings) -> TopicListAnswer:
    lines = library.topics()
    return TopicListAnswer(lines[:MOST_TOPICS], len(lines), library.article_count)


def _chosen(query: str, choices: tuple[str, ...]) -> str:
    """The offered name whose number was said, or an empty text."""
    number = int(query) if query.isascii() and query.isdigit() and len(query) == 1 else 0
    return choices[number - 1] if 0 < number <= len(choices) else ""


def _brief_on(asked: Asked, state: Conversation, library: Briefings) -> Briefing:
    """What the articles say on a question, of the topic that it names or of the last one."""
    outcome = library.brief(asked.words, language=state.language, sought=asked.sought)
    if isinstance(outcome, NotFound) and asked.is_back and state.last_topic:
        words = f"{state.last_topic} {asked.words}"
        return library.brief(words, language=state.language, sought=asked.sought)
    return outcome


def _brief(asked: AskTopic, language: Language, library: Briefings) -> tuple[Briefing, AskTopic]:
    """Ask for the reading that names a topic; only then let the texts be searched.

    Of two readings the literal one wins where it is a name ("New York"), else the one without
    the word that may be set aside ("new stargate"); a search is made for all the words.
    """
    literal = asked.otherwise
    if literal is None:
        return library.brief(asked.query, language=language), asked
    outcome = library.brief(literal.query, language=language, matched_only=True)
    if isinstance(outcome, CardFound) and outcome.card.matched in {"exact", "alias"}:
        return outcome, literal
    outcome = library.brief(asked.query, language=language, matched_only=True)
    if not isinstance(outcome, NotFound):
        return outcome, asked
    searched = library.brief(literal.query, language=language)
    if not isinstance(searched, NotFound):
        return searched, literal
    outcome = library.brief(asked.query, language=language)
    # Where nothing is found, all the words are said back.
    return (searched, literal) if isinstance(outcome, NotFound) else (outcome, asked)


def _answer(
    outcome: Briefing, state: Conversation, library: Briefings, *, changes_first: bool = False
) -> Turn:
    match outcome:
        case CardFound(card=card, articles=articles):
            remembered = replace(state, last_topic=card.name, choices=())
            return CardAnswer(card, changes_first, articles), remembered
        case Ambiguous(query, topics):
            names = tuple(topic.name for topic in topics[:MOST_CHOICES])
            return ChoiceAnswer(echo(query), names), replace(state, choices=names)
        case NotFound(query, suggestions):
            names = suggestions[:MOST_CHOICES]
            answer = NotFoundAnswer(echo(query), names, library.article_count)
            return answer, replace(state, choices=names)


def _digest(
    request: DigestNow | DigestNew | PreviewDigest,
    state: Conversation,
    library: Briefings,
    *,
    now: datetime,
) -> Turn:
    if isinstance(request, PreviewDigest):
        return DigestAnswer(_build_digest(state, library, now=now)), state
    looked = replace(state, looked_at=now.astimezone(UTC))
    if isinstance(request, DigestNow) or state.looked_at is None:
        return DigestAnswer(_build_digest(state, library, now=now)), looked
    digest = _build_digest(state, library, now=now, since=state.looked_at)
    return DigestAnswer(digest, looked_at=state.looked_at), looked


def _build_digest(
    state: Conversation, library: Briefings, *, now: datetime, since: datetime | None = None
) -> Digest:
    zone = ZoneInfo(state.zone)
    today = now.astimezone(zone).date()
    return library.digest(
        today,
        zone=state.zone,
        language=state.language,
        topics=tuple(topic.name for topic in state.followed),
        since=since.astimezone(zone).date() if since else None,
        known=state.known if since else None,
        read_at=now,
    )


def _change(
    request: Follow | Unfollow | Pause | Resume, state: Conversation, library: Briefings
) -> Turn:
    match request:
        case Follow(topic):
            return _follow(topic or state.last_topic, state, library)
        case Unfollow(topic):
            return _unfollow(topic or state.last_topic, state, library)
        case Pause():
            return NoticeAnswer("paused", undo="/digest resume"), replace(state, paused=True)
        case Resume():
            return NoticeAnswer("resumed", undo="/digest pause"), replace(state, paused=False)


def _follow(topic: str, state: Conversation, library: Briefings) -> Turn:
    if not topic:
        return NoticeAnswer("follow_what"), state
    outcome = library.brief(topic, language=state.language, matched_only=True)
    if not isinstance(outcome, CardFound):
        return _answer(outcome, state, library)
    card = outcome.card
    undo = f"/digest unfollow {card.name}"
    if any(followed.slug == card.slug for followed in state.followed):
        return NoticeAnswer("already_followed", card.name, undo), state
    followed = (*state.followed, Followed(card.slug, card.name))
    return (
        NoticeAnswer("followed", card.name, undo),
        replace(state, followed=followed, last_topic=card.name),
    )


def _unfollow(topic: str, state: Conversation, library: Briefings) -> Turn:
    if not topic:
        return NoticeAnswer("follow_what"), state
    found = _find_followed(topic, state, library)
    if found is None:
        return NoticeAnswer("not_followed", echo(topic)), state
    rest = tuple(followed for followed in state.followed if followed != found)
    undo = f"/digest follow {found.name}"
    return NoticeAnswer("unfollowed", found.name, undo), replace(state, followed=rest)


def _find_followed(topic: str, state: Conversation, library: Briefings) -> Followed | None:
    # By what is written first: a followed topic may have left the articles since.
    key = spelling_key(topic)
    for followed in state.followed:
        if key in {spelling_key(followed.name), spelling_key(followed.slug)}:
            return followed
    outcome = library.brief(topic, language=state.language, matched_only=True)
    slug = outcome.card.slug if isinstance(outcome, CardFound) else ""
    return next((followed for followed in state.followed if followed.slug == slug), None)
