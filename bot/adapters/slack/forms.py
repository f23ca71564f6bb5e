"""What people filled in: the state of a view, read back. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from bot.adapters.slack.heard import Where
from bot.adapters.slack.views import WHOLE_CARD
from bot.desk.plans import PlanDraft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.ledger import Length
    from bot.core.models import Language

    State = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Complaint:
    """`point` is the number of a point, "" for the whole card."""

    key: str
    point: str
    reason: str


def read_plan_form(view: Mapping[str, Any], language: Language) -> PlanDraft:
    """The planning form as it was sent. What is left empty is empty in the draft."""
    state: State = view["state"]["values"]
    kept = _metadata(view)
    chosen = _chosen(state, "language") or language
    return PlanDraft(
        topics=tuple(one["value"] for one in _field(state, "topics").get("selected_options") or ()),
        time=_field(state, "time").get("selected_time") or "",
        zone=_field(state, "zone").get("value") or "",
        weekdays=tuple(
            int(one["value"]) for one in _field(state, "weekdays").get("selected_options") or ()
        ),
        language=cast("Language", chosen),
        length=cast("Length", _chosen(state, "length") or "normal"),
        quiet=bool(_field(state, "quiet").get("selected_options")),
        holidays=kept.get("holidays", ""),
    )


def read_complaint(view: Mapping[str, Any]) -> Complaint:
    """The complaint as it was sent."""
    state: State = view["state"]["values"]
    point = _chosen(state, "point")
    reason = _field(state, "reason").get("value") or ""
    return Complaint(_metadata(view).get("key", ""), "" if point == WHOLE_CARD else point, reason)


def read_topic(view: Mapping[str, Any]) -> str:
    """The topic that was chosen."""
    return _chosen(view["state"]["values"], "topic")


def where_of_view(body: Mapping[str, Any]) -> Where:
    """Who sends a form, and for which channel it was opened; without one it is a direct talk."""
    kept = _metadata(body["view"])
    user = str(body["user"]["id"])
    team = (body.get("team") or {}).get("id") or body["user"].get("team_id", "")
    channel = kept.get("channel") or user
    return Where(str(team), user, channel, kept.get("thread", ""), private=True)


def _metadata(view: Mapping[str, Any]) -> dict[str, str]:
    text = view.get("private_metadata") or "{}"
    kept: dict[str, str] = json.loads(text)
    return kept


def _field(state: State, name: str) -> Mapping[str, Any]:
    return state.get(name, {}).get(name, {})


def _chosen(state: State, name: str) -> str:
    return str((_field(state, name).get("selected_option") or {}).get("value") or "")
