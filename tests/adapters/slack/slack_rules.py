"""What Slack demands of a payload: its schema, three sets of models and limits, and ours."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import regex
from adapters.slack.slack_builders import faults_of_built_message, faults_of_built_view
from jsonschema import Draft7Validator
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.adapters.slack.render import Message

SCHEMAS = Path(__file__).parents[4] / "shared" / "schemas"
# https://docs.slack.dev/reference/block-kit: where a text stands -> its longest length.
_TEXTS = {
    "header": 150,
    "section": 3000,
    "context": 2000,
    "button": 75,
    "option": 75,
    "title": 24,
    "submit": 24,
    "close": 24,
    "label": 2000,
    "hint": 2000,
    "placeholder": 150,
}
_ALLOWED = re.compile(r"<(?:https?://[^<>|\s]+(?:\|[^<>|]*)?|#[CG][A-Z0-9]+|!date\^[^<>]+)>")
_BARE_ENTITY = re.compile(r"&(?!amp;|lt;|gt;)")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def faults_of_message(message: Message) -> Iterator[str]:
    """Everything that is wrong with a message; nothing, if nothing is."""
    arguments = message.as_arguments()
    if arguments["unfurl_links"] is not False or arguments["unfurl_media"] is not False:
        yield "unfurls"
    if not 0 < _units(message.text) < 4000:
        yield f"text of {_units(message.text)}"
    yield from _faults_of_text(message.text, "text")
    blocks = list(message.blocks)
    if not 0 < len(blocks) <= 50:
        yield f"{len(blocks)} blocks"
    if _total(blocks) > 13_200:
        yield f"{_total(blocks)} of text"
    yield from faults_of_blocks(blocks)
    yield from faults_of_built_message(message.text, blocks)


def faults_of_view(view: dict[str, Any]) -> Iterator[str]:
    """Everything that is wrong with a modal or a home tab."""
    if not 0 < len(view["blocks"]) <= 100:
        yield f"{len(view['blocks'])} blocks"
    if len(view.get("private_metadata", "")) > 3000:
        yield "private metadata"
    if View(**view).to_dict() != view:
        yield f"the model of the SDK makes another view of it: {View(**view).to_dict()}"
    for name in ("title", "submit", "close"):
        if name in view:
            yield from _faults_of_object(view[name], name)
    yield from faults_of_blocks(view["blocks"])
    yield from faults_of_built_view(view)


def faults_of_blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """What holds in messages and in views."""
    parsed = [block.to_dict() for block in Block.parse_all(blocks)]
    if parsed != blocks:
        yield f"the models of the SDK make other blocks of them: {parsed}"
    for block in blocks:
        yield from (
            f"schema: {error.message[:200]}" for error in _schema(block["type"]).iter_errors(block)
        )
        yield from _faults_of_block(block)
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        yield "a block id twice"


def _faults_of_block(block: dict[str, Any]) -> Iterator[str]:
    match block["type"]:
        case "header" | "section":
            yield from _faults_of_object(block["text"], block["type"])
        case "context":
            if not 0 < len(block["elements"]) <= 10:
                yield "elements of a context"
            for element in block["elements"]:
                yield from _faults_of_object(element, "context")
        case "actions":
            yield from _faults_of_buttons(block["elements"])
        case "input":
            yield from _faults_of_input(block)


def _faults_of_buttons(elements: list[dict[str, Any]]) -> Iterator[str]:
    ids = [one["action_id"] for one in elements]
    if not 0 < len(elements) <= 25 or len(set(ids)) != len(ids):
        yield f"buttons {ids}"
    for one in elements:
        yield from _faults_of_object(one["text"], "button")
        if _units(one["value"]) > 2000 or _units(one["action_id"]) > 255:
            yield "the value of a button"


def _faults_of_input(block: dict[str, Any]) -> Iterator[str]:
    element = block["element"]
    yield from _faults_of_object(block["label"], "label")
    options = [*element.get("options", ()), *element.get("initial_options", ())]
    if len(element.get("options", ())) > 100:
        yield "options"
    for one in options:
        yield from _faults_of_object(one["text"], "option")
        if not 0 < _units(one["value"]) <= 150:
            yield "the value of an option"


def _faults_of_object(text: dict[str, Any], kind: str) -> Iterator[str]:
    if not 0 < _units(text["text"]) <= _TEXTS[kind]:
        yield f"{kind}: {_units(text['text'])} units"
    if text["type"] == "mrkdwn" and text.get("verbatim") is not True:
        yield f"{kind}: links by itself"
    yield from _faults_of_text(text["text"], kind)


def _faults_of_text(text: str, kind: str) -> Iterator[str]:
    """No active entity but ours, nothing escaped by halves, no grapheme torn apart."""
    left = _ALLOWED.sub("", text)
    if "<" in left or ">" in left:
        yield f"{kind}: an entity in {left[:200]!r}"
    if _BARE_ENTITY.search(text):
        yield f"{kind}: a bare ampersand in {text[:200]!r}"
    if _UNSEEN.search(text):
        yield f"{kind}: something unseen in {text[:200]!r}"
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield f"{kind}: half a character"


def graphemes(text: str) -> list[str]:
    return regex.findall(r"\X", text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _total(blocks: list[dict[str, Any]]) -> int:
    return sum(_units(text) for block in blocks for text in texts_in(block))


def texts_in(value: Any) -> Iterator[str]:
    """All texts of text objects, in order."""
    if isinstance(value, dict):
        if value.get("type") in {"mrkdwn", "plain_text"}:
            yield value["text"]
        else:
            for inner in value.values():
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


@lru_cache
def _schema(kind: str) -> Draft7Validator:
    """What the schema says of one kind of block."""
    path = SCHEMAS / "slack-blocks.schema.json"
    if not path.is_file():
        pytest.skip("the folder ../shared with Slack's schemas is absent")
    whole = json.loads(path.read_text(encoding="utf-8"))
    name = f"{kind.title().replace('_', '')}Block"
    return Draft7Validator({**whole, "$ref": f"#/definitions/{name}"})
