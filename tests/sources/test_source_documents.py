from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bot.sources.documents import reading
from bot.sources.documents.mending import mend_pages
from bot.sources.files import read_file
from bot.sources.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


def test_words_divided_at_the_end_of_a_line_are_joined() -> None:
    page = ["Der Bundes-", "tag hat die Rechen-", "zentren gebilligt."]
    assert mend_pages([page]) == "Der Bundestag hat die Rechenzentren gebilligt."


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Haus- und", "Hofmeister"], "Haus- und Hofmeister"),
        (["Haus-", "und Hofmeister"], "Haus- und Hofmeister"),
        (["Vor-", "oder Nachteil"], "Vor- oder Nachteil"),
        (["Annalena Müller-", "Lüdenscheidt sprach"], "Annalena Müller-Lüdenscheidt sprach"),
        (["von 2024 -", "so hieß es"], "von 2024 - so hieß es"),
        (["Wirt\xad", "schaft"], "Wirtschaft"),
        (["Die EU-", "Kommission"], "Die EU-Kommission"),
    ],
)
def test_hyphens_that_belong_to_the_text_stay(lines: list[str], text: str) -> None:
    assert mend_pages([lines]) == text


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        ["Musterblatt · Montag", "", f"Absatz {word} steht hier.", "", f"Seite {n} von 3"]
        for n, word in enumerate(("eins", "zwei", "drei"), start=1)
    ]
    assert mend_pages(pages) == (
        "Absatz eins steht hier.\n\nAbsatz zwei steht hier.\n\nAbsatz drei steht hier."
    )


def test_a_sentence_that_runs_over_the_page_stays_one() -> None:
    assert mend_pages([["Der Rat hat", "1"], ["beschlossen.", "2"]]) == "Der Rat hat beschlossen."


def test_a_number_inside_the_text_is_no_page_number() -> None:
    assert mend_pages([["Es kamen", "2000", "Menschen zusammen."]]) == (
        "Es kamen 2000 Menschen zusammen."
    )


WORDS = st.text(alphabet="abcdefgäöüßABC.,-", min_size=1, max_size=12)


@given(st.lists(st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=12), max_size=4))
def test_mending_invents_no_character(pages: list[list[str]]) -> None:
    given_letters = "".join(re.findall(r"\w", "".join("".join(page) for page in pages)))
    kept = iter(given_letters)
    assert all(letter in kept for letter in re.findall(r"\w", mend_pages(pages)))


