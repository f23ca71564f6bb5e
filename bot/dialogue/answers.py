"""What the bot replies, as data. Knows no platform; the wording is added when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.cards import Digest, TopicCard
    from bot.core.feeds import FeedsReport
    from bot.core.ledger import DeliveryState, SubscriptionState
    from bot.core.outcomes import TopicLine

MOST_CHOICES = 3
MOST_TOPICS = 10

NoticeKind = Literal[
    "followed",
    "already_followed",
    "follow_what",
    "unfollowed",
    "not_followed",
    "paused",
    "resumed",
    "plan_in_channel",
    "stop_in_channel",
    "followed_here",
    "follows_all",
    "unfollowed_here",
    "paused_here",
    "resumed_here",
    "stopped_here",
    "nothing_planned",
    "planned",
    "plan_refused",
    "links_off",
    "link_not_yours",
    "link_refused",
    "link_added",
    "link_how",
    "welcome",
    "thanks",
    "any_time",
    "card_gone",
    "failed",
    "store_away",
    "takes_longer",
]


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A topic card; with `changes_first` what is new comes before the summary.

    `articles` are the ids of all articles of the topic: who is shown the card knows them.
    """

    card: TopicCard
    changes_first: bool = False
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicListAnswer:
    """The most active topics, at most ten; `topics` and `articles` count all there are."""

    lines: tuple[TopicLine, ...]
    topics: int
    articles: int


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """Two or three topics that are equally near to `query`."""

    query: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotFoundAnswer:
    """Nothing in `articles` articles; `query` is short and clean, suggestions at most three."""

    query: str
    suggestions: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class DigestAnswer:
    """A digest; `looked_at` is when this person last looked, if they asked what is new since."""

    digest: Digest
    looked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """How the standing order of a place stands.

    `next_due_at` is None while nothing is due. `last` says what became of the newest digest:
    its planned moment, its state in the ledger, why, and where it can be read.
    """

    state: SubscriptionState
    reason: str
    zone: str
    topics: tuple[str, ...]
    next_due_at: datetime | None
    last: LastDelivery | None = None


@dataclass(frozen=True, slots=True)
class LastDelivery:
    """The newest digest of a place. `link` leads to the message where the platform has links."""

    due_at: datetime
    state: DeliveryState
    reason: str
    sent_at: datetime | None
    link: str | None


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """How things stand in this conversation; `followed` are names of topics.

    `plan` is the standing order of the place, if there is one; `feeds` says how they are doing.
    """

    articles: int
    topics: int
    followed: tuple[str, ...]
    paused: bool
    looked_at: datetime | None
    plan: PlanStatus | None = None
    feeds: FeedsReport | None = None


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """One sentence of ours. `topic` is the name it speaks of, `undo` the command that reverts.

    `detail` is what else the sentence names: a moment, a person to ask, the id of an error.
    """

    kind: NoticeKind
    topic: str = ""
    undo: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """How to ask; `unknown` is the word that was not understood, short and clean, or empty.

    With `hello` it begins with a greeting.
    """

    unknown: str = ""
    hello: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is said; a platform may react with a sign."""


Answer = (
    CardAnswer
    | TopicListAnswer
    | ChoiceAnswer
    | NotFoundAnswer
    | DigestAnswer
    | StatusAnswer
    | NoticeAnswer
    | HelpAnswer
    | Silence
)
