"""Column types that mean the same in SQLite and PostgreSQL."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Integer, Text, TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_MICROSECOND = timedelta(microseconds=1)

# SQLite numbers rows itself only in a column declared INTEGER.
RowNumber = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored as microseconds since 1970 in UTC: SQLite drops time zones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """The datetime as a number.

        Raises:
            TypeError: it has no time zone.
        """
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the same
        """The number as a datetime in UTC."""
        return None if value is None else _EPOCH + value * _MICROSECOND


class UtcMoment(Moment):
    """Like Moment, for a caller who writes moments of UTC without saying so."""

    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """The datetime as a number; one without a zone is meant in UTC."""
        aware = value.replace(tzinfo=UTC) if value and value.tzinfo is None else value
        return super().process_bind_param(aware, dialect)


class PlainText(TypeDecorator[str]):
    """Text without the few characters that PostgreSQL does not take."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the same
        """The text, with U+FFFD for each of those characters."""
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A tuple of strings, stored as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the same
        """The tuple as JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002 - the same
        """JSON as a tuple."""
        return None if value is None else tuple(json.loads(value))
