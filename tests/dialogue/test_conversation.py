from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from dialogue.invented import NOW, FakeLibrary, card, digest, library
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import (
    Answer,
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    Silence,
    StatusAnswer,
    TopicListAnswer,
)
from bot.dialogue.conversation import Conversation, Followed, hear
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.core.models import Language


def talk(
    *said: str, to: FakeLibrary | None = None, state: Conversation | None = None
) -> tuple[list[Answer], Conversation]:
    """What is answered to each line, and what is remembered at the end."""
    answers, now = [], NOW
    state = state or Conversation()
    for line in said:
        answer, state = hear(line, state, library=to or library(), now=now)
        answers.append(answer)
        now += timedelta(minutes=1)
    return answers, state


def last(*said: str, to: FakeLibrary | None = None) -> Answer:
    return talk(*said, to=to)[0][-1]


def verify(dialogue: list[tuple[str, str]], language: Language = "de") -> None:
    """Each line said is answered by a first line that begins as given; "" is silence."""
    said = [line for line, _ in dialogue]
    answers, _ = talk(*said, state=Conversation(language=language))
    viewer = Viewer(language, now=NOW)
    for (line, expected), answer in zip(dialogue, answers, strict=True):
        outlines = outline_answer(answer, viewer)
        heard = outlines[0].title.text if outlines else ""
        assert heard.startswith(expected), line
        assert bool(heard) == bool(expected), line


def test_a_german_conversation() -> None:
    verify(
        [
            ("Hallo!", ""),
            ("/briefing", "Themen heute · 14 Artikel"),
            ("/briefing Hafenbrücke", "Hafenbrücke · aktualisiert · 4 Artikel"),
            ("und was ist daran neu?", "Hafenbrücke · aktualisiert"),
            ("und Lunebad?", "Lunebad · neu"),
            ("wie viel kostet die Hafenbrücke?", "Hafenbrücke · aktualisiert"),
            ("und was kostet Fußball?", "Zu „kostet Fußball“ steht nichts"),
            ("und Lunebad?", "Lunebad · neu"),
            ("was kostet das?", "Lunebad · neu"),
            ("wann öffnet Lunebad?", "Lunebad · neu"),
            ("/briefing fußball", "Zu „fußball“ steht nichts in den 14 Artikeln."),
            ("/briefing wartung", "Suche: wartung · neu"),
            ("Dorn", "Welches Thema?"),
            ("/digest folgen Lunebad", "Lunebad ist ab morgen dabei."),
            ("/digest folgen Lunebad", "Lunebad ist schon dabei."),
            ("/digest pause", "Pausiert. Weiter mit /digest weiter."),
            ("/digest status", "Status"),
            ("/digest weiter", "Weiter geht es."),
            ("/digest entfolgen Lunebad", "Lunebad ist nicht mehr dabei."),
            ("/digest entfolgen Lunebad", "Lunebad war nicht dabei."),
            ("/digest jetzt", "Morgenlage · Freitag, 7. März 2025 · 2 Themen"),
            ("/digest plan", "Geplant wird ein Digest in einem Kanal"),
            ("/digest stopp", "Hier läuft kein geplanter Digest"),
            ("/digest tanzen", "„tanzen“ kenne ich nicht."),
            ("/hilfe", "„/hilfe“ kenne ich nicht."),
            ("danke!", ""),
        ]
    )


def test_an_english_conversation() -> None:
    verify(
        [
            ("good morning", ""),
            ("what topics are there?", "Topics today · 14 articles"),
            ("tell me about Lunebad", "Lunebad · new · 1 article · 1 source"),
            ("follow it", "Lunebad will be included from tomorrow."),
            ("what's new with football?", "There is nothing about “football” in the 14 articles."),
            ("today's digest please", "Morgenlage · Friday, March 7, 2025 · 2 topics"),
            ("help", "How to ask"),
            ("thanks", ""),
        ],
        language="en",
    )


def test_who_asks_what_is_new_gets_the_changes_first() -> None:
    answer = last("was ist neu bei Hafenbrücke?")
    assert isinstance(answer, CardAnswer)
    assert answer.changes_first


def test_who_asks_for_a_topic_gets_the_summary_first() -> None:
    answer = last("Hafenbrücke")
    assert isinstance(answer, CardAnswer)
    assert not answer.changes_first


