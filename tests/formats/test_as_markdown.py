from __future__ import annotations

import re
from dataclasses import replace

import pytest
from dialogue.invented import NOW, card, english_card, full_card, full_digest, line, point, source
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.core.cards import Voice
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import (
    Answer,
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    StatusAnswer,
    TopicListAnswer,
)
from bot.dialogue.outline import Line, Outline, Run
from bot.dialogue.printable import clean
from bot.dialogue.viewer import Viewer
from bot.formats.as_markdown import escape_markdown, outlines_as_markdown

GERMAN = Viewer("de", now=NOW)
# With tables and strike-through: what GitHub's dialect makes of a text.
READER = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])

ANSWERS: list[Answer] = [
    CardAnswer(full_card()),
    CardAnswer(full_card(), changes_first=True),
    CardAnswer(english_card()),
    DigestAnswer(full_digest()),
    TopicListAnswer((line("Lunebad"),), 3, 4),
    ChoiceAnswer("dorn", ("Anke Dorn", "Jens Dorn")),
    NotFoundAnswer("lunbad", ("Lunebad",), 14),
    NoticeAnswer("followed", "Lunebad", "/digest unfollow Lunebad"),
    StatusAnswer(1, 2, (), paused=True, looked_at=NOW),
    HelpAnswer("*tanzen*"),
]


def visible(markdown: str) -> list[str]:
    """What a reader sees, block by block."""
    blocks = (token for token in READER.parse(markdown) if token.type == "inline")
    return [
        "".join(child.content for child in token.children or () if child.type != "html_inline")
        for token in blocks
    ]


def expected(outline: Outline) -> list[str]:
    shown = [outline.title.text]
    for section in outline.sections:
        lines = [line.text for line in section.lines]
        if section.inline:
            shown.append(f"{section.heading}: {'; '.join(lines)}")
        else:
            shown += [section.heading, *lines] if section.heading else lines
    return shown + [line.text for line in outline.footer]


def token_types(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    return {child.type for token in tokens for child in (token, *(token.children or ()))}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_every_item_is_shown_in_the_order_of_the_outline(answer: Answer) -> None:
    outlines = outline_answer(answer, GERMAN)
    shown = [text for outline in outlines for text in expected(outline)]
    assert visible(outlines_as_markdown(outlines)) == shown


HOSTILE = [
    "**bold** _under_ `code` ~~gone~~ [link](https://example.org) ![x](https://example.org/x.png)",
    "<https://example.org> <b>bold</b> <!-- hidden --> &lt;b&gt; &amp; &#64;",
    "https://example.org www.example.org mailto:a@example.org",
    "@everyone @here <@123> <!channel> <#C1|x> #123 :smile:",
    "# heading",
    "## heading ##",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "2025) item",
    "> quote",
    "---",
    "===",
    "***",
    "~~~ fence",
    "``` fence",
    "| a | b |",
    "$x^2$ and $5 or $6",
    "[1]: https://example.org",
    "\\*not\\* a \\backslash\\",
    "ends with a backslash \\",
    "ends with marks **",
    "-# small",
]


def with_text(text: str) -> Outline:
    bad = point(text, 1)
    voice = Voice(text, text, "reported", "x", "against", text, bad)
    hostile = replace(
        card(),
        name=text,
        lead=(bad,),
        facts=(bad, bad),
        voices=(voice,),
        related=(text, text),
        sources=(source(1, text, outlet=text, url=None),),
    )
    (outline,) = outline_answer(CardAnswer(hostile), GERMAN)
    return outline


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_markdown_is_seen_as_it_was_written(text: str) -> None:
    outline = with_text(text)
    assert visible(outlines_as_markdown([outline])) == expected(outline)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_links_or_formats(text: str) -> None:
    kinds = token_types(outlines_as_markdown([with_text(text)]))
    ours = token_types(outlines_as_markdown([with_text("plain")]))
    assert kinds - {"text_special"} <= ours | {"text"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_ping(text: str) -> None:
    written = outlines_as_markdown([with_text(text)])
    assert "@" not in written
    assert not re.search(r"(?<!\\)<[@#!]", written)


def test_addresses_of_sources_are_links() -> None:
    written = outlines_as_markdown(outline_answer(CardAnswer(full_card()), GERMAN))
    links = [
        child.attrs["href"]
        for token in READER.parse(written)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert links == ["https://example.org/1", "https://example.org/3"]


def test_figures_and_names_are_bold() -> None:
    written = outlines_as_markdown(outline_answer(CardAnswer(full_card()), GERMAN))
    assert "Der Bau soll **40 Millionen Euro** kosten" in written
    assert "**Anke Dorn**, Bürgermeisterin" in written


def test_the_cards_of_a_digest_are_one_heading_lower() -> None:
    written = outlines_as_markdown(outline_answer(DigestAnswer(full_digest()), GERMAN))
    titles = re.findall(r"^#+", written, re.MULTILINE)
    assert titles[:3] == ["#", "##", "###"]


@given(st.text(alphabet=st.sampled_from("aB1 \\`*_[]()<>#+-.!|~^$=:@&;'\"{}/w\t\n"), max_size=40))
def test_any_text_is_seen_as_it_was_written(text: str) -> None:
    shown = clean(text)
    if shown:
        outline = Outline("", Line((Run("Titel", "label"),)), (), (Line((Run(shown),)),))
        assert visible(outlines_as_markdown([outline]))[1:] == [shown]


@given(st.text(max_size=60))
def test_escaping_never_fails(text: str) -> None:
    assert isinstance(escape_markdown(text), str)
