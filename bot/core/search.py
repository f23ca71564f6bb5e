"""A question that is no known topic, answered from the words of the articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from bot.core.language.content_words import STOPWORDS
from bot.core.language.folding import fold, spelling_key
from bot.core.language.query_words import COMPANION_WORDS
from bot.core.lookup import LONGEST_QUERY
from bot.core.models import Language, Topic
from bot.core.seeking import question_of
from bot.core.subjects import Subject, aboutness
from bot.core.topics import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Reading
    from bot.core.reading.words import Lemmatiser
    from bot.core.seeking import Question, Sought

_WORD = re.compile(r"\w+(?:-\w+)*")
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: for each word all base forms that it may have, in either language."""

    text: str
    words: tuple[frozenset[str], ...]


def parse_query(text: str, lemmatiser: Lemmatiser) -> Query:
    """The words of a question that carry meaning; none if it holds no such word.

    Nouns are often typed in lower case, so each word is tried with a capital as well.
    """
    typed = text.strip()[:LONGEST_QUERY]
    words: list[frozenset[str]] = []
    for word in _WORD.findall(typed)[:_MOST_WORDS]:
        if fold(word) in STOPWORDS:
            continue
        spellings = (word, word.lower(), word.capitalize())
        languages: tuple[Language, ...] = get_args(Language)
        forms = {
            fold(lemmatiser.lemma(spelling, language))
            for spelling in spellings
            for language in languages
        }
        words.append(frozenset({fold(word), *forms}))
    return Query(typed, tuple(words))


def parse_sought(sought: Sought, words: str, lemmatiser: Lemmatiser) -> Question:
    """What is looked for in the sentences of a topic that was asked about in these words."""
    return question_of(
        sought,
        counted=parse_query(sought.counted, lemmatiser).words,
        words=parse_query(words, lemmatiser).words,
    )


def without_companions(query: Query) -> Query:
    """The query without words such as "Projekt", unless nothing else is in it."""
    kept = tuple(forms for forms in query.words if forms.isdisjoint(COMPANION_WORDS))
    return Query(query.text, kept or query.words)


def search_subject(reading: Reading, query: Query) -> Subject:
    """The query as a subject of one article: the sentences that hold its words.

    Sentences with all of the words count if there are any, else those with one of them.
    """
    sentences = reading.analysis.sentences
    counts = [
        sum(not forms.isdisjoint(sentence.lemmas) for forms in query.words)
        for sentence in sentences
    ]
    wanted = len(query.words) if len(query.words) in counts else 1
    hits = tuple(number for number, count in enumerate(counts) if count >= wanted)
    in_title = spelling_key(query.text) in spelling_key(reading.article.title)
    return Subject(
        key=spelling_key(query.text),
        name=query.text,
        kind="OTHER",
        aboutness=aboutness(hits, len(sentences), in_title=in_title),
        sentences=hits,
    )


def search_topic(query: Query, members: Mapping[str, float]) -> Topic:
    """The query as if it were a topic; `members` are ids of articles with their aboutness."""
    articles = sorted(members, key=lambda one: (-members[one], one))
    return Topic(
        slug=slugify(query.text),
        name=query.text,
        aliases=(),
        articles=tuple(articles),
        kind="OTHER",
        weight=0.0,
    )
