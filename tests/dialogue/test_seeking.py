"""Questions for a sum, a count, a time …: what is asked for, and in which words."""

from __future__ import annotations

import pytest
from dialogue.invented import NOW, full_card, library

from bot.core.seeking import Sought
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer
from bot.dialogue.conversation import Conversation, hear
from bot.dialogue.grammar import parse_request
from bot.dialogue.requests import Asked, AskTopic
from bot.dialogue.viewer import Viewer

MONEY, DAY, PERSON = Sought("money"), Sought("date"), Sought("person")
JOBS = Sought("count", "Arbeitsplätze")


def asked(text: str) -> Asked | None:
    request = parse_request(text, is_topic=lambda _: False)
    assert isinstance(request, AskTopic)
    return request.asked


@pytest.mark.parametrize(
    ("said", "sought", "words"),
    [
        ("Wie viel kostet Nordlux?", MONEY, "kostet Nordlux"),
        ("wieviel kostet Nordlux", MONEY, "kostet Nordlux"),
        ("was kostet Nordlux insgesamt?", MONEY, "kostet Nordlux insgesamt"),
        ("was wird Nordlux kosten?", MONEY, "wird Nordlux kosten"),
        ("Wie teuer ist Nordlux?", MONEY, "kosten ist Nordlux"),
        ("wie hoch sind die Kosten von Nordlux?", MONEY, "kosten sind die Kosten von Nordlux"),
        ("wie viel Geld bekommt Nordlux?", MONEY, "Geld bekommt Nordlux"),
        ("How much does Nordlux cost?", MONEY, "does Nordlux cost"),
        ("what is the price of Nordlux?", MONEY, "is the price of Nordlux"),
        ("Wie viele Arbeitsplätze schafft Nordlux?", JOBS, "schafft Nordlux"),
        ("how many jobs Nordlux will create", Sought("count", "jobs"), "Nordlux will create"),
        ("wie viele neue Arbeitsplätze schafft Nordlux?", JOBS, "Arbeitsplätze schafft Nordlux"),
        ("how many jobs will Nordlux create?", Sought("count", "jobs"), "will Nordlux create"),
        ("Wann öffnet Nordlux?", DAY, "öffnet Nordlux"),
        ("seit wann gibt es Nordlux?", DAY, "gibt es Nordlux"),
        ("sag mir bitte, wann Nordlux öffnet", DAY, "Nordlux öffnet"),
        ("when does Nordlux open?", DAY, "does Nordlux open"),
        ("wie viele Millionen kostet Nordlux?", MONEY, "Millionen kostet Nordlux"),
        ("wie lange dauert der Bau von Nordlux?", Sought("duration"), "dauert der Bau von Nordlux"),
        ("wo steht Nordlux?", Sought("place"), "steht Nordlux"),
        ("Wer leitet Nordlux?", PERSON, "leitet Nordlux"),
        ("wer ist der Chef von Nordlux?", PERSON, "ist der Chef von Nordlux"),
        ("who is behind Nordlux?", PERSON, "is behind Nordlux"),
        ("/briefing wann öffnet Nordlux?", DAY, "öffnet Nordlux"),
    ],
)
def test_what_is_asked_for_is_told_from_the_words_that_name_the_topic(
    said: str, sought: Sought, words: str
) -> None:
    assert asked(said) == Asked(sought, words)


@pytest.mark.parametrize(
    "said",
    [
        "Nordlux",
        "wer ist Anke Dorn?",
        "who is Anke Dorn?",
        "was ist neu bei Nordlux?",
        "was macht die WHO?",
        "WHO warnt vor Grippe",
        "wie geht es Nordlux?",
        "what about Nordlux?",
    ],
)
def test_all_else_asks_for_a_topic_alone(said: str) -> None:
    assert asked(said) is None


@pytest.mark.parametrize(
    "said", ["und was kostet das?", "was kostet es insgesamt?", "how much does it cost?"]
)
def test_the_last_topic_may_be_meant(said: str) -> None:
    found = asked(said)
    assert found is not None
    assert found.is_back


@pytest.mark.parametrize("said", ["seit wann gibt es Fußball?", "was kostet das Museum?"])
def test_an_article_before_a_noun_does_not_mean_the_last_topic(said: str) -> None:
    found = asked(said)
    assert found is not None
    assert not found.is_back


def test_what_the_articles_say_stands_before_the_rest_of_the_card() -> None:
    answer, _ = hear("was kostet Lunebad?", Conversation(), library=library(), now=NOW)
    (outline,) = outline_answer(answer, Viewer(now=NOW))
    assert outline.sections[0].heading == "Dazu steht in den Artikeln"
    assert outline.sections[0].lines[0].text == "Lunebad kostet 40 Millionen Euro. [1]"
    assert outline.headline.endswith("Lunebad kostet 40 Millionen Euro.")


def test_nothing_is_claimed_where_the_articles_say_nothing() -> None:
    answer, _ = hear("wer leitet Lunebad?", Conversation(), library=library(), now=NOW)
    assert isinstance(answer, CardAnswer)
    (outline,) = outline_answer(answer, Viewer("en", now=NOW))
    assert outline.sections[0].heading == "In short"


def test_a_card_without_answers_has_no_such_part() -> None:
    kinds = [
        section.kind for section in outline_answer(CardAnswer(full_card()), Viewer())[0].sections
    ]
    assert "answers" not in kinds