def test_a_pdf_is_an_article(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "2026-01-05-bruecke.pdf"
    lines = [
        ["Neue Brücke über die Aue"],
        ["Die Stadt Musterhausen baut bis zum Herbst eine neue Brü-", "cke über die Aue."],
        ["Sie kostet 12 Millionen Euro. Das hat der Rat am Montag", "mit Mehrheit beschlossen."],
    ]
    write_pdf(path, [lines, [["Die Opposition stimmte nach langer Debatte dagegen."]]])
    read = read_file(path, sandbox=sandbox)
    assert not read.skipped
    (article,) = read.articles
    assert "eine neue Brücke über die Aue." in article.text
    assert "Musterblatt" not in article.text
    assert "Die Opposition stimmte nach langer Debatte dagegen." in article.text
    assert str(article.published_on) == "2026-01-05"
    assert article.language == "de"


def test_a_word_file_is_an_article(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "bruecke.docx"
    document = Document()
    document.add_heading("Neue Brücke", level=1)
    document.add_paragraph("Die Stadt baut eine Brücke. Sie kostet 12 Millionen Euro.")
    document.save(str(path))
    (article,) = read_file(path, sandbox=sandbox).articles
    assert article.title == "Neue Brücke"
    assert article.text == "Die Stadt baut eine Brücke. Sie kostet 12 Millionen Euro."


def test_tables_are_read_where_they_stand(tmp_path: Path, sandbox: Sandbox) -> None:
    """A row of short cells is a line; cells of whole paragraphs are read one after the other."""
    path = tmp_path / "bruecke.docx"
    document = Document()
    document.add_paragraph("Die Stadt baut zwei Brücken.")
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(
        table.rows, (("Brücke", "Kosten", ""), ("Aue", "12 Millionen Euro", "")), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("Das hat der Rat am Montag beschlossen.")
    layout = document.add_table(rows=1, cols=2)
    left, right = layout.rows[0].cells
    left.text = "Die Verwaltung rechnet damit, dass die erste der Brücken im Herbst fertig ist."
    left.add_paragraph("Danach folgt die zweite.")
    right.text = "Die Opposition stimmte dagegen."
    inner = right.add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text = "Nein"
    inner.rows[0].cells[1].text = "17"
    document.save(str(path))
    (article,) = read_file(path, sandbox=sandbox).articles
    assert article.text.split("\n\n") == [
        "Die Stadt baut zwei Brücken.",
        "Brücke | Kosten",
        "Aue | 12 Millionen Euro",
        "Das hat der Rat am Montag beschlossen.",
        "Die Verwaltung rechnet damit, dass die erste der Brücken im Herbst fertig ist.",
        "Danach folgt die zweite.",
        "Die Opposition stimmte dagegen.",
        "Nein | 17",
    ]


def test_cells_that_are_joined_are_read_once_and_headings_in_tables_are_titles(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    path = tmp_path / "bruecke.docx"
    document = Document()
    table = document.add_table(rows=2, cols=2)
    heading = table.cell(0, 0).merge(table.cell(0, 1))
    heading.paragraphs[0].style = "Heading 1"
    heading.paragraphs[0].add_run("Neue Brücke")
    below = table.cell(1, 0).merge(table.cell(1, 1))
    below.text = "Die Stadt baut eine Brücke."
    document.save(str(path))
    (article,) = read_file(path, sandbox=sandbox).articles
    assert (article.title, article.text) == ("Neue Brücke", "Die Stadt baut eine Brücke.")


def test_what_stands_in_a_field_of_a_form_is_read(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "bruecke.docx"
    document = Document()
    document.add_paragraph("Die Stadt baut eine Brücke.")
    field = parse_xml(
        f"<w:sdt {W}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Sie kostet 12 Millionen Euro.</w:t>"
        "</w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.paragraphs[0]._p.addnext(field)  # noqa: SLF001 - the library makes no fields
    document.save(str(path))
    (article,) = read_file(path, sandbox=sandbox).articles
    assert article.text.endswith("\n\nSie kostet 12 Millionen Euro.")


def test_tracked_changes_read_as_accepted(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "bruecke.docx"
    document = Document()
    paragraph = document.add_paragraph("Die Brücke wird ")
    for xml in (
        f'<w:del {W} w:id="1"><w:r><w:delText>morgen </w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2"><w:r><w:t xml:space="preserve">nicht </w:t></w:r></w:ins>',
        f"<w:r {W}><w:t>gebaut.</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))  # noqa: SLF001 - the library makes no tracked changes
    document.save(str(path))
    (article,) = read_file(path, sandbox=sandbox).articles
    assert article.text == "Die Brücke wird nicht gebaut."


def test_a_protected_pdf_is_named(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("geheim", strength=128))
    canvas.drawString(72, 720, "geheim")
    canvas.save()
    assert reasons(path, sandbox) == ["protected by a password"]


def test_a_scanned_pdf_is_named(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    assert reasons(path, sandbox) == ["no text (pictures of pages are not read)"]


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x00" * 1000, b"Hello", b"%PDF-1.4\n1 0 obj"]
)
def test_what_is_no_document_is_named(
    tmp_path: Path, sandbox: Sandbox, suffix: str, data: bytes
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    assert len(reasons(path, sandbox)) == 1


def test_a_pdf_that_repeats_itself_without_end_is_stopped(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What ends it is the same after 20 seconds.
    monkeypatch.setattr(reading, "_EFFORT", replace(reading._EFFORT, computing=1))  # noqa: SLF001
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile_pdf())
    assert reasons(path, sandbox) == ["reading it takes too much time or memory"]
    # Whatever became of that process, the next document is read.
    write_pdf(tmp_path / "b.pdf", [[["Die Stadt baut eine neue Brücke über die Aue."]]])
    assert read_file(tmp_path / "b.pdf", sandbox=sandbox).articles


def test_a_word_file_that_is_a_bomb_is_refused(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as file,
    ):
        for _ in range(200):
            file.write(bytes(1_000_000))
    assert reasons(path, sandbox) == ["unpacked it is larger than what is read"]


def test_a_word_file_that_lies_about_its_size_is_stopped(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.docx"
    buffer = io.BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as to:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = b"<a>" * 3_000_000 + b"</a>" * 3_000_000
            to.writestr(name, data)
    assert reasons(path, sandbox) == ["not a Word file that can be read"]


def test_entities_of_a_word_file_are_not_followed(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "a.docx"
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph("MARKE bleibt.")
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w") as to:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                head, _, rest = data.partition(b"?>")
                kind = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                data = head + b"?>" + kind + rest.replace(b"MARKE", b"&e;")
            to.writestr(name, data)
    read = read_file(path, sandbox=sandbox)
    assert all("root:" not in article.text for article in read.articles)


def reasons(path: Path, sandbox: Sandbox) -> list[str]:
    read = read_file(path, sandbox=sandbox)
    assert not read.articles
    return [skip.reason for skip in read.skipped]


def write_pdf(path: Path, pages: Sequence[Sequence[Sequence[str]]]) -> None:
    """Pages of paragraphs of lines, with a header and a page number."""
    canvas = Canvas(str(path))
    for number, paragraphs in enumerate(pages, start=1):
        canvas.drawString(72, 800, "Musterblatt vom Montag")
        text = canvas.beginText(72, 760)
        for paragraph in paragraphs:
            for line in paragraph:
                text.textLine(line)
            text.textLine("")
        canvas.drawText(text)
        canvas.drawString(290, 30, str(number))
        canvas.showPage()
    canvas.save()


def hostile_pdf() -> bytes:
    """Pages whose content is a form that draws another one twice, and so on.

    The parser follows 5,000 of them on each page, which takes it two seconds.
    """
    forms = b"".join(
        b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Length 11>>stream\n/X Do /X Do\nendstream endobj\n" % (number, number + 1)
        for number in range(10, 60)
    )
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[" + b"3 0 R " * 100 + b"]/Count 100>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R"
        b"/Resources<</XObject<</X 10 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 11>>stream\n/X Do /X Do\nendstream endobj\n"
    )
    return head + forms + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
