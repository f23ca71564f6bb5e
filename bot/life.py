"""The file in which a running bot says that it lives, written and read."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# So far ahead it may be by the clock of a machine that writes into the same folder.
_SKEW = timedelta(seconds=5)


class LifeUntold(BriefingError):
    """The file that says that the bot lives cannot be written; all else goes on."""

    def __init__(self, error: OSError) -> None:
        """Say why: a full disk, a folder that is read-only."""
        reason = (error.strerror or type(error).__name__).lower()
        super().__init__(f"the sign of life cannot be written: {reason}")


@dataclass(frozen=True, slots=True)
class Life:
    """A sign of life: when it was given, by which process, and what was not well.

    `has_ended` marks the last one of an orderly end.
    """

    at: datetime
    process: int
    trouble: Mapping[str, str]
    has_ended: bool = False

    def age(self, now: datetime) -> timedelta:
        """How long ago it was given; less than nothing if the clock was set back since."""
        return now - self.at

    def is_ahead(self, now: datetime) -> bool:
        """Whether it was given later than now, by more than clocks differ."""
        return self.age(now) < -_SKEW


def write_life(
    alive: Path, now: datetime, trouble: Mapping[str, str], *, has_ended: bool = False
) -> None:
    """Write the sign of life as a whole or not at all; with `has_ended` it is the last one.

    Raises:
        LifeUntold: it cannot be written.
    """
    at = now.isoformat(timespec="seconds")
    life: dict[str, object] = {"at": at, "process": os.getpid(), "trouble": dict(trouble)}
    if has_ended:
        life["ended"] = True
    half = alive.with_suffix(".part")
    try:
        alive.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(f"{json.dumps(life)}\n", encoding="ascii")
        half.replace(alive)
    except OSError as error:
        raise LifeUntold(error) from error


def read_life(alive: Path) -> Life | None:
    """The latest sign of life; None if there is none that can be read."""
    try:
        told = json.loads(alive.read_text(encoding="ascii"))
        return Life(
            datetime.fromisoformat(told["at"]),
            int(told["process"]),
            {str(name): str(sentence) for name, sentence in dict(told.get("trouble", {})).items()},
            has_ended=bool(told.get("ended")),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
