"""Files that are saved from the page, and whether they prove what they say."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from bot.core.cards import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Callable

    from web_visitor import Served

    from bot.library import Library

ATOM = {"a": "http://www.w3.org/2005/Atom"}
KINDS = ("md", "json", "html")


def card_path(page: Served) -> str:
    got = page.visitor().say("/briefing stargate")
    return got.tree.xpath("//p[@class='saves']/a/@href")[0].rpartition(".")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_is_saved_the_same_each_time(
    page: Served, open_page: Callable[..., Served], kind: str
) -> None:
    first = page.visitor().get(f"{card_path(page)}.{kind}")
    again = open_page().visitor().get(f"{card_path(page)}.{kind}")
    assert first.status == 200
    assert first.body == again.body
    assert first.headers["Content-Disposition"].endswith(f'.{kind}"')


def test_every_span_of_a_saved_card_can_be_checked(page: Served, seed_library: Library) -> None:
    card = json.loads(page.visitor().get(f"{card_path(page)}.json").body)
    texts = {}
    for one in card["evidence"]["articles"]:
        text = seed_library.reading(one["id"]).article.text
        assert hashlib.sha256(text.encode()).hexdigest() == one["sha256"]
        assert len(text) == one["characters"]
        texts[one["id"]] = text
    points = [*card["lead"], *card["facts"], *(voice["point"] for voice in card["voices"])]
    assert points
    for point in points:
        cut = [texts[span["article"]][span["start"] : span["end"]] for span in point["spans"]]
        assert ELLIPSIS.join(cut) == point["text"]


def test_a_saved_page_needs_nothing_else(page: Served) -> None:
    got = page.visitor().get(f"{card_path(page)}.html")
    assert not got.tree.xpath("//@src | //link/@href")
    data = json.loads(got.tree.xpath("//script[@type='application/json']/text()")[0])
    assert data["topic"]["name"] == "Stargate"
    assert "Kurz gesagt" in got.words("//h2")


@pytest.mark.parametrize("kind", KINDS)
def test_the_digest_of_a_day_is_saved(page: Served, kind: str) -> None:
    got = page.visitor().get(f"/digest/2025-01-24.{kind}")
    assert got.status == 200
    assert "Stargate" in got.text


def test_another_kind_of_file_does_not_exist(page: Served) -> None:
    assert page.visitor().get("/digest/2025-01-24.exe").status == 404


def test_the_feed_holds_the_latest_digests(page: Served) -> None:
    first, again = (page.visitor().get("/feed.atom?language=de") for _ in range(2))
    assert first.body == again.body
    tree = etree.fromstring(first.body)
    entries = tree.findall("a:entry", ATOM)
    assert 5 <= len(entries) <= 10
    moments = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert tree.findtext("a:updated", namespaces=ATOM) == moments[0]
    assert entries[0].findtext("a:title", namespaces=ATOM).startswith("Morgenlage am ")
    link = entries[0].find("a:link", ATOM).get("href")
    assert page.visitor().get(link.removeprefix(page.address)).status == 200


def test_the_feed_speaks_the_language_that_is_asked_for(page: Served) -> None:
    tree = etree.fromstring(page.visitor().get("/feed.atom?language=en").body)
    titles = [entry.findtext("a:title", namespaces=ATOM) for entry in tree.findall("a:entry", ATOM)]
    assert titles
    assert not [title for title in titles if "Neues" in title or " am " in title]


def test_the_feed_tells_nothing_of_what_people_follow(page: Served) -> None:
    visitor = page.visitor()
    before = visitor.get("/feed.atom").body
    visitor.say("/digest folgen nvidia")
    assert visitor.get("/feed.atom").body == before
