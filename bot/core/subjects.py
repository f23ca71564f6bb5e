"""What one article is about: its names, its key phrases and the curated topics it touches.

Knows one article at a time; `topics` joins the subjects of many.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS
from bot.core.language.exonyms import shared_key
from bot.core.language.folding import FOLDED, spelling_key
from bot.core.language.query_words import NO_TOPIC_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.models import Name, NameKind, Range, Reading, Sentence, TopicRule

MAIN_SUBJECT = 0.5
# A key phrase is a noun that an article keeps coming back to.
_PHRASE_SENTENCES = 3
_PHRASES_PER_ARTICLE = 5
_SHORTEST_PHRASE = 5
_EARLY = 3
_NO_PHRASES = STOPWORDS | NO_TOPIC_WORDS
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in one article. `aboutness` is 0 to 1; `sentences` are the numbers that name it.

    `variants` are the spellings that the article uses for it.
    """

    key: str
    name: str
    kind: NameKind
    aboutness: float
    sentences: tuple[int, ...]
    variants: tuple[str, ...] = ()
    is_phrase: bool = False

    @property
    def is_main(self) -> bool:
        """Whether the article is mostly about it, so that what is left open means it."""
        return self.aboutness >= MAIN_SUBJECT


def find_subjects(reading: Reading, rules: Sequence[TopicRule]) -> tuple[Subject, ...]:
    """All subjects of the article, those of `rules` first, each key once.

    Where a rule excludes words, it alone decides; the names found may be the excluded ones.
    """
    subjects: dict[str, Subject] = {}
    decided = {spelling_key(rule.name) for rule in rules if rule.excluded}
    found = (one for one in (*_named(reading), *_phrased(reading)) if one.key not in decided)
    for subject in (*_curated(reading, rules), *found):
        known = subjects.get(subject.key)
        subjects[subject.key] = _joined(known, subject) if known else subject
    return tuple(subjects.values())


def sentences_at(sentences: Sequence[Sentence], ranges: Iterable[Range]) -> tuple[int, ...]:
    """The numbers of the sentences in which the ranges begin, in order, each once."""
    found: set[int] = set()
    for part in ranges:
        number = bisect_right(sentences, part.start, key=_start) - 1
        if number >= 0 and part.start < sentences[number].end:
            found.add(number)
    return tuple(sorted(found))


def _start(sentence: Sentence) -> int:
    return sentence.start


def _joined(known: Subject, other: Subject) -> Subject:
    """Two findings of one subject; what was found first gives name and kind."""
    return replace(
        known,
        aboutness=max(known.aboutness, other.aboutness),
        sentences=tuple(sorted({*known.sentences, *other.sentences})),
        variants=tuple(dict.fromkeys((*known.variants, other.name, *other.variants))),
    )


def aboutness(hits: Sequence[int], sentences: int, *, in_title: bool) -> float:
    """Title, share of sentences and early mention; the weights say that the title tells most."""
    if not sentences or not (hits or in_title):
        return 0.0
    share = min(1.0, 3 * len(hits) / sentences)
    early = bool(hits) and hits[0] < _EARLY
    # One sentence of an article that has hardly more is no sign of being about it.
    steady = min(1.0, len(hits) / 2)
    return round(0.45 * in_title + 0.35 * share * steady + 0.2 * early, 4)


def _named(reading: Reading) -> Iterator[Subject]:
    sentences = reading.analysis.sentences
    title = spelling_key(reading.article.title)
    for name in reading.analysis.names:
        # A person may be called "Jordan"; of places and institutions both languages mean one.
        key = spelling_key(name.name) if name.kind == "PER" else shared_key(name.name)
        if not key:
            continue
        hits = sentences_at(sentences, name.mentions)
        yield Subject(
            key=key,
            name=name.name,
            kind=name.kind,
            aboutness=aboutness(hits, len(sentences), in_title=_in_title(name, title)),
            sentences=hits,
            variants=name.variants,
        )


def _in_title(name: Name, title_key: str) -> bool:
    keys = {spelling_key(name.name), *(spelling_key(variant) for variant in name.variants)}
    return any(len(key) > 1 and key in title_key for key in keys)


