"""Options that several commands share, and the settings that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from pydantic import SecretStr

from bot.adapters.terminal.screen import Form, Screen
from bot.app import App, label_language, open_app
from bot.commands.beside import count_from_web, first_seen_beside, has_corrected_files
from bot.errors import BriefingError, SettingsError
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

Command = TypeVar("Command", bound=Callable[..., object])
Value = TypeVar("Value")

with_language = click.option(
    "--language", type=click.Choice(["de", "en"]), help="Language of headings and labels."
)
with_store = click.option(
    "--store", "store_url", metavar="URL", help="Database, instead of the configured one."
)
with_json = click.option("--json", "form", flag_value="json", help="Print JSON.")
_with_markdown = click.option("--markdown", "form", flag_value="markdown", help="Print Markdown.")
with_folders = click.option(
    "--articles",
    "folders",
    multiple=True,
    metavar="DIR",
    help="Folder with articles, instead of the configured ones; may be repeated.",
)


def with_articles(command: Command) -> Command:
    """The options of every command that reads articles and answers."""
    for option in (_with_markdown, with_json, with_language, with_folders):
        command = option(command)
    return command


def settings_of(
    folders: Iterable[str] = (), language: str | None = None, store_url: str | None = None
) -> Settings:
    """The settings, with what the options of a command say instead."""
    update: dict[str, object] = {}
    language = language or _language_before()
    if paths := tuple(Path(folder).expanduser() for folder in folders):
        update["articles"] = paths
    if language:
        update["language"] = language
    if store_url:
        update["store"] = SecretStr(store_url)
    return load_settings().model_copy(update=update)


def _language_before() -> str | None:
    """The language that was named before the command: `briefing --language en ask`."""
    context = click.get_current_context(silent=True)
    named = context.find_root().params.get("language") if context else None
    return named if isinstance(named, str) else None


def opened(
    settings: Settings, form: Form | None, *, alone: bool = False, quiet: bool = False
) -> tuple[Screen, App]:
    """The screen and the articles: those of the folders, and those that feeds brought.

    With `alone`, as for folders named on the command line, what feeds brought is left out. That,
    and what could not be read, is told on standard error: an answer from folders does not fail
    for a store that is away.

    Raises:
        SettingsError: none of the folders is there, or the store is no database.
    """
    screen = screen_of(settings, form)
    with screen.progress() as progress:
        seen = {} if alone else _first_seen(settings)
        app = open_app(checked(settings), on_progress=progress.tell, first_seen=seen)
    if not quiet:
        screen.faults(app.collection)
        _add_from_web(settings, app, screen, alone=alone)
    return screen, app


def _first_seen(settings: Settings) -> Mapping[str, datetime]:
    """Since when articles are there: what a running bot counts by, and so does an answer here."""
    if settings.store is None or settings.store.get_secret_value().startswith("sqlite"):
        return first_seen_beside(settings)
    try:
        seen: Mapping[str, datetime] = import_module("bot.commands.stored").first_seen(settings)
    except BriefingError:
        # It is told when its articles are looked for.
        return {}
    return seen


def _add_from_web(settings: Settings, app: App, screen: Screen, *, alone: bool) -> None:
    left = count_from_web(settings)
    if not alone and (left != 0 or has_corrected_files(settings)):
        # Loading the database takes as long as an answer, and most folders have no store beside
        # them.
        stored = import_module("bot.commands.stored")
        try:
            stored.add_versions(settings, app)
            added: int = stored.add_from_web(settings, app)
        except SettingsError:
            raise
        except BriefingError as error:
            screen.say(f"articles from feeds and pages are left out: {error}")
            return
        left = None if left is None else left - added
    if left:
        screen.say(
            "articles from feeds and pages that lie in the store, and with which "
            f"`briefing run` answers: {left}"
        )


def screen_of(settings: Settings, form: Form | None) -> Screen:
    """Standard output and standard error of a command."""
    return Screen(label_language(settings), zone=settings.zone, form=form or "text")


def checked(settings: Settings) -> Settings:
    """The settings, if at least one folder with articles is there.

    Raises:
        SettingsError: none is.
    """
    missing = [folder for folder in settings.articles if not folder.exists()]
    if len(missing) == len(settings.articles):
        where, reason = "articles", f"{missing[0]}: there is no such folder"
        raise SettingsError(where, reason)
    return settings


def check(option: str, read_value: Callable[[str], Value], value: str) -> Value:
    """The value of an option.

    Raises:
        SettingsError: `read_value` refused it.
    """
    try:
        return read_value(value)
    except ValueError as error:
        raise SettingsError(option, f"{value!r} {error}") from error
