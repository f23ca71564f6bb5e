"""Markdown with front matter: the metadata, and the text without its markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt

from bot.core.language.date_words import DAY_MONTHS
from bot.core.language.folding import spelling_key
from bot.sources.canonical import clean_characters
from bot.sources.metadata import name_fields
from bot.sources.model import Fields, Parsed, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# More is no metadata; loaders take the square of the length on hostile input.
_LONGEST_FRONT_MATTER = 8_000
_PAIR = re.compile(r"([A-Za-z]{1,20}): +(.{1,2000})")
_TEXT = ("text", "code_inline")
_BREAKS = ("softbreak", "hardbreak")
# The words of an item stand among the first tokens after it opens.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a list (a line per item) or a heading with its level."""

    text: str
    level: int = 0


def parse_markdown(text: str, known: Fields | None) -> Parsed | Refused:
    """Front matter and plain text; without front matter and sidecar it is no article."""
    split = _split_front_matter(text)
    if split is None and known is None:
        return Refused("a note, not an article: Markdown without front matter", is_fault=False)
    front, body = split or ("", text)
    fields, notes = _read_front_matter(front)
    blocks = _read_blocks(body)
    title, blocks = _take_title(blocks, {**(known or {}), **fields}.get("title"))
    paragraphs = "\n\n".join(block.text for block in blocks)
    return Parsed(paragraphs, title, fields, notes)


def _split_front_matter(text: str) -> tuple[str, str] | None:
    handler = YAMLHandler()
    if not handler.detect(text):
        return None
    try:
        return handler.split(text)
    except ValueError:
        # A first line of dashes that no second one closes.
        return None


def _read_front_matter(front: str) -> tuple[dict[str, object], tuple[str, ...]]:
    if len(front) > _LONGEST_FRONT_MATTER:
        return {}, ("front matter is too long; left out",)
    try:
        # Everything as text: a date that does not exist must not cost the title. And not the
        # loader in C, which brings the process down on deep nesting.
        loaded: object = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 (builds text alone)
    except (yaml.YAMLError, RecursionError, ValueError):
        return name_fields(_read_pairs(front)), ("front matter is not valid YAML; read by lines",)
    if isinstance(loaded, dict):
        return name_fields(loaded), ()
    return {}, ("front matter has no keys; left out",) if front.strip() else ()


def _read_pairs(front: str) -> dict[str, object]:
    """What an author meant who wrote `title: Kommentar: Wer rechnet` without quotation marks."""
    matches = map(_PAIR.fullmatch, front.split("\n"))
    return {match[1]: match[2].strip().strip("\"'") for match in matches if match}


def _take_title(blocks: list[_Block], given: object) -> tuple[str, list[_Block]]:
    """The heading that is the title, and the blocks without it."""
    place = next((n for n, block in enumerate(blocks) if block.level == 1), 0)
    if not blocks or not blocks[place].level:
        return "", blocks
    heading = blocks[place].text
    if isinstance(given, str) and spelling_key(given) != spelling_key(heading):
        return "", blocks
    return heading, blocks[:place] + blocks[place + 1 :]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Tables are recognised so that they can be left out.
    return MarkdownIt("commonmark").enable("table")


def _read_blocks(body: str) -> list[_Block]:
    blocks: list[_Block] = []
    items: list[str] = []
    lists = tables = level = 0
    marker = ""
    tokens = _parser().parse(body)
    lone = _lone_items(tokens)
    for place, token in enumerate(tokens):
        lists += token.nesting * token.type.startswith(("bullet_list", "ordered_list"))
        tables += token.nesting * token.type.startswith("table_")
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else ""
            marker = marker if place in lone else _day_marker(marker, tokens[place : place + _NEAR])
        elif token.type == "inline" and not tables:
            content = _plain(token)
            content, marker = (marker + content if content else ""), ""
            if content and lists:
                items.append(content)
            elif content:
                blocks.append(_Block(content, level))
        if items and not lists:
            blocks.append(_Block("\n".join(items)))
            items = []
    return blocks


def _lone_items(tokens: Sequence[Token]) -> frozenset[int]:
    """Where the only item of an outer list opens: "1. FC Beispiel siegt" is no list at all."""
    opened: list[list[int]] = []
    lone: set[int] = set()
    for place, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            opened.append([])
        elif token.type == "list_item_open":
            opened[-1].append(place)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            items = opened.pop()
            lone.update(items if len(items) == 1 and not opened else ())
    return frozenset(lone)


def _day_marker(marker: str, tokens: Sequence[Token]) -> str:
    """The number of an item where it is the day of a date ("20. Januar"), else nothing."""
    words = next((_plain(token).split() for token in tokens if token.type == "inline"), [])
    return marker if words and words[0].rstrip(".,:") in DAY_MONTHS else ""


def _plain(token: Token) -> str:
    """The words of a line: emphasis and links give their text, pictures and HTML nothing."""
    parts = [
        child.content if child.type in _TEXT else " " if child.type in _BREAKS else ""
        for child in token.children or ()
    ]
    # Entities ("&nbsp;", "&#8203;") bring back what was cleaned away before.
    return " ".join(clean_characters("".join(parts)).split("\n")).strip()
