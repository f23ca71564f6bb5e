"""PDF files: the lines of each page, mended. To be called in a process of its own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from bot.sources.canonical import clean_characters
from bot.sources.documents.layout import LineBuilder
from bot.sources.documents.mending import mend_pages
from bot.sources.model import Refused

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 300
_MOST_CHARACTERS = 2_000_000


def read_pdf(data: bytes) -> str | Refused:
    """The text, its paragraphs apart by blank lines; or why there is none."""
    # Loading it takes a moment, and only documents need it.
    from pypdf import PdfReader  # noqa: PLC0415 (see the line above)

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Refused("protected by a password")
        if len(reader.pages) > _MOST_PAGES:
            return Refused(f"more than {_MOST_PAGES} pages")
        pages = [_lines(page) for page in reader.pages]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (its parser fails on broken files in more ways than it names)
        return Refused("not a PDF that can be read")
    text = mend_pages(pages)[:_MOST_CHARACTERS]
    return text if text.strip() else Refused("no text (pictures of pages are not read)")


def _lines(page: PageObject) -> list[str]:
    builder = LineBuilder()

    def take(text: str, place: list[float], matrix: list[float], font: object, size: float) -> None:
        del font
        # A soft hyphen is taken away with what cannot be seen; here it says that a word goes on.
        visible = clean_characters(text.replace("\xad\n", "-\n"))
        scale = abs(matrix[3] or matrix[1]) * abs(place[3] or place[1])
        builder.take(visible, matrix[5] * place[3] + place[5], size * scale)

    page.extract_text(visitor_text=take)
    return builder.lines()
