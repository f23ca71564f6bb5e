"""The same everywhere: items, their order, sources, buttons and what was shortened.

Each renderer's payload is read back to plain words. A platform that joins is one entry more in
`READERS`.
"""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from dialogue.invented import english_card, full_card, full_digest, point
from markdown_it import MarkdownIt
from rich.console import Console

from bot.adapters.discord import render as discord
from bot.adapters.discord.wording import words_for
from bot.adapters.slack import render as slack
from bot.adapters.terminal.render import print_outlines
from bot.core.cards import ELLIPSIS
from bot.core.outcomes import CardFound
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer, DigestAnswer
from bot.dialogue.buttons import Part, parts_of
from bot.dialogue.evidence import outline_evidence
from bot.dialogue.further import outline_more
from bot.dialogue.viewer import Viewer
from bot.formats.as_markdown import outlines_as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.models import Language
    from bot.dialogue.answers import Answer
    from bot.dialogue.outline import Line, Runs
    from bot.library import Library

_ESCAPE = re.compile(r"\\([^\w\s]|_)")
_PAGE = re.compile(r"(?:Seite|Page) \d+ (?:von|of) \d+\.")


# Slack shows what would format by its nearest twin.
_TWINS = str.maketrans("\u2217\u223c\u02cb\u2236\u02cd\u203a\u2223", "*~`:_>|")
_ADDRESS = re.compile(r"https?://[^\s<>|]+")


def squeeze(text: str) -> str:
    """Words alone: blanks and bullets are each renderer's own."""
    return re.sub(r"[\s•\u00a0]+", "", text.translate(_TWINS))


def items_of(part: Part) -> list[str]:
    """What must be shown, in order: titles, headings, heads and bodies, without addresses."""
    outline = part.outline
    found = [*_items(outline.title)]
    for section in outline.sections:
        found.append(section.heading)
        found += [item for line in section.lines for item in _items(line)]
    found += [item for line in outline.footer for item in _items(line)]
    return [squeeze(one) for one in found if one.strip()]


def addresses_of(part: Part) -> list[str]:
    return [run.text for line in part.outline.lines for run in line.body if run.kind == "link"]


def _items(line: Line) -> Iterator[str]:
    yield _text(line.head)
    yield _text(tuple(run for run in line.body if run.kind != "link"))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def read_terminal(part: Part, language: Language) -> str:
    del language
    screen = io.StringIO()
    console = Console(file=screen, width=400, force_terminal=False, no_color=True)
    print_outlines([part.outline], console)
    return screen.getvalue()


def read_markdown(part: Part, language: Language) -> str:
    del language
    tokens = MarkdownIt().parse(outlines_as_markdown([part.outline]))
    return " ".join(_plain(one) for token in tokens for one in token.children or [])


def _plain(token: Any) -> str:
    return "\n" if token.type in {"softbreak", "hardbreak"} else str(token.content)


def read_discord(part: Part, language: Language) -> str:
    lines: list[str] = []
    for message in discord.render_part(part, language):
        for component in _walk(message.components()):
            if component["type"] == 10:
                lines += component["content"].split("\n")
    bare = [re.sub(r"^(?:### |-# |- )", "", line) for line in lines]
    plain = [re.sub(r"(?<!\\)\*\*", "", line) for line in bare]
    shown = [re.sub(r"(?<!\\)<(https?://[^>]+)>", r" \1 ", line) for line in plain]
    return _PAGE.sub("", "\n".join(_ESCAPE.sub(r"\1", one) for one in shown))


def read_slack(part: Part, language: Language) -> str:
    shown = "\n".join(_texts_on_slack(slack.render_part(part, language).blocks))
    # The title of a source leads to its address.
    shown = re.sub(r"<(https?://[^|>]+)\|([^>]*)>", r"\2 \1 ", shown)
    return html.unescape(re.sub(r"<(https?://[^>]+)>", r" \1 ", shown).replace("*", ""))


def _texts_on_slack(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "actions":
            continue
        for text in (block.get("text"), *block.get("elements", ())):
            if text:
                yield text["text"]


def buttons_on_discord(part: Part, language: Language) -> list[str]:
    return [
        component["label"]
        for message in discord.render_part(part, language)
        for component in _walk(message.components())
        if component["type"] == 2
    ]


def buttons_on_slack(part: Part, language: Language) -> list[str]:
    return [
        button["text"]["text"]
        for block in slack.render_part(part, language).blocks
        if block["type"] == "actions"
        for button in block["elements"]
    ]


def _walk(components: Any) -> Iterator[dict[str, Any]]:
    for one in components or []:
        yield one
        yield from _walk(one.get("components"))


READERS: dict[str, Callable[[Part, Language], str]] = {
    "terminal": read_terminal,
    "markdown": read_markdown,
    "discord": read_discord,
    "slack": read_slack,
}
BUTTONS: dict[str, Callable[[Part, Language], list[str]]] = {
    "discord": buttons_on_discord,
    "slack": buttons_on_slack,
}
CUT = tuple(squeeze(words_for(language).shortened) for language in ("de", "en"))


def parts(answer: Answer, language: Language) -> tuple[Part, ...]:
    viewer = Viewer(language=language)
    outlines = outline_answer(answer, viewer)
    return parts_of(answer, outlines, viewer.labels, followed=frozenset(), private=True)


def faults(part: Part, language: Language) -> Iterator[str]:
    """What is missing, in the wrong place or cut; only evidence may be longer than a message."""
    may_be_cut = any(section.kind == "evidence" for section in part.outline.sections)
    for name, read in READERS.items():
        written = read(part, language)
        shown, at = squeeze(_ADDRESS.sub("", written)), 0
        is_cut = any(mark in shown for mark in CUT)
        if is_cut and may_be_cut:
            continue
        if is_cut:
            yield f"{name} cuts what others show"
        if _ADDRESS.findall(written) != addresses_of(part):
            yield f"{name} has other addresses"
        for item in items_of(part):
            found = shown.find(item, at)
            if found < 0:
                yield f"{name} does not show {item[:80]!r} in its place"
                break
            at = found + len(item)
        if shown.count(squeeze(ELLIPSIS)) != _ellipses(part):
            yield f"{name} marks other places where something was left out"
    for name, labels in BUTTONS.items():
        if labels(part, language) != [button.label for button in part.buttons]:
            yield f"{name} has other buttons"


def _ellipses(part: Part) -> int:
    return sum(item.count(squeeze(ELLIPSIS)) for item in items_of(part))


LANGUAGES: tuple[Language, ...] = ("de", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "answer",
    [
        CardAnswer(full_card()),
        CardAnswer(english_card()),
        CardAnswer(replace(full_card(), answers=(point("Es kostet 40 Millionen Euro.", 1),))),
        DigestAnswer(full_digest()),
    ],
)
def test_invented_cards_are_the_same_everywhere(answer: Answer, language: Language) -> None:
    assert [f for part in parts(answer, language) for f in faults(part, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_of_the_seeds_is_the_same_everywhere(
    seeds_library: Library, language: Language
) -> None:
    found = []
    for line in seeds_library.topics():
        outcome = seeds_library.brief(line.name, language=language)
        assert isinstance(outcome, CardFound)
        viewer = Viewer(language=language)
        shown = (
            *parts(CardAnswer(outcome.card), language),
            Part(outline_evidence(outcome.card, seeds_library.reading, viewer)),
            Part(outline_more(outcome.card, seeds_library.reading, viewer)),
        )
        found += [f"{line.name}: {f}" for part in shown for f in faults(part, language)]
    assert found == []
