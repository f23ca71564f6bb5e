"""What is said about an article, and in how many ways."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.dates import Published, parse_published
from bot.sources.files import read_file
from bot.sources.metadata import find_author, find_kind, name_fields, read_metadata

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.collection import FileRead

DAY = date(2025, 1, 24)


def moment(hour: int, minute: int = 0) -> Published:
    return Published(DAY, datetime(2025, 1, 24, hour, minute, tzinfo=UTC))


def read_txt(folder: Path, *, toml: str | bytes = "", name: str = "a.txt") -> FileRead:
    path = folder / name
    path.write_text("Bagger rollt an\n\nEs wurde laut.", encoding="utf-8")
    if toml:
        data = toml if isinstance(toml, bytes) else toml.encode()
        path.with_suffix(".toml").write_bytes(data)
    return read_file(path)


@pytest.mark.parametrize(
    "written",
    [
        "2025-01-24",
        "20250124",
        "24.01.2025",
        "24.1.25",
        "24. Januar 2025",
        "January 24, 2025",
        "Freitag, 24. Jänner 2025",
        "24 Jan 2025",
        "2025/01/24",
        "24/01/2025",
        " 24.01.2025 ",
    ],
)
def test_a_day_is_read_in_many_spellings(written: str) -> None:
    assert parse_published(written) == Published(DAY)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-01-24T16:00:00+01:00", moment(15)),
        ("2025-01-24T16:00:00Z", moment(16)),
        ("2025-01-24 16:00", moment(16)),
        ("24.01.2025, 16:30 Uhr", moment(16, 30)),
        ("24. Januar 2025 um 16 Uhr", moment(16)),
        ("24.01.2025 16:00 MEZ", moment(15)),
        ("Fri, 24 Jan 2025 16:00:00 +0100", moment(15)),
        ("Fri, 24 Jan 2025 16:00:00 GMT", moment(16)),
        ("Fri Jan 24 2025 16:00:00 GMT+0100 (CET)", moment(15)),
        ("2025-01-24T00:00:00Z", moment(0)),
    ],
)
def test_a_time_gives_the_moment_in_utc(written: str, expected: Published) -> None:
    assert parse_published(written) == expected


def test_the_day_is_the_one_written_whatever_it_is_in_utc() -> None:
    published = parse_published("2025-01-24T23:30:00-05:00")
    assert published == Published(DAY, datetime(2025, 1, 25, 4, 30, tzinfo=UTC))


def test_a_zone_that_is_not_known_gives_the_day_alone() -> None:
    assert parse_published("2025-01-24 16:00 XYZ") == Published(DAY)


def test_dates_of_toml_are_read() -> None:
    assert parse_published(DAY) == Published(DAY)
    assert parse_published(datetime(2025, 1, 24, 16, tzinfo=UTC)) == moment(16)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gestern",
        "2025",
        "2025-01",
        "Januar 2025",
        "24.01.",
        "10:30",
        "2025-02-30",
        "31.04.2025",
        "1737705600",
        "01/02/2025",
        "01-02-2025",
        "25/01/24",
        "24-01-25",
        "9999-12-31T23:59:59-12:00",
        "x" * 1000,
        "Mo",
    ],
)
def test_what_is_no_certain_day_is_no_date(written: str) -> None:
    assert parse_published(written) is None


@pytest.mark.parametrize("value", [7, 3.5, True, [], {}, None])
def test_what_is_no_text_is_no_date(value: object) -> None:
    assert parse_published(value) is None


@given(st.text(max_size=70) | st.from_regex(r"[0-9 .:/+TZA-Za-z-]{0,40}", fullmatch=True))
def test_any_text_is_a_date_or_none(written: str) -> None:
    published = parse_published(written)
    assert published is None or published.on.year > 0


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("german", "de"),
        ("Deutsch", "de"),
        ("en", "en"),
        ("en-US", "en"),
        ("English", "en"),
        ("fr", None),
        ("", None),
        ("nld", None),
        ("denglisch", None),
    ],
)
def test_languages_go_by_many_names(given: str, language: str | None) -> None:
    assert read_metadata({"language": given})[0].language == language


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("report", "report"),
        ("opinion", "opinion"),
        ("background", "background"),
        ("Kommentar", "opinion"),
        ("Meinung", "opinion"),
        ("Analyse", "background"),
        (" OPINION ", "opinion"),
        ("Leitartikel", "opinion"),
        ("Gedicht", None),
    ],
)
def test_kinds_go_by_many_names(given: str, kind: str | None) -> None:
    assert read_metadata({"kind": given})[0].kind == kind


def test_a_kind_that_is_not_known_is_told() -> None:
    assert read_metadata({"kind": "Gedicht"})[1] == (
        "kind is none of report, opinion, background; left out",
    )


def test_a_title_may_say_itself_that_it_is_opinion() -> None:
    assert find_kind("Kommentar: Wer gräbt, muss zahlen") == "opinion"
    assert find_kind("Analyse | Wer gräbt") == "background"
    assert find_kind("Ortschef: Kommentar folgt") == "report"


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org"])
def test_an_address_on_the_web_is_kept(url: str) -> None:
    assert read_metadata({"url": url})[0].url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://example.org/a",
        "file:///etc",
        "/a",
        "https://",
        "http://[",
        "https://a b",
        "x",
    ],
)
def test_another_address_is_left_out_and_told(url: str) -> None:
    metadata, notes = read_metadata({"url": url})
    assert metadata.url is None
    assert notes == ("url is no http or https address; left out",)


def test_keys_go_by_several_names() -> None:
    fields = name_fields({"Source": "A", "publisher": "B", "DATE": "2025-01-24", "note": "x"})
    assert fields == {"outlet": "A", "published": "2025-01-24"}


def test_a_title_is_one_line_that_can_be_seen() -> None:
    title = "\u202eBagger\n\n rollt\x00\u200b  an"
    assert read_metadata({"title": title})[0].title == "Bagger rollt an"


def test_a_value_of_the_wrong_kind_is_left_out_and_told() -> None:
    metadata, notes = read_metadata({"title": ["a"], "outlet": {"name": "b"}})
    assert (metadata.title, metadata.outlet) == (None, None)
    assert notes == ("title is not text; left out", "outlet is not text; left out")


def test_a_number_can_be_a_title() -> None:
    assert read_metadata({"title": 1984})[0].title == "1984"


def test_a_huge_number_is_no_title() -> None:
    assert read_metadata({"title": 1 << 100_000})[0].title is None


def test_a_sidecar_gives_the_metadata_of_a_text(tmp_path: Path) -> None:
    toml = 'source = "Ortsblatt"\ndate = 2025-01-24T16:00:00+01:00\nurl = "https://example.org/a"\n'
    found = read_txt(tmp_path, toml=toml)
    (article,) = found.articles
    assert (article.outlet, article.url) == ("Ortsblatt", "https://example.org/a")
    assert (article.published_on, article.published_at) == (DAY, moment(15).at)
    assert found.skipped == ()


@pytest.mark.parametrize(
    "toml", ["title = ", b"\x00\xff", "a = " + "[" * 20_000, "a = " + "9" * 9999]
)
def test_a_broken_sidecar_is_named_and_the_text_still_read(tmp_path: Path, toml: str) -> None:
    found = read_txt(tmp_path, toml=toml)
    assert found.articles[0].title == "Bagger rollt an"
    assert [skip.path for skip in found.skipped] == [str(tmp_path / "a.toml")]


def test_a_broken_sidecar_is_told_with_its_place(tmp_path: Path) -> None:
    (skip,) = read_txt(tmp_path, toml='title = "a"\noutlet = ').skipped
    assert skip.reason.startswith("not valid TOML: Invalid value (at ")


def test_front_matter_counts_before_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('outlet = "A"\nlanguage = "en"', encoding="utf-8")
    path = tmp_path / "a.md"
    path.write_text("---\noutlet: B\n---\nEs wurde laut.", encoding="utf-8")
    (article,) = read_file(path).articles
    assert (article.outlet, article.language) == ("B", "en")


def test_a_name_that_begins_with_a_day_dates_its_article(tmp_path: Path) -> None:
    assert read_txt(tmp_path, name="2025-01-24-bagger.txt").articles[0].published_on == DAY


def test_metadata_counts_before_the_name(tmp_path: Path) -> None:
    found = read_txt(tmp_path, name="2025-01-23-bagger.txt", toml="date = 2025-01-24")
    assert found.articles[0].published_on == DAY


def test_a_name_with_a_day_that_does_not_exist_is_told(tmp_path: Path) -> None:
    found = read_txt(tmp_path, name="2025-02-30-bagger.txt")
    assert found.articles[0].published_on is None
    assert len(found.skipped) == 1


def test_the_time_of_the_file_is_no_date(tmp_path: Path) -> None:
    assert read_txt(tmp_path).articles[0].published_on is None


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Anna Beispiel", "Anna Beispiel"),
        ("Anna Beispiel; Max Muster; Anna Beispiel", "Anna Beispiel, Max Muster"),
        ("redaktion@news.example (Anna Beispiel)", "Anna Beispiel"),
        ("redaktion@news.example", None),
        ("https://news.example/autoren/anna", None),
        ("Muster-Blatt", None),
        ("", None),
        ("…", None),
        ("x " * 100, None),
        (["Anna Beispiel", "Max Muster"], "Anna Beispiel, Max Muster"),
        ([{"name": "Anna Beispiel", "url": "https://news.example/"}], "Anna Beispiel"),
        ({"name": "Anna Beispiel"}, "Anna Beispiel"),
        ({"name": {"name": "Anna Beispiel"}}, None),
        ([["Anna Beispiel"]], None),
        (7, None),
        (None, None),
    ],
)
def test_who_wrote_an_article_is_a_name(written: object, author: str | None) -> None:
    assert find_author(written, outlet="Musterblatt") == author
