"""`briefing feeds …`: the feeds that are read."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.app import label_language
from bot.commands.beside import check_file
from bot.commands.complaining import sentence_of
from bot.commands.exits import FAILURE, WRONG_USE
from bot.commands.options import (
    screen_of,
    settings_of,
    with_json,
    with_language,
    with_store,
)
from bot.core.feeds import Feed, FeedsReport
from bot.dialogue.feed_lines import feed_lines, problem_lines
from bot.dialogue.printable import clean
from bot.dialogue.source_words import words_for
from bot.errors import BriefingError, SettingsError
from bot.formats.feeds_as_json import feeds_as_dict
from bot.keeping import make_due, open_configured_store, report_configured_feeds
from bot.sources.feeds.editing import add_feeds, remove_feed
from bot.sources.feeds.file import FeedsFile, load_feeds, read_feeds
from bot.sources.feeds.finding import check_feeds
from bot.sources.feeds.opml import MOST_BYTES, NoFeedList, read_opml, write_opml
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.adapters.terminal.screen import Form
    from bot.core.models import ArticleKind, Language
    from bot.formats.as_json import JsonObject
    from bot.settings import Settings
    from bot.sources.feeds.finding import CheckedFeed


@click.group()
def feeds() -> None:
    """Feeds that are read: add, remove, list, check, import and export."""


@feeds.command("add")
@click.argument("address")
@click.option("--outlet", metavar="NAME", help="Name under which its articles are cited.")
@click.option("--articles-in", type=click.Choice(["de", "en"]), help="Language of its articles.")
@click.option("--kind", type=click.Choice(["report", "opinion", "background"]))
@click.option("--full", is_flag=True, help="The feed brings whole articles, not teasers.")
@click.option("--minutes", type=click.IntRange(5, 10_080), help="Time between two visits.")
@with_language
@with_store
def add_feed(  # noqa: PLR0913 - the options of one command
    address: str,
    *,
    outlet: str | None,
    articles_in: Language | None,
    kind: ArticleKind | None,
    full: bool,
    minutes: int | None,
    language: str | None,
    store_url: str | None,
) -> None:
    """Read the feed at ADDRESS, or the one that the page there points to, from now on."""
    settings = settings_of((), language, store_url)
    found = _check_now([Feed(address)], settings)[0].found
    if isinstance(found, Failed):
        fail(found, settings)
    wish = Feed(
        address=found.address,
        outlet=outlet,
        language=articles_in,
        kind=kind,
        content="full" if full else "teaser",
        interval=minutes * 60 if minutes else None,
    )
    is_new = bool(add_feeds(settings.feeds_file, [wish]))
    name = clean(outlet or found.feed.title or found.address)
    german = label_language(settings) == "de"
    if is_new:
        said = f"{name} wird ab jetzt gelesen" if german else f"{name} is read from now on"
    else:
        said = f"{name} ist schon eingetragen" if german else f"{name} is there already"
    screen = screen_of(settings, None)
    screen.show_wrapped([f"{said}: {found.address} ({len(found.feed.entries)})"], data={})
    # One that was gone or failing is asked again, now that somebody saw that it works.
    try:
        make_due(settings, {address, found.address})
    except BriefingError as error:
        # It is in the file, and its turn comes without that.
        click.echo(f"briefing: {sentence_of(error)}", err=True)


@feeds.command("remove")
@click.argument("feed")
@with_language
@with_store
def remove(feed: str, language: str | None, store_url: str | None) -> None:
    """Read FEED (its address or outlet) no more; its articles stay."""
    settings = settings_of((), language, store_url)
    known = {one.address for one in load_feeds(settings.feeds_file)}
    if not remove_feed(settings.feeds_file, feed):
        raise SettingsError(str(settings.feeds_file), f"there is no feed {clean(feed)!r}")
    left = {one.address for one in load_feeds(settings.feeds_file)}
    with open_configured_store(settings) as store:
        store.feeds.forget(known - left)
    for address in known - left:
        click.echo(f"- {address}")


@feeds.command("list")
@with_json
@with_language
@with_store
def list_feeds(form: Form | None, language: str | None, store_url: str | None) -> None:
    """Show each feed: when it was read last, what is wrong with it, what was skipped and why."""
    settings = settings_of((), language, store_url)
    if store_url:
        check_file(settings)
    report = report_configured_feeds(settings)
    label = label_language(settings)
    lines = feed_lines(report, label, zone=settings.zone)
    screen_of(settings, form).show_wrapped(lines, data=feeds_as_dict(report, label))
    if report.problems:
        raise click.exceptions.Exit(FAILURE)


@feeds.command("check")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@with_json
@with_language
def check(addresses: tuple[str, ...], form: Form | None, language: str | None) -> None:
    """Fetch the feeds (or ADDRESSes) now and say how they are; nothing is stored.

    A wrong line in the file of feeds is named with its number, and the others are fetched.
    """
    settings = settings_of((), language)
    label = label_language(settings)
    read = FeedsFile(tuple(map(Feed, addresses))) if addresses else read_feeds(settings.feeds_file)
    checked = _check_now(read.feeds, settings)
    wrong = feeds_as_dict(FeedsReport(problems=read.problems), label)["problems"]
    data: JsonObject = {
        "schema": 1,
        "feeds": [_checked_as_dict(one, label) for one in checked],
        "problems": wrong,
    }
    none = () if checked or read.problems else feed_lines(FeedsReport(), label, zone="UTC")
    found = (_line_of(one, label) for one in checked)
    lines = (*found, *problem_lines(read.problems, label), *none)
    screen_of(settings, form).show_wrapped(lines, data=data)
    if read.problems or any(isinstance(one.found, Failed) for one in checked):
        raise click.exceptions.Exit(FAILURE)


@feeds.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_language
def import_opml(file: Path, language: str | None) -> None:
    """Add the feeds of an OPML FILE, as other readers export it."""
    settings = settings_of((), language)
    if file.stat().st_size > MOST_BYTES:
        raise NoFeedList
    found, unusable = read_opml(file.read_bytes())
    new = add_feeds(settings.feeds_file, found)
    for address in unusable:
        click.echo(f"briefing: {clean(address)}: {_words('address', settings)}", err=True)
    click.echo(f"+ {len(new)} ({len(found)})")


@feeds.command("export")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@with_language
def export_opml(file: Path | None, language: str | None) -> None:
    """Write the feeds as OPML, into FILE or on standard output."""
    written = write_opml(load_feeds(settings_of(language=language).feeds_file))
    if file is None:
        click.echo(written.decode())
        return
    try:
        file.write_bytes(written)
    except OSError as error:
        raise SettingsError(str(file), f"cannot be written ({error.strerror})") from error


def _check_now(wanted: Sequence[Feed], settings: Settings) -> list[CheckedFeed]:
    return asyncio.run(check_feeds(wanted, now=_now, networks=settings.networks))


def fail(failed: Failed, settings: Settings) -> NoReturn:
    """Say why nothing was found, and end: with 2 for an address that is none, else with 1."""
    said = _words(failed.reason, settings, status=failed.status)
    click.echo(f"briefing: {said}", err=True)
    is_wrong = failed.reason in {"address", "scheme", "userinfo", "private"}
    raise click.exceptions.Exit(WRONG_USE if is_wrong else FAILURE)


def _words(reason: str, settings: Settings, *, status: int = 0) -> str:
    return words_for(reason, label_language(settings), status=status)


def _line_of(checked: CheckedFeed, language: Language) -> str:
    address = clean(checked.feed.address)
    found = checked.found
    if isinstance(found, Failed):
        return f"✗ {address}  {words_for(found.reason, language, status=found.status)}"
    parsed = found.feed
    one, many = ("Eintrag", "Einträge") if language == "de" else ("entry", "entries")
    entries = f"{len(parsed.entries)} {one if len(parsed.entries) == 1 else many}"
    moved = f" → {found.address}" if found.address != checked.feed.address else ""
    return f"✓ {address}{moved}  {clean(parsed.title)}, {entries}"


def _checked_as_dict(checked: CheckedFeed, language: Language) -> JsonObject:
    found = checked.found
    if isinstance(found, Failed):
        text = words_for(found.reason, language, status=found.status)
        return {"address": checked.feed.address, "error": found.reason, "error_text": text}
    return {
        "address": checked.feed.address,
        "found_at": found.address,
        "title": found.feed.title,
        "entries": len(found.feed.entries),
        "parser": found.feed.parser,
    }


def _now() -> datetime:
    return datetime.now(UTC)
