"""What `briefing check` looks at that belongs to no platform: folders, database, time zones."""

from __future__ import annotations

import os
from collections import Counter
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from bot.errors import SettingsError
from bot.findings import Finding
from bot.life import read_life
from bot.store.database import SAFE_SQLITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.store import Store

# A running bot tells that it lives twice a minute.
_ALIVE = timedelta(minutes=2)
_LATELY = timedelta(days=7)
_MANY = 1000
_STORE = "store"


def check_secrets(names: Mapping[str, bool]) -> Iterator[Finding]:
    """Whether each secret is set; what it is is not told.

    The address of the store is one, since it may hold a password; `check_store` tells of it.
    """
    for name, is_set in names.items():
        if name != _STORE:
            yield Finding("on" if is_set else "off", name, "is set" if is_set else "is not set")


def check_zones(zone: str) -> Iterator[Finding]:
    """Where the time zones come from, and how many there are."""
    try:
        package = f"tzdata {version('tzdata')}"
    except PackageNotFoundError:
        package = "no tzdata package"
    places = [place for place in TZPATH if os.path.isdir(place)]  # noqa: PTH112 - TZPATH holds text
    yield Finding(
        "on",
        "time zones",
        f"{len(available_timezones())} zones from {', '.join([*places, package])}; ours is {zone}",
    )


def check_articles(folders: Sequence[Path]) -> Iterator[Finding]:
    """Whether each folder with articles is there."""
    for folder in folders:
        if folder.is_dir() and os.access(folder, os.R_OK):
            yield Finding("on", "articles", f"{folder} can be read; see: briefing sources")
        else:
            reason = "cannot be read" if folder.exists() else "is not there"
            yield Finding("wrong", "articles", f"{folder} {reason}")


def check_file(what: str, path: Path | None, load: Callable[[Path], Sequence[object]]) -> Finding:
    """Whether a file under `config/` can be used, and how many entries it holds."""
    if path is None or not path.exists():
        return Finding("off", what, "there is no such file")
    try:
        return Finding("on", what, f"{path} holds {len(load(path))}")
    except SettingsError as error:
        return Finding("wrong", what, str(error))


def check_folder(what: str, folder: Path) -> Iterator[Finding]:
    """Whether a folder that is written to can be written, or made."""
    nearest = next(
        (place for place in (folder, *folder.absolute().parents) if place.exists()), None
    )
    if nearest is None or not nearest.is_dir() or not os.access(nearest, os.W_OK):
        yield Finding("wrong", what, f"{folder} cannot be written")
    else:
        made = "" if folder.exists() else ", and will be made"
        yield Finding("on", what, f"{folder} can be written{made}")


def check_life(alive: Path, now: datetime, zone: str) -> Iterator[Finding]:
    """Whether a bot runs on this data folder; moments as they are in `zone`."""
    life = read_life(alive)
    if life is None:
        yield Finding("off", "running bot", "none has run here; start it with: briefing run")
        return
    age = life.age(now)
    if life.is_ahead(now):
        ahead = -round(age.total_seconds())
        yield Finding(
            "warning", "running bot", f"its last sign of life is {ahead} s ahead of the clock"
        )
        return
    if age >= _ALIVE or life.has_ended:
        yield Finding("off", "running bot", f"last seen {_moment(life.at, zone)}")
        return
    yield Finding("on", "running bot", f"lives as process {life.process}")
    for name, sentence in life.trouble.items():
        yield Finding("warning", name, sentence)


def process_alive(alive: Path, now: datetime) -> int | None:
    """The process of a bot that lives by its latest sign; None if none does."""
    life = read_life(alive)
    if life is None or life.has_ended or life.age(now) >= _ALIVE:
        return None
    return life.process


def check_store(store: Store, now: datetime, zone: str) -> Iterator[Finding]:
    """Kind, version, whether it can be written, and what is in it; moments as in `zone`."""
    if store.database.only_reads:
        yield Finding("on", _STORE, f"{store.where}, {store.engine}, is written by another process")
    else:
        store.try_writing()
        yield Finding("on", _STORE, f"{store.where}, {store.engine}, can be written")
    if store.database.kind == "sqlite" and store.database.version < SAFE_SQLITE:
        safe = ".".join(map(str, SAFE_SQLITE))
        yield Finding(
            "warning",
            _STORE,
            f"SQLite before {safe} can damage a file that two processes write, so a second one is "
            "refused; install pysqlite3 or use PostgreSQL",
        )
    count = store.articles.count()
    yield Finding("on" if count else "off", "library", f"articles read: {count}")
    yield from _check_orders(store, zone)
    yield from _check_deliveries(store, now)


def _check_orders(store: Store, zone: str) -> Iterator[Finding]:
    states = Counter(one.state for one in store.subscriptions.list_all())
    due = store.subscriptions.next_due()
    told = ", ".join(f"{states[state]} {state}" for state in ("active", "paused", "stopped"))
    coming = f"; next due {_moment(due, zone)}" if due else ""
    yield Finding("on" if states["active"] else "off", "digests", f"{told}{coming}")


def _check_deliveries(store: Store, now: datetime) -> Iterator[Finding]:
    for state in ("failed", "unknown"):
        recent = store.ledger.recent(_MANY, state=state)
        lately = [one for one in recent if now - one.due_at < _LATELY]
        if lately:
            sentence = f"{len(lately)} {state} in seven days; see: briefing deliveries --failed"
            yield Finding("warning", "digests", sentence)


def _moment(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"
