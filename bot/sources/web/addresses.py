"""Which addresses may be fetched. Pure: a URL or an IP address in, a verdict out.

An IP address is judged after it was resolved, at the moment of connecting (see `connecting`),
so that neither spelling (octal, hex, a name) nor a second answer of the name server matters.
"""

from __future__ import annotations

import re
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit

Network = IPv4Network | IPv6Network
IpAddress = IPv4Address | IPv6Address

LONGEST_URL = 2_000
_SCHEMES = ("http", "https")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
# What is not the public internet, whatever the Python that asks: the registries of IANA
# (https://www.iana.org/assignments/iana-ipv4-special-registry, …-ipv6-special-registry) with
# multicast, and the two metadata services of clouds that answer on public addresses.
_NOT_PUBLIC = tuple(
    ip_network(line)
    for line in """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16
    172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24
    192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
    224.0.0.0/4 240.0.0.0/4
    ::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001:db8::/32 2620:4f:8000::/48
    3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
    """.split()
)
# Networks whose addresses carry an IPv4 address, which is where a packet ends up.
_NAT64 = ip_network("64:ff9b::/96")
_TRANSLATED = ip_network("::ffff:0:0:0/96")
_ISATAP = (0x5EFE, 0x2005EFE)
_LAST_32_BITS = 0xFFFF_FFFF


def fault_of_url(url: str) -> str | None:
    """Why nothing is fetched from `url`, as a code; None if its form is in order.

    Codes: "scheme" (neither http nor https), "userinfo" (a name or password in it), "address"
    (no URL, no host, a port that is none, characters that do not belong there).
    """
    if len(url) > LONGEST_URL or _FORBIDDEN.search(url):
        return "address"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "address"
    if parts.scheme not in _SCHEMES:
        return "scheme"
    if parts.username is not None or parts.password is not None:
        return "userinfo"
    return None if (parts.hostname or "").strip(".") and port != 0 else "address"


def is_public(address: str, allowed: tuple[Network, ...] = ()) -> bool:
    """Whether `address`, as a socket gives it, is of the public internet or of `allowed`.

    An address that carries another one inside (IPv4 in IPv6, tunnels, translators) is public
    only if both are.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if any(found in network for network in allowed):
        return True
    return _is_listed_nowhere(found) and all(is_public(str(one), allowed) for one in _inner(found))


def _is_listed_nowhere(address: IpAddress) -> bool:
    return not any(address in network for network in _NOT_PUBLIC)


def _inner(address: IpAddress) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:
        return address.teredo
    carries = (
        address in _NAT64
        or address in _TRANSLATED
        or (int(address) >> 32) & _LAST_32_BITS in _ISATAP
    )
    return (IPv4Address(int(address) & _LAST_32_BITS),) if carries else ()
