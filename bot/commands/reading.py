"""Articles analysed one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.adapters.terminal.screen import Screen
from bot.app import label_language, open_reader
from bot.commands.exits import FAILURE
from bot.commands.options import settings_of, with_json
from bot.formats.reading_as_json import reading_as_dict, rejected_as_dict
from bot.sources.model import Rejected
from bot.sources.streams import read_streams

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--language", type=click.Choice(["de", "en"]), help="Language of the messages.")
@with_json
def read(files: tuple[str, ...], language: str | None, form: Form | None) -> None:
    """Analyse FILEs, or JSON lines on standard input; one line of JSON out per article.

    A record is {"id", "title", "text"} with "published", "language", "outlet" and "url" if
    known. A broken line gives {"id", "error"} and the run goes on; what is wrong with a FILE is
    told on standard error as well. It prints JSON with and without --json, which is taken because
    every command takes it. Exit 1 if a FILE could not be read.
    """
    del form
    settings = settings_of(language=language)
    screen = Screen(label_language(settings))
    reader = open_reader(settings)
    failed: list[tuple[str, str]] = []
    with screen.progress() as progress:
        for outcome in read_streams(files, sys.stdin.buffer, on_file=progress.tell):
            if isinstance(outcome, Rejected):
                failed.append((outcome.id or "?", outcome.error))
                screen.json_line(rejected_as_dict(outcome))
            else:
                screen.json_line(reading_as_dict(reader.reading(outcome)))
    if files and failed:
        screen.unreadable(failed)
        raise click.exceptions.Exit(FAILURE)
