"""A local Slack and a running bot as processes, and people who use them.

The local Slack listens on all interfaces and cannot be told otherwise: it is started only where
there is nothing but loopback (`make e2e-slack`).
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Message = dict[str, Any]

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PROGRAM = HERE / "node_modules/local-slack-linux-x64/bin/local-slack"
ANNA, BEN, ME, CHANNEL = "UANNA", "UBEN", "UBOT", "C1"
SECRET, BOT_TOKEN, APP_TOKEN = "local-signing-secret", "xoxb-local-token", "xapp-local-token"
_PATIENCE = 60.0


def is_alone() -> bool:
    """Whether this process sees no network but loopback."""
    return [name for _, name in socket.if_nameindex()] == ["lo"]


def wait_for(find: Callable[[], Any], *, seconds: float = _PATIENCE) -> Any:
    """What `find` gives as soon as it gives something.

    Raises:
        TimeoutError: it gave nothing within `seconds`.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError


@dataclass
class LocalSlack:
    """Slack, as the people in it use it. It can be killed and started again."""

    folder: Path
    port: int
    mode: str
    bot_port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        config = self.folder / "slack.json"
        config.write_text(json.dumps(self._config()), encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "--config", config, "--port", str(self.port), "--base-host", "127.0.0.1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(self._answers)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def command(self, line: str, user: str = ANNA) -> None:
        command, _, text = line.partition(" ")
        self._control(
            "command", {"channel": CHANNEL, "user": user, "command": command, "text": text}
        )

    def say(self, text: str, *, channel: str = CHANNEL, thread: str = "", user: str = ANNA) -> str:
        """Write a message; its moment, which names its thread."""
        more = {"thread_ts": thread} if thread else {}
        sent = self._control("message", {"channel": channel, "user": user, "text": text, **more})
        return str(sent.get("ts") or sent.get("message", {}).get("ts"))

    def press(self, message: Message, action: str, user: str = ANNA) -> None:
        button = next(
            element
            for block in message["blocks"]
            for element in block.get("elements", ())
            if element.get("action_id") == action
        )
        self._control(
            "interact",
            {
                "channel": message["channel"],
                "messageTs": message["ts"],
                "user": user,
                "action": {
                    "type": "button",
                    "action_id": action,
                    "block_id": "row",
                    "value": button["value"],
                },
            },
        )

    def open_direct(self, user: str = ANNA) -> str:
        """The channel in which this person and the bot talk alone."""
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.url}/api/conversations.open",
            f"users={user}".encode(),
            {"Authorization": f"Bearer {BOT_TOKEN}"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
            return str(json.load(answer)["channel"]["id"])

    def open_home(self, user: str = ANNA) -> None:
        self._control("open-home", {"user": user})

    def messages(self, channel: str = CHANNEL) -> list[Message]:
        """All messages of a channel, the private ones as well, oldest first."""
        found = self._get(f"messages/{channel}")
        listed: list[Message] = found if isinstance(found, list) else found["messages"]
        return listed

    def until_said(
        self, words: str, *, channel: str = CHANNEL, after: str = "", seconds: float = _PATIENCE
    ) -> Message:
        """The newest message of the bot that holds `words` and came after another."""

        def find() -> Message | None:
            return next(
                (
                    one
                    for one in reversed(self.messages(channel))
                    if one.get("user") == ME
                    and one["ts"] > after
                    and words in json.dumps(one, ensure_ascii=False)
                ),
                None,
            )

        return wait_for(find, seconds=seconds)

    def submit(self, values: dict[str, Any], user: str = ANNA) -> None:
        """Send the modal that is open."""
        asyncio.run(self._speak({"t": "view_submit", "user": user, "values": values}))

    def modal(self) -> dict[str, Any] | None:
        """The modal that is open, the uppermost one."""
        stack = self._state()["modalStack"]
        return stack[-1] if stack else None

    def home(self, user: str = ANNA) -> dict[str, Any] | None:
        views: dict[str, Any] = self._state()["homeViews"].get(user, {})
        return next(iter(views.values()), None)

    def _config(self) -> dict[str, Any]:
        app = {
            "appId": "A1",
            "botUserId": ME,
            "botName": "morgenlage",
            "botToken": BOT_TOKEN,
            "appToken": APP_TOKEN,
            "signingSecret": SECRET,
            "mode": "socket" if self.mode == "socket" else "events",
        }
        if self.mode == "http":
            app["requestUrl"] = f"http://127.0.0.1:{self.bot_port}/slack/events"
        return {
            "workspace": {"name": "Haus", "domain": "haus", "teamId": "T1"},
            "apps": [app],
            "users": [
                {"id": one, "name": one.lower(), "tz": "Europe/Berlin"} for one in (ANNA, BEN)
            ],
            "channels": [{"id": CHANNEL, "name": "allgemein", "members": [ANNA, BEN, ME]}],
        }

    def _answers(self) -> bool:
        try:
            self._get("state")
        except OSError:
            return False
        return True

    def _state(self) -> dict[str, Any]:
        state: dict[str, Any] = asyncio.run(self._speak(None))["state"]
        return state

    async def _speak(self, said: dict[str, Any] | None) -> dict[str, Any]:
        """What the page of this Slack is told at first, after having said something."""
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"ws://127.0.0.1:{self.port}/ui") as page,
        ):
            first: dict[str, Any] = await page.receive_json(timeout=10)
            if said is not None:
                await page.send_json(said)
                # It answers nothing; a closed connection would drop what is on its way.
                await page.ping()
                async with asyncio.timeout(20):
                    while (await page.receive_json())["t"] not in {"view", "view_errors"}:
                        pass
            return first

    def _control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.url}/_control/{name}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
            read: dict[str, Any] = json.load(answer)
        return read

    def _get(self, name: str) -> Any:
        with urllib.request.urlopen(f"{self.url}/_control/{name}", timeout=20) as answer:  # noqa: S310
            return json.load(answer)


