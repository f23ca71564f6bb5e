"""JSON records from files and streams."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.core.models import Article
from bot.sources.files import read_file
from bot.sources.model import Rejected
from bot.sources.records import read_records

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.collection import FileRead

RECORD = {"id": "b1", "title": "Bagger rollt an", "text": "Es wurde laut. Danach war Ruhe."}


def one(line: str | bytes) -> Article | Rejected:
    (outcome,) = read_records([line])
    return outcome


def error(line: str | bytes) -> str:
    outcome = one(line)
    assert isinstance(outcome, Rejected)
    return outcome.error


def article(**changes: object) -> Article:
    outcome = one(json.dumps({**RECORD, **changes}))
    assert isinstance(outcome, Article)
    return outcome


def read(folder: Path, text: str, name: str) -> FileRead:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_a_record_becomes_an_article() -> None:
    found = article(published="2025-01-24T23:30:00-05:00", outlet="Ortsblatt", language="de")
    assert (found.id, found.title, found.outlet) == ("b1", "Bagger rollt an", "Ortsblatt")
    assert found.published_on == date(2025, 1, 24)
    assert found.published_at == datetime(2025, 1, 25, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mu\u0308ller  \r\n\u00a0geht\u200b.\t ",
        "\ufeffLaut.",
        "\u202eLaut.",
        "11\n\nLaut.",
        "\x00\x07a",
        "👩‍👧",
    ],
)
def test_the_text_is_kept_character_for_character(text: str) -> None:
    assert article(text=text).text == text


def test_a_record_needs_no_title() -> None:
    assert article(title=None).title == RECORD["text"]
    assert article(title="").title == RECORD["text"]


def test_a_number_serves_as_id() -> None:
    assert article(id=7).id == "7"


def test_an_id_is_kept_as_it_is() -> None:
    assert article(id="a/b  c~d").id == "a/b  c~d"


def test_the_language_is_found_where_none_of_ours_is_given() -> None:
    english = "The digger came to the village and it was loud for all of the day."
    assert article(text=english, language="fr").language == "en"
    assert article(text=english, language=None).language == "en"


def test_blank_lines_are_passed_over() -> None:
    assert [*read_records(["", "  \n", b"\r\n"])] == []


def test_bytes_and_characters_give_the_same() -> None:
    line = json.dumps({**RECORD, "text": "Größer."}, ensure_ascii=False)
    assert one(line) == one(line.encode()) == one("\ufeff" + line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON (character 2)"),
        ("kein JSON", "not valid JSON (character 1)"),
        ("[1]", "not a JSON object"),
        ("null", "not a JSON object"),
        ("{}", "no text"),
        ('{"id": "a"}', "no text"),
        ('{"id": "a", "text": null}', "no text"),
        ('{"id": "a", "text": " \\n "}', "no text"),
        ('{"id": "a", "text": 7, "title": []}', '"text" is not text, "title" is not text'),
        ('{"id": "a", "text": ["a"]}', '"text" is not text'),
        ('{"id": "a", "text": "b", "url": {}}', '"url" is not text'),
        ('{"text": "a"}', 'no "id"'),
        ('{"id": "", "text": "a"}', 'no "id"'),
        ('{"id": "a", "text": "b \\ud800 c"}', "holds half a character (a lone surrogate)"),
        ('{"id": "\\ud800", "text": "b"}', "holds half a character (a lone surrogate)"),
        (
            '{"id": "a", "title": "\\udfff", "text": "b"}',
            "holds half a character (a lone surrogate)",
        ),
        ('{"id": "a", "text": ' + "1" * 5000 + "}", "JSON holds a number that is too long"),
        ("[" * 100_000, "JSON is nested too deeply"),
        ('{"a":' * 100_000, "JSON is nested too deeply"),
        (b'{"id": "a", "text": "Gr\xf6\xdfe"}', "not UTF-8"),
        ('{"id": "a", "text": "b\udcff"}', "holds half a character (a lone surrogate)"),
    ],
)
def test_a_broken_line_is_rejected_with_a_plain_reason(line: str | bytes, reason: str) -> None:
    assert error(line) == reason


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert article(text="Laut \ud83d\ude00.".encode("utf-16", "surrogatepass").decode("utf-16"))
    found = one('{"id": "a", "text": "\\ud83d\\ude00"}')
    assert isinstance(found, Article)
    assert found.text == "😀"


def test_a_rejected_record_is_named_by_its_id() -> None:
    assert one('{"id": "b7", "text": "a", "n": 3.5e9999, "url": []}') == Rejected(
        "b7", '"url" is not text'
    )
    assert one('{"id": "\\ud800", "text": "a"}') == Rejected(
        None, "holds half a character (a lone surrogate)"
    )


def test_a_broken_line_does_not_stop_the_next() -> None:
    outcomes = [*read_records(["{", json.dumps(RECORD), "", "7", json.dumps(RECORD)])]
    assert [type(outcome) for outcome in outcomes] == [Rejected, Article, Rejected, Article]


def test_a_stream_is_read_line_by_line() -> None:
    seen: list[int] = []

    def lines() -> list[str]:
        seen.append(1)
        return [json.dumps(RECORD)]

    stream = read_records(line for _ in range(3) for line in lines())
    next(stream)
    assert len(seen) == 1


def test_a_date_that_is_none_leaves_the_article_undated_and_is_told() -> None:
    notes: list[tuple[int, str]] = []
    line = json.dumps({**RECORD, "published": "gestern"})
    (found,) = read_records(["", line], on_note=lambda number, note: notes.append((number, note)))
    assert isinstance(found, Article)
    assert found.published_on is None
    assert notes == [(2, 'date "gestern" cannot be read for certain; read as undated')]


def test_a_json_file_holds_one_record(tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps(RECORD, indent=2), "a.json")
    assert [article.id for article in found.articles] == ["b1"]


def test_a_json_file_holds_a_list_and_its_broken_records_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps([RECORD, {"id": "x"}, {**RECORD, "id": "b2"}]), "a.json")
    assert [article.id for article in found.articles] == ["b1", "b2"]
    assert [skip.reason for skip in found.skipped] == ["record 2: no text"]


def test_broken_json_is_named_with_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, '{"id": 1,\n "text": }', "a.json")
    assert [skip.reason for skip in found.skipped] == ["not valid JSON (line 2, character 10)"]


@pytest.mark.parametrize("bomb", ["[" * 1_000_000, '{"a":' * 200_000, "9" * 100_000])
def test_bombs_in_json_are_named(tmp_path: Path, bomb: str) -> None:
    found = read(tmp_path, bomb, "a.json")
    assert len(found.skipped) == 1
    assert found.articles == ()


def test_a_record_in_a_file_needs_no_id(tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps({"title": "Größer!", "text": "Es wurde laut."}), "a.json")
    assert found.articles[0].id.startswith("groesser-")


def test_lines_are_read_and_broken_ones_numbered(tmp_path: Path) -> None:
    lines = f'{json.dumps(RECORD)}\n\n{{"id": 2\n{json.dumps({**RECORD, "id": 3})}'
    found = read(tmp_path, lines, "a.ndjson")
    assert [article.id for article in found.articles] == ["b1", "3"]
    assert [(skip.line, skip.reason) for skip in found.skipped] == [
        (3, "not valid JSON (character 9)")
    ]


def test_the_text_of_a_line_in_a_file_is_kept_too(tmp_path: Path) -> None:
    text = "Mu\u0308ller  \r\n\u200bgeht."
    found = read(tmp_path, json.dumps({**RECORD, "text": text}), "a.jsonl")
    assert found.articles[0].text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_are_read_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps({**RECORD, "text": "Größer wird es nicht."}, ensure_ascii=False)
    path.write_bytes(f"{line}\r\n{line}\r\n".encode(encoding))
    assert [a.text for a in read_file(path).articles] == ["Größer wird es nicht."] * 2


def test_a_line_over_the_limit_is_passed_over_alone(tmp_path: Path) -> None:
    long = json.dumps({**RECORD, "text": "a" * 5000})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{long}\n{json.dumps({**RECORD, 'id': 3})}\n", "utf-8")
    found = read_file(path, limit=1000)
    assert [article.id for article in found.articles] == ["b1", "3"]
    assert [(skip.line, skip.reason) for skip in found.skipped] == [
        (2, f"{len(long) + 1} bytes, more than the 1000 bytes that are read")
    ]


def test_lines_that_are_no_text_end_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\x00\n" * 5000)
    assert [(skip.line, skip.reason) for skip in read_file(path).skipped] == [(1, "not text")]


def test_a_file_of_broken_lines_alone_is_given_up(tmp_path: Path) -> None:
    found = read(tmp_path, "x\n" * 5000, "a.jsonl")
    assert len(found.skipped) == 1002
    assert found.skipped[-1].reason == "too many faults; the rest is left out"


def test_a_sidecar_speaks_for_all_records_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('outlet = "Ortsblatt"\ntitle = "Alle"', encoding="utf-8")
    found = read(tmp_path, json.dumps([RECORD, {**RECORD, "outlet": "Anders"}]), "a.json")
    assert [article.outlet for article in found.articles] == ["Ortsblatt", "Anders"]
    assert found.articles[0].title == "Bagger rollt an"


@pytest.mark.parametrize("author", ["Anna Beispiel", ["Anna Beispiel"], {"name": "Anna Beispiel"}])
def test_a_record_says_who_wrote_it(author: object) -> None:
    assert article(author=author).author == "Anna Beispiel"


def test_an_author_that_is_none_costs_no_article() -> None:
    assert article(author=7).author is None
