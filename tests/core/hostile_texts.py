"""Pieces that make hostile texts when they are repeated, and how much work reading them is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

# What it is -> what is repeated. No real text is like this; every one must be read all the same.
PIECES = {
    "no space": "a",
    "capitals without a space": "A",
    "camel case": "AbCd",
    "punctuation": ".,;:!?",
    "full stops": ".",
    "full stops with spaces": ". ",
    "commas with spaces": ", ",
    "ellipses": "... ",
    "question marks": "?! ",
    "hyphens": "a-",
    "dashes": " – a - ",
    "digits": "1",
    "grouped digits": "1.000",
    "ordinals": "1. ",
    "dates": "12.03.2024 ",
    "halves of dates": "15. und ",
    "years": "2024/25 ",
    "amounts": "5 € ",
    "dollars": "$5",
    "number words": "einundzwanzig",
    "scales": "hundert Millionen ",
    "weekdays": "am Montag, ",
    "months": "Anfang Mai ",
    "times ago": "vor zwei ",
    "line breaks": "\n",
    "words in lines": "a\n",
    "blank lines": "Aa\n\n",
    "carriage returns": "a\r\n",
    "tabs": "\t",
    "no-break spaces": "1\u202f000\u00a0",
    "line separators": "a\u2028b\x85",
    "control characters": "\x00\x01a\x1b[31m",
    "right-to-left overrides": "\u202eabc ",
    "zero-width": "a\u200b\u200d\ufeff",
    "combining marks": "a" + "\u0301" * 50,
    "lone surrogates": "a\ud83d \udfff",
    "emoji": "😀👨\u200d👩\u200d👧🇩🇪",
    "Chinese": "中文。",
    "Arabic": "مرحبا ",
    "Thai": "สวัสดี",
    "full width": "Ａｂ１ ",
    "odd capitals": "ǅ İ ß ﬁ ",
    "opening quotation marks": "„",
    "opening quotation marks with words": "„a ",
    "straight quotation marks": '"a ',
    "apostrophes": "a' ''",
    "guillemets": "» «a ",
    "quoted words": "„Wort“, ",
    "quoted speech": "„Ja“, sagte er, ",
    "English speech": '"No", said Anna. ',
    "brackets": "([",
    "closing brackets": ")]",
    "brackets with words": "(a ",
    "footnotes": "[1]",
    "stops before brackets": ". (a",
    "und-chain": "und ",
    "dass-chain": ", dass er sagte",
    "relative clauses": ", der die das dem ",
    "somebody said": "sagte er, ",
    "sources": "laut Anna, nach Angaben der ",
    "modals": "soll habe nicht ",
    "conditions": "Hat er das. ",
    "names": "Anna Beispiel, ",
    "compounds of names": "Anna-Beispiel/",
    "lists of names": "Anna Beispiel (SPD) ",
    "genitives": "Annas ",
    "acronyms": "KIEL AG ",
    "titles": "Prof. Dr. ",
    "initials": "A. ",
    "addresses": "http://a.b/?c=d&e ",
    "markup": "<b>&amp;</b> ",
    "tables": "|a|b|\n",
    "lists": "- a\n1) b\n",
    "short sentences": "Ja. ",
    "sentences": "Die Ministerin Anna Beispiel sagte am Montag, das Werk koste 40 Mio. Euro. ",
    "denials": "Anna Beispiel kritisierte, dass Karl Muster lüge. Muster wies das zurück. ",
}


def repeat(piece: str, size: int) -> str:
    """`piece` again and again, `size` characters of it."""
    return (piece * (size // len(piece) + 1))[:size]


def count_steps(work: Callable[[], object]) -> int:
    """How many lines and calls of Python run during `work`, each turn of a loop counted."""
    steps = 0

    def trace(frame: FrameType, event: str, arg: object) -> Callable[..., object]:
        nonlocal steps
        del frame, event, arg
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
