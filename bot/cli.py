"""The command line: arguments become one call; results on standard output, the rest on error.

Exit 0 on an answer, 3 on "not found", 2 on wrong use or wrong settings, 1 on failure.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper

import click

from bot import __version__
from bot.commands.exits import FAILURE, INTERRUPTED, WRONG_USE
from bot.commands.loading import GROUPS, LazyGroup
from bot.crash import keep_traceback
from bot.errors import BriefingError, SettingsError


def main() -> None:
    """Run the command line. No traceback reaches a person; it is kept for whoever mends it."""
    _write_what_can_be_written()
    try:
        command = _spoken_help(cli) if _asks_for_help(sys.argv[1:]) else cli
        sys.exit(command(prog_name="briefing", standalone_mode=False))
    except click.ClickException as error:
        _complain(error)
        sys.exit(WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except SettingsError as error:
        _fail(_sentence_of(error), WRONG_USE)
    except BriefingError as error:
        _fail(_sentence_of(error), FAILURE)
    except BrokenPipeError:
        # Whoever read our output has enough; closing keeps Python from complaining at its exit.
        sys.stderr.close()
        sys.exit(FAILURE)
    except Exception as error:  # noqa: BLE001 - the outermost: a sentence instead of a traceback
        _fail(_spoken(keep_traceback(error)), FAILURE)


def _asks_for_help(arguments: list[str]) -> bool:
    """Whether help is shown: where it is asked for, or where a group is called alone."""
    words = {one for one in arguments if not one.startswith("--language")} - {"de", "en"}
    return not words.isdisjoint(_HELP) or words <= GROUPS


def _spoken_help(command: click.Command) -> click.Command:
    told: click.Command = import_module("bot.commands.complaining").spoken_help(command)
    return told


def _write_what_can_be_written() -> None:
    """Show a question mark where the terminal has no such letter, instead of no answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _sentence_of(error: BriefingError) -> str:
    # Loading the words takes as long as all the rest of a start.
    told: str = import_module("bot.commands.complaining").sentence_of(error)
    return told


def _spoken(report: str) -> str:
    try:
        told: str = import_module("bot.commands.complaining").in_language(report)
    except Exception:  # noqa: BLE001 - what fails may be what the words need
        return report
    return told


def _complain(error: click.ClickException) -> None:
    complaining = import_module("bot.commands.complaining")
    complaining.show_misuse(error)


def _fail(message: str, code: int) -> None:
    click.echo(f"briefing: {message}", err=True)
    sys.exit(code)


_HELP = ("-h", "--help")


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": [*_HELP], "max_content_width": 100},
    epilog="Exit: 0 answered, 3 not found, 2 wrong use or settings, 1 failure.",
)
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "--language",
    type=click.Choice(["de", "en"]),
    help="Language of headings, labels and messages.",
)
def cli(language: str | None) -> None:
    """Topic cards and a morning digest from a folder of articles.

    Every sentence shown can be traced to the exact characters of an article. No network, no
    key and no model is needed.

    \b
    briefing ask stargate
    briefing digest --date 2025-01-24
    briefing say "was ist neu bei stargate?"
    briefing run
    """  # noqa: D301 - click looks for the backspace itself, to keep the lines below it apart
