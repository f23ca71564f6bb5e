"""Planning a channel's digest: the form, what it may lack, and what was filled in."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

import discord

from bot.adapters.discord.forms import PLAN, plan_form, read_plan_form
from bot.adapters.discord.permissions import missing_permissions, tell_missing
from bot.adapters.discord.wording import words_for
from bot.desk.plans import PlanDraft
from bot.desk.replies import Reply
from bot.dialogue.answers import NoticeAnswer
from bot.dialogue.buttons import Part
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.requests import PlanDigest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.adapters.discord.forms import Fields
    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.plans import Problem

_logger = logging.getLogger(__name__)
_SUGGESTED = 25


class Notes(Protocol):
    """Texts kept under a key, also across restarts."""

    def load(self, keys: Iterable[str], /) -> Mapping[str, str]:
        """What is kept; a key without anything is left out."""

    def save(self, contents: Mapping[str, str], now: datetime, /) -> None:
        """Keep each text under its key."""


class Planning:
    """Opens and reads the form. Its methods use the store: call them in a thread."""

    def __init__(self, desk: Desk, notes: Notes) -> None:
        """Drafts wait in `notes` until they are sent, so that a mistake costs no second typing."""
        self._desk = desk
        self._notes = notes

    def open(
        self, asker: Asker, *, time: str = "", zone: str = "", quiet: bool | None = None
    ) -> discord.ui.Modal | Reply:
        """The form, with what was said in the command filled in; or why there is none."""
        reply = self._desk.respond(PlanDigest(), asker)
        if reply.form is None:
            return reply
        draft = replace(reply.form, time=time or reply.form.time, zone=zone or reply.form.zone)
        if quiet is not None:
            draft = replace(draft, quiet=quiet)
        return self._form(draft, asker)

    def open_again(self, asker: Asker) -> discord.ui.Modal | Reply:
        """The form as it was last filled in here by this person."""
        reply = self._desk.respond(PlanDigest(), asker)
        if reply.form is None:
            return reply
        return self._form(self._recall(asker) or reply.form, asker)

    def send(self, fields: Fields, asker: Asker) -> Reply:
        """Plan what was filled in; the reply says when the digest comes or what is wrong."""
        reply = self._desk.respond(PlanDigest(), asker)
        if reply.form is None:
            return reply
        draft = read_plan_form(fields, self._recall(asker) or reply.form)
        self._remember(draft, asker)
        planned = self._desk.plan(draft, asker)
        return planned if isinstance(planned, Reply) else _tell_problems(planned, draft, asker)

    def _form(self, draft: PlanDraft, asker: Asker) -> discord.ui.Modal:
        self._remember(draft, asker)
        return plan_form(draft, self._desk.suggest("", limit=_SUGGESTED), asker.language)

    def _remember(self, draft: PlanDraft, asker: Asker) -> None:
        self._notes.save({_key(asker): json.dumps(asdict(draft))}, datetime.now(UTC))

    def _recall(self, asker: Asker) -> PlanDraft | None:
        kept = self._notes.load((_key(asker),)).get(_key(asker))
        return _read_draft(kept) if kept else None


def refuse_channel(channel: Any, asker: Asker) -> Reply | None:  # noqa: ANN401 - any kind of channel
    """Why no digest can be posted in this channel, by what Discord lets the bot do there now."""
    if asker.place.direct:
        return None
    words = words_for(asker.language)
    if isinstance(channel, discord.Thread):
        channel = channel.parent
    if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
        return _say(words.not_here)
    forum = isinstance(channel, discord.ForumChannel)
    missing = missing_permissions(channel.permissions_for(channel.guild.me), forum=forum)
    return _say(tell_missing(missing, channel.name, words)) if missing else None


class AgainButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=PLAN):
    """Opens the form once more, also after a restart."""

    def __init__(self, label: str = "") -> None:
        """Show `label`."""
        super().__init__(discord.ui.Button(label=label, custom_id=PLAN))

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any, /) -> AgainButton:  # noqa: ANN401 - by discord.py
        """The button that was pressed."""
        del interaction, match
        return cls(getattr(item, "label", None) or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        await interaction.client.take_plan_again(interaction)


def _tell_problems(problems: tuple[Problem, ...], draft: PlanDraft, asker: Asker) -> Reply:
    words = words_for(asker.language)
    lines = tuple(Line((Run(one.sentence, "label"),), bullet=True) for one in problems)
    title = Line((Run(words.plan_wrong, "label"),))
    outline = Outline(words.plan_wrong, title, (Section("notice", "", lines),))
    return Reply(NoticeAnswer("plan_refused"), (Part(outline),), form=draft)


def _say(sentence: str) -> Reply:
    outline = Outline(sentence, Line((Run(sentence, "label"),)))
    return Reply(NoticeAnswer("plan_refused"), (Part(outline),))


def _key(asker: Asker) -> str:
    return f"plan:{asker.place.key}:{asker.person}"


def _read_draft(text: str) -> PlanDraft | None:
    """None for a draft that another version of the program left in another shape."""
    try:
        fields = json.loads(text)
        fields["topics"] = tuple(fields["topics"])
        fields["weekdays"] = tuple(fields["weekdays"])
        return PlanDraft(**fields)
    except (ValueError, TypeError, KeyError):
        return None
