"""The log: errors have ids, and no secret stands in it."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from datetime import timedelta

import pytest

from bot.crash import error_id
from bot.logs import Redacting, set_up_logs
from bot.schedule.tick import Job, Ticker
from bot.settings import load_settings

TOKEN = "xoxb-123456789012-abcdefghijklmnop"
PLAIN = logging.Formatter("%(levelname)s %(message)s%(error_id)s")


def line(message: str, *arguments: object, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("bot", logging.ERROR, "f", 1, message, arguments, info)
    return Redacting(PLAIN, ["ganz geheim"], "text").format(record)


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        "xapp-1-A0123-4567-abcdef",
        "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789ab",
        "ganz geheim",
    ],
)
def test_no_secret_stands_in_a_line(secret: str) -> None:
    written = line("token %s refused", secret)
    assert secret not in written
    assert "token *** refused" in written


def test_a_password_in_an_address_is_hidden_and_the_rest_stays() -> None:
    written = line("postgresql+psycopg://bot:ge-heim@db.example/briefing is away")
    assert "ge-heim" not in written
    assert "postgresql+psycopg://bot:***@db.example/briefing" in written


def raised(message: str) -> ValueError:
    """An error with a traceback."""
    with pytest.raises(ValueError, match=message) as caught:
        raise ValueError(message)
    return caught.value


def test_no_secret_stands_in_a_traceback_and_the_error_has_its_id() -> None:
    error = raised(TOKEN)
    written = line("broken", error=error)
    assert f"(error {error_id(error)})" in written
    assert TOKEN not in written
    assert "ValueError" in written


def test_json_lines_have_a_time_a_level_and_the_id_of_the_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", list(root.handlers))
    level = root.level
    try:
        set_up_logs("json", "info", secrets=["ganz geheim"])
        logging.getLogger("bot").error("größer als erlaubt", exc_info=raised("ganz geheim"))
    finally:
        root.setLevel(level)
        logging.getLogger("apscheduler").setLevel(logging.NOTSET)
        logging.getLogger("alembic").setLevel(logging.NOTSET)
    row = json.loads(capsys.readouterr().err)
    assert (row["level"], row["logger"], row["message"]) == ("ERROR", "bot", "größer als erlaubt")
    assert len(row["error_id"]) == 4
    assert "ganz geheim" not in str(row)


def test_secrets_of_the_settings_are_known_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_STORE", "postgresql+psycopg://bot:geheim@db/briefing")
    settings = load_settings()
    assert settings.secrets() == ("postgresql+psycopg://bot:geheim@db/briefing",)
    assert settings.secret_names()["store"] is True
    assert "geheim" not in repr(settings)


def test_a_line_is_put_into_words_for_whoever_watches_and_hides_secrets_all_the_same() -> None:
    record = logging.LogRecord("bot", logging.INFO, "f", 1, "%s is at %s", ("it", TOKEN), None)
    spoken = {f"it is at {TOKEN}": f"es ist bei {TOKEN}"}
    assert Redacting(PLAIN, [], "text", spoken.__getitem__).format(record) == "INFO es ist bei ***"
    assert record.getMessage() == f"it is at {TOKEN}"


def test_what_is_collected_is_not_put_into_words(capsys: pytest.CaptureFixture[str]) -> None:
    before = logging.getLogger().handlers[:]
    try:
        set_up_logs("text", "info", spoken=lambda _: "anders")
        logging.getLogger("bot").info("the page is at home")
        assert "the page is at home" in capsys.readouterr().err
    finally:
        logging.getLogger().handlers[:] = before


def test_that_a_job_still_runs_is_no_warning(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, scheduler = logging.getLogger(), logging.getLogger("apscheduler")
    monkeypatch.setattr(root, "handlers", list(root.handlers))
    level, done = root.level, threading.Event()

    async def ticking() -> None:
        ticker = Ticker([Job("slow", timedelta(seconds=0.02), lambda: done.wait(20))])
        ticker.start()
        # Ten intervals of the job.
        await asyncio.sleep(0.2)
        done.set()
        await ticker.stop()

    try:
        set_up_logs("text", "info")
        asyncio.run(ticking())
    finally:
        root.setLevel(level)
        scheduler.setLevel(logging.NOTSET)
        logging.getLogger("alembic").setLevel(logging.NOTSET)
    assert capsys.readouterr().err == ""
