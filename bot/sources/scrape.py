"""A plain text as it is copied from a web page: headline, stray lines, subheadings, paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key
from bot.sources.clutter import is_clutter
from bot.sources.furniture import clear_furniture
from bot.sources.model import Fields, Parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_HEADLINE = 160
_LONGEST_WRAPPED = 100
_SHORTEST_WRAPPED = 40
_FEWEST_WRAPS = 2
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "“", "”", '"', "«", "»")


def parse_scrape(text: str, known: Fields) -> Parsed:
    """Headline and paragraphs of a clean text; paragraphs are apart by one blank line.

    The headline is the first line, unless that is prose already; subheadings stay paragraphs.
    A line that tells nothing but the day of the article is the day of publication.
    """
    cleared = clear_furniture([line.strip() for line in text.split("\n")])
    blocks = _find_blocks(cleared.lines)
    if _is_wrapped(blocks):
        blocks = [[" ".join(block)] for block in blocks]
    paragraphs = [line for block in blocks for line in block]
    if not paragraphs:
        return Parsed("")
    title = paragraphs[0] if _has_headline(blocks) else ""
    given = known.get("title")
    if title and (not isinstance(given, str) or spelling_key(given) == spelling_key(title)):
        paragraphs = paragraphs[1:]
    told = {} if "published" in known or not cleared.day else {"published": cleared.day}
    return Parsed("\n\n".join(paragraphs), title, told)


def _find_blocks(lines: Sequence[str]) -> list[list[str]]:
    """Lines that stand together; blank and stray lines part them."""
    groups = groupby(lines, key=lambda line: bool(line) and not is_clutter(line))
    return [list(group) for is_text, group in groups if is_text]


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Whether lines end where a page ended (as in e-mail), not where a paragraph does."""
    broken = [line for block in blocks for line in block[:-1]]
    if len(broken) < _FEWEST_WRAPS:
        return False
    longest = max(len(line) for block in blocks for line in block)
    ended = sum(line.endswith(_SENTENCE_ENDS) for line in broken)
    mean = sum(map(len, broken)) / len(broken)
    return longest <= _LONGEST_WRAPPED and mean >= _SHORTEST_WRAPPED and 2 * ended < len(broken)


def _has_headline(blocks: list[list[str]]) -> bool:
    first = blocks[0][0]
    stands_alone = len(blocks[0]) == 1 and len(blocks) > 1
    return len(first) <= _LONGEST_HEADLINE and (stands_alone or not first.endswith("."))
