from __future__ import annotations

from typing import TYPE_CHECKING

from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.card import points_of
from bot.core.cards import Point
from bot.core.excerpts import Allowance, ExcerptLimits, within_excerpts
from bot.core.models import Article, Range
from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.library import Library

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

TEXT = "Die Stadt baut eine Brücke. Sie kostet viel Geld. Das sagt der Rat."
ARTICLES = {
    "a": Article("a", "Brücke", TEXT, "de", outlet="Muster-Blatt"),
    "b": Article("b", "Brücke", TEXT, "de", outlet="Anderes Blatt"),
    "c": Article("c", "Brücke", TEXT, "de"),
    "a~v2": Article("a~v2", "Brücke", TEXT.replace("viel", "kein"), "de", outlet="Musterblatt"),
}


def point(article: str, *parts: tuple[int, int]) -> Point:
    ranges = [Range(*part) for part in parts]
    return Point.of(ARTICLES[article], ranges, whole=ranges[0])


def test_what_exceeds_the_limit_of_its_outlet_is_left_out_whole() -> None:
    limits = ExcerptLimits({"Musterblatt": 30})
    points = [point("a", (0, 27)), point("a", (28, 49)), point("b", (28, 49))]
    assert within_excerpts(points, limits, ARTICLES.__getitem__) == (points[0], points[2])


def test_a_shorter_sentence_may_still_fit() -> None:
    limits = ExcerptLimits(others=46)
    points = [point("a", (0, 27)), point("a", (28, 49)), point("a", (50, 67))]
    assert within_excerpts(points, limits, ARTICLES.__getitem__) == (points[0], points[2])


def test_characters_shown_twice_count_once() -> None:
    allowance = Allowance(ExcerptLimits(others=27), ARTICLES.__getitem__)
    assert allowance.admits(point("a", (0, 27)))
    assert allowance.admits(point("a", (0, 9)))
    assert not allowance.admits(point("a", (28, 29)))


def test_the_versions_of_an_article_share_its_limit() -> None:
    limits = ExcerptLimits({"Musterblatt": 30})
    points = [point("a~v2", (28, 49)), point("a", (28, 49)), point("b", (28, 49))]
    assert within_excerpts(points, limits, ARTICLES.__getitem__) == (points[0], points[2])


def test_a_limit_of_nothing_shows_nothing() -> None:
    limits = ExcerptLimits({"Muster Blatt": 0}, others=None)
    assert within_excerpts([point("a", (0, 3))], limits, ARTICLES.__getitem__) == ()
    assert within_excerpts([point("c", (0, 3))], limits, ARTICLES.__getitem__) != ()


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(1, 60)), max_size=12
    ),
    st.integers(0, 80),
)
def test_no_article_ever_shows_more_than_its_limit(
    wanted: list[tuple[str, int, int]], most: int
) -> None:
    points = [
        point(article, (start, min(len(TEXT), start + length)))
        for article, start, length in wanted
        if TEXT[start : start + length].strip()
    ]
    shown = within_excerpts(points, ExcerptLimits(others=most), ARTICLES.__getitem__)
    for known in ARTICLES:
        places = {
            place
            for one in shown
            for span in one.spans
            if span.article == known
            for place in range(span.start, span.end)
        }
        assert len(places) <= most


def test_a_card_shows_no_more_of_an_article_than_its_outlet_allows(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = (
        "Die Lufthansa streicht 3.000 Stellen. Das teilte die Lufthansa am Montag mit. "
        "Konzernchef Carsten Spohr nannte den Schritt der Lufthansa schmerzhaft. "
        "Die Gewerkschaft Verdi kündigte Widerstand gegen die Lufthansa an."
    )
    told = article(text, id="a", title="Lufthansa", on="2026-01-04", outlet="Musterblatt")
    reading = Reader(lemmatiser).reading(told)
    for most in (0, 60, 120, 10_000):
        library = Library(lemmatiser, excerpts=ExcerptLimits({"Musterblatt": most}))
        library.add(reading)
        found = library.brief("lufthansa")
        assert isinstance(found, CardFound)
        shown = {
            place
            for one in points_of(found.card)
            for span in one.spans
            for place in range(span.start, span.end)
        }
        assert len(shown) <= most
        assert bool(shown) == (most > 0)
