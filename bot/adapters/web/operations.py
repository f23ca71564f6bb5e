"""For machines that look after the bot: alive, ready, measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.adapters.web.responses import plain
from bot.adapters.web.site import site_of

if TYPE_CHECKING:
    from bot.adapters.web.ports import Condition

_UNAVAILABLE = 503


async def show_alive(request: web.Request) -> web.Response:
    """200 while the event loop turns."""
    del request
    return plain("ok")


async def show_ready(request: web.Request) -> web.Response:
    """200 if every part is well, else 503. Says which part is not, not why: anyone may ask."""
    site = site_of(request)
    conditions = await site.run(site.around.conditions)
    return web.json_response(
        {"ready": is_ready(conditions), "parts": {one.name: not one.trouble for one in conditions}},
        status=200 if is_ready(conditions) else _UNAVAILABLE,
        headers={"Cache-Control": "no-store"},
        dumps=lambda data: json.dumps(data, ensure_ascii=False),
    )


async def show_measures(request: web.Request) -> web.Response:
    """What was counted, for Prometheus."""
    site = site_of(request)
    body = await site.run(site.around.measures)
    return web.Response(
        body=body, headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
    )


def is_ready(conditions: tuple[Condition, ...]) -> bool:
    """Whether no part is in trouble."""
    return not any(one.trouble for one in conditions)
