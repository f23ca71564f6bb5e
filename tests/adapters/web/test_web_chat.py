"""What people get who ask on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web_visitor import NOW

from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from web_visitor import Got, Served

    from bot.library import Library
    from bot.store.store import Store


def buttons(got: Got) -> list[tuple[str, str, str]]:
    """Action, target and label of each button, in their order."""
    return [
        tuple(form.xpath(f".//input[@name='{name}']/@value")[0] for name in FIELDS)
        for form in got.tree.xpath("//form[@action='/press']")
    ]


FIELDS = ("action", "target", "label")


def press(page: Served, got: Got, action: str, **more: str) -> Got:
    form = next(dict(zip(FIELDS, one, strict=True)) for one in buttons(got) if one[0] == action)
    return page.visitor(**more).post("/press", form)


def test_a_greeting_is_answered_with_help(page: Served) -> None:
    assert page.visitor().say("hallo").words("//h2[1]").startswith("Hallo! So fragst du")


def test_a_card_shows_the_lines_of_the_desk_in_their_order(
    page: Served, seed_library: Library
) -> None:
    words = page.visitor().say("/briefing stargate").words()
    (outline,) = outline_answer(CardAnswer(seed_library.brief("stargate").card), Viewer(now=NOW))
    at = 0
    for line in outline.lines:
        for run in (*line.head, *line.body):
            wanted = " ".join(run.text.split())
            at = words.index(wanted, at)
    assert at


def test_the_buttons_are_those_of_every_platform(page: Served) -> None:
    got = page.visitor().say("/briefing stargate")
    labels = [label for _, _, label in buttons(got)]
    assert labels == ["Belege", "Mehr", "Folgen", "👍", "👎"]


def test_a_button_of_signs_says_in_words_what_it_does(page: Served) -> None:
    got = page.visitor().say("/briefing stargate")
    assert got.tree.xpath("//button[@aria-label='Hilfreich']/text()") == ["👍"]


def test_a_suggestion_can_be_followed(page: Served) -> None:
    visitor = page.visitor()
    missed = visitor.say("/briefing orakel")
    asked = [one for one in buttons(missed) if one[0] == "ask"]
    assert asked
    got = visitor.post("/press", dict(zip(FIELDS, asked[0], strict=True)))
    assert asked[0][1] in got.words("//h2")


def test_evidence_leads_to_the_place_in_the_article(page: Served) -> None:
    visitor = page.visitor()
    evidence = press(page, visitor.say("/briefing stargate"), "evidence")
    places = evidence.tree.xpath("//p[@class='place']/a/@href")
    assert len(places) > 3
    for place in places:
        path, anchor = place.split("#")
        assert visitor.get(path).tree.xpath(f"//*[@id='{anchor}']")


def test_a_thumb_down_asks_for_the_passage_and_keeps_the_reason(
    page: Served, web_store: Store
) -> None:
    visitor = page.visitor()
    asked = press(page, visitor.say("/briefing stargate"), "down")
    card = asked.tree.xpath("//input[@name='card']/@value")[0]
    assert len(asked.tree.xpath("//select[@name='point']/option")) > 3
    thanks = visitor.post("/complain", {"card": card, "point": "1", "reason": "stimmt nicht"})
    assert "Danke" in thanks.words()
    (kept,) = web_store.memory.list_feedback()
    assert (kept.verdict, kept.reason) == ("down", "stimmt nicht")
    assert kept.point


def test_a_conversation_is_kept_for_its_browser_alone(page: Served) -> None:
    one, other = page.visitor(), page.visitor()
    one.say("/briefing stargate")
    assert "Stargate" in one.say("mehr dazu").words("//h2")
    assert "Stargate" not in other.say("mehr dazu").words("//h2")


def test_following_is_remembered(page: Served) -> None:
    visitor = page.visitor()
    visitor.say("/digest folgen deepseek")
    assert "Gefolgt: DeepSeek" in visitor.say("/digest status").words()


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("en-GB,en;q=0.9", "In short"),
        ("de-CH", "Kurz gesagt"),
        ("fr-FR,en;q=0.5", "In short"),
        ("fr", "Kurz gesagt"),
        ("de;q=0.1, en;q=0.9", "In short"),
        (",;q=,;;", "Kurz gesagt"),
    ],
)
def test_labels_are_in_the_browsers_language(page: Served, header: str, label: str) -> None:
    got = page.visitor(Accept_Language=header).say("/briefing stargate")
    assert label in got.words("//h3")


def test_the_language_can_be_changed_and_stays_changed(page: Served) -> None:
    visitor = page.visitor(Accept_Language="de")
    back = visitor.post("/language", {"language": "en"}, Referer=f"{page.address}/topics")
    assert (back.status, back.headers["Location"]) == (303, "/topics")
    got = visitor.get("/topics")
    assert got.tree.get("lang") == "en"
    assert "All" not in got.words("//h1")


@pytest.mark.parametrize("referer", ["https://evil.example/x", "//evil.example", "", "/say"])
def test_changing_the_language_leads_to_no_other_site(page: Served, referer: str) -> None:
    back = page.visitor().post("/language", {"language": "en"}, Referer=referer)
    assert back.headers["Location"] == "/"


def test_the_script_gets_the_turn_alone(page: Served) -> None:
    got = page.visitor().post("/say", {"text": "/briefing stargate"}, X_Piece="1")
    assert got.text.lstrip().startswith('<div class="turn"')
    assert "<html" not in got.text


def test_thanks_are_answered_without_a_card(page: Served) -> None:
    got = page.visitor().say("danke!")
    assert "Jederzeit!" in got.words()
    assert not buttons(got)


def test_names_are_suggested_while_typing(page: Served) -> None:
    got = page.visitor().get("/suggest?typed=/briefing%20open")
    assert "OpenAI" in got.text


def test_a_question_of_any_length_is_answered(page: Served) -> None:
    assert page.visitor().say("x" * 20_000).status == 200
    assert page.visitor().say("x" * 100_000).status == 413


def test_nothing_typed_shows_the_page(page: Served) -> None:
    assert page.visitor().say("   ").status == 200


@pytest.mark.parametrize("form", [{"action": "explode", "target": "x"}, {}])
def test_a_button_that_does_not_exist_is_refused(page: Served, form: dict[str, str]) -> None:
    assert page.visitor().post("/press", form).status == 400


def test_an_unknown_card_is_said_to_be_gone(page: Served) -> None:
    got = page.visitor().post("/press", {"action": "more", "target": "0" * 16})
    assert "nicht mehr gespeichert" in got.words()


def test_going_back_after_a_question_leads_home(page: Served) -> None:
    got = page.visitor().get("/say")
    assert (got.status, got.headers["Location"]) == (303, "/")
