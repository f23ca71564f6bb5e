"""What the classes of slackblocks demand of a payload, built from its dictionaries.

They have limits of their own, which neither Slack's schema nor the models of its SDK hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import slackblocks
from slackblocks.errors import InvalidUsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Payload = dict[str, Any]

_ELEMENTS: dict[str, Callable[..., slackblocks.Element]] = {
    "button": slackblocks.Button,
    "checkboxes": slackblocks.CheckboxGroup,
    "external_select": slackblocks.ExternalSelectMenu,
    "multi_external_select": slackblocks.ExternalMultiSelectMenu,
    "plain_text_input": slackblocks.PlainTextInput,
    "static_select": slackblocks.StaticSelectMenu,
    "timepicker": slackblocks.TimePicker,
}
_TEXTS = ("text", "placeholder", "label", "hint")
_SEVERAL = ("options", "initial_options")


def faults_of_built_message(text: str, blocks: list[Payload]) -> Iterator[str]:
    """What slackblocks does not take of a message; nothing, if it takes all."""
    yield from _faults(
        lambda: slackblocks.Message(channel="C1", text=text, blocks=[*map(_block, blocks)])
    )


def faults_of_built_view(view: Payload) -> Iterator[str]:
    """The same for a modal or a home tab."""
    fields = {name: value for name, value in view.items() if name not in {"type", "blocks"}}
    for name in ("title", "submit", "close"):
        if name in fields:
            fields[name] = slackblocks.Text.from_dict(fields[name])
    kind = slackblocks.ModalView if view["type"] == "modal" else slackblocks.HomeTabView
    yield from _faults(lambda: kind(blocks=[*map(_block, view["blocks"])], **fields))


def _faults(build: Callable[[], object]) -> Iterator[str]:
    try:
        # Some limits are looked at only when the payload is written.
        str(build())
    except InvalidUsageError as error:
        yield f"slackblocks: {type(error).__name__}: {str(error)[:200]}"


def _block(block: Payload) -> slackblocks.Block:
    fields = {name: value for name, value in block.items() if name != "type"}
    match block["type"]:
        case "actions":
            elements = [*map(_element, fields.pop("elements"))]
            return slackblocks.ActionsBlock(elements=elements, **fields)
        case "input":
            element = _element(fields.pop("element"))
            return slackblocks.InputBlock(element=element, **_with_objects(fields))
        case _:
            return slackblocks.Block.from_dict(block)


def _element(element: Payload) -> slackblocks.Element:
    fields = {name: value for name, value in element.items() if name != "type"}
    return _ELEMENTS[element["type"]](**_with_objects(fields))


def _with_objects(fields: Payload) -> Payload:
    made = dict(fields)
    for name in _TEXTS:
        if name in made:
            made[name] = slackblocks.Text.from_dict(made[name])
    for name in _SEVERAL:
        if name in made:
            made[name] = [slackblocks.Option.from_dict(one) for one in made[name]]
    if "initial_option" in made:
        made["initial_option"] = slackblocks.Option.from_dict(made["initial_option"])
    return made
