"""An article counts from when it came: published, and there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.core.digest import Known, Moment
from bot.core.extracts import build_extract, pack
from bot.core.models import TopicRule
from bot.core.outcomes import CardFound
from bot.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import Digest
    from bot.core.models import Reading
    from bot.lemmas import DictionaryLemmatiser

    Read = Callable[..., Reading]

RULES = (TopicRule("Nordlicht"),)
THURSDAY, FRIDAY, MONDAY = date(2025, 1, 23), date(2025, 1, 24), date(2025, 1, 27)
# Half past seven in Berlin on Thursday.
DUE = datetime(2025, 1, 23, 6, 30, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
PLAN = "Die Firma Nordlicht baut am Hafen ein Wärmenetz. Nordlicht will im Mai beginnen."


@pytest.fixture
def library(lemmatiser: DictionaryLemmatiser) -> Library:
    return Library(lemmatiser, RULES)


def take(library: Library, reading: Reading, seen: datetime) -> None:
    """Take in what a store holds since then."""
    library.add(reading)
    packed = pack(build_extract(reading, RULES), library.stamp)
    library.shelve({reading.article.id: packed}, {reading.article.id: seen})


def names(digest: Digest) -> list[str]:
    return [entry.card.name for entry in digest.entries]


def told(library: Library, day: date, known: datetime | None = None) -> list[str]:
    """The topics of the digest, in a channel that was never shown any of them."""
    return names(library.digest(day, known=Known(known, {}) if known else None))


def test_what_came_after_the_digest_of_its_morning_is_told_in_the_next(
    library: Library, read: Read
) -> None:
    early = read(PLAN, on="2025-01-23", published_at=DUE - 10 * MINUTE, title="Nordlicht")
    take(library, early, DUE + 5 * MINUTE)
    assert told(library, THURSDAY) == []
    assert told(library, FRIDAY, DUE) == ["Nordlicht"]
    assert told(library, FRIDAY) == ["Nordlicht"]
    assert told(library, MONDAY, DUE + DAY) == []


def test_the_same_holds_if_only_the_day_of_publication_is_known(
    library: Library, read: Read
) -> None:
    take(library, read(PLAN, on="2025-01-22", title="Nordlicht"), DUE + 5 * MINUTE)
    assert told(library, THURSDAY) == []
    assert told(library, FRIDAY, DUE) == ["Nordlicht"]


def test_what_was_there_in_time_is_told_once(library: Library, read: Read) -> None:
    early = read(PLAN, on="2025-01-23", published_at=DUE - 10 * MINUTE, title="Nordlicht")
    take(library, early, DUE - 5 * MINUTE)
    assert told(library, THURSDAY) == ["Nordlicht"]
    assert told(library, FRIDAY) == []


def test_a_late_digest_holds_what_was_fetched_meanwhile_and_the_next_does_not(
    library: Library, read: Read
) -> None:
    overnight = read(PLAN, on="2025-01-23", published_at=DUE - 60 * MINUTE, title="Nordlicht")
    take(library, overnight, DUE + 30 * MINUTE)
    late = Moment(THURSDAY, DUE, seen_by=DUE + 31 * MINUTE)
    assert names(library.digest(THURSDAY, now=late)) == ["Nordlicht"]
    known = Known(DUE, {}, seen_by=DUE + 31 * MINUTE)
    assert names(library.digest(FRIDAY, known=known)) == []
    assert names(library.digest(FRIDAY, since=late)) == []


def test_what_was_published_while_a_digest_was_late_is_told_in_the_next(
    library: Library, read: Read
) -> None:
    meanwhile = read(PLAN, on="2025-01-23", published_at=DUE + 20 * MINUTE, title="Nordlicht")
    take(library, meanwhile, DUE + 30 * MINUTE)
    late = Moment(THURSDAY, DUE, seen_by=DUE + 60 * MINUTE)
    assert names(library.digest(THURSDAY, now=late)) == []
    assert names(library.digest(FRIDAY, known=Known(DUE, {}, seen_by=late.seen_by))) == [
        "Nordlicht"
    ]


@pytest.mark.parametrize("published", [DUE - 3 * DAY + MINUTE, None])
def test_an_archive_that_is_new_to_the_bot_is_no_news(
    library: Library, read: Read, published: datetime | None
) -> None:
    old = read(PLAN, on="2025-01-20", published_at=published, title="Nordlicht")
    take(library, old, DUE + 5 * MINUTE)
    assert told(library, FRIDAY, DUE) == []
    assert told(library, date(2025, 1, 21)) == ["Nordlicht"]


def test_after_a_long_pause_what_came_late_is_not_overlooked(library: Library, read: Read) -> None:
    published = DUE - 10 * MINUTE
    early = read(PLAN, on="2025-01-23", published_at=published, title="Nordlicht")
    take(library, early, published + 2 * DAY)
    assert told(library, date(2025, 2, 10), published + DAY) == ["Nordlicht"]


def test_an_article_without_a_date_is_news_when_it_is_first_seen(
    library: Library, read: Read
) -> None:
    take(library, read(PLAN, title="Nordlicht"), DUE + 5 * MINUTE)
    assert told(library, THURSDAY) == []
    assert told(library, FRIDAY) == ["Nordlicht"]
    assert told(library, MONDAY) == []


def test_without_a_store_publication_alone_counts(library: Library, read: Read) -> None:
    library.add(read(PLAN, on="2025-01-23", published_at=DUE - 10 * MINUTE, title="Nordlicht"))
    assert told(library, THURSDAY) == ["Nordlicht"]
    assert told(library, FRIDAY, DUE) == []


def test_many_moments_between_two_arrivals_count_as_one(library: Library, read: Read) -> None:
    take(library, read(PLAN, on="2025-01-23", title="Nordlicht"), DUE)
    roster = library._shelf.roster  # noqa: SLF001 - what is shared is not to be seen from outside
    first, second, third = (
        roster.at_last_arrival(Moment(FRIDAY, DUE + DAY, seen_by=DUE + seen * MINUTE))
        for seen in (-1, 0, 7)
    )
    assert first != second == third


# It says nothing that the plan does not say.
AGAIN = "Nordlicht will im Mai beginnen. Die Firma Nordlicht baut am Hafen ein Wärmenetz."
TOWER = "Nordlicht hat in Lübeck einen Turm aus Stein gebaut. Der Turm von Nordlicht ist hoch."


def changed(library: Library) -> set[str]:
    """The articles of which the card of Nordlicht tells something as new."""
    found = library.brief("Nordlicht")
    assert isinstance(found, CardFound)
    return {change.point.spans[0].article for change in found.card.changes}


def test_on_a_card_an_article_without_a_date_counts_from_when_it_came(
    library: Library, read: Read
) -> None:
    take(library, read(PLAN, id="a", on="2025-01-20", title="Nordlicht"), DUE - 3 * DAY)
    take(library, read(AGAIN, id="b", on="2025-01-24", title="Nordlicht"), DUE + DAY)
    take(library, read(TOWER, id="c", title="Nordlicht"), DUE)
    assert changed(library) == set()
    take(library, read(TOWER, id="c", title="Nordlicht"), DUE + 2 * DAY)
    assert changed(library) == {"c"}


def test_what_nobody_knows_the_age_of_is_not_called_new(library: Library, read: Read) -> None:
    library.add(read(PLAN, id="a", on="2025-01-20", title="Nordlicht"))
    library.add(read(AGAIN, id="b", on="2025-01-24", title="Nordlicht"))
    library.add(read(TOWER, id="c", title="Nordlicht"))
    assert changed(library) == set()
