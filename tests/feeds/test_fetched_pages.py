from __future__ import annotations

import asyncio
import gzip
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from feeds.loopback import Names, Site, open_site
from feeds.newsroom import LOOPBACK, PARAGRAPHS, hostile_rules, page

from bot.core.feeds import FeedTrouble
from bot.dialogue.source_words import sentence_for, words_for
from bot.sources.web.answers import Failed
from bot.sources.web.fetching import Fetcher
from bot.sources.web.headers import wishes_of
from bot.sources.web.pages import Page, PageReader, read_page
from bot.sources.web.paywall import is_paywalled, without_invitation
from bot.sources.web.robots import Robots
from bot.sources.web.tracking import page_key, without_tracking

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.sources.sandbox import Sandbox

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
URL = "https://news.example/a"


def read(html: str, *, url: str = URL) -> Page:
    found = read_page(html.encode(), url=url, charset="utf-8")
    assert isinstance(found, Page)
    return found


def test_a_page_gives_its_article_alone() -> None:
    head = (
        '<meta property="og:site_name" content="Musterblatt">'
        '<meta property="article:published_time" content="2026-01-04T10:00:00+01:00">'
        '<link rel="canonical" href="https://news.example/politik/a">'
    )
    found = read(page(head=head), url=f"{URL}?utm_campaign=x")
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert (found.title, found.outlet) == ("Neue Brücke über die Aue", "Musterblatt")
    assert found.url == "https://news.example/politik/a"
    assert found.published is not None
    assert str(found.published.on) == "2026-01-04"


LISTED = "<ul>" + "".join(f"<li><a href='{n}.pdf'>{n}.pdf</a></li>" for n in range(40)) + "</ul>"


@pytest.mark.parametrize(
    "heading",
    [
        "Index of /pub/docs",
        "Index of /",
        "Directory listing for /pub/",
        "Directory Listing For [/pub/]",
        "Directory: /pub/",
        "Index of /pub - Apache",
        "Index of ftp.example/pub/",
    ],
)
def test_the_listing_of_a_folder_is_no_article(heading: str) -> None:
    html = f"<html><head><title>{heading}</title></head><body><h1>{heading}</h1>{LISTED}</body>"
    assert read_page(html.encode(), url=URL, charset="utf-8") == Failed("listing")


def test_the_listing_of_a_windows_server_is_no_article() -> None:
    html = f"<title>news.example - /pub/</title><A HREF='/'>[To Parent Directory]</A>{LISTED}"
    assert read_page(html.encode(), url=URL, charset="utf-8") == Failed("listing")


@pytest.mark.parametrize(
    "title",
    [
        "Index of industrial production falls",
        "Index of leading indicators rises 1/2 percent",
        "Index of AI/ML",
        "Verzeichnis der Denkmäler wächst",
        "Directory: who leads the city",
    ],
)
def test_an_article_about_an_index_is_one(title: str) -> None:
    assert read(page(title=title)).title == title


@pytest.mark.parametrize(
    "canonical",
    ["https://other.example/a", "https://news.example/", "javascript:alert(1)", "file:///etc/x"],
)
def test_a_page_cannot_give_another_site_as_its_address(canonical: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{canonical}">')).url == URL


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"isAccessibleForFree": false}</script>',
        '<script type="application/ld+json">{"isAccessibleForFree":"False"}</script>',
        '<meta property="article:content_tier" content="locked">',
        '<meta content="metered" property="article:content_tier">',
    ],
)
def test_a_page_that_says_it_is_closed_is_a_teaser(head: str) -> None:
    assert read(page(head=head)).extent == "teaser"


@pytest.mark.parametrize(
    "invitation",
    [
        "Sie haben bereits ein Abo?",
        "Jetzt abonnieren und weiterlesen",
        "Weiterlesen mit Musterblatt Plus",
        "Dieser Artikel ist exklusiv für Abonnenten.",
        "Subscribe to continue reading",
        "Already a subscriber? Log in",
    ],
)
def test_a_text_that_ends_in_an_invitation_is_a_teaser_without_it(invitation: str) -> None:
    found = read(page(*PARAGRAPHS, invitation))
    assert found.extent == "teaser"
    assert invitation not in found.text


def test_an_article_about_subscriptions_is_none() -> None:
    text = "Wer hier abonnieren will, zahlt mehr. " + "Das sagt der Verlag in Musterhausen. " * 60
    assert not is_paywalled("", text)
    assert without_invitation(text) == text


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (f"{URL}?utm_source=x&utm_medium=y&id=7", f"{URL}?id=7"),
        (f"{URL}?fbclid=x", URL),
        (f"{URL}?wt_zmc=x&xtor=y&at_medium=z", URL),
        (f"{URL}#kommentare", URL),
        (f"{URL}?cid=42", f"{URL}?cid=42"),
        (f"{URL}?q=a%20b&x=", f"{URL}?q=a%20b&x="),
        (f"{URL}?q=a%20b&utm_source=x&r=Köln:1", f"{URL}?q=a%20b&r=Köln:1"),
        (f"{URL}?utm%5Fsource=x&a", f"{URL}?a"),
    ],
)
def test_what_share_buttons_hang_on_an_address_is_taken_away(given: str, left: str) -> None:
    assert without_tracking(given) == left
    assert without_tracking(left) == left


