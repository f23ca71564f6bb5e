"""The store: copied while it is in use, moved to another database."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import SecretStr

from bot.commands.options import settings_of, with_store
from bot.keeping import open_configured_store, open_existing_store
from bot.store import move as move_rows


@click.group()
def store() -> None:
    """Copy the database, or move to another."""


@store.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_store
def backup(file: Path, store_url: str | None) -> None:
    """Copy a SQLite database that may be in use into the new FILE."""
    with open_existing_store(settings_of(store_url=store_url), beside=True) as source:
        source.backup(file)
        click.echo(f"{source.where} -> {file}")


@store.command()
@click.argument("url")
@with_store
def move(url: str, store_url: str | None) -> None:
    """Copy everything into the empty database at URL, counts compared.

    Stop the bot first. The old database is left as it is.
    """
    settings = settings_of(store_url=store_url)
    target_settings = settings.model_copy(update={"store": SecretStr(url)})
    with (
        open_existing_store(settings) as source,
        open_configured_store(target_settings) as target,
    ):
        for table, rows in move_rows(source, target).items():
            click.echo(f"{table} {rows}")
        click.echo(f"{source.where} -> {target.where}; now set BRIEFING_STORE to the new address")
