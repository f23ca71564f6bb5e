"""Word files (.docx): the paragraphs as they read with all changes accepted.

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

    from docx.text.paragraph import Paragraph
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
_TITLES = ("title", "titel", "heading 1", "überschrift 1")


def read_word(data: bytes) -> Parsed | Refused:
    """The text with its title, where a paragraph is set as one; or why there is none."""
    # Loading it takes a moment, and only documents need it.
    from docx import Document  # noqa: PLC0415 (see the line above)

    try:
        refused = _check(data)
        if refused is not None:
            return refused
        document = Document(BytesIO(data))
        read = [(_style(one), _text(one)) for one in document.paragraphs]
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


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""


def _text(paragraph: Paragraph) -> str:
    return " ".join(clean_characters("".join(_walk(paragraph._p))).split())  # noqa: SLF001 (its own `text` leaves out what was inserted as a tracked change)


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
