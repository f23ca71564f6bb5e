"""What `--help` says, in the language of whoever asks."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click
import pytest
from cli.program import briefing

from bot.cli import cli
from bot.commands.helping import in_german
from bot.dialogue.help_words import GERMAN_HELP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def commands(command: click.Command) -> Iterator[click.Command]:
    """The command and all below it."""
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below)


def texts(command: click.Command) -> Iterator[str]:
    """The paragraphs of the help of a command, those that Click leaves as they are aside."""
    said = [command.help, command.epilog]
    said += [one.help for one in command.params if isinstance(one, click.Option)]
    for text in filter(None, said):
        for paragraph in inspect.cleandoc(text).split("\n\n"):
            if not paragraph.startswith("\b"):
                yield " ".join(paragraph.split())


def test_every_text_has_its_german_and_no_german_is_left_over() -> None:
    english = {text for command in commands(cli) for text in texts(command)}
    of_click = {"Show this message and exit."}
    assert english | of_click == set(GERMAN_HELP)


def test_a_command_that_is_shown_in_german_stays_as_it_is() -> None:
    before = [text for command in commands(cli) for text in texts(command)]
    german = {text for command in commands(in_german(cli)) for text in texts(command)}
    assert german <= set(GERMAN_HELP.values())
    assert [text for command in commands(cli) for text in texts(command)] == before


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--help", "--language", "de"), "en"),
        (("--language", "de", "-h"), "en"),
        (("ask", "--help", "--language=de"), "en"),
        (("feeds", "add", "--help"), "de"),
        (("store", "--help"), "de"),
    ],
)
def test_help_is_german_where_the_labels_are(
    tmp_path: Path, arguments: tuple[str, ...], environment: str
) -> None:
    done = briefing(*arguments, cwd=tmp_path, BRIEFING_LANGUAGE=environment, COLUMNS="80")
    assert done.returncode == 0
    assert done.stdout.startswith("Aufruf: briefing")
    assert "Diese Hilfe zeigen." in done.stdout
    assert not {"Usage", "Options", "Commands", "Show", "[OPTIONS]"} & {
        word.strip(":") for word in done.stdout.split()
    }
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "--help"), ("feeds", "--help")])
def test_help_is_english_where_the_labels_are(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = briefing(*arguments, cwd=tmp_path, BRIEFING_LANGUAGE="en")
    assert done.stdout.startswith("Usage: briefing")
    assert "Aufruf" not in done.stdout


def test_a_group_alone_shows_help_in_the_language_that_is_named(tmp_path: Path) -> None:
    done = briefing("--language", "de", "feeds", cwd=tmp_path, BRIEFING_LANGUAGE="en")
    assert done.stderr.startswith("Aufruf: briefing feeds")


def test_the_language_may_be_named_before_the_command(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    asked = ("topics", "--articles", "leer")
    done = briefing("--language", "en", *asked, cwd=tmp_path, BRIEFING_LANGUAGE="de")
    assert "No topics yet" in done.stdout
    again = briefing("--language", "en", *asked, "--language", "de", cwd=tmp_path)
    assert "Noch keine Themen" in again.stdout
