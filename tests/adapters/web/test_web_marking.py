"""Marking passages in an article, over generated spans and over real cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.web.marking import NumberedPoint, mark_articles, mark_text, numbers_of, places_of
from bot.core.cards import Point
from bot.core.models import Span
from bot.core.outcomes import CardFound
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer
from bot.dialogue.evidence import list_points
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.library import Library

TEXT = "Eins zwei drei.\nVier fünf.\n\nSechs sieben acht neun zehn elf."


def numbered(spans: list[tuple[int, int]]) -> list[NumberedPoint]:
    return [
        NumberedPoint(n, Point("x", "verbatim", (Span("a", start, end),)), "x", is_there=True)
        for n, (start, end) in enumerate(spans, start=1)
    ]


places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple)


@given(st.lists(places.filter(lambda pair: pair[0] < pair[1]), max_size=6))
def test_nothing_of_the_text_is_lost_whatever_is_marked(spans: list[tuple[int, int]]) -> None:
    paragraphs = mark_text(TEXT, "a", numbered(spans))
    joined = "\n".join("".join(piece.text for piece in one) for one in paragraphs)
    assert joined == re.sub(r"\n+", "\n", TEXT)


@given(st.lists(places.filter(lambda pair: pair[0] < pair[1]), min_size=1, max_size=6))
def test_each_point_is_marked_whole_and_can_be_gone_to(spans: list[tuple[int, int]]) -> None:
    pieces = [one for part in mark_text(TEXT, "a", numbered(spans)) for one in part]
    anchors = [number for piece in pieces for number in piece.anchors]
    for number, (start, end) in enumerate(spans, start=1):
        marked = "".join(piece.text for piece in pieces if number in piece.points)
        assert marked == TEXT[start:end].replace("\n", "")
        assert not marked or anchors.count(number) == 1


def test_every_point_of_every_topic_stands_in_its_article(seed_library: Library) -> None:
    for line in seed_library.topics():
        card = seed_library.brief(line.name).card
        articles = mark_articles(card, seed_library.reading)
        pieces = [one for article in articles for part in article.paragraphs for one in part]
        anchors = {number for piece in pieces for number in piece.anchors}
        assert anchors == set(range(1, len(list_points(card)) + 1)), line.name


def test_citations_know_their_points(seed_library: Library) -> None:
    card = seed_library.brief("stargate").card
    (outline,) = outline_answer(CardAnswer(card), Viewer())
    facts = next(section for section in outline.sections if section.kind == "facts")
    points = list_points(card)
    for line, fact in zip(facts.lines, card.facts, strict=True):
        numbers = {place for place in places_of(line.body, numbers_of(card)) if place}
        assert numbers == {points.index(fact) + 1}


def test_every_citation_leads_to_a_point_also_where_a_day_is_added(seed_library: Library) -> None:
    kinds = {"lead", "changes", "facts", "disputed", "open", "timeline"}
    lost: list[str] = []
    added = 0
    for topic in seed_library.topics():
        found = seed_library.brief(topic.name)
        if not isinstance(found, CardFound):
            continue
        card = found.card
        (outline,) = outline_answer(CardAnswer(card), Viewer())
        added += len(card.dates)
        for section in (one for one in outline.sections if one.kind in kinds):
            for line in section.lines:
                places = places_of(line.body, numbers_of(card))
                cited = [run.kind == "citation" for run in line.body]
                lost += [
                    line.text
                    for place, is_cited in zip(places, cited, strict=True)
                    if is_cited and place is None
                ]
    assert added > 0
    assert lost == []
