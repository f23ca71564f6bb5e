"""The preview on the planning form: what it shows, to whom, and that nothing is planned by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from adapters.slack.slack_double import ANNA, BEN, SlackDouble, press
from adapters.slack.slack_rules import faults_of_view
from adapters.slack.test_slack_http import PLAN_FIELDS, form_view, open_plan, run, shown

if TYPE_CHECKING:
    from adapters.slack.conftest import House, Running

    from bot.store import Store


async def preview(running: Running, view: dict[str, Any], user: str = ANNA) -> dict[str, Any]:
    """What the modal above the form shows in the end."""
    _, double, sender = running
    before = len(double.of("views.update"))
    pressed = press("preview", "preview", user=user, container={"type": "view", "view_id": "V7"})
    del pressed["channel"]
    await sender.interact({**pressed, "view": view})
    await double.until(lambda: len(double.of("views.update")) > before)
    filled: dict[str, Any] = double.of("views.update")[-1]["view"]
    return filled


def pushed(double: SlackDouble) -> int:
    return len(double.of("views.push"))


def test_a_preview_shows_todays_digest_as_filled_in_and_plans_nothing(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house() as running:
            form = form_view(await open_plan(running), **PLAN_FIELDS)
            filled = await preview(running, form)
            assert pushed(running[1]) == 1
            assert [*faults_of_view(filled)] == []
            assert "Stargate" in shown(filled)
            assert "DeepSeek" not in shown(filled["blocks"][:4])
            english = {**PLAN_FIELDS, "language": {"selected_option": {"value": "en"}}}
            again = await preview(running, form_view(form, **english))
            assert "Friday" in shown(again)
        assert store.subscriptions.list_all() == ()

    run(scenario())


def test_a_preview_of_a_wrong_form_says_what_is_wrong(house: House) -> None:
    async def scenario() -> None:
        async with house() as running:
            wrong = {**PLAN_FIELDS, "zone": {"value": "Europe/Atlantis"}}
            filled = await preview(running, form_view(await open_plan(running), **wrong))
            assert "Zeitzone" in shown(filled["blocks"])
            assert len(filled["blocks"]) == 1

    run(scenario())


@pytest.mark.parametrize("error", ["expired_trigger_id", "push_limit_reached"])
def test_a_preview_that_slack_does_not_open_is_told_directly(house: House, error: str) -> None:
    async def scenario() -> None:
        async with house() as running:
            _, double, sender = running
            form = form_view(await open_plan(running), **PLAN_FIELDS)
            double.faults["views.push"].append(error)
            await sender.interact({**press("preview", "preview"), "view": form})
            await double.until(lambda: double.posted(ANNA) or double.of("chat.postEphemeral"))
            said = shown({"all": [double.posted(ANNA), double.of("chat.postEphemeral")]})
            assert "Fehler" in said
            assert error not in said

    run(scenario())


def test_who_may_not_plan_gets_no_preview_of_somebody_elses_form(house: House) -> None:
    async def scenario() -> None:
        async with house() as running:
            form = form_view(await open_plan(running), **PLAN_FIELDS)
            filled = await preview(running, form, BEN)
            assert "Planning is for" in shown(filled)
            assert "Stargate" not in shown(filled)

    run(scenario())
