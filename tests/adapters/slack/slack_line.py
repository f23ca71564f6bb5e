"""The delivery port for Slack with the SDK's client, over loopback to Slack's double."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.slack.slack_double import SlackDouble

from bot.adapters.slack.clients import open_client, open_session
from bot.adapters.slack.config import SlackConfig
from bot.adapters.slack.delivery import SlackPlatform
from bot.adapters.slack.posting import CARD, DIGEST, look_last, read_mark

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from delivery.stand_ins import Clock


@dataclass
class Line:
    """A platform on an event loop of its own, as the service has one, and the Slack behind it."""

    platform: SlackPlatform
    double: SlackDouble
    loop: asyncio.AbstractEventLoop

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=60)

    def parents(self, channel: str) -> list[dict[str, Any]]:
        return [one for one in self.double.posted(channel) if read_mark(one, DIGEST)]

    def cards(self, channel: str) -> list[dict[str, Any]]:
        return [one for one in self.double.posted(channel) if read_mark(one, CARD)]


@contextmanager
def connected(clock: Clock) -> Iterator[Line]:
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    ready = threading.Event()
    platform = SlackPlatform(card_pause=0, monotonic=clock.monotonic)
    double = SlackDouble()

    async def serve() -> None:
        async with (
            double.running(),
            open_session(look_last(), seconds=1) as session,
        ):
            config = SlackConfig("xoxb-1", api_url=double.api_url)
            client = open_client(config, "xoxb-1", session)
            platform.connect(client, "https://haus.slack.test/")
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield Line(platform, double, loop)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)
        loop.close()
