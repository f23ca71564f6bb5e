"""The feeds that are wished for, as they stand in `config/feeds.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from bot.config_file import (
    explain_unknown,
    explain_value,
    load_text,
    parse_table,
    raise_together,
)
from bot.core.feeds import Feed
from bot.errors import SettingsError
from bot.sources.web.addresses import fault_of_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINUTE = 60
SHORTEST_MINUTES = 5
LONGEST_MINUTES = 7 * 24 * 60
_HEADING = re.compile(r"""\s*\[\[\s*(["']?)feed\1\s*\]\]""")
_LINE = re.compile(r"\(at line (\d+),")
_NO_TOML = "is not valid TOML"
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
class _Section:
    """The feed number `number` of the file, whose heading stands in `line` (0: not known)."""

    number: int
    line: int
    text: str
    table: object = None


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
    problems: list[tuple[str, str]] = []
    try:
        written = _read_written(load_text(path), path, problems)
    except SettingsError as error:
        return FeedsFile(problems=((error.where, error.reason),))
    feeds: dict[str, Feed] = {}
    for one in written:
        try:
            feed = _build(_Written.model_validate(one.table))
        except ValidationError as error:
            problems += _explain(error, one, path)
            continue
        if feeds.setdefault(feed.address, feed) is not feed:
            problems.append((_where(one, path, "address"), "this address is there already"))
    return FeedsFile(tuple(feeds.values()), tuple(problems))


def _read_written(text: str, path: Path, problems: list[tuple[str, str]]) -> list[_Section]:
    """Each feed of the file. Where the file is no TOML, each that is; `problems` names the others.

    Raises:
        SettingsError: it is no list of feeds.
    """
    parts = _split(text)
    try:
        tables = _take_tables(parse_table(text, path), path)
    except SettingsError as whole:
        if not parts or not whole.reason.startswith(_NO_TOML):
            raise
        found = []
        for one in parts:
            try:
                tables = _take_tables(parse_table(one.text, path), path)
            except SettingsError as error:
                problems.append((_where(one, path), _at_line(error.reason, one)))
            else:
                found += [replace(one, table=table) for table in tables]
        if not problems:
            # What stands above the first feed is wrong.
            raise
        return found
    if len(tables) != len(parts):
        parts = tuple(_Section(number, 0, "") for number in range(1, len(tables) + 1))
    return [replace(one, table=table) for one, table in zip(parts, tables, strict=True)]


def _split(text: str) -> tuple[_Section, ...]:
    """The lines of each feed, from its heading to the next."""
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    ends = [*starts[1:], len(lines)]
    return tuple(
        _Section(number, start + 1, "".join(lines[start:end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=False), start=1)
    )


def _at_line(reason: str, section: _Section) -> str:
    """What the parser says of a part, with the line of the file."""
    at_end = f"(at line {section.line + section.text.count(chr(10))}, column 1)"
    moved = _LINE.sub(lambda found: f"(at line {int(found[1]) + section.line - 1},", reason)
    return moved.replace("(at end of document)", at_end)


def _where(section: _Section, path: Path, key: str = "") -> str:
    """The file, the line of the key or else of the feed, which feed it is, the key."""
    of_key = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") if key else None
    lines = section.text.splitlines()
    inside = next((n for n, line in enumerate(lines) if of_key and of_key.match(line)), 0)
    place = [f"line {section.line + inside}"] if section.line else []
    return ", ".join([str(path), *place, f"feed {section.number}", *([key] if key else [])])


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


def _explain(error: ValidationError, section: _Section, path: Path) -> Iterator[tuple[str, str]]:
    for detail in error.errors():
        where = _where(section, path, ", ".join(map(str, detail["loc"])))
        if detail["type"] == "model_type":
            yield where, f"must be a table that begins with [[feed]], not {detail['input']!r}"
        elif detail["type"] == "extra_forbidden":
            yield where, explain_unknown(str(detail["loc"][0]), _Written.model_fields)
        else:
            yield where, explain_value(detail)
