"""The exit codes of the command line."""

from __future__ import annotations

from typing import Final

FAILURE: Final = 1
WRONG_USE: Final = 2
NOT_FOUND: Final = 3
INTERRUPTED: Final = 130
