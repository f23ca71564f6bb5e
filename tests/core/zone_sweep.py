"""The local-day rule over time zones and their transitions; as a script, over all of them.

python tests/core/zone_sweep.py
"""

from __future__ import annotations

import sys
import time as clock
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.core.localday import due_at

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_YEAR, LAST_YEAR = 1990, 2037
TIMES = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))
# The days that zones left out when they changed sides of the date line, by all names of the zones.
NO_SUCH_DAY = {
    "Kwajalein": date(1993, 8, 21),
    "Pacific/Apia": date(2011, 12, 30),
    "Pacific/Enderbury": date(1994, 12, 31),
    "Pacific/Fakaofo": date(2011, 12, 30),
    "Pacific/Kanton": date(1994, 12, 31),
    "Pacific/Kiritimati": date(1994, 12, 31),
    "Pacific/Kwajalein": date(1993, 8, 21),
}
# There are 5.4 million; other editions of the time zone database differ by a few changes.
_LEAST_CASES = 5_000_000
_STEP = timedelta(days=1)
_QUARTER = timedelta(minutes=15)


@dataclass
class Sweep:
    """What was looked at, and what does not hold."""

    zones: int = 0
    cases: int = 0
    absent: set[tuple[str, date]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        return (
            f"localday: zones {self.zones} cases {self.cases} wrong {len(self.wrong)} "
            f"days that do not exist {len(self.absent)}"
        )


def sweep(zones: Iterable[str], *, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> Sweep:
    """Every half hour of the days around every change of a zone's offset."""
    found = Sweep()
    for name in zones:
        zone = ZoneInfo(name)
        found.zones += 1
        for change in changes(zone, first, last):
            _look_around(found, name, zone, change)
    return found


def changes(zone: ZoneInfo, first: int, last: int) -> list[datetime]:
    """The days (midnight UTC) after which the offset is another than before."""
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    out: list[datetime] = []
    before = moment.astimezone(zone).utcoffset()
    while moment < end:
        after = (moment + _STEP).astimezone(zone).utcoffset()
        if after != before:
            out.append(moment)
        moment, before = moment + _STEP, after
    return out


def _look_around(found: Sweep, name: str, zone: ZoneInfo, change: datetime) -> None:
    start = change - 2 * _STEP
    quarters = [start + number * _QUARTER for number in range(6 * 96)]
    local = [moment.astimezone(zone) for moment in quarters]
    there = {moment.date() for moment in local}
    clocks = {(moment.date(), moment.time()): moment for moment in reversed(local)}
    day, last = min(there) + _STEP, max(there) - _STEP
    while day <= last:
        if day in there:
            _look_at(found, name, zone, day, clocks)
        elif any(due_at(day, at, zone) for at in TIMES):
            found.wrong.append(f"{name} {day}: due on a day that does not exist")
        else:
            found.absent.add((name, day))
        day += _STEP


def _look_at(
    found: Sweep,
    name: str,
    zone: ZoneInfo,
    day: date,
    clocks: dict[tuple[date, time], datetime],
) -> None:
    for at in TIMES:
        found.cases += 1
        due = due_at(day, at, zone)
        if due is None or due.astimezone(zone).date() != day:
            found.wrong.append(f"{name} {day} {at}: due {due}")
        # Where the clock shows that time, it is due the first time it does.
        elif (day, at) in clocks and clocks[day, at].astimezone(UTC) != due:
            found.wrong.append(f"{name} {day} {at}: due {due}, not when the clock shows it")


def expected_absent(zones: Iterable[str]) -> set[tuple[str, date]]:
    """The known days that do not exist in these zones."""
    return {(name, NO_SUCH_DAY[name]) for name in zones if name in NO_SUCH_DAY}


def main() -> int:
    """Sweep over everything and print the figures; 1 if a day is wrong, or too few are there."""
    began = clock.monotonic()
    zones = sorted(available_timezones() - {"localtime", "Factory"})
    found = sweep(zones)
    expected = expected_absent(zones)
    for line in found.wrong[:20]:
        print(line)
    for name, day in sorted(found.absent ^ expected):
        print(f"{name} and {day}: {'absent' if (name, day) in found.absent else 'there'}")
    print(f"seconds {clock.monotonic() - began:.0f}")
    print(found.line())
    is_right = not found.wrong and found.absent == expected and found.cases >= _LEAST_CASES
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
