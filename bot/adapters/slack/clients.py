"""Clients of Slack's SDK that try once, keep one connection pool and log nothing.

The SDK's own retries post twice when a connection breaks after the server has posted. Its logs
hold message texts and addresses that are as good as passwords, some of them above DEBUG, so that
they are switched off whatever the level of the program; what goes wrong is logged by us.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.adapters.slack.verdicts import TOO_MANY, wait_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState

    from bot.adapters.slack.config import SlackConfig

# Under a load balancer's usual minute, and a third of the ledger's lease at most.
REQUEST_SECONDS = 10
# Slack counts each method by itself; digests are posted by this one.
_POSTING = "/chat.postMessage"


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


def listen_for_waits(client: AsyncWebClient, hold: Callable[[float], None]) -> None:
    """Have `hold` hear for how many seconds Slack wants no posts, whoever was told so.

    Answers and digests of a workspace share its limit.
    """
    client.retry_handlers.append(_Waits(hold))


class _Waits(AsyncRetryHandler):
    """Looks at every answer of Slack's, and has nothing sent again."""

    def __init__(self, hold: Callable[[float], None]) -> None:
        super().__init__()
        self._hold = hold

    async def can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 - the signature is the SDK's
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002 - the same
    ) -> bool:
        if response and response.status_code == TOO_MANY and request.url.endswith(_POSTING):
            given = {name: values[0] for name, values in response.headers.items() if values}
            self._hold(wait_in(given))
        return False


def open_responder(address: str, session: aiohttp.ClientSession | None) -> AsyncWebhookClient:
    """A client of one response address, which works five times within half an hour."""
    return AsyncWebhookClient(
        url=address,
        timeout=REQUEST_SECONDS,
        session=session,
        logger=silent_logger(),
        retry_handlers=[],
    )
