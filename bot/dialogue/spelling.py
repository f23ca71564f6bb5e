"""How a command is written in the language of an answer. Pure.

Answers carry their commands in English, which is also what JSON holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Language

# What is spelt differently; the grammar understands both everywhere.
GERMAN_COMMANDS: Mapping[str, str] = {
    "now": "jetzt",
    "new": "neu",
    "preview": "vorschau",
    "follow": "folgen",
    "unfollow": "entfolgen",
    "resume": "weiter",
    "stop": "stopp",
    "help": "hilfe",
}


def spell(command: str, language: Language) -> str:
    """`/digest unfollow Musk` as `/digest entfolgen Musk`; what follows stays as it is."""
    name, _, rest = command.partition(" ")
    if language != "de" or name != "/digest":
        return command
    word, space, topic = rest.partition(" ")
    return f"{name} {GERMAN_COMMANDS.get(word, word)}{space}{topic}"
