"""How feeds are doing, in lines for a terminal and for a chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.feeds import PATIENCE, Feed, FeedHealth, FeedsReport, FeedState
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import StatusAnswer
from bot.dialogue.feed_lines import feed_lines, status_lines
from bot.dialogue.viewer import Viewer

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)
GERMAN = Viewer(now=NOW)
ENGLISH = Viewer("en", "UTC", NOW)
SKIPPED = (("old", 2), ("before", 30))


def good(name: str = "Gutes Blatt", *, read: int = 1_200) -> FeedHealth:
    address = f"https://{name.split(maxsplit=1)[0].lower()}.example/"
    state = FeedState(address, NOW, last_tried_at=NOW, last_success_at=NOW)
    return FeedHealth(Feed(address, name), state, read, SKIPPED)


def bad(name: str = "Krankes Blatt", *, days: int = 2, fine: bool = True) -> FeedHealth:
    address = f"https://{name.split(maxsplit=1)[0].lower()}.example/"
    since = NOW - days * DAY
    state = FeedState(
        address,
        NOW,
        failing_since=since,
        last_tried_at=NOW,
        last_success_at=since - DAY if fine else None,
        reason="status",
        status=503,
    )
    return FeedHealth(Feed(address, name), state)


def test_a_failing_feed_says_when_it_was_fine() -> None:
    lines = list(feed_lines(FeedsReport((bad(),)), "de", zone="UTC"))
    assert lines == [
        "Krankes Blatt  https://krankes.example/",
        (
            "  gestört seit 03.01.2026, 08:00: der Server meldet einen Fehler (503); "
            "zuletzt in Ordnung 02.01.2026, 08:00"
        ),
    ]
    (_, never) = feed_lines(FeedsReport((bad(fine=False),)), "en", zone="UTC")
    assert never.endswith("; was never fine")


def put_off(name: str = "Stilles Blatt", *, tried: bool = True) -> FeedHealth:
    address = f"https://{name.split(maxsplit=1)[0].lower()}.example/"
    moment = NOW if tried else None
    state = FeedState(
        address, NOW + 3 * DAY, last_tried_at=moment, last_success_at=moment, reason=PATIENCE
    )
    return FeedHealth(Feed(address, name), state)


def test_a_feed_whose_host_asks_for_patience_says_until_when_it_waits() -> None:
    (_, line) = feed_lines(FeedsReport((put_off(),)), "de", zone="UTC")
    assert line == (
        "  wartet bis 08.01.2026, 08:00, weil der Server um Geduld bittet; "
        "zuletzt in Ordnung 05.01.2026, 08:00"
    )
    (_, line) = feed_lines(FeedsReport((put_off(tried=False),)), "en", zone="UTC")
    assert "waits until Jan 8, 2026, 08:00" in line
    assert line.endswith("was never fine")


def test_of_many_feeds_those_that_wait_are_counted() -> None:
    many = (*(good(f"Blatt{n} X") for n in range(9)), put_off("Zett X"))
    assert "1 warten, 4 in Ordnung" in status_lines(FeedsReport(many), GERMAN)[-1]


def test_a_failing_feed_that_is_asked_for_patience_says_when_it_is_tried_again() -> None:
    state = replace(bad().state or FeedState("", NOW), reason=PATIENCE, next_at=NOW + DAY)
    (_, line) = feed_lines(FeedsReport((replace(bad(), state=state),)), "de", zone="UTC")
    assert line.endswith("nächster Versuch 06.01.2026, 08:00")


def test_what_keeps_feeds_from_being_known_has_a_line_each() -> None:
    report = FeedsReport((), (("feeds.toml, line 7, feed 2, address", "is missing"),))
    assert list(feed_lines(report, "de", zone="UTC")) == [
        "✗ feeds.toml, Zeile 7, Feed 2, address: fehlt"
    ]


def test_status_has_a_line_for_each_feed_the_failing_ones_first() -> None:
    report = FeedsReport((good(), bad()))
    assert status_lines(report, GERMAN) == (
        (
            "✗ Krankes Blatt: gestört seit 03.01.2026, 09:00: der Server meldet einen Fehler "
            "(503); zuletzt in Ordnung 02.01.2026, 09:00; 0 gelesen"
        ),
        (
            "Gutes Blatt: in Ordnung, zuletzt heute 09:00; 1.200 gelesen; "
            "32 ausgelassen (war schon da, als der Feed dazukam)"
        ),
    )


def test_status_speaks_the_language_of_who_asks() -> None:
    (line,) = status_lines(FeedsReport((bad(),)), ENGLISH)
    assert "the server reports an error (503); last fine" in line


def test_of_many_feeds_status_counts_the_rest() -> None:
    many = [good(f"Blatt{n} X") for n in range(40)] + [bad(f"Krank{n} X", days=n) for n in range(9)]
    lines = status_lines(FeedsReport(tuple(many)), GERMAN)
    assert len(lines) == 6
    assert [line[:9] for line in lines[:2]] == ["✗ Krank8 ", "✗ Krank7 "]
    assert lines[-1] == "Weitere Feeds: 4 gestört, 40 in Ordnung, 48.000 gelesen"
    assert sum(map(len, lines)) < 1_500


def test_a_long_reason_does_not_fill_the_chat() -> None:
    report = FeedsReport((), tuple((f"feed {n}", "x" * 900) for n in range(20)))
    lines = status_lines(report, GERMAN)
    assert len(lines) == 3
    assert max(map(len, lines)) <= 240


def test_status_shows_feeds_without_a_standing_order() -> None:
    answer = StatusAnswer(1, 1, (), paused=False, looked_at=None, feeds=FeedsReport((bad(),)))
    (outline,) = outline_answer(answer, GERMAN)
    assert [section.heading for section in outline.sections] == ["", "Feeds"]
    bare = StatusAnswer(1, 1, (), paused=False, looked_at=None, feeds=FeedsReport())
    assert len(outline_answer(bare, GERMAN)[0].sections) == 1
