from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from feeds.feed_corpus import BASE, Sample, atom, broken, good, item, rdf, rss
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.canonical import clean_characters
from bot.sources.feeds.fast import read_fast
from bot.sources.feeds.parsing import build_feed, parse_feed
from bot.sources.feeds.tolerant import read_tolerant

if TYPE_CHECKING:
    from collections.abc import Callable

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
    assert (entry.published.isoformat() if entry.published else None) == sample.moment
    assert sample.key in {entry.key, None}
    assert sample.content in {entry.content, None}
    assert parsed.parser == ("fast" if sample.is_fast else "tolerant")


@pytest.mark.parametrize("sample", GOOD, ids=lambda sample: sample.name)
def test_both_parsers_read_a_good_feed_alike(sample: Sample) -> None:
    if sample.name.startswith("json"):
        pytest.skip("the tolerant parser knows no JSON")
    fast, tolerant = read_fast(sample.body), read_tolerant(sample.body)
    assert tolerant is not None
    if not sample.is_fast:
        assert parse_feed(sample.body, BASE) == build_feed(tolerant, BASE, sample.body)
        return
    assert fast is not None
    assert told(build_feed(fast, BASE)) == told(build_feed(tolerant, BASE))


@pytest.mark.parametrize(("name", "body"), BROKEN, ids=[name for name, _ in BROKEN])
def test_a_broken_feed_is_read_or_refused_within_a_second(name: str, body: bytes) -> None:
    del name
    started = time.process_time()
    parsed = parse_feed(body, BASE)
    assert time.process_time() - started < 1
    assert_sound(parsed)


@pytest.mark.parametrize(("name", "body"), BROKEN, ids=[name for name, _ in BROKEN])
def test_a_broken_feed_is_left_to_the_tolerant_parser_unless_both_read_it_alike(
    name: str, body: bytes
) -> None:
    parsed, tolerant = parse_feed(body, BASE), read_tolerant(body)
    if name in NO_FEEDS:
        assert parsed is None
        return
    assert parsed is not None
    assert tolerant is not None
    assert told(parsed) == told(build_feed(tolerant, BASE))
    assert len(parsed.entries) == BROKEN_ENTRIES.get(name, 1)
    assert (parsed.parser == "fast") is (name in UNHARMED)


# What holds no entry that anybody could read.
NO_FEEDS = {
    *(f"cut at {number}" for number in range(1, 6)),
    *("a page", "an error", "a list", "nothing", "spaces", "a number", "an svg", "a sitemap"),
    *("bytes", "a picture", "a lone surrogate"),
}
# What is odd and still XML without a fault.
UNHARMED = {
    *("no channel", "space before the declaration", "no declaration", "unbound prefix"),
    *("no link", "relative link", "script link", "file link", "empty date", "entities"),
    *("same keys", "a long title", "right to left", "comments", "processing"),
    "a byte order mark",
}
# In what is left of it no entry has begun.
BROKEN_ENTRIES = {f"cut at {number}": 0 for number in range(6, 9)}


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


@dataclass(frozen=True, slots=True)
class Written:
    """What a generated entry says, and whether it has an id beside its address."""

    number: int
    title: str
    summary: str
    paragraphs: list[str]
    moment: datetime
    has_id: bool

    @property
    def url(self) -> str:
        return f"https://news.example/{self.number}"

    @property
    def html(self) -> str:
        return "".join(f"<p>{escape(one)}</p>" for one in self.paragraphs)


def as_rss(entries: list[Written]) -> bytes:
    return rss(
        *(
            f"<item><title>{escape(one.title)}</title><link>{one.url}</link>"
            f"{f'<guid>id-{one.number}</guid>' if one.has_id else ''}"
            f"<pubDate>{one.moment:%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
            f"<description>{escape(one.summary)}</description>"
            f"<content:encoded>{escape(one.html)}</content:encoded></item>"
            for one in entries
        )
    )


def as_atom(entries: list[Written]) -> bytes:
    return atom(
        *(
            f"<entry>{f'<id>id-{one.number}</id>' if one.has_id else ''}"
            f"<title>{escape(one.title)}</title><link href='{one.url}'/>"
            f"<updated>{one.moment.isoformat()}</updated><summary>{escape(one.summary)}</summary>"
            f"<content type='html'>{escape(one.html)}</content></entry>"
            for one in entries
        )
    )


def as_rdf(entries: list[Written]) -> bytes:
    return rdf(
        *(
            f"<description>{escape(one.summary)}</description>"
            f"<dc:date>{one.moment.isoformat()}</dc:date>"
            f"<content:encoded>{escape(one.html)}</content:encoded>"
            for one in entries
        )
    )


def as_json(entries: list[Written]) -> bytes:
    items = [
        {
            **({"id": f"id-{one.number}"} if one.has_id else {}),
            "title": one.title,
            "url": one.url,
            "summary": one.summary,
            "content_html": one.html,
            "date_published": one.moment.isoformat(),
        }
        for one in entries
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Musterblatt", "items": items}
    return json.dumps(feed).encode()


WRITTEN = st.lists(
    st.builds(
        Written, st.just(0), TEXTS, TEXTS, st.lists(TEXTS, min_size=1), MOMENTS, st.booleans()
    ),
    min_size=1,
    max_size=5,
).map(lambda entries: [replace(one, number=n) for n, one in enumerate(entries, start=1)])


@pytest.mark.parametrize("write", [as_rss, as_atom, as_rdf, as_json])
@given(written=WRITTEN)
def test_what_is_written_into_a_feed_is_read_from_it(
    write: Callable[[list[Written]], bytes], written: list[Written]
) -> None:
    body = write(written)
    parsed = parse_feed(body, BASE)
    assert parsed is not None
    for entry, one in zip(parsed.entries, written, strict=True):
        content = "\n\n".join(plain(part) for part in one.paragraphs)
        summary = plain(one.summary)
        begins = "".join(content.split()).startswith("".join(summary.split()))
        assert entry.content == content
        assert entry.summary == (content if begins else summary)
        assert (entry.url, entry.published) == (one.url, one.moment)
        assert entry.key == (f"id-{one.number}" if one.has_id and write is not as_rdf else one.url)
        if write is not as_rdf:
            assert entry.title == plain(one.title)[:300]


@pytest.mark.parametrize("write", [as_rss, as_atom])
@given(written=WRITTEN)
def test_both_parsers_read_a_generated_feed_alike(
    write: Callable[[list[Written]], bytes], written: list[Written]
) -> None:
    body = write(written)
    fast, tolerant = read_fast(body), read_tolerant(body)
    assert fast is not None
    assert tolerant is not None
    assert told(build_feed(fast, BASE)) == told(build_feed(tolerant, BASE))
    parsed = parse_feed(body, BASE)
    assert parsed is not None
    assert parsed.parser == "fast"


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
        (one.key, one.title, one.url, one.summary, one.content, one.published, one.updated)
        for one in parsed.entries
    ]


def plain(text: str) -> str:
    return " ".join(clean_characters(text).split())
