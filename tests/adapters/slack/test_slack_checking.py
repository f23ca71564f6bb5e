"""`briefing check` says of Slack what is on, what is off and what is wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from adapters.slack.slack_double import ANNA, ME, SECRET, SlackDouble, served
from adapters.slack.test_slack_oauth import OAUTH
from cryptography.fernet import Fernet
from slack_sdk.oauth.installation_store import Installation

from bot.adapters.slack.checking import check_slack
from bot.adapters.slack.config import SlackConfig
from bot.adapters.slack.installed import Installed
from bot.adapters.slack.sealing import Seal
from bot.errors import SettingsError
from bot.platforms import slack_config
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.store import Store


def config(double: SlackDouble) -> SlackConfig:
    return SlackConfig("xoxb-1", "xapp-1", api_url=double.api_url)


def test_slack_that_is_not_set_up_is_off() -> None:
    (found,) = check_slack(None)
    assert (found.state, found.what) == ("off", "slack")


def test_slack_that_takes_the_tokens_is_on() -> None:
    with served(SlackDouble()) as double:
        (found,) = check_slack(config(double))
        assert found.state == "on"
        assert "Haus" in found.sentence


@pytest.mark.parametrize(
    ("method", "error", "named"),
    [
        ("auth.test", "invalid_auth", "BRIEFING_SLACK_BOT_TOKEN"),
        ("apps.connections.open", "invalid_auth", "BRIEFING_SLACK_APP_TOKEN"),
        ("apps.connections.open", "missing_scope", "manifest"),
        ("auth.test", "reset", "cannot be reached"),
    ],
)
def test_what_is_wrong_is_one_line(method: str, error: str, named: str) -> None:
    with served(SlackDouble()) as double:
        double.faults[method].append(error)
        (found,) = check_slack(config(double))
    assert found.state == "wrong"
    assert named in found.sentence
    assert "\n" not in found.sentence


@pytest.mark.parametrize(
    ("bot_token", "app_token", "named"),
    [
        ("xapp-1", "xapp-1", "BOT_TOKEN"),
        ("xoxb-1", "", "APP_TOKEN"),
        ("xoxb-1", "xoxb-1", "APP_TOKEN"),
    ],
)
def test_tokens_of_another_kind_are_named_without_asking_slack(
    bot_token: str, app_token: str, named: str
) -> None:
    wrong = SlackConfig(bot_token, app_token, api_url="http://127.0.0.1:9/api/")
    with pytest.raises(SettingsError, match=named):
        wrong.check()
    assert named in check_slack(wrong)[0].sentence


def test_settings_become_what_the_adapter_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert slack_config(load_settings()) is None
    monkeypatch.setenv("BRIEFING_SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("BRIEFING_SLACK_PLANNERS", "U1, U2")
    monkeypatch.setenv("BRIEFING_SLACK_API_URL", "http://127.0.0.1:1/api")
    told = slack_config(load_settings())
    assert told is not None
    assert told.planners == ("U1", "U2")
    assert told.api_url == "http://127.0.0.1:1/api/"


@pytest.fixture
def several(store: Store) -> Callable[..., None]:
    """Has workspaces install the bot, each with a token of its own."""
    installed = Installed(store.database, OAUTH.client_id, Seal(OAUTH.token_keys))

    def install(team: str, **more: Any) -> None:
        fields = {
            "app_id": "A1",
            "bot_token": f"xoxb-{team}",
            "bot_id": "B1",
            "bot_user_id": ME,
            **more,
        }
        made = Installation(
            team_id=team, team_name=f"Haus {team}", user_id=ANNA, installed_at=1.0, **fields
        )
        asyncio.run(installed.async_save(made))

    return install


def config_of_several(double: SlackDouble) -> SlackConfig:
    return SlackConfig(signing_secret=SECRET, mode="http", oauth=OAUTH, api_url=double.api_url)


def test_each_workspace_is_asked_about_by_its_own_token_and_the_ailing_are_named(
    store: Store, several: Callable[..., None]
) -> None:
    for team in ("T1", "T2", "T3"):
        several(team)
    several("T4", bot_refresh_token="xoxe-1", bot_token_expires_at=1)
    double = SlackDouble()
    double.refused = {"xoxb-T2": "token_revoked"}
    double.scopes_of = {"xoxb-T3": "commands"}
    with served(double):
        all_of_them, *ailing = check_slack(config_of_several(double), store)
    assert (all_of_them.state, "1 of 4 workspaces" in all_of_them.sentence) == ("on", True)
    found = {one.what: (one.state, one.sentence) for one in ailing}
    assert set(found) == {"workspace Haus T2", "workspace Haus T3", "workspace Haus T4"}
    state, sentence = found["workspace Haus T2"]
    assert state == "wrong"
    assert sentence.startswith("the token was revoked (token_revoked); it must be installed again")
    state, sentence = found["workspace Haus T3"]
    assert state == "wrong"
    assert "users:read" in sentence
    assert found["workspace Haus T4"][0] == "warning"
    assert "xox" not in str(found)
    assert {one["_token"] for one in double.of("auth.test")} == {"xoxb-T1", "xoxb-T2", "xoxb-T3"}


def test_tokens_that_no_key_opens_are_one_line(store: Store, several: Callable[..., None]) -> None:
    several("T1")
    with served(SlackDouble()) as double:
        told = config_of_several(double)
        changed = replace(told, oauth=replace(OAUTH, token_keys=Fernet.generate_key().decode()))
        (found,) = check_slack(changed, store)
    assert found.state == "wrong"
    assert "BRIEFING_SLACK_TOKEN_KEY" in found.sentence


@pytest.mark.parametrize("has_store", [True, False])
def test_without_an_installation_slack_itself_is_asked(store: Store, *, has_store: bool) -> None:
    with served(SlackDouble()) as double:
        (found,) = check_slack(config_of_several(double), store if has_store else None)
    assert found.state == "on"
    assert "/slack/install" in found.sentence
    assert [call.method for call in double.calls] == ["api.test"]
