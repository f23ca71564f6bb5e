from __future__ import annotations

from typing import get_args

import pytest
from dialogue.invented import NOW, full_digest, line

from bot.core.models import Language
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import (
    Answer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    NoticeKind,
    Silence,
    StatusAnswer,
    TopicListAnswer,
)
from bot.dialogue.labels import labels_for
from bot.dialogue.viewer import Viewer


def lines(answer: Answer, language: Language = "de") -> list[str]:
    (outline,) = outline_answer(answer, Viewer(language, now=NOW))
    return [line.text for line in outline.lines]


def test_the_list_names_topics_with_articles_outlets_and_newest_date() -> None:
    listed = TopicListAnswer((line("Lunebad"), line("Ostmarkt", 1, None)), 5, 1234)
    assert lines(listed) == [
        "Themen heute · 1.234 Artikel",
        "Lunebad · 2 Artikel · 1 Quelle · zuletzt 05.03.2025",
        "Ostmarkt · 1 Artikel · 1 Quelle · ohne Datum",
        "und 3 weitere Themen",
        "Frag mit: /briefing <Thema>",
    ]


def test_one_further_topic_is_counted_in_the_singular() -> None:
    assert "und 1 weiteres Thema" in lines(TopicListAnswer((line("Lunebad"),), 2, 3))


def test_an_empty_list_says_so() -> None:
    assert "Noch keine Themen." in lines(TopicListAnswer((), 0, 0))


def test_a_choice_is_numbered() -> None:
    assert lines(ChoiceAnswer("dorn", ("Anke Dorn", "Jens Dorn"))) == [
        "Welches Thema?",
        "1. Anke Dorn",
        "2. Jens Dorn",
        "Antworte mit der Nummer oder dem Namen.",
    ]


@pytest.mark.parametrize(
    ("articles", "language", "sentence"),
    [
        (14, "de", "Zu „fußball“ steht nichts in den 14 Artikeln."),
        (1, "de", "Zu „fußball“ steht nichts in dem einen Artikel."),
        (0, "de", "Zu „fußball“ steht nichts da: Es ist noch kein Artikel eingelesen."),
        (14, "en", "There is nothing about “fußball” in the 14 articles."),
        (1, "en", "There is nothing about “fußball” in the one article."),
    ],
)
def test_not_found_says_where_nothing_was(articles: int, language: Language, sentence: str) -> None:
    assert lines(NotFoundAnswer("fußball", (), articles), language)[0] == sentence


def test_not_found_shows_the_way_to_the_list_and_guesses_nothing() -> None:
    assert lines(NotFoundAnswer("fußball", (), 14))[1:] == ["Alle Themen: /briefing"]


def test_suggestions_are_numbered() -> None:
    assert lines(NotFoundAnswer("lunbad", ("Lunebad",), 14))[1:] == [
        "1. Lunebad",
        "Alle Themen: /briefing",
    ]


def test_a_query_that_looks_like_a_template_stays_as_it_is() -> None:
    assert "„{n} {query}“" in lines(NotFoundAnswer("{n} {query}", (), 14))[0]


def test_following_is_confirmed_with_its_undo() -> None:
    notice = NoticeAnswer("followed", "DeepSeek", "/digest unfollow DeepSeek")
    assert lines(notice) == [
        "DeepSeek ist ab morgen dabei.",
        "Rückgängig: /digest entfolgen DeepSeek",
    ]


@pytest.mark.parametrize("kind", get_args(NoticeKind))
@pytest.mark.parametrize("language", get_args(Language))
def test_every_notice_is_worded(kind: NoticeKind, language: Language) -> None:
    assert lines(NoticeAnswer(kind, "DeepSeek"), language)[0].strip()


def test_help_names_the_word_that_was_not_understood() -> None:
    assert lines(HelpAnswer("tanzen"))[0] == "„tanzen“ kenne ich nicht. So fragst du:"


def test_help_lists_every_command() -> None:
    assert len(lines(HelpAnswer())) == 1 + len(labels_for("de").help_lines)


def test_the_status_tells_how_things_stand() -> None:
    status = StatusAnswer(12, 1, ("Lunebad", "Ostmarkt"), paused=True, looked_at=NOW)
    assert lines(status)[:5] == [
        "Status",
        "Pausiert. Weiter mit /digest weiter.",
        "Gelesen: 12 Artikel, 1 Thema.",
        "Gefolgt: Lunebad und Ostmarkt.",
        "Zuletzt angesehen: heute 07:30.",
    ]


def test_the_status_of_a_fresh_conversation_is_honest() -> None:
    status = StatusAnswer(12, 1, (), paused=False, looked_at=None)
    assert "Noch kein Digest angesehen." in lines(status)


def test_a_digest_is_followed_by_its_cards() -> None:
    outlines = outline_answer(DigestAnswer(full_digest()), Viewer())
    assert [outline.title.text.split(" · ")[0] for outline in outlines] == [
        "Morgenlage",
        "Lunebad",
        "Hafenbrücke",
    ]


def test_silence_shows_nothing() -> None:
    assert outline_answer(Silence(), Viewer()) == ()
