"""`briefing check` says of Slack what is on, what is off and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from adapters.slack.slack_double import SlackDouble, served

from bot.adapters.slack.checking import check_slack
from bot.adapters.slack.config import SlackConfig
from bot.errors import SettingsError
from bot.platforms import slack_config
from bot.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path


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
