"""What a chat platform makes of a request body, as a tree that a template can draw. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style. `href` is shown as a link that leads nowhere here."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    href: str = ""


Pieces = tuple[Piece, ...]
Style = Literal["bold", "italic", "struck", "code"]


@dataclass(frozen=True, slots=True)
class Node:
    """`note` is a level, a style or a colour.

    Kinds: heading, paragraph, small, quote, code, list, item, fields, row, button, select,
    image, divider, group.
    """

    kind: str
    pieces: Pieces = ()
    children: tuple[Node, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """All words, from top to bottom."""
        own = "".join(piece.text for piece in self.pieces)
        return "\n".join(part for part in (own, *(child.text for child in self.children)) if part)


def plain(text: str, kind: str = "paragraph", *, note: str = "") -> Node:
    """A node of unstyled text."""
    return Node(kind, (Piece(text),), note=note)


def styled(pieces: Iterable[Piece], style: Style) -> Pieces:
    """The pieces with one more style."""
    match style:
        case "bold":
            return tuple(replace(piece, bold=True) for piece in pieces)
        case "italic":
            return tuple(replace(piece, italic=True) for piece in pieces)
        case "struck":
            return tuple(replace(piece, struck=True) for piece in pieces)
        case "code":
            return tuple(replace(piece, code=True) for piece in pieces)


def text_of(table: object, key: str = "text") -> str:
    """A text in a JSON object, or in the object under that key; "" where there is none."""
    if not isinstance(table, Mapping):
        return ""
    value = table.get(key)
    if isinstance(value, Mapping):
        value = value.get("text")
    return value if isinstance(value, str) else ""


def tables_of(table: object, key: str) -> tuple[Mapping[str, object], ...]:
    """The JSON objects in a list under that key."""
    value = table.get(key) if isinstance(table, Mapping) else None
    return (
        tuple(one for one in value if isinstance(one, Mapping))
        if isinstance(value, list | tuple)
        else ()
    )
