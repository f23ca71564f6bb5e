"""How messages of the chat platforms are drawn, by payloads of their documented shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web_visitor import NOW

from bot.adapters.web.common_mark import read_markdown
from bot.adapters.web.discord_look import draw_components
from bot.adapters.web.drawn import Piece
from bot.adapters.web.mrkdwn import read_mrkdwn
from bot.adapters.web.ports import Preview, Surroundings
from bot.adapters.web.slack_look import draw_blocks
from bot.dialogue.buttons import Part
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.previews import preview_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from web_visitor import Served

    from bot.core.cards import Status
    from bot.core.models import Language

SLACK = {
    "text": "Stargate: ein Satz.",
    "blocks": [
        {"type": "header", "text": {"type": "plain_text", "text": "Stargate · neu"}},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "11 Artikel"}]},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*Fakten*\n• R&amp;D &lt;b&gt; *500* [1]"},
        },
        {
            "type": "section",
            "fields": [{"type": "mrkdwn", "text": "eins"}, {"type": "mrkdwn", "text": "zwei"}],
        },
        {"type": "divider"},
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "elements": [
                        {
                            "type": "rich_text_section",
                            "elements": [
                                {"type": "text", "text": "fett", "style": {"bold": True}},
                                {"type": "link", "url": "https://x.example", "text": "dort"},
                            ],
                        }
                    ],
                }
            ],
        },
        {"type": "markdown", "text": "## Titel"},
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "Belege"},
                    "style": "primary",
                },
                {"type": "static_select", "placeholder": {"type": "plain_text", "text": "Wahl"}},
            ],
        },
        {"type": "from_the_future", "text": {"text": "?"}},
    ],
}
DISCORD = {
    "flags": 32768,
    "components": [
        {
            "type": 17,
            "accent_color": 13784607,
            "components": [
                {"type": 10, "content": "# Stargate\n-# 11 Artikel\n**Fakten**\n- eins\n- \\*zwei"},
                {"type": 14, "divider": True},
                {
                    "type": 9,
                    "components": [{"type": 10, "content": "Text"}],
                    "accessory": {
                        "type": 2,
                        "style": 5,
                        "label": "Quelle",
                        "url": "https://x.example",
                    },
                },
                {
                    "type": 1,
                    "components": [
                        {"type": 2, "style": 1, "label": "Belege", "custom_id": "e"},
                        {"type": 2, "style": 2, "emoji": {"name": "👍"}, "custom_id": "u"},
                        {"type": 3, "placeholder": "Wahl", "options": []},
                    ],
                },
            ],
        }
    ],
}


def test_slacks_blocks_are_drawn_in_their_order() -> None:
    nodes = draw_blocks(SLACK)
    assert [node.kind for node in nodes] == [
        "heading", "small", "paragraph", "fields", "divider", "list", "heading", "row",
    ]  # fmt: skip
    assert nodes[2].text == "Fakten\n• R&D <b> 500 [1]"
    assert [(node.kind, node.text, node.note) for node in nodes[-1].children] == [
        ("button", "Belege", "primary"),
        ("select", "Wahl", ""),
    ]
    assert nodes[5].children[0].pieces == (
        Piece("fett", bold=True),
        Piece("dort", href="https://x.example"),
    )


def test_a_slack_message_without_blocks_is_its_text() -> None:
    assert draw_blocks({"text": "nur *das*"})[0].text == "nur das"


def test_discords_components_are_drawn_in_their_order() -> None:
    (group,) = draw_components(DISCORD)
    assert (group.kind, group.note) == ("group", "#d2561f")
    assert [node.kind for node in group.children] == [
        "heading", "small", "paragraph", "list", "divider", "paragraph", "button", "row",
    ]  # fmt: skip
    assert group.children[3].text == "eins\n*zwei"
    assert [node.text for node in group.children[-1].children] == ["Belege", "👍", "Wahl"]


@pytest.mark.parametrize("status", ["new", "updated", "unchanged"])
def test_a_card_has_the_colour_that_discord_is_really_sent(status: Status) -> None:
    line = Line((Run("Stargate", "name"),))
    part = Part(Outline("Stargate.", line, (Section("facts", "", (line,)),), status=status))
    (message,) = preview_part(part, "de")[1].messages
    (container,) = (one for one in message["components"] if one["type"] == 17)  # type: ignore[attr-defined]
    (group,) = draw_components(message)
    assert int(group.note.removeprefix("#"), 16) == container["accent_color"]


def test_no_two_states_of_a_card_look_alike(open_page: Callable[..., Served]) -> None:
    page = open_page(around=Surroundings(lambda: NOW, previews=preview_part))
    got = page.visitor().get("/digest?date=2025-01-24")
    fills = got.tree.xpath("//section[contains(@class, 'discord')]//rect/@fill")
    assert len(set(fills)) == 2


def test_slacks_marks_count_only_at_the_edges_of_words() -> None:
    assert read_mrkdwn("a*b*c") == (Piece("a*b*c"),)
    assert read_mrkdwn("*b* ~weg~ _x_")[::2] == (
        Piece("b", bold=True),
        Piece("weg", struck=True),
        Piece("x", italic=True),
    )


def test_a_link_of_slack_shows_its_label() -> None:
    assert read_mrkdwn("<https://x.example/?a=1&amp;b|A &amp; B>") == (
        Piece("A & B", href="https://x.example/?a=1&b"),
    )


def test_html_in_markdown_stays_words() -> None:
    assert read_markdown("<b>x</b>")[0].text == "<b>x</b>"


def test_broken_payloads_draw_what_can_be_drawn() -> None:
    assert draw_blocks({"blocks": [{"type": "section"}, {"type": "actions", "elements": "x"}, 3]})
    assert draw_components({"components": [{"type": 99}, {"type": 10}, None]}) == ()


def test_an_answer_stands_beside_its_looks(open_page: Callable[..., Served]) -> None:
    around = Surroundings(
        lambda: NOW,
        previews=lambda *_: (Preview("slack", (SLACK,)), Preview("discord", (DISCORD,))),
    )
    got = open_page(around=around).visitor().say("/briefing stargate")
    assert got.tree.xpath("//section[contains(@class, 'look')]/@aria-label") == [
        "So sieht es in Slack aus",
        "So sieht es in Discord aus",
    ]
    assert "R&D <b>" in got.words("//section[contains(@class, 'slack')]")
    # Nothing in a picture of a message can be pressed or followed.
    assert not got.tree.xpath("//section[contains(@class, 'look')]//*[self::a or self::button]")


@pytest.mark.parametrize(("language", "drawn"), [("de", 1), ("en", 2)])
def test_what_many_ask_is_drawn_once_for_each_language(
    open_page: Callable[..., Served], language: str, drawn: int
) -> None:
    asked: list[str] = []

    def previews(part: Part, language: Language) -> tuple[Preview, ...]:
        asked.append(language)
        return (Preview("slack", ({"text": f"{part.outline.headline} ({language})"},)),)

    page = open_page(around=Surroundings(lambda: NOW, previews=previews))
    page.visitor().say("/briefing deepseek")
    got = page.visitor(Accept_Language=language).say("/briefing deepseek")
    assert len(asked) == drawn
    assert f"({language})" in got.words("//section[contains(@class, 'slack')]")
