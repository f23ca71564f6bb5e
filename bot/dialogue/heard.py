"""What was said as words: mentions and punctuation dropped, spellings folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.folding import fold
from bot.dialogue.printable import clean, web_address
from bot.dialogue.vocabulary import BOT_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

# A question has no more; what follows in a longer text is not read.
_LONGEST_TEXT = 2000
_MOST_WORDS = 60
# Slack and Discord write <@U123>, <@!123>, <@&123>, <@U123|name>; a person writes @name.
_MENTION = re.compile(r"<@[!&]?\w{1,30}(?:\|[^<>]{0,80})?>")
_ADDRESSED = re.compile(r"\s*@[\w.-]{1,80}[,:]?(?=\s|$)")
# Slack writes <https://a.example|name>, Discord <https://a.example>.
_LINK = re.compile(r"(?:<(https?://[^\s<>|]+)(?:\|[^<>]*)?>|(https?://[^\s<>|\"]+))", re.IGNORECASE)
_BEHIND = ".,;:!?…'*_~`´’“”»›«‹"
_EDGES = " \t.,;:!?…¿¡\"'`´„“”‚‘’«»‹›()[]{}<>*_~#|\\/-–—"
_APOSTROPHES = re.compile("['’`´]")
_SHORTEST_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class Word:
    """`raw` without punctuation around it, `key` folded and without apostrophes."""

    raw: str
    key: str


def without_mentions(text: str) -> str:
    """The first 2,000 characters on one line, without the name of whom they address."""
    heard = clean(text[:_LONGEST_TEXT])
    return _ADDRESSED.sub("", _MENTION.sub(" ", heard), count=1).strip()


def find_links(text: str) -> tuple[str, ...]:
    """The addresses of web pages in the first 2,000 characters, each once, in their order.

    A sign that ends the sentence is no part of one; nor is a bracket that was opened before it.
    One that goes on beyond what is read is left out.
    """
    heard = clean(text[:_LONGEST_TEXT])
    found = list(_LINK.finditer(heard))
    if found and len(text) > _LONGEST_TEXT and found[-1].end() == len(heard):
        found.pop()
    links = (match[1] or _without_end(match[2]) for match in found)
    return tuple(dict.fromkeys(link for link in links if web_address(link)))


def _without_end(link: str) -> str:
    bare = link.rstrip(_BEHIND)
    for opening, closing in ("()", "[]"):
        while bare.endswith(closing) and bare.count(closing) > bare.count(opening):
            bare = bare[:-1].rstrip(_BEHIND)
    return bare


def split_words(text: str) -> tuple[Word, ...]:
    """The first sixty words; signs and smiles are none, nor is the bot's name in front."""
    pieces = (piece.strip(_EDGES) for piece in text.split()[:_MOST_WORDS])
    words = tuple(Word(raw, _APOSTROPHES.sub("", fold(raw))) for raw in pieces)
    words = tuple(word for word in words if any(char.isalnum() for char in word.key))
    return words[1:] if len(words) > 1 and words[0].key in BOT_NAMES else words


def join(words: Sequence[Word]) -> str:
    """The words as they were written, a space between them."""
    return " ".join(word.raw for word in words)


def count_aside(words: Sequence[Word], aside: AbstractSet[str]) -> int:
    """How many words at the beginning belong to `aside`; acronyms do not ("WHO")."""
    for count, word in enumerate(words):
        if word.key not in aside or is_acronym(word, words):
            return count
    return len(words)


def is_acronym(word: Word, words: Sequence[Word]) -> bool:
    """Whether capitals tell it from a question word: not where everything is in capitals."""
    if len(word.raw) < _SHORTEST_ACRONYM or not word.raw.isupper():
        return False
    return len(words) == 1 or not all(other.raw.isupper() for other in words)
