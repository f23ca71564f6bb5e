"""Connections that are made only to addresses of the public internet, or of a given list."""

from __future__ import annotations

import errno
import socket
from functools import partial
from typing import TYPE_CHECKING

from bot.sources.web.addresses import is_public

if TYPE_CHECKING:
    from aiohttp import AddrInfoType, ClientSession
    from aiohttp.abc import AbstractResolver

    from bot.sources.web.addresses import Network
    from bot.sources.web.answers import Reason

MOST_CONNECTIONS = 100
MOST_PER_HOST = 2
_CONNECT_SECONDS = 10


class RefusedAddress(OSError):
    """The name led to an address that must not be reached from here."""

    def __init__(self, address: str) -> None:
        """Keep the address for the log; it tells about the own network, so for nobody else."""
        super().__init__(errno.EACCES, "address refused")
        self.address = address


def open_session(
    *, allowed: tuple[Network, ...] = (), resolver: AbstractResolver | None = None
) -> ClientSession:
    """A client without cookies, proxies or unpacking, which judges each address it connects to.

    The judgement falls between resolving and connecting, on the very address that is then
    connected to; that is also so after a redirect, since every hop is a request of its own.
    """
    # Loading it takes half a second, and only what goes to the network needs it.
    from aiohttp import (  # noqa: PLC0415 (see the line above)
        ClientSession,
        ClientTimeout,
        DummyCookieJar,
        TCPConnector,
    )

    connector = TCPConnector(
        limit=MOST_CONNECTIONS,
        limit_per_host=MOST_PER_HOST,
        resolver=resolver,
        socket_factory=partial(_open_socket, allowed=allowed),
        keepalive_timeout=5,
    )
    return ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
        # The time of a whole answer is limited by the caller.
        timeout=ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS),
    )


def reason_of(error: Exception) -> Reason | None:
    """What an error of the client means; None if it is none of the network's."""
    import aiohttp  # noqa: PLC0415 (loaded by now)

    if isinstance(error, RefusedAddress) or isinstance(error.__cause__, RefusedAddress):
        return "private"
    if isinstance(error, TimeoutError):
        return "too slow"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return "certificate"
    if isinstance(error, aiohttp.InvalidURL | UnicodeError):
        return "address"
    return "unreachable" if isinstance(error, aiohttp.ClientError | OSError) else None


def _open_socket(info: AddrInfoType, *, allowed: tuple[Network, ...]) -> socket.socket:
    family, kind, protocol, _, address = info
    if not is_public(str(address[0]), allowed):
        raise RefusedAddress(str(address[0]))
    return socket.socket(family=family, type=kind, proto=protocol)
