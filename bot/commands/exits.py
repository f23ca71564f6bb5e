"""The exit codes of the command line; 0 is an answer, also a list with nothing in it."""

from __future__ import annotations

from typing import Final

FAILURE: Final = 1
WRONG_USE: Final = 2
# What was asked for by its name is not there, be it among many or in an empty folder.
NOT_FOUND: Final = 3
INTERRUPTED: Final = 130
