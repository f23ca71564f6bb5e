"""How feeds are doing, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.source_words import words_for

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.feeds import FeedHealth, FeedsReport
    from bot.core.models import Language
    from bot.formats.as_json import JsonObject


def feeds_as_dict(report: FeedsReport, language: Language) -> JsonObject:
    """Each feed with its last success, its last error in plain words, and what was skipped.

    Then what keeps others from being known.
    """
    return {
        "schema": 1,
        "feeds": [_feed(one, language) for one in report.health],
        "problems": [{"where": where, "reason": reason} for where, reason in report.problems],
    }


def _feed(health: FeedHealth, language: Language) -> JsonObject:
    state = health.state
    return {
        "address": health.feed.address,
        "outlet": health.feed.outlet,
        "name": health.name,
        "moved_to": (state.url or None) if state else None,
        "gone": bool(state and state.is_gone),
        "last_success": _moment(state.last_success_at if state else None),
        "next_visit": _moment(state.next_at if state else None),
        "waits_until": _moment(state.next_at if state and state.is_put_off else None),
        "failing_since": _moment(state.failing_since if state else None),
        "error": state.reason or None if state else None,
        "error_text": words_for(state.reason, language, status=state.status)
        if state and state.reason
        else None,
        "read": health.read,
        "skipped": [
            {"reason": reason, "text": words_for(reason, language), "count": count}
            for reason, count in health.skipped
        ],
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
