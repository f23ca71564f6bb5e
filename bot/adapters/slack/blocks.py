"""Block Kit pieces as plain dictionaries, each within its limits. Knows no outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.adapters.slack.limits import (
    ACTIONS,
    BUTTON_TEXT,
    BUTTON_VALUE,
    HEADER_TEXT,
    OPTION_TEXT,
    OPTION_VALUE,
    VIEW_TITLE,
    size,
)
from bot.adapters.slack.mrkdwn import cut, escape
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue.buttons import Button

Block = dict[str, Any]


def plain_text(text: str, most: int) -> Block:
    """A plain text object; codes of emoji in it stay as they are written."""
    shown = cut(clean(text), most)
    while size(escape(shown)) > most:
        shown = cut(shown, size(shown) - 1)
    return {"type": "plain_text", "text": escape(shown) or "–", "emoji": False}


def mrkdwn_text(written: str) -> Block:
    """A mrkdwn text object of text that is escaped already; nothing in it links by itself."""
    return {"type": "mrkdwn", "text": written, "verbatim": True}


def header(text: str) -> Block:
    """A title in large letters."""
    return {"type": "header", "text": plain_text(text, HEADER_TEXT)}


def section(written: str) -> Block:
    """A paragraph of escaped mrkdwn."""
    return {"type": "section", "text": mrkdwn_text(written)}


def context(written: str) -> Block:
    """Small grey print of escaped mrkdwn."""
    return {"type": "context", "elements": [mrkdwn_text(written)]}


def divider() -> Block:
    """A thin line."""
    return {"type": "divider"}


def actions(elements: Sequence[Block]) -> Block:
    """A row of buttons or menus."""
    return {"type": "actions", "elements": list(elements[:ACTIONS])}


def button(action_id: str, label: str, value: str) -> Block:
    """A button; `value` comes back as it is."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain_text(label, BUTTON_TEXT),
        "value": value[:BUTTON_VALUE],
    }


def buttons_row(buttons: Iterable[Button]) -> list[Block]:
    """The desk's buttons as one row; none for none."""
    elements = [
        button(_action_id(one, number), one.label, one.target)
        for number, one in enumerate(buttons, start=1)
    ]
    return [actions(elements)] if elements else []


def _action_id(one: Button, number: int) -> str:
    """The action itself; offered topics are numbered, as no id may come twice in a row."""
    return f"ask.{number}" if one.action == "ask" else one.action


def option(label: str, value: str) -> Block:
    """A choice of a menu; the value must fit, see `fits_option`."""
    return {"text": plain_text(label, OPTION_TEXT), "value": value}


def fits_option(value: str) -> bool:
    """Whether a menu can carry this value."""
    return 0 < size(value) <= OPTION_VALUE


def modal(title: str, blocks: Sequence[Block], *, close: str, **more: object) -> Block:
    """A modal; `more` are further fields of the view, such as `submit` or `callback_id`."""
    return {
        "type": "modal",
        "title": plain_text(title, VIEW_TITLE),
        "close": plain_text(close, VIEW_TITLE),
        "blocks": list(blocks),
        **more,
    }
