"""The routes of the page."""

from __future__ import annotations

from aiohttp import web

from bot.adapters.web import (
    chat,
    digests,
    entering,
    evidence,
    operations,
    shield,
    standing,
    topics,
)
from bot.adapters.web.render import STATIC
from bot.adapters.web.responses import lead_to
from bot.adapters.web.site import SITE, Site

# A form of ours is small; a question is cut at 2,000 characters anyway.
_LARGEST_FORM = 64 * 1024


def build_app(site: Site) -> web.Application:
    """The page as an application of aiohttp, behind the shield."""
    app = web.Application(middlewares=[shield.observe, shield.guard], client_max_size=_LARGEST_FORM)
    app[SITE] = site
    app.on_response_prepare.append(shield.add_headers)
    app.router.add_routes(
        [
            web.get("/", chat.show_chat),
            web.post("/say", chat.say),
            web.post("/press", chat.press),
            web.post("/complain", chat.complain),
            web.post("/plan", chat.plan_digest),
            web.get("/suggest", chat.suggest),
            web.get("/topics", topics.list_topics),
            web.get("/topics/{slug}", topics.show_topic),
            web.get("/topics/{slug}/{kind}.svg", topics.show_picture),
            web.get("/digest", digests.show_digest),
            web.get("/digest/{day}.{kind}", digests.export_digest),
            web.get("/feed.atom", digests.show_feed),
            web.get("/cards/{key}", evidence.show_evidence),
            web.get("/cards/{key}/card.{kind}", evidence.export_card),
            web.get("/status", standing.show_status),
            web.post("/language", entering.choose_language),
            web.get("/login", entering.show_login),
            web.post("/login", entering.log_in),
            web.get("/healthz", operations.show_alive),
            web.get("/readyz", operations.show_ready),
            web.get("/metrics", operations.show_measures),
            # Somebody who goes back or reloads after a question is where they began.
            web.get("/say", _home),
            web.get("/press", _home),
            web.get("/complain", _home),
            web.get("/plan", _home),
        ]
    )
    app.router.add_static("/static/", STATIC, append_version=False)
    return app


async def _home(request: web.Request) -> web.Response:
    del request
    return lead_to("/")
