"""`briefing check`: what is on, what is off and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.adapters.terminal.ledger import findings_lines
from bot.app import label_language
from bot.commands.exits import FAILURE
from bot.commands.options import (
    screen_of,
    settings_of,
    with_folders,
    with_json,
    with_language,
    with_store,
)
from bot.formats.ledger_as_json import findings_as_dict
from bot.house import check_all

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form


@click.command()
@with_folders
@with_json
@with_language
@with_store
def check(
    folders: tuple[str, ...], form: Form | None, language: str | None, store_url: str | None
) -> None:
    """Say what is on, what is off or wrong, and why; exit 1 if anything is wrong.

    Settings, secrets (present or not), database, time zones, articles, platforms.
    """
    settings = settings_of(folders, language, store_url)
    findings = check_all(settings)
    screen = screen_of(settings, form)
    lines = findings_lines(findings, label_language(settings), width=screen.width)
    screen.show_lines(lines, data=findings_as_dict(findings))
    if any(one.state == "wrong" for one in findings):
        raise click.exceptions.Exit(FAILURE)
