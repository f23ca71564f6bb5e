"""Keeps what must not be written out of the logs of discord.py.

Its paths hold tokens of interactions and addresses of webhooks, its debug lines whole messages.
"""

from __future__ import annotations

import logging
import re

_SECRET_PATHS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.\-]+")
_WRITES_PATHS = ("discord.http", "discord.webhook.async_", "discord.webhook.sync")


class _WithoutSecrets(logging.Filter):
    """Writes "…" in place of every token in a path."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; every record passes."""
        record.msg = _SECRET_PATHS.sub(r"\1…", record.getMessage())
        record.args = None
        return True


def quieten() -> None:
    """From now on, whatever level is asked for; calling it twice does no harm."""
    library = logging.getLogger("discord")
    library.setLevel(max(library.level, logging.INFO))
    for name in _WRITES_PATHS:
        logger = logging.getLogger(name)
        if not any(isinstance(one, _WithoutSecrets) for one in logger.filters):
            logger.addFilter(_WithoutSecrets())
