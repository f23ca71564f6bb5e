"""What a payload of Slack says: who, where, which words. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    Payload = Mapping[str, Any]

_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_SPECIAL = re.compile(r"<!([^>|]*)(?:\|([^>]*))?>")
_LINK = re.compile(r"<([^>|]*)(?:\|([^>]*))?>")
_PAGE = re.compile(r"https?://", re.IGNORECASE)
# What is written by people: plain, with a file, or sent to the channel from a thread.
_WRITTEN = frozenset({None, "file_share", "thread_broadcast"})


@dataclass(frozen=True, slots=True)
class Where:
    """Who speaks and where. `private`: only that person will see the answer."""

    team: str
    user: str
    channel: str
    thread: str = ""
    private: bool = False

    @property
    def direct(self) -> bool:
        """Whether this is a talk with one person. Ids of such channels begin with D."""
        return self.channel[:1] in {"D", "U", "W"}


def words_of(text: str) -> str:
    """What somebody wrote, without mentions; of a page its address, of other links the name."""
    spoken = _SPECIAL.sub(lambda match: match[2] or " ", _MENTION.sub(" ", text))
    spoken = _LINK.sub(_name_or_address, spoken)
    return spoken.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def _name_or_address(link: re.Match[str]) -> str:
    """Slack makes a link of "deepseek.ai", too: there the address holds no more than the name."""
    address, name = link[1], link[2]
    if not name or (_PAGE.match(address) and name.strip("/") != _PAGE.sub("", address).strip("/")):
        return str(address)
    return str(name)


def mentions(text: str) -> frozenset[str]:
    """The ids of those who are mentioned."""
    return frozenset(_MENTION.findall(text))


def is_written(event: Payload) -> bool:
    """Whether a person wrote this message, and not a bot or an edit."""
    return event.get("subtype") in _WRITTEN and not event.get("bot_id") and "user" in event


def is_follow_up(event: Payload, me: str) -> bool:
    """Whether it stands in a thread and is addressed to nobody but `me`."""
    thread = event.get("thread_ts")
    return bool(thread) and thread != event.get("ts") and not mentions(event.get("text", "")) - {me}


def where_of_event(event: Payload, team: str) -> Where:
    """A mention is answered in its thread, a direct message beside it."""
    direct = event.get("channel_type") == "im" or str(event["channel"]).startswith("D")
    thread = event.get("thread_ts") or ("" if direct else event.get("ts"))
    return Where(team, str(event["user"]), str(event["channel"]), str(thread or ""))


def where_of_command(command: Payload) -> Where:
    """A slash command is answered privately."""
    return Where(
        str(command.get("team_id", "")),
        str(command["user_id"]),
        str(command["channel_id"]),
        private=True,
    )


def where_of_action(body: Payload) -> Where:
    """A press or a shortcut. In a modal or on the home tab it is a talk with that person."""
    user = str(body["user"]["id"])
    message = body.get("message") or {}
    container = body.get("container") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or user
    thread = message.get("thread_ts") or container.get("thread_ts") or ""
    team = (body.get("team") or {}).get("id") or body["user"].get("team_id", "")
    return Where(str(team), user, str(channel), str(thread), private=True)
