"""Mentions of names: candidates sentence by sentence, then one vote per spelling in the article."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.name_never import NEVER
from bot.core.language.name_words import ARTICLES, NAMED_HEADS, NO_ADJECTIVES
from bot.core.models import Range
from bot.core.reading.name_candidates import SURE, Candidate, Found, Vote
from bot.core.reading.name_gazetteer import find_known_word
from bot.core.reading.name_lines import Lexicon, Line, lay_out, without_apostrophe
from bot.core.reading.name_merging import firm_words, merge_hits
from bot.core.reading.name_search import find_candidate
from bot.core.reading.name_towns import is_town_word
from bot.core.reading.words import build_sentence

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from bot.core.models import Article, Draft, NameKind
    from bot.core.reading.name_scoring import NameTagger
    from bot.core.reading.words import Lemmatiser

_ENOUGH = 1.0
_SHORTEST = 2
# The number of a ruler or the initial of a family name, which a stop follows.
_SHORTENED = re.compile(r"[IVX]+|[A-ZÄÖÜ]")
# What is longer is no sentence but a table or a list, of which the weights know nothing.
_LONGEST_LINE = 200


class Mention(NamedTuple):
    """Where a name stands and of which kind it is; `certainty` grows with the signs found."""

    range: Range
    kind: NameKind
    certainty: float


def tag_mentions(
    draft: Draft, lines: tuple[Line, ...], lexicon: Lexicon, *, tagger: NameTagger | None = None
) -> tuple[Mention, ...]:
    """All mentions of names in the text, in order and apart. The title only takes part in votes.

    `tagger` knows German alone; without it and in English the rules decide.
    """
    seen = [*lines, _title_line(draft.article, lexicon.lemmatiser)]
    found = tuple(_find_all(seen, lexicon, tagger))
    candidates = [_candidate(line, hit) for line, hits in found for hit in hits]
    bases = _Bases(candidates)
    votes = _count(candidates, bases)
    mentions = [
        *_settle(candidates, bases, votes, lexicon),
        *_complete(found, bases, votes, lexicon),
    ]
    text = draft.article.text
    owners = _owners(mentions, text, lexicon)
    if lexicon.language == "de":
        owners = (_with_stop(mention, text) for mention in owners)
    return tuple(sorted(owners))


def _with_stop(mention: Mention, text: str) -> Mention:
    """The mention with the stop that belongs to it: Johannes Paul II., Thomas L."""
    start, end = mention.range
    if mention.kind != "PER" or not text.startswith(".", end):
        return mention
    before, _, last = text[start:end].rpartition(" ")
    if not before or not _SHORTENED.fullmatch(last):
        return mention
    return mention._replace(range=Range(start, end + 1))


def _owners(mentions: Sequence[Mention], text: str, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions, with "Musters Vorwürfe" cut to the person who is named elsewhere."""
    people = {
        text[part.range.start : part.range.end].rsplit(maxsplit=1)[-1]
        for part in mentions
        if part.kind == "PER"
    }
    for mention in mentions:
        first, _, second = text[mention.range.start : mention.range.end].partition(" ")
        owned = mention.kind != "PER" and first.endswith("s") and first[:-1] in people
        if owned and lexicon.language == "de" and lexicon.is_ordinary(second):
            start = mention.range.start
            yield Mention(Range(start, start + len(first)), "PER", mention.certainty)
        else:
            yield mention


def _find_all(
    lines: Sequence[Line], lexicon: Lexicon, tagger: NameTagger | None
) -> Iterable[tuple[Line, tuple[Found, ...]]]:
    """Each line with its hits, those of German lines joined with what the tagger finds."""
    ruled = [(line, find_hits(line, lexicon)) for line in lines]
    if tagger is None or lexicon.language != "de":
        return ruled
    firm = firm_words(ruled)
    return (
        (line, hits)
        if _is_faint(line, lexicon) or len(line.words) > _LONGEST_LINE
        else (line, merge_hits(line, hits, firm, lexicon, tagger=tagger))
        for line, hits in ruled
    )


def find_hits(line: Line, lexicon: Lexicon) -> tuple[Found, ...]:
    """What the rules see in the line, in order and apart; nothing where all is in capitals."""
    if _is_faint(line, lexicon):
        return ()
    hits: list[Found] = []
    last = -1
    for number in line.capitals:
        hit = find_candidate(line, number, lexicon) if number > last else None
        if hit is not None:
            hits.append(hit)
            last = hit.last
    return tuple(hits)


def _title_line(article: Article, lemmatiser: Lemmatiser) -> Line:
    whole = Range(0, len(article.title))
    sentence = build_sentence(
        article.title, whole, 0, language=article.language, lemmatiser=lemmatiser
    )
    line = lay_out(sentence, article.title)
    return line._replace(shown=False, faint=_is_title_case(line))


def _is_title_case(line: Line) -> bool:
    """Whether a heading has capitals on most words, so that none says anything."""
    most = 0.6
    few = 3
    return not line.gaps[-1] and few < len(line.words) < len(line.capitals) / most


