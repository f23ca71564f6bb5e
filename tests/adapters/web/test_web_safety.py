"""What articles, other sites and strangers cannot do on the page."""

from __future__ import annotations

import base64
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from builders import article
from web_visitor import NOW, Got

from bot.adapters.web.config import WebConfig, check_config, is_loopback
from bot.adapters.web.ports import Preview, SourceState, Surroundings
from bot.core.feeds import Feed, FeedHealth, FeedsReport
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from web_visitor import Served

    from bot.library import Library

TOKEN = "correct-horse-battery"
PAGES = ("/", "/topics", "/digest?date=2025-01-24", "/status", "/none", "/suggest?typed=x")
EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "</title></textarea></style></template><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    '" onmouseover="alert(1)" style="position:fixed',
    "{{ 7*7 }}{% raw %}",
    "<a href='data:text/html,x'>x</a>",
)


def hostile() -> tuple:
    """Articles in which headline, outlet, address and every sentence attack."""
    return tuple(
        article(
            f"Der Konzern Bosheit {evil} stellt am Dienstag 500 Millionen Euro {evil} bereit. "
            f"„Das ist {evil} unser Ziel“, sagte Erna {evil} Schulz von Bosheit. "
            f"Die Firma Bosheit hat {evil} in Berlin ein Werk eröffnet.\n{evil}",
            id=f"evil-{number}-{evil[:20]}",
            title=f"Bosheit {evil} baut",
            outlet=f"Blatt {evil}",
            url="javascript:alert(1)" if number % 2 else f"https://x.example/{evil}",
            on="2025-01-23",
        )
        for number, evil in enumerate(EVIL)
    )


def dangers(got: Got) -> list[str]:
    """Everything in a page that could run, load or restyle something of somebody else's."""
    tree = got.tree
    found = [
        f"script {script.get('src')}"
        for script in tree.iter("script")
        if not (script.get("src") or "").startswith("/static/") or script.text
    ]
    found += [f"<{one.tag}>" for one in tree.iter("style", "iframe", "object", "embed", "base")]
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name.lower() in {"style", "srcdoc"}:
                found.append(f"{element.tag} {name}")
            is_address = name.lower() in {"href", "src", "action", "formaction"}
            if is_address and urlsplit(value).scheme not in {"", "http", "https"}:
                found.append(f"{element.tag} {name}={value}")
    return found


def test_no_article_can_run_load_or_restyle_anything(
    open_page: Callable[..., Served], make_library: Callable[..., Library]
) -> None:
    library = make_library(hostile())
    texts = "\n".join(EVIL)
    preview = Preview(
        "slack", ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": texts}}]},)
    )
    other = Preview("discord", ({"components": [{"type": 10, "content": texts}]},))
    around = Surroundings(
        lambda: NOW,
        previews=lambda *_: (preview, other),
        sources=lambda: (SourceState(texts, texts),),
        feeds=lambda: FeedsReport((FeedHealth(Feed(texts, texts), None),), ((texts, texts),)),
    )
    visitor = open_page(library, around).visitor()
    seen = [visitor.get(path) for path in (*PAGES[:4], "/digest?date=2025-01-24")]
    seen += [visitor.say(evil) for evil in EVIL]
    for line in library.topics():
        card = visitor.say(f"/briefing {line.name}")
        seen.append(card)
        key = card.tree.xpath("//input[@name='target']/@value")
        seen += [visitor.get(f"/cards/{one}") for one in set(key) if len(one) == 16]
        seen += [
            visitor.post("/press", {"action": action, "target": key[0], "label": EVIL[0]})
            for action in ("evidence", "more", "down")
            if key
        ]
        seen.append(visitor.get(f"/topics/{line.slug}"))
    assert len(seen) > 30
    assert "alert(1)" in seen[-1].text
    assert [danger for got in seen for danger in dangers(got)] == []


def test_the_search_for_dangers_finds_them() -> None:
    body = b"<p onclick=x style=y><script>1</script><a href=' javascript:x'>x</a><style></style>"
    assert len(dangers(Got(200, {}, body))) == 5


def test_exported_files_run_nothing(
    open_page: Callable[..., Served], make_library: Callable[..., Library]
) -> None:
    visitor = open_page(make_library(hostile())).visitor()
    visitor.get("/digest?date=2025-01-24")
    for path in ("/digest/2025-01-24.html", "/feed.atom", "/topics/bosheit/timeline.svg"):
        got = visitor.get(path)
        if got.status == 404:
            continue
        assert "sandbox" in got.headers["Content-Security-Policy"]
        assert "<script>alert" not in got.text
        assert "<img src=x" not in got.text


@pytest.mark.parametrize("path", PAGES)
def test_every_response_forbids_what_is_not_ours(page: Served, path: str) -> None:
    headers = page.visitor().get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Server" not in headers


