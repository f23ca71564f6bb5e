"""The command line as a person meets it: answers, exit codes, messages on standard error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
Run = subprocess.CompletedProcess[str]

ARTICLE = """Kiel baut das Museum Nordlux

Die Stadt Kiel baut am Hafen das Museum Nordlux. Es soll rund 40 Millionen Euro kosten.

Offen ist, wer den Betrieb des Museums Nordlux bezahlt.
"""


def briefing(*arguments: str, cwd: Path = ROOT, stdin: str = "", **environment: str) -> Run:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        input=stdin,
        env={**plain, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nordlux.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_a_topic_is_answered_with_its_card(folder: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(folder))
    assert done.returncode == 0
    assert "Die Stadt Kiel baut am Hafen das Museum Nordlux. [1]" in done.stdout
    assert "Nur eine Quelle" in done.stdout
    assert done.stderr == ""


def test_a_command_with_a_typing_error_is_guessed() -> None:
    done = briefing("topcis")
    assert done.returncode == 2
    assert "gemeint ist vielleicht 'topics'" in done.stderr


def test_a_terminal_without_umlauts_shows_a_question_mark_in_their_place(folder: Path) -> None:
    (folder / "nordlux.txt").write_text(ARTICLE.replace("Nordlux", "Süd"), encoding="utf-8")
    done = briefing("ask", "kiel", "--articles", str(folder), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Die Stadt Kiel baut am Hafen das Museum S?d. [1]" in done.stdout


def test_labels_follow_the_language_and_the_text_stays(folder: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(folder), "--language", "en")
    assert "In short" in done.stdout or "Only one source" in done.stdout
    assert "Die Stadt Kiel baut am Hafen" in done.stdout


def test_what_is_piped_holds_no_escape_codes_and_fits_80_columns(folder: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(folder))
    assert "\x1b" not in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


def test_json_gives_spans_into_the_text_that_read_prints(folder: Path) -> None:
    asked = briefing("ask", "kiel", "--articles", str(folder), "--json")
    card = json.loads(asked.stdout)
    read = json.loads(briefing("read", str(folder / "nordlux.txt")).stdout)
    span = card["lead"][0]["spans"][0]
    assert span["article"] == read["id"]
    assert read["text"][span["start"] : span["end"]] == card["lead"][0]["text"]


def test_markdown_shows_the_same_points(folder: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(folder), "--markdown")
    assert done.stdout.startswith("# **Kiel**")
    assert "Die Stadt Kiel baut am Hafen das Museum Nordlux. \\[1\\]" in done.stdout


def test_nothing_found_exits_with_3_and_guesses_nothing(folder: Path) -> None:
    done = briefing("ask", "fußball", "--articles", str(folder), "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["suggestions"] == []


def test_without_a_topic_the_topics_are_listed(folder: Path) -> None:
    done = briefing("ask", "--articles", str(folder))
    assert done.returncode == 0
    assert "Kiel" in done.stdout


def test_words_of_buttons_mean_the_last_card_after_a_failed_question(folder: Path) -> None:
    done = briefing("chat", "--articles", str(folder), stdin="kiel\nquetzal\nbelege\n")
    beside = briefing("chat", "--articles", str(folder), stdin="kiel\nbelege\n")
    shown = beside.stdout.splitlines()[-3:]
    assert done.stdout.splitlines()[-3:] == shown
    assert "quetzal" not in "".join(shown)


def test_words_of_buttons_before_any_card_are_answered(folder: Path) -> None:
    done = briefing("chat", "--articles", str(folder), stdin="quetzal\nbelege\n")
    assert "noch keine Karte" in done.stdout + done.stderr


def test_a_question_is_answered_with_the_sentence_that_holds_the_sum(folder: Path) -> None:
    done = briefing("ask", "was kostet das museum nordlux?", "--articles", str(folder), "--json")
    card = json.loads(done.stdout)
    assert done.returncode == 0
    assert [one["text"] for one in card["answers"]] == [
        "Die Stadt Kiel baut am Hafen das Museum Nordlux.",
        "Es soll rund 40 Millionen Euro kosten.",
    ]
    said = briefing("say", "wie viel kostet kiel?", "--articles", str(folder)).stdout
    assert said.startswith("Kiel · neu")


def test_a_line_is_answered_as_in_a_chat(folder: Path) -> None:
    done = briefing("say", "was ist neu bei kiel?", "--articles", str(folder))
    assert done.returncode == 0
    assert "Kiel" in done.stdout


def test_a_conversation_remembers_what_it_was_about(folder: Path) -> None:
    lines = "kiel\n\nund was ist neu daran?\nexit\nkiel\n"
    done = briefing("chat", "--articles", str(folder), stdin=lines)
    assert done.returncode == 0
    assert done.stdout.count("Karte kiel-") == 2


@pytest.mark.parametrize(("first", "second"), [("belege", "mehr"), ("1", "2")])
def test_what_stands_behind_the_buttons_can_be_typed(folder: Path, first: str, second: str) -> None:
    done = briefing("chat", "--articles", str(folder), stdin=f"kiel\n{first}\n{second}\n3\n")
    assert "Dazu die Nummer oder das Wort: 1 Belege · 2 Mehr · 3 Folgen" in done.stdout
    assert done.stdout.count("Karte kiel-") == 1
    assert "Belege · Kiel" in " ".join(done.stdout.split()).replace("Belege Kiel", "Belege · Kiel")
    assert "Mehr steht in den zitierten Artikeln nicht" in done.stdout
    assert "Kiel ist ab morgen dabei." in done.stdout


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(tmp_path / "nichts"))
    assert done.returncode == 2
    assert "diesen Ordner gibt es nicht" in done.stderr
    assert done.stdout == ""


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    done = briefing("ask", "kiel", "--articles", str(tmp_path))
    assert done.returncode == 3
    assert "keine Artikel" in done.stderr


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("ask", "kiel", "--json"), 3),
        (("ask", "kiel", "--markdown"), 3),
        (("say", "was ist neu bei kiel?"), 3),
        (("ask",), 0),
        (("topics", "--json"), 0),
        (("digest",), 0),
        (("sources",), 0),
    ],
)
def test_in_an_empty_folder_a_topic_is_not_found_and_a_list_is_empty(
    tmp_path: Path, asked: tuple[str, ...], code: int
) -> None:
    assert briefing(*asked, "--articles", str(tmp_path)).returncode == code


def test_what_cannot_be_read_is_named_and_the_rest_is_answered(folder: Path) -> None:
    (folder / "bild.txt").write_bytes(b"\x89PNG\x00\x00\x00")
    (folder / "kaputt.jsonl").write_text('{"id": "a"\n', encoding="utf-8")
    with (folder / "riese.txt").open("wb") as giant:
        giant.truncate(100 * 1024 * 1024)
    (folder / "notiz.md").write_text("# Nur eine Notiz\n", encoding="utf-8")
    done = briefing("ask", "kiel", "--articles", str(folder))
    assert done.returncode == 0
    for name in ("bild.txt", "kaputt.jsonl:1", "riese.txt"):
        assert name in done.stderr
    assert "notiz.md" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_topics_file_is_wrong_settings(folder: Path) -> None:
    (folder / "topics.toml").write_text("[[topic]\nname = ", encoding="utf-8")
    done = briefing(
        "ask",
        "kiel",
        "--articles",
        str(folder),
        BRIEFING_TOPICS_FILE=str(folder / "topics.toml"),
    )
    assert done.returncode == 2
    assert "topics.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("digest", "--date", "31.02.2025"), "2025-01-24"),
        (("digest", "--zone", "Mars/Olympus"), "Zeitzone"),
        (("ask", "--language", "fr"), "fr"),
        (("frag",), "frag"),
    ],
)
def test_wrong_use_says_what_is_allowed(arguments: tuple[str, ...], reason: str) -> None:
    done = briefing(*arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_records_on_standard_input_keep_their_order_their_text_and_their_ids() -> None:
    text = "Erster Satz.\u00a0 Zweiter Satz mit 5 Prozent."
    lines = [
        json.dumps({"id": "eins", "title": "", "text": text}),
        "{kaputt",
        json.dumps({"id": "drei", "text": 3}),
        json.dumps({"id": "vier", "title": "T", "text": "Noch ein Satz.", "published": "gestern"}),
    ]
    done = briefing("read", stdin="\n".join(lines) + "\n")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["id"] for row in rows] == ["eins", None, "drei", "vier"]
    assert rows[0]["text"] == text
    assert "error" in rows[1]
    assert "error" in rows[2]
    assert {"sentences", "summary", "names", "quotes", "figures", "dates"} <= rows[3].keys()


def test_json_may_be_asked_for_where_there_is_nothing_else() -> None:
    record = json.dumps({"id": "a", "text": "Kiel baut."})
    asked = briefing("read", "--json", stdin=record)
    assert asked.returncode == 0
    assert asked.stdout == briefing("read", stdin=record).stdout


def test_a_file_that_is_not_there_gives_an_error_line() -> None:
    done = briefing("read", "nirgends.txt")
    assert json.loads(done.stdout) == {"id": "nirgends.txt", "error": "does not exist"}
    assert done.returncode == 1
    assert done.stderr == "briefing: nirgends.txt: gibt es nicht\n"
    english = briefing("read", "nirgends.txt", "--language", "en")
    assert english.stderr == "briefing: nirgends.txt: does not exist\n"


def test_what_is_no_file_of_ours_is_said_before_what_kind_it_is(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("Text", encoding="utf-8")
    names = (tmp_path / "nirgends", tmp_path, tmp_path / "LICENSE")
    told = briefing("read", *map(str, names)).stderr.splitlines()
    reasons = [line.rpartition(": ")[2] for line in told]
    assert reasons[:2] == ["gibt es nicht", "ist ein Ordner, keine Datei"]
    assert reasons[2] == "unbekannte Art von Datei (der Name hat keine Endung)"


def test_of_many_broken_lines_some_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[1]\n" * 12, encoding="utf-8")
    told = briefing("read", str(tmp_path / "a.jsonl")).stderr.splitlines()
    assert len(told) == 11
    assert "a.jsonl:1: " in told[0]
    assert told[-1] == "briefing: … und 2 weitere"


def test_a_greeting_is_answered_with_help_and_thanks_with_a_word(folder: Path) -> None:
    greeted = briefing("say", "hallo", "--articles", str(folder))
    assert greeted.stdout.startswith("Hallo! So fragst du:")
    assert briefing("say", "danke!", "--articles", str(folder)).stdout == "Gern geschehen.\n"


@pytest.mark.parametrize(("language", "hint"), [("de", "Alle Themen"), ("en", "All topics")])
def test_in_a_shell_the_hints_are_commands_of_the_shell(
    folder: Path, language: str, hint: str
) -> None:
    more = ("--articles", str(folder), "--language", language)
    assert f"{hint}: briefing topics" in briefing("ask", "fußball", *more).stdout
    assert ": briefing ask <" in briefing("topics", *more).stdout
    assert f"{hint}: /briefing" in briefing("say", "/briefing fußball", *more).stdout


def test_the_digest_of_a_past_morning_is_read_as_on_that_morning() -> None:
    done = briefing("digest", "--date", "2025-01-24")
    assert "Stand: 23.01.2025" in done.stdout
    assert "vor 2" not in done.stdout
    assert "Monaten" not in done.stdout


def test_the_digest_of_a_morning_has_new_updated_and_unchanged_topics() -> None:
    done = briefing("digest", "--date", "2025-01-24", "--json")
    digest = json.loads(done.stdout)
    assert {entry["status"] for entry in digest["entries"]} == {"new", "updated"}
    assert digest["unchanged"]


def test_a_morning_without_news_says_so() -> None:
    done = briefing("digest", "--date", "2024-06-03")
    assert done.returncode == 0
    assert "Nichts Neues" in done.stdout


def test_sources_tell_what_was_left_out_and_why(folder: Path) -> None:
    (folder / "leer.txt").write_text("", encoding="utf-8")
    done = briefing("sources", "--articles", str(folder), "--json")
    report = json.loads(done.stdout)
    assert report["articles"] == 1
    assert [Path(skip["path"]).name for skip in report["skipped"]] == ["leer.txt"]
    assert report["skipped"][0]["reason"]


def test_help_names_every_command_and_the_exit_codes() -> None:
    done = briefing("--help", "--language", "en")
    for command in ("ask", "topics", "digest", "read", "say", "chat", "sources"):
        assert command in done.stdout
    assert "3 not found" in done.stdout


def test_wrong_settings_are_told_in_the_language_of_the_labels(folder: Path) -> None:
    asked = ("ask", "kiel", "--articles", str(folder))
    german = briefing(*asked, BRIEFING_DIGEST_TIME="25:00")
    assert (german.returncode, german.stdout) == (2, "")
    assert german.stderr == (
        "briefing: BRIEFING_DIGEST_TIME: muss eine Uhrzeit von „00:00“ bis „23:59“ sein, "
        "nicht '25:00'\n"
    )
    for english in (
        briefing(*asked, BRIEFING_DIGEST_TIME="25:00", BRIEFING_LANGUAGE="en"),
        briefing(*asked, "--language", "en", BRIEFING_DIGEST_TIME="25:00"),
    ):
        assert 'must be a time of day from "00:00" to "23:59"' in english.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("/digest pause",), "davon wird hier nichts behalten"),
        (("/digest pause", "--language", "en"), "nothing of this is kept here"),
        (("/digest now",), ""),
    ],
)
def test_what_a_single_line_does_not_keep_is_said(arguments: tuple[str, ...], told: str) -> None:
    done = briefing("say", *arguments)
    assert done.returncode == 0
    assert (told in done.stderr) if told else ("behalten" not in done.stderr)


def test_a_remark_on_an_article_is_not_counted_as_unread(folder: Path) -> None:
    record = '{"id": "a", "title": "Kiel baut", "text": "Kiel baut ein Museum.", "date": "gestern"}'
    (folder / "a.jsonl").write_text(f"{record}\n[1]\n", encoding="utf-8")
    done = briefing("sources", "--articles", str(folder))
    assert "nicht gelesen: 1 · Anmerkungen: 1" in done.stdout
    assert "das Datum „gestern“" in done.stdout.partition("Gelesen, mit einer Anmerkung:")[2]
    data = json.loads(briefing("sources", "--articles", str(folder), "--json").stdout)
    assert [one["line"] for one in data["skipped"]] == [2]
    assert [one["line"] for one in data["remarks"]] == [1]


@pytest.mark.parametrize(("language", "day"), [("de", "24.01.2025"), ("en", "Jan 24, 2025")])
def test_lists_write_days_as_their_readers_do(tmp_path: Path, language: str, day: str) -> None:
    dated = f'---\ntitle: "Museum"\ndate: 2025-01-24\n---\n\n{ARTICLE}'
    (tmp_path / "nordlux.md").write_text(dated, encoding="utf-8")
    asked = ("sources", "--articles", str(tmp_path))
    told = briefing(*asked, "--language", language).stdout
    assert day in told
    assert "2025-01-24" not in told


def test_a_table_carries_no_blanks_at_the_end_of_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    told = briefing("sources", "--articles", ".", cwd=tmp_path).stdout.splitlines()
    table = told[2:]
    assert [line.index("de") for line in table[1:]] == [table[0].index("Sprache")]
    assert all(line == line.rstrip() for line in told)


def test_a_path_that_is_wider_than_the_terminal_stays_whole(tmp_path: Path) -> None:
    name = f"{'sehr-' * 15}lang.txt"
    (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    told = briefing("sources", "--articles", str(tmp_path), COLUMNS="60").stdout
    path, rest = next(
        pair for pair in zip(told.splitlines(), told.splitlines()[1:], strict=False)
        if pair[0].endswith(name)
    )  # fmt: skip
    assert path == path.strip()
    assert rest.startswith("  Datum: ")
    assert all(line == line.rstrip() for line in told.splitlines())


def test_a_check_fits_its_columns_and_breaks_no_path(tmp_path: Path) -> None:
    told = briefing("check", "--articles", str(tmp_path), COLUMNS="70", BRIEFING_LANGUAGE="en")
    wide = [line for line in told.stdout.splitlines() if len(line) > 70]
    assert all("/" in line.split()[-1] for line in wide)
    assert str(tmp_path) in told.stdout
