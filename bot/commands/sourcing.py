"""What was read of the folders, what was not and why, and how the feeds are doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.app import label_language
from bot.commands.beside import check_file
from bot.commands.options import opened, settings_of, with_articles, with_store
from bot.dialogue.feed_lines import feed_lines
from bot.formats.feeds_as_json import feeds_as_dict
from bot.formats.sources_as_json import sources_as_dict
from bot.keeping import report_configured_feeds

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form


@click.command()
@with_store
@with_articles
def sources(
    folders: tuple[str, ...], language: str | None, form: Form | None, store_url: str | None
) -> None:
    """Say which files were read, and which were not and why; and how the feeds are doing."""
    settings = settings_of(folders, language, store_url)
    if store_url:
        check_file(settings)
    report = report_configured_feeds(settings)
    screen, app = opened(settings, form, quiet=True)
    label = label_language(settings)
    screen.show_sources(
        app.collection,
        feeds=tuple(feed_lines(report, label, zone=settings.zone))
        if report.health or report.problems
        else (),
        data={**feeds_as_dict(report, label), **sources_as_dict(app.collection)},
    )
