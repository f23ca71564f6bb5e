"""Answers whoever asks on any platform, and remembers what was said and shown.

Every method may be called from several threads and raises `StoreUnavailable` while the store is
away. It returns in milliseconds on a warm library; the page behind a link takes up to a minute.
Adapters acknowledge first and call then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.feeds import FeedsReport
from bot.core.ledger import TOPICS_OF, Wish
from bot.desk.links import answer_link
from bot.desk.measuring import measured, unheard
from bot.desk.naming import topics_named
from bot.desk.orders import Orders, refuse, tell_next
from bot.desk.plans import PlanDraft, Problem, draft_for, read_plan
from bot.desk.recollection import known_to, note_shown, recall, remember
from bot.desk.replies import Reply, reply_with, say, viewer_of
from bot.desk.typeahead import Typeahead
from bot.dialogue.answers import (
    MOST_CHOICES,
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    NoticeAnswer,
    Silence,
    StatusAnswer,
)
from bot.dialogue.buttons import Part, card_key
from bot.dialogue.conversation import respond
from bot.dialogue.evidence import choose_points, list_points, outline_evidence
from bot.dialogue.further import outline_more
from bot.dialogue.grammar import parse_request
from bot.dialogue.printable import echo
from bot.dialogue.requests import (
    AddLink,
    AskTopic,
    DigestNew,
    Follow,
    Pause,
    PlanDigest,
    PreviewDigest,
    Resume,
    ShowStatus,
    Stop,
    Unfollow,
)
from bot.formats.kept import read_card, write_card
from bot.store.memory import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.core.cards import Digest, TopicCard
    from bot.core.ledger import Subscription
    from bot.desk.links import Links
    from bot.desk.orders import OrderRequest, Permalink
    from bot.desk.people import Asker, Place
    from bot.desk.replies import Articles
    from bot.dialogue.answers import Answer, NoticeKind
    from bot.dialogue.buttons import Action
    from bot.dialogue.conversation import Conversation
    from bot.dialogue.evidence import PointChoice
    from bot.dialogue.requests import Request
    from bot.store.memory import Verdict
    from bot.store.store import Store

_MOST_SUGGESTED = 100


def _no_link(wish: Wish, message_ref: str) -> str | None:
    del wish, message_ref
    return None


def _no_feeds() -> FeedsReport:
    return FeedsReport()


@dataclass(frozen=True, slots=True)
class Home:
    """What a person's home page shows: their topics, this workspace's digests, help."""

    followed: tuple[str, ...]
    orders: tuple[Subscription, ...]
    help: Part


class Desk:
    """One desk serves all platforms of a process."""

    def __init__(  # noqa: PLR0913 - what it works with, all but two named
        self,
        library: Articles,
        store: Store,
        *,
        clock: Callable[[], datetime],
        permalink: Permalink = _no_link,
        feeds: Callable[[], FeedsReport] = _no_feeds,
        links: Links | None = None,
        on_answer: Callable[[str, str, float], None] = unheard,
    ) -> None:
        """Answer from `library`, remember in `store`. `clock` gives the moment in UTC.

        `permalink` gives the address of a message, `feeds` how the feeds are doing, `links` says
        whose pages are added and how. `on_answer` hears of each answer: on which platform, to
        what ("say", "press"), in how many seconds.
        """
        self.on_answer = on_answer
        self._library = library
        self._store = store
        self._clock = clock
        self._links = links
        self._typeahead = Typeahead()
        self._feeds = feeds
        self._orders = Orders(store, library, permalink=permalink)

    def parse(self, text: str) -> Request:
        """What a line asks for: "/briefing stargate", "/digest plan", "und softbank?"."""
        return parse_request(text, is_topic=self.is_topic)

    def answer(self, text: str, asker: Asker) -> Reply:
        """Answer one line as it was written."""
        return self.respond(self.parse(text), asker)

    @measured("say")
    def respond(self, request: Request, asker: Asker) -> Reply:
        """Answer a request, and remember it where this person's next question may need it."""
        return self._respond(request, asker)

    def _respond(self, request: Request, asker: Asker) -> Reply:
        now = self._clock()
        before = recall(self._store.notes, asker)
        match request:
            case PlanDigest():
                return self._open_plan(asker, before, now)
            case AddLink(url) if self._links is not None:
                return self._add_link(url, self._links, asker)
            case Follow() | Unfollow() | Pause() | Resume() | Stop():
                changed = self._change_order(request, asker, before, now)
                if changed is not None:
                    return reply_with(changed, asker, before, now)
            case DigestNew():
                known = known_to(self._store.memory, asker, before, usual=self._library.usual)
                before = replace(before, known=known)
        answer, after = respond(request, before, library=self._library, now=now)
        if isinstance(answer, Silence) and asker.place.direct:
            # In a channel a bot had better be quiet; who talks to it alone would think it is gone.
            answer = NoticeAnswer("any_time")
        if isinstance(request, ShowStatus) and isinstance(answer, StatusAnswer):
            answer = replace(self._with_plan(answer, asker), feeds=self._feeds())
        with self._store.together():
            remember(self._store.notes, asker, before=before, after=after, now=now)
            self._keep(answer, now)
            if not isinstance(request, PreviewDigest):
                note_shown(self._store.memory, asker, answer, now)
        return reply_with(answer, asker, after, now)

    @measured("press")
    def press(self, action: Action, target: str, asker: Asker) -> Reply:
        """Answer a button. What needs more than a press (a reason, a point) has its own method.

        "share" gives the card once more for everybody; where it is posted, `asker.private`
        is false.
        """
        now = self._clock()
        if action == "ask":
            return self._respond(AskTopic(target), asker)
        card = self.card(target)
        if card is None:
            return self.say("card_gone", asker)
        find = self._library.reading
        match action:
            case "follow" | "unfollow":
                return self._follow(card, asker, now, follow=action == "follow")
            case "up" | "down":
                self._rate(card, "", asker, verdict=action, reason="")
                return self.say("thanks", asker)
            case "evidence":
                outline = outline_evidence(
                    card, find, viewer_of(asker, now), excerpts=self._library.excerpts
                )
            case "more":
                outline = outline_more(
                    card, find, viewer_of(asker, now), excerpts=self._library.excerpts
                )
            case "share":
                state = recall(self._store.notes, asker)
                return reply_with(CardAnswer(card), replace(asker, private=False), state, now)
        return Reply(CardAnswer(card), (Part(outline),))

    def answer_about(self, text: str, asker: Asker) -> Reply:
        """Answer for a message that somebody else wrote: the card of the topic that it names.

        Of several named topics three at most are offered; a text that names none is looked up
        like a question.
        """
        named = topics_named(text, (line.name for line in self._library.topics()))[:MOST_CHOICES]
        if len(named) == 1:
            return self.respond(AskTopic(named[0]), asker)
        if not named:
            return self.answer(text, asker)
        now = self._clock()
        before = recall(self._store.notes, asker)
        after = replace(before, choices=named)
        remember(self._store.notes, asker, before=before, after=after, now=now)
        return reply_with(ChoiceAnswer(echo(text), named), asker, after, now)

    def points(self, key: str) -> tuple[PointChoice, ...]:
        """The points of a shown card to choose from; none if it is forgotten."""
        card = self.card(key)
        return choose_points(card) if card else ()

    def complain(self, key: str, point: str, reason: str, asker: Asker) -> Reply:
        """A thumb down on a point ("1" is the first; "" the whole card), with a reason."""
        card = self.card(key)
        if card is None:
            return self.say("card_gone", asker)
        self._rate(card, point, asker, verdict="down", reason=reason)
        return self.say("thanks", asker)

    def suggest(self, typed: str, *, limit: int = _MOST_SUGGESTED) -> tuple[str, ...]:
        """Names of topics for a typeahead: those that begin like it, then those that hold it.

        Touches neither disk nor network.
        """
        names = [line.name for line in self._library.topics()]
        return self._typeahead.find(typed, names, limit=limit)

    def is_topic(self, name: str) -> bool:
        """Whether a topic is called so, however it is spelt."""
        return self._library.has_topic(name)

    def plan(self, draft: PlanDraft, asker: Asker) -> Reply | tuple[Problem, ...]:
        """Plan the digest of the channel as the form says, or tell what is wrong with it.

        Who may not plan is told so, whoever opened the form.
        """
        now = self._clock()
        state = recall(self._store.notes, asker)
        if not asker.may_plan:
            return reply_with(refuse(asker), asker, state, now)
        wish = read_plan(draft, asker, topics=self._library)
        if not isinstance(wish, Wish):
            return wish
        planned = self._store.subscriptions.plan(wish, now)
        notice = NoticeAnswer("planned", undo="/digest stop", detail=tell_next(planned, asker, now))
        return reply_with(notice, asker, state, now)

    def preview(self, draft: PlanDraft, asker: Asker) -> Reply | tuple[Problem, ...]:
        """Today's digest as this form would bring it, or what is wrong with the form."""
        wish = read_plan(draft, asker, topics=self._library)
        if not isinstance(wish, Wish):
            return wish
        now = self._clock()
        reader = replace(asker, language=wish.language, zone=wish.zone)
        digest = self._library.digest(
            now.astimezone(ZoneInfo(wish.zone)).date(),
            zone=wish.zone,
            at=wish.local_time,
            language=wish.language,
            topics=wish.topics,
            limit=TOPICS_OF[wish.length],
            read_at=now,
        )
        return self._show(digest, reader, recall(self._store.notes, asker), now)

    def digest_of(self, day: date, asker: Asker) -> Reply:
        """The digest of any day with this person's topics; it does not count as looked at."""
        now = self._clock()
        state = recall(self._store.notes, asker)
        digest = self._library.digest(
            day,
            zone=asker.zone,
            language=asker.language,
            topics=tuple(topic.name for topic in state.followed),
            read_at=now,
        )
        return self._show(digest, asker, state, now)

    def card(self, key: str) -> TopicCard | None:
        """A card that was shown, by the key that its buttons carry; None if it is forgotten."""
        kept = self._store.notes.card(key)
        return read_card(kept) if kept else None

    def home(self, asker: Asker) -> Home:
        """What this person's home page shows."""
        state = recall(self._store.notes, asker)
        orders = tuple(
            one
            for one in self._store.subscriptions.list_all()
            if one.wish.platform == asker.place.platform
            and one.wish.workspace == asker.place.workspace
            and one.state != "stopped"
        )
        helped = self.answer("/digest help", asker)
        return Home(tuple(topic.name for topic in state.followed), orders, helped.parts[0])

    def is_first(self, team: str, event_id: str) -> bool:
        """Whether an event of a platform comes for the first time, also across restarts."""
        return self._store.memory.remember(team, event_id, now=self._clock())

    def enter(self, place: Place) -> None:
        """Remember that we speak in this thread, so that what follows needs no mention of us."""
        self._store.memory.remember(place.workspace, place.thread_key, now=self._clock())

    def is_in(self, place: Place) -> bool:
        """Whether we have spoken in this thread, also before a restart."""
        return self._store.memory.knows(place.workspace, place.thread_key)

    def say(self, kind: NoticeKind, asker: Asker, *, detail: str = "") -> Reply:
        """One sentence of ours, for what only an adapter can notice. Needs no store."""
        return say(kind, asker, now=self._clock(), detail=detail)

    def _add_link(self, url: str, links: Links, asker: Asker) -> Reply:
        answer = answer_link(url, asker, links=links, library=self._library)
        # Half a minute may have passed, and this person may have asked for something else.
        now = self._clock()
        before = recall(self._store.notes, asker)
        after = before
        if isinstance(answer, CardAnswer):
            after = replace(before, last_topic=answer.card.name, choices=())
        with self._store.together():
            remember(self._store.notes, asker, before=before, after=after, now=now)
            self._keep(answer, now)
            note_shown(self._store.memory, asker, answer, now)
        return reply_with(answer, asker, after, now)

    def _open_plan(self, asker: Asker, state: Conversation, now: datetime) -> Reply:
        if not asker.may_plan:
            return reply_with(refuse(asker), asker, state, now)
        order = self._orders.find(asker.order_place)
        reply = reply_with(NoticeAnswer("plan_in_channel"), asker, state, now)
        return replace(reply, form=draft_for(asker, order))

    def _change_order(
        self, request: OrderRequest, asker: Asker, state: Conversation, now: datetime
    ) -> Answer | None:
        """What the channel's order answers; None where the request is the person's own affair."""
        personal = isinstance(request, Follow | Unfollow)
        if personal and asker.orders_at is not None:
            return None
        order = self._orders.find(asker.order_place)
        if order is None:
            return None if personal else NoticeAnswer("nothing_planned")
        if not asker.may_plan:
            return None if personal else refuse(asker)
        if isinstance(request, Follow | Unfollow) and not request.topic:
            request = replace(request, topic=state.last_topic)
        return self._orders.change(request, order, asker, now)

    def _show(self, digest: Digest, asker: Asker, state: Conversation, now: datetime) -> Reply:
        answer = DigestAnswer(digest)
        self._keep(answer, now)
        return reply_with(answer, asker, state, now)

    def _with_plan(self, answer: StatusAnswer, asker: Asker) -> StatusAnswer:
        order = self._orders.find(asker.order_place)
        if order is None:
            return answer
        return replace(answer, plan=self._orders.status(order))

    def _follow(self, card: TopicCard, asker: Asker, now: datetime, *, follow: bool) -> Reply:
        """A button follows for the person who pressed it, wherever the card stands."""
        before = recall(self._store.notes, asker)
        request = Follow(card.name) if follow else Unfollow(card.name)
        answer, after = respond(request, before, library=self._library, now=now)
        remember(self._store.notes, asker, before=before, after=after, now=now)
        return reply_with(answer, asker, after, now)

    def _rate(
        self, card: TopicCard, point: str, asker: Asker, *, verdict: Verdict, reason: str
    ) -> None:
        points = list_points(card)
        number = int(point) if point.isascii() and point.isdigit() else 0
        place = ""
        if 0 < number <= len(points):
            span = points[number - 1].spans[0]
            place = f"{span.article}:{span.start}-{span.end}"
        self._store.memory.add_feedback(
            Feedback(asker.key, card.id, place, verdict, reason[:2000], self._clock())
        )

    def _keep(self, answer: Answer, now: datetime) -> None:
        """Keep the cards of an answer, so that their buttons find them later."""
        cards: tuple[TopicCard, ...] = ()
        if isinstance(answer, CardAnswer):
            cards = (answer.card,)
        elif isinstance(answer, DigestAnswer):
            cards = tuple(entry.card for entry in answer.digest.entries)
        notes = self._store.notes
        shown = {card_key(card): card for card in cards}
        fresh = {key: card for key, card in shown.items() if not notes.has_just_kept(key, now)}
        notes.keep_cards({key: write_card(card) for key, card in fresh.items()}, now)
