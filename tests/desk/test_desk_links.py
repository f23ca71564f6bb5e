"""Links that people send: who may add a page, and what they are told."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest
from feeds.loopback import Site, open_site
from feeds.newsroom import page

from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.links import Links, PageAdded, PageRefused
from bot.desk.people import Asker, Place
from bot.dialogue.answers import CardAnswer
from bot.keeping import open_links, open_stock
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.settings import Settings
from bot.sources.identity import build_article
from bot.sources.metadata import Metadata
from bot.sources.web.lending import PageLender
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.core.models import Language
    from bot.desk.links import LinksFrom
    from bot.desk.replies import Reply
    from bot.store import Store

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
URL = "https://news.example/a"
TEXT = (
    (
        "Die Lufthansa streicht in den kommenden Jahren 3.000 Stellen. Das teilte die Lufthansa am "
        "Montag in Frankfurt mit."
    ),
    (
        "Konzernchef Carsten Spohr nannte den Schritt der Lufthansa schmerzhaft. Die Gewerkschaft "
        "Verdi kündigte Widerstand gegen die Lufthansa an."
    ),
)
TITLE = "Lufthansa streicht Stellen"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


def asker(*, may_plan: bool = True, language: Language = "de", managers: str = "") -> Asker:
    place = Place("slack", "T1", "D1", direct=True)
    return Asker(place, "U1", language, may_plan=may_plan, managers=managers)


def library() -> Library:
    lemmatiser = DictionaryLemmatiser(None)
    lemmatiser.build()
    return Library(lemmatiser)


class Pages:
    """Adds the one page to a library, or refuses it."""

    def __init__(self, shelf: Library, refused: PageRefused | None = None) -> None:
        self.asked: list[str] = []
        self._shelf = shelf
        self._refused = refused

    def __call__(self, url: str) -> PageAdded | PageRefused:
        self.asked.append(url)
        if self._refused:
            return self._refused
        lemmatiser = DictionaryLemmatiser(None)
        lemmatiser.build()
        article = build_article(Metadata(id="a", url=url), "\n\n".join(TEXT), TITLE)
        self._shelf.add(Reader(lemmatiser, tagger=WeightedTagger()).reading(article))
        return PageAdded("a", TITLE)


def sent(
    store: Store, who: Asker, *, senders: LinksFrom = "planners", refused: PageRefused | None = None
) -> tuple[Reply, list[str]]:
    shelf = library()
    pages = Pages(shelf, refused)
    desk = Desk(shelf, store, clock=lambda: NOW, links=Links(senders, pages))
    return desk.answer(f"schau mal {URL}", who), pages.asked


def shown(reply: Reply) -> str:
    return "\n".join(part.outline.title.text for part in reply.parts)


def sources_of(reply: Reply) -> str:
    sections = [section for part in reply.parts for section in part.outline.sections]
    return "\n".join(
        line.text for section in sections if section.kind == "sources" for line in section.lines
    )


def test_a_link_is_answered_with_the_card_that_cites_its_article(store: Store) -> None:
    reply, asked = sent(store, asker())
    assert asked == [URL]
    assert isinstance(reply.answer, CardAnswer)
    assert reply.answer.card.name == "Lufthansa"
    assert [source.url for source in reply.answer.card.sources] == [URL]


@pytest.mark.parametrize(
    ("senders", "may_plan", "added"),
    [
        ("nobody", True, False),
        ("planners", True, True),
        ("planners", False, False),
        ("everyone", False, True),
    ],
)
def test_only_those_whom_the_setting_names_add_pages(
    store: Store, senders: LinksFrom, *, may_plan: bool, added: bool
) -> None:
    reply, asked = sent(store, asker(may_plan=may_plan), senders=senders)
    assert bool(asked) is added
    assert isinstance(reply.answer, CardAnswer) is added


def test_who_plans_for_themselves_alone_adds_no_pages_for_all(store: Store) -> None:
    reply, asked = sent(store, replace(asker(may_plan=True), for_self=True))
    assert asked == []
    assert not isinstance(reply.answer, CardAnswer)


def test_who_may_not_is_told_whom_to_ask(store: Store) -> None:
    reply, _ = sent(store, asker(may_plan=False, managers="@anna"))
    assert (
        shown(reply)
        == "Seiten aufnehmen darf, wer den Digest eines Kanals planen darf. Frag @anna."
    )


@pytest.mark.parametrize(
    ("reason", "german", "english"),
    [
        ("private", "ein Netz, das nicht öffentlich ist", "a network that is not public"),
        ("paywall", "nur gegen Bezahlung", "only for those who pay"),
        ("robots", "nicht von Programmen gelesen", "does not want to be read by programs"),
        ("no text", "es steht kein Text darin", "there is no text in it"),
        ("not a page", "steht keine Seite mit Text", "there is no page with text"),
        ("too large", "zu groß", "too large"),
        ("too slow", "braucht zu lange", "takes too long"),
    ],
)
def test_a_refusal_says_why_in_both_languages(
    store: Store, reason: str, german: str, english: str
) -> None:
    refused = PageRefused(reason)
    assert german in shown(sent(store, asker(), refused=refused)[0])
    assert english in shown(sent(store, asker(language="en"), refused=refused)[0])


def test_without_a_reader_of_pages_the_command_is_named(store: Store) -> None:
    desk = Desk(library(), store, clock=lambda: NOW)
    assert "briefing add URL" in shown(desk.answer(URL, asker()))


def test_a_link_becomes_a_card_by_way_of_the_web_and_the_store(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    networks = (ip_network("127.0.0.0/8"),)
    settings = Settings(articles=(tmp_path / "none",), networks=networks)
    stock = open_stock(settings, store)
    links = open_links(settings, store, stock, lender=PageLender())
    desk = Desk(stock.library, store, clock=lambda: NOW, links=links)
    with served() as site:
        site.say("/a", page(*TEXT, title=TITLE), content_type="text/html")
        site.say("/picture", b"\x89PNG", content_type="image/png")
        site.say("/robots.txt", "User-agent: *\nDisallow: /secret")
        reply = desk.answer(f"<{site.url('/a')}|Lesetipp>", asker())
        assert isinstance(reply.answer, CardAnswer), shown(reply)
        assert reply.answer.card.name == "Lufthansa"
        assert reply.answer.card.sources[0].url == site.url("/a")
        assert "nur Anfang" not in sources_of(reply)
        closed = '<meta property="article:content_tier" content="locked">'
        site.say("/b", page(*TEXT[:1], title=TITLE, head=closed), content_type="text/html")
        assert ", nur Anfang" in sources_of(desk.answer(site.url("/b"), asker()))
        assert "keine Seite mit Text" in shown(desk.answer(site.url("/picture"), asker()))
        assert "robots.txt" in shown(desk.answer(site.url("/secret"), asker()))
        assert not site.asked("/secret")
    assert "nicht öffentlich" in shown(desk.answer("http://10.0.0.1/a", asker()))


class served:  # noqa: N801 - used like a function
    """The site of a test on an event loop of its own, since the desk is called from outside it."""

    def __enter__(self) -> Site:
        self._loop = asyncio.new_event_loop()
        self._opened = open_site()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        return asyncio.run_coroutine_threadsafe(self._opened.__aenter__(), self._loop).result(10)

    def __exit__(self, *_: object) -> None:
        closing = self._opened.__aexit__(None, None, None)
        asyncio.run_coroutine_threadsafe(closing, self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
