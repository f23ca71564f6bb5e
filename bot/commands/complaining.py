"""What a command says that failed, in the language of whoever sits there.

Loaded only when it is needed.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from bot.app import label_language
from bot.commands.helping import german_usage, in_german
from bot.dialogue.reports import misuse_in, refusal_in, report_in
from bot.errors import BriefingError, SettingsError
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Language

_OPTION, _VARIABLE = "--language", "BRIEFING_LANGUAGE"
_DEFAULT: Language = "de"


def sentence_of(error: BriefingError) -> str:
    """The error as one line, or a line for each setting that is wrong."""
    language = _language(sys.argv)
    if isinstance(error, SettingsError):
        return refusal_in(language, error.where, error.reason)
    return report_in(language, str(error))


def spoken_help(command: click.Command) -> click.Command:
    """The command with its help in the language of whoever asks for it."""
    return in_german(command) if _language(sys.argv) == "de" else command


def in_language(report: str) -> str:
    """What went wrong, as a sentence for whoever sits there."""
    return report_in(_language(sys.argv), report)


def show_misuse(error: click.ClickException) -> None:
    """Say on standard error what was wrong with a call, and how it is meant."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # Nothing was wrong but that nothing was asked: the help is all there is to say.
        click.echo(error.format_message(), err=True)
        return
    if _language(sys.argv) == "en":
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        path = context.command_path
        usage = german_usage(context.get_usage().removeprefix(f"Usage: {path}"))
        click.echo(f"Aufruf: {path}{usage}\nHilfe: {path} --help\n", err=True)
    click.echo(f"briefing: {misuse_in('de', error.format_message())}", err=True)


def _language(arguments: Sequence[str]) -> Language:
    """By the option, else by the settings, else, where these cannot be read, by the variable."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == _OPTION:
            value = value or next(iter(arguments[at + 1 :]), "")
            if value in {"de", "en"}:
                return "en" if value == "en" else "de"
    try:
        return label_language(load_settings())
    except BriefingError:
        return "en" if os.environ.get(_VARIABLE) == "en" else _DEFAULT
