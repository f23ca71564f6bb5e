"""What a check found: one thing that is on, off or wrong, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FindingState = Literal["on", "off", "warning", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at ("slack"), and what is to be said of it, in one plain sentence."""

    state: FindingState
    what: str
    sentence: str
