"""Broken feeds by `feedparser`, which reads nearly everything, sixty a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.feeds.raw import RawEntry, RawFeed, as_moment, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_tolerant(body: bytes) -> RawFeed | None:
    """The feed in `body`; None if there is no sign of one."""
    # Loading it takes a moment, and only broken feeds need it.
    import feedparser  # noqa: PLC0415 (see the line above)

    try:
        # Markup is taken away afterwards, so it need not be made harmless here.
        feed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
        is_atom = feed.get("version", "").startswith("atom")
        entries = tuple(_entry(entry, is_atom=is_atom) for entry in feed.get("entries", ()))
        head = feed.get("feed", {})
    except Exception:  # noqa: BLE001 - nothing is left to try
        return None
    if not entries and not feed.get("version"):
        return None
    return RawFeed("tolerant", as_text(head.get("title")), as_text(head.get("language")), entries)


def _entry(entry: Mapping[str, object], *, is_atom: bool) -> RawEntry:
    contents = entry.get("content")
    first = contents[0] if isinstance(contents, list) and contents else {}
    published = as_moment(entry.get("published"))
    # Asked for a missing one, feedparser gives the date of publication and a warning.
    updated = as_moment(entry["updated"]) if "updated" in entry else None
    if published is None and not is_atom:
        # The one date that RDF and some of RSS have ("dc:date") is called an update by it.
        published, updated = updated, None
    return RawEntry(
        id=as_text(entry.get("id")),
        title=as_text(entry.get("title")),
        link=_link(entry),
        summary=as_text(entry.get("summary")),
        content=as_text(first.get("value")),
        published=published,
        updated=updated,
        author=as_text(entry.get("author")),
    )


def _link(entry: Mapping[str, object]) -> str:
    """The link; a guid in its place only if it is an address, whatever it says of itself."""
    link, guid = as_text(entry.get("link")).strip(), as_text(entry.get("id")).strip()
    is_guid = bool(entry.get("guidislink")) and link == guid
    return "" if is_guid and not guid.startswith(("http://", "https://")) else link
