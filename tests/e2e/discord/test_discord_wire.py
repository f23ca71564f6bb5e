"""The bot in a process of its own, against Discord over real HTTP and WebSocket connections."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cli.program import await_until, end, running
from discord_backend import VIA, Mishap, limited
from discord_play import Play
from discord_stage import texts
from discord_wire import Wire

from bot.adapters.discord.exchange import Answer, HttpExchange
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.e2e
TOKEN = f"{base64.urlsafe_b64encode(b'123456789012345678').decode()}.Xabcde.{'s' * 38}"
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)


@pytest.fixture
def wire() -> Iterator[Wire]:
    with Wire() as opened:
        yield opened


def settings(wire: Wire, **more: str) -> dict[str, str]:
    return {
        "BRIEFING_DISCORD_TOKEN": TOKEN,
        "BRIEFING_DISCORD_API": wire.api,
        "BRIEFING_DISCORD_GATEWAY": wire.gateway,
        "BRIEFING_WEB": "false",
        **more,
    }


def answers(wire: Wire, channel: str) -> list[str]:
    """What the bot wrote in the channel."""
    return ["\n".join(texts(one["components"])) for one in wire.exchange.messages(channel)
            if one["components"]]  # fmt: skip


def await_running(folder: Path) -> None:
    await_until(lambda: "running: schedule, discord" in (folder / "log").read_text("utf-8"))


class Talk:
    """Asks again and again whether the bot hears."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.channel = wire.exchange.channel()
        self.user = wire.user("anna")

    def ask(self, topic: str) -> None:
        before = len(answers(self._wire, self.channel))
        bot = self._wire.exchange.backend.bot_user.id
        self._wire.say(self.channel, self.user, f"<@{bot}> {topic}")
        await_until(lambda: len(answers(self._wire, self.channel)) == before + 1)
        assert topic.lower() in answers(self._wire, self.channel)[-1].lower()


def test_the_bot_connects_answers_and_stops(wire: Wire, tmp_path: Path) -> None:
    talk = Talk(wire)
    with running(tmp_path, **settings(wire)) as process:
        await_running(tmp_path)
        assert wire.identified[0]["intents"] & PRIVILEGED == 0
        talk.ask("stargate")
        assert end(process) < 10
        assert process.returncode == 0


@pytest.mark.parametrize("how", [4000, 1001, "reconnect", "invalid"])
def test_a_broken_connection_is_mended(wire: Wire, tmp_path: Path, how: int | str) -> None:
    talk = Talk(wire)
    with running(tmp_path, **settings(wire)):
        await_running(tmp_path)
        talk.ask("stargate")
        if how == "reconnect":
            wire.tell(7)
        elif how == "invalid":
            wire.tell(9, data=False)
        else:
            wire.close(int(how))
        await_until(lambda: wire.resumed or len(wire.identified) > 1)
        talk.ask("deepseek")


def test_a_gateway_that_no_longer_answers_heartbeats_is_left(wire: Wire, tmp_path: Path) -> None:
    talk = Talk(wire)
    wire.heartbeat_interval = 2_000
    with running(tmp_path, **settings(wire)):
        await_running(tmp_path)
        wire.acknowledges = False
        # discord.py waits a minute for the answer to a heartbeat.
        await_until(lambda: wire.resumed or len(wire.identified) > 1, seconds=120)
        wire.acknowledges = True
        talk.ask("deepseek")


@pytest.mark.parametrize("code", [4004, 4014])
def test_what_discord_refuses_for_good_ends_in_one_clear_line(
    wire: Wire, tmp_path: Path, code: int
) -> None:
    wire.refused_with = code
    with running(tmp_path, **settings(wire)):
        await_until(lambda: "discord is off" in (tmp_path / "log").read_text("utf-8"))
    log = (tmp_path / "log").read_text("utf-8")
    told = [line for line in log.splitlines() if "discord is off" in line]
    assert len(told) == 1
    assert "BRIEFING_DISCORD_TOKEN" in told[0]
    assert TOKEN not in log
    assert "Traceback" not in log


def test_a_token_that_is_refused_at_the_login_is_said_to_be(wire: Wire, tmp_path: Path) -> None:
    refused = Answer(401, VIA, {"message": "401: Unauthorized", "code": 0})
    wire.exchange.mishaps += [Mishap(answer=refused, method="GET", ends="/users/@me")] * 5
    with running(tmp_path, **settings(wire)):
        await_until(lambda: "discord is off" in (tmp_path / "log").read_text("utf-8"))
    log = (tmp_path / "log").read_text("utf-8")
    assert "does not accept this token" in log
    assert TOKEN not in log


def test_logs_at_debug_hold_no_secret_and_no_message(wire: Wire, tmp_path: Path) -> None:
    talk = Talk(wire)
    with running(tmp_path, **settings(wire, BRIEFING_LOG_LEVEL="debug")) as process:
        await_running(tmp_path)
        talk.ask("stargate")
        data = {"id": "1", "name": "briefing", "type": 1,
                "options": [{"name": "topic", "type": 3, "value": "geheimes wort"}]}  # fmt: skip
        token = wire.press(talk.channel, talk.user, data, kind=2)
        await_until(lambda: any(token in path for _, path in wire.exchange.asked))
        wire.exchange.mishaps.append(Mishap(answer=limited(0.1), method="PATCH"))
        wire.press(talk.channel, talk.user, data, kind=2)
        talk.ask("nvidia")
        end(process)
    log = (tmp_path / "log").read_text("utf-8")
    assert "running: schedule, discord" in log
    for secret in (TOKEN, "geheimes", "stargate", "Stargate", *wire.tokens):
        assert secret not in log
    assert not re.search(r"/webhooks/\d+/[\w-]{8}", log)


MISHAPS = {
    "dropped after delivery": Mishap(lost=True),
    "reset before delivery": Mishap(dropped=True),
    "503": Mishap(answer=Answer(503, VIA, {})),
    "429": Mishap(answer=limited(2.0)),
    "429 for everything": Mishap(answer=limited(2.0, world=True)),
    "429 by the edge": Mishap(answer=Answer(429, {}, {})),
    "dropped in the thread": Mishap(lost=True, ends="/threads"),
    "reset in the thread": Mishap(dropped=True, ends="/threads"),
}


@pytest.mark.parametrize("name", MISHAPS)
def test_over_real_connections_each_digest_comes_once(
    wire: Wire, tmp_path: Path, name: str
) -> None:
    mishap = MISHAPS[name]
    channel = wire.exchange.channel()
    with open_store(None, tmp_path) as store:
        play = Play(store, wire.exchange, speak=HttpExchange(TOKEN, wire.api))
        play.plan(channel)
        wire.exchange.mishaps.append(replace(mishap))
        play.deliver(times=60)
        assert len(play.posts(channel)) == 1
        assert play.states() == ["sent"]


def test_where_nobody_listens_nothing_was_written(wire: Wire, tmp_path: Path) -> None:
    channel = wire.exchange.channel()
    with open_store(None, tmp_path) as store:
        nobody = HttpExchange(TOKEN, "http://127.0.0.1:1/api/v10")
        play = Play(store, wire.exchange, speak=nobody)
        play.plan(channel)
        play.deliver(times=3)
        assert play.states() == ["pending"]
        assert play.posts(channel) == []