def _is_faint(line: Line, lexicon: Lexicon) -> bool:
    return line.faint or (_is_title_case(line) and (lexicon.language == "en" or _shouts(line)))


def _shouts(line: Line) -> bool:
    return sum(word.isupper() for word in line.words) > len(line.words) / 2


def _candidate(line: Line, hit: Found) -> Candidate:
    words = list(line.words[hit.first : hit.last + 1])
    words[-1] = words[-1][: hit.end - line.starts[hit.last]]
    where = Range(line.starts[hit.first], hit.end) if line.shown else None
    return Candidate(tuple(words), where, hit.votes)


class _Bases:
    """Base forms of spellings: "Musks" is Musk where the article has Musk as well."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._forms = frozenset(word for candidate in candidates for word in candidate.words)

    def of(self, word: str) -> str:
        """The word without its genitive s, if the article has it without as well."""
        if word.endswith("s") and len(word) > _SHORTEST and word[:-1] in self._forms:
            return word[:-1]
        return word

    def known(self, word: str, kinds: Container[str]) -> str | None:
        """The word without an apostrophe s, or its part before a hyphen, if its form has a kind."""
        plain = without_apostrophe(word)
        if self.of(plain) in kinds:
            return plain
        first, hyphen, _ = plain.partition("-")
        return first if hyphen and self.of(first) in kinds else None

    def key(self, words: tuple[str, ...]) -> str:
        return " ".join((*words[:-1], "")) + self.of(words[-1])


class _Votes(NamedTuple):
    total: Mapping[str, float]
    kind: Mapping[str, NameKind]


def _count(candidates: Iterable[Candidate], bases: _Bases) -> _Votes:
    points: defaultdict[str, defaultdict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    total: defaultdict[str, float] = defaultdict(float)
    people: set[str] = set()
    institutions: set[str] = set()
    for candidate in candidates:
        key = bases.key(candidate.words)
        for vote in candidate.votes:
            total[key] += vote.points
            if vote.kind is not None:
                points[key][vote.kind] += vote.points
        if len(candidate.words) > 1 and candidate.votes[0] == Vote("PER", SURE):
            surname = bases.of(candidate.words[-1])
            total[surname] += SURE
            points[surname]["PER"] += SURE
            people.add(surname)
        head, *rest = candidate.words
        if len(rest) == 1 and head in NAMED_HEADS and find_known_word(rest[0]) is None:
            institutions.add(rest[0])
    kinds = {key: max(kinds, key=lambda kind: (kinds[kind], kind)) for key, kinds in points.items()}
    # "Nordlux" is the Museum Nordlux, unless a person of the article bears that name.
    for name in institutions - people:
        total[name] += SURE
        kinds[name] = "ORG"
    return _Votes(total, kinds)


def _settle(
    candidates: Iterable[Candidate], bases: _Bases, votes: _Votes, lexicon: Lexicon
) -> Iterable[Mention]:
    for candidate in candidates:
        key = bases.key(candidate.words)
        if candidate.range is not None and votes.total[key] >= _ENOUGH:
            kind = votes.kind.get(key) or _guess(candidate.words, lexicon)
            yield Mention(candidate.range, kind, votes.total[key])


def _guess(words: tuple[str, ...], lexicon: Lexicon) -> NameKind:
    if any(word[1:] != word[1:].lower() for word in words):
        return "ORG"
    if len(words) == 1 and is_town_word(words[0], lexicon):
        return "LOC"
    return "PER" if lexicon.language == "de" else "OTHER"


def _is_noun(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether an article or an adjective stands before a word, as before no family name."""
    before = line.before(number)
    if before.lower() in ARTICLES:
        return True
    if not before.islower() or before in NO_ADJECTIVES or not before.endswith(ADJECTIVE_ENDINGS):
        return False
    # "Sagte Wald", but not "der dichte Wald".
    is_verb = before.endswith("te") and lexicon.lemmatiser.lemma(before, "de").endswith("n")
    return lexicon.language == "de" and not is_verb


def _complete(
    found: Iterable[tuple[Line, Sequence[Found]]], bases: _Bases, votes: _Votes, lexicon: Lexicon
) -> Iterable[Mention]:
    """Mentions of what is a name elsewhere, where nothing spoke for it in its place."""
    for line, hits in found:
        if not line.shown:
            continue
        taken = {number for hit in hits for number in range(hit.first, hit.last + 1)}
        for number in line.capitals:
            name = bases.known(line.words[number], votes.kind)
            if name is None or number in taken:
                continue
            key = bases.of(name)
            kind = votes.kind[key]
            enough = _ENOUGH if kind == "LOC" and is_town_word(name, lexicon) else SURE
            if votes.total[key] < enough or name in NEVER:
                continue
            if kind == "PER" and lexicon.is_ordinary(name) and _is_noun(line, number, lexicon):
                continue
            start = line.starts[number]
            yield Mention(Range(start, start + len(name)), kind, votes.total[key])