def test_a_name_that_begins_with_new_is_read_whole() -> None:
    to = library(cards={"new haven": card("New Haven"), "haven": card("Haven")})
    answer = last("/briefing New Haven", to=to)
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "New Haven"


def test_another_name_that_begins_with_new_is_read_whole() -> None:
    alias = card("Elm City", matched="alias")
    answer = last("/briefing New Haven", to=library(cards={"new haven": alias, "haven": card("H")}))
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Elm City"


def test_a_guess_at_the_whole_name_gives_way_to_the_topic_itself() -> None:
    guess = card("New Lund", matched="fuzzy")
    to = library(cards={"new lunebad": guess, "lunebad": card("Lunebad")})
    answer = last("/briefing new Lunebad", to=to)
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Lunebad"


def test_new_before_a_topic_asks_for_its_changes() -> None:
    answer = last("/briefing new Lunebad")
    assert isinstance(answer, CardAnswer)
    assert (answer.card.name, answer.changes_first) == ("Lunebad", True)


def test_words_that_name_no_topic_are_searched_as_they_were_written() -> None:
    answer = last("/briefing new haven")
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "new haven"


def test_words_that_are_nowhere_are_said_back_whole() -> None:
    assert last("/briefing new york") == NotFoundAnswer("new york", (), 14)


def test_what_is_said_about_a_topic_leads_to_the_topic() -> None:
    answer = last("was sagt Dorn zu Lunebad?")
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Lunebad"


def test_a_choice_has_at_most_three_names() -> None:
    assert last("Dorn") == ChoiceAnswer("Dorn", ("Anke Dorn", "Jens Dorn", "Dornbusch"))


def test_a_choice_can_be_made_by_its_number() -> None:
    to = library()
    to.cards["jens dorn"] = card("Jens Dorn")
    answer = last("Dorn", "2", to=to)
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Jens Dorn"


def test_a_suggestion_can_be_taken_by_its_number() -> None:
    answer = last("Hafenbrü", "1")
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Hafenbrücke"


def test_at_most_three_topics_are_suggested() -> None:
    many = library(suggestions={"lun": ("Lunebad", "Lunefeld", "Lunental", "Lunenberg")})
    answer = last("lun", to=many)
    assert isinstance(answer, NotFoundAnswer)
    assert answer.suggestions == ("Lunebad", "Lunefeld", "Lunental")


def test_a_number_without_a_choice_is_a_question() -> None:
    assert last("2") == NotFoundAnswer("2", (), 14)


def test_a_choice_is_over_once_a_card_was_shown() -> None:
    assert last("Dorn", "Lunebad", "2") == NotFoundAnswer("2", (), 14)


def test_a_long_question_is_never_said_back_whole() -> None:
    answer = last("x" * 10_000)
    assert isinstance(answer, NotFoundAnswer)
    assert len(answer.query) <= 60


def test_a_long_unknown_word_is_never_said_back_whole() -> None:
    answer = last("/digest " + "x" * 10_000)
    assert isinstance(answer, HelpAnswer)
    assert len(answer.unknown) <= 60


def test_a_topic_that_is_called_like_a_command_is_found() -> None:
    answer = last("/briefing Status Quo")
    assert isinstance(answer, CardAnswer)
    assert answer.card.name == "Status Quo"


def test_more_without_a_topic_before_lists_the_topics() -> None:
    assert isinstance(last("mehr dazu"), TopicListAnswer)


def test_what_is_new_without_a_topic_before_is_the_digest() -> None:
    assert isinstance(last("und was ist daran neu?"), DigestAnswer)


def test_the_list_holds_ten_topics_and_counts_all() -> None:
    many = library(cards={f"t{n}": card(f"T{n}") for n in range(12)})
    answer = last("/briefing", to=many)
    assert isinstance(answer, TopicListAnswer)
    assert (len(answer.lines), answer.topics) == (10, 12)


def test_small_talk_is_met_with_silence() -> None:
    assert last("danke!") == Silence()


def test_following_an_unknown_topic_finds_nothing() -> None:
    assert last("/digest follow fußball") == NotFoundAnswer("fußball", (), 14)


