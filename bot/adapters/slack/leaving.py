"""The workspace removes the bot, or takes its token away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.adapters.slack.front import Front

    Ack = Callable[..., Awaitable[Any]]
    Payload = Mapping[str, Any]


class Leaving:
    """Handlers for the end of an installation."""

    def __init__(self, front: Front) -> None:
        """Tell `front`."""
        self._front = front

    async def uninstalled(self, ack: Ack, body: Payload) -> None:
        """The app is gone from the workspace."""
        await ack()
        await self._front.leave(float(body.get("event_time") or 0))

    async def revoked(self, ack: Ack, body: Payload, event: Payload) -> None:
        """Tokens were revoked; only the bot's own matters, as we hold no others."""
        await ack()
        if (event.get("tokens") or {}).get("bot"):
            await self._front.leave(float(body.get("event_time") or 0))