def test_addresses_of_one_page_have_one_key() -> None:
    same = [
        "https://www.news.example/a/?b=1&c=2",
        "http://news.example/a?c=2&b=1&utm_source=x",
        "https://NEWS.example:443/a?b=1&c=2#d",
    ]
    assert len({page_key(url) for url in same}) == 1
    others = ["https://news.example/a?b=1", "https://news.example:8080/a?b=1&c=2"]
    assert len({page_key(url) for url in (same[0], *others)}) == 3


@pytest.mark.parametrize(
    ("headers", "retry_after", "max_age"),
    [
        ({"Retry-After": "120"}, 120, 0),
        ({"Retry-After": "Mon, 05 Jan 2026 07:00:00 GMT"}, 3600, 0),
        ({"Retry-After": "Mon, 05 Jan 2026 05:00:00 GMT"}, 0, 0),
        ({"Retry-After": "bald"}, 0, 0),
        ({"Retry-After": "9" * 10}, 31 * 86_400, 0),
        ({"Cache-Control": "public, max-age=300"}, 0, 300),
        ({"Cache-Control": "max-age=300, no-cache"}, 0, 0),
        ({"Cache-Control": "no-store, max-age=300"}, 0, 0),
        ({"Cache-Control": "max-age=300, must-revalidate"}, 0, 300),
        ({"Expires": "Mon, 05 Jan 2026 06:10:00 GMT"}, 0, 600),
        ({"Cache-Control": "max-age=60", "Expires": "Mon, 05 Jan 2026 06:10:00 GMT"}, 0, 60),
        ({}, 0, 0),
    ],
)
def test_when_a_server_wants_to_be_asked_again(
    headers: dict[str, str], retry_after: int, max_age: int
) -> None:
    wishes = wishes_of(headers, NOW)
    assert (wishes.retry_after, wishes.max_age) == (retry_after, max_age)


def ask(
    sandbox: Sandbox, path: str, prepare: Callable[[Site], None]
) -> tuple[Page | Failed, list[str]]:
    async def live() -> tuple[Page | Failed, list[str]]:
        async with (
            open_site() as site,
            Fetcher(now=lambda: NOW, allowed=LOOPBACK, resolver=Names()) as fetcher,
        ):
            prepare(site)
            reader = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=lambda: NOW))
            found = await reader.read(site.url(path, "news.example"))
            return found, [request.path for request in site.requests]

    return asyncio.run(live())


class Asker:
    """Asks a site of two names, with a clock of its own."""

    def __init__(self, site: Site, fetcher: Fetcher, sandbox: Sandbox) -> None:
        self.site = site
        self.now = NOW
        self.fetcher = fetcher
        self.pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=lambda: self.now))

    async def fetch(self, path: str, host: str = "busy.example") -> str:
        answer = await self.fetcher.fetch(self.site.url(path, host))
        return answer.reason if isinstance(answer, Failed) else "fetched"


def converse(sandbox: Sandbox, act: Callable[[Asker], Awaitable[None]]) -> None:
    async def live() -> None:
        def now() -> datetime:
            return asker.now

        async with (
            open_site() as site,
            Fetcher(now=now, allowed=LOOPBACK, resolver=Names()) as fetcher,
        ):
            asker = Asker(site, fetcher, sandbox)
            await act(asker)

    asyncio.run(live())


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_is_busy_is_not_asked_for_anything_until_it_wants_to_be(
    sandbox: Sandbox, status: int
) -> None:
    async def act(asker: Asker) -> None:
        asker.site.say("/a", "", status, retry_after="3600")
        asker.site.say("/b", "b")
        assert await asker.fetch("/a") == "busy"
        asker.now += timedelta(minutes=59)
        assert await asker.fetch("/b") == "busy"
        assert await asker.fetch("/b", "other.example") == "fetched"
        assert [request.host for request in asker.site.requests] == [
            "busy.example",
            "other.example",
        ]
        asker.now += timedelta(minutes=1)
        assert await asker.fetch("/b") == "fetched"

    converse(sandbox, act)


def test_who_waits_for_a_host_while_it_becomes_busy_does_not_ask_it(sandbox: Sandbox) -> None:
    async def act(asker: Asker) -> None:
        asker.site.say("/a", "", 429, retry_after="3600")
        answers = await asyncio.gather(*(asker.fetch("/a") for _ in range(10)))
        assert answers == ["busy"] * 10
        assert len(asker.site.requests) == 2

    converse(sandbox, act)


def test_where_a_redirect_leads_to_is_what_is_busy(sandbox: Sandbox) -> None:
    async def act(asker: Asker) -> None:
        asker.site.say("/there", "", 302, location=asker.site.url("/a", "busy.example"))
        asker.site.say("/a", "", 503, retry_after="3600")
        asker.site.say("/b", "b")
        assert await asker.fetch("/there", "other.example") == "busy"
        assert await asker.fetch("/b") == "busy"
        assert await asker.fetch("/there", "other.example") == "busy"
        assert [request.path for request in asker.site.requests] == ["/there", "/a", "/there"]
        assert await asker.fetch("/b", "other.example") == "fetched"

    converse(sandbox, act)


