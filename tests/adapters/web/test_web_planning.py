"""Planning from the page: the digest goes into the folder, and is paused and ended from there."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from bot.delivery.standing import CHANNEL, PLATFORM

if TYPE_CHECKING:
    from web_visitor import Got, Served, Visitor

    from bot.core.ledger import Subscription
    from bot.store.store import Store

FORM = {
    "topics": "Stargate, OpenAI",
    "time": "06:45",
    "zone": "Europe/Vienna",
    "language": "en",
    "length": "short",
    "quiet": "1",
}


def order_in(store: Store) -> Subscription | None:
    return store.subscriptions.find(PLATFORM, "", CHANNEL)


def send(visitor: Visitor, form: dict[str, str], *weekdays: int) -> Got:
    """As a browser sends boxes that are ticked: the same name once for each."""
    return visitor.post_pairs("/plan", [*form.items(), *(("weekday", str(d)) for d in weekdays)])


def value(got: Got, name: str) -> str:
    (field,) = got.tree.xpath(f"//form[@action='/plan']//*[@name='{name}']")
    return str(field.get("value"))


def test_the_form_begins_with_sensible_defaults_in_the_readers_language(page: Served) -> None:
    got = page.visitor(Accept_Language="en").say("/digest plan")
    assert got.words("//form[@action='/plan']//h2") == "Plan the digest"
    assert [value(got, name) for name in ("topics", "time", "zone")] == [
        "",
        "07:30",
        "Europe/Berlin",
    ]
    ticked = got.tree.xpath("//input[@name='weekday'][@checked]/@value")
    assert ticked == ["0", "1", "2", "3", "4"]


def test_what_is_filled_in_is_planned_and_told(page: Served, web_store: Store) -> None:
    got = send(page.visitor(), FORM, 5, 1)
    assert "Geplant. Der nächste Digest kommt" in got.words()
    order = order_in(web_store)
    assert order is not None
    wish = order.wish
    assert (wish.topics, wish.local_time, wish.zone) == (
        ("Stargate", "OpenAI"), time(6, 45), "Europe/Vienna",
    )  # fmt: skip
    assert (wish.weekdays, wish.language, wish.length) == ((1, 5), "en", "short")
    assert wish.quiet


def test_the_form_comes_back_with_what_is_planned(page: Served) -> None:
    send(page.visitor(), FORM, 1)
    got = page.visitor().say("/digest plan")
    assert [value(got, name) for name in ("topics", "time")] == ["Stargate, OpenAI", "06:45"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"zone": "Mars/Olympus"}, "Diese Zeitzone gibt es nicht"),
        ({"time": "25:00"}, "Die Uhrzeit liegt zwischen"),
        ({"topics": "Stargate, <b>Nichts"}, "Ein Thema „<b>Nichts“ gibt es nicht."),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field_and_nothing_is_planned(
    page: Served, web_store: Store, wrong: dict[str, str], said: str
) -> None:
    got = send(page.visitor(), FORM | wrong, 1)
    (fault,) = got.tree.xpath("//*[@class='fault']")
    assert said in fault.text_content()
    (field,) = got.tree.xpath(f"//*[@aria-describedby='{fault.get('id')}']")
    assert field.get("name") in wrong
    assert value(got, "time") == (FORM | wrong)["time"]
    assert order_in(web_store) is None


def test_without_a_weekday_nothing_is_planned(page: Served, web_store: Store) -> None:
    assert "Mindestens ein Wochentag" in send(page.visitor(), FORM).words("//*[@class='fault']")
    assert order_in(web_store) is None


@pytest.mark.parametrize("forged", [{"language": "fr"}, {"length": "endless"}, {"weekday": "9"}])
def test_what_no_form_of_ours_sends_is_refused(
    page: Served, web_store: Store, forged: dict[str, str]
) -> None:
    assert send(page.visitor(), FORM | forged).status == 400
    assert order_in(web_store) is None


def test_another_site_cannot_plan(page: Served, web_store: Store) -> None:
    got = page.visitor().post("/plan", FORM | {"weekday": "1"}, Origin="https://evil.example")
    assert got.status == 403
    assert order_in(web_store) is None


def test_the_plan_is_told_paused_and_ended_in_the_chat(page: Served, web_store: Store) -> None:
    visitor = page.visitor()
    send(visitor, FORM, *range(7))
    assert "Nächster Digest:" in visitor.say("/digest status").words()
    assert "Der Digest hier ist pausiert." in visitor.say("/digest pause").words()
    assert "Der Digest hier kommt wieder" in visitor.say("/digest weiter").words()
    assert "Der Digest hier ist beendet." in visitor.say("/digest stopp").words()
    order = order_in(web_store)
    assert order is not None
    assert order.state == "stopped"


def test_what_somebody_follows_on_the_page_stays_their_own(page: Served, web_store: Store) -> None:
    visitor = page.visitor()
    send(visitor, FORM, *range(7))
    assert "DeepSeek ist ab morgen dabei." in visitor.say("/digest folgen deepseek").words()
    order = order_in(web_store)
    assert order is not None
    assert order.wish.topics == ("Stargate", "OpenAI")
