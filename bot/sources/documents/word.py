"""Word files (.docx): paragraphs and tables as they read with all changes accepted.

To be called in a process of its own.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from bot.sources.canonical import clean_characters
from bot.sources.model import Parsed, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

_MOST_UNPACKED = 50_000_000
_MOST_FILES = 2_000
_MOST_CHARACTERS = 2_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What was deleted or moved away, boxes beside the text, and notes below it.
_LEFT_OUT = frozenset(f"{_W}{name}" for name in "del moveFrom txbxContent pPr rPr".split()) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SPACES = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
# What is longer stands in a table for its place on the page alone.
_LONGEST_CELL = 80
_BETWEEN_CELLS = " | "
_TITLES = ("title", "titel", "heading 1", "überschrift 1")


def read_word(data: bytes) -> Parsed | Refused:
    """The text with its title, where a paragraph is set as one; or why there is none."""
    # Loading it takes a moment, and only documents need it.
    import docx  # noqa: PLC0415 (see the line above)

    try:
        refused = _check(data)
        if refused is not None:
            return refused
        document = docx.Document(BytesIO(data))
        read = list(_read(document.element.body, document))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (zip, XML and the document each fail in ways of their own)
        return Refused("not a Word file that can be read")
    paragraphs = [(style, text) for style, text in read if text]
    title = next((text for style, text in paragraphs if style in _TITLES), "")
    body = "\n\n".join(text for style, text in paragraphs if not (title and text == title))
    if not body.strip():
        return Refused("no text")
    return Parsed(body[:_MOST_CHARACTERS], title)


def _check(data: bytes) -> Refused | None:
    """A zip tells how large its files will be; the memory of this process is limited beside."""
    with ZipFile(BytesIO(data)) as archive:
        files = archive.infolist()
    is_large = len(files) > _MOST_FILES or sum(one.file_size for one in files) > _MOST_UNPACKED
    return Refused("unpacked it is larger than what is read") if is_large else None


def _read(element: _Element, document: Document) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph below `element` and of each row of tables, in order.

    The library's own lists leave out tables, fields of forms and what was inserted as a
    tracked change.
    """
    for child in element:
        if child.tag == f"{_W}p":
            yield _style(child, document), _text(child)
        elif child.tag == f"{_W}tr":
            yield from _row(child, document)
        elif child.tag not in _LEFT_OUT:
            yield from _read(child, document)


def _row(row: _Element, document: Document) -> Iterator[tuple[str, str]]:
    """A row of short cells is one line; else each of their paragraphs is one."""
    cells = [[part for part in _read(cell, document) if part[1]] for cell in row]
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
        texts = [text for ((_, text),) in filled]
        if all(len(text) <= _LONGEST_CELL for text in texts):
            yield "", _BETWEEN_CELLS.join(texts)
            return
    for cell in filled:
        yield from cell


def _style(paragraph: _Element, document: Document) -> str:
    # Loaded by now.
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 (see the line above)

    style = Paragraph(paragraph, document).style  # type: ignore[arg-type] # it wants its own element
    return (style.name or "").lower() if style is not None else ""


def _text(paragraph: _Element) -> str:
    return " ".join(clean_characters("".join(_walk(paragraph))).split())


def _walk(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        else:
            yield from _walk(child)
