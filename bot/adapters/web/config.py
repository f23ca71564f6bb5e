"""How the page is served and who may see it, as plain values; what would be unsafe is refused."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING

from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.core.models import Language

Network = IPv4Network | IPv6Network

SHORTEST_TOKEN = 16
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class WebConfig:
    """`hosts` are the names, beside those of loopback, under which browsers reach the page.

    `token`: whoever has it may see the page. `proxy_header`: the header in which a proxy in
    `proxies` names the person whom it has let through; nobody else is then answered.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    hosts: tuple[str, ...] = ()
    proxy_header: str = ""
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    language: Language = "de"
    zone: str = "Europe/Berlin"

    @property
    def is_open(self) -> bool:
        """Whether everybody who reaches the port may see the page."""
        return not (self.token or self.proxy_header)

    @property
    def names(self) -> frozenset[str]:
        """All names under which the page answers, in lower case and without port."""
        own = {self.host.lower()} if self.host not in {"0.0.0.0", "::"} else set()  # noqa: S104 - compared, not bound
        return _LOOPBACK_NAMES | own | {name.lower() for name in self.hosts}

    @property
    def trusted(self) -> tuple[Network, ...]:
        """The addresses from which the header of the proxy is believed."""
        return tuple(ip_network(one) for one in self.proxies)


def check_config(config: WebConfig) -> None:
    """Nothing, if the page may be served like that.

    Raises:
        SettingsError: others could reach it and nobody is asked for anything; a token that can
            be guessed; an address that is none.
    """
    if config.is_open and not is_loopback(config.host):
        reason = (
            f"the page would be open to everybody on {config.host}; set BRIEFING_WEB_TOKEN or "
            "BRIEFING_WEB_PROXY_HEADER, or leave it at 127.0.0.1"
        )
        where = "web_host"
        raise SettingsError(where, reason)
    if config.token and len(config.token) < SHORTEST_TOKEN:
        where, reason = "web_token", f"must have at least {SHORTEST_TOKEN} characters"
        raise SettingsError(where, reason)
    try:
        _ = config.trusted
    except ValueError as error:
        where = "web_proxies"
        raise SettingsError(where, str(error)) from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address to listen on."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_trusted(peer: str, networks: tuple[Network, ...]) -> bool:
    """Whether a connection comes from one of the networks."""
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in networks)
