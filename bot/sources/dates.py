"""A date as metadata writes it: ISO, German, RFC 2822, or a date object of TOML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from dateutil.parser import parse, parserinfo

if TYPE_CHECKING:
    from datetime import tzinfo

_LONGEST = 64
# 01/02/2025 is one day in London and another in New York: read both ways, it must be one.
_SLASHED = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]")
# Of 25/01/24 nobody can tell which is the year.
_SHORT = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{1,2}(?!\d)")
# 20250124, 2025-01-24
_LENGTHS_OF_DAYS = (8, 10)
# "GMT+0100" is an hour ahead of Greenwich; dateutil would read it the other way round.
_SIGNED_ZONE = re.compile(r"\b(?:GMT|UTC) ?([+-]\d)")
# A zone whose name says nothing to us: the day as written stands, the moment does not.
_UNKNOWN = timezone(timedelta(), "unknown")
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_DIGITS = re.compile(r"\d+")
# Two dates without any part in common: what differs after parsing was not written there.
_FILL = datetime(2000, 1, 1, 0, 0)  # noqa: DTZ001 (whether a zone was given must show)
_OTHER = datetime(2001, 2, 2, 13, 57)  # noqa: DTZ001 (the same)
_ZONES = dict(
    pair.split(":")
    for pair in "UTC:0 GMT:0 Z:0 WET:0 WEST:1 BST:1 CET:1 MEZ:1 CEST:2 MESZ:2 EET:2 "
    "EST:-5 EDT:-4 CST:-6 CDT:-5 MST:-7 MDT:-6 PST:-8 PDT:-7".split()
)
# German words of dates in English, which is what dateutil reads; "" where it needs no word.
_ENGLISH = dict(
    pair.split(":")
    for pair in "januar:January jänner:January jän:January feber:February februar:February "
    "märz:March maerz:March mär:March mrz:March mai:May juni:June juli:July "
    "okt:October oktober:October dez:December dezember:December uhr: den: der: um: am: "
    "montag: dienstag: mittwoch: donnerstag: freitag: samstag: sonnabend: sonntag: "
    "mo: di: mi: do: fr: sa: so:".split()
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Published:
    """The day as written, and the moment in UTC where a time of day was given."""

    on: date
    at: datetime | None = None


class _Years(parserinfo):
    """Two-digit years without asking the clock."""

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: FBT001, FBT002 (dateutil's own signature)
        """Read 25 as 2025 and 99 as 1999, today and in fifty years."""
        if century_specified or year >= 100:  # noqa: PLR2004 (two digits)
            return year
        return year + (2000 if year < 70 else 1900)  # noqa: PLR2004 (as POSIX does)


def parse_published(value: object) -> Published | None:
    """The date that `value` gives in full and for certain (year, month, day), or None.

    A time without a zone is taken as UTC; one in a zone that is not known gives the day alone.
    """
    if isinstance(value, datetime):
        return _with_time(value)
    if isinstance(value, date):
        return Published(value)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST:
        return None
    return _parse_iso(value.strip()) or _parse_loosely(value.strip())


def _parse_iso(value: str) -> Published | None:
    try:
        if len(value) in _LENGTHS_OF_DAYS:
            return Published(date.fromisoformat(value))
        return None if _DIGITS.fullmatch(value) else _with_time(datetime.fromisoformat(value))
    except ValueError:
        return None


def _parse_loosely(value: str) -> Published | None:
    if _DIGITS.fullmatch(value) or _SHORT.match(value):
        return None
    english = _WORD.sub(lambda word: _ENGLISH.get(word[0].lower(), word[0]), value)
    english = _SIGNED_ZONE.sub(r"\1", english)
    dotted = _DOTTED.match(english) is not None
    first = _parse(english, _FILL, day_first=dotted)
    second = _parse(english, _OTHER, day_first=dotted or _SLASHED.match(english) is not None)
    if first is None or second is None or first.date() != second.date():
        return None
    # The hour tells alone: "16 Uhr" leaves the minutes open.
    has_time = first.hour == second.hour and first.tzinfo is not _UNKNOWN
    return _with_time(first) if has_time else Published(first.date())


def _parse(value: str, default: datetime, *, day_first: bool) -> datetime | None:
    try:
        return parse(
            value, parserinfo=_Years(), default=default, dayfirst=day_first, tzinfos=_find_zone
        )
    except (ValueError, OverflowError, ArithmeticError, TypeError, AttributeError):
        # On odd input dateutil fails in more ways than the one it documents.
        return None


def _find_zone(name: str | None, offset: int | None) -> tzinfo | None:
    # Asked for every name, dateutil does not fall back on the zone of this machine.
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name is None:
        return None
    hours = _ZONES.get(name.upper())
    return _UNKNOWN if hours is None else timezone(timedelta(hours=int(hours)))


def _with_time(moment: datetime) -> Published | None:
    try:
        at = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return Published(moment.date(), at)
