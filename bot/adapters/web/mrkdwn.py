"""Slack's own markup as styled pieces, by its documented rules.

https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bot.adapters.web.drawn import Piece, styled

if TYPE_CHECKING:
    from bot.adapters.web.drawn import Pieces, Style

_MARKED = re.compile(
    r"<(?P<target>[^<>|]+)(?:\|(?P<label>[^<>]*))?>"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<!\w)(?P<sign>[*_~])(?P<inner>\S(?:[^\n]*?\S)?)(?P=sign)(?!\w)"
)
_STYLES: dict[str, Style] = {"*": "bold", "_": "italic", "~": "struck"}


def read_mrkdwn(text: str) -> Pieces:
    """The text with its marks carried out; "&amp;", "&lt;" and "&gt;" are read back."""
    pieces: list[Piece] = []
    at = 0
    for found in _MARKED.finditer(text):
        pieces += _plain(text[at : found.start()])
        pieces += _marked(found)
        at = found.end()
    return (*pieces, *_plain(text[at:]))


def _marked(found: re.Match[str]) -> Pieces:
    if found["target"]:
        label = found["label"] or found["target"]
        return (Piece(unescape(label), href=unescape(found["target"])),)
    if found["code"]:
        return (Piece(unescape(found["code"]), code=True),)
    return styled(read_mrkdwn(found["inner"]), _STYLES[found["sign"]])


def _plain(text: str) -> Pieces:
    return (Piece(unescape(text)),) if text else ()
