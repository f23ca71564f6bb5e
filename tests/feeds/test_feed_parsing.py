from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from feeds.feed_corpus import BASE, Sample, broken, good, item, rss
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.canonical import clean_characters
from bot.sources.feeds.fast import read_fast
from bot.sources.feeds.parsing import build_feed, parse_feed
from bot.sources.feeds.tolerant import read_tolerant

if TYPE_CHECKING:
    from bot.sources.feeds.entries import ParsedFeed

GOOD = list(good())
BROKEN = list(broken())
# A script or a file is no address of an article; nothing may lead there.
SAFE = re.compile(r"https?://")


def test_there_are_at_least_150_feeds() -> None:
    assert len({sample.body for sample in GOOD} | {body for _, body in BROKEN}) >= 150


@pytest.mark.parametrize("sample", GOOD, ids=lambda sample: sample.name)
def test_a_good_feed_is_read_as_it_was_meant(sample: Sample) -> None:
    parsed = parse_feed(sample.body, BASE)
    assert parsed is not None
    assert parsed.title == "Musterblatt"
    entry = parsed.entries[0]
    assert entry.title == sample.title
    assert entry.url == sample.url
    moment = entry.published or entry.updated
    assert (moment.isoformat() if moment else None) == sample.moment


@pytest.mark.parametrize("sample", GOOD, ids=lambda sample: sample.name)
def test_both_parsers_read_a_good_feed_alike(sample: Sample) -> None:
    if sample.name.startswith("json"):
        pytest.skip("the tolerant parser knows no JSON")
    fast, tolerant = read_fast(sample.body), read_tolerant(sample.body)
    assert tolerant is not None
    if fast is None or not all(entry.title for entry in fast.entries):
        # Left to the tolerant one, as titles in XHTML are.
        assert parse_feed(sample.body, BASE) == build_feed(tolerant, BASE, sample.body)
        return
    assert told(build_feed(fast, BASE)) == told(build_feed(tolerant, BASE))


@pytest.mark.parametrize(("name", "body"), BROKEN, ids=[name for name, _ in BROKEN])
def test_a_broken_feed_is_read_or_refused_within_a_second(name: str, body: bytes) -> None:
    del name
    started = time.process_time()
    parsed = parse_feed(body, BASE)
    assert time.process_time() - started < 1
    assert_sound(parsed)


@pytest.mark.parametrize(("name", "body"), BROKEN, ids=[name for name, _ in BROKEN])
def test_where_both_parsers_find_entries_they_find_the_same_articles(
    name: str, body: bytes
) -> None:
    fast, tolerant = read_fast(body), read_tolerant(body)
    if fast is None or tolerant is None or not fast.entries or not tolerant.entries:
        return
    # What both call an address is the same one; titles of broken entries may differ in length.
    urls = [
        {entry.url for entry in build_feed(one, BASE).entries} - {None} for one in (fast, tolerant)
    ]
    assert urls[0] <= urls[1] or urls[1] <= urls[0], name


def test_addresses_count_from_where_the_feed_says() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/"><title>M</title>'
        b"<entry><id>1</id><title>A</title><link href='a'/></entry></feed>"
    )
    parsed = parse_feed(body, BASE)
    assert parsed is not None
    assert parsed.entries[0].url == "https://other.example/x/a"


def test_how_long_a_feed_wants_to_be_left_alone_is_read() -> None:
    parsed = parse_feed(rss(item("A", "/1", ""), head="<ttl>90</ttl>"), BASE)
    assert parsed is not None
    assert parsed.seconds == 5400


TEXTS = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()) and not re.search(r"[<&]", text))
MOMENTS = st.integers(788_918_400, 3_786_912_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, tz=UTC)
)


@given(st.lists(st.tuples(TEXTS, TEXTS, MOMENTS), min_size=1, max_size=5))
def test_what_is_written_into_a_feed_is_read_from_it(
    written: list[tuple[str, str, datetime]],
) -> None:
    items = (
        item(
            escape(title),
            f"https://news.example/{number}",
            f"{moment:%a, %d %b %Y %H:%M:%S} +0000",
            more=f"<description>{escape(summary)}</description>",
        )
        for number, (title, summary, moment) in enumerate(written)
    )
    parsed = parse_feed(rss(*items), BASE)
    assert parsed is not None
    assert [(entry.title, entry.summary, entry.published) for entry in parsed.entries] == [
        (plain(title)[:300], plain(summary), moment) for title, summary, moment in written
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    assert_sound(parse_feed(body, BASE))


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_feed_with_bytes_overwritten_is_read_or_refused(place: int, noise: bytes) -> None:
    body = bytearray(GOOD[place % len(GOOD)].body)
    start = place % len(body)
    body[start : start + len(noise)] = noise
    assert_sound(parse_feed(bytes(body), BASE))


def assert_sound(parsed: ParsedFeed | None) -> None:
    if parsed is None:
        return
    keys = [entry.key for entry in parsed.entries]
    assert len(set(keys)) == len(keys)
    for entry in parsed.entries:
        assert entry.key
        assert entry.url is None or SAFE.match(entry.url)
        assert len(entry.title) <= 300
        for text in (entry.key, entry.title, entry.summary, entry.content):
            text.encode()
            assert "\x00" not in text
        assert clean_characters(entry.title) == entry.title


def told(parsed: ParsedFeed) -> list[tuple[object, ...]]:
    return [
        (entry.title, entry.url, entry.summary, entry.published or entry.updated)
        for entry in parsed.entries
    ]


def plain(text: str) -> str:
    return " ".join(clean_characters(text).split())
