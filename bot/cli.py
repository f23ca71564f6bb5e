"""The command line: arguments become one call; results on standard output, the rest on error.

Exit 0 on an answer, 3 on "not found", 2 on wrong use or wrong settings, 1 on failure.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

import click

from bot import __version__
from bot.adapters.terminal.chat import chat_lines
from bot.adapters.terminal.screen import Form, Screen
from bot.app import App, label_language, open_app, open_reader
from bot.crash import keep_traceback
from bot.dialogue.answers import CardAnswer, DigestAnswer, NotFoundAnswer, TopicListAnswer
from bot.dialogue.conversation import hear, respond
from bot.dialogue.requests import AskTopic, ListTopics
from bot.errors import BriefingError, SettingsError
from bot.formats.as_json import card_as_dict, digest_as_dict, topics_as_dict
from bot.formats.reading_as_json import reading_as_dict, rejected_as_dict
from bot.formats.sources_as_json import sources_as_dict
from bot.settings import Settings, check_zone, load_settings
from bot.sources.model import Rejected
from bot.sources.streams import read_streams

if TYPE_CHECKING:
    from bot.dialogue.answers import Answer

FAILURE = 1
WRONG_USE = 2
NOT_FOUND = 3
INTERRUPTED = 130

Command = TypeVar("Command", bound=Callable[..., object])
Value = TypeVar("Value")


def main() -> None:
    """Run the command line. No traceback reaches a person; it is kept for whoever mends it."""
    try:
        sys.exit(cli(prog_name="briefing", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except SettingsError as error:
        _fail(str(error), WRONG_USE)
    except BriefingError as error:
        _fail(str(error), FAILURE)
    except BrokenPipeError:
        # Whoever read our output has enough; closing keeps Python from complaining at its exit.
        sys.stderr.close()
        sys.exit(FAILURE)
    except Exception as error:  # noqa: BLE001 - the outermost: a sentence instead of a traceback
        _fail(keep_traceback(error), FAILURE)


def _fail(message: str, code: int) -> None:
    click.echo(f"briefing: {message}", err=True)
    sys.exit(code)


def _with_articles(command: Command) -> Command:
    """The options of every command that reads articles."""
    for option in (
        click.option("--markdown", "form", flag_value="markdown", help="Print Markdown."),
        click.option("--json", "form", flag_value="json", help="Print JSON."),
        click.option(
            "--language", type=click.Choice(["de", "en"]), help="Language of headings and labels."
        ),
        click.option(
            "--articles",
            "folders",
            multiple=True,
            metavar="DIR",
            help="Folder with articles, instead of the configured ones; may be repeated.",
        ),
    ):
        command = option(command)
    return command


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit: 0 answered, 3 not found, 2 wrong use or settings, 1 failure.",
)
@click.version_option(__version__, prog_name="briefing")
def cli() -> None:
    r"""Topic cards and a morning digest from a folder of articles.

    Every sentence shown can be traced to the exact characters of an article. No network, no
    key and no model is needed.

    \b
    briefing ask stargate
    briefing digest --date 2025-01-24
    briefing say "was ist neu bei stargate?"
    """


@cli.command()
@click.argument("topic", nargs=-1)
@_with_articles
def ask(
    topic: tuple[str, ...], folders: tuple[str, ...], language: str | None, form: Form | None
) -> None:
    """Show the card of TOPIC; without TOPIC the list of topics."""
    screen, app = _open(folders, language, form)
    query = " ".join(topic)
    request = AskTopic(query) if query.strip() else ListTopics()
    answer, _ = respond(request, app.conversation(), library=app.library, now=datetime.now(UTC))
    if isinstance(answer, CardAnswer):
        screen.show(answer, data=card_as_dict(answer.card))
    elif isinstance(answer, TopicListAnswer):
        screen.show(answer, data=topics_as_dict(answer.lines))
    else:
        screen.show(answer)
    _exit_if_not_found(answer)


@cli.command()
@_with_articles
def topics(folders: tuple[str, ...], language: str | None, form: Form | None) -> None:
    """List all topics with their number of articles, outlets and newest date."""
    screen, app = _open(folders, language, form)
    lines = app.library.topics()
    listed = TopicListAnswer(lines, topics=len(lines), articles=app.library.article_count)
    screen.show(listed, data=topics_as_dict(lines))


@cli.command()
@click.option("--date", "day", metavar="D", help="Day of the digest, as 2025-01-24 (today).")
@click.option("--zone", metavar="Z", help="Time zone, as Europe/Berlin.")
@_with_articles
def digest(
    day: str | None,
    zone: str | None,
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
) -> None:
    """Show the digest as a channel would get it on the morning of a day."""
    settings = _settings(folders, language)
    place = _check("--zone", check_zone, zone) if zone else settings.zone
    morning = _check("--date", _parse_day, day) if day else datetime.now(ZoneInfo(place)).date()
    screen, app = _opened(settings.model_copy(update={"zone": place}), form)
    made = app.digest(morning)
    screen.show(DigestAnswer(made), data=digest_as_dict(made))


@cli.command()
@click.argument("text", nargs=-1, required=True)
@_with_articles
def say(
    text: tuple[str, ...], folders: tuple[str, ...], language: str | None, form: Form | None
) -> None:
    """Answer one line as in a chat: "/briefing stargate", "/digest now", "und softbank?"."""
    screen, app = _open(folders, language, form)
    answer, _ = hear(" ".join(text), app.conversation(), library=app.library, now=datetime.now(UTC))
    screen.show(answer)
    _exit_if_not_found(answer)


@cli.command()
@_with_articles
def chat(folders: tuple[str, ...], language: str | None, form: Form | None) -> None:
    """Talk line by line; the conversation is kept until "exit" or the end of the input."""
    screen, app = _open(folders, language, form)
    conversation = app.conversation()
    for line in chat_lines(watched=screen.is_watched):
        answer, conversation = hear(line, conversation, library=app.library, now=datetime.now(UTC))
        screen.show(answer)


@cli.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--language", type=click.Choice(["de", "en"]), help="Language of the messages.")
def read(files: tuple[str, ...], language: str) -> None:
    """Analyse FILEs, or JSON lines on standard input; one line of JSON out per article.

    A record is {"id", "title", "text"} with "published", "language", "outlet" and "url" if
    known. A broken line gives {"id", "error"} and the run goes on.
    """
    settings = _settings((), language)
    screen = Screen(label_language(settings))
    reader = open_reader(settings)
    with screen.progress() as progress:
        for outcome in read_streams(files, sys.stdin.buffer, on_file=progress.tell):
            if isinstance(outcome, Rejected):
                screen.json_line(rejected_as_dict(outcome))
            else:
                screen.json_line(reading_as_dict(reader.reading(outcome)))


@cli.command()
@_with_articles
def sources(folders: tuple[str, ...], language: str | None, form: Form | None) -> None:
    """Say which files were read, and which were not and why."""
    settings = _settings(folders, language)
    screen, app = _opened(settings, form, quiet=True)
    screen.show_sources(app.collection, data=sources_as_dict(app.collection))


def _settings(folders: tuple[str, ...], language: str | None) -> Settings:
    settings = load_settings()
    update: dict[str, object] = {}
    if folders:
        update["articles"] = tuple(Path(folder).expanduser() for folder in folders)
    if language:
        update["language"] = language
    return settings.model_copy(update=update)


def _open(folders: tuple[str, ...], language: str | None, form: Form | None) -> tuple[Screen, App]:
    return _opened(_settings(folders, language), form)


def _opened(settings: Settings, form: Form | None, *, quiet: bool = False) -> tuple[Screen, App]:
    """The screen and the articles. What could not be read is told on standard error.

    Raises:
        SettingsError: none of the folders is there.
    """
    missing = [folder for folder in settings.articles if not folder.exists()]
    if len(missing) == len(settings.articles):
        where, reason = "articles", f"{missing[0]}: there is no such folder"
        raise SettingsError(where, reason)
    screen = Screen(label_language(settings), zone=settings.zone, form=form or "text")
    with screen.progress() as progress:
        app = open_app(settings, on_progress=progress.tell)
    if not quiet:
        screen.faults(app.collection)
    return screen, app


def _check(option: str, read_value: Callable[[str], Value], value: str) -> Value:
    try:
        return read_value(value)
    except ValueError as error:
        raise SettingsError(option, f"{value!r} {error}") from error


def _parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        reason = "is no day; write it as 2025-01-24"
        raise ValueError(reason) from error


def _exit_if_not_found(answer: Answer) -> None:
    if isinstance(answer, NotFoundAnswer):
        raise click.exceptions.Exit(NOT_FOUND)