def test_following_a_word_that_merely_occurs_is_refused() -> None:
    to = library()
    assert isinstance(last("/digest follow wartung", to=to), NotFoundAnswer)
    assert to.asked == [("wartung", True)]


def test_following_tells_how_to_undo_it() -> None:
    answer = last("/digest follow Lunebad")
    assert answer == NoticeAnswer("followed", "Lunebad", "/digest unfollow Lunebad")


def test_the_undo_of_following_undoes_it() -> None:
    _, state = talk("/digest follow Lunebad", "/digest unfollow Lunebad")
    assert state.followed == ()


def test_a_topic_that_left_the_articles_can_still_be_unfollowed() -> None:
    followed = Conversation(followed=(Followed("ostmarkt", "Ostmarkt"),))
    answers, state = talk("/digest unfollow ostmarkt", state=followed)
    assert answers == [NoticeAnswer("unfollowed", "Ostmarkt", "/digest follow Ostmarkt")]
    assert state.followed == ()


def test_follow_without_a_name_means_the_last_topic() -> None:
    assert talk("Lunebad", "/digest follow")[1].followed == (Followed("lunebad", "Lunebad"),)


def test_follow_without_any_topic_asks_which() -> None:
    assert last("/digest follow") == NoticeAnswer("follow_what")


def test_the_digest_is_made_of_the_followed_topics() -> None:
    to = library()
    talk("/digest follow Lunebad", "/digest now", to=to)
    assert to.digests[-1]["topics"] == ("Lunebad",)


def test_the_digest_is_of_the_local_day() -> None:
    to = library()
    late = datetime(2025, 3, 7, 23, 30, tzinfo=UTC)
    hear("/digest now", Conversation(zone="Europe/Berlin"), library=to, now=late)
    assert to.digests[-1]["day"] == date(2025, 3, 8)


def test_new_compares_with_the_day_of_the_last_look() -> None:
    to = library()
    looked = Conversation(looked_at=datetime(2025, 3, 5, 6, 31, tzinfo=UTC))
    talk("/digest new", to=to, state=looked)
    assert to.digests[-1]["since"] == date(2025, 3, 5)


def test_new_without_an_earlier_look_is_the_digest_of_today() -> None:
    to = library()
    talk("/digest new", to=to)
    assert to.digests[-1]["since"] is None


def test_a_preview_does_not_count_as_a_look() -> None:
    assert talk("/digest preview")[1].looked_at is None


def test_a_digest_counts_as_a_look() -> None:
    assert talk("/digest now")[1].looked_at == NOW


def test_nothing_new_names_the_last_look() -> None:
    to = library(news=digest())
    answers, _ = talk(
        "/digest new",
        to=to,
        state=Conversation(looked_at=datetime(2025, 3, 6, 6, 31, tzinfo=UTC)),
    )
    outline = outline_answer(answers[0], Viewer("de", now=NOW))[0]
    assert outline.title.text.endswith("Nichts Neues seit gestern 07:31.")


def test_pausing_and_continuing_are_remembered() -> None:
    assert talk("/digest pause")[1].paused
    assert not talk("/digest pause", "/digest resume")[1].paused


def test_the_status_tells_what_is_remembered() -> None:
    answer = last("/digest follow Lunebad", "/digest now", "/digest pause", "/digest status")
    looked = NOW + timedelta(minutes=1)
    assert answer == StatusAnswer(14, 3, ("Lunebad",), paused=True, looked_at=looked)


def test_planning_is_not_pretended() -> None:
    assert last("/digest plan") == NoticeAnswer("plan_in_channel")
    assert last("/digest stop") == NoticeAnswer("stop_in_channel")


@pytest.mark.parametrize("said", ["/digest now", "/digest preview", "/digest new"])
def test_a_digest_comes_with_its_cards(said: str) -> None:
    answer = last(said)
    assert isinstance(answer, DigestAnswer)
    assert len(outline_answer(answer, Viewer())) == 3


@given(st.lists(st.text(max_size=80), max_size=4))
def test_whatever_is_said_is_answered(said: list[str]) -> None:
    answers, _ = talk(*said)
    for answer in answers:
        assert outline_answer(answer, Viewer(now=NOW)) or answer == Silence()
