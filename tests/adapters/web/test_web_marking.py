"""Marking passages in an article, over generated spans and over real cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.web.marking import NumberedPoint, mark_articles, mark_text, numbers_of, places_of
from bot.core.cards import Point
from bot.core.excerpts import ExcerptLimits
from bot.core.models import Span
from bot.core.outcomes import CardFound
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer
from bot.dialogue.evidence import list_points
from bot.dialogue.viewer import Viewer
from bot.library import Library

if TYPE_CHECKING:
    from bot.core.models import Reading
    from bot.lemmas import DictionaryLemmatiser

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


@pytest.mark.parametrize("most", [0, 400, 900, 10_000])
def test_an_article_with_a_limit_is_shown_in_passages_alone(
    most: int, seed_readings: tuple[Reading, ...], lemmatiser: DictionaryLemmatiser
) -> None:
    limits = ExcerptLimits({}, most)
    library = Library(lemmatiser, excerpts=limits)
    for reading in seed_readings:
        library.add(reading)
    for line in library.topics():
        found = library.brief(line.name)
        card = found.card if isinstance(found, CardFound) else None
        for one in mark_articles(card, library.reading, excerpts=limits) if card else ():
            assert one.reading is not None
            pieces = [piece for paragraph in one.paragraphs for piece in paragraph]
            shown = "".join(piece.text for piece in pieces if piece.text != " … ")
            assert len(shown) <= most
            if len(one.reading.article.text) > most:
                assert any(piece.text == " … " for piece in pieces) or not pieces


def test_around_what_is_cited_as_much_is_shown_as_the_limit_allows(
    seed_library: Library,
) -> None:
    found = seed_library.brief("Microsoft")
    assert isinstance(found, CardFound)

    def characters(limit: int) -> list[int]:
        articles = mark_articles(
            found.card, seed_library.reading, excerpts=ExcerptLimits({}, limit)
        )
        return [sum(len(piece.text) for p in one.paragraphs for piece in p) for one in articles]

    cited = [
        piece.text
        for one in mark_articles(found.card, seed_library.reading, excerpts=ExcerptLimits({}, 0))
        for paragraph in one.paragraphs
        for piece in paragraph
        if not piece.points and piece.text != " … "
    ]
    assert not cited
    assert all(more >= less for more, less in zip(characters(1_000), characters(400), strict=True))
    assert sum(characters(1_000)) > sum(characters(400))
