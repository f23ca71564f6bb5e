"""Which request goes to which handler. The manifest names exactly these."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse

from bot.adapters.slack.choosing import Choosing
from bot.adapters.slack.clients import silent_logger
from bot.adapters.slack.home import Homing
from bot.adapters.slack.leaving import Leaving
from bot.adapters.slack.planning import Planning
from bot.adapters.slack.pressing import Pressing
from bot.adapters.slack.talking import Talking
from bot.adapters.slack.views import CHOOSE, COMPLAINT, PLAN
from bot.dialogue.buttons import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.authorization import AuthorizeResult

    from bot.adapters.slack.config import SlackConfig
    from bot.adapters.slack.front import Front

    Authorize = Callable[..., Awaitable[AuthorizeResult]]

_logger = logging.getLogger(__name__)
COMMANDS = ("/briefing", "/digest")
BRIEF_ON_THIS, ASK_ANYWHERE = "brief_on_this", "ask_anywhere"
_BUTTONS = re.compile(rf"({'|'.join(ACTIONS)})(\.\d+)?")


def build_app(front: Front, config: SlackConfig, *, authorize: Authorize | None = None) -> AsyncApp:
    """Bolt with our handlers. What nobody handles is acknowledged and forgotten.

    `authorize` says who we are in a workspace; without it Slack is asked once.
    """
    app = AsyncApp(
        client=front.client,
        authorize=authorize,
        signing_secret=config.signing_secret,
        request_verification_enabled=config.mode == "http",
        raise_error_for_unhandled_request=True,
        logger=silent_logger(),
    )
    planning = Planning(front)
    talking, pressing = Talking(front, planning), Pressing(front)
    choosing, homing, leaving = Choosing(front), Homing(front), Leaving(front)
    table: list[tuple[Callable[..., object], Callable[..., object]]] = [
        *((app.command(name), talking.hear_command) for name in COMMANDS),
        (app.event("app_mention"), talking.hear_mention),
        (app.event("message"), talking.hear_message),
        (app.event("app_home_opened"), homing.open),
        (app.event("app_uninstalled"), leaving.uninstalled),
        (app.event("tokens_revoked"), leaving.revoked),
        (app.action(_BUTTONS), pressing.press),
        (app.action("plan"), planning.press),
        (app.action("preview"), planning.preview),
        (app.view(PLAN), planning.send),
        (app.view(COMPLAINT), pressing.complain),
        (app.view(CHOOSE), choosing.send),
        (app.shortcut({"type": "message_action", "callback_id": BRIEF_ON_THIS}), choosing.brief_on),
        (app.shortcut({"type": "shortcut", "callback_id": ASK_ANYWHERE}), choosing.open),
        (app.options(re.compile("topics?")), choosing.suggest),
        (app.error, forget),
    ]
    for register, handler in table:
        register(handler)
    return app


async def forget(error: Exception) -> BoltResponse:
    """An answer other than 200 would make Slack send the request again, to no better end."""
    if not isinstance(error, BoltUnhandledRequestError):
        _logger.error("a request of Slack's broke its handler", exc_info=error)
    return BoltResponse(status=200)
