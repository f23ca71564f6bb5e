"""A piece of HTML, as it stands in a feed, as plain paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.canonical import clean_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,8});")
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section table tr ul".split()
)
_LEFT_OUT = frozenset(
    "script style noscript iframe object embed svg form button template figure table nav".split()
)
_DEEPEST = 200


def plain_text(html: str) -> str:
    """The words of `html`, a blank line between paragraphs; text without markup stays as it is."""
    if not _LOOKS_LIKE_HTML.search(html):
        return _join(html.split("\n"))
    # Loading it takes a moment, and only processes that parse feeds need it.
    from lxml.etree import LxmlError  # noqa: PLC0415 (see the line above)
    from lxml.html import HTMLParser, fragment_fromstring  # noqa: PLC0415 (the same)

    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root = fragment_fromstring(
            html.encode("utf-8", "replace"), create_parent="div", parser=parser
        )
    except (LxmlError, ValueError, AssertionError):
        return ""
    return _join("".join(_walk(root)).split("\n"))


def plain_line(html: str) -> str:
    """The words of `html` in one line."""
    return " ".join(plain_text(html).split())


def _walk(root: HtmlElement) -> Iterator[str]:
    """The texts in order, with a line end at each edge of a block; without recursion."""
    waiting: list[tuple[HtmlElement, bool, int]] = [(root, False, 0)]
    while waiting:
        element, is_done, depth = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        edge = "\n" if tag in _BLOCKS else ""
        if is_done:
            yield edge
            yield _one_line(element.tail)
            continue
        if tag in _LEFT_OUT or not tag or depth > _DEEPEST:
            yield edge
            yield _one_line(element.tail)
            continue
        yield edge
        yield _one_line(element.text)
        waiting.append((element, True, depth))
        waiting += [(child, False, depth + 1) for child in reversed(element)]


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _join(lines: list[str]) -> str:
    cleaned = (" ".join(clean_characters(line).split()) for line in lines)
    return "\n\n".join(line for line in cleaned if line)
