"""What is said instead of an answer, and what of it stands in the log."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.crash import error_id
from bot.desk.excuses import excuse
from bot.desk.people import Asker, Place
from bot.desk.replies import say
from bot.store import StoreUnavailable
from bot.store.errors import PASSING

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.desk.desk import Desk
    from bot.desk.replies import Reply
    from bot.dialogue.answers import NoticeKind

NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)
AWAY = {
    "de": "Das Archiv ist gerade nicht erreichbar. Bitte frag in ein paar Minuten noch einmal.",
    "en": "The archive cannot be reached right now. Please ask again in a few minutes.",
}


class Speaker:
    """As much of a desk as is needed to say a sentence."""

    def say(self, kind: NoticeKind, asker: Asker, *, detail: str = "") -> Reply:
        return say(kind, asker, now=NOW, detail=detail)


def said(error: Exception, language: Language = "de") -> str:
    asker = Asker(Place("slack", "T1", "C1"), "U1", language=language)
    desk: Desk = Speaker()  # type: ignore[assignment]
    (part,) = excuse(desk, asker, error).parts
    return part.outline.headline


@pytest.mark.parametrize("reason", sorted(PASSING))
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_server_that_is_away_is_a_plain_sentence_and_no_line_in_the_log(
    caplog: pytest.LogCaptureFixture, reason: str, language: Language
) -> None:
    with caplog.at_level(logging.INFO):
        assert said(StoreUnavailable("postgresql://db", reason), language) == AWAY[language]
    assert caplog.messages == []


def test_what_does_not_pass_by_itself_is_one_line_that_says_why(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert said(StoreUnavailable("sqlite:///store", "the disk is full")) == AWAY["de"]
    (record,) = caplog.records
    assert "the disk is full" in record.getMessage()
    assert record.exc_info is None


def test_what_nobody_expected_is_told_with_the_id_of_its_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = ValueError("geheim")
    told = said(error)
    assert f"Fehler {error_id(error)}" in told
    assert "geheim" not in told
    (record,) = caplog.records
    assert record.exc_info is not None
