"""The feeds that are wished for, as they stand in `config/feeds.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from bot.config_file import explain_unknown, explain_value, load_table, raise_together
from bot.core.feeds import Feed
from bot.errors import SettingsError
from bot.sources.web.addresses import fault_of_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINUTE = 60
SHORTEST_MINUTES = 5
LONGEST_MINUTES = 7 * 24 * 60
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
    minutes: Annotated[int, Field(ge=SHORTEST_MINUTES, le=LONGEST_MINUTES)] | None = None


@dataclass(frozen=True, slots=True)
class FeedsFile:
    """The feeds that can be used, and what is wrong with the others: where, and the reason."""

    feeds: tuple[Feed, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


def load_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds in the order of the file; none if there is no such file.

    Raises:
        SettingsError: it cannot be read, or one line for each feed that is wrong, naming its
            place, the key and what is allowed.
    """
    read = read_feeds(path)
    raise_together(read.problems)
    return read.feeds


def read_feeds(path: Path) -> FeedsFile:
    """The same, but that one wrong feed does not keep the others from being read."""
    if not path.exists():
        return FeedsFile()
    try:
        tables = _take_tables(load_table(path), path)
    except SettingsError as error:
        return FeedsFile(problems=((error.where, error.reason),))
    feeds: dict[str, Feed] = {}
    problems: list[tuple[str, str]] = []
    for number, written in enumerate(tables, start=1):
        where = f"{path}, feed {number}"
        try:
            feed = _build(_Written.model_validate(written))
        except ValidationError as error:
            problems += _explain(error, where)
            continue
        if feeds.setdefault(feed.address, feed) is not feed:
            problems.append((where, "this address is there already"))
    return FeedsFile(tuple(feeds.values()), tuple(problems))


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
        interval=written.minutes * MINUTE if written.minutes else None,
    )


def _explain(error: ValidationError, feed: str) -> Iterator[tuple[str, str]]:
    for detail in error.errors():
        where = ", ".join([feed, *map(str, detail["loc"])])
        if detail["type"] == "model_type":
            yield where, f"must be a table that begins with [[feed]], not {detail['input']!r}"
        elif detail["type"] == "extra_forbidden":
            yield where, explain_unknown(str(detail["loc"][0]), _Written.model_fields)
        else:
            yield where, explain_value(detail)
