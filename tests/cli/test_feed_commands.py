"""Feeds and pages on the command line, against a server on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from cli.program import put_two_articles
from click.testing import CliRunner
from feeds.loopback import Site, site_in_a_thread
from feeds.newsroom import PARAGRAPHS, item, page, rss

from bot.cli import cli
from bot.core.feeds import FeedState
from bot.core.reading.reader import Reader
from bot.errors import SettingsError
from bot.sources.collecting import collect
from bot.sources.feeds.file import load_feeds
from bot.store import open_store
from bot.store.removals import Removals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def site() -> Iterator[Site]:
    with site_in_a_thread() as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_NETWORKS", "127.0.0.0/8")
    monkeypatch.setenv("BRIEFING_LANGUAGE", "de")
    return tmp_path


def briefing(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_feed_is_added_checked_listed_exported_and_removed(site: Site, home: Path) -> None:
    site.say("/feed", rss(item(1, "http://news.example/1"), title="Musterblatt"))
    address = site.url("/feed")

    added = briefing("feeds", "add", address, "--kind", "report", "--minutes", "30")
    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout == f"Musterblatt wird ab jetzt gelesen: {address} (1)\n"
    (feed,) = load_feeds(home / "config" / "feeds.toml")
    assert (feed.address, feed.interval) == (address, 1800)

    assert "schon eingetragen" in briefing("feeds", "add", address).stdout
    assert briefing("feeds", "check").stdout == f"✓ {address}  Musterblatt, 1 Eintrag\n"
    assert "noch nie besucht" in briefing("feeds", "list").stdout
    listed = json.loads(briefing("feeds", "list", "--json").stdout)
    assert listed["feeds"][0]["address"] == address

    exported = briefing("feeds", "export", "liste.opml")
    assert exported.exit_code == 0
    assert briefing("feeds", "remove", address).stdout == f"- {address}\n"
    assert load_feeds(home / "config" / "feeds.toml") == ()
    assert briefing("feeds", "import", "liste.opml").stdout == "+ 1 (1)\n"
    assert load_feeds(home / "config" / "feeds.toml")[0].address == address


def test_the_feed_that_a_page_points_to_is_found(site: Site, home: Path) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    site.say("/", page(head=link), content_type="text/html")
    site.say("/rss", rss())
    assert briefing("feeds", "add", site.url("/")).exit_code == 0
    assert load_feeds(home / "config" / "feeds.toml")[0].address == site.url("/rss")


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        ("ftp://news.example/", 2, "die Adresse beginnt weder mit http:// noch mit https://"),
        ("http://10.0.0.1/", 2, "die Adresse führt in ein Netz, das nicht öffentlich ist"),
        ("http://name:pass@127.0.0.1/", 2, "in der Adresse steht ein Name oder Passwort"),
        ("{site}/nichts", 1, "unter der Adresse ist nichts zu finden"),
        ("{site}/seite", 1, "unter der Adresse steht kein Feed"),
        ("{site}/kaputt", 1, "der Server meldet einen Fehler (500)"),
    ],
)
def test_what_is_no_feed_is_refused_in_plain_words(
    site: Site, home: Path, address: str, code: int, said: str
) -> None:
    site.say("/seite", page(), content_type="text/html")
    site.say("/kaputt", "", 500)
    done = briefing("feeds", "add", address.replace("{site}", site.url("")))
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr == f"briefing: {said}\n"
    assert not (home / "config").exists()


def test_a_page_is_added_and_can_be_asked_for(site: Site, home: Path) -> None:
    head = '<meta property="og:site_name" content="Musterblatt">'
    site.say("/a?utm_source=chat", page(head=head), content_type="text/html")
    store = f"sqlite:///{home / 'store.sqlite3'}"
    done = briefing("add", site.url("/a?utm_source=chat"), "--store", store)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "Neu: Neue Brücke über die Aue · Musterblatt · ohne Datum\n"
    again = json.loads(briefing("add", site.url("/a"), "--store", store, "--json").stdout or "{}")
    assert again == {}
    site.say("/a", page(head=head), content_type="text/html")
    again = json.loads(briefing("add", site.url("/a"), "--store", store, "--json").stdout)
    assert again["url"] == site.url("/a")
    assert again["extent"] == "full"


def test_the_sources_name_the_feeds_too(site: Site, home: Path) -> None:
    site.say("/feed", rss(title="Musterblatt"))
    briefing("feeds", "add", site.url("/feed"))
    (home / "a.txt").write_text("Kiel baut ein Museum.\n\nKiel baut am Hafen.", "utf-8")
    shown = briefing("sources", "--articles", str(home)).stdout
    assert site.url("/feed") in shown
    assert "noch nie besucht" in shown
    data = json.loads(briefing("sources", "--articles", str(home), "--json").stdout)
    assert [feed["address"] for feed in data["feeds"]] == [site.url("/feed")]


def test_the_sources_are_named_beside_a_wrong_feed_and_a_store_that_is_none(home: Path) -> None:
    (home / "a.txt").write_text("Kiel baut ein Museum.\n\nKiel baut am Hafen.", "utf-8")
    (home / "config").mkdir()
    good = '[[feed]]\naddress = "https://news.example/"\n'
    (home / "config" / "feeds.toml").write_text(f"{good}[[feed]]\n", "utf-8")
    shown = briefing("sources", "--articles", str(home))
    assert shown.exit_code == 0
    assert "a.txt" in shown.stdout
    assert "https://news.example/" in shown.stdout
    assert "Zeile 3, Feed 2, address: fehlt" in shown.stdout
    (home / "var" / "briefing.sqlite3").write_text("no database at all", "utf-8")
    shown = briefing("sources", "--articles", str(home))
    assert shown.exit_code == 0
    assert "a.txt" in shown.stdout
    assert "✗ Datenbank: " in shown.stdout
    data = json.loads(briefing("sources", "--articles", str(home), "--json").stdout)
    assert data["articles"] == 1
    assert [one["where"].rpartition(", ")[2] for one in data["problems"]] == ["address", "store"]
    assert briefing("feeds", "list").exit_code == 1


def test_a_check_names_the_wrong_line_and_fetches_the_other_feeds(site: Site, home: Path) -> None:
    site.say("/feed", rss(title="Musterblatt"))
    (home / "config").mkdir()
    good = f'[[feed]]\naddress = "{site.url("/feed")}"\n'
    (home / "config" / "feeds.toml").write_text(f'{good}[[feed]]\nadress = "x"\n', "utf-8")
    done = briefing("feeds", "check")
    assert done.exit_code == 1
    assert f"✓ {site.url('/feed')}" in done.stdout
    assert "Zeile 4, Feed 2, adress: diesen Schlüssel gibt es nicht" in done.stdout
    data = json.loads(briefing("feeds", "check", "--json").stdout)
    assert len(data["feeds"]) == 1
    assert data["problems"][0]["where"].endswith("line 3, feed 2, address")


def test_a_check_without_feeds_says_so(home: Path) -> None:
    del home
    assert "Es sind keine Feeds eingetragen." in briefing("feeds", "check").stdout


def test_a_feed_that_was_gone_is_due_again_when_it_is_added_again(site: Site, home: Path) -> None:
    address = site.url("/feed")
    site.say("/feed", rss(title="Musterblatt"))
    briefing("feeds", "add", address)
    now = datetime.now(UTC)
    gone = FeedState(
        address,
        next_at=now + timedelta(days=1),
        failing_since=now,
        last_tried_at=now,
        last_success_at=now - timedelta(days=1),
        reason="gone",
        is_gone=True,
    )
    with open_store(None, home / "var") as store:
        store.feeds.save([gone], [])
    assert "eingestellt; zuletzt in Ordnung" in briefing("feeds", "list").stdout
    assert briefing("feeds", "add", address).exit_code == 0
    with open_store(None, home / "var") as store:
        later = datetime.now(UTC)
        assert [one.address for one in store.feeds.claim([address], now=later, limit=1)] == [
            address
        ]


def test_a_feed_that_is_not_there_cannot_be_removed(home: Path) -> None:
    del home
    done = briefing("feeds", "remove", "https://news.example/")
    assert isinstance(done.exception, SettingsError)


def test_an_answer_from_folders_says_what_it_leaves_out(site: Site, home: Path) -> None:
    (home / "articles").mkdir()
    (home / "articles" / "a.md").write_text("# Brücke\n\nMusterhausen baut eine Brücke.", "utf-8")
    assert "briefing run" not in briefing("topics", "--articles", "articles").stderr
    site.say("/a", page(), content_type="text/html")
    assert briefing("add", site.url("/a")).exit_code == 0
    told = briefing("topics", "--articles", "articles")
    assert told.exit_code == 0
    assert "die in der Datenbank liegen und mit denen `briefing run` antwortet: 1" in told.stderr
    assert "from feeds" not in told.stdout


def test_an_answer_knows_what_feeds_and_pages_brought(site: Site, home: Path) -> None:
    (home / "seeds").mkdir()
    (home / "seeds" / "a.md").write_text("# Zoo\n\nKiel baut am Hafen einen Zoo.", "utf-8")
    assert briefing("ask", "Musterhausen").exit_code == 3
    site.say("/a", page(), content_type="text/html")
    assert briefing("add", site.url("/a")).exit_code == 0
    told = briefing("ask", "Musterhausen")
    assert told.exit_code == 0, told.stderr
    assert site.url("/a") in told.stdout.replace("\n", "").replace(" ", "")
    assert "in der Datenbank" not in told.stderr
    named = briefing("ask", "Musterhausen", "--articles", "seeds")
    assert named.exit_code == 3
    assert "die in der Datenbank liegen und mit denen `briefing run` antwortet: 1" in named.stderr


def test_an_answer_knows_what_lies_in_a_named_or_configured_store(
    site: Site, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_two_articles(home)
    site.say("/a", page(), content_type="text/html")
    store = f"sqlite:///{home / 'elsewhere.sqlite3'}"
    assert briefing("add", site.url("/a"), "--store", store).exit_code == 0
    assert briefing("ask", "Musterhausen").exit_code == 3
    for command in (["ask", "Musterhausen"], ["say", "Musterhausen"]):
        told = briefing(*command, "--store", store)
        assert told.exit_code == 0, told.stderr
        assert "Musterhausen" in told.stdout
    assert "3 Artikel" in briefing("topics", "--store", store).stdout
    assert briefing("sources", "--store", store).exit_code == 0
    monkeypatch.setenv("BRIEFING_STORE", store)
    assert briefing("ask", "Musterhausen").exit_code == 0


def test_adding_says_whether_an_article_is_new_known_or_corrected(site: Site, home: Path) -> None:
    del home
    site.say("/a", page(), content_type="text/html")
    assert briefing("add", site.url("/a")).stdout.startswith("Neu: ")
    assert briefing("add", site.url("/a")).stdout.startswith("Schon da: ")
    mended = (one.replace("12 Millionen", "15 Millionen") for one in PARAGRAPHS)
    site.say("/a", page(*mended), content_type="text/html")
    assert briefing("add", site.url("/a")).stdout.startswith("Korrigierte Fassung: ")
    again = json.loads(briefing("add", site.url("/a"), "--json", "--language", "en").stdout)
    assert again["outcome"] == "known"


def test_an_added_page_is_removed_by_its_link_or_id(site: Site, home: Path) -> None:
    put_two_articles(home)
    site.say("/a", page(), content_type="text/html")
    article_id = json.loads(briefing("add", site.url("/a"), "--json").stdout)["id"]
    kept = CliRunner().invoke(cli, ["remove", site.url("/a")], input="nein\n")
    assert kept.exit_code == 1
    assert "Entfernen: Neue Brücke über die Aue" in kept.stderr
    assert briefing("ask", "Musterhausen").exit_code == 0
    done = CliRunner().invoke(cli, ["remove", site.url("/a?utm_source=x")], input="ja\n")
    assert done.exit_code == 0
    assert "Was verschickt ist, bleibt" in done.stdout
    assert briefing("ask", "Musterhausen").exit_code == 3
    assert briefing("remove", site.url("/a"), "--yes").exit_code == 3
    assert briefing("add", site.url("/a")).stdout.startswith("Neu: ")
    data = json.loads(briefing("remove", article_id, "--yes", "--json").stdout)
    assert data["removed"] == [article_id]


def test_all_versions_of_an_article_are_removed(site: Site, home: Path) -> None:
    del home
    site.say("/a", page(), content_type="text/html")
    briefing("add", site.url("/a"))
    mended = (one.replace("12 Millionen", "15 Millionen") for one in PARAGRAPHS)
    site.say("/a", page(*mended), content_type="text/html")
    briefing("add", site.url("/a"))
    done = briefing("remove", site.url("/a"), "--yes", "--language", "en")
    assert "all 2 versions" in done.stdout


def test_a_version_that_comes_during_the_question_goes_with_its_text(
    site: Site, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del home
    site.say("/a", page(), content_type="text/html")
    briefing("add", site.url("/a"))
    mended = (one.replace("12 Millionen", "15 Millionen") for one in PARAGRAPHS)

    def agree(question: str) -> bool:
        del question
        site.say("/a", page(*mended), content_type="text/html")
        return briefing("add", site.url("/a")).exit_code == 0

    noted: list[int] = []
    remove = Removals.remove

    def note(self: Removals, article_id: str, texts: Sequence[str], *, now: datetime) -> Any:
        noted.append(len(texts))
        return remove(self, article_id, texts, now=now)

    monkeypatch.setattr("bot.commands.removing._agrees", agree)
    monkeypatch.setattr(Removals, "remove", note)
    done = briefing("remove", site.url("/a"), "--language", "en")
    assert noted == [2]
    assert "all 2 versions" in done.stdout


def test_an_article_of_a_file_is_removed_with_its_file(home: Path, lemmatiser: Any) -> None:
    put_two_articles(home)
    (first, _) = collect([home / "seeds"]).articles
    with open_store(None, home / "var") as store:
        reading = Reader(lemmatiser).reading(first)
        store.articles.put(reading, path="file:seeds/a.txt", now=datetime.now(UTC))
    done = briefing("remove", first.id, "--yes")
    assert done.exit_code == 1
    assert "aus einer Datei: seeds/a.txt" in done.stderr


def test_a_named_store_that_is_not_there_is_wrong_use(home: Path) -> None:
    put_two_articles(home)
    done = briefing("ask", "Kiel", "--store", f"sqlite:///{home / 'none.sqlite3'}")
    assert isinstance(done.exception, SettingsError)
    assert "none.sqlite3" in str(done.exception)
    assert not (home / "none.sqlite3").exists()


def test_a_server_that_is_away_keeps_nobody_from_an_answer_and_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_two_articles(home)
    monkeypatch.setenv("BRIEFING_STORE", "postgresql+psycopg://briefing@127.0.0.1:9/briefing")
    done = briefing("ask", "Kiel")
    assert done.exit_code == 0
    assert "Artikel aus Feeds und von Seiten fehlen: die Datenbank" in done.stderr
    assert "der Server ist nicht erreichbar" in done.stderr


def test_a_store_that_is_none_keeps_nobody_from_an_answer(home: Path) -> None:
    (home / "articles").mkdir()
    (home / "articles" / "a.md").write_text("# Brücke\n\nMusterhausen baut eine Brücke.", "utf-8")
    (home / "var").mkdir()
    (home / "var" / "briefing.sqlite3").write_text("no database at all", "utf-8")
    assert briefing("topics", "--articles", "articles").exit_code == 0


def test_an_answer_from_folders_loads_no_database() -> None:
    code = "import sys, bot.commands.asking; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
