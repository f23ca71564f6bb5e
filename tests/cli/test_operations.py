"""Plans, deliveries, checks and copies as an operator meets them in the terminal."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cli.program import ARTICLE, Run, briefing

from bot.commands.options import opened
from bot.commands.stored import add_versions
from bot.commands.weekdays import parse_weekdays
from bot.core.ledger import delivery_number
from bot.core.reading.reader import Reader
from bot.delivery.standing import wish_of_settings
from bot.dialogue.reports import report_in
from bot.settings import load_settings
from bot.sources.collecting import collect
from bot.stocking.stock import Stock
from bot.stocking.workshop import Workshop
from bot.store import open_store
from bot.store.articles import Articles

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser
    from bot.store import Store

LEASE = timedelta(minutes=1)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "nordlux.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def sent(home: Path) -> str:
    """A digest that went out: its public id."""
    with open_store(None, home / "var") as store:
        return deliver_one(store)


def deliver_one(store: Store, *, state: str = "sent", reason: str = "der Kanal ist weg") -> str:
    due = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=10)
    wish = wish_of_settings(zone="UTC", at=due.time(), language="de", topics=5)
    every_day = wish.__class__(**{name: getattr(wish, name) for name in wish.__slots__} | DAILY)
    store.subscriptions.plan(every_day, due - timedelta(minutes=1))
    store.ledger.insert_due(due, limit=10)
    (held,) = store.ledger.claim(due, token="t", lease=LEASE, limit=1)
    one = held.delivery
    if state == "failed":
        store.ledger.settle_failed(one.id, "t", now=due, reason=reason)
        return one.public_id
    store.ledger.begin_sending(one.id, "t", now=due, payload="{}", request_limit=LEASE / 3)
    store.ledger.settle_sent(one.id, "t", now=due, message_ref="digest/heute.md")
    return one.public_id


DAILY = {"weekdays": (0, 1, 2, 3, 4, 5, 6)}


def plans_of(done: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(done.stdout)["subscriptions"]
    return found


def test_a_channel_is_planned_changed_paused_and_resumed(home: Path) -> None:
    (planned,) = plans_of(
        briefing("plan", "--channel", "team", "--time", "8:15", "--weekdays", "mo,mi",
                 "--zone", "Asia/Kolkata", "--topics", "kiel", "--json", cwd=home)
    )  # fmt: skip
    assert (planned["time"], planned["zone"], planned["weekdays"], planned["topics"]) == (
        "08:15",
        "Asia/Kolkata",
        [0, 2],
        ["kiel"],
    )
    (changed,) = plans_of(
        briefing("plan", "--channel", "team", "--time", "09:00", "--json", cwd=home)
    )
    assert (changed["time"], changed["weekdays"], changed["state"]) == ("09:00", [0, 2], "active")
    (paused,) = plans_of(briefing("plan", "--channel", "team", "--pause", "--json", cwd=home))
    assert (paused["state"], paused["next_due_at"]) == ("paused", None)
    (resumed,) = plans_of(briefing("plan", "--channel", "team", "--resume", "--json", cwd=home))
    assert resumed["state"] == "active"
    (listed,) = plans_of(briefing("subscriptions", "--json", cwd=home))
    assert listed == resumed


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--time", "25:00", "23:59"),
        ("--zone", "Mars/Olympus", "Europe/Berlin"),
        ("--weekdays", "feiertags", "mo-fr"),
        ("--topics", "gibt es nicht", "gibt es nicht"),
        ("--holidays", "XX", "DE-BE"),
        ("--channel", "../../x", "kann kein Ordnername sein"),
        ("--channel", "", "kann kein Ordnername sein"),
        ("--time", "", ""),
        ("--zone", "", ""),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_refused_with_what_is_allowed(
    home: Path, option: str, value: str, reason: str
) -> None:
    done = briefing("plan", option, value, cwd=home)
    assert done.returncode == 2
    assert option in done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert plans_of(briefing("subscriptions", "--json", cwd=home)) == []


def test_what_was_never_planned_cannot_be_paused(home: Path) -> None:
    assert briefing("plan", "--channel", "team", "--pause", cwd=home).returncode == 3


def test_deliveries_tell_when_where_and_under_which_message(home: Path, sent: str) -> None:
    done = briefing("deliveries", cwd=home)
    assert all(part in done.stdout for part in (sent, "verschickt", "digest/heute.md"))
    (row,) = json.loads(briefing("deliveries", "--json", cwd=home).stdout)["deliveries"]
    assert (row["id"], row["state"], row["late_seconds"]) == (sent, "sent", 0)
    day = date.fromisoformat(row["date"])
    assert f"{day:%d.%m.%Y}" in done.stdout
    assert day.isoformat() not in done.stdout


def test_failed_deliveries_are_shown_with_their_reason(home: Path, sent: str) -> None:
    del sent
    assert "keine solchen" in briefing("deliveries", "--failed", cwd=home).stdout
    with open_store(None, home / "other") as store:
        failed = deliver_one(store, state="failed")
    url = f"sqlite:///{home / 'other' / 'briefing.sqlite3'}"
    done = briefing("deliveries", "--failed", "--store", url, cwd=home)
    assert failed in done.stdout
    assert "der Kanal ist weg" in done.stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "den Kanal gibt es nicht mehr"), ("en", "the channel is gone")],
)
def test_what_a_platform_said_is_told_in_plain_words(home: Path, language: str, words: str) -> None:
    with open_store(None, home / "var") as store:
        deliver_one(store, state="failed", reason="unknown_channel")
    told = briefing("deliveries", "--language", language, cwd=home).stdout
    assert words in " ".join(told.split())
    assert "unknown_channel" not in told
    (row,) = json.loads(briefing("deliveries", "--json", cwd=home).stdout)["deliveries"]
    assert row["reason"] == "unknown_channel"


def test_a_digest_that_is_asked_for_again_is_a_new_edition_of_the_same_post(
    home: Path, sent: str
) -> None:
    assert briefing("digest", "--resend", sent, cwd=home).returncode == 0
    (row,) = json.loads(briefing("deliveries", "--json", cwd=home).stdout)["deliveries"]
    assert (row["state"], row["edition"], row["message"]) == ("pending", 2, "digest/heute.md")
    again = briefing("digest", "--resend", sent, cwd=home)
    assert again.returncode == 1
    assert "steht ohnehin noch aus" in again.stderr


@pytest.mark.parametrize("public_id", ["260105-1-9", "unsinn", "", "260105-1-1"])
def test_a_delivery_that_is_not_there_cannot_be_sent_again(
    home: Path, sent: str, public_id: str
) -> None:
    assert public_id != sent
    done = briefing("digest", "--resend", public_id, cwd=home)
    assert done.returncode == 3
    assert "briefing deliveries" in done.stderr


def test_a_check_of_a_new_place_finds_nothing_wrong(home: Path) -> None:
    done = briefing("check", "--json", "--articles", "seeds", cwd=home)
    findings = {one["what"]: one for one in json.loads(done.stdout)["findings"]}
    assert done.returncode == 0
    assert not [one for one in findings.values() if one["state"] == "wrong"]
    for one in findings.values():
        assert report_in("de", one["sentence"]) != one["sentence"]
    assert findings["running bot"]["state"] == "off"
    assert "zones" in findings["time zones"]["sentence"]


def test_a_check_names_what_is_wrong_and_hides_the_password(home: Path) -> None:
    done = briefing(
        "check",
        "--articles",
        "nowhere",
        cwd=home,
        BRIEFING_STORE="postgresql+psycopg://bot:geheimnis@127.0.0.1:1/briefing",
    )
    assert done.returncode == 1
    assert "nowhere gibt es nicht" in done.stdout
    assert "nicht benutzbar" in done.stdout.replace("\n", " ")
    assert "geheimnis" not in done.stdout + done.stderr


def test_a_store_is_copied_and_moved_with_its_counts(home: Path, sent: str) -> None:
    assert briefing("store", "backup", "copy.sqlite3", cwd=home).returncode == 0
    again = briefing("store", "backup", "copy.sqlite3", cwd=home)
    assert again.returncode == 1
    assert "copy.sqlite3 gibt es schon" in again.stderr
    new = f"sqlite:///{home / 'new.sqlite3'}"
    moved = briefing("store", "move", new, cwd=home)
    assert moved.returncode == 0
    assert "delivery 1" in moved.stdout.splitlines()
    assert sent in briefing("deliveries", "--store", new, cwd=home).stdout


def test_a_store_is_not_moved_while_a_bot_runs_on_it(home: Path, sent: str) -> None:
    alive = {"at": datetime.now(UTC).isoformat(), "process": 4711}
    (home / "var" / "alive.json").write_text(json.dumps(alive))
    new = f"sqlite:///{home / 'new.sqlite3'}"
    refused = briefing("store", "move", new, cwd=home)
    assert refused.returncode == 1
    assert "hier läuft ein Bot als Prozess 4711" in refused.stderr
    assert not (home / "new.sqlite3").exists()
    moved = briefing("store", "move", new, "--force", "--json", cwd=home)
    assert json.loads(moved.stdout)["tables"]["delivery"] == 1
    assert sent in briefing("deliveries", "--store", new, cwd=home).stdout


def test_a_store_is_moved_at_once_after_an_orderly_end(home: Path, sent: str) -> None:
    alive = {"at": datetime.now(UTC).isoformat(), "process": 4711, "ended": True}
    (home / "var" / "alive.json").write_text(json.dumps(alive))
    assert sent
    assert briefing("store", "move", f"sqlite:///{home / 'new'}", cwd=home).returncode == 0


def test_what_a_backup_and_a_resend_did_can_be_had_as_json(home: Path, sent: str) -> None:
    copied = briefing("store", "backup", "copy.sqlite3", "--json", cwd=home)
    assert json.loads(copied.stdout)["file"] == "copy.sqlite3"
    again = briefing("digest", "--resend", sent, "--json", cwd=home)
    (row,) = json.loads(again.stdout)["deliveries"]
    assert (row["id"], row["state"], row["edition"]) == (f"{sent}.2", "pending", 2)


def test_an_address_of_no_database_is_wrong_use(home: Path) -> None:
    done = briefing("deliveries", "--store", "mysql://elsewhere/db", cwd=home)
    assert done.returncode == 2
    assert "sqlite:///DATEI" in done.stderr


def test_a_store_of_a_newer_version_is_refused_in_one_line_and_left_as_it_is(home: Path) -> None:
    with open_store(None, home / "var") as store, store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for command in ("run", "deliveries"):
        done = briefing(command, cwd=home)
        assert done.returncode == 1
        assert "einer neueren Version (Stand 9999)" in done.stderr
        assert "Traceback" not in done.stderr
    checked = briefing("check", cwd=home)
    assert checked.returncode == 1
    assert "neueren Version" in " ".join(checked.stdout.split())


def test_a_place_that_cannot_be_written_is_named(home: Path) -> None:
    (home / "var").write_text("a file where the folder should be", encoding="utf-8")
    done = briefing("run", cwd=home)
    assert done.returncode == 1
    assert "var" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_file_that_is_no_database_is_named(home: Path) -> None:
    (home / "other").mkdir()
    (home / "other" / "store.sqlite3").write_text("kein SQLite " * 100, encoding="utf-8")
    done = briefing("deliveries", "--store", "sqlite:///other/store.sqlite3", cwd=home)
    assert done.returncode == 1
    assert "keine SQLite-Datenbank" in done.stderr


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mo-fr", (0, 1, 2, 3, 4)),
        ("Montag, Mittwoch", (0, 2)),
        ("Tue Thu", (1, 3)),
        ("sa-mo", (0, 5, 6)),
        ("täglich", (0, 1, 2, 3, 4, 5, 6)),
        ("so", (6,)),
    ],
)
def test_days_may_be_written_in_two_languages(text: str, days: tuple[int, ...]) -> None:
    assert parse_weekdays(text) == days


@pytest.mark.parametrize("text", ["x", "mo-", "-", "1-5", "heute"])
def test_what_is_no_day_of_the_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no day of the week"):
        parse_weekdays(text)


def test_the_number_of_a_delivery_is_read_back_from_its_id(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        public_id = deliver_one(store)
        assert delivery_number(public_id) == delivery_number(f"{public_id}.2") == 1
    assert delivery_number("nicht-so") is None


def test_at_80_columns_no_name_and_no_zone_is_broken(home: Path) -> None:
    (home / "seeds" / f"{'sehr-' * 9}lang.txt").write_text("Ein Satz über Kiel.", encoding="utf-8")
    assert briefing("plan", "--time", "06:15", cwd=home).returncode == 0
    told = briefing("sources", "--articles", "seeds", cwd=home, COLUMNS="80").stdout
    assert f"seeds/{'sehr-' * 9}lang.txt\n" in told
    planned = briefing("subscriptions", cwd=home, COLUMNS="60").stdout
    assert "folder:digest" in planned
    assert "06:15 Europe/Berlin" in planned
    assert max(map(len, planned.splitlines())) <= 60


def test_a_mistyped_database_is_named_and_not_made(home: Path) -> None:
    for command in (("backup", "copy.db"), ("move", f"sqlite:///{home / 'new.db'}")):
        url = f"sqlite:///{home / 'typo.db'}"
        done = briefing("store", *command, "--store", url, cwd=home)
        assert done.returncode == 2
        assert "typo.db: diese Datenbank gibt es nicht" in done.stderr
    assert not list(home.glob("*.db"))


def test_a_pause_goes_with_no_other_change(home: Path) -> None:
    assert briefing("plan", "--time", "08:00", cwd=home).returncode == 0
    done = briefing("plan", "--time", "09:00", "--pause", cwd=home)
    assert done.returncode == 2
    assert "--pause" in done.stderr
    (row,) = plans_of(briefing("subscriptions", "--json", cwd=home))
    assert (row["state"], row["time"]) == ("active", "08:00")


def test_a_day_may_be_written_as_germans_do(home: Path) -> None:
    days = [
        json.loads(briefing("digest", "--date", day, "--json", cwd=home).stdout)["date"]
        for day in ("2025-01-24", "24.01.2025", "24.1.2025")
    ]
    assert days == ["2025-01-24"] * 3


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2025-02-30", "30.02.2025", ""])
def test_a_day_that_has_no_digest_is_named(home: Path, day: str) -> None:
    done = briefing("digest", "--date", day, cwd=home)
    assert done.returncode == 2
    assert "--date" in done.stderr
    assert "that went wrong" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("dgest",), "Den Befehl 'dgest' gibt es nicht; gemeint ist vielleicht 'digest'."),
        (("deliveries", "--limit", "0"), "'--limit': 0 liegt nicht zwischen 1 und 10000."),
        (("deliveries", "--limit", "x"), "'--limit': 'x' ist keine ganze Zahl."),
        (("deliveries", "--fail"), "Die Option '--fail' gibt es nicht; gemeint ist"),
        (("deliveries", "--zzz"), "Die Option '--zzz' gibt es nicht"),
        (("deliveries", "x"), "x ist zu viel."),
        (("deliveries", "--failed=1"), "Hinter die Option '--failed' gehört kein Wert."),
        (("ask", "--articles"), "Hinter der Option '--articles' fehlt der Wert."),
        (("plan", "--length", "x"), "'--length': 'x' ist keines von 'short', 'normal', 'long'."),
        (("feeds", "import", "no.opml"), "'FILE': Die Datei 'no.opml' gibt es nicht."),
        (("feeds", "import", "seeds"), "'FILE': 'seeds' ist ein Ordner, keine Datei."),
        (("say",), "'TEXT...' fehlt."),
    ],
)
def test_a_command_called_wrongly_says_so_in_german(
    home: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = briefing(*arguments, cwd=home)
    assert done.returncode == 2
    assert f"briefing: {told}" in done.stderr.replace("\n  ", " ")
    assert not {"Usage", "Try", "Error", "[OPTIONS]"} & set(done.stderr.replace(":", " ").split())


@pytest.mark.parametrize("group", [(), ("feeds",), ("store",)])
def test_a_group_that_is_called_alone_shows_its_help_and_nothing_else(
    home: Path, group: tuple[str, ...]
) -> None:
    done = briefing(*group, cwd=home)
    assert (done.returncode, done.stdout) == (2, "")
    asked = briefing(*group, "--help", cwd=home)
    assert done.stderr == asked.stdout


def test_a_command_called_wrongly_says_so_in_english(home: Path) -> None:
    done = briefing("deliveries", "--limit", "x", cwd=home, BRIEFING_LANGUAGE="en")
    assert "Error: Invalid value for '--limit'" in done.stderr


def test_what_a_resend_and_a_backup_cannot_do_is_said_in_german(home: Path, sent: str) -> None:
    del sent
    again = briefing("digest", "--resend", "999", cwd=home).stderr
    assert again == "briefing: eine Zustellung '999' gibt es nicht; siehe: briefing deliveries\n"
    copied = briefing("store", "backup", "/nowhere/a.db", cwd=home).stderr
    assert copied.startswith("briefing: keine Kopie gemacht: /nowhere/a.db (")
    assert "(die Datei lässt sich weder öffnen noch anlegen)" in copied
    briefing("plan", "--pause", cwd=home)


def test_a_plan_for_an_unknown_topic_names_what_may_be_meant(home: Path) -> None:
    text = "Elon Musk kauft ein Werk.\n\nElon Musk kauft in Kiel ein Werk. Das sagte Elon Musk."
    (home / "seeds" / "musk.txt").write_text(text, encoding="utf-8")
    done = briefing("plan", "--topics", "musk", cwd=home)
    assert done.returncode == 2
    assert "Ein Thema „musk“ gibt es nicht. Gemeint ist vielleicht: Elon Musk." in done.stderr


def test_the_terminal_knows_what_a_file_said_before_it_was_corrected(
    home: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    path = home / "seeds" / "nordlux.txt"
    now = datetime.now(UTC)
    with open_store(None, home / "var") as store:
        stock = Stock(store, lemmatiser, Workshop(lambda: Reader(lemmatiser), ()))
        stock.restock([home / "seeds"], now=now - timedelta(days=2))
        path.write_text(ARTICLE.replace("40 Millionen", "55 Millionen"), encoding="utf-8")
        stock.restock([home / "seeds"], now=now - timedelta(hours=1))
        assert len(store.articles.list_stored()) == 2
    for command in (("ask", "kiel"), ("digest",)):
        told = briefing(*command, cwd=home).stdout
        assert "55 Millionen" in told
        assert "40 Millionen" in told
    assert "1 Artikel" in briefing("topics", cwd=home).stdout


def test_a_file_whose_newest_version_cannot_be_read_in_the_store_is_still_told(
    home: Path, lemmatiser: DictionaryLemmatiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home / "seeds" / "nordlux.txt"
    now = datetime.now(UTC)
    with open_store(None, home / "var") as store:
        stock = Stock(store, lemmatiser, Workshop(lambda: Reader(lemmatiser), ()))
        stock.restock([home / "seeds"], now=now - timedelta(days=2))
        path.write_text(ARTICLE.replace("40 Millionen", "55 Millionen"), encoding="utf-8")
        stock.restock([home / "seeds"], now=now - timedelta(hours=1))
    monkeypatch.chdir(home)
    settings = load_settings()
    _, app = opened(settings, None, quiet=True, alone=True)
    load = Articles.load
    monkeypatch.setattr(Articles, "load", lambda self, ids: load(self, sorted(ids)[:-1]))
    before = app.library.article_ids
    add_versions(settings, app)
    assert app.library.article_ids == before


def test_the_terminal_counts_an_article_from_when_a_running_bot_first_saw_it(
    home: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    assert json.loads(briefing("digest", "--json", cwd=home).stdout)["entries"]
    (found,) = collect([home / "seeds"]).articles
    seen = datetime.now(UTC) - timedelta(days=5)
    with open_store(None, home / "var") as store:
        store.articles.put(Reader(lemmatiser).reading(found), path="nordlux.txt", now=seen)
    assert not json.loads(briefing("digest", "--json", cwd=home).stdout)["entries"]
