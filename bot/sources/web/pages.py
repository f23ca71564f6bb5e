"""The article on a page: asked for, if robots.txt allows it, and read in a process of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bot.sources.canonical import clean_characters
from bot.sources.decoding import decode
from bot.sources.metadata import read_metadata
from bot.sources.model import Refused
from bot.sources.page import parse_page
from bot.sources.sandbox import Effort, Unfinished
from bot.sources.web.addresses import fault_of_url
from bot.sources.web.allowance import Allowance
from bot.sources.web.answers import Failed, Fetched, Validators
from bot.sources.web.listing import is_listing
from bot.sources.web.paywall import is_paywalled, without_invitation
from bot.sources.web.tracking import without_tracking

if TYPE_CHECKING:
    from bot.core.feeds import Extent
    from bot.sources.dates import Published
    from bot.sources.sandbox import Sandbox
    from bot.sources.web.fetching import Fetcher
    from bot.sources.web.robots import Robots

EFFORT = Effort(computing=1, seconds=15, memory=100_000_000, loads=("trafilatura",))
_PAGES = ("text/html", "application/xhtml+xml", "application/octet-stream", "")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{3,20})", re.IGNORECASE)
_HEAD = 4_096
_NONE = Validators()


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page. `url` is its canonical address, without tracking."""

    url: str
    title: str
    text: str
    extent: Extent
    outlet: str | None = None
    published: Published | None = None
    author: str | None = None
    validators: Validators = _NONE


class PageReader:
    """Reads pages by their addresses."""

    def __init__(self, fetcher: Fetcher, sandbox: Sandbox, robots: Robots) -> None:
        """Ask through `fetcher` where `robots` allows it, parse in `sandbox`."""
        self._fetcher = fetcher
        self._sandbox = sandbox
        self._robots = robots

    async def read(self, url: str, *, known: Validators | None = None) -> Page | Failed:
        """The article at `url`, or why there is none; within half a minute, with all questions.

        With what its server gave the last time (`known`) only if it has changed since.
        """
        allowance = Allowance()
        fault = await self._robots.fault(url, allowance) if fault_of_url(url) is None else None
        if fault is not None:
            return fault
        answer = await self._fetcher.fetch(url, known or Validators(), allowance=allowance)
        if not isinstance(answer, Fetched):
            return answer if isinstance(answer, Failed) else Failed("unchanged")
        if answer.media_type not in _PAGES:
            return Failed("not a page")
        # A redirect may have led to another site with rules of its own.
        if _site(answer.url) != _site(url):
            fault = await self._robots.fault(answer.url, allowance)
            if fault is not None:
                return fault
        page = await self._sandbox.do(
            allowance.for_work(EFFORT),
            read_page,
            answer.body,
            url=answer.url,
            charset=answer.charset,
        )
        if isinstance(page, Unfinished):
            return Failed("broken")
        return replace(page, validators=answer.validators) if isinstance(page, Page) else page


def read_page(body: bytes, *, url: str, charset: str | None = None) -> Page | Failed:
    """The article in `body`, which came from `url`."""
    html = _decode(body, charset)
    if html is None:
        return Failed("not a page")
    if is_listing(html):
        return Failed("listing")
    parsed = parse_page(clean_characters(html))
    if isinstance(parsed, Refused):
        return Failed("no text")
    text = without_invitation(parsed.text)
    if not text.strip():
        return Failed("paywall" if parsed.text.strip() else "no text")
    metadata, _ = read_metadata(parsed.fields)
    return Page(
        url=without_tracking(_canonical(metadata.url, url)),
        title=metadata.title or parsed.title,
        text=text,
        extent="teaser" if is_paywalled(html, parsed.text) else "full",
        outlet=metadata.outlet,
        published=metadata.published,
        author=metadata.author,
    )


def _decode(body: bytes, charset: str | None) -> str | None:
    named = _CHARSET.search(body[:_HEAD])
    for name in (charset, named[1].decode("ascii") if named else None):
        try:
            if name:
                return body.decode(name)
        except (LookupError, ValueError):
            continue
    decoded = decode(body)
    return decoded.text if decoded else None


def _canonical(given: str | None, url: str) -> str:
    """The address that the page gives as its own, unless that is another site or a front page."""
    if given is None:
        return url
    joined = urljoin(url, given)
    is_usable = fault_of_url(joined) is None and _site(joined) == _site(url)
    return joined if is_usable and urlsplit(joined).path.strip("/") else url


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
