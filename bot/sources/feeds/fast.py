"""RSS, Atom, RDF and JSON Feed by `fastfeedparser`: thousands of feeds a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.feeds.raw import RawEntry, RawFeed, as_moment, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_fast(body: bytes) -> RawFeed | None:
    """The feed in `body`; None if this parser cannot read it."""
    # Loading it takes a moment, and only processes that parse feeds need it.
    import fastfeedparser  # noqa: PLC0415 (see the line above)

    try:
        # Given bytes it never goes to the network.
        feed = fastfeedparser.parse(body, include_media=False, include_enclosures=False)
        entries = tuple(_entry(entry) for entry in feed["entries"])
        head = feed["feed"]
    except Exception:  # noqa: BLE001 - it names no error of its own; the tolerant one is next
        return None
    return RawFeed("fast", as_text(head.get("title")), as_text(head.get("language")), entries)


def _entry(entry: Mapping[str, object]) -> RawEntry:
    contents = entry.get("content")
    first = contents[0] if isinstance(contents, list) and contents else {}
    return RawEntry(
        id=as_text(entry.get("id")),
        title=as_text(entry.get("title")),
        link=as_text(entry.get("link")),
        summary=as_text(entry.get("description")),
        content=as_text(first.get("value")) if isinstance(first, dict) else "",
        published=as_moment(entry.get("published")),
        updated=as_moment(entry.get("updated")),
        author=as_text(entry.get("author")),
    )
