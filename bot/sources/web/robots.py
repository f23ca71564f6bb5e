"""Whether a site lets pages be read by us: robots.txt, remembered for a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from bot.sources.web.answers import Failed, Fetched
from bot.sources.web.fetching import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.sources.web.answers import Answer
    from bot.sources.web.fetching import Fetcher

NAME = "Morgenlage"
# RFC 9309: at least 500 kibibytes are read, a day is how long a copy may be used.
_LIMITS = Limits(size=512_000, seconds=10)
_FRESH = timedelta(days=1)
_TRY_AGAIN = timedelta(minutes=10)
_MOST_SITES = 5_000
_NOT_THERE = range(400, 500)
_TOO_MANY_REQUESTS = 429


class Robots:
    """Asks each site once a day."""

    def __init__(self, fetcher: Fetcher, *, now: Callable[[], datetime]) -> None:
        """Ask through `fetcher`."""
        self._fetcher = fetcher
        self._now = now
        self._rules: dict[str, tuple[datetime, Protego | Failed]] = {}

    async def fault(self, url: str) -> Failed | None:
        """Why `url` may not be read, None if it may.

        A site whose rules cannot be had just now is not read, for the reason that they cannot.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        until, rules = self._rules.get(site, (None, None))
        if until is None or rules is None or until <= self._now():
            rules = await self._ask(site)
        if isinstance(rules, Failed):
            return rules
        return None if rules.can_fetch(url, NAME) else Failed("robots")

    async def _ask(self, site: str) -> Protego | Failed:
        rules = _read(await self._fetcher.fetch(f"{site}/robots.txt", limits=_LIMITS))
        if len(self._rules) >= _MOST_SITES:
            self._rules.clear()
        self._rules[site] = (
            self._now() + (_TRY_AGAIN if isinstance(rules, Failed) else _FRESH),
            rules,
        )
        return rules


def _read(answer: Answer) -> Protego | Failed:
    if isinstance(answer, Fetched):
        return Protego.parse(answer.body.decode("utf-8", "replace"))
    failed = answer if isinstance(answer, Failed) else Failed("status")
    is_missing = failed.status in _NOT_THERE and failed.status != _TOO_MANY_REQUESTS
    # RFC 9309: no rules, no restrictions; a server in trouble is not to be read.
    return Protego.parse("") if is_missing else failed
