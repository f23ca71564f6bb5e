"""What others do: sumy's LexRank and TextRank on the sentences of our own splitter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from bot.core.models import Range
from bot.core.reading.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from sumy.summarizers._summarizer import AbstractSummarizer

_WORD = re.compile(r"\w+")
_SHOWN = 3


class Tokenizer:
    """Stands in for the one that needs data from the network; faster than that one, too."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The sentences as our splitter finds them."""
        return tuple(
            text[part.start : part.end] for part in split_sentences(text, Range(0, len(text)), "de")
        )

    def to_words(self, text: str) -> tuple[str, ...]:
        """Runs of letters and digits."""
        return tuple(_WORD.findall(text))


def build_peers() -> dict[str, Callable[[str], object]]:
    """Summarisers of a German text by name, ready to be called."""
    stemmer = Stemmer("german")
    return {
        "sumy LexRank": _prepare(LexRankSummarizer(stemmer)),
        "sumy TextRank": _prepare(TextRankSummarizer(stemmer)),
    }


def _prepare(summarizer: AbstractSummarizer) -> Callable[[str], object]:
    summarizer.stop_words = get_stop_words("german")
    tokenizer = Tokenizer()
    return lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, _SHOWN)
