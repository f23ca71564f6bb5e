"""`--help` in German: a command with the German of its texts, the command itself left as it is.

The English stands with each command, where it is kept up; the German is looked up by it, as that
of reports is (`bot.dialogue.reports`). Loaded only when help is asked for in German.
"""

from __future__ import annotations

import inspect
from copy import copy
from typing import TYPE_CHECKING

import click

from bot.commands.loading import LazyGroup
from bot.dialogue.help_words import GERMAN_HELP

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADINGS = {"Options": "Optionen", "Commands": "Befehle"}
_METAVARS = (("[OPTIONS]", "[OPTIONEN]"), ("COMMAND [ARGS]...", "BEFEHL [ANGABEN]..."))
# Click leaves the lines of such a paragraph as they are.
_AS_IT_IS = "\b"


class _GermanFormatter(click.HelpFormatter):
    """Click's own words in German."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is called."""
        super().write_usage(prog, german_usage(args), "Aufruf: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The line above options or commands."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options or commands; what Click adds by itself is an option without a text of ours."""
        said = [(name, GERMAN_HELP.get(told, told)) for name, told in rows]
        super().write_dl(said, col_max, col_spacing)


class _GermanContext(click.Context):
    formatter_class = _GermanFormatter


def in_german(command: click.Command) -> click.Command:
    """A copy of the command, and of those below it, whose help is German."""
    made = copy(command)
    made.context_class = _GermanContext
    made.help = _text(command.help)
    made.short_help = _text(command.short_help)
    made.epilog = _text(command.epilog)
    made.params = [_parameter(one) for one in command.params]
    if isinstance(made, LazyGroup):
        made.spoken = in_german
    elif isinstance(made, click.Group):
        made.commands = {name: in_german(one) for name, one in made.commands.items()}
    return made


def german_usage(usage: str) -> str:
    """What may stand behind the name of a command, in German."""
    for english, german in _METAVARS:
        usage = usage.replace(english, german)
    return usage


def _parameter(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option):
        return parameter
    made = copy(parameter)
    made.help = _text(parameter.help)
    return made


def _text(english: str | None) -> str | None:
    if english is None:
        return None
    return "\n\n".join(map(_paragraph, inspect.cleandoc(english).split("\n\n")))


def _paragraph(english: str) -> str:
    if english.startswith(_AS_IT_IS):
        return english
    joined = " ".join(english.split())
    return GERMAN_HELP.get(joined, english)
