"""The home tab and the prompts of the messages tab."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.blocks import actions, button, context, divider, fits_option, section
from bot.adapters.slack.heard import Where
from bot.adapters.slack.limits import ACTIONS, BLOCKS_IN_VIEW, PROMPTS
from bot.adapters.slack.mrkdwn import bold, cut, plain
from bot.adapters.slack.outlets import Openly
from bot.adapters.slack.render import blocks_of_outline
from bot.adapters.slack.views import heading, home_view
from bot.adapters.slack.words import WORDS
from bot.dialogue.buttons import LONGEST_TARGET
from bot.dialogue.labels import labels_for
from bot.dialogue.labels.fields import BOT_NAME
from bot.dialogue.printable import clean
from bot.dialogue.spelling import spell
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.front import Front
    from bot.core.ledger import Subscription
    from bot.core.models import Language
    from bot.desk.desk import Home
    from bot.desk.people import Asker

    Payload = Mapping[str, Any]

# The order of the home tab is kept, so that each list gives way before the next is pushed out.
_MOST_ORDERS = 30
_MOST_TOPICS = 25
_MOST_PAGES = 10
_LONGEST_PROMPT = 75


class Homing:
    """Handlers for the two tabs of our own page."""

    def __init__(self, front: Front) -> None:
        """Answer with `front`."""
        self._front = front

    async def open(self, event: Payload, body: Payload) -> None:
        """Somebody opens a tab. Bolt has acknowledged it already."""
        user = str(event["user"])
        where = Where(str(body.get("team_id") or ""), user, user, private=True)
        outlet = Openly(self._front.client, where)
        if event.get("tab") == "messages":
            await self._front.guard(outlet, where, self._suggest(where, str(event["channel"])))
        else:
            await self._front.guard(outlet, where, self._publish(where))

    async def _publish(self, where: Where) -> None:
        asker = await self._front.people.asker(where)
        home = await asyncio.to_thread(self._front.desk.home, asker)
        channels = await self._channels(where) if home.orders else frozenset()
        view = home_view(render_home(home, asker, channels))
        await self._front.client.views_publish(user_id=where.user, view=view)

    async def _suggest(self, where: Where, channel: str) -> None:
        """Prompts for the messages tab. With a `thread_ts` Slack would show none of them."""
        asker = await self._front.people.asker(where)
        topics = await asyncio.to_thread(self._front.desk.suggest, "", limit=PROMPTS - 1)
        await self._front.client.assistant_threads_setSuggestedPrompts(
            channel_id=channel,
            title=WORDS[asker.language].prompts_title,
            prompts=prompts(topics, asker.language),
        )

    async def _channels(self, where: Where) -> frozenset[str]:
        """The channels that this person and we are both in; what else there is stays unseen."""
        found: set[str] = set()
        cursor = ""
        try:
            for _ in range(_MOST_PAGES):
                answer = await self._front.client.users_conversations(
                    user=where.user,
                    types="public_channel,private_channel",
                    limit=200,
                    cursor=cursor,
                )
                found |= {str(one["id"]) for one in answer.get("channels") or ()}
                cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
                if not cursor:
                    break
        except SlackApiError:
            return frozenset(found)
        return frozenset(found)


def prompts(topics: Sequence[str], language: Language) -> list[dict[str, str]]:
    """Today's digest and the most active topics, at most four."""
    words = WORDS[language]
    digest = {"title": words.prompt_digest, "message": spell("/digest now", language)}
    named = [
        {"title": cut(clean(name), _LONGEST_PROMPT), "message": cut(clean(name), _LONGEST_PROMPT)}
        for name in topics
    ]
    return [digest, *named][:PROMPTS]


def render_home(home: Home, asker: Asker, channels: AbstractSet[str]) -> list[Block]:
    """My topics, the digests that I may see, help; at most a hundred blocks."""
    words = WORDS[asker.language]
    mine = [
        order
        for order in home.orders
        if order.wish.channel in channels or order.wish.owner == asker.person
    ]
    blocks = [heading(BOT_NAME), section(bold(words.home_topics)), *_topics(home, asker.language)]
    blocks += [divider(), section(bold(words.home_orders))]
    blocks += [section(_order(order, asker)) for order in mine[:_MOST_ORDERS]]
    if len(mine) > _MOST_ORDERS:
        blocks.append(context(plain(words.home_more.format(n=len(mine) - _MOST_ORDERS))))
    if not mine:
        blocks.append(context(words.home_no_orders))
    blocks += [divider(), *blocks_of_outline(home.help.outline, asker.language)]
    return blocks[:BLOCKS_IN_VIEW]


def _topics(home: Home, language: Language) -> list[Block]:
    words = WORDS[language]
    shown = [name for name in home.followed if len(name) <= LONGEST_TARGET and fits_option(name)]
    if not home.followed:
        return [context(plain(words.home_no_topics))]
    row = [button(f"ask.{n}", name, name) for n, name in enumerate(shown[:_MOST_TOPICS], start=1)]
    rest = len(home.followed) - len(row)
    more = [context(plain(words.home_more.format(n=rest)))] if rest else []
    return [*([actions(row[:ACTIONS])] if row else []), *more]


def _order(order: Subscription, asker: Asker) -> str:
    """The channel, its topics, and when its next digest comes where the reader lives."""
    words, labels = WORDS[asker.language], labels_for(asker.language)
    wish = order.wish
    where = f"<#{wish.channel}>" if wish.channel[:1] in {"C", "G"} else bold(BOT_NAME)
    topics = ", ".join(clean(name) for name in wish.topics) or labels.status_plan_all
    following = words.home_none_next.format(state=labels.states[order.state])
    if order.next_due_at is not None:
        following = words.home_next.format(moment=moment(order.next_due_at, asker))
    return f"{where} · {following}\n{plain(cut(topics, 500))}"


def moment(when: datetime, asker: Asker) -> str:
    """A moment in the zone of whoever looks; as we write it where Slack cannot."""
    fallback = Viewer(language=asker.language, zone=asker.zone).moment(when)
    return f"<!date^{int(when.timestamp())}^{{date_short_pretty}}, {{time}}|{plain(fallback)}>"
