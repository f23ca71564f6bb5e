"""A platform that cannot start is told in one line, and the other one keeps running."""

from __future__ import annotations

import base64
import socket
from typing import TYPE_CHECKING

import pytest
from adapters.slack.slack_double import SECRET, SlackDouble, served
from cli.program import await_until, running
from discord_backend import Mishap
from discord_stage import texts
from discord_wire import Wire

from bot.adapters.discord.exchange import Answer

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e
TOKEN = f"{base64.urlsafe_b64encode(b'123456789012345678').decode()}.Xabcde.{'s' * 38}"


def settings(wire: Wire, double: SlackDouble) -> dict[str, str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    return {
        "BRIEFING_DISCORD_TOKEN": TOKEN,
        "BRIEFING_DISCORD_API": wire.api,
        "BRIEFING_DISCORD_GATEWAY": wire.gateway,
        "BRIEFING_SLACK_BOT_TOKEN": "xoxb-1",
        "BRIEFING_SLACK_SIGNING_SECRET": SECRET,
        "BRIEFING_SLACK_MODE": "http",
        "BRIEFING_SLACK_PORT": port,
        "BRIEFING_SLACK_API_URL": double.api_url,
        "BRIEFING_WEB": "false",
    }


def told(home: Path, words: str) -> list[str]:
    log = (home / "log").read_text("utf-8")
    assert "Traceback" not in log
    assert TOKEN not in log
    assert "xoxb" not in log.replace("begins 'xoxb-'", "")
    return [line for line in log.splitlines() if words in line]


@pytest.mark.parametrize(
    ("error", "words"), [("invalid_auth", "copy it anew"), ("missing_scope", "slack-manifest.json")]
)
def test_discord_answers_where_slack_refuses_its_token(
    tmp_path: Path, error: str, words: str
) -> None:
    double = SlackDouble()
    double.faults["auth.test"].extend([error] * 9)
    with Wire() as wire, served(double), running(tmp_path, **settings(wire, double)):
        await_until(lambda: told(tmp_path, "running: schedule, discord"))
        (line,) = told(tmp_path, "slack is off")
        assert "BRIEFING_SLACK_BOT_TOKEN" in line
        assert words in line
        channel, user = wire.exchange.channel(), wire.user("anna")
        wire.say(channel, user, f"<@{wire.exchange.backend.bot_user.id}> hilfe")
        await_until(lambda: any(one["components"] for one in wire.exchange.messages(channel)))
        answer = wire.exchange.messages(channel)[-1]
        assert "/briefing" in "\n".join(texts(answer["components"]))


def test_slack_runs_where_discord_refuses_its_token(tmp_path: Path) -> None:
    double = SlackDouble()
    with Wire() as wire, served(double), running(tmp_path, **settings(wire, double)):
        refused = Answer(401, {}, {"message": "401: Unauthorized", "code": 0})
        wire.exchange.mishaps += [Mishap(answer=refused, method="GET", ends="/users/@me")] * 5
        await_until(lambda: told(tmp_path, "running: schedule, slack"))
        (line,) = told(tmp_path, "discord is off")
        assert "BRIEFING_DISCORD_TOKEN" in line
