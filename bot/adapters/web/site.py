"""What every handler works with: the desk, the articles, the templates and a few threads."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from aiohttp import web

from bot.adapters.web.render import Drawer
from bot.adapters.web.visitors import VISITOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.adapters.web.config import WebConfig
    from bot.adapters.web.ports import Shelf, Surroundings
    from bot.adapters.web.visitors import Visitor
    from bot.desk.desk import Desk

# Answers are work for the processor: more threads than this only wait for each other.
_THREADS = 4

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Site:
    """One running page."""

    config: WebConfig
    desk: Desk
    shelf: Shelf
    around: Surroundings
    drawer: Drawer = field(default_factory=Drawer)
    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_THREADS, thread_name_prefix="web")
    )

    async def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do something in a thread of ours, so that the event loop goes on."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, lambda: work(*args, **kwargs))


SITE = web.AppKey("site", Site)


def site_of(request: web.Request) -> Site:
    """The page that the request came to."""
    return request.app[SITE]


def visitor_of(request: web.Request) -> Visitor:
    """Who made the request; the shield has found out."""
    return request[VISITOR]


def wants_piece(request: web.Request) -> bool:
    """Whether our script asks, which puts a piece into the page that is there."""
    return request.headers.get("X-Piece") == "1"
