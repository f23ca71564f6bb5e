"""What a person can ask for. Knows no platform and no wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.seeking import Sought


@dataclass(frozen=True, slots=True)
class AskTopic:
    """The card of a topic. `query` is as written, without question words and punctuation.

    `changes_first`: the person asked for what is new. `otherwise` is a second reading of the
    same words ("new york" beside "york"), to be preferred where it names a topic. `asked` is what
    else the words may ask of a topic, to be preferred where they name one.
    """

    query: str
    changes_first: bool = False
    otherwise: AskTopic | None = None
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A sum, a count, a time, a person or a place of a topic that is named somewhere in `words`.

    `is_back`: the words may mean the topic of the last answer instead ("was kostet das?").
    """

    sought: Sought
    words: str
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The topic of the last answer once more ("und was ist neu daran?")."""

    changes_first: bool = False


@dataclass(frozen=True, slots=True)
class ListTopics:
    """The topics there are."""


@dataclass(frozen=True, slots=True)
class DigestNow:
    """Today's digest."""


@dataclass(frozen=True, slots=True)
class DigestNew:
    """What is new since this person last looked."""


@dataclass(frozen=True, slots=True)
class PreviewDigest:
    """Today's digest, without counting as looked at."""


@dataclass(frozen=True, slots=True)
class PlanDigest:
    """When and where the digest is to be posted."""


@dataclass(frozen=True, slots=True)
class ShowStatus:
    """What is followed, paused, read and when it was last looked at."""


@dataclass(frozen=True, slots=True)
class Follow:
    """A topic for the digest; an empty `topic` means the one of the last answer."""

    topic: str


@dataclass(frozen=True, slots=True)
class Unfollow:
    """A topic no longer for the digest; an empty `topic` means the one of the last answer."""

    topic: str


@dataclass(frozen=True, slots=True)
class Pause:
    """No digest until told otherwise."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The digest again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of the planned digest."""


@dataclass(frozen=True, slots=True)
class AddLink:
    """The article on the page at `url`, which begins with http:// or https://."""

    url: str


@dataclass(frozen=True, slots=True)
class Help:
    """How to ask. `unknown` is the word that was not understood, or empty.

    With `hello` it answers a greeting.
    """

    unknown: str = ""
    hello: bool = False


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Thanks, greetings (`hello`), a smile: nothing to look up."""

    hello: bool = False


Request = (
    AskTopic
    | AskAgain
    | ListTopics
    | DigestNow
    | DigestNew
    | PreviewDigest
    | PlanDigest
    | ShowStatus
    | Follow
    | Unfollow
    | Pause
    | Resume
    | Stop
    | AddLink
    | Help
    | SmallTalk
)


def aloud(request: Request) -> Request:
    """The same, for where one talks alone with the bot: a greeting is answered with help.

    Among others who greet each other it says nothing.
    """
    return Help(hello=True) if request == SmallTalk(hello=True) else request
