"""The log of a running bot: a line for a person or as JSON, with error ids and no secrets."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING, Any, Literal

from pythonjsonlogger.json import JsonFormatter

from bot.crash import error_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What looks like a secret of somebody's, even if it is none of ours: tokens of Slack and of
# Discord, and passwords in addresses.
_SECRETS = (
    re.compile(r"\bxox[a-z]-[\w-]+|\bxapp-[\w-]+", re.ASCII),
    re.compile(r"\b[\w-]{24,28}\.[\w-]{6}\.[\w-]{27,}", re.ASCII),
    re.compile(r"(?<=://)([^\s:/@]*):[^\s/@]+(?=@)", re.ASCII),
)
# They tell of each job that runs and of each plugin that is loaded. That a job which still runs is
# not started again is meant, and its scheduler warns of it at every interval.
_CHATTY = {"apscheduler": logging.ERROR, "alembic": logging.WARNING}
_SHORTEST_SECRET = 6
_HIDDEN = "***"


def set_up_logs(
    form: Literal["text", "json"],
    level: str,
    *,
    secrets: Iterable[str] = (),
    spoken: Callable[[str], str] = str,
) -> None:
    """Log to standard error from `level` on. Called once, before anything runs.

    `spoken` puts a line into the words of whoever sits at the terminal. What is collected stays
    as it is, so that it can be searched.
    """
    formatter: logging.Formatter = (
        JsonFormatter(
            ["asctime", "levelname", "name", "message", "error_id"],
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            datefmt=_CLOCK,
            json_ensure_ascii=False,
            exc_info_as_array=False,
        )
        if form == "json"
        else logging.Formatter("%(asctime)s %(levelname)s %(message)s%(error_id)s", _CLOCK)
    )
    handler = logging.StreamHandler(sys.stderr)
    is_watched = form == "text" and sys.stderr.isatty()
    handler.setFormatter(Redacting(formatter, secrets, form, spoken if is_watched else str))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty, from_level in _CHATTY.items():
        logging.getLogger(chatty).setLevel(from_level)


_CLOCK = "%Y-%m-%dT%H:%M:%S%z"


class Redacting(logging.Formatter):
    """Writes records as another formatter does, with an id for each error, without secrets."""

    def __init__(
        self,
        inner: logging.Formatter,
        secrets: Iterable[str],
        form: str,
        spoken: Callable[[str], str] = str,
    ) -> None:
        """Hide `secrets`, longest first, and whatever looks like one; write messages `spoken`."""
        super().__init__()
        self._inner = inner
        self._form = form
        self._spoken = spoken
        known = {one for one in secrets if len(one) >= _SHORTEST_SECRET}
        self._known = sorted(known, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line or lines; tracebacks and arguments are searched for secrets as well."""
        error = record.exc_info[1] if record.exc_info else None
        number: Any = error_id(error) if error is not None else None
        if self._form == "text":
            number = f" (error {number})" if number else ""
        record.error_id = number
        told = record.getMessage()
        if (spoken := self._spoken(told)) != told:
            record = logging.makeLogRecord({**record.__dict__, "msg": spoken, "args": ()})
        return self._redact(self._inner.format(record))

    def _redact(self, text: str) -> str:
        for secret in self._known:
            text = text.replace(secret, _HIDDEN)
        for pattern in _SECRETS[:2]:
            text = pattern.sub(_HIDDEN, text)
        return _SECRETS[2].sub(rf"\1:{_HIDDEN}", text)
