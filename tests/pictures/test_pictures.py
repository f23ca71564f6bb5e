"""Pictures of topics: what they say, that they are whole, that they do not change."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from bot.core.reading.reader import Reader
from bot.dialogue.viewer import Viewer
from bot.library import Library
from bot.pictures.days import count_days, draw_days
from bot.pictures.drawing import WIDTH, wrap
from bot.pictures.timeline import draw_timeline
from bot.pictures.voices import draw_voices
from bot.pictures.words import words_for
from bot.sources.collecting import collect
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from bot.core.cards import TopicCard
    from bot.core.models import Language
    from bot.lemmas import DictionaryLemmatiser

SEEDS = Path(__file__).parents[2] / "seeds"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def library(lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles = collect((SEEDS,)).articles
    return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)


def card(library: Library, name: str = "stargate") -> TopicCard:
    return library.brief(name).card


def words(svg: str) -> str:
    return " ".join(" ".join(etree.fromstring(svg).itertext()).split())


def test_a_timeline_shows_each_date_with_its_words(library: Library) -> None:
    shown = card(library)
    svg = draw_timeline(shown, Viewer())
    tree = etree.fromstring(svg)
    assert len(tree.findall(f"{SVG}circle")) == len(shown.timeline)
    for item in shown.timeline:
        assert item.point.text.split()[0] in words(svg)


def test_one_date_is_no_line(library: Library) -> None:
    shown = card(library)
    assert draw_timeline(replace(shown, timeline=shown.timeline[:1]), Viewer()) == ""


def test_voices_point_at_whom_they_speak_of(library: Library) -> None:
    svg = draw_voices(card(library, "musk gegen openai"), Viewer(language="en"))
    tree = etree.fromstring(svg)
    assert tree.findtext(f"{SVG}desc").count(" speaks ") == len(
        [path for path in tree.iter(f"{SVG}path") if path.get("marker-end")]
    ) - len({path.get("class") for path in tree.iter(f"{SVG}path") if path.get("marker-end")})


def test_no_arrow_says_against_whom_somebody_is_where_the_words_do_not(library: Library) -> None:
    shown = card(library)
    voice = replace(shown.voices[0], stance="against", towards=None)
    told = words(draw_voices(replace(shown, voices=(voice,)), Viewer(language="en")))
    assert f"{voice.speaker} speaks about Stargate." in told
    assert "against" not in told
    assert "disapproving" not in told


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_two_words_of_the_key_touch(library: Library, language: Language) -> None:
    shown = card(library)
    names = zip(("for", "against", "unclear"), ("Oracle", "Softbank", "ChatGPT"), strict=True)
    voices = tuple(
        replace(shown.voices[0], speaker=f"{name} AG", stance=stance, towards=name)
        for stance, name in names
    )
    svg = etree.fromstring(draw_voices(replace(shown, voices=voices), Viewer(language=language)))
    told = words_for(language).stances.values()
    key = [one for one in svg.iter(f"{SVG}text") if one.text in told]
    assert len(key) == 3
    # The stroke of the next word begins 42 before it; a letter is at most 7.5 wide on average.
    for one, following in pairwise(key):
        assert float(one.get("x")) + 7.5 * len(one.text) < float(following.get("x")) - 42


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_picture_names_a_stance_as_a_card_does(language: Language) -> None:
    stances, labels = words_for(language).stances, Viewer(language=language).labels
    assert (stances["for"], stances["against"]) == (labels.in_favour, labels.against)


def test_nobody_speaking_gives_no_picture(library: Library) -> None:
    assert draw_voices(replace(card(library), voices=()), Viewer()) == ""


def test_each_day_has_its_bar() -> None:
    days = [date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 9)]
    tree = etree.fromstring(draw_days("Thema", "thema", count_days(days), Viewer()))
    bars = [bar for bar in tree.iter(f"{SVG}rect") if bar.get("class") == "bar"]
    assert [bar.findtext(f"{SVG}title") for bar in bars] == ["01.01.2025: 2", "09.01.2025: 1"]
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[0] == pytest.approx(2 * heights[1], rel=0.01)


def test_years_are_shown_by_months() -> None:
    days = Counter(date(2024, 1, 1) + timedelta(days=number) for number in range(700))
    assert "Artikel pro Monat" in draw_days("Thema", "thema", days, Viewer())


def test_no_date_gives_no_picture() -> None:
    assert draw_days("Thema", "thema", {}, Viewer()) == ""


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_topic_is_drawn_whole_and_the_same_each_time(
    library: Library, language: Language
) -> None:
    viewer = Viewer(language=language)
    for line in library.topics():
        shown = card(library, line.name)
        days = count_days(library.published_days(line.name))
        for draw in (
            lambda shown=shown: draw_timeline(shown, viewer),
            lambda shown=shown: draw_voices(shown, viewer),
            lambda shown=shown, days=days: draw_days(shown.name, shown.slug, days, viewer),
        ):
            svg = draw()
            assert svg == draw()
            if svg:
                check(etree.fromstring(svg), line.name)


def check(tree: etree._Element, name: str) -> None:
    """It can be read out, nothing is outside, and every reference is its own."""
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    assert set(tree.get("aria-labelledby").split()) <= ids, name
    assert tree.findtext(f"{SVG}title")
    assert tree.findtext(f"{SVG}desc")
    height = float(tree.get("height"))
    for text in tree.iter(f"{SVG}text"):
        x, y = float(text.get("x")), float(text.get("y"))
        width = len(text.text or "") * 7.4
        left = x - width if text.get("text-anchor") == "end" else x
        assert left >= 0, text.text
        assert 0 < y < height, text.text
    for box in tree.iter(f"{SVG}rect"):
        if box.get("x"):
            assert 0 <= float(box.get("x")) <= WIDTH - float(box.get("width"))


def test_words_of_articles_are_only_words(library: Library) -> None:
    evil = replace(card(library), name='<script>"x"</script>', slug="evil")
    for svg in (draw_timeline(evil, Viewer()), draw_voices(evil, Viewer())):
        assert "<script" not in svg
        assert etree.fromstring(svg) is not None


def test_long_words_are_cut_and_said_to_be() -> None:
    assert wrap("wort " * 100, 200)[-1].endswith("…")


def test_days_of_a_topic_come_from_its_articles(library: Library) -> None:
    days = library.published_days("DeepSeek")
    assert days == tuple(sorted(days))
    assert set(days) < set(library.published_days())
    assert library.published_days("Fußball") == ()
