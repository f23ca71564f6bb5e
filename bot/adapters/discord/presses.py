"""Buttons that work after a restart: what is pressed stands in the button's own id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol, Self, cast, get_args

import discord

from bot.adapters.discord.limits import BUTTON_LABEL, CUSTOM_ID
from bot.dialogue.buttons import Action, Button

if TYPE_CHECKING:
    Pressed = discord.Interaction[Any]

# Other bots' and other versions' ids do not begin so.
_PREFIX = "ml"
_STYLES: dict[Action, discord.ButtonStyle] = {
    "share": discord.ButtonStyle.primary,
    "ask": discord.ButtonStyle.primary,
}


class TakesPresses(Protocol):
    """The client whose buttons these are."""

    async def take_press(self, interaction: Pressed, action: Action, target: str) -> None:
        """Answer a press."""


class PressButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=re.compile(rf"{_PREFIX}:(?P<action>{'|'.join(get_args(Action))}):(?P<target>.+)"),
):
    """One button of an answer."""

    def __init__(self, button: Button) -> None:
        """Draw `button`; its target is at most 75 characters long."""
        self.button = button
        super().__init__(
            discord.ui.Button(
                label=button.label[:BUTTON_LABEL],
                custom_id=f"{_PREFIX}:{button.action}:{button.target}"[:CUSTOM_ID],
                style=_STYLES.get(button.action, discord.ButtonStyle.secondary),
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: Pressed, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed, whoever drew it and whenever."""
        del interaction
        label = getattr(item, "label", None) or match["action"]
        return cls(Button(cast("Action", match["action"]), match["target"], label))

    async def callback(self, interaction: Pressed) -> None:
        """Hand the press to the client."""
        client = cast("TakesPresses", interaction.client)
        await client.take_press(interaction, self.button.action, self.button.target)
