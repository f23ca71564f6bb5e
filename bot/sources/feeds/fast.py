"""RSS, Atom, RDF and JSON Feed by `fastfeedparser`: thousands of feeds a second."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bot.sources.feeds.raw import RawEntry, RawFeed, as_moment, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    _Dates = tuple[datetime | None, datetime | None]


_HEAD = 2_000
_ATOM = re.compile(rb"<(?:\w{1,20}:)?feed[\s>]")


def read_fast(body: bytes) -> RawFeed | None:
    """The feed in `body`; None if this parser cannot read it."""
    # Loading it takes a moment, and only processes that parse feeds need it.
    import fastfeedparser  # noqa: PLC0415 (see the line above)

    try:
        # Given bytes it never goes to the network.
        feed = fastfeedparser.parse(body, include_media=False, include_enclosures=False)
        found = feed["entries"]
        is_json = body.lstrip()[:1] == b"{"
        is_atom = _ATOM.search(body, 0, _HEAD) is not None
        dates = _json_dates(body) if is_json else [_dates(one, is_atom=is_atom) for one in found]
        entries = tuple(_entry(one, *both) for one, both in zip(found, dates, strict=True))
        head = feed["feed"]
    except Exception:  # noqa: BLE001 - it names no error of its own; the tolerant one is next
        return None
    return RawFeed("fast", as_text(head.get("title")), as_text(head.get("language")), entries)


def _dates(entry: Mapping[str, object], *, is_atom: bool) -> _Dates:
    """When it was published and updated; a date that is made of the guid is none.

    Outside Atom the one date that there is stands for the publication.
    """
    from fastfeedparser.main import _parse_date  # noqa: PLC0415 (loaded by now; how it reads a guid, which is asked nowhere else)

    published, updated = entry.get("published"), entry.get("updated")
    guid = as_text(entry.get("id"))
    if published and published != updated and published == _parse_date(guid):
        published = None
    if published == updated and not is_atom:
        updated = None
    return as_moment(published), as_moment(updated)


def _json_dates(body: bytes) -> list[_Dates]:
    """The same of JSON, as they stand there: the parser would guess at odd ones."""
    items = json.loads(body).get("items", ())
    return [
        (as_moment(item.get("date_published")), as_moment(item.get("date_modified")))
        for item in items
    ]


def _entry(
    entry: Mapping[str, object], published: datetime | None, updated: datetime | None
) -> RawEntry:
    contents = entry.get("content")
    first = contents[0] if isinstance(contents, list) and contents else {}
    return RawEntry(
        id=as_text(entry.get("id")),
        title=as_text(entry.get("title")),
        link=as_text(entry.get("link")),
        summary=as_text(entry.get("description")),
        content=as_text(first.get("value")) if isinstance(first, dict) else "",
        published=published,
        updated=updated,
        author=as_text(entry.get("author")),
    )
