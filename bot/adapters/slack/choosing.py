"""Shortcuts, and the typeahead wherever a topic is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.adapters.slack.blocks import fits_option, option
from bot.adapters.slack.forms import read_topic, where_of_view
from bot.adapters.slack.heard import where_of_action, words_of
from bot.adapters.slack.limits import OPTIONS
from bot.adapters.slack.outlets import Openly, Privately, open_modal
from bot.adapters.slack.views import choose_modal
from bot.adapters.slack.words import WORDS
from bot.dialogue.requests import AskTopic

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.adapters.slack.front import Front
    from bot.adapters.slack.heard import Where

    Ack = Callable[..., Awaitable[Any]]
    Payload = Mapping[str, Any]


class Choosing:
    """Handlers for shortcuts and menus of topics."""

    def __init__(self, front: Front) -> None:
        """Answer with `front`."""
        self._front = front

    async def suggest(self, ack: Ack, payload: Payload) -> None:
        """Topics that begin like what was typed; the desk has them in memory."""
        names = self._front.desk.suggest(str(payload.get("value") or ""), limit=2 * OPTIONS)
        fitting = [option(name, name) for name in names if fits_option(name)]
        await ack(options=fitting[:OPTIONS])

    async def brief_on(self, ack: Ack, body: Payload) -> None:
        """A message of somebody's: privately, the card of the topic that it names."""
        await ack()
        where, desk = where_of_action(body), self._front.desk
        text = words_of(str(body["message"].get("text") or ""))
        outlet = Privately(self._front.client, where, str(body.get("response_url") or ""))
        await self._front.serve(outlet, where, lambda asker: desk.answer_about(text, asker))

    async def open(self, ack: Ack, body: Payload) -> None:
        """From anywhere: a form that asks for the topic."""
        await ack()
        where = where_of_action(body)
        outlet = Openly(self._front.client, where)
        await self._front.guard(outlet, where, self._open(where, body["trigger_id"]))

    async def send(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The topic was chosen: its card comes as a direct message, where it can be kept."""
        await ack()
        where, desk = where_of_view(body), self._front.desk
        topic = read_topic(view)
        outlet = Openly(self._front.client, where)
        await self._front.serve(outlet, where, lambda asker: desk.respond(AskTopic(topic), asker))

    async def _open(self, where: Where, trigger: str) -> None:
        language = self._front.people.stranger(where).language
        title = WORDS[language].choose_title
        modal = await open_modal(self._front.client, trigger, title, language)
        asker = await self._front.people.asker(where)
        await self._front.client.views_update(
            view_id=modal.view_id, view=choose_modal(asker.language)
        )
