"""How a part of an answer looks on the chat platforms, by their adapters' own renderers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.discord.render import render_part as render_for_discord
from bot.adapters.slack.render import render_part as render_for_slack
from bot.adapters.web.ports import Preview

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.dialogue.buttons import Part


def preview_part(part: Part, language: Language) -> tuple[Preview, ...]:
    """What the platforms would be sent, in the order in which the page shows them."""
    discord = render_for_discord(part, language)
    return (
        Preview("slack", (render_for_slack(part, language).as_arguments(),)),
        Preview("discord", tuple({"components": one.components()} for one in discord)),
    )
