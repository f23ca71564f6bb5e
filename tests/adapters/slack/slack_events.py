"""Events and forms as Slack sends them."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from adapters.slack.slack_double import ANNA, ME, TEAM

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from adapters.slack.conftest import Running


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await scenario

    asyncio.run(bounded())


def mention(text: str, ts: str = "100.1", **more: Any) -> dict[str, Any]:
    return {
        "type": "app_mention",
        "user": ANNA,
        "channel": "C1",
        "ts": ts,
        "text": f"<@{ME}> {text}",
        **more,
    }


def message(text: str, ts: str = "100.2", **more: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "user": ANNA,
        "channel": "C1",
        "channel_type": "channel",
        "ts": ts,
        "text": text,
        **more,
    }


def shown(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False)


def form_view(view: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A view as Slack sends it back, filled in with `values` by block."""
    state = {name: {name: value} for name, value in values.items()}
    return {**view, "id": "V7", "state": {"values": state}}


def submission(view: dict[str, Any], user: str = ANNA) -> dict[str, Any]:
    return {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": user}, "view": view}


PLAN_FIELDS: dict[str, Any] = {
    "topics": {"selected_options": [{"value": "Stargate"}]},
    "time": {"selected_time": "08:15"},
    "zone": {"value": "Europe/Vienna"},
    "weekdays": {"selected_options": [{"value": "0"}, {"value": "4"}]},
    "language": {"selected_option": {"value": "de"}},
    "length": {"selected_option": {"value": "short"}},
    "quiet": {"selected_options": []},
}


async def open_plan(running: Running, user: str = ANNA) -> dict[str, Any]:
    _, double, sender = running
    await sender.command("/digest plan", user=user, address=double.response_url("p"))
    await double.until(lambda: double.of("views.update"))
    view: dict[str, Any] = double.of("views.update")[-1]["view"]
    return view
