"""Small things: suggestions, languages, the invitation, the logs."""

from __future__ import annotations

import base64
import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.adapters.discord.askers import Languages, language_of
from bot.adapters.discord.commands import choices, suggest_times, suggest_zones
from bot.adapters.discord.config import DiscordConfig
from bot.adapters.discord.names import GermanNames
from bot.adapters.discord.permissions import check_discord, invite_link
from bot.adapters.discord.quiet import quieten
from bot.adapters.discord.verdicts import PERMANENT
from bot.adapters.discord.wording import words_for
from bot.delivery.port import ZONE_GONE
from bot.dialogue.labels import labels_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord_stage import Stage

TOKEN = f"{base64.urlsafe_b64encode(b'123456789012345678').decode().rstrip('=')}.x.y"


@pytest.mark.parametrize("count", [0, 1, 25, 26, 10_000])
async def test_at_most_twenty_five_topics_are_suggested(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    names = tuple(f"Thema {number}" for number in range(count))
    monkeypatch.setattr(stage.desk, "suggest", lambda _typed, *, limit: names[:limit])
    found = await stage.person().autocomplete(stage.channel, "briefing", "topic", "th")
    assert [one["value"] for one in found] == list(names[:25])


async def test_suggestions_that_break_are_none_and_logged(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_typed: str, *, limit: int) -> tuple[str, ...]:
        raise RuntimeError(limit)

    monkeypatch.setattr(stage.desk, "suggest", fail)
    assert await stage.person().autocomplete(stage.channel, "briefing", "topic", "x") == []
    assert "no suggestions" in caplog.text


def test_a_name_that_is_too_long_is_not_suggested() -> None:
    assert [one.value for one in choices(["a" * 100, "b" * 101, ""])] == ["a" * 100]


def test_a_city_is_found_by_its_beginning_and_its_blank() -> None:
    assert suggest_zones("new york")[0] == "America/New_York"
    assert suggest_zones("lord")[0] == "Australia/Lord_Howe"
    assert suggest_zones("gibt es nicht") == ()


def test_times_are_suggested_as_they_are_typed() -> None:
    assert suggest_times("7") == ("07:00", "07:30")
    assert suggest_times("7.3") == ("07:30",)
    assert suggest_times("19")[0] == "19:00"


@pytest.mark.parametrize(("locale", "language"), [("de", "de"), ("en-US", "en"), ("fr", "en")])
def test_only_german_clients_get_german(locale: str, language: str) -> None:
    assert language_of(discord.Locale(locale)) == language


def message(author: int, features: tuple[str, ...] = (), locale: str = "en-US") -> Any:
    guild = SimpleNamespace(features=features, preferred_locale=discord.Locale(locale))
    return SimpleNamespace(author=SimpleNamespace(id=author), guild=guild)


def test_a_person_is_answered_in_the_language_of_their_client() -> None:
    languages = Languages("de")
    assert languages.guess(message(1)) == "de"
    user = SimpleNamespace(id=1)
    languages.learn(SimpleNamespace(locale=discord.Locale("en-GB"), user=user))  # type: ignore[arg-type]
    assert languages.guess(message(1)) == "en"
    assert languages.guess(message(2, ("COMMUNITY",), "en-US")) == "en"


def test_the_invitation_asks_for_no_more_than_is_needed() -> None:
    link = invite_link(TOKEN)
    assert link is not None
    query = parse_qs(urlsplit(link).query)
    assert query["client_id"] == ["123456789012345678"]
    assert query["scope"] == ["bot applications.commands"]
    # View Channel, Send Messages, Read Message History, Create Public Threads, Send in Threads.
    assert int(query["permissions"][0]) == 1 << 10 | 1 << 11 | 1 << 16 | 1 << 35 | 1 << 38


@pytest.mark.parametrize("token", ["", "unsinn", "YWJj.x.y", "ä.b.c"])
def test_what_is_no_token_has_no_invitation(token: str) -> None:
    assert invite_link(token) is None


def test_the_check_tells_how_to_go_on() -> None:
    assert [one.state for one in check_discord("")] == ["off"]
    assert [one.state for one in check_discord("unsinn")] == ["wrong"]
    (finding,) = check_discord(TOKEN)
    assert "https://discord.com/oauth2/authorize?client_id=1" in finding.sentence
    assert TOKEN not in finding.sentence


def test_a_configuration_does_not_show_its_token() -> None:
    assert TOKEN not in repr(DiscordConfig(TOKEN))


@pytest.fixture
def untouched_loggers() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("discord", "discord.http")]
    before = [(logger, logger.level, list(logger.filters)) for logger in loggers]
    yield
    for logger, level, filters in before:
        logger.setLevel(level)
        logger.filters[:] = filters


@pytest.mark.usefixtures("untouched_loggers")
def test_a_path_in_the_log_holds_no_token(caplog: pytest.LogCaptureFixture) -> None:
    quieten()
    caplog.set_level(logging.DEBUG)
    logger = logging.getLogger("discord.http")
    logger.warning("limited: %s", "https://discord.com/api/v10/webhooks/12/s3cr-et_x/messages/1")
    logging.getLogger("discord").debug("a message: geheim")
    assert "s3cr" not in caplog.text
    assert "/webhooks/12/…/messages/1" in caplog.text
    assert "geheim" not in caplog.text


async def test_other_languages_see_the_english_names() -> None:
    names = GermanNames()
    context: Any = None
    resume = discord.app_commands.locale_str("resume")
    assert await names.translate(resume, discord.Locale.german, context) == "weiter"
    assert await names.translate(resume, discord.Locale.french, context) is None


def test_both_languages_name_every_permission() -> None:
    german, english = words_for("de"), words_for("en")
    assert set(german.permissions) == set(english.permissions)


@pytest.mark.parametrize("reason", sorted({*PERMANENT.values(), ZONE_GONE}))
def test_every_reason_that_is_for_good_has_plain_words_in_both_languages(reason: str) -> None:
    german, english = (labels_for(language).why(reason) for language in ("de", "en"))
    assert reason not in {german, english}
    assert german != english
    assert "_" not in german + english
