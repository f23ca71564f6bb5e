"""Articles: analysed one by one, and what was read of the folders."""

from __future__ import annotations

import sys

import click

from bot.adapters.terminal.screen import Form, Screen
from bot.app import feed_health, label_language, open_reader
from bot.commands.options import opened, settings_of, with_articles
from bot.dialogue.feed_lines import feed_lines
from bot.formats.feeds_as_json import feeds_as_dict
from bot.formats.reading_as_json import reading_as_dict, rejected_as_dict
from bot.formats.sources_as_json import sources_as_dict
from bot.sources.model import Rejected
from bot.sources.streams import read_streams


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--language", type=click.Choice(["de", "en"]), help="Language of the messages.")
def read(files: tuple[str, ...], language: str) -> None:
    """Analyse FILEs, or JSON lines on standard input; one line of JSON out per article.

    A record is {"id", "title", "text"} with "published", "language", "outlet" and "url" if
    known. A broken line gives {"id", "error"} and the run goes on.
    """
    settings = settings_of(language=language)
    screen = Screen(label_language(settings))
    reader = open_reader(settings)
    with screen.progress() as progress:
        for outcome in read_streams(files, sys.stdin.buffer, on_file=progress.tell):
            if isinstance(outcome, Rejected):
                screen.json_line(rejected_as_dict(outcome))
            else:
                screen.json_line(reading_as_dict(reader.reading(outcome)))


@click.command()
@with_articles
def sources(folders: tuple[str, ...], language: str | None, form: Form | None) -> None:
    """Say which files were read, and which were not and why; and how the feeds are doing."""
    settings = settings_of(folders, language)
    health = feed_health(settings)
    screen, app = opened(settings, form, quiet=True)
    label = label_language(settings)
    screen.show_sources(
        app.collection,
        feeds=tuple(feed_lines(health, label, zone=settings.zone)) if health else (),
        data={**sources_as_dict(app.collection), "feeds": feeds_as_dict(health, label)["feeds"]},
    )


COMMANDS = (read, sources)
