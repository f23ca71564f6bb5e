"""The manifest names exactly what the code handles, and Slack takes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from adapters.slack.slack_rules import SCHEMAS
from jsonschema import Draft7Validator

import bot.adapters.slack
from bot.adapters.slack.config import SCOPES
from bot.adapters.slack.routes import ASK_ANYWHERE, BRIEF_ON_THIS, COMMANDS

MANIFEST = Path(__file__).parents[3] / "config" / "slack-manifest.json"
HISTORIES = {"channels:history", "groups:history", "im:history", "mpim:history"}
# https://docs.slack.dev/reference/methods: the scope that each method of the Web API needs.
NEEDS = {
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "chat_delete": {"chat:write"},
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": HISTORIES,
    "conversations_replies": HISTORIES,
    "users_conversations": {"channels:read", "groups:read"},
    "users_info": {"users:read"},
    "auth_test": set(),
    "apps_connections_open": set(),
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
# What an event or a feature of the manifest needs.
FEATURES = {
    "app_mention": {"app_mentions:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "message.mpim": {"mpim:history"},
    "app_home_opened": set[str](),
    "app_uninstalled": set[str](),
    "tokens_revoked": set[str](),
    "slash commands": {"commands"},
}


@pytest.fixture
def manifest() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return read


def code_of_ours() -> str:
    folder = Path(bot.adapters.slack.__file__).parent
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))


def events_handled() -> set[str]:
    return set(re.findall(r'app\.event\("(\w+)"\)', code_of_ours()))


def methods_called() -> set[str]:
    pattern = r"client\.((?:auth|apps|assistant|chat|conversations|users|views)_\w+)"
    return set(re.findall(pattern, code_of_ours()))


def test_slack_takes_the_manifest(manifest: dict[str, Any]) -> None:
    path = SCHEMAS / "slack-manifest.schema.json"
    if not path.is_file():
        pytest.skip("the folder ../shared with Slack's schemas is absent")
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert [one.message for one in Draft7Validator(schema).iter_errors(manifest)] == []


def test_commands_events_and_shortcuts_are_those_that_are_handled(
    manifest: dict[str, Any],
) -> None:
    features = manifest["features"]
    assert sorted(one["command"] for one in features["slash_commands"]) == sorted(COMMANDS)
    shortcuts = {one["callback_id"]: one["type"] for one in features["shortcuts"]}
    assert shortcuts == {BRIEF_ON_THIS: "message", ASK_ANYWHERE: "global"}
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {name.partition(".")[0] for name in events} == events_handled()
    assert set(events) | {"slash commands"} == set(FEATURES)


def test_permissions_are_those_that_are_used_and_no_more(manifest: dict[str, Any]) -> None:
    asked = set(manifest["oauth_config"]["scopes"]["bot"])
    assert methods_called() == set(NEEDS)
    used = set().union(*NEEDS.values(), *FEATURES.values())
    assert asked == used == SCOPES


def test_the_agent_view_is_the_new_one(manifest: dict[str, Any]) -> None:
    assert "agent_view" in manifest["features"]
    assert "assistant_view" not in manifest["features"]