@dataclass
class Bot:
    """`briefing run` as a process of its own, with the real SDK."""

    folder: Path
    slack: LocalSlack
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if "BRIEFING" not in name},
            "BRIEFING_ARTICLES": str(ROOT / "seeds"),
            "BRIEFING_DATA": str(self.folder / "var"),
            "BRIEFING_LOG_LEVEL": "debug",
            "BRIEFING_SLACK_BOT_TOKEN": BOT_TOKEN,
            "BRIEFING_SLACK_APP_TOKEN": APP_TOKEN,
            "BRIEFING_SLACK_SIGNING_SECRET": SECRET,
            "BRIEFING_SLACK_MODE": self.slack.mode,
            "BRIEFING_SLACK_PORT": str(self.slack.bot_port),
            "BRIEFING_SLACK_PLANNERS": ANNA,
            "BRIEFING_SLACK_API_URL": f"{self.slack.url}/api/",
        }

    @property
    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def start(self) -> None:
        before = self.log.count("running: schedule, slack")
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self.folder,
                env=self.environment,
                stderr=log,
                stdout=log,
            )
        wait_for(lambda: self.log.count("running: schedule, slack") > before, seconds=120)

    def stop(self) -> int:
        """Have it end in an orderly way; its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def run(self, *arguments: str) -> str:
        """Another command of the same house."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout


@contextmanager
def a_house(folder: Path, mode: str) -> Iterator[tuple[LocalSlack, Bot]]:
    """A Slack and a bot that is connected to it and has read the seeds."""
    slack = LocalSlack(folder, _free_port(), mode, _free_port())
    bot = Bot(folder, slack)
    slack.start()
    try:
        bot.start()
        yield slack, bot
    finally:
        if bot.process is not None and bot.process.poll() is None:
            bot.stop()
        slack.kill()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
