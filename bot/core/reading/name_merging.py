"""What the rules find and what the learned weights find in one line, made one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.name_never import NEVER, PEOPLES
from bot.core.reading.name_candidates import (
    SURE,
    Found,
    Vote,
    found,
    is_sure,
    is_whole,
    points_of,
)
from bot.core.reading.name_decoding import decode_names
from bot.core.reading.name_features import sort_of
from bot.core.reading.name_lines import has_capital
from bot.core.reading.name_scoring import SCALE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.core.reading.name_decoding import Guess, Stretch
    from bot.core.reading.name_lines import Lexicon, Line
    from bot.core.reading.name_scoring import NameTagger

# A guess of some sureness stands by itself; the surer, the more it decides about the same word
_GUESSED = 0.8
_SUREST = 1.9
# Classes of words that are no part of a person's name: roles and titles.
_BEFORE_PERSONS = frozenset("RT")
_ADJECTIVES = tuple(stem + ending for stem in ("isch", "lich") for ending in ADJECTIVE_ENDINGS)
# What the rules hold for a name with so many points no doubt of the weights takes away.
_SETTLED = 1.3


def firm_words(lines: Iterable[tuple[Line, Sequence[Found]]]) -> frozenset[tuple[str, ...]]:
    """The words of all names that the rules are sure of somewhere in the article.

    A full name makes its family name one of them.
    """
    firm: set[tuple[str, ...]] = set()
    for line, hits in lines:
        for hit in hits:
            if is_sure(hit, line):
                words = _words(hit, line)
                firm.add(words)
                if hit.votes[0].kind == "PER":
                    firm.add(words[-1:])
    return frozenset(firm)


def merge_hits(
    line: Line,
    hits: Sequence[Found],
    firm: Container[tuple[str, ...]],
    lexicon: Lexicon,
    *,
    tagger: NameTagger,
) -> tuple[Found, ...]:
    """The names of both, in order and apart.

    Where they differ in extent, a sure rule decides, and one about a word in `firm`: the rules
    know where first names, titles and listed names end. Else the weights do. What only the
    rules half believe has points less as the weights doubt it.
    """
    stretches = decode_names(line, hits, lexicon, tagger=tagger)
    guesses = [
        _without_role(guess, line, lexicon) for stretch in stretches for guess in stretch.guesses
    ]
    at = {number: hit for hit in hits for number in range(hit.first, hit.last + 1)}
    kept = [
        guess
        for guess in guesses
        if not _is_no_name(guess, line)
        and all(_gives_way(hit, guess, line, firm) for hit in _beneath(guess, at))
    ]
    taken = _numbers(kept)
    doubts = _doubts(stretches)
    merged = [_of_guess(line, guess, at.get(guess.first)) for guess in kept]
    merged += [
        hit if _is_firm(hit, line, firm) else _doubted(hit, line, doubts)
        for hit in hits
        if taken.isdisjoint(range(hit.first, hit.last + 1))
    ]
    return tuple(sorted(merged, key=lambda own: own.first))


def _beneath(guess: Guess, at: Mapping[int, Found]) -> Iterator[Found]:
    numbers = range(guess.first, guess.last + 1)
    return (at[number] for number in numbers if number in at)


def _gives_way(hit: Found, guess: Guess, line: Line, firm: Container[tuple[str, ...]]) -> bool:
    """Whether what a rule found under a guess is the same, or not sure enough to stay."""
    if (hit.first, hit.last) == (guess.first, guess.last) and is_whole(hit, line):
        return True
    return points_of(hit) < SURE and not _is_firm(hit, line, firm)


def _without_role(guess: Guess, line: Line, lexicon: Lexicon) -> Guess:
    """Whoever it is, without what: of "Fotograf Anna Muster" the name alone."""
    first = guess.first
    while (
        guess.kind == "PER"
        and first < guess.last
        and sort_of(line.words[first], lexicon) in _BEFORE_PERSONS
    ):
        first += 1
    return guess._replace(first=first)


def _is_no_name(guess: Guess, line: Line) -> bool:
    """Whether the word can be no name: of a people, the calendar, an adjective of a place."""
    word = line.words[guess.first]
    if guess.first < guess.last:
        return False
    return (
        _is_never(word)
        or word.endswith(_ADJECTIVES)
        or (guess.kind == "LOC" and word.endswith("er") and has_capital(line.after(guess.first)))
    )


def _is_never(word: str) -> bool:
    if word in PEOPLES:
        return True
    return word in NEVER or word.partition("'")[0].partition("’")[0] in NEVER


def _is_firm(hit: Found, line: Line, firm: Container[tuple[str, ...]]) -> bool:
    words = _words(hit, line)
    return words in firm or (*words[:-1], words[-1].removesuffix("s")) in firm


def _words(hit: Found, line: Line) -> tuple[str, ...]:
    return tuple(line.words[hit.first : hit.last + 1])


def _points(hit: Found) -> float:
    return sum(vote.points for vote in hit.votes)


def _numbers(guesses: Iterable[Guess]) -> frozenset[int]:
    return frozenset(number for guess in guesses for number in range(guess.first, guess.last + 1))


def _doubts(stretches: Sequence[Stretch]) -> dict[int, int]:
    return {
        stretch.first + place: doubt
        for stretch in stretches
        for place, doubt in enumerate(stretch.doubts)
    }


def _of_guess(line: Line, guess: Guess, hit: Found | None) -> Found:
    points = min(_GUESSED + guess.margin / (2 * SCALE), _SUREST)
    own = found(line, guess.first, guess.last, Vote(guess.kind, points))
    if hit is None or (hit.first, hit.last) != (guess.first, guess.last):
        return own
    return Found(own.first, own.last, max(own.end, hit.end), (*hit.votes, *own.votes))


def _doubted(hit: Found, line: Line, doubts: dict[int, int]) -> Found:
    if points_of(hit) >= _SETTLED or not is_whole(hit, line):
        return hit
    doubt = max(doubts.get(number, 0) for number in range(hit.first, hit.last + 1)) / SCALE
    return hit._replace(votes=(*hit.votes, Vote(None, -max(doubt, 0.0))))
