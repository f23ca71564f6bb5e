"""Whether a site lets pages be read by us: robots.txt, remembered for a day.

Its rules are kept as they came and read in a process of their own: they are written by anybody.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from bot.sources.sandbox import Effort, Unfinished
from bot.sources.web.answers import Failed, Fetched
from bot.sources.web.fetching import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.sources.sandbox import Sandbox
    from bot.sources.web.allowance import Allowance
    from bot.sources.web.answers import Answer
    from bot.sources.web.fetching import Fetcher

NAME = "Morgenlage"
EFFORT = Effort(computing=1, seconds=5, memory=100_000_000)
# RFC 9309: at least 500 kibibytes are read, a day is how long a copy may be used.
_LIMITS = Limits(size=500 * 1024, seconds=10, cuts=True)
_FRESH = timedelta(days=1)
_TRY_AGAIN = timedelta(minutes=10)
_MOST_SITES = 5_000
_MOST_BYTES = 50_000_000
_NOT_THERE = range(400, 500)
_TOO_MANY_REQUESTS = 429


class Robots:
    """Asks each site once a day."""

    def __init__(self, fetcher: Fetcher, sandbox: Sandbox, *, now: Callable[[], datetime]) -> None:
        """Ask through `fetcher`, read the rules in `sandbox`."""
        self._fetcher = fetcher
        self._sandbox = sandbox
        self._now = now
        self._rules: dict[str, tuple[datetime, bytes | Failed]] = {}
        self._bytes = 0

    async def fault(self, url: str, allowance: Allowance) -> Failed | None:
        """Why `url` may not be read, None if it may; found within `allowance`.

        A site whose rules cannot be had just now is not read, for the reason that they cannot.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        until, rules = self._rules.get(site, (None, None))
        if until is None or rules is None or until <= self._now():
            rules = await self._ask(site, allowance)
        if isinstance(rules, Failed):
            return rules
        effort = allowance.for_work(EFFORT)
        with allowance.spent(most=effort.seconds):
            is_allowed = not rules or await self._sandbox.do(effort, allows, rules, url)
        if isinstance(is_allowed, Unfinished):
            broken = Failed("broken")
            self._remember(site, broken)
            return broken
        return None if is_allowed else Failed("robots")

    async def _ask(self, site: str, allowance: Allowance) -> bytes | Failed:
        answer = await self._fetcher.fetch(
            f"{site}/robots.txt", limits=_LIMITS, allowance=allowance
        )
        rules = _read(answer)
        self._remember(site, rules)
        return rules

    def _remember(self, site: str, rules: bytes | Failed) -> None:
        _, before = self._rules.pop(site, (None, b""))
        self._bytes += _size(rules) - _size(before)
        if len(self._rules) >= _MOST_SITES or self._bytes > _MOST_BYTES:
            self._rules.clear()
            self._bytes = _size(rules)
        self._rules[site] = (self._now() + _good_for(rules), rules)


def _size(rules: bytes | Failed) -> int:
    return 0 if isinstance(rules, Failed) else len(rules)


def _good_for(rules: bytes | Failed) -> timedelta:
    if isinstance(rules, Failed):
        return max(_TRY_AGAIN, timedelta(seconds=rules.wishes.retry_after))
    return _FRESH


def allows(rules: bytes, url: str) -> bool:
    """Whether these rules let us read `url`. To be called in a process of its own."""
    return Protego.parse(rules.decode("utf-8", "replace")).can_fetch(url, NAME)


def _read(answer: Answer) -> bytes | Failed:
    """The rules, none if there is no file."""
    if isinstance(answer, Fetched):
        is_cut = len(answer.body) >= _LIMITS.size
        # Half a line may say another thing than the whole.
        return answer.body.rpartition(b"\n")[0] if is_cut else answer.body
    failed = answer if isinstance(answer, Failed) else Failed("status")
    is_missing = failed.status in _NOT_THERE and failed.status != _TOO_MANY_REQUESTS
    # RFC 9309: no rules, no restrictions; a server in trouble is not to be read.
    return b"" if is_missing else failed
