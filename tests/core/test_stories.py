"""Articles about one event are put together, also across languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.stories import find_stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading

GERMAN = (
    "Der Rat von Wien hat am Dienstag eine Hafengebühr von 4 Euro beschlossen. "
    "Stadträtin Eva Beispiel rechnet mit 60 Millionen Euro."
)
ENGLISH = (
    "Vienna's council voted on Tuesday for a harbour fee of 4 euros. "
    "Councillor Eva Beispiel expects 60 million euros."
)
OTHER = (
    "Die U-Bahn in Wien wird erst 2032 fertig, räumte Stadträtin Eva Beispiel am Mittwoch ein. "
    "Die Kosten steigen auf 6,4 Milliarden Euro."
)


def test_a_german_and_an_english_article_tell_one_event(read: Callable[..., Reading]) -> None:
    readings = [
        read(GERMAN, id="de", on="2025-11-05"),
        read(ENGLISH, id="en", on="2025-11-05", language="en"),
        read(OTHER, id="anders", on="2025-11-05"),
    ]
    assert find_stories(readings) == (("anders",), ("de", "en"))


def test_the_order_of_the_articles_does_not_matter(read: Callable[..., Reading]) -> None:
    readings = [
        read(GERMAN, id="de", on="2025-11-05"),
        read(ENGLISH, id="en", on="2025-11-06", language="en"),
        read(OTHER, id="anders", on="2025-11-05"),
    ]
    assert find_stories(readings) == find_stories(readings[::-1])


def test_the_same_words_weeks_later_are_another_event(read: Callable[..., Reading]) -> None:
    readings = [
        read(GERMAN, id="alt", on="2025-10-01"),
        read(GERMAN, id="neu", on="2025-11-05"),
    ]
    assert find_stories(readings) == (("alt",), ("neu",))


def test_no_article_is_no_story() -> None:
    assert find_stories([]) == ()
