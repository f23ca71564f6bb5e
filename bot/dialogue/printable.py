"""What may reach a screen: text without control characters, addresses that are web pages."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

# Every kind of white space but the two no-break spaces, which keep "500 Mio." on one line.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
# Control and format characters (Unicode Cc and Cf: bidi, zero-width, tags) that are no white
# space, lone surrogates, and letters and marks that show as nothing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]+"
)
_LONGEST_ADDRESS = 2000
# Many channels are shown the same sentences on a morning; two megabytes at most.
_REMEMBERED, _LONGEST_REMEMBERED = 4096, 300
_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~\u00a1-\U0001ffff]+", re.IGNORECASE)

LONGEST_ECHO = 60


def clean(text: str) -> str:
    """`text` on one line, without what cannot be seen or could turn the line around."""
    return _cleaned(text) if len(text) <= _LONGEST_REMEMBERED else _scrub(text)


def _scrub(text: str) -> str:
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()


_cleaned = lru_cache(maxsize=_REMEMBERED)(_scrub)


def echo(text: str) -> str:
    """What a person wrote, clean and short enough to be said back: at most 60 characters."""
    # The head suffices, so that a message of a million characters costs nothing.
    shown = clean(text[: LONGEST_ECHO * 10])
    if len(shown) <= LONGEST_ECHO:
        return shown
    return shown[: LONGEST_ECHO - 1].rstrip() + "…"


def web_address(url: str | None) -> str | None:
    """`url` if it is an http or https address that can be shown as it is, else None."""
    if not url or len(url) > _LONGEST_ADDRESS or clean(url) != url:
        return None
    if not _ADDRESS.fullmatch(url):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return url if host else None
