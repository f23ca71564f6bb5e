"""Web pages saved as HTML."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.sources.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.collection import FileRead

PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8">
<title>Bagger rollt an | Ortsblatt</title><meta property="og:title" content="Bagger rollt an">
<meta property="og:site_name" content="Ortsblatt"><link rel="canonical" href="https://example.org/b">
<meta property="article:published_time" content="2025-01-24T16:00:00+01:00"></head><body>
<nav><a href="/">Startseite</a></nav><article><h1>Bagger rollt an</h1>
<p>Am Dienstag kam der Bagger in den <a href="/o">Ort</a>, und er grub bis&nbsp;zum Abend.</p>
<h2>Was danach kam</h2><p>Danach war es still, denn alle waren müde &ndash; auch der Fahrer.</p>
<ul><li>Der Bagger bleibt bis Freitag.</li><li>Der Kran kommt später.</li></ul>
<table><tr><td>Kosten</td><td>7</td></tr></table></article>
<section class="comments"><p>Endlich einmal ein guter Kommentar zu diesem Thema!</p></section>
<footer>Impressum</footer></body></html>"""


def read(folder: Path, html: str, name: str = "a.html") -> FileRead:
    path = folder / name
    path.write_text(html, encoding="utf-8")
    return read_file(path)


def test_a_page_gives_its_main_text_alone(tmp_path: Path) -> None:
    (article,) = read(tmp_path, PAGE).articles
    assert article.text == (
        "Am Dienstag kam der Bagger in den Ort, und er grub bis zum Abend.\n\n"
        "Was danach kam\n\n"
        "Danach war es still, denn alle waren müde – auch der Fahrer.\n\n"
        "Der Bagger bleibt bis Freitag.\nDer Kran kommt später."
    )


def test_a_page_gives_its_metadata(tmp_path: Path) -> None:
    (article,) = read(tmp_path, PAGE, "a.htm").articles
    assert (article.title, article.outlet) == ("Bagger rollt an", "Ortsblatt")
    assert (article.published_on, article.url) == (date(2025, 1, 24), "https://example.org/b")
    assert article.language == "de"


def test_a_sidecar_corrects_what_a_page_says(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("date = 2025-01-23\n", encoding="utf-8")
    (article,) = read(tmp_path, PAGE).articles
    assert article.published_on == date(2025, 1, 23)


@pytest.mark.parametrize("html", ["", "<html></html>", "<script>var a = 1</script>", "<p> </p>"])
def test_a_page_without_text_is_named(tmp_path: Path, html: str) -> None:
    found = read(tmp_path, html)
    assert (found.articles, [skip.reason for skip in found.skipped]) == ((), ["no text"])


def test_a_broken_page_is_silent_but_for_its_reason(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    root.removeHandler(caplog.handler)
    read(tmp_path, "<div>" * 50_000)
    assert capfd.readouterr() == ("", "")


def test_bylines_and_credits_of_a_page_are_left_out(tmp_path: Path) -> None:
    prose = "<p>Am Dienstag kam der Bagger. Er grub bis zum Abend und war dabei sehr laut.</p>"
    body = f"<h1>Bagger rollt an</h1><p>Von Max Muster</p>{prose * 3}<p>Foto: Max Muster/dpa</p>"
    head = "<head><title>Bagger rollt an</title></head>"
    page = f"<html>{head}<body><article>{body}</article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,) = read_file(tmp_path / "a.html").articles
    assert "Bagger" in article.text
    assert "Muster" not in article.text
