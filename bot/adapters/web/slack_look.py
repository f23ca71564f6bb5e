"""Block Kit as drawn nodes. Knows the documented blocks, not our Slack adapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.web.common_mark import read_markdown
from bot.adapters.web.drawn import Node, Piece, plain, styled, tables_of, text_of
from bot.adapters.web.mrkdwn import read_mrkdwn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.adapters.web.drawn import Pieces

    Table = Mapping[str, object]
    Nodes = tuple[Node, ...]


def draw_blocks(payload: Mapping[str, object]) -> tuple[Node, ...]:
    """The blocks of a message; without blocks its text."""
    blocks = tables_of(payload, "blocks")
    if not blocks:
        return (Node("paragraph", read_mrkdwn(text_of(payload))),)
    return tuple(node for block in blocks for node in _block(block))


def _block(block: Table) -> Nodes:
    draw = _BLOCKS.get(str(block.get("type")))
    return draw(block) if draw else ()


def _header(block: Table) -> Nodes:
    return (plain(text_of(block), "heading", note=str(block.get("level", 1))),)


def _section(block: Table) -> Nodes:
    nodes = [Node("paragraph", _text(block.get("text")))] if text_of(block) else []
    fields = tuple(Node("item", _text(field)) for field in tables_of(block, "fields"))
    accessory = block.get("accessory")
    nodes += [Node("fields", children=fields)] if fields else []
    nodes += _element(accessory) if isinstance(accessory, dict) else ()
    return tuple(nodes)


def _context(block: Table) -> Nodes:
    pieces = [_text(part) for part in tables_of(block, "elements") if part.get("type") != "image"]
    return tuple(Node("small", part) for part in pieces)


def _divider(block: Table) -> Nodes:
    del block
    return (Node("divider"),)


def _actions(block: Table) -> Nodes:
    elements = tables_of(block, "elements")
    return (Node("row", children=tuple(n for one in elements for n in _element(one))),)


def _element(element: Table) -> Nodes:
    kind = str(element.get("type"))
    if kind in {"button", "workflow_button"}:
        return (plain(text_of(element), "button", note=str(element.get("style", ""))),)
    if kind == "image":
        return (plain(text_of(element, "alt_text"), "image"),)
    return (plain(text_of(element, "placeholder"), "select"),)


def _image(block: Table) -> Nodes:
    return (plain(text_of(block, "alt_text"), "image"),)


def _markdown(block: Table) -> Nodes:
    return read_markdown(text_of(block))


def _rich(block: Table) -> Nodes:
    return tuple(node for one in tables_of(block, "elements") for node in _rich_part(one))


def _rich_part(part: Table) -> Nodes:
    kind = str(part.get("type"))
    if kind == "rich_text_list":
        items = tuple(Node("item", _leaves(one)) for one in tables_of(part, "elements"))
        return (Node("list", children=items, note=str(part.get("style", "bullet"))),)
    kinds = {"rich_text_quote": "quote", "rich_text_preformatted": "code"}
    return (Node(kinds.get(kind, "paragraph"), _leaves(part)),)


def _leaves(part: Table) -> Pieces:
    pieces: list[Piece] = []
    for leaf in tables_of(part, "elements"):
        style = leaf.get("style")
        text = text_of(leaf) or text_of(leaf, "url") or text_of(leaf, "fallback")
        own: Pieces = (Piece(text, href=text_of(leaf, "url")),)
        if isinstance(style, dict):
            own = styled(own, "bold") if style.get("bold") else own
            own = styled(own, "italic") if style.get("italic") else own
            own = styled(own, "struck") if style.get("strike") else own
            own = styled(own, "code") if style.get("code") else own
        pieces += own
    return tuple(pieces)


def _group(block: Table) -> Nodes:
    """A block of blocks: its title, then what is inside."""
    title = text_of(block, "title")
    inner = (*tables_of(block, "child_blocks"), *tables_of(block, "blocks"))
    children = tuple(node for one in inner for node in _block(one))
    heading = (plain(title, "heading", note="3"),) if title else ()
    return (Node("group", children=(*heading, *children)),)


def _text(text: object) -> Pieces:
    if not isinstance(text, dict):
        return ()
    if text.get("type") == "plain_text":
        return (Piece(text_of(text)),)
    return read_mrkdwn(text_of(text))


_BLOCKS: dict[str, Callable[[Table], Nodes]] = {
    "header": _header,
    "section": _section,
    "context": _context,
    "divider": _divider,
    "actions": _actions,
    "context_actions": _actions,
    "image": _image,
    "markdown": _markdown,
    "rich_text": _rich,
    "container": _group,
    "card": _group,
}
