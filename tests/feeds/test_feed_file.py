from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feeds import Feed
from bot.errors import SettingsError
from bot.sources.canonical import clean_line
from bot.sources.feeds.editing import add_feeds, remove_feed
from bot.sources.feeds.file import load_feeds, read_feeds
from bot.sources.feeds.opml import NoFeedList, read_opml, write_opml

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = """# Unsere Quellen

[[feed]] # die wichtigste
address = "https://news.example/feed"
outlet = "Musterblatt"
content = "full"
minutes = 30
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "config" / "feeds.toml"
    file.parent.mkdir()
    file.write_text(WRITTEN, "utf-8")
    return file


def test_feeds_are_read_as_they_are_written(path: Path) -> None:
    (feed,) = load_feeds(path)
    assert feed == Feed(
        "https://news.example/feed", "Musterblatt", None, None, "full", interval=1800
    )


def test_without_a_file_there_are_no_feeds(tmp_path: Path) -> None:
    assert load_feeds(tmp_path / "feeds.toml") == ()


def test_adding_and_removing_leaves_comments_and_order_alone(path: Path) -> None:
    new = Feed("https://zwei.example/", "Zweites Blatt", "de", "opinion", interval=600)
    assert add_feeds(path, [new, new]) == (new,)
    assert add_feeds(path, [new]) == ()
    assert load_feeds(path)[1] == new
    assert path.read_text("utf-8").startswith(WRITTEN)
    assert remove_feed(path, "zweites blatt")
    assert not remove_feed(path, "zweites blatt")
    assert path.read_text("utf-8").rstrip() == WRITTEN.rstrip()


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "feeds.toml"
    add_feeds(path, [Feed("https://news.example/")])
    assert load_feeds(path) == (Feed("https://news.example/"),)
    assert [one.name for one in path.parent.iterdir()] == ["feeds.toml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[feed]]\naddress = "ftp://x"', "feed 1, address: must be a whole address"),
        ('[[feed]]\naddress = "https://u:p@x/"', "feed 1, address: must be a whole address"),
        ("[[feed]]", "feed 1, address: is missing"),
        ('[[feed]]\naddress = "https://x/"\nminutes = 1', "feed 1, minutes: must be"),
        ('[[feed]]\naddress = "https://x/"\nkind = "satire"', "feed 1, kind: must be"),
        ('[[feed]]\nadress = "https://x/"', "did you mean 'address'?"),
        (
            '[[feed]]\naddress = "https://x/"\n' * 2,
            "feed 2, address: this address is there",
        ),
        ('[feed]\naddress = "https://x/"', "write [[feed]] with two brackets"),
        ("feeds = 1", "every feed begins with a line [[feed]]"),
        ("[[", "is not valid TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_in_a_line(path: Path, text: str, said: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_feeds(path)
    assert said in str(caught.value)


def test_one_wrong_feed_leaves_the_others_in(path: Path) -> None:
    wrong = '[[feed]]\naddress = "ftp://x"\n[[feed]]\naddress = "https://b.example/"\n'
    path.write_text(f"{WRITTEN}{wrong}minuten = 30\n", "utf-8")
    read = read_feeds(path)
    assert [feed.outlet for feed in read.feeds] == ["Musterblatt"]
    assert [where.partition(", ")[2] for where, _ in read.problems] == [
        "line 9, feed 2, address",
        "line 12, feed 3, minuten",
    ]


def test_a_line_that_is_no_toml_leaves_the_others_in_and_is_named(path: Path) -> None:
    wrong = '[[feed]]\naddress = "https://a.example/\n[[feed]]\naddress = "https://b.example/"\n'
    path.write_text(f"{WRITTEN}{wrong}", "utf-8")
    read = read_feeds(path)
    assert [feed.address for feed in read.feeds] == [
        "https://news.example/feed",
        "https://b.example/",
    ]
    ((where, reason),) = read.problems
    assert where == f"{path}, line 8, feed 2"
    assert "(at line 9, column" in reason


@pytest.mark.parametrize(
    "heading", ["[['feed']]", '[["feed"]]', "[[ 'feed' ]]", r'[["f\u0065ed"]]']
)
def test_a_quoted_heading_begins_a_feed_as_well(path: Path, heading: str) -> None:
    quoted = f'{heading}\naddress = "https://a.example/"\n'
    path.write_text(f'{WRITTEN}{quoted}[[feed]]\naddress = "https://b.example/\n', "utf-8")
    read = read_feeds(path)
    assert [feed.address for feed in read.feeds] == [
        "https://news.example/feed",
        "https://a.example/",
    ]
    assert len(read.problems) == 1


def test_what_is_wrong_above_the_first_feed_is_one_problem(path: Path) -> None:
    path.write_text(f"a = \n{WRITTEN}", "utf-8")
    read = read_feeds(path)
    assert read.feeds == ()
    assert "(at line 1," in read.problems[0][1]


def test_a_file_that_is_none_is_one_problem(path: Path) -> None:
    path.write_text("[[", "utf-8")
    read = read_feeds(path)
    assert read.feeds == ()
    assert [where for where, _ in read.problems] == [str(path)]


def test_a_list_of_another_reader_is_taken_in() -> None:
    opml = """<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
    <outline text="Ordner"><outline text="Musterblatt" type="rss" XMLURL="https://a.example/f"/>
    <outline text="nur ein Ordner"/></outline>
    <outline title="B &amp; C" text="b" xmlUrl=" https://b.example/f " language="de-DE"/>
    <outline text="noch einmal" xmlUrl="https://a.example/f"/>
    <outline text="bös" xmlUrl="file:///etc/passwd"/></body></opml>"""
    feeds, unusable = read_opml(opml.encode())
    assert feeds == (
        Feed("https://a.example/f", "Musterblatt"),
        Feed("https://b.example/f", "B & C", "de"),
    )
    assert unusable == ("file:///etc/passwd",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<rss/>",
        b"<opml><body>",
        b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>',
        b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(NoFeedList):
        read_opml(data)


OUTLETS = st.text(
    st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=1, max_size=40
).map(str.strip)


@given(
    st.lists(
        st.builds(
            Feed,
            address=st.integers(0, 99).map("https://news.example/{}?a=1&b=2".format),
            outlet=st.none() | OUTLETS.filter(lambda name: bool(name) and clean_line(name) == name),
            language=st.sampled_from(["de", "en", None]),
            kind=st.sampled_from(["report", "opinion", "background", None]),
            content=st.sampled_from(["full", "teaser"]),
            interval=st.none() | st.integers(5, 10_080).map(lambda minutes: 60 * minutes),
        ),
        max_size=5,
        unique_by=lambda feed: feed.address,
    )
)
def test_what_is_exported_is_imported_as_it_was(feeds: list[Feed]) -> None:
    read, unusable = read_opml(write_opml(feeds))
    assert unusable == ()
    assert list(read) == feeds


@pytest.mark.parametrize("minutes", ["0", "-5", "1e3", "٣٠", "99999", "999999999", ""])
def test_an_interval_that_the_file_of_feeds_does_not_allow_is_left_out(minutes: str) -> None:
    written = write_opml([Feed("https://news.example/", interval=1800)]).decode()
    assert 'minutes="30"' in written
    (feed,), _ = read_opml(written.replace('minutes="30"', f'minutes="{minutes}"').encode())
    assert feed == Feed("https://news.example/")
