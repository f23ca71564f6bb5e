"""The bytes of a feed become its entries: by the fast parser, else by the tolerant one.

To be called in a process of its own (`bot.sources.sandbox`): both are written for feeds as
they are, not as an enemy makes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bot.sources.canonical import clean_characters
from bot.sources.feeds.entries import MOST_ENTRIES, Entry, ParsedFeed
from bot.sources.feeds.fast import read_fast
from bot.sources.feeds.soundness import is_sound
from bot.sources.feeds.tolerant import read_tolerant
from bot.sources.fragments import plain_line, plain_text
from bot.sources.web.addresses import fault_of_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.feeds.raw import RawEntry, RawFeed

_LONGEST_KEY = 1_000
_LONGEST_TEXT = 200_000
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_LONGEST_TTL = 24 * 60


def parse_feed(body: bytes, url: str) -> ParsedFeed | None:
    """The feed in `body`, which came from `url`; None if it is none.

    A feed without a single entry that can be told from others is still a feed.
    """
    fast = read_fast(body) if is_sound(body) else None
    if fast is not None and fast.entries and all(map(_is_whole, fast.entries)):
        return build_feed(fast, url, body)
    tolerant = read_tolerant(body)
    found = tolerant if tolerant is not None and (tolerant.entries or fast is None) else fast
    return None if found is None else build_feed(found, url, body)


def build_feed(raw: RawFeed, url: str, body: bytes = b"") -> ParsedFeed:
    """Bring what a parser found to our own terms: plain texts, absolute addresses, keys.

    What the two parsers put in the place of what is missing is taken away again or put in here
    for both, so that a feed is read the same by either.
    """
    entries: dict[str, Entry] = {}
    for entry in _build(raw, url):
        entries.setdefault(entry.key, entry)
        if len(entries) == MOST_ENTRIES:
            break
    ttl = _TTL.search(body[:100_000])
    return ParsedFeed(
        title=plain_line(raw.title)[:300],
        entries=tuple(entries.values()),
        language=raw.language or None,
        seconds=60 * min(int(ttl[1]), _LONGEST_TTL) if ttl else 0,
        parser=raw.parser,
    )


def _build(raw: RawFeed, url: str) -> Iterable[Entry]:
    for one in raw.entries:
        if not _is_usable(one):
            continue
        address = _absolute(one.link, url)
        title = plain_line(one.title)[:300]
        # An address that stands in for a missing id counts as it is when it is whole.
        own_id = "" if one.id.strip() == one.link.strip() else one.id.strip()
        key = clean_characters(own_id or address or title)[:_LONGEST_KEY].strip()
        if key:
            summary, content = _texts(one)
            yield Entry(
                key=key,
                title=title,
                url=address,
                summary=summary,
                content=content,
                published=one.published or one.updated,
                updated=one.updated,
                author=plain_line(one.author)[:200],
            )


def _texts(raw: RawEntry) -> tuple[str, str]:
    """Summary and content; each stands for the other where that is missing or its beginning."""
    summary, content = _text(raw.summary), _text(raw.content)
    if not content:
        return summary, summary
    begins = "".join(content.split()).startswith("".join(summary.split()))
    return content if begins else summary, content


def _is_usable(raw: RawEntry) -> bool:
    return bool(raw.id.strip() or raw.link.strip() or raw.title.strip())


def _is_whole(raw: RawEntry) -> bool:
    """Whether the fast parser got it all: titles in XHTML it loses."""
    return bool(raw.title.strip()) and _is_usable(raw)


def _text(html: str) -> str:
    return plain_text(html[:_LONGEST_TEXT])


def _absolute(link: str, base: str) -> str | None:
    try:
        url = urljoin(base, "".join(link.split()))
    except ValueError:
        return None
    return url if link.strip() and fault_of_url(url) is None else None
