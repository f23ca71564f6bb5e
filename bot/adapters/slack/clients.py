"""Clients of Slack's SDK that try once, keep one connection pool and log nothing.

The SDK's own retries post twice when a connection breaks after the server has posted. Its logs
hold message texts and addresses that are as good as passwords, some of them above DEBUG, so that
they are switched off whatever the level of the program; what goes wrong is logged by us.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

if TYPE_CHECKING:
    from bot.adapters.slack.config import SlackConfig

# Under a load balancer's usual minute, and a third of the ledger's lease at most.
REQUEST_SECONDS = 10


def silent_logger() -> logging.Logger:
    """A logger of which nothing comes out."""
    logger = logging.getLogger("bot.adapters.slack.sdk")
    logger.setLevel(logging.CRITICAL + 1)
    logger.propagate = False
    return logger


def open_session(
    *traces: aiohttp.TraceConfig, seconds: int = REQUEST_SECONDS
) -> aiohttp.ClientSession:
    """The connections that clients share; no request over them takes longer than `seconds`.

    The SDK bounds requests only over connections that it opens itself.
    """
    timeout = aiohttp.ClientTimeout(total=seconds)
    return aiohttp.ClientSession(timeout=timeout, trace_configs=list(traces))


def open_client(
    config: SlackConfig, token: str, session: aiohttp.ClientSession | None = None
) -> AsyncWebClient:
    """A client of the Web API. No method of it is ever sent twice by the SDK."""
    return AsyncWebClient(
        token=token,
        base_url=config.api_url,
        timeout=REQUEST_SECONDS,
        session=session,
        logger=silent_logger(),
        retry_handlers=[],
    )


def open_responder(address: str, session: aiohttp.ClientSession | None) -> AsyncWebhookClient:
    """A client of one response address, which works five times within half an hour."""
    return AsyncWebhookClient(
        url=address,
        timeout=REQUEST_SECONDS,
        session=session,
        logger=silent_logger(),
        retry_handlers=[],
    )
