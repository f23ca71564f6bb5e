"""A digest that is compared with what was really shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.core.digest import Known
from bot.core.models import TopicRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading
    from bot.library import Library

    Read = Callable[..., Reading]
    LibraryOf = Callable[..., Library]

FRIDAY = date(2025, 1, 24)
THURSDAY_MORNING = datetime(2025, 1, 23, 6, 30, tzinfo=UTC)
PLAN = (
    "Die Firma Nordlicht baut am Hafen ein Wärmenetz. Nordlicht will im Mai mit 40 Leuten beginnen."
)
PRICE = "Die Firma Nordlicht will 12 Millionen Euro. Der Rat hat Nordlicht noch nicht gehört."
LATE = "Die Firma Nordlicht baut erst 2027. Nordlicht nennt 30 Einsprüche als Grund dafür."


def status(library: Library, known: Known | None, *topics: str) -> dict[str, str]:
    digest = library.digest(FRIDAY, topics=topics, known=known)
    return {entry.card.slug: entry.status for entry in digest.entries}


def test_what_was_shown_is_no_news(read: Read, library_of: LibraryOf) -> None:
    reading = read(PLAN, id="a", on="2025-01-21", title="Nordlicht")
    library = library_of(reading, rules=(TopicRule("Nordlicht"),))
    known = Known(THURSDAY_MORNING, {"nordlicht": frozenset({"a"})})
    digest = library.digest(FRIDAY, topics=("Nordlicht",), known=known)
    assert digest.entries == ()
    assert digest.unchanged == ("Nordlicht",)
    assert digest.since_at == THURSDAY_MORNING


def test_an_article_that_was_out_but_not_shown_is_news(read: Read, library_of: LibraryOf) -> None:
    library = library_of(
        read(PLAN, id="a", on="2025-01-21", title="Nordlicht"),
        read(PRICE, id="b", on="2025-01-21", title="Nordlicht"),
    )
    known = Known(THURSDAY_MORNING, {"nordlicht": frozenset({"a"})})
    digest = library.digest(FRIDAY, topics=("Nordlicht",), known=known)
    (entry,) = digest.entries
    assert entry.status == "updated"
    assert digest.articles == 1
    assert status(library, None, "Nordlicht") == {}


def test_a_topic_that_was_never_shown_is_compared_with_what_counted_last(
    read: Read, library_of: LibraryOf
) -> None:
    library = library_of(
        read(PLAN, id="a", on="2025-01-21", title="Nordlicht"),
        read(LATE, id="b", on="2025-01-23", title="Nordlicht"),
    )
    known = Known(THURSDAY_MORNING, {"anderes": frozenset({"x"})})
    assert status(library, known, "Nordlicht") == {"nordlicht": "updated"}
    same_morning = Known(datetime(2025, 1, 24, 6, 30, tzinfo=UTC), {"anderes": frozenset({"x"})})
    assert status(library, same_morning, "Nordlicht") == {}


def test_an_entry_says_what_is_known_from_then_on(read: Read, library_of: LibraryOf) -> None:
    library = library_of(
        read(PLAN, id="a", on="2025-01-21", title="Nordlicht"),
        read(LATE, id="b", on="2025-01-23", title="Nordlicht"),
        read(PRICE, id="alt", on="2024-11-02", title="Nordlicht"),
    )
    digest = library.digest(FRIDAY, topics=("Nordlicht",))
    (entry,) = digest.entries
    assert entry.articles == ("a", "b")
    shown = {entry.card.slug: frozenset(entry.articles)}
    known = Known(datetime(2025, 1, 24, 6, 30, tzinfo=UTC), shown)
    assert library.digest(FRIDAY, topics=("Nordlicht",), known=known).entries == ()


def test_what_is_known_counts_for_the_most_telling_topics_too(
    read: Read, library_of: LibraryOf
) -> None:
    library = library_of(
        read(PLAN, id="a", on="2025-01-23", title="Nordlicht"),
        read(PLAN.replace("Nordlicht", "Sonnenau"), id="b", on="2025-01-23", title="Sonnenau"),
    )
    assert "nordlicht" in status(library, None)
    known = Known(THURSDAY_MORNING, {"nordlicht": frozenset({"a"})})
    found = status(library, known)
    assert "nordlicht" not in found
    assert "sonnenau" in found


def test_a_digest_after_another_sees_what_came_meanwhile(read: Read, library_of: LibraryOf) -> None:
    library = library_of(read(PLAN, id="a", on="2025-01-21", title="Nordlicht"))
    known = Known(THURSDAY_MORNING, {"nordlicht": frozenset({"a"})})
    assert status(library, known) == status(library, None) == {}
    library.add(read(PRICE, id="b", on="2025-01-23", title="Nordlicht"))
    assert status(library, known)["nordlicht"] == "updated"
    assert status(library, None)["nordlicht"] == "updated"
    library.remove("b")
    assert status(library, known) == status(library, None) == {}
