"""For whom something is shown: language, time zone and, if it matters, the present moment.

Dates, numbers and amounts are written as that reader writes them (CLDR, through Babel).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_compact_currency, format_decimal

from bot.dialogue.labels import Labels, labels_for

if TYPE_CHECKING:
    from bot.core.models import Language, Precision

# A card whose newest article is older says how old it is.
_OLD = timedelta(days=7)
# What the formatter takes for a month and a year, and from how many on it names them.
_MONTH, _YEAR = timedelta(days=30), timedelta(days=365)
_SEVERAL = 2
_DAY_PATTERN = {"de": "dd.MM.yyyy", "en": "MMM d, yyyy"}
_SHORT_DAY_PATTERN = {"de": "dd.MM.", "en": "MMM d"}
_LONG_DAY_PATTERN = {"de": "EEEE, d. MMMM yyyy", "en": "EEEE, MMMM d, yyyy"}
_MONTH_PATTERN = "LLLL yyyy"
_TIME_PATTERN = "HH:mm"
_CURRENCY = 3


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks. Without `now` nothing is said about how long ago something was.

    `in_shell`: one asks by commands of the shell instead of those of a chat.
    """

    language: Language = "de"
    zone: str = "Europe/Berlin"
    now: datetime | None = None
    in_shell: bool = False

    def there(self, zone: str) -> Viewer:
        """The same reader, for times as they are in another zone."""
        return replace(self, zone=zone)

    @property
    def labels(self) -> Labels:
        """The wording in this reader's language."""
        return labels_for(self.language)

    def day(self, day: date) -> str:
        """24.01.2025 or Jan 24, 2025."""
        return self._date(day, _DAY_PATTERN[self.language])

    def short_day(self, day: date) -> str:
        """24.01. or Jan 24."""
        return self._date(day, _SHORT_DAY_PATTERN[self.language])

    def long_day(self, day: date) -> str:
        """Freitag, 24. Januar 2025."""
        return self._date(day, _LONG_DAY_PATTERN[self.language])

    def weekday(self, day: date) -> str:
        """Freitag."""
        return self._date(day, "EEEE")

    def local_day(self, iso: str) -> date:
        """The day of an ISO day or moment, where this reader lives.

        Raises:
            ValueError: `iso` is neither.
        """
        moment = datetime.fromisoformat(iso)
        return moment.astimezone(ZoneInfo(self.zone)).date() if moment.tzinfo else moment.date()

    def date_of(self, iso: str, precision: Precision) -> str:
        """An ISO date of any precision: 20.01.2025, Januar 2025 or 2025."""
        if precision == "year":
            return iso[:4]
        if precision == "month":
            return self._date(date.fromisoformat(f"{iso[:7]}-01"), _MONTH_PATTERN)
        return self.day(self.local_day(iso))

    def moment(self, moment: datetime) -> str:
        """Gestern 07:31; without `now` always with its date."""
        zone = ZoneInfo(self.zone)
        local = moment.astimezone(zone)
        clock = format_time(local.time(), _TIME_PATTERN, locale=self._locale)
        if self.now is not None:
            days = (self.now.astimezone(zone).date() - local.date()).days
            pattern = {0: self.labels.today_at, 1: self.labels.yesterday_at}.get(days)
            if pattern:
                return pattern.format(time=clock)
        return self.labels.day_at.format(date=self.day(local.date()), time=clock)

    def how_long_ago(self, day: date) -> str:
        """Vor 22 Monaten; empty without `now` and within the last seven days."""
        if self.now is None:
            return ""
        today = self.now.astimezone(ZoneInfo(self.zone)).date()
        if today - day <= _OLD:
            return ""
        age = _by_calendar(day, today)
        # "vor 22 Monaten" says more than "vor 2 Jahren": a unit is used from two of it on.
        return format_timedelta(-age, threshold=_SEVERAL, add_direction=True, locale=self._locale)

    def number(self, number: int) -> str:
        """A count: 2.900 or 2,900."""
        return format_decimal(number, locale=self._locale)

    def amount(self, value: float, unit: str) -> str:
        """A figure's value with its unit: 500 Mrd. $, 17 %, 4,5 GW, 100.000."""
        if len(unit) == _CURRENCY and unit.isupper():
            return format_compact_currency(value, unit, locale=self._locale, fraction_digits=1)
        written = format_decimal(value, locale=self._locale)
        if unit == "percent":
            return f"{written}\u00a0%" if self.language == "de" else f"{written}%"
        return f"{written}\u00a0{unit}" if unit else written

    def listing(self, names: tuple[str, ...]) -> str:
        """A, B und C."""
        return format_list(names, style="standard", locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale(self.language)

    def _date(self, day: date, pattern: str) -> str:
        return _written(day, pattern, self.language)


@lru_cache(maxsize=1024)
def _written(day: date, pattern: str, language: Language) -> str:
    # Dates stand in every line of a card, and Babel takes its pattern apart each time.
    return format_date(day, pattern, locale=Locale(language))


def _by_calendar(day: date, today: date) -> timedelta:
    """The age in whole months or years of the calendar, as long as the formatter counts them."""
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < _SEVERAL:
        return min(today - day, _SEVERAL * _MONTH - timedelta(days=1))
    years = months // 12
    return years * _YEAR if years >= _SEVERAL else months * _MONTH
