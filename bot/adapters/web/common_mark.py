"""Markdown as chat platforms read it, as drawn nodes: one line break is one, no HTML."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.adapters.web.drawn import Node, Piece, styled

if TYPE_CHECKING:
    from bot.adapters.web.drawn import Pieces, Style

_SMALL = "-# "
_STYLES: dict[str, Style] = {"strong": "bold", "em": "italic", "s": "struck"}


def read_markdown(text: str) -> tuple[Node, ...]:
    """Blocks in their order. A line that begins with "-# " is small print, as in Discord."""
    nodes: list[Node] = []
    for is_small, lines in groupby(text.split("\n"), key=lambda line: line.startswith(_SMALL)):
        if is_small:
            nodes += (Node("small", _inline(line.removeprefix(_SMALL))) for line in lines)
        else:
            tree = SyntaxTreeNode(_parser().parse("\n".join(lines)))
            nodes += (node for child in tree.children for node in _block(child))
    return tuple(nodes)


@cache
def _parser() -> MarkdownIt:
    """One for all: making it takes longer than reading a card with it.

    Its rules are compiled at the first use, by whichever threads come first; so here.
    """
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough")
    parser.parse("- *a*")
    return parser


def _inline(text: str) -> Pieces:
    tree = SyntaxTreeNode(_parser().parseInline(text))
    return tuple(piece for child in tree.children for piece in _pieces(child))


def _block(node: SyntaxTreeNode) -> tuple[Node, ...]:
    match node.type:
        case "heading":
            return (Node("heading", _inside(node), note=node.tag[1:]),)
        case "bullet_list" | "ordered_list":
            items = tuple(Node("item", _inside(item)) for item in node.children)
            style = "ordered" if node.type == "ordered_list" else "bullet"
            return (Node("list", children=items, note=style),)
        case "blockquote":
            return (Node("quote", _inside(node)),)
        case "fence" | "code_block":
            return (Node("code", (Piece(node.content),)),)
        case "hr":
            return (Node("divider"),)
        case _:
            return (Node("paragraph", _inside(node)),)


def _inside(node: SyntaxTreeNode) -> Pieces:
    """All words below a block, its own blocks run together."""
    return tuple(piece for child in node.children for piece in _pieces(child))


def _pieces(node: SyntaxTreeNode) -> Pieces:
    if node.type in {"softbreak", "hardbreak"}:
        return (Piece("\n"),)
    if node.type == "code_inline":
        return (Piece(node.content, code=True),)
    if not node.children:
        return (Piece(node.content),) if node.type == "text" else ()
    inner = _inside(node)
    if node.type == "link":
        href = str(node.attrs.get("href", ""))
        return tuple(Piece(piece.text, bold=piece.bold, href=href) for piece in inner)
    return styled(inner, _STYLES[node.type]) if node.type in _STYLES else inner
