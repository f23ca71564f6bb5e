"""TOML files under `config/`: read as tables, and what is wrong in them said in one line each."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails

# Pydantic begins its sentences with the kind of the value: "Input should be …".
_SUBJECT = re.compile(r"^\w+ should ")
_LONGEST_SHOWN = 60


def load_table(path: Path) -> dict[str, Any]:
    """Read a TOML file in UTF-8, with or without a byte order mark.

    Raises:
        SettingsError: it cannot be read or is no TOML; names the line and column.
    """
    return parse_table(load_text(path), path)


def load_text(path: Path) -> str:
    """The same as text.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(str(path), f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(path), f"is not UTF-8 (byte {error.start + 1})") from error


def parse_table(text: str, path: Path) -> dict[str, Any]:
    """The table of a text that stands in the file at `path`.

    Raises:
        SettingsError: it is no TOML; names the line and column.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(path), f"is not valid TOML: {error}") from error


def explain_unknown(key: str, known: Iterable[str]) -> str:
    """Say that nothing has this name, and which known name is the nearest."""
    names = tuple(known)
    nearest = get_close_matches(key.lower(), names, n=1)
    if nearest:
        return f"there is no such key; did you mean {nearest[0]!r}?"
    return f"there is no such key; there are {', '.join(names)}"


def explain_value(error: ErrorDetails) -> str:
    """Say in one line what one wrong value must be, and what it is."""
    if error["type"] == "missing":
        return "is missing"
    cause = error.get("ctx", {}).get("error")
    if error["type"] == "path_type":
        # Pydantic names the class.
        reason = "must be a path"
    else:
        reason = str(cause) if cause else _SUBJECT.sub("must ", error["msg"])
    shown = repr(error["input"])
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[:_LONGEST_SHOWN] + "…"
    return f"{reason}, not {shown}"


def raise_together(problems: Iterable[tuple[str, str]]) -> None:
    """Raise one error for all problems (where, reason), a line each; none raises nothing."""
    lines = tuple(problems)
    if not lines:
        return
    (where, reason), *rest = lines
    raise SettingsError(where, "\n".join([reason, *(f"{at}: {why}" for at, why in rest)]))
