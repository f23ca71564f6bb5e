"""Sentence boundaries with offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.models import Range

if TYPE_CHECKING:
    from bot.core.models import Language

_END = re.compile(r"[.!?…]+[“”\"«»’']*(?=\s+[\"„“»«‚A-ZÄÖÜ0-9])|\n")


def split_sentences(text: str, block: Range, language: Language) -> tuple[Range, ...]:
    """The sentences of one paragraph, in order and apart, without the white space between."""
    del language
    out: list[Range] = []
    start = block.start
    for match in [*_END.finditer(text, block.start, block.end), None]:
        end = match.end() if match else block.end
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            out.append(Range(left, right))
        start = end
    return tuple(out)
