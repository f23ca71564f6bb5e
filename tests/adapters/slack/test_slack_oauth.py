"""Several workspaces install the bot, use it side by side, and leave."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from adapters.slack.slack_double import ANNA, ME, SECRET, Sender, SlackDouble, signed
from adapters.slack.test_slack_delivery import PAYLOAD
from cryptography.fernet import Fernet
from sqlalchemy import select
from store.orders import claim, plan

from bot.adapters.slack.app import SlackService
from bot.adapters.slack.config import OAuth, SlackConfig
from bot.adapters.slack.installed import Installed
from bot.delivery.port import Refused, Sent
from bot.errors import SettingsError
from bot.store import StoreUnavailable, open_store
from bot.store.errors import WENT_AWAY
from bot.store.schema import slack_bots, slack_installations, slack_oauth_states

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path

    from adapters.slack.conftest import House

    from bot.desk.desk import Desk
    from bot.store import Store

KEY, NEW_KEY = Fernet.generate_key().decode(), Fernet.generate_key().decode()
TABLES = (slack_bots, slack_installations, slack_oauth_states)
AWAY = StoreUnavailable("postgresql://db/briefing", WENT_AWAY)
OAUTH = OAuth("11.22", "client-secret", KEY)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Installations are kept by the SDK's own statements, so that both databases are asked."""
    url = request.getfixturevalue("emptied_url") if request.param == "postgresql" else None
    with open_store(url, tmp_path) as opened:
        yield opened


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await scenario

    asyncio.run(bounded())


def granted(team: str, token: str, **more: Any) -> dict[str, Any]:
    return {
        "ok": True,
        "access_token": token,
        "token_type": "bot",
        "scope": "commands",
        "bot_user_id": ME,
        "app_id": "A1",
        "team": {"id": team, "name": f"Team {team}"},
        "authed_user": {"id": ANNA},
        **more,
    }


@dataclass(frozen=True)
class Door:
    """What a browser and Slack do at our address."""

    double: SlackDouble
    sender: Sender

    async def get(self, path: str, **headers: str) -> tuple[int, str, str, str]:
        """Status, body, where to go, and the cookie."""
        parts = urlsplit(self.sender.url)
        url = f"{parts.scheme}://{parts.netloc}{path}"
        async with self.sender.session.get(url, headers=headers, allow_redirects=False) as answer:
            cookie = answer.headers.get("Set-Cookie", "").partition(";")[0]
            return answer.status, await answer.text(), answer.headers.get("Location", ""), cookie

    async def install(self, team: str, token: str, **more: Any) -> str:
        """Go through the whole installation; what the last page says."""
        self.double.installs[f"code-{team}"] = granted(team, token, **more)
        status, _, there, cookie = await self.get("/slack/install")
        assert status == 302
        (state,) = parse_qs(urlsplit(there).query)["state"]
        path = f"/slack/oauth_redirect?code=code-{team}&state={state}"
        status, body, _, _ = await self.get(path, Cookie=cookie)
        assert status == 200
        return body

    async def event(self, team: str, kind: str, **more: Any) -> int:
        body = json.dumps(
            {
                "type": "event_callback",
                "team_id": team,
                "event_id": f"E-{team}-{kind}",
                "event_time": int(time.time()),
                "event": {"type": kind, **more},
            }
        )
        status, _ = await self.sender.post(body, "application/json", **signed(body))
        return status

    async def mention(self, team: str) -> int:
        text = f"<@{ME}> stargate"
        return await self.event(
            team, "app_mention", user=ANNA, channel=f"C{team}", ts="1.1", text=text
        )

    def tokens(self) -> list[str]:
        """With which token each message was posted."""
        return [
            call.arguments["_token"]
            for call in self.double.calls
            if call.method == "chat.postMessage"
        ]


def everything(store: Store) -> str:
    with store.database.reading() as connection:
        return "\n".join(str(row) for one in TABLES for row in connection.execute(select(one)))


