"""The characters of an article's text: fixed once here, so that offsets stay true.

Knows nothing of headlines or paragraphs; every format does that for itself.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Control characters, zero-width and direction marks (the whole category "format"), and
# surrogates without a partner, which YAML lets through and which cannot be encoded.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f]"
)
# No word needs more (https://unicode.org/reports/tr15/#Stream_Safe_Text_Format), and putting
# longer runs in order takes the square of their length.
_MOST_MARKS = 30
_LONGEST_TITLE = 300
_CUT_TITLE = 80


def clean_characters(text: str) -> str:
    r"""Unicode NFC with \n as line end, plain spaces, and nothing that cannot be seen."""
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _INVISIBLE.sub("", text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _shorten_marks(text))


def clean_line(text: str) -> str:
    """One line of at most 300 characters, for a title or the name of an outlet."""
    # Far longer input is no title; cutting first keeps the work small.
    return " ".join(clean_characters(text[: 8 * _LONGEST_TITLE]).split())[:_LONGEST_TITLE].rstrip()


def cut_title(text: str) -> str:
    """The first words of `text` up to about 80 characters, with "…", as a stand-in title."""
    line = clean_line(text)
    if len(line) <= _CUT_TITLE:
        return line or "…"
    head = line[:_CUT_TITLE]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–-") + "…"


def _shorten_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
