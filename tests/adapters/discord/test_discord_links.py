"""Pages whose addresses people send on Discord: who may add one, by message and by mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord_stage import NOW, shown

from bot.desk.desk import Desk
from bot.desk.links import Links, PageAdded, PageRefused

if TYPE_CHECKING:
    from discord_stage import Stage

    from bot.library import Library
    from bot.store import Store

URL = "https://news.example/a?x=1"
# As somebody writes an address of which Discord is to show no preview.
PASTED = f"schau mal: <{URL}>"


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
def desk(seeds_library: Library, store: Store, pages: Pages) -> Desk:
    return Desk(seeds_library, store, clock=lambda: NOW, links=Links("planners", pages))


@pytest.mark.parametrize(("may", "added"), [(True, True), (False, False)])
async def test_a_link_in_a_mention_is_taken_in_for_who_may_plan(
    stage: Stage, pages: Pages, *, may: bool, added: bool
) -> None:
    bot = stage.env.bot.user
    assert bot is not None
    person = stage.person("chef", manage_guild=True) if may else stage.person()
    await person.send(stage.channel, f"<@{bot.id}> {PASTED}")
    said = shown(stage.channel.history()[-1])
    assert ("Aufgenommen: Neue Brücke" if added else "Seiten aufnehmen darf") in said
    assert pages.asked == ([URL] if added else [])


async def test_a_link_in_a_direct_message_is_taken_in_for_nobody(
    stage: Stage, pages: Pages
) -> None:
    user = stage.person("chef", manage_guild=True).user
    await user.send_dm(PASTED)
    assert "Seiten aufnehmen darf" in shown(user.dm_channel.history(viewer=user)[-1])
    assert pages.asked == []
