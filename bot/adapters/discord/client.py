"""The client: what comes in from Discord, as one call of the desk each."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord.answering import (
    Answering,
    FollowTarget,
    ReplyTarget,
    acknowledge,
)
from bot.adapters.discord.askers import Languages, addressed_text, asker_by, author_of
from bot.adapters.discord.commands import BriefingTree
from bot.adapters.discord.forms import COMPLAIN, PLAN, complain_form, read_fields
from bot.adapters.discord.limits import CHOICES
from bot.adapters.discord.planning import AgainButton, Planning, refuse_channel
from bot.adapters.discord.presses import PressButton
from bot.adapters.discord.wording import words_for
from bot.dialogue.printable import clean
from bot.dialogue.requests import ListTopics

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.adapters.discord.answering import Run
    from bot.adapters.discord.config import DiscordConfig
    from bot.adapters.discord.planning import Notes
    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.replies import Reply
    from bot.dialogue.buttons import Action
    from bot.dialogue.requests import Request

    Interaction = discord.Interaction[Any]

_logger = logging.getLogger(__name__)
# Where the fingerprint of the registered commands is kept.
_SYNCED = "discord:commands"


class BriefingClient(discord.AutoShardedClient):
    """One bot on all servers of its shards. Needs no privileged intent."""

    def __init__(
        self, config: DiscordConfig, desk: Desk, notes: Notes, *, run: Run = asyncio.to_thread
    ) -> None:
        """Ask `desk` by means of `run`; drafts and fingerprints are kept in `notes`."""
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        # discord.py takes no empty list for "all of them".
        shards: Any = {"shard_ids": list(config.shard_ids)} if config.shard_ids else {}
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=config.shard_count,
            max_messages=None,
            **shards,
        )
        self.tree = BriefingTree(self)
        self._config = config
        self._desk = desk
        self._notes = notes
        self._planning = Planning(desk, notes)
        self._languages = Languages(config.language)
        self._answering = Answering(desk, run)
        self._answers: set[asyncio.Task[Any]] = set()
        self.connected = asyncio.Event()
        self.add_dynamic_items(PressButton, AgainButton)

    async def setup_hook(self) -> None:
        """Register the commands if they changed since the last time."""
        known = await asyncio.to_thread(self._notes.load, (_SYNCED,))
        fingerprint = await self.tree.fingerprint()
        if known.get(_SYNCED) == fingerprint:
            return
        await self.tree.sync()
        _logger.info("the commands were registered with Discord")
        kept = {_SYNCED: fingerprint}
        await asyncio.to_thread(self._notes.save, kept, discord.utils.utcnow())

    async def on_ready(self) -> None:
        """Every shard is connected."""
        self.connected.set()

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is meant for the bot, once."""
        bot = self.user
        text = addressed_text(message, bot.id) if bot is not None else None
        if text is None:
            return
        asker = author_of(message, self._languages.guess(message), self._config)
        with self._counted():
            await self._answer_message(message, text, asker)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take a form that was sent; everything else has its own way."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data or {}
        form, fields = str(data.get("custom_id", "")), read_fields(data)
        asker = self._asker(interaction)
        if form == PLAN:
            await self._take_plan_form(interaction, fields, asker)
        elif form.startswith(COMPLAIN):
            key = form.removeprefix(COMPLAIN)
            point, reason = ("".join(fields.get(name, ())) for name in ("point", "reason"))
            ask = partial(self._desk.complain, key, point, reason, asker)
            await self._privately(interaction, ask, asker)

    def suggest(self, typed: str) -> tuple[str, ...]:
        """Names of topics, from memory; none rather than an error, for nobody could be told."""
        try:
            # Names that are too long for Discord are left out later, so a few more are asked for.
            return self._desk.suggest(typed, limit=CHOICES * 4)
        except Exception:
            _logger.exception("no suggestions")
            return ()

    async def take_text(self, interaction: Interaction, text: str) -> None:
        """Answer a line privately."""
        asker = self._asker(interaction)
        await self._privately(interaction, lambda: self._never_silent(text, asker), asker)

    async def take_request(self, interaction: Interaction, request: Request) -> None:
        """Answer a request privately."""
        asker = self._asker(interaction)
        await self._privately(interaction, lambda: self._desk.respond(request, asker), asker)

    async def take_message(self, interaction: Interaction, text: str) -> None:
        """Brief on what a message is about, privately."""
        asker = self._asker(interaction)
        await self._privately(interaction, lambda: self._never_silent_about(text, asker), asker)

    async def take_plan(
        self, interaction: Interaction, *, time: str, zone: str, quiet: bool | None
    ) -> None:
        """Open the form for the channel's digest, for whoever may plan where the bot may post."""
        asker = self._asker(interaction)
        refused = refuse_channel(interaction.channel, asker) if asker.may_plan else None
        if refused is not None:
            await self._privately(interaction, lambda: refused, asker)
            return
        await self._open(
            interaction,
            lambda: self._planning.open(asker, time=time, zone=zone, quiet=quiet),
            asker,
        )

    async def take_plan_again(self, interaction: Interaction) -> None:
        """Open the form once more."""
        asker = self._asker(interaction)
        await self._open(interaction, lambda: self._planning.open_again(asker), asker)

    async def take_press(self, interaction: Interaction, action: Action, target: str) -> None:
        """Answer a button: privately, but for what is to be shared."""
        asker = self._asker(interaction)
        if action == "down":
            await self._open(interaction, lambda: self._complaint(target, asker), asker)
        elif action == "share":
            await self._share(interaction, target, asker)
        else:
            ask = partial(self._desk.press, action, target, asker)
            await self._privately(interaction, ask, asker)

    async def finish_answers(self, limit: float) -> None:
        """Wait at most `limit` seconds for the answers that are under way."""
        if self._answers:
            await asyncio.wait(self._answers, timeout=limit)

    def _asker(self, interaction: Interaction) -> Asker:
        return asker_by(interaction, self._languages.learn(interaction), self._config)

    def _never_silent(self, text: str, asker: Asker) -> Reply:
        """A command is answered even if it says "thanks"."""
        reply = self._desk.answer(text, asker)
        return reply if reply.parts else self._desk.respond(ListTopics(), asker)

    def _never_silent_about(self, text: str, asker: Asker) -> Reply:
        reply = self._desk.answer_about(text, asker)
        return reply if reply.parts else self._desk.respond(ListTopics(), asker)

    def _complaint(self, key: str, asker: Asker) -> discord.ui.Modal | Reply:
        points = self._desk.points(key)
        if not points:
            return self._desk.say("card_gone", asker)
        return complain_form(key, points, asker.language)

    async def _privately(
        self, interaction: Interaction, ask: Callable[[], Reply], asker: Asker
    ) -> None:
        with self._counted():
            await self._answering.privately(interaction, ask, asker)

    async def _open(
        self, interaction: Interaction, make: Callable[[], discord.ui.Modal | Reply], asker: Asker
    ) -> None:
        """Show the form, or say why there is none. A form must come within three seconds."""
        with self._counted():
            await self._answering.open(interaction, make, asker)

    async def _share(self, interaction: Interaction, target: str, asker: Asker) -> None:
        """Post the card for everybody in the channel; what was private stays as it is."""
        with self._counted():
            if not await acknowledge(interaction, thinking=False):
                return
            ask = partial(self._desk.press, "share", target, asker)
            name = clean(interaction.user.display_name)
            note = words_for(asker.language).shared_by.format(name=name)
            outlet = FollowTarget(interaction, private=False)
            await self._answering.answer(outlet, ask, asker, note=note)

    async def _take_plan_form(self, interaction: Interaction, fields: Any, asker: Asker) -> None:  # noqa: ANN401 - read back
        refused = refuse_channel(interaction.channel, asker) if asker.may_plan else None
        if refused is not None:
            await self._privately(interaction, lambda: refused, asker)
            return
        await self._privately(interaction, lambda: self._planning.send(fields, asker), asker)

    async def _answer_message(self, message: discord.Message, text: str, asker: Asker) -> None:
        def ask() -> Reply | None:
            # A connection that is resumed may bring a message a second time.
            if not self._desk.is_first("discord", str(message.id)):
                return None
            return self._desk.answer(text, asker)

        await self._answering.answer(ReplyTarget(message), ask, asker)

    def _counted(self) -> _Counted:
        return _Counted(self._answers)


class _Counted:
    """Keeps the current task among the answers that are under way."""

    def __init__(self, answers: set[asyncio.Task[Any]]) -> None:
        self._answers = answers
        self._task = asyncio.current_task()

    def __enter__(self) -> None:
        if self._task is not None:
            self._answers.add(self._task)

    def __exit__(self, *raised: object) -> None:
        if self._task is not None:
            self._answers.discard(self._task)
