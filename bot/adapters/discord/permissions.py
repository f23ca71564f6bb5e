"""What the bot must be allowed to do, what it lacks in a channel, and the link that invites it."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import discord

from bot.findings import Finding

if TYPE_CHECKING:
    from bot.adapters.discord.wording import Words

# A forum's posts are threads of their own, so that none is made from a message there.
NEEDED = ("view_channel", "send_messages", "send_messages_in_threads", "read_message_history")
NEEDED_FOR_THREADS = "create_public_threads"
_SCOPES = "bot applications.commands"


def missing_permissions(held: discord.Permissions, *, forum: bool) -> tuple[str, ...]:
    """Names, as discord.py has them, of what a digest needs there and the bot may not."""
    needed = NEEDED if forum else (*NEEDED, NEEDED_FOR_THREADS)
    return tuple(name for name in needed if not getattr(held, name))


def tell_missing(missing: tuple[str, ...], channel: str, words: Words) -> str:
    """The sentence for whoever plans: "In #news I may not: Send Messages"."""
    names = ", ".join(words.permissions[name] for name in missing)
    return words.cannot.format(channel=f"#{channel}", missing=names)


def invite_link(token: str) -> str | None:
    """The address that adds this bot to a server with no more rights than it needs.

    None if the token is not of Discord's form, whose first part is the id of the application.
    """
    application = _application_of(token)
    if application is None:
        return None
    wanted = discord.Permissions(**dict.fromkeys((*NEEDED, NEEDED_FOR_THREADS), True))
    query = {"client_id": application, "scope": _SCOPES, "permissions": wanted.value}
    return f"https://discord.com/oauth2/authorize?{urlencode(query)}"


def check_discord(token: str) -> tuple[Finding, ...]:
    """Whether Discord is switched on, and how the bot comes to a server."""
    if not token:
        sentence = "no BRIEFING_DISCORD_TOKEN is set; the README says where to get one"
        return (Finding("off", "discord", sentence),)
    link = invite_link(token)
    if link is None:
        sentence = "BRIEFING_DISCORD_TOKEN does not look like the token of a bot; copy it anew"
        return (Finding("wrong", "discord", sentence),)
    return (Finding("on", "discord", f"add the bot to a server: {link}"),)


def _application_of(token: str) -> str | None:
    first = token.strip().partition(".")[0]
    try:
        decoded = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return decoded if decoded.isdigit() else None