def test_a_busy_robots_txt_is_asked_again_when_it_wants_to_be(sandbox: Sandbox) -> None:
    async def act(asker: Asker) -> None:
        async def read(*, after: timedelta) -> tuple[bool, int]:
            asker.now += after
            found = await asker.pages.read(asker.site.url("/a", "busy.example"))
            return isinstance(found, Page), len(asker.site.requests)

        asker.site.say("/robots.txt", "", 429, retry_after="7200")
        asker.site.say("/a", page(), content_type="text/html")
        assert await read(after=timedelta()) == (False, 1)
        assert await read(after=timedelta(minutes=119)) == (False, 1)
        asker.site.say("/robots.txt", "", 404)
        assert await read(after=timedelta(minutes=1)) == (True, 3)

    converse(sandbox, act)


@pytest.mark.parametrize(
    ("rules", "status", "fault"),
    [
        ("User-agent: *\nDisallow: /", 200, Failed("robots")),
        ("User-agent: Morgenlage\nDisallow: /a", 200, Failed("robots")),
        ("User-agent: Morgenlage\nAllow: /\n\nUser-agent: *\nDisallow: /", 200, None),
        ("User-agent: *\nDisallow: /*.pdf$", 200, None),
        ("", 404, None),
        ("", 403, None),
        ("", 500, Failed("status", 500)),
        ("", 429, Failed("busy", 429)),
    ],
)
def test_robots_txt_is_respected(
    sandbox: Sandbox, rules: str, status: int, fault: Failed | None
) -> None:
    def prepare(site: Site) -> None:
        site.say("/robots.txt", rules, status, content_type="text/plain")
        site.say("/a", page(), content_type="text/html")

    found, asked = ask(sandbox, "/a", prepare)
    assert ("/a" in asked) is (fault is None)
    assert isinstance(found, Page) if fault is None else found == fault


def test_rules_that_take_too_much_close_the_site_and_not_the_bot(sandbox: Sandbox) -> None:
    def prepare(site: Site) -> None:
        site.say("/robots.txt", hostile_rules(), content_type="text/plain")
        site.say("/a", page(), content_type="text/html")

    found, asked = ask(sandbox, "/a", prepare)
    assert found == Failed("broken")
    assert asked == ["/robots.txt"]


@pytest.mark.parametrize("packing", [None, "gzip"])
@pytest.mark.parametrize(("path", "fault"), [("/a", Failed("robots")), ("/b", None)])
def test_of_a_long_robots_txt_the_first_500_kibibytes_count(
    sandbox: Sandbox, packing: str | None, path: str, fault: Failed | None
) -> None:
    """What stands there whole, that is: "Disallow: /b" may be the half of "Disallow: /b/c"."""
    head = "User-agent: *\nDisallow: /a\n"
    half = "\nDisallow: /b"
    rules = head + "#" * (500 * 1024 - len(head) - len(half)) + half + "/c\nDisallow: /\n"
    body = (rules + "#" * 1_000_000).encode()

    def prepare(site: Site) -> None:
        packed = gzip.compress(body) if packing else body
        site.say("/robots.txt", packed, content_type="text/plain", content_encoding=packing)
        site.say(path, page(), content_type="text/html")

    found, _ = ask(sandbox, path, prepare)
    assert isinstance(found, Page) if fault is None else found == fault


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        ("%PDF-1.7", "application/pdf", "not a page"),
        ("{}", "application/json", "not a page"),
        ("<html><body></body></html>", "text/html", "no text"),
        ("", "text/html", "no text"),
    ],
)
def test_what_is_no_page_is_named(sandbox: Sandbox, body: str, kind: str, reason: str) -> None:
    found, _ = ask(sandbox, "/a", lambda site: site.say("/a", body, content_type=kind))
    assert isinstance(found, Failed)
    assert found.reason == reason


def test_every_reason_has_words_in_both_languages() -> None:
    reasons = """address,scheme,userinfo,private,unreachable,certificate,redirects,encoding,gone,
        too slow,too large,not found,forbidden,busy,status,robots,not a feed,not a page,no text,
        broken,before,old,same""".replace("\n", "").split(",")
    for reason in map(str.strip, reasons):
        german, english = words_for(reason, "de"), words_for(reason, "en")
        assert len({reason, german, english}) == 3


def test_the_sentence_of_the_footer_is_plain() -> None:
    trouble = FeedTrouble("a", "Beispielfeed", "failing", NOW - timedelta(days=1), NOW, "too slow")
    assert sentence_for(trouble, "de", now=NOW) == (
        "Quelle gestört: Beispielfeed seit gestern – der Server braucht zu lange."
    )
    assert sentence_for(trouble, "en", now=NOW + timedelta(days=2)) == (
        "Source failing: Beispielfeed for 3 days – the server takes too long."
    )
