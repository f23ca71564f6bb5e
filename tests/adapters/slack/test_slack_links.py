"""Pages whose addresses people send in Slack: who may add one, by message and by mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from adapters.slack.conftest import NOW
from adapters.slack.slack_double import ANNA, BEN, GUEST
from adapters.slack.slack_events import mention, message, run, shown

from bot.desk.desk import Desk
from bot.desk.links import Links, PageAdded, PageRefused

if TYPE_CHECKING:
    from adapters.slack.conftest import House

    from bot.library import Library
    from bot.store import Store

URL = "https://news.example/a?x=1"
# As Slack writes an address that somebody pasted.
PASTED = "schau mal: <https://news.example/a?x=1|news.example/a>"


class Pages:
    """Takes in every page and remembers which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, url: str) -> PageAdded | PageRefused:
        self.asked.append(url)
        return PageAdded("none", "Neue Brücke")


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def answering(seeds_library: Library, store: Store, pages: Pages) -> Desk:
    return Desk(seeds_library, store, clock=lambda: NOW, links=Links("planners", pages))


@pytest.mark.parametrize(
    ("user", "said"),
    [
        (ANNA, "Aufgenommen: Neue Brücke"),
        # Whoever belongs to the workspace plans in a direct message, and only for themselves.
        (BEN, "Adding pages is for those who may plan"),
        (GUEST, "Seiten aufnehmen darf"),
    ],
)
def test_a_link_in_a_direct_message_is_taken_in_for_who_plans_for_others(
    house: House, answering: Desk, pages: Pages, user: str, said: str
) -> None:
    async def scenario() -> None:
        async with house(answering) as (_, double, sender):
            event = message(PASTED, channel="D1", channel_type="im", user=user)
            await sender.event("E1", event)
            await double.until(lambda: double.posted("D1"))
            assert said in shown(double.posted("D1")[0])
        assert pages.asked == ([URL] if user == ANNA else [])

    run(scenario())


def test_whose_id_is_named_as_a_planner_adds_pages_in_a_direct_message(
    house: House, answering: Desk, pages: Pages
) -> None:
    async def scenario() -> None:
        async with house(answering, planners=(BEN,)) as (_, double, sender):
            await sender.event("E1", message(PASTED, channel="D1", channel_type="im", user=BEN))
            await double.until(lambda: double.posted("D1"))
        assert pages.asked == [URL]

    run(scenario())


@pytest.mark.parametrize(("user", "added"), [(ANNA, True), (BEN, False)])
def test_a_link_in_a_mention_is_taken_in_for_who_may_plan(
    house: House, answering: Desk, pages: Pages, user: str, *, added: bool
) -> None:
    async def scenario() -> None:
        async with house(answering) as (_, double, sender):
            await sender.event("E1", mention(PASTED, user=user))
            await double.until(lambda: double.posted("C1"))
            assert double.posted("C1")[0]["thread_ts"] == "100.1"
        assert pages.asked == ([URL] if added else [])

    run(scenario())
