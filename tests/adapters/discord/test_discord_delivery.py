"""Each digest once: what is posted, found again, finished, edited and refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from discord_backend import VIA, Mishap, limited
from discord_play import Play, digest_payload
from discord_stage import texts

from bot.adapters.discord.delivery import permalink
from bot.adapters.discord.exchange import Answer
from bot.adapters.discord.restraint import Restraint
from bot.core.ledger import Wish

if TYPE_CHECKING:
    from bot.store import Store


@pytest.fixture
def play(store: Store) -> Play:
    return Play(store)


def test_a_digest_stands_once_with_its_number_and_its_cards_in_a_thread(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.deliver()
    (parent,) = play.posts(channel)
    (delivery,) = play.loop.deliveries()
    shown = texts(parent["components"])
    assert shown[0].startswith("Morgenlage am Freitag")
    assert f"Digest {delivery.public_id}" in shown[-1].replace("\\", "")
    assert delivery.message_ref == f"{channel}/{parent['id']}"
    cards = play.posts(parent["id"])
    assert [texts(card["components"])[0].split(" ")[1] for card in cards] == [
        "Lunebad",
        "Hafenbrücke",
    ]
    assert play.exchange.faults == []


@pytest.mark.parametrize(
    "mishap",
    [
        Mishap(lost=True),
        Mishap(dropped=True),
        Mishap(answer=Answer(503, VIA, {})),
        Mishap(answer=Answer(500, VIA, {})),
        Mishap(unwritten=True),
        Mishap(answer=limited(3.0)),
        Mishap(answer=limited(3.0, world=True)),
        Mishap(answer=Answer(429, {}, {})),
        Mishap(answer=Answer(401, VIA, {"code": 0})),
        Mishap(lost=True, ends="/threads"),
        Mishap(dropped=True, ends="/threads"),
        Mishap(answer=limited(2.0), ends="/threads"),
    ],
)
def test_each_mishap_leaves_one_digest(play: Play, mishap: Mishap) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.exchange.mishaps.append(mishap)
    play.deliver(times=60)
    assert len(play.posts(channel)) == 1
    assert play.states() == ["sent"]


def test_a_lost_answer_is_found_in_the_history_without_the_nonce(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.exchange.mishaps.append(Mishap(lost=True))
    play.deliver(times=1)
    play.exchange.nonces.clear()
    play.go_on(times=40)
    (parent,) = play.posts(channel)
    assert play.states() == ["sent"]
    assert len(play.posts(parent["id"])) == 2


def test_what_a_person_writes_is_not_taken_for_the_digest(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.exchange.mishaps.append(Mishap(answer=Answer(503, VIA, {})))
    play.deliver(times=1)
    (delivery,) = play.loop.deliveries()
    user = play.exchange.backend.make_user("anna")
    play.exchange.backend.add_member(play.exchange.guild.id, user.id)
    play.exchange.backend.create_message(
        int(channel), user.id, f"Wo ist Digest {delivery.public_id} ?"
    )
    play.go_on(times=40)
    assert len(play.posts(channel)) == 1


@pytest.mark.parametrize(
    ("status", "code", "word"),
    [
        (403, 50001, "sieht den Kanal"),
        (403, 50013, "schreiben"),
        (404, 10003, "gibt es nicht mehr"),
    ],
)
def test_what_is_refused_for_good_pauses_and_tells_the_owner_once(
    play: Play, status: int, code: int, word: str
) -> None:
    channel = play.exchange.channel()
    owner = play.exchange.backend.make_user("chefin")
    play.exchange.backend.add_member(play.exchange.guild.id, owner.id)
    play.plan(channel, owner=str(owner.id))
    play.exchange.mishaps += [
        Mishap(answer=Answer(status, VIA, {"code": code}), ends=f"{channel}/messages")
    ] * 9
    play.deliver()
    assert play.states() == ["failed"]
    assert play.store.subscriptions.list_all()[0].state == "paused"
    asked = Counter(path for _, path in play.exchange.asked)
    assert asked[f"/channels/{channel}/messages"] == 1
    assert asked["/users/@me/channels"] == 1
    (direct,) = play.exchange.backend.dm_channels.values()
    (told,) = play.exchange.messages(str(direct))
    assert word in told["content"]
    assert play.exchange.faults == []


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_refusal_without_a_known_code_is_not_for_good(play: Play, status: int) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.exchange.mishaps.append(Mishap(answer=Answer(status, VIA, {})))
    play.deliver()
    assert play.states() == ["sent"]


def test_a_resend_changes_the_message_and_its_cards(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.deliver()
    (before,) = play.posts(channel)
    (delivery,) = play.loop.deliveries()
    play.loop.render_as = lambda _claimed: digest_payload("Noch einmal")
    play.store.ledger.reopen(delivery.id, play.clock.now())
    play.go_on()
    (after,) = play.posts(channel)
    assert after["id"] == before["id"]
    assert "Noch einmal" in texts(after["components"])[0]
    assert len(play.posts(after["id"])) == 2


def test_a_resend_of_a_message_that_is_gone_posts_anew(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.deliver()
    (delivery,) = play.loop.deliveries()
    (before,) = play.posts(channel)
    play.exchange.backend.delete_message(int(channel), int(before["id"]))
    play.store.ledger.reopen(delivery.id, play.clock.now())
    play.go_on()
    (after,) = play.posts(channel)
    assert after["id"] != before["id"]


def test_cards_that_are_missing_are_added_and_others_stay(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.deliver()
    (parent,) = play.posts(channel)
    first, second = play.posts(parent["id"])
    play.exchange.backend.delete_message(int(parent["id"]), int(second["id"]))
    play.exchange.nonces.clear()
    (delivery,) = play.loop.deliveries()
    claimed = play.claimed()
    play.platform.finish(claimed, digest_payload(), delivery.message_ref, still_mine=lambda: True)
    ids = [one["id"] for one in play.posts(parent["id"])]
    assert len(ids) == 2
    assert ids[0] == first["id"]


def test_a_lost_lease_ends_the_cards(play: Play) -> None:
    channel = play.exchange.channel()
    play.plan(channel)
    play.deliver()
    before = len(play.exchange.asked)
    play.platform.finish(play.claimed(), digest_payload(), f"{channel}/1", still_mine=lambda: False)
    assert len(play.exchange.asked) == before


def test_a_forum_gets_a_post_with_the_cards_in_it(play: Play) -> None:
    forum = play.exchange.forum()
    play.forums.add(int(forum))
    play.plan(forum)
    play.exchange.mishaps.append(Mishap(lost=True, ends="/threads"))
    play.deliver(times=60)
    posts = [one for one in play.exchange.backend.channels.values() if one.parent_id == int(forum)]
    assert len(posts) == 1
    assert posts[0].name == "Morgenlage Montag, 5. Januar 2026"
    assert len(play.posts(str(posts[0].id))) == 3
    assert play.states() == ["sent"]


def direct_channel(play: Play) -> str:
    user = play.exchange.backend.make_user("anna")
    made = play.exchange("POST", "/users/@me/channels", {"recipient_id": str(user.id)},
                         may_write=lambda: True)  # fmt: skip
    return str(made.body["id"])


@pytest.mark.parametrize("mishap", [None, Mishap(lost=True), Mishap(dropped=True)])
def test_a_direct_message_gets_the_cards_below_it(play: Play, mishap: Mishap | None) -> None:
    channel = direct_channel(play)
    play.plan(channel, workspace="@me")
    play.exchange.mishaps.extend([replace(mishap, ends="/messages")] if mishap else [])
    play.deliver(times=60)
    parent, *cards = play.posts(channel)
    assert [texts(card["components"])[0].split(" ")[1] for card in cards] == [
        "Lunebad",
        "Hafenbrücke",
    ]
    assert not [path for _, path in play.exchange.asked if path.endswith("/threads")]
    assert play.states() == ["sent"]
    (delivery,) = play.loop.deliveries()
    order = play.claimed().subscription
    assert permalink(order.wish, delivery.message_ref) == (
        f"https://discord.com/channels/@me/{channel}/{parent['id']}"
    )
    play.exchange.nonces.clear()
    play.platform.finish(
        play.claimed(), digest_payload(), delivery.message_ref, still_mine=lambda: True
    )
    assert len(play.posts(channel)) == 3


def test_whoever_takes_no_direct_messages_any_more_is_left_alone(play: Play) -> None:
    channel = direct_channel(play)
    play.plan(channel, workspace="@me")
    play.exchange.mishaps += [
        Mishap(answer=Answer(403, VIA, {"code": 50007}), ends=f"{channel}/messages")
    ] * 9
    play.deliver()
    assert play.states() == ["failed"]
    assert play.store.subscriptions.list_all()[0].state == "paused"


def test_ten_thousand_dead_channels_do_not_reach_the_ban() -> None:
    now = [0.0]
    restraint = Restraint(lambda: now[0])
    refused = 0
    for _ in range(10_000):
        if restraint.closed_for():
            break
        restraint.note(Answer(403, VIA, {"code": 50001}))
        refused += 1
        now[0] += 1 / 40
    assert refused == 5_000
    assert 0 < restraint.closed_for() <= 600
    now[0] += 601
    assert restraint.closed_for() == 0


def test_no_more_than_forty_requests_leave_in_a_second() -> None:
    restraint = Restraint(lambda: 0.0)
    assert [round(restraint.turn(), 3) for _ in range(41)][-1] == 1.0


def test_a_global_limit_holds_back_every_channel(play: Play) -> None:
    first, second = play.exchange.channel(), play.exchange.channel("zwei")
    play.plan(first)
    play.plan(second)
    play.exchange.mishaps.append(Mishap(answer=limited(30.0, world=True)))
    play.deliver(times=1, each=1)
    assert len([one for one in play.exchange.asked if one[0] == "POST"]) == 1
    play.go_on(times=60)
    assert [len(play.posts(one)) for one in (first, second)] == [1, 1]


def test_the_link_leads_to_the_message() -> None:
    wish = Wish("discord", "1", "2", "Europe/Berlin", time(7), (0,), (), "de")
    assert permalink(wish, "2/3") == "https://discord.com/channels/1/2/3"
    assert permalink(wish, "") is None
