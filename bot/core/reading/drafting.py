"""The first step of reading: an article cut into sentences, subheadings and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.models import Article, Draft, Sentence
from bot.core.reading.layout import find_blocks
from bot.core.reading.sentences import split_sentences
from bot.core.reading.words import Lemmatiser, build_sentence

if TYPE_CHECKING:
    from bot.core.models import Range


def cut_draft(article: Article, lemmatiser: Lemmatiser) -> Draft:
    """Find the sentences and subheadings of the article, in the order of the text."""
    sentences: list[Sentence] = []
    headings: list[Sentence] = []

    def build(part: Range, paragraph: int) -> Sentence:
        return build_sentence(
            article.text, part, paragraph, language=article.language, lemmatiser=lemmatiser
        )

    for number, block in enumerate(find_blocks(article.text)):
        if block.is_heading:
            headings.append(build(block.range, number))
            continue
        parts = split_sentences(article.text, block.range, article.language)
        sentences += [build(part, number) for part in parts]
    return Draft(article, tuple(sentences), tuple(headings))
