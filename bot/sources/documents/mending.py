"""The lines of a paged document become paragraphs: what belongs to the page goes, the text stays.

Pure. Headers, footers and page numbers are left out, words divided at the end of a line are
joined, and a sentence that runs over to the next page stays one.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# How many lines at the top and at the bottom of a page may be its header and footer.
_EDGE = 3
_FEWEST_PAGES = 2
_SHARE_OF_PAGES = 0.5
_LONGEST_EDGE = 120
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:seite|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"[^\W\d_]{2,}[-\u2010\xad]$")
_HYPHENS = "-\u2010\xad"
# "Haus- und Hofmeister": the hyphen stands for a word that follows, not for a divided one.
_GOES_ON = re.compile(r"(?:und|oder|bzw\.|sowie|bis|and|or|to)\b")
_ENDS = re.compile(r"[.!?…:][\"“”«»')\]]*$")
_ITEM = re.compile(r"(?:[•▪◦‣–—*-]|\d{1,2}[.)])\s+\S")
# A line this much shorter than the others, after a full stop, is the last of its paragraph.
_SHORT = 0.8


def mend_pages(pages: Sequence[Sequence[str]]) -> str:
    """The text of `pages`, given as lines; an empty line parts paragraphs where there is one."""
    stripped = [[line.strip() for line in page] for page in pages]
    edges = _find_edges(stripped)
    return "\n\n".join(_paragraphs([_without_edges(page, edges) for page in stripped]))


def _find_edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the edge of at least half of the pages, whatever the numbers in it."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line) for _, line in _edge_lines(page)})
    needed = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))
    return frozenset(shape for shape, count in counts.items() if count >= needed)


def _without_edges(page: Sequence[str], edges: frozenset[str]) -> list[str]:
    """Without headers and footers: from the outside in, up to the first line that is neither."""
    lines = list(page)
    for end in (0, -1):
        for _ in range(_EDGE):
            while lines and not lines[end]:
                del lines[end]
            if lines and (_shape(lines[end]) in edges or _PAGE_NUMBER.fullmatch(lines[end])):
                del lines[end]
    return lines


def _edge_lines(page: Sequence[str]) -> set[tuple[int, str]]:
    filled = [
        (number, line) for number, line in enumerate(page) if line and len(line) <= _LONGEST_EDGE
    ]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _shape(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()).casefold())


def _paragraphs(pages: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = list(_joined_pages(pages))
    width = _usual_width(lines)
    paragraph = ""
    previous = ""
    for line in lines:
        if paragraph and (not line or _begins_anew(previous, line, width)):
            yield paragraph
            paragraph = ""
        if line:
            paragraph = _join(paragraph, line)
        previous = line
    if paragraph:
        yield paragraph


def _joined_pages(pages: Iterable[Sequence[str]]) -> Iterator[str]:
    """All lines; between two pages an empty one, unless a sentence runs on."""
    last = ""
    for page in pages:
        if last and page and _ENDS.search(last):
            yield ""
        yield from page
        last = next((line for line in reversed(page) if line), last)


def _usual_width(lines: Sequence[str]) -> float:
    lengths = [len(line) for line in lines if line]
    return quantiles(lengths, n=10)[-2] if len(lengths) > 1 else 0.0


def _begins_anew(previous: str, line: str, width: float) -> bool:
    if _ITEM.match(line):
        return True
    return bool(_ENDS.search(previous)) and len(previous) < _SHORT * width


def _join(paragraph: str, line: str) -> str:
    if not paragraph:
        return line
    if paragraph.endswith("\xad"):
        return paragraph[:-1] + line
    if _DIVIDED.search(paragraph):
        if line[0].islower() and not _GOES_ON.match(line):
            return paragraph.rstrip(_HYPHENS) + line
        if line[0].isupper():
            return paragraph + line
    return f"{paragraph} {line}"
