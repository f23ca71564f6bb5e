"""The web page as a service of the running bot: start, stop, health."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
from typing import TYPE_CHECKING

from aiohttp import web

from bot.adapters.web.app import build_app
from bot.adapters.web.config import check_config
from bot.adapters.web.site import Site
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.adapters.web.config import WebConfig
    from bot.adapters.web.ports import Shelf, Surroundings
    from bot.desk.desk import Desk

# What is being answered is finished; a connection that is merely kept open is not waited for.
_FINISH_WITHIN = 5.0
_logger = logging.getLogger(__name__)


class WebService:
    """Serves the page until it is stopped."""

    name = "web"
    # Digests are read here, not posted.
    platform = None

    def __init__(self, config: WebConfig, desk: Desk, shelf: Shelf, around: Surroundings) -> None:
        """Get ready; nothing listens before `start`.

        Raises:
            SettingsError: served like that, the page would be open to others.
        """
        check_config(config)
        self._config = config
        self._site = Site(config, desk, shelf, around)
        self._runner: web.AppRunner | None = None
        self._address = ""
        self._beside: asyncio.Task[None] | None = None

    @property
    def address(self) -> str:
        """Where the page is, as in "http://127.0.0.1:8765"; "" before it is served."""
        return self._address

    async def start(self) -> None:
        """Listen.

        Raises:
            SettingsError: the address or port cannot be listened on.
        """
        runner = web.AppRunner(
            build_app(self._site), access_log=None, shutdown_timeout=_FINISH_WITHIN
        )
        await runner.setup()
        listener = web.TCPSite(runner, self._config.host, self._config.port)
        try:
            await listener.start()
        except OSError as error:
            await runner.cleanup()
            where = "web_port"
            raise SettingsError(where, _explain(error, self._config)) from error
        self._runner = runner
        self._beside = asyncio.create_task(self._site.around.beside())
        self._address = _write_address(runner.addresses[0])
        _logger.info("the page is at %s", self._address)

    async def stop(self) -> None:
        """Accept nothing more and finish what is being answered, for five seconds at most."""
        runner, self._runner = self._runner, None
        if self._beside is not None:
            self._beside.cancel()
        if runner is not None:
            await runner.cleanup()
        self._site.threads.shutdown(wait=False, cancel_futures=True)

    def health(self) -> str | None:
        """None while the page is served."""
        return None if self._runner is not None else "the web page is not served"


def _explain(error: OSError, config: WebConfig) -> str:
    """Why the page cannot be served there. What asyncio says of it is for programmers."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {config.port} on {config.host} is taken; end what uses it, or set "
            "BRIEFING_WEB_PORT to another"
        )
    reason = os.strerror(error.errno) if error.errno else "the address cannot be found"
    return f"cannot listen on {config.host}, port {config.port}: {reason}"


def _write_address(bound: object) -> str:
    host, port = bound[0], bound[1]  # type: ignore[index]  # (host, port, …) of a TCP socket
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
