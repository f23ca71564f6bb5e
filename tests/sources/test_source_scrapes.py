"""Plain texts as they are copied from web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.reading.layout import find_blocks
from bot.sources.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.models import Article

BODY = "Am Dienstag kam der Bagger. Er grub bis zum Abend.\n\nDanach war es still im Ort."


def read(folder: Path, text: str, name: str = "a.txt") -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (article,) = read_file(path).articles
    return article


@pytest.fixture
def users_article(shared: Path) -> Article:
    (article,) = read_file(shared / "seeds" / "000_5591d08ff4297b4b.txt").articles
    return article


def test_the_users_article_has_its_first_line_as_title(users_article: Article) -> None:
    assert users_article.title == "Musk gegen Altman und Trump: Der erste offene Streit"
    assert users_article.title not in users_article.text


def test_the_users_article_has_lost_its_comment_count(users_article: Article) -> None:
    assert users_article.text.startswith("Am Montag ist Donald Trump")
    assert "\n11\n" not in users_article.text


def test_the_users_article_keeps_its_subheading_as_a_paragraph(users_article: Article) -> None:
    headings = [block for block in find_blocks(users_article.text) if block.is_heading]
    assert [users_article.cut(block.range) for block in headings] == ["Er kann Altman nicht leiden"]


def test_the_users_article_keeps_the_gap_where_a_name_got_lost(users_article: Article) -> None:
    assert "stehende Unternehmen , der japanische" in users_article.text


def test_the_users_article_keeps_the_slip_at_its_end(users_article: Article) -> None:
    assert users_article.text.endswith("auf eine ernste Probe stellt.")


def test_the_users_article_is_german_and_undated(users_article: Article) -> None:
    assert users_article.language == "de"
    assert users_article.published_on is None
    assert users_article.published_at is None


def test_the_users_article_keeps_all_its_other_lines(shared: Path, users_article: Article) -> None:
    file = shared / "seeds" / "000_5591d08ff4297b4b.txt"
    lines = [line.strip() for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    assert users_article.text.split("\n\n") == [*lines[2:]]


def test_the_first_line_is_the_title_and_not_part_of_the_text(tmp_path: Path) -> None:
    article = read(tmp_path, f"Bagger rollt an\n\n{BODY}\n")
    assert (article.title, article.text) == ("Bagger rollt an", BODY)


@pytest.mark.parametrize(
    "stray",
    [
        "11",
        "(27)",
        "1.204",
        "Teilen",
        "DRUCKEN",
        "Artikel anhören",
        "27 Kommentare",
        "Merken |",
        "Kommentare (11)",
        "Lesezeit: 4 Min.",
        "Zur Startseite",
        "Anzeige",
        "Share",
    ],
)
def test_counts_and_buttons_are_left_out(tmp_path: Path, stray: str) -> None:
    paragraphs = BODY.replace("\n\n", f"\n\n{stray}\n\n")
    assert read(tmp_path, f"{stray}\nBagger rollt an\n{stray}\n\n{paragraphs}").text == BODY


def test_a_sentence_about_sharing_stays(tmp_path: Path) -> None:
    text = "Teilen will das Amt die Kosten nicht. 11 Kommentare gingen ein."
    assert read(tmp_path, f"Streit ums Geld\n\n{text}").text == text


def test_paragraphs_are_apart_by_exactly_one_blank_line(tmp_path: Path) -> None:
    article = read(tmp_path, f"Bagger rollt an\n\n\n\n  \n{BODY.replace('.', '.   ')}\n\n\n")
    assert article.text.count("\n\n") == 1
    assert "\n\n\n" not in article.text
    assert " \n" not in article.text


def test_lines_apart_by_single_line_ends_become_paragraphs(tmp_path: Path) -> None:
    article = read(tmp_path, "Bagger rollt an\n" + BODY.replace("\n\n", "\n"))
    assert (article.title, article.text) == ("Bagger rollt an", BODY)


def test_lines_wrapped_at_a_page_edge_are_joined(tmp_path: Path) -> None:
    wrapped = (
        "Am Dienstag kam der Bagger, auf den der ganze\nOrt seit dem Frühjahr gewartet hatte, "
        "und er\ngrub bis zum späten Abend.\n\nDanach war es still im Ort, denn alle waren zu\n"
        "müde zum Reden."
    )
    article = read(tmp_path, f"Bagger rollt an\n\n{wrapped}")
    assert [*map(len, article.text.split("\n\n"))] == [117, 62]
    assert "der ganze Ort seit" in article.text


def test_a_first_line_of_long_prose_stays_in_the_text(tmp_path: Path) -> None:
    prose = "Am Dienstag kam der Bagger in den Ort und grub " + "und grub " * 20 + "bis zum Abend"
    article = read(tmp_path, f"{prose}\n\nDanach war es still.")
    assert article.text == f"{prose}\n\nDanach war es still."


def test_a_first_line_that_runs_on_into_prose_stays_in_the_text(tmp_path: Path) -> None:
    text = "Am Dienstag kam der Bagger.\nEr grub bis zum Abend."
    assert read(tmp_path, text).text == text.replace("\n", "\n\n")


def test_without_a_headline_the_first_words_stand_in(tmp_path: Path) -> None:
    prose = "Am Dienstag kam der Bagger in den Ort und grub " + "und grub " * 20 + "bis zum Abend."
    title = read(tmp_path, prose).title
    assert title.endswith(" und grub und…")
    assert prose.startswith(title.removesuffix("…"))
    assert len(title) <= 81


def test_a_short_sentence_with_a_blank_line_after_it_is_a_headline(tmp_path: Path) -> None:
    assert read(tmp_path, f"Der Bagger kommt.\n\n{BODY}").title == "Der Bagger kommt."


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Bagger rollt an", "Bagger rollt an\n\n11\n", "\ufeff"]
)
def test_a_file_without_text_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    read = read_file(path)
    assert (read.articles, [skip.reason for skip in read.skipped]) == ((), ["no text"])


def test_the_title_of_a_sidecar_takes_the_same_headline_out_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "Bagger rollt an"', encoding="utf-8")
    assert read(tmp_path, f"BAGGER ROLLT AN\n\n{BODY}").text == BODY


def test_another_title_in_a_sidecar_leaves_the_first_line_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "Unruhe im Ort"', encoding="utf-8")
    article = read(tmp_path, f"Bagger rollt an\n\n{BODY}")
    assert article.title == "Unruhe im Ort"
    assert article.text == f"Bagger rollt an\n\n{BODY}"


FURNITURE = [
    "Startseite | Politik",
    "Startseite > Politik > Inland",
    "Home | World | Business",
    "Facebook Twitter WhatsApp E-Mail",
    "Teilen | Merken | Drucken",
    "Share on Facebook",
    "Foto: Max Muster/dpa",
    "© dpa",
    "Photo: Anna Sample",
    "Quelle: dpa",
]
HEADS = [
    "Von Max Muster",
    "Von Max Muster und Erika Beispiel, Seeburg",
    "VON MAX MUSTER",
    "By Anna Sample and Karl Model",
    "Autorin: Erika Beispiel",
    "Stand: 24. November 2026, 14:30 Uhr",
    "Veröffentlicht am 24.11.2026",
    "Updated: November 24, 2026, 2:30 pm",
]


@pytest.mark.parametrize("line", [*FURNITURE, *HEADS])
def test_what_stands_around_an_article_is_no_part_of_it(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"Bagger rollt an\n\n{line}\n\n{BODY}")
    assert (article.title, article.text) == ("Bagger rollt an", BODY)


@pytest.mark.parametrize("line", FURNITURE)
def test_menus_and_buttons_are_left_out_in_the_middle_too(tmp_path: Path, line: str) -> None:
    paragraphs = BODY.replace("\n\n", f"\n\n{line}\n\n")
    assert read(tmp_path, f"Bagger rollt an\n\n{paragraphs}").text == BODY


@pytest.mark.parametrize("label", ["Mehr zum Thema", "Lesen Sie auch:", "Related articles"])
def test_links_to_other_articles_are_left_out(tmp_path: Path, label: str) -> None:
    links = f"{label}\nNordlicht streicht Stellen\nWer zahlt für den Kai?\n"
    first, second = BODY.split("\n\n")
    assert read(tmp_path, f"Bagger rollt an\n\n{first}\n\n{links}\n{second}").text == BODY
    assert read(tmp_path, f"Bagger rollt an\n\n{BODY}\n\n{links}").text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Seeburg, 24. November 2026",
        "Seeburg, den 24.11.2026",
        "Dienstag, 24. November 2026",
        "24.11.2026, 14:30 Uhr",
        "Stand: 24. November 2026",
        "London, 24 November 2026",
        "Published on November 24, 2026",
    ],
)
def test_a_line_with_a_date_alone_dates_the_article(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"Bagger rollt an\n\n{line}\n\n{BODY}")
    assert str(article.published_on) == "2026-11-24"
    assert article.text == BODY


def test_the_first_date_is_that_of_publication(tmp_path: Path) -> None:
    dates = "Veröffentlicht am 24.11.2026\nAktualisiert: 26.11.2026, 9:00 Uhr"
    article = read(tmp_path, f"Bagger rollt an\n\n{dates}\n\n{BODY}")
    assert str(article.published_on) == "2026-11-24"


def test_what_a_sidecar_says_counts_before_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("published = 2026-11-20\n", encoding="utf-8")
    article = read(tmp_path, f"Bagger rollt an\n\nSeeburg, 24. November 2026\n\n{BODY}")
    assert str(article.published_on) == "2026-11-20"


@pytest.mark.parametrize(
    "line",
    [
        "Von Max Muster hat lange niemand etwas gehört.",
        "Von Kiel nach Bern sind es 900 Kilometer.",
        "By May the digger will be gone.",
        "Am 24. November 2026 beginnt der Umbau.",
        "Köln | 3:1 | Kiel",
        "Foto: So heißt die neue Ausstellung im Museum.",
        "Teilen und merken: Das rät das Amt.",
        "Politik ist das Bohren harter Bretter.",
    ],
)
def test_a_sentence_that_looks_like_furniture_stays(tmp_path: Path, line: str) -> None:
    first, second = BODY.split("\n\n")
    article = read(tmp_path, f"Bagger rollt an\n\n{first}\n\n{line}\n\n{second}")
    assert line in article.text


def test_a_headline_with_a_bar_stays_the_headline(tmp_path: Path) -> None:
    article = read(tmp_path, f"Bagger rollt an | Musterblatt\n\n{BODY}")
    assert article.title == "Bagger rollt an | Musterblatt"


@pytest.mark.parametrize(
    "line", [" |" * 500_000, "von " * 250_000, "a " * 500_000, "\nMehr dazu" * 90_000]
)
def test_one_endless_line_takes_no_time(tmp_path: Path, line: str) -> None:
    """Each test has a minute; what takes the square of the length would take hours."""
    article = read(tmp_path, f"Bagger rollt an\n\nVon Max Muster\n\nEin Satz. x{line}x\n\n{BODY}")
    assert article.text.endswith(BODY)
