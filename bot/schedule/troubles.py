"""What keeps jobs from their work: told once when it begins, and once when it is over."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from bot.errors import BriefingError

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Trouble:
    began: float
    jobs: set[str]


@dataclass(slots=True)
class Troubles:
    """Shared by all jobs of a process, on one thread; moments are monotonic seconds.

    A store that is away is one trouble, whichever job meets it and whatever the driver says.
    """

    _open: dict[str, _Trouble] = field(default_factory=dict)
    _over: dict[str, float] = field(default_factory=dict)

    def note(self, job: str, error: BriefingError, *, began: float) -> None:
        """A run of `job` that began then has failed."""
        key = _key(job, error)
        if key in self._open:
            self._open[key].jobs.add(job)
        # Else the run met what is over already, and only took longer to say so.
        elif began >= self._over.get(key, float("-inf")):
            self._open[key] = _Trouble(began, {job})
            _logger.warning("%s: %s", job, error)

    def note_well(self, job: str, *, now: float) -> None:
        """A run of `job` has done what it should."""
        for key in [key for key, trouble in self._open.items() if job in trouble.jobs]:
            self._over[key] = now
            seconds = now - self._open.pop(key).began
            _logger.warning("%s: works again, after %.0f s", job, seconds)


def _key(job: str, error: BriefingError) -> str:
    return error.where if isinstance(error, StoreUnavailable) else f"{job}: {error}"
