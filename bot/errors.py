"""The few errors that a caller treats differently. Each carries data and writes its own message."""

from __future__ import annotations


class BriefingError(Exception):
    """What a person is told as one clear line, never as a traceback."""


class SettingsError(BriefingError):
    """A setting or a file under `config/` cannot be used: exit code 2."""

    def __init__(self, where: str, reason: str) -> None:
        """Name the setting or file and say what is wrong with it."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class UntraceablePoint(BriefingError):
    """A line that does not point at characters of an article. It is dropped alone."""

    def __init__(self, text: str) -> None:
        """Keep the text for the log of whoever drops it."""
        super().__init__(f"no article holds these words: {text[:80]!r}")
        self.text = text
