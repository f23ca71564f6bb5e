"""What platforms and the courier read out of a stored payload."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from bot.formats.kept import read_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.buttons import Part


def payload_parts(payload: str) -> tuple[Part, ...]:
    """The messages of a payload: the parent, then the cards that belong under it.

    Raises:
        ValueError: another version of the program wrote it.
    """
    parts = read_parts(json.loads(payload).get("parts", ""))
    if parts is None:
        reason = "the stored digest was written by another version"
        raise ValueError(reason)
    return parts


def topics_shown(payload: str) -> Mapping[str, tuple[str, ...]]:
    """The topics of a payload, by slug, with the articles that each stood for.

    Empty for what holds none, whoever wrote it: what was shown is remembered for comfort, and
    nothing may come in the way of settling what was sent.
    """
    try:
        shown = json.loads(payload).get("shown", {})
        return {str(topic): tuple(map(str, articles)) for topic, articles in shown.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def rendered_at(payload: str) -> datetime | None:
    """When the digest was made; None if the payload does not say it."""
    try:
        moment = datetime.fromisoformat(json.loads(payload)["rendered_at"])
    except (ValueError, LookupError, TypeError):
        return None
    return moment if moment.tzinfo else None
