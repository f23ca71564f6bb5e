"""Everything that can be shown, as Components V2 that Discord takes and no text breaks out of."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from core.hostile_texts import PIECES
from core.library_faults import days_of, queries_of
from dialogue.invented import digest, english_card, full_card, full_digest, source
from discord_oracle import faults_of_form, faults_of_message, faults_of_sums, faults_of_text, walk
from evaluation import load_corpus
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.adapters.discord.escaping import break_links, cut, escape, escape_start
from bot.adapters.discord.forms import complain_form, plan_form
from bot.adapters.discord.render import render_part, render_parts
from bot.adapters.discord.wording import words_for
from bot.core.outcomes import CardFound
from bot.desk.plans import PlanDraft
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import (
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
)
from bot.dialogue.buttons import Button, Part, parts_of
from bot.dialogue.evidence import PointChoice, choose_points, outline_evidence
from bot.dialogue.further import outline_more
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.viewer import Viewer
from bot.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.core.models import Language
    from bot.core.reading.reader import Reader
    from bot.dialogue.answers import Answer
    from bot.lemmas import DictionaryLemmatiser

NOW = datetime(2025, 3, 8, 6, 30, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("de", "en")
NO_PINGS: dict[str, Any] = {"parse": []}


def parts(answer: Answer, language: Language = "de", *, private: bool = True) -> tuple[Part, ...]:
    viewer = Viewer(language=language, now=NOW)
    outlines = outline_answer(answer, viewer)
    return parts_of(answer, outlines, viewer.labels, followed=frozenset(), private=private)


def bodies(shown: tuple[Part, ...], language: Language = "de", **more: str) -> list[Any]:
    return [
        {"components": one.components(), "flags": 1 << 15, "allowed_mentions": NO_PINGS}
        for one in render_parts(shown, language, **more)
    ]


def faults(shown: tuple[Part, ...], language: Language = "de") -> Iterator[str]:
    note = "Digest 250124-1-1"
    for number, body in enumerate(bodies(shown, language, note=note)):
        # The document is slow to ask; further messages have the same shape.
        yield from faults_of_sums(body) if number else faults_of_message(body)


def texts(shown: tuple[Part, ...], language: Language = "de") -> str:
    return "\n".join(
        one["content"]
        for body in bodies(shown, language)
        for one in walk(body["components"])
        if one["type"] == 10
    )


def faults_of_library(library: Library, queries: list[str]) -> Iterator[str]:
    """Of every card, its evidence and what more there is, in both languages."""
    for query in queries:
        for language in LANGUAGES:
            found = library.brief(query, language=language)
            if not isinstance(found, CardFound):
                continue
            viewer = Viewer(language=language, now=NOW)
            yield from faults(parts(CardAnswer(found.card, changes_first=True), language), language)
            evidence = Part(outline_evidence(found.card, library.reading, viewer))
            more = Part(outline_more(found.card, library.reading, viewer))
            yield from faults((evidence, more), language)
            form = complain_form("0" * 16, choose_points(found.card), language)
            yield from faults_of_form(form.to_dict())


def test_all_that_the_seeds_hold_is_taken_by_discord(seeds_library: Library) -> None:
    queries = [line.name for line in seeds_library.topics()]
    assert len(queries) > 20
    assert [*faults_of_library(seeds_library, queries)] == []


def test_cards_of_the_seeds_are_shown_whole(seeds_library: Library) -> None:
    cut = []
    for line in seeds_library.topics():
        found = seeds_library.brief(line.name, language="de")
        assert isinstance(found, CardFound)
        if words_for("de").shortened in texts(parts(CardAnswer(found.card))):
            cut.append(line.name)
    assert cut == []


def test_digests_of_the_seeds_are_taken_by_discord(seeds_library: Library) -> None:
    for day in (date(2025, 1, 24), date(2025, 2, 17), date(2025, 7, 24)):
        for language in LANGUAGES:
            made = seeds_library.digest(day, zone="Europe/Berlin", language=language)
            assert [*faults(parts(DigestAnswer(made), language), language)] == []


@pytest.mark.parametrize("corpus", ["articles/de-news", "summaries/en-cnndm-dev"])
def test_a_sample_of_real_articles_is_taken_by_discord(
    corpus: str, shared: Path, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    del shared
    readings = [reader.reading(one) for one in load_corpus(corpus, 0, 60)]
    library = Library.of(readings, lemmatiser=lemmatiser)
    queries = queries_of(library, readings)[::3][:40]
    assert [*faults_of_library(library, queries)] == []
    for day in days_of(readings)[:3]:
        made = library.digest(day, zone="Europe/Berlin", language="de")
        assert [*faults(parts(DigestAnswer(made)))] == []


HOSTILE = (
    "@everyone @here <@1> <@&2> <#3> </stopp:4> <t:1700000000:R> <a:x:5> <id:customize>",
    "[klick](https://evil.example) [x](<https://evil.example>) [1](https://evil.example)",
    "**fett** *kursiv* _x_ __y__ ~~z~~ ||spoiler|| `code` ```py\nblock```",
    "# Titel", "-# klein", "- Punkt", "> Zitat", ">>> Zitat", "1. Liste", "+ x",
    "https://evil.example/x discord.gg/abc mailto:a@b.c :smile: 12:30:45",
    "\\*schon entwertet\\* \\\\", "a" * 9000, "ä🏳️‍🌈" * 900, "Satz eins. " * 700,
    *(piece * 60 for piece in PIECES.values()),
)  # fmt: skip
words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80))
kinds = st.sampled_from(["text", "figure", "quote", "label", "name", "cited", "context"])
runs = st.builds(lambda text, kind: Run(" ".join(text.split()), kind), words, kinds)
citations = st.sampled_from([Run("[1]", "citation"), Run("[12]", "citation")])
links = st.sampled_from(
    [Run("https://a.example/1", "link"), Run("https://a.example/" + "x" * 900, "link")]
)
bodies_of_lines = st.lists(st.one_of(runs, citations, links), min_size=1, max_size=5).map(tuple)
lines = st.builds(
    Line, bodies_of_lines, head=st.lists(runs, max_size=2).map(tuple), bullet=st.booleans()
)
sections = st.builds(
    Section,
    st.sampled_from(["lead", "facts", "voices", "sources", "evidence", "more", "entries"]),
    st.sampled_from(["", "Fakten", "**Kurz** <@1>"]),
    st.lists(lines, min_size=1, max_size=12).map(tuple),
    inline=st.booleans(),
)
outlines = st.builds(
    Outline,
    words,
    lines,
    st.lists(sections, max_size=30).map(tuple),
    st.lists(lines, max_size=2).map(tuple),
    st.sampled_from([None, "new", "updated", "unchanged"]),
)
CARD_BUTTONS = tuple(
    Button(action, "0" * 16, label)
    for action, label in (("evidence", "Belege"), ("more", "Mehr"), ("follow", "Folgen"),
                          ("up", "👍"), ("down", "👎"), ("share", "Im Kanal teilen"))
)  # fmt: skip


def drawn(outline: Outline) -> list[Any]:
    part = Part(outline, CARD_BUTTONS)
    return [
        {"components": one.components(), "allowed_mentions": NO_PINGS}
        for one in render_part(part, "de", note="Digest 1")
    ]


@settings(max_examples=100)
@given(outlines)
def test_no_outline_breaks_a_sum_or_out_of_its_text(outline: Outline) -> None:
    assert [fault for body in drawn(outline) for fault in faults_of_sums(body)] == []


# The document is slow to ask, so that few are shown to it, and a failing one stays as it is.
@settings(max_examples=8, phases=[Phase.generate])
@given(outlines)
def test_no_outline_breaks_the_document(outline: Outline) -> None:
    assert faults_of_message(drawn(outline)[0]) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_headline_is_only_text(text: str) -> None:
    shown = " ".join(text.split())
    assert faults_of_text(break_links(escape_start(escape(shown)))) == []


@given(st.text(max_size=200))
def test_an_escaped_text_reads_as_it_was(text: str) -> None:
    line = " ".join(text.split())
    written = break_links(escape_start(escape(line)))
    assert re.sub(r"\\([^\w\s]|_)", r"\1", written) == line


@given(st.text(max_size=300), st.integers(1, 120))
def test_a_cut_text_fits_and_is_a_head_of_it(text: str, room: int) -> None:
    head = cut(text, room)
    assert len(escape(head)) <= room
    assert text.startswith(head)


def test_a_text_is_cut_after_a_sentence_else_after_a_word() -> None:
    assert cut("Ein Satz. Noch ein Satz.", 15) == "Ein Satz."
    assert cut("Ein langer Satz ohne jedes Ende", 17) == "Ein langer Satz"


def test_no_character_is_cut_in_half() -> None:
    family = "👨‍👩‍👧"
    assert cut(f"{'x' * 8}{family}", 10) == "x" * 8
    assert cut("x" * 9 + "e\u0301", 10) == "x" * 9


def test_what_is_cut_is_said() -> None:
    sources = tuple(source(number, f"Titel {number} " * 12) for number in range(1, 60))
    long = full_card()
    shown = texts(parts(CardAnswer(type(long)(**{**_fields(long), "sources": sources}))))
    assert shown.count(words_for("de").shortened) == 1
    assert "Kurz gesagt" in shown


def _fields(card: Any) -> dict[str, Any]:
    return {name: getattr(card, name) for name in card.__slots__}


def test_long_evidence_goes_on_in_further_messages(seeds_library: Library) -> None:
    found = seeds_library.brief("Stargate", language="de")
    assert isinstance(found, CardFound)
    outline = outline_evidence(found.card, seeds_library.reading, Viewer())
    messages = render_part(Part(outline), "de")
    assert 1 < len(messages) <= 5
    shown = texts((Part(outline),))
    assert all(f"**{number}.**" in shown for number in range(1, len(outline.sections) + 1))


@pytest.mark.parametrize(("status", "colour"), [("new", 0x2563EB), ("updated", 0xD97706)])
def test_the_colour_says_no_more_than_the_title(status: str, colour: int) -> None:
    card = type(full_card())(**{**_fields(full_card()), "status": status})
    (body,) = bodies(parts(CardAnswer(card)))
    container = body["components"][0]
    assert container["accent_color"] == colour
    word = {"new": "neu", "updated": "aktualisiert"}[status]
    assert word in container["components"][0]["content"].split("\n")[0]


def test_a_digest_begins_with_a_plain_sentence() -> None:
    first = bodies(parts(DigestAnswer(full_digest())))[0]["components"][0]
    assert first["content"] == "Morgenlage am Freitag: Neues zu Lunebad, Hafenbrücke aktualisiert."


@pytest.mark.parametrize(
    "answer",
    [
        CardAnswer(english_card()),
        ChoiceAnswer("x", ("A" * 75, "B", "@everyone")),
        NotFoundAnswer("**x**", ("[a](https://evil.example)",), 3),
        NoticeAnswer("followed", "<@1>", "/digest unfollow <@1>"),
        HelpAnswer("```"),
        DigestAnswer(digest()),
    ],
)
def test_every_answer_is_taken_by_discord(answer: Answer) -> None:
    for language in LANGUAGES:
        assert [*faults(parts(answer, language), language)] == []


@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 200])
def test_forms_are_taken_with_any_number_of_topics_and_points(count: int) -> None:
    topics = [f"{'Thema ' * 20}{number}"[-100:] for number in range(count)]
    points = [PointChoice(str(number), "@everyone " * 7) for number in range(count)]
    draft = PlanDraft(tuple(topics[:2]), "07:30", "Europe/Berlin", (0, 4), "de")
    for language in LANGUAGES:
        for form in (plan_form(draft, topics, language), complain_form("k", points, language)):
            assert faults_of_form(form.to_dict()) == []
