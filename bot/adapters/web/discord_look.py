"""Discord's Components V2 as drawn nodes. Knows the documented components, not our adapter.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.web.common_mark import read_markdown
from bot.adapters.web.drawn import Node, Piece, plain, tables_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    Table = Mapping[str, object]
    Nodes = tuple[Node, ...]

_ROW, _BUTTON, _SECTION, _TEXT, _THUMBNAIL, _GALLERY = 1, 2, 9, 10, 11, 12
_SEPARATOR, _CONTAINER = 14, 17
_ALL_COLOURS = 0xFFFFFF
_SELECTS = frozenset({3, 5, 6, 7, 8})
_BUTTON_STYLES = {1: "primary", 3: "success", 4: "danger", 5: "link"}


def draw_components(payload: Mapping[str, object]) -> tuple[Node, ...]:
    """The components of a message, after its content and before its embeds' text."""
    content = text_of(payload, "content")
    components = tuple(n for one in tables_of(payload, "components") for n in _component(one))
    embeds = tuple(
        node
        for embed in tables_of(payload, "embeds")
        for node in read_markdown(text_of(embed, "description"))
    )
    return (*(read_markdown(content) if content else ()), *embeds, *components)


def _component(component: Table) -> Nodes:
    kind = component.get("type")
    children = tuple(node for one in tables_of(component, "components") for node in _component(one))
    if kind == _TEXT:
        return read_markdown(text_of(component, "content"))
    if kind == _CONTAINER:
        return (Node("group", children=children, note=_colour(component)),)
    if kind == _SECTION:
        accessory = component.get("accessory")
        beside = _component(accessory) if isinstance(accessory, dict) else ()
        return (*children, *beside)
    if kind == _ROW:
        return (Node("row", children=children),)
    if kind == _SEPARATOR:
        return (Node("divider"),) if component.get("divider", True) else ()
    return _leaf(component)


def _leaf(component: Table) -> Nodes:
    kind = component.get("type")
    if kind == _BUTTON:
        emoji = text_of(component.get("emoji"), "name")
        label = " ".join(part for part in (emoji, text_of(component, "label")) if part)
        style = component.get("style")
        return (plain(label, "button", note=_BUTTON_STYLES.get(_number(style), "")),)
    if kind in _SELECTS:
        return (plain(text_of(component, "placeholder"), "select"),)
    if kind == _THUMBNAIL:
        return (plain(text_of(component, "description"), "image"),)
    if kind == _GALLERY:
        return tuple(
            Node("image", (Piece(text_of(item, "description")),))
            for item in tables_of(component, "items")
        )
    return ()


def _colour(component: Table) -> str:
    """The accent as "#d2561f"; "" where there is none."""
    accent = component.get("accent_color")
    return f"#{accent & _ALL_COLOURS:06x}" if isinstance(accent, int) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
