"""`briefing run`: everything that is configured, until it is told to stop."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import click

from bot.app import label_language
from bot.commands.exits import WRONG_USE
from bot.commands.options import checked, settings_of, with_folders, with_language, with_store
from bot.dialogue.reports import report_in
from bot.house import open_house
from bot.keeping import open_configured_store
from bot.logs import set_up_logs
from bot.patience import leaving_when_told, open_patiently
from bot.running import run as run_house
from bot.running import stop_on_signals

if TYPE_CHECKING:
    from bot.running import House


@click.command()
@with_folders
@with_language
@with_store
def run(folders: tuple[str, ...], language: str | None, store_url: str | None) -> None:
    """Start what is configured and deliver the digests, until SIGTERM or Ctrl-C.

    Without a chat platform the digest of the settings goes into a folder.
    """
    with leaving_when_told():
        settings = settings_of(folders, language, store_url)
        set_up_logs(
            settings.log_format,
            settings.log_level,
            secrets=settings.secrets(),
            spoken=partial(report_in, label_language(settings)),
        )
        opened = open_patiently(partial(open_configured_store, checked(settings)), time.sleep)
        with opened as store, open_house(settings, store) as house:
            ran = asyncio.run(_run(house))
    if not ran:
        raise click.exceptions.Exit(WRONG_USE)


async def _run(house: House) -> bool:
    stop = asyncio.Event()
    stop_on_signals(stop)
    return await run_house(house, stop)