@pytest.mark.parametrize("path", ["/say", "/press", "/complain", "/language", "/login"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "", "Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_a_post_from_another_site_changes_nothing(
    page: Served, path: str, headers: dict[str, str]
) -> None:
    visitor = page.visitor()
    form = {"text": "/digest folgen deepseek", "language": "en", "action": "ask", "target": "xAI"}
    assert visitor.post(path, form, **headers).status == 403
    assert "DeepSeek" not in visitor.say("/digest status").words()
    assert visitor.get("/").tree.get("lang") == "de"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil", ""]
)
def test_a_name_that_is_not_ours_is_not_answered(page: Served, host: str) -> None:
    """DNS rebinding: the browser believes to talk to somebody else."""
    place = urlsplit(page.address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as wire:
        wire.sendall(f"GET /topics HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := wire.recv(65536):
            answer += piece
    assert b"Stargate" not in answer
    assert answer.split()[1] in {b"421", b"400"}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:99", "[::1]:8765", "news.example"])
def test_our_own_names_are_answered(open_page: Callable[..., Served], host: str) -> None:
    page = open_page(hosts=("News.example",))
    assert page.visitor().get("/topics", Host=host).status == 200


def test_a_form_of_another_kind_is_refused(page: Served) -> None:
    got = page.visitor().ask(
        "POST", "/say", None, {"Origin": page.address, "Content-Type": "text/plain"}
    )
    assert got.status in {200, 400}
    assert "Stargate" not in got.words("//h2")


ANYWHERE = "0.0.0.0"  # noqa: S104 - what must be refused


@pytest.mark.parametrize("host", [ANYWHERE, "::", "192.0.2.1", "example.org"])
def test_open_to_others_without_a_token_it_does_not_start(host: str) -> None:
    with pytest.raises(SettingsError, match="BRIEFING_WEB_TOKEN"):
        check_config(WebConfig(host=host))
    check_config(WebConfig(host=host, token=TOKEN))
    check_config(WebConfig(host=host, proxy_header="X-Forwarded-User"))


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(SettingsError, match="at least 16"):
        check_config(WebConfig(host=ANYWHERE, token="secret"))


def test_a_wrong_network_is_named() -> None:
    with pytest.raises(SettingsError, match="web_proxies"):
        check_config(WebConfig(proxies=("10.0.0.0/99",)))


@pytest.mark.parametrize(
    ("host", "inside"),
    [("127.0.0.9", True), ("::1", True), ("localhost", True), ("10.0.0.1", False)],
)
def test_loopback_is_told_from_the_rest(host: str, inside: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) is inside


def test_with_a_token_nothing_is_shown_without_it(open_page: Callable[..., Served]) -> None:
    page = open_page(token=TOKEN)
    visitor = page.visitor(Accept="*/*")
    for path in ("/", "/topics", "/topics/stargate", "/status", "/metrics", "/feed.atom", "/none"):
        assert visitor.get(path).status == 401, path
    assert visitor.post("/say", {"text": "/briefing stargate"}).status == 401
    assert visitor.get("/healthz").status == 200


def test_a_browser_is_led_to_the_form_and_in(open_page: Callable[..., Served]) -> None:
    visitor = open_page(token=TOKEN).visitor()
    assert visitor.get("/topics").headers["Location"] == "/login"
    assert visitor.get("/login").status == 200
    assert visitor.post("/login", {"token": "wrong"}).status == 401
    assert visitor.post("/login", {"token": TOKEN}).headers["Location"] == "/"
    assert visitor.get("/topics").status == 200
    assert TOKEN not in str(visitor.cookies)


def test_the_pass_of_one_browser_is_no_good_in_another(open_page: Callable[..., Served]) -> None:
    page = open_page(token=TOKEN)
    one, other = page.visitor(), page.visitor()
    one.post("/login", {"token": TOKEN})
    other.get("/login")
    other.cookies["morgenlage-pass"] = one.cookies["morgenlage-pass"]
    assert other.get("/topics").status == 303


def test_a_new_token_shuts_out_old_passes(open_page: Callable[..., Served]) -> None:
    visitor = open_page(token=TOKEN).visitor()
    visitor.post("/login", {"token": TOKEN})
    renewed = open_page(token=TOKEN[::-1])
    visitor.address = renewed.address
    assert visitor.get("/topics").status == 303


@pytest.mark.parametrize(
    "header",
    [f"Bearer {TOKEN}", "Basic " + base64.b64encode(f"prometheus:{TOKEN}".encode()).decode()],
)
def test_machines_bring_the_token_along(open_page: Callable[..., Served], header: str) -> None:
    visitor = open_page(token=TOKEN).visitor(Accept="*/*")
    assert visitor.get("/metrics", Authorization=header).status == 200


@pytest.mark.parametrize("header", ["Bearer x", "Basic !!!", "Basic /w==", "Digest a", "Bearer "])
def test_a_wrong_token_is_refused(open_page: Callable[..., Served], header: str) -> None:
    visitor = open_page(token=TOKEN).visitor(Accept="*/*")
    assert visitor.get("/metrics", Authorization=header).status == 401


def test_a_proxy_that_is_trusted_names_the_person(open_page: Callable[..., Served]) -> None:
    page = open_page(proxy_header="X-Forwarded-User")
    anna = page.visitor(X_Forwarded_User="anna")
    anna.say("/digest folgen deepseek")
    again = page.visitor(X_Forwarded_User="anna")
    assert "DeepSeek" in again.say("/digest status").words()
    assert "DeepSeek" not in page.visitor(X_Forwarded_User="ben").say("/digest status").words()


def test_nobody_else_may_name_a_person(open_page: Callable[..., Served]) -> None:
    page = open_page(proxy_header="X-Forwarded-User", proxies=("192.0.2.0/24",))
    assert page.visitor(X_Forwarded_User="anna").get("/topics").status == 403
    assert page.visitor().get("/topics").status == 403


def test_cookies_are_kept_from_scripts_and_other_sites(page: Served) -> None:
    kept = page.visitor().get("/").headers["Set-Cookie"]
    assert "HttpOnly" in kept
    assert "SameSite=Lax" in kept


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/"])
def test_nothing_but_the_static_files_is_served(page: Served, path: str) -> None:
    assert page.visitor().get(path).status in {403, 404}
