"""How the service comes to Slack, stays there, and leaves nothing open when it does not."""

from __future__ import annotations

import asyncio
import gc
import socket
from typing import TYPE_CHECKING, Any

import pytest
from adapters.slack.slack_double import SECRET, SlackDouble
from adapters.slack.test_slack_http import mention, run
from slack_bolt.app.async_app import AsyncApp

import bot.adapters.slack.app as service_module
import bot.adapters.slack.socket as socket_module
from bot.adapters.slack.app import SlackService
from bot.adapters.slack.clients import open_client, silent_logger
from bot.adapters.slack.config import SlackConfig
from bot.adapters.slack.socket import Socket

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.desk.desk import Desk

MODES = ("socket", "http")


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_module, "_FIRST_PAUSE", 0.05)
    monkeypatch.setattr(socket_module, "_CHECK_SECONDS", 0.02)


def settings(double: SlackDouble, mode: str = "socket") -> SlackConfig:
    return SlackConfig(
        "xoxb-1",
        "xapp-1",
        SECRET,
        mode=mode,  # type: ignore[arg-type]
        api_url=double.api_url,
        port=free_port(),
    )


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def until(is_so: Callable[[], bool]) -> None:
    """Nothing tells when the service or a socket is well."""
    for _ in range(2000):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError


@pytest.mark.parametrize("mode", MODES)
def test_a_service_that_starts_without_a_network_connects_when_it_comes(
    desk: Desk, mode: str
) -> None:
    async def scenario() -> None:
        double = SlackDouble(port=free_port())
        service = SlackService(settings(double, mode), desk)
        await service.start()
        assert "cannot be reached" in (service.health() or "")
        async with double.running():
            await until(lambda: service.health() is None)
            if mode == "socket":
                await double.hand_over("E1", mention("stargate"))
                await double.until(lambda: double.posted("C1"))
                assert double.acknowledged == ["E1"]
            await service.stop()

    run(scenario())


@pytest.mark.parametrize("error", ["invalid_auth", "missing_scope"])
def test_what_turns_out_to_be_wrong_once_there_is_a_network_is_told_and_left(
    desk: Desk, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        double = SlackDouble(port=free_port())
        double.faults["auth.test"].append(error)
        service = SlackService(settings(double), desk)
        await service.start()
        async with double.running():
            await until(lambda: "BOT_TOKEN" in (service.health() or ""))
            await service.stop()

    run(scenario())
    assert sum("BRIEFING_SLACK_BOT_TOKEN" in one.message for one in caplog.records) == 1
    assert "Traceback" not in caplog.text


async def hear(event: dict[str, Any]) -> None:
    assert event


async def open_socket(double: SlackDouble, now: list[float]) -> Socket:
    config = settings(double)
    app = AsyncApp(
        client=open_client(config, config.bot_token),
        request_verification_enabled=False,
        logger=silent_logger(),
    )
    app.event("app_mention")(hear)
    watched = Socket(app, config, monotonic=lambda: now[0])
    await watched.open()
    await double.until(lambda: double.sockets)
    assert watched.is_well
    # Slack's greeting counts as something that came.
    await asyncio.sleep(0.1)
    return watched


def test_a_socket_on_which_nothing_came_for_an_hour_is_opened_anew() -> None:
    async def scenario() -> None:
        now = [0.0]
        async with SlackDouble().running() as double:
            watched = await open_socket(double, now)
            now[0] = 3599.0
            await asyncio.sleep(0.1)
            assert len(double.sockets) == 1
            now[0] = 3601.0
            await double.until(lambda: len(double.sockets) == 2)
            await double.hand_over("E1", mention("stargate"))
            await double.until(lambda: double.acknowledged)
            await asyncio.sleep(0.1)
            # What came counts: the next hour begins with it.
            now[0] = 7000.0
            await asyncio.sleep(0.1)
            assert len(double.sockets) == 2
            await watched.close()

    run(scenario())


def test_a_broken_socket_that_the_sdk_does_not_mend_is_opened_anew(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scenario() -> None:
        now = [0.0]
        async with SlackDouble().running() as double:
            watched = await open_socket(double, now)
            # The SDK hangs: it sees no close and mends nothing.
            sdk: Any = watched._client  # noqa: SLF001 - only the SDK's own state can hang like this
            sdk.current_session_monitor.cancel()
            sdk.message_receiver.cancel()
            sdk.stale = True
            await until(lambda: not watched.is_well)
            now[0] = 19.0
            await asyncio.sleep(0.1)
            assert len(double.sockets) == 1
            now[0] = 21.0
            await double.until(lambda: len(double.sockets) == 2)
            await until(lambda: watched.is_well)
            await watched.close()

    run(scenario())
    assert "broke" in caplog.text
    assert "stands again" in caplog.text


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
def test_a_service_that_is_broken_off_while_it_connects_leaves_nothing_open(
    desk: Desk, mode: str, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    if (mode, method) == ("http", "apps.connections.open"):
        pytest.skip("there is no socket in HTTP mode")

    async def scenario() -> None:
        async with SlackDouble().running() as double:
            # In Socket Mode the second call is the one that opens it.
            double.faults[method].extend(["hang"] if method == "auth.test" else ["", "hang"])
            service = SlackService(settings(double, mode), desk)
            starting = asyncio.create_task(service.start())
            await double.until(lambda: len(double.of(method)) == (1 + ("auth" not in method)))
            starting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await starting
            assert service.health() == "Slack: stopped"

    run(scenario())
    gc.collect()
    assert "Unclosed" not in caplog.text


def test_a_service_that_is_stopped_while_it_goes_on_trying_leaves_nothing_open(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        double = SlackDouble(port=free_port())
        service = SlackService(settings(double), desk)
        await service.start()
        double.faults["apps.connections.open"].extend(["", "hang"])
        async with double.running():
            await double.until(lambda: len(double.of("apps.connections.open")) == 2)
            await service.stop()

    run(scenario())
    gc.collect()
    assert "Unclosed" not in caplog.text