def _phrased(reading: Reading) -> Iterator[Subject]:
    """German nouns that stand in several sentences; English does not mark its nouns."""
    if reading.article.language != "de":
        return
    sentences = reading.analysis.sentences
    places: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for lemma in dict.fromkeys(lemma for lemma, _ in _noun_like(sentence)):
            places.setdefault(lemma, []).append(number)
    taken = {spelling_key(name.name) for name in reading.analysis.names}
    often = [lemma for lemma, hits in places.items() if len(hits) >= _PHRASE_SENTENCES]
    often.sort(key=lambda lemma: (-len(places[lemma]), lemma))
    title = spelling_key(reading.article.title)
    for lemma in often[:_PHRASES_PER_ARTICLE]:
        key = spelling_key(lemma)
        if key in taken:
            continue
        spellings = Counter(
            word
            for number in places[lemma]
            for own, word in _noun_like(sentences[number])
            if own == lemma
        )
        name = min(spellings, key=lambda word: (-spellings[word], word))
        # The dictionary makes "Sonnling" of a town "Sonnlingen" that it does not know.
        if spelling_key(name) in taken:
            continue
        yield Subject(
            key=key,
            name=name,
            kind="OTHER",
            aboutness=aboutness(places[lemma], len(sentences), in_title=key in title),
            sentences=tuple(places[lemma]),
            variants=tuple(sorted(spellings)),
            is_phrase=True,
        )


def _noun_like(sentence: Sentence) -> list[tuple[str, str]]:
    """The base forms, and spellings, of words with a capital that is not the sentence's."""
    return [
        (lemma, word)
        for lemma, word in zip(sentence.lemmas[1:], sentence.words[1:], strict=True)
        if word[0].isupper()
        and len(word) >= _SHORTEST_PHRASE
        and word.isalpha()
        and lemma not in _NO_PHRASES
    ]


def _curated(reading: Reading, rules: Sequence[TopicRule]) -> Iterator[Subject]:
    if not rules:
        return
    spoken = [_spoken(sentence) for sentence in reading.analysis.sentences]
    title = _words(reading.article.title)
    vocabulary = frozenset(word for words in (title, *spoken) for word in words)
    for rule in rules:
        subject = _match_rule(_Phrases.of(rule, vocabulary), spoken, title=title)
        if subject is not None:
            yield replace(subject, key=spelling_key(rule.name), name=rule.name)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of a rule that can occur in an article at all, by its vocabulary."""

    names: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    aliases: tuple[str, ...]

    @classmethod
    def of(cls, rule: TopicRule, vocabulary: frozenset[str]) -> _Phrases:
        def possible(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
            cut = (_words(phrase) for phrase in phrases)
            return tuple(words for words in cut if words and vocabulary.issuperset(words[:-1]))

        return cls(
            possible((rule.name, *rule.aliases)),
            possible(rule.terms),
            possible(rule.excluded),
            rule.aliases,
        )


def _match_rule(
    phrases: _Phrases, spoken: Sequence[tuple[str, ...]], *, title: tuple[str, ...]
) -> Subject | None:
    """Name and aliases decide, terms add (three make a topic), an excluded word vetoes."""
    named: list[int] = []
    extra: list[int] = []
    for number, words in enumerate(spoken):
        if any(phrase_in(phrase, words) for phrase in phrases.excluded):
            continue
        if any(phrase_in(phrase, words) for phrase in phrases.names):
            named.append(number)
        elif any(phrase_in(phrase, words) for phrase in phrases.terms):
            extra.append(number)
    in_title = any(phrase_in(phrase, title) for phrase in phrases.names)
    if not named and not in_title and len(extra) < _PHRASE_SENTENCES:
        return None
    hits = tuple(sorted({*named, *extra}))
    about = aboutness(hits, len(spoken), in_title=in_title)
    return Subject("", "", "OTHER", about, hits, phrases.aliases)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(FOLDED[word] for word in _WORD.findall(phrase))


def _spoken(sentence: Sentence) -> tuple[str, ...]:
    """The folded words of a sentence, hyphenated ones in their parts."""
    return tuple(FOLDED[part] for word in sentence.words for part in word.split("-"))


def phrase_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of `phrase` follow each other in `words`; the last may end in "s"."""
    head, last = phrase[:-1], phrase[-1]
    size = len(head)
    return any(
        words[place - size : place] == head
        for place, word in enumerate(words)
        if place >= size and (word == last or (word[:-1] == last and word[-1] == "s"))
    )
