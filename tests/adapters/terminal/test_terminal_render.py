from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dialogue.invented import NOW, card, english_card, full_card, full_digest, line, point, source
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.adapters.terminal.render import print_outlines
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
    Silence,
    StatusAnswer,
    TopicListAnswer,
)
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.dialogue.outline import Line

GOLDEN = Path(__file__).parent / "golden"
GERMAN, ENGLISH = Viewer("de", now=NOW), Viewer("en", now=NOW)

ANSWERS: list[Answer] = [
    CardAnswer(full_card()),
    CardAnswer(full_card(), changes_first=True),
    CardAnswer(english_card()),
    DigestAnswer(full_digest()),
    TopicListAnswer((line("Lunebad"), line("Ostmarkt", 1, None)), 5, 9),
    ChoiceAnswer("dorn", ("Anke Dorn", "Jens Dorn")),
    NotFoundAnswer("lunbad", ("Lunebad",), 14),
    NoticeAnswer("followed", "Lunebad", "/digest unfollow Lunebad"),
    StatusAnswer(1, 2, ("Lunebad",), paused=True, looked_at=NOW),
    HelpAnswer("tanzen"),
]


def draw(answer: Answer, viewer: Viewer = GERMAN, *, width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    system = "truecolor" if colour else None
    console = Console(
        file=out, width=width, force_terminal=colour, color_system=system, legacy_windows=False
    )
    print_outlines(outline_answer(answer, viewer), console)
    return out.getvalue()


def words(answer: Answer, viewer: Viewer = GERMAN) -> list[str]:
    """The words of the outlines in their order, without what joins a head to its body."""
    pieces: list[str] = []
    for outline in outline_answer(answer, viewer):
        pieces += pieces_of(outline.title)
        for section in outline.sections:
            pieces.append(f"{section.heading}:" if section.inline else section.heading)
            pieces += [piece for line in section.lines for piece in pieces_of(line)]
        pieces += [piece for line in outline.footer for piece in pieces_of(line)]
    return " ".join(pieces).split()


def pieces_of(line: Line) -> list[str]:
    return ["".join(run.text for run in runs) for runs in (line.head, line.body)]


def drawn_words(answer: Answer, viewer: Viewer = GERMAN, *, width: int = 80) -> list[str]:
    drawn = draw(answer, viewer, width=width).split()
    return [word for word in drawn if word != "•" and not set(word) <= {"─"}]


@pytest.mark.parametrize(
    ("name", "answer", "viewer"),
    [
        ("card-de", CardAnswer(full_card()), GERMAN),
        ("card-en", CardAnswer(english_card()), ENGLISH),
        ("digest-de", DigestAnswer(full_digest()), GERMAN),
        ("not-found-de", NotFoundAnswer("lunbad", ("Lunebad",), 14), GERMAN),
    ],
)
def test_it_looks_as_agreed(name: str, answer: Answer, viewer: Viewer) -> None:
    """With BOT_WRITE_GOLDEN=1 the files are written anew, to be read before they are kept."""
    path = GOLDEN / f"{name}.txt"
    drawn = draw(answer, viewer)
    if os.environ.get("BOT_WRITE_GOLDEN"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_every_item_is_shown_in_the_order_of_the_outline(answer: Answer, width: int) -> None:
    assert drawn_words(answer, width=width) == words(answer)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_at_40_columns_nothing_is_lost(answer: Answer) -> None:
    # Long words are broken there, so that only the letters can be compared.
    assert "".join(drawn_words(answer, width=40)) == "".join(words(answer))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_no_line_is_wider_than_the_window_or_100_columns(answer: Answer, width: int) -> None:
    drawn = [one for one in draw(answer, width=width).splitlines() if "https:" not in one]
    assert max(map(cell_len, drawn)) <= min(width, 100)


def test_an_address_is_never_broken() -> None:
    url = "https://example.org/" + "weit/" * 30
    drawn = draw(CardAnswer(card(sources=(source(1, "Streit", url=url),))))
    assert f"       {url}" in drawn.splitlines()


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_no_line_ends_with_blanks(answer: Answer) -> None:
    assert all(line == line.rstrip() for line in draw(answer).splitlines())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_without_a_terminal_there_are_no_escape_codes(answer: Answer) -> None:
    assert "\x1b" not in draw(answer)


def test_on_a_terminal_figures_are_bold() -> None:
    assert "\x1b[1m40 Millionen Euro\x1b[0m" in draw(CardAnswer(full_card()), colour=True)


def test_colour_adds_no_words() -> None:
    answer = CardAnswer(full_card())
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system=None, no_color=True)
    print_outlines(outline_answer(answer, GERMAN), console)
    assert [line.rstrip() for line in draw(answer).splitlines()] == [
        strip_codes(line).rstrip() for line in out.getvalue().splitlines()
    ]


def strip_codes(text: str) -> str:
    return Text.from_ansi(text).plain


def test_further_lines_hang_under_the_first() -> None:
    long = card(facts=(point("Wort " * 40, 1),))
    drawn = draw(CardAnswer(long)).splitlines()
    first = next(n for n, line in enumerate(drawn) if line.startswith("  • "))
    assert drawn[first + 1].startswith("    Wort")


def test_a_word_that_is_wider_than_the_window_is_broken_but_not_cut() -> None:
    answer = CardAnswer(card(facts=(point("Ж" * 500, 1),)))
    assert draw(answer, width=40).count("Ж") == 500


def test_a_role_that_is_long_stands_above_the_words() -> None:
    drawn = draw(CardAnswer(full_card())).splitlines()
    speaker = drawn.index("  Anke Dorn, Bürgermeisterin · zustimmend")
    assert drawn[speaker + 1] == "    „Ohne Brücke bleibt der Hafen eine Insel.“ [1]"


def test_silence_draws_nothing() -> None:
    assert draw(Silence()) == ""


HOSTILE = [
    "[bold]fett[/bold] [/] [red",
    "[link=https://example.org]hier[/link]",
    ":smile: :warning:",
    "\x1b[31mrot\x1b[0m \x1b]8;;https://example.org\x1b\\hier\x1b]8;;\x1b\\",
    "ab\u202ecd\u2066ef\u200bgh\rij\x07",
    "\\[bold]x",
]


def hostile_card(text: str) -> CardAnswer:
    bad = point(text, 1)
    voice = Voice(text, text, "reported", "x", "against", text, bad)
    return CardAnswer(
        replace(
            card(),
            name=text,
            lead=(bad,),
            facts=(bad,),
            voices=(voice,),
            related=(text,),
            sources=(source(1, text, outlet=text, url=None),),
        )
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_plain_words(text: str) -> None:
    answer = hostile_card(text)
    drawn = draw(answer, width=200)
    assert not set(drawn) & {"\x1b", "\u202e", "\u2066", "\u200b", "\r", "\x07"}
    assert "".join(drawn_words(answer, width=200)) == "".join(words(answer))


@given(st.text(min_size=1, max_size=80).filter(str.strip), st.integers(20, 120))
def test_any_text_can_be_drawn(text: str, width: int) -> None:
    drawn = draw(hostile_card(text), width=width)
    assert all(cell_len(line) <= width for line in drawn.splitlines())
