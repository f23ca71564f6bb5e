"""Runs as Slack's mrkdwn, in which no word of an article can ping, link or format anything.

Slack knows escapes for `&`, `<` and `>` alone. The other characters that would format something
are shown by their nearest twins, and only where they would. Every text object is `verbatim`, so
that nothing turns into a link by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from bot.adapters.slack.limits import size
from bot.dialogue.outline import Run
from bot.dialogue.printable import web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogue.outline import RunKind

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_TWINS = str.maketrans({"*": "\u2217", "~": "\u223c", "`": "\u02cb"})
# An underscore inside a word does nothing.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_EMOJI = re.compile(r":(?=[\w+'-]+:)")
_QUOTED_LINE = re.compile(r"^(\s*)>")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’“»«)\]]*(?=\s)")
_BOLD: frozenset[RunKind] = frozenset({"name", "figure", "cited"})


def escape(text: str) -> str:
    """`text` with Slack's three entities, once."""
    return text.translate(_ENTITIES)


def plain(text: str) -> str:
    """`text` of others in mrkdwn, so that it reads the same and does nothing."""
    calm = _UNDERSCORE.sub("\u02cd", text.translate(_TWINS))
    return escape(_QUOTED_LINE.sub("\\1\u203a", _EMOJI.sub("\u2236", calm)))


def bold(text: str) -> str:
    """`text` in bold."""
    return f"*{plain(text)}*" if text.strip() else plain(text)


def link(address: str, label: str = "") -> str:
    """A link under its own address or under `label`; the label alone if it is no web address."""
    checked = web_address(address)
    if checked is None:
        return plain(label or address)
    target = escape(checked).replace("|", "%7C")
    blank = " " * (len(label) - len(label.lstrip()))
    shown = plain(label.strip()).replace("|", "\u2223")
    return f"{blank}<{target}|{shown}>" if shown else f"<{target}>"


def write_runs(runs: Sequence[Run], *, most: int, mark: str) -> str:
    """The runs as mrkdwn of at most `most` units; what had to be cut is said with `mark`."""
    whole = _write(runs)
    if size(whole) <= most:
        return whole
    return f"{_write(_fitting(runs, most - size(mark) - 1))} {mark}"


def cut(text: str, most: int) -> str:
    """`text` for a plain field: whole graphemes, with an ellipsis where it is too long."""
    if size(text) <= most:
        return text
    return f"{_prefix(text, lambda part: size(part) < most).rstrip()}…"


def _write(runs: Sequence[Run]) -> str:
    written = ""
    for number, run in enumerate(runs):
        following = runs[number + 1].text if number + 1 < len(runs) else ""
        written += _write_run(run, before=runs[number - 1].text if number else "", after=following)
    return written


def _write_run(run: Run, *, before: str, after: str) -> str:
    if run.kind == "link":
        return link(run.text)
    inner = run.text.strip()
    # Asterisks count as marks of bold only where no letter or digit touches them outside.
    touches = (not run.text[:1].isspace() and before[-1:].isalnum()) or (
        not run.text[-1:].isspace() and after[:1].isalnum()
    )
    if run.kind not in _BOLD or not inner or touches:
        return plain(run.text)
    left, _, right = run.text.partition(inner)
    return f"{left}{bold(inner)}{right}"


def _fitting(runs: Sequence[Run], room: int) -> list[Run]:
    """The runs from the first on that fit, the last of them cut at a sentence or a grapheme."""
    taken: list[Run] = []
    for run in runs:
        if size(_write([*taken, run])) <= room:
            taken.append(run)
            continue
        if run.kind != "link":
            taken.append(_shorten(run, taken, room))
        break
    return taken


def _shorten(run: Run, taken: list[Run], room: int) -> Run:
    def fits(part: str) -> bool:
        return size(_write([*taken, Run(part, run.kind)])) <= room

    prefix = _prefix(run.text, fits)
    ends = [match.end() for match in _SENTENCE_END.finditer(prefix)]
    if ends and ends[-1] * 2 > len(prefix):
        prefix = prefix[: ends[-1]]
    return Run(prefix.rstrip(), run.kind)


def _prefix(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning of whole graphemes that fits."""
    borders = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    low, high = 0, len(borders) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[: borders[middle]]) else (low, middle - 1)
    return text[: borders[low]]
