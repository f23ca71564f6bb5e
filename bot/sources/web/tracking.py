"""Addresses of pages without what share buttons and newsletters hang on them."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit, urlunsplit

# What German outlets hang on beside the usual ones, by the names that they give.
_GERMAN = re.compile(
    r"^(?:wt_|sara_|at_|pk_|wa_|mtm_|share$|dicbo$|rss$|xing_share$)", re.IGNORECASE
)
# Words that tell pages apart as often as they track, so that an address keeps them.
_KEPT = re.compile(
    r"(?:^|_)c?l?(?:id|uid|cid|eid|gl|keyword|kwd|session|source|medium)$", re.IGNORECASE
)
_CERTAIN = re.compile(
    r"^(?:utm_|mc_|fbclid|gclid|dclid|yclid|twclid|msclkid|igshid|gbraid|wbraid)", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}


def without_tracking(url: str) -> str:
    """The same page without tracking parameters and fragment; the rest stays as it is written."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if not _tracks(_name(pair))]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


def page_key(url: str) -> str:
    """One key for the addresses of one page; no address to go to.

    Scheme, "www.", the order of parameters and a slash at the end do not tell pages apart.
    """
    parts = urlsplit(without_tracking(url))
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    port = parts.port
    place = host if port in {None, _PORTS.get(parts.scheme)} else f"{host}:{port}"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    path = parts.path.rstrip("/")
    return f"{place}{path}?{query}" if query else f"{place}{path}"


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def _tracks(name: str) -> bool:
    # Loading it takes a moment, and only what was fetched needs it.
    from courlan.clean import TRACKERS_RE  # noqa: PLC0415 (see the line above)

    if _CERTAIN.match(name) or _GERMAN.match(name):
        return True
    return TRACKERS_RE.search(name.lower()) is not None and not _KEPT.search(name)
