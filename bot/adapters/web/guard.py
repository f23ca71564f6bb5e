"""Who may see the page and whose request it is. Pure: decides on names, headers and tokens.

A browser that was led here by another site is told apart by the Host that it names (DNS
rebinding) and, where something is changed, by the Origin that it must send.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_PASS_WORDS = b"morgenlage web pass 1"


def is_known_host(host: str, names: AbstractSet[str]) -> bool:
    """Whether the Host header names us; its port does not matter."""
    return bool(host) and _host_name(host) in names


def is_own_request(method: str, headers: Mapping[str, str], host: str) -> bool:
    """Whether a request that changes something was made by one of our own pages.

    Browsers always send Origin with a POST; who sends neither it nor Sec-Fetch-Site is none,
    and has no business here.
    """
    if method in SAFE_METHODS:
        return True
    site = headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("Origin")
    if origin is None:
        return site == "same-origin"
    parts = urlsplit(origin)
    return parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower()


def make_pass(token: str, person: str) -> str:
    """What a browser keeps instead of the token: good for this person and this token alone."""
    mac = hmac.new(token.encode(), _PASS_WORDS + person.encode(), hashlib.sha256)
    return mac.hexdigest()


def is_pass(kept: str, token: str, person: str) -> bool:
    """Whether a browser's pass was made by us, for this person and the present token."""
    return hmac.compare_digest(kept.encode(), make_pass(token, person).encode())


def is_token(given: str, token: str) -> bool:
    """Compares in a time that tells nothing."""
    return hmac.compare_digest(given.encode(), token.encode())


def find_token(authorization: str) -> str:
    """The token of an Authorization header, as Bearer or as the password of Basic; "" if none."""
    scheme, _, value = authorization.strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return value.strip()
        case "basic":
            try:
                decoded = base64.b64decode(value.strip(), validate=True).decode()
            except (binascii.Error, UnicodeDecodeError):
                return ""
            return decoded.partition(":")[2]
        case _:
            return ""


def _host_name(host: str) -> str:
    """The name without port, brackets and final dot, in lower case; "" for what is no host."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""
