"""Adds feeds to `config/feeds.toml` and takes them out; comments and order stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from bot.errors import SettingsError
from bot.sources.feeds.file import MINUTE, load_feeds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.core.feeds import Feed


def add_feeds(path: Path, feeds: Iterable[Feed]) -> tuple[Feed, ...]:
    """Write those of `feeds` that are not in the file yet at its end; which these were.

    Raises:
        SettingsError: the file cannot be read or written, or is wrong already.
    """
    known = {feed.address for feed in load_feeds(path)}
    new = tuple({feed.address: feed for feed in feeds if feed.address not in known}.values())
    if not new:
        return ()
    document = _open(path)
    tables = document.get("feed")
    if not isinstance(tables, AoT):
        tables = tomlkit.aot()
        document["feed"] = tables
    for feed in new:
        tables.append(_table(feed))
    _write(path, document)
    return new


def remove_feed(path: Path, address: str) -> bool:
    """Take the feed with this address, or the only one of this outlet, out; whether there was one.

    Raises:
        SettingsError: the file cannot be read or written.
    """
    feeds = load_feeds(path)
    places = [number for number, feed in enumerate(feeds) if feed.address == address]
    if not places:
        named = [
            n for n, feed in enumerate(feeds) if (feed.outlet or "").lower() == address.lower()
        ]
        places = named if len(named) == 1 else []
    if not places:
        return False
    document = _open(path)
    tables = document["feed"]
    if isinstance(tables, AoT):
        del tables[places[0]]
    _write(path, document)
    return True


def _table(feed: Feed) -> tomlkit.items.Table:
    table = tomlkit.table()
    table["address"] = feed.address
    for name in ("outlet", "language", "kind"):
        value = getattr(feed, name)
        if value is not None:
            table[name] = value
    if feed.content != "teaser":
        table["content"] = feed.content
    if feed.interval is not None:
        table["minutes"] = feed.interval // MINUTE
    return table


def _open(path: Path) -> tomlkit.TOMLDocument:
    try:
        text = path.read_text("utf-8-sig") if path.exists() else ""
        return tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsError(str(path), "cannot be read") from error


def _write(path: Path, document: tomlkit.TOMLDocument) -> None:
    """Write beside the file and put it in its place, so that it is never there by half."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(tomlkit.dumps(document), "utf-8")
        beside.replace(path)
    except OSError as error:
        raise SettingsError(str(path), f"cannot be written ({error.strerror})") from error
