"""The feeds that are wished for, in `config/feeds.toml`: read, added to, taken from.

What somebody wrote beside them, comments and order, stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import tomlkit
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from bot.config_file import explain_unknown, explain_value, load_table, raise_together
from bot.core.feeds import Feed
from bot.errors import SettingsError
from bot.sources.web.addresses import fault_of_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MINUTE = 60
_Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


def _check_address(address: str) -> str:
    if fault_of_url(address) is not None:
        reason = "must be a whole address that begins with https:// or http://"
        raise ValueError(reason)
    return address


class _Written(BaseModel):
    """One [[feed]] as it stands in the file."""

    model_config = ConfigDict(extra="forbid", strict=True)

    address: Annotated[
        str, StringConstraints(strip_whitespace=True), AfterValidator(_check_address)
    ]
    outlet: _Wording | None = None
    language: Literal["de", "en"] | None = None
    kind: Literal["report", "opinion", "background"] | None = None
    content: Literal["full", "teaser"] = "teaser"
    minutes: Annotated[int, Field(ge=5, le=7 * 24 * 60)] | None = None


def load_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds in the order of the file; none if there is no such file.

    Raises:
        SettingsError: it cannot be read, or one line for each feed that is wrong, naming its
            place, the key and what is allowed.
    """
    if not path.exists():
        return ()
    feeds: dict[str, Feed] = {}
    problems: list[tuple[str, str]] = []
    for number, written in enumerate(_take_tables(load_table(path), path), start=1):
        where = f"{path}, feed {number}"
        try:
            feed = _build(_Written.model_validate(written))
        except ValidationError as error:
            problems += _explain(error, where)
            continue
        if feeds.setdefault(feed.address, feed) is not feed:
            problems.append((where, "this address is there already"))
    raise_together(problems)
    return tuple(feeds.values())


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


def _take_tables(table: dict[str, Any], path: Path) -> list[Any]:
    unknown = [key for key in table if key != "feed"]
    if unknown:
        where = f"{path}, {unknown[0]}"
        raise SettingsError(where, "every feed begins with a line [[feed]]")
    tables = table.get("feed", [])
    if not isinstance(tables, list):
        raise SettingsError(str(path), "write [[feed]] with two brackets, once for each feed")
    return tables


def _build(written: _Written) -> Feed:
    return Feed(
        address=written.address,
        outlet=written.outlet,
        language=written.language,
        kind=written.kind,
        content=written.content,
        interval=written.minutes * _MINUTE if written.minutes else None,
    )


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
        table["minutes"] = feed.interval // _MINUTE
    return table


def _explain(error: ValidationError, feed: str) -> Iterator[tuple[str, str]]:
    for detail in error.errors():
        where = ", ".join([feed, *map(str, detail["loc"])])
        if detail["type"] == "model_type":
            yield where, f"must be a table that begins with [[feed]], not {detail['input']!r}"
        elif detail["type"] == "extra_forbidden":
            yield where, explain_unknown(str(detail["loc"][0]), _Written.model_fields)
        else:
            yield where, explain_value(detail)


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
