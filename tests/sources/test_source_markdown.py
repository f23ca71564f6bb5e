"""Markdown with front matter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.sources.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.collection import FileRead
    from bot.core.models import Article

FRONT = "---\ntitle: Bagger rollt an\noutlet: Ortsblatt\ndate: 2025-01-24\n---\n\n"


def read_all(folder: Path, text: str, name: str = "a.md") -> FileRead:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def read(folder: Path, text: str) -> Article:
    (article,) = read_all(folder, text).articles
    return article


def test_front_matter_gives_the_metadata(tmp_path: Path) -> None:
    article = read(tmp_path, f"{FRONT}Es wurde laut.")
    assert (article.title, article.outlet) == ("Bagger rollt an", "Ortsblatt")
    assert article.published_on == date(2025, 1, 24)
    assert article.text == "Es wurde laut."


def test_a_file_without_front_matter_is_a_note(tmp_path: Path) -> None:
    read = read_all(tmp_path, "# Hinweise\n\nHier liegen Artikel.")
    assert read.articles == ()
    assert [skip.reason for skip in read.skipped] == [
        "a note, not an article: Markdown without front matter"
    ]


def test_the_facts_beside_the_users_article_are_no_article(shared: Path) -> None:
    assert read_file(shared / "seeds" / "FACTS.md").articles == ()


def test_a_file_without_front_matter_but_with_a_sidecar_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('outlet = "Ortsblatt"', encoding="utf-8")
    article = read(tmp_path, "# Bagger rollt an\n\nEs wurde laut.")
    assert (article.title, article.outlet) == ("Bagger rollt an", "Ortsblatt")


def test_front_matter_that_never_ends_is_none(tmp_path: Path) -> None:
    assert read_all(tmp_path, "---\ntitle: Bagger\n\nEs wurde laut.").articles == ()


def test_markup_is_gone_and_its_words_stay(tmp_path: Path) -> None:
    text = "Der *Bagger* war **sehr** [laut](https://example.org) und `gelb`.<br>Ende.\n"
    assert read(tmp_path, FRONT + text).text == "Der Bagger war sehr laut und gelb.Ende."


def test_lines_of_a_paragraph_are_joined(tmp_path: Path) -> None:
    assert read(tmp_path, f"{FRONT}Es war\nlaut  \nim Ort.").text == "Es war laut im Ort."


def test_headings_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    text = "Es wurde laut.\n\n## Am Abend\nDanach war Ruhe.\n"
    assert read(tmp_path, FRONT + text).text == "Es wurde laut.\n\nAm Abend\n\nDanach war Ruhe."


def test_a_list_has_a_line_for_each_item(tmp_path: Path) -> None:
    text = "Dabei waren:\n\n- der Bagger\n- ein Kran\n  1. und sein Fahrer\n\nMehr nicht.\n"
    assert read(tmp_path, FRONT + text).text == (
        "Dabei waren:\n\nder Bagger\nein Kran\nund sein Fahrer\n\nMehr nicht."
    )


@pytest.mark.parametrize(
    "dropped",
    [
        "```\ncode()\n```",
        "    code()",
        "<div>code()</div>",
        "![code()](a.png)",
        "|code()|\n|-|\n|1|",
    ],
)
def test_code_html_pictures_and_tables_are_left_out(tmp_path: Path, dropped: str) -> None:
    assert read(tmp_path, f"{FRONT}Davor.\n\n{dropped}\n\nDanach.").text == "Davor.\n\nDanach."


def test_a_heading_that_repeats_the_title_is_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, f"{FRONT}# Bagger rollt an\n\nEs wurde laut.").text == "Es wurde laut."


def test_another_heading_stays_beside_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, f"{FRONT}# Lärm im Ort\n\nEs wurde laut.")
    assert article.title == "Bagger rollt an"
    assert article.text == "Lärm im Ort\n\nEs wurde laut."


def test_without_a_title_the_first_heading_is_it(tmp_path: Path) -> None:
    article = read(tmp_path, "---\noutlet: Ortsblatt\n---\n# Lärm im Ort\n\nEs wurde laut.")
    assert (article.title, article.text) == ("Lärm im Ort", "Es wurde laut.")


def test_a_subheading_further_down_is_not_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, "---\noutlet: Ortsblatt\n---\nEs wurde laut.\n\n## Am Abend\n\nRuhe.")
    assert article.title == "Es wurde laut. Am Abend Ruhe."


def test_an_unquoted_colon_costs_no_metadata(tmp_path: Path) -> None:
    text = "---\ntitle: Kommentar: Wer gräbt, muss zahlen\noutlet: Ortsblatt\n---\nEs wurde laut."
    read = read_all(tmp_path, text)
    assert read.articles[0].title == "Kommentar: Wer gräbt, muss zahlen"
    assert read.articles[0].outlet == "Ortsblatt"
    assert read.articles[0].kind == "opinion"
    assert [skip.reason for skip in read.skipped] == [
        "front matter is not valid YAML; read by lines"
    ]


def test_a_day_that_does_not_exist_costs_the_date_alone(tmp_path: Path) -> None:
    read = read_all(tmp_path, f"{FRONT.replace('01-24', '02-30')}Es wurde laut.")
    assert read.articles[0].title == "Bagger rollt an"
    assert read.articles[0].published_on is None
    assert [skip.reason for skip in read.skipped] == [
        'date "2025-02-30" cannot be read for certain; read as undated'
    ]


def test_empty_front_matter_still_makes_an_article(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n---\nEs wurde laut.").text == "Es wurde laut."


@pytest.mark.parametrize(
    "front",
    ["[" * 7_000, "- " * 4_000, "a: " * 2_000, "{a: " * 2_000, "x" * 1_000_000, "a: &b [*b]"],
)
def test_hostile_front_matter_costs_the_metadata_alone(tmp_path: Path, front: str) -> None:
    assert read(tmp_path, f"---\n{front}\n---\nEs wurde laut.").text == "Es wurde laut."


def test_front_matter_that_is_no_longer_metadata_is_told(tmp_path: Path) -> None:
    read = read_all(tmp_path, f"---\ntitle: {'x' * 10_000}\n---\nEs wurde laut.")
    assert read.articles[0].title == "Es wurde laut."
    assert [skip.reason for skip in read.skipped] == ["front matter is too long; left out"]


def test_a_title_of_half_a_character_can_be_encoded(tmp_path: Path) -> None:
    article = read(tmp_path, '---\ntitle: "Bagger \\ud800 rollt"\n---\nEs wurde laut.')
    assert article.title.encode() == b"Bagger rollt"


def test_entities_bring_no_invisible_characters_back(tmp_path: Path) -> None:
    text = f"{FRONT}Es&nbsp;wurde&#8203; &#x202e;laut&shy;."
    assert read(tmp_path, text).text == "Es wurde laut."


def test_a_day_at_the_start_of_a_line_is_no_number_of_a_list(tmp_path: Path) -> None:
    chronicle = "- 3. Mai 2025: Der Bagger kommt.\n- 4. Mai 2025: Er gräbt."
    assert read(tmp_path, FRONT + chronicle).text == (
        "3. Mai 2025: Der Bagger kommt.\n4. Mai 2025: Er gräbt."
    )


def test_days_one_below_the_other_keep_their_numbers(tmp_path: Path) -> None:
    assert read(tmp_path, f"{FRONT}3. Mai: Ankunft.\n4. Mai: Abfahrt.").text == (
        "3. Mai: Ankunft.\n4. Mai: Abfahrt."
    )


def test_an_ordinal_that_opens_a_paragraph_stays(tmp_path: Path) -> None:
    text = read(
        tmp_path, f"{FRONT}1. FC Beispiel gewinnt das Spiel.\n\nDanach wurde gefeiert."
    ).text
    assert text == "1. FC Beispiel gewinnt das Spiel.\n\nDanach wurde gefeiert."


def test_the_numbers_of_a_list_are_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, f"{FRONT}1. Bagger bestellen\n2. Graben").text == (
        "Bagger bestellen\nGraben"
    )


@pytest.mark.parametrize(
    "front",
    ["author: Anna Beispiel", "authors: [Anna Beispiel]", "autor:\n  - name: Anna Beispiel"],
)
def test_front_matter_says_who_wrote_it(tmp_path: Path, front: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Brücke\n{front}\n---\nEs wird gebaut.\n", encoding="utf-8")
    (found,) = read_file(path).articles
    assert found.author == "Anna Beispiel"
