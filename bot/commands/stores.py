"""The store: copied while it is in use, moved to another database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic import SecretStr

from bot.app import data_folder, label_language
from bot.checks import process_alive
from bot.commands.options import screen_of, settings_of, with_json, with_language, with_store
from bot.dialogue.reports import report_in
from bot.formats.ledger_as_json import backup_as_dict, move_as_dict
from bot.keeping import ALIVE, open_configured_store, open_existing_store
from bot.store import MoveFailed
from bot.store import move as move_rows

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form
    from bot.settings import Settings


@click.group()
def store() -> None:
    """Copy the database, or move to another."""


@store.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_json
@with_language
@with_store
def backup(file: Path, form: Form | None, language: str | None, store_url: str | None) -> None:
    """Copy a SQLite database that may be in use into the new FILE."""
    settings = settings_of(language=language, store_url=store_url)
    with open_existing_store(settings, beside=True) as source:
        source.backup(file)
        screen = screen_of(settings, form)
        screen.show_wrapped([f"{source.where} -> {file}"], data=backup_as_dict(source.where, file))


@store.command()
@click.argument("url")
@click.option("--force", is_flag=True, help="Also while a bot seems to run on it.")
@with_json
@with_language
@with_store
def move(
    url: str, *, force: bool, form: Form | None, language: str | None, store_url: str | None
) -> None:
    """Copy everything into the empty database at URL, counts compared.

    Stop the bot first. The old database is left as it is.
    """
    settings = settings_of(language=language, store_url=store_url)
    if not force:
        _check_at_rest(settings)
    target_settings = settings.model_copy(update={"store": SecretStr(url)})
    with (
        open_existing_store(settings) as source,
        open_configured_store(target_settings) as target,
    ):
        tables = move_rows(source, target)
        end = f"{source.where} -> {target.where}; now set BRIEFING_STORE to the new address"
        screen_of(settings, form).show_wrapped(
            [
                *(f"{table} {rows}" for table, rows in tables.items()),
                report_in(label_language(settings), end),
            ],
            data=move_as_dict(source.where, target.where, tables),
        )


def _check_at_rest(settings: Settings) -> None:
    """Hold that no bot runs here: what it wrote from now on would stay behind.

    Raises:
        MoveFailed: one does.
    """
    process = process_alive(data_folder(settings) / ALIVE, datetime.now(UTC))
    if process is not None:
        reason = (
            f"a bot runs here as process {process}, and what it writes from now on would stay "
            "behind; stop it, or add --force if it is none of this database"
        )
        raise MoveFailed(reason)