async def until_gone(store: Store, team: str) -> None:
    """Nothing else tells when the last row is gone."""
    for _ in range(2000):
        if f"'{team}'" not in everything(store):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(team)


def test_two_workspaces_install_the_bot_and_each_is_answered_with_its_own_token(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (service, double, sender):
            door = Door(double, sender)
            assert service.health() is None
            assert "installed" in await door.install("T1", "xoxb-one")
            await door.install("T2", "xoxb-two")
            for team in ("T1", "T2"):
                assert await door.mention(team) == 200
                await double.until(lambda team=team: double.posted(f"C{team}"))
            assert door.tokens() == ["xoxb-one", "xoxb-two"]
            assert await door.mention("T3") == 200
            forged = await sender.post("{}", "application/json", **signed("{}", secret="other"))
            assert forged[0] == 401
            assert not double.posted("CT3")

    run(scenario())


def test_while_the_database_is_away_a_command_is_answered_with_a_sentence(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise AWAY

    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (_, double, sender):
            door = Door(double, sender)
            await door.install("T1", "xoxb-one")
            monkeypatch.setattr(Installed, "async_find_bot", away)
            status, said = await sender.command(
                "/briefing stargate", address=double.response_url("a")
            )
            assert status == 200
            assert "Das Archiv ist gerade nicht erreichbar" in str(said)
            assert await door.mention("T1") == 503

    run(scenario())
    assert "Traceback" not in caplog.text


def test_an_installation_without_its_browser_or_for_a_second_time_is_refused(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (_, double, sender):
            door = Door(double, sender)
            double.installs["c"] = granted("T1", "xoxb-one")
            _, _, there, cookie = await door.get("/slack/install")
            query = parse_qs(urlsplit(there).query)
            assert query["client_id"] == ["11.22"]
            path = f"/slack/oauth_redirect?code=c&state={query['state'][0]}"
            status, said, _, _ = await door.get(path, **{"Accept-Language": "de-DE"})
            assert (status, said) == (
                400,
                "Das hat nicht geklappt. Beginne noch einmal unter /slack/install.",
            )
            assert [(await door.get(path, Cookie=cookie))[0] for _ in range(2)] == [200, 401]

    run(scenario())


def test_no_token_can_be_read_in_the_database(house: House, store: Store) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (_, double, sender):
            more = {"refresh_token": "xoxe-1", "expires_in": 43200}
            await Door(double, sender).install("T1", "xoxb-one", **more)

    run(scenario())
    kept = everything(store)
    assert "T1" in kept
    assert "xox" not in kept


@pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked"])
def test_whoever_removes_the_bot_is_forgotten_and_gets_no_digest_any_more(
    house: House, store: Store, kind: str
) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (service, double, sender):
            door = Door(double, sender)
            for team in ("T1", "T2"):
                await door.install(team, f"xoxb-{team}")
                plan(store, f"C{team}", platform="slack", workspace=team)
            gone, stays = sorted(claim(store), key=lambda one: one.subscription.wish.workspace)
            assert await door.event("T1", kind, tokens={"bot": [ME]}) == 200
            await until_gone(store, "T1")
            states = {one.wish.workspace: one.state for one in store.subscriptions.list_all()}
            assert states == {"T1": "stopped", "T2": "active"}
            send = service.platform.send
            refused = await asyncio.to_thread(send, gone, PAYLOAD, still_mine=lambda: True)
            assert refused == Refused("not_installed", permanent=True)
            sent = await asyncio.to_thread(send, stays, PAYLOAD, still_mine=lambda: True)
            assert isinstance(sent, Sent)
            assert double.posted("CT2")
            assert not double.posted("CT1")

    run(scenario())


def test_a_removal_from_before_a_new_installation_changes_nothing(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (_, double, sender):
            door = Door(double, sender)
            await door.install("T1", "xoxb-one")
            body = json.dumps(
                {
                    "type": "event_callback",
                    "team_id": "T1",
                    "event_id": "E",
                    "event_time": int(time.time()) - 60,
                    "event": {"type": "app_uninstalled"},
                }
            )
            await sender.post(body, "application/json", **signed(body))
            await door.mention("T1")
            await double.until(lambda: double.posted("CT1"))
            assert "'T1'" in everything(store)

    run(scenario())


def test_a_digest_is_sent_with_the_token_that_was_renewed(house: House, store: Store) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (service, double, sender):
            door = Door(double, sender)
            more = {"refresh_token": "xoxe-1", "expires_in": 60}
            await door.install("T1", "xoxb-old", **more)
            renewed = {"refresh_token": "xoxe-2", "expires_in": 43200}
            double.installs["xoxe-1"] = granted("T1", "xoxb-new", **renewed)
            plan(store, "C1", platform="slack", workspace="T1")
            (held,) = claim(store)
            send = service.platform.send
            for edition in (1, 2):
                again = replace(held, delivery=replace(held.delivery, edition=edition))
                sent = await asyncio.to_thread(send, again, PAYLOAD, still_mine=lambda: True)
                assert isinstance(sent, Sent)
            assert door.tokens() == ["xoxb-new", "xoxb-new"]
            assert [one.get("refresh_token") for one in double.of("oauth.v2.access")] == [
                None,
                "xoxe-1",
            ]

    run(scenario())


def test_a_token_that_ran_out_and_cannot_be_renewed_posts_nothing(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house(bot_token="", oauth=OAUTH, store=store) as (service, double, sender):
            more = {"refresh_token": "xoxe-lost", "expires_in": -1}
            await Door(double, sender).install("T1", "xoxb-old", **more)
            plan(store, "C1", platform="slack", workspace="T1")
            (held,) = claim(store)
            result = await asyncio.to_thread(
                service.platform.send, held, PAYLOAD, still_mine=lambda: True
            )
            assert result == Refused("invalid_refresh_token", permanent=True)
            double.faults["oauth.v2.access"].append("500")
            result = await asyncio.to_thread(
                service.platform.send, held, PAYLOAD, still_mine=lambda: True
            )
            assert isinstance(result, Refused)
            assert not result.permanent
            assert not double.posted("C1")

    run(scenario())


def test_after_a_change_of_keys_the_old_one_is_needed_once(house: House, store: Store) -> None:
    async def answered(keys: str) -> None:
        oauth = replace(OAUTH, token_keys=keys)
        async with house(bot_token="", oauth=oauth, store=store) as (_, double, sender):
            door = Door(double, sender)
            if keys == KEY:
                await door.install("T1", "xoxb-one")
            await door.event("T1", "app_mention", user=ANNA, channel="C1", ts=keys, text="hilfe")

    run(answered(KEY))
    with pytest.raises(SettingsError, match="BRIEFING_SLACK_TOKEN_KEY: does not open"):
        run(answered(NEW_KEY))
    run(answered(f"{NEW_KEY},{KEY}"))
    run(answered(NEW_KEY))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"oauth": replace(OAUTH, token_keys="")}, "BRIEFING_SLACK_TOKEN_KEY: must be set"),
        ({"oauth": replace(OAUTH, token_keys="x")}, "BRIEFING_SLACK_TOKEN_KEY: must hold"),
        ({"oauth": replace(OAUTH, client_secret="")}, "BRIEFING_SLACK_CLIENT_SECRET: must be"),
        ({"bot_token": "xoxb-1"}, "BRIEFING_SLACK_CLIENT_ID: set either"),
        ({"mode": "socket"}, "BRIEFING_SLACK_MODE: must be"),
    ],
)
def test_without_what_it_needs_it_does_not_start_and_says_so_in_a_line(
    desk: Desk, store: Store, change: dict[str, Any], line: str
) -> None:
    config = SlackConfig(signing_secret=SECRET, mode="http", oauth=OAUTH)
    with pytest.raises(SettingsError, match=line) as caught:
        run(SlackService(replace(config, **change), desk, store).start())
    assert "\n" not in str(caught.value)
