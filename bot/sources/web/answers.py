"""What comes of asking the web for something: frozen data that decisions are made on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Why nothing came. What each means for a person is said in `bot.dialogue.source_words`.
Reason = Literal[
    "address",  # no address that can be asked
    "scheme",  # neither http nor https
    "userinfo",  # a name or password in the address
    "private",  # leads into a network that is not public
    "unreachable",  # no such host, nobody answers, the connection breaks
    "certificate",  # the certificate is not in order
    "redirects",  # sent on too often, or to nowhere
    "too slow",
    "too large",
    "encoding",  # packed in a way that cannot be unpacked
    "gone",  # 410
    "not found",  # 404
    "forbidden",  # 401, 402, 403, 451
    "busy",  # 429, 503; not asked again before the time that was named then
    "status",  # any other answer that is no success
    "robots",  # robots.txt forbids it
    "not a feed",
    "not a page",
    "no text",
    "unchanged",  # it was asked for changes alone
    "paywall",  # nothing of it is free
    "broken",  # cannot be parsed, or parsing took too much
    "listing",  # of a folder, by the server
    "removed",  # here, by somebody
]


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask with the next time ("has it changed since?")."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Wishes:
    """When to come back at the earliest, as the server says; seconds, 0 where it says nothing."""

    retry_after: int = 0
    max_age: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body. `url` is where it came from in the end, `moved_to` is set if that is for good."""

    url: str
    body: bytes
    media_type: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    wishes: Wishes = Wishes()
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing has changed since the validators were given."""

    validators: Validators = Validators()
    wishes: Wishes = Wishes()
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing came. `status` is that of HTTP, 0 where nobody answered or nobody was asked."""

    reason: Reason
    status: int = 0
    wishes: Wishes = Wishes()
    moved_to: str | None = None


Answer = Fetched | NotModified | Failed
