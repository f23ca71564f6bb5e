"""Quotation marks and brackets whose partner lies outside a stretch of text."""

from __future__ import annotations

import re

_MARK = re.compile(r"[„“”\"»«]")
_BRACKET = re.compile(r"[()]")
_CLOSERS = {"„": "“”", "“": "”", '"': '"', "»": "«", "«": "»"}


def is_torn(text: str) -> bool:
    """Whether a quotation or a bracket begins in `text` and does not end there, or the reverse.

    What is cut out of a text may then say less, or something else, than the text does.
    """
    return tears_quotation(text) or _tears_bracket(text)


def tears_quotation(text: str) -> bool:
    """Whether `text` holds but one end of a quotation."""
    marks = _MARK.findall(text)
    # „Wort" is common too: a straight mark closes where no curved one does.
    mixed = "„" in marks and "“" not in marks and "”" not in marks
    closers = ""
    for mark in marks:
        if closers:
            closers = "" if mark in closers else closers
        elif mark == "”":
            return True
        else:
            closers = '"' if mixed and mark == "„" else _CLOSERS[mark]
    return bool(closers)


def _tears_bracket(text: str) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            return True
    return depth > 0
