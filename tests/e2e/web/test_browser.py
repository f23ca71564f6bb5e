"""The page in a real browser, served by `briefing run`: what one sees, reads out and can reach.

Run by `make e2e-web`, which brings the browser's driver. Pictures go to var/screenshots.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytest.importorskip("playwright", reason="make e2e-web installs it")
CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("no chromium on this machine", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe  # noqa: E402 - only where it is installed
from playwright.sync_api import sync_playwright  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[3]
SHOTS = ROOT / "var" / "screenshots"
UP_WITHIN = 120.0
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
LOCALES = {"de": "de-DE", "en": "en-US"}
# What axe calls them; "minor" and "moderate" are advice.
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the bot serves its page, with nothing set but where it may write."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data = tmp_path_factory.mktemp("data")
    more = {"BRIEFING_DATA": str(data), "BRIEFING_WEB_PORT": str(port)}
    program = [sys.executable, "-m", "bot", "run"]
    with (data / "log").open("wb") as log:
        bot = subprocess.Popen(program, cwd=ROOT, env=os.environ | more, stderr=log)
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/readyz", bot)
            yield f"http://127.0.0.1:{port}"
        finally:
            bot.terminate()
            assert bot.wait(15) == 0, (data / "log").read_text()


def wait_until_ready(url: str, bot: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + UP_WITHIN
    while time.monotonic() < until and bot.poll() is None:
        try:
            with urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the bot did not get ready")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def open_window(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a window; whatever its console complains of fails the test."""
    complaints: list[str] = []
    windows = []

    def open_it(language: str = "de", size: str = "wide", **more: object) -> Page:
        width, height = SIZES[size]
        window = browser.new_context(
            base_url=address,
            locale=LOCALES[language],
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            **more,
        )
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda said: note(said.type, said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    def note(kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            complaints.append(text)

    yield open_it
    for window in windows:
        window.close()
    assert complaints == []


def ask(page: Page, text: str) -> None:
    """Type it and wait for its answer."""
    turns = page.locator(".turn").count()
    page.fill("#text", text)
    page.keyboard.press("Enter")
    page.locator(".turn").nth(turns).wait_for()


def press(page: Page, selector: str) -> None:
    turns = page.locator(".turn").count()
    page.locator(selector).last.click()
    page.locator(".turn").nth(turns).wait_for()


def look(page: Page, name: str) -> None:
    """Keep a picture; nothing may stand out to the side, and axe finds nothing grave."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, f"{name} can be scrolled sideways"
    found = Axe().run(page).response["violations"]
    grave = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in GRAVE]
    assert grave == [], name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LOCALES)
def test_a_walk_through_everything(
    open_window: Callable[..., Page], language: str, size: str
) -> None:
    scheme = "dark" if size == "phone" else "light"
    page = open_window(language, size, color_scheme=scheme)
    name = f"{size}-{language}"
    page.goto("/")
    look(page, f"{name}-1-start")
    ask(page, "/briefing stargate")
    heading = {"de": "Kurz gesagt", "en": "In short"}[language]
    assert page.locator(".lead h3").inner_text() == heading
    look(page, f"{name}-2-card")
    press(page, "button.evidence")
    assert page.locator(".turn").last.locator("mark").count() > 5
    look(page, f"{name}-3-evidence")
    ask(page, "/briefing orakel")
    press(page, "button.ask")
    assert "Oracle" in page.locator(".turn").last.locator("h2").inner_text()
    press(page, "button.down")
    page.locator(".complaint textarea").fill("–")
    page.click(".complaint button")
    page.locator(".complaint").wait_for(state="detached")
    ask(page, "/digest now")
    look(page, f"{name}-4-digest")
    plan(page, name)
    walk_pages(page, name)


def plan(page: Page, name: str) -> None:
    """Fill in the form wrongly, then as it should be."""
    ask(page, "/digest plan")
    look(page, f"{name}-4-plan")
    page.fill(".complaint [name=zone]", "Mars/Olympus")
    page.click(".complaint button")
    page.locator(".fault").wait_for()
    assert page.locator(".complaint [name=zone]").get_attribute("aria-invalid") == "true"
    look(page, f"{name}-4-plan-again")
    page.fill(".complaint [name=zone]", "Europe/Vienna")
    page.check(".complaint [name=weekday][value='5']")
    page.click(".complaint button")
    page.locator(".complaint").wait_for(state="detached")
    assert "(Europe/Vienna)" in page.locator(".turn").last.inner_text()


def walk_pages(page: Page, name: str) -> None:
    page.goto("/topics")
    page.fill("#filter", "deeps")
    assert page.locator("#topics tbody tr:visible").count() == 1
    look(page, f"{name}-5-topics")
    page.click("#topics tbody tr:visible a")
    assert page.locator(".picture svg").count() >= 1
    look(page, f"{name}-6-topic")
    page.click(".facts a.cite, .lead a.cite")
    assert page.locator(".pin:target").is_visible()
    look(page, f"{name}-7-place")
    page.goto("/digest?date=2025-01-24")
    page.click("a[rel=next]")
    assert "date=2025-01-27" in page.url
    page.click("a[rel=prev]")
    assert "date=2025-01-24" in page.url
    look(page, f"{name}-8-day")
    page.goto("/status")
    look(page, f"{name}-9-status")


def test_everything_can_be_reached_with_the_keyboard(open_window: Callable[..., Page]) -> None:
    page = open_window()
    page.goto("/topics")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.goto("/")
    page.locator("body").click(position={"x": 5, "y": 300})
    page.keyboard.press("/")
    page.keyboard.type("stargate")
    page.keyboard.press("Enter")
    page.locator(".turn").wait_for()
    # What is new is told to who does not see it; who types stays where they type.
    assert "Stargate" in page.locator("[role=status]").inner_text()
    assert page.evaluate("document.activeElement.id") == "text"
    press(page, "button.evidence")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.focus("#text")
    page.keyboard.press("ArrowUp")
    assert page.input_value("#text") == "stargate"


def test_it_works_without_scripts(open_window: Callable[..., Page]) -> None:
    page = open_window(java_script_enabled=False)
    page.goto("/")
    page.fill("#text", "/briefing stargate")
    page.click(".composer button")
    assert page.locator(".turn h2").count() == 1
    page.click("button.evidence")
    assert page.locator("mark").count() > 5
    page.click(".language button")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_lost_connection_keeps_the_question(open_window: Callable[..., Page]) -> None:
    page = open_window()
    page.goto("/")
    page.evaluate("void (window.fetch = () => Promise.reject(new TypeError('away')))")
    page.fill("#text", "stargate")
    page.keyboard.press("Enter")
    page.get_by_text("Die Verbindung ist weg.").wait_for()
    assert page.input_value("#text") == "stargate"


def test_why_there_is_no_answer_stands_in_the_page_and_the_question_stays(
    open_window: Callable[..., Page],
) -> None:
    page = open_window()
    page.goto("/")
    sentence = "Das Archiv ist gerade nicht erreichbar."
    answer = f"new Response({sentence!r}, {{ status: 503 }})"
    page.evaluate(f"void (window.fetch = () => Promise.resolve({answer}))")
    page.fill("#text", "stargate")
    page.keyboard.press("Enter")
    page.get_by_text(sentence).wait_for()
    assert page.input_value("#text") == "stargate"
