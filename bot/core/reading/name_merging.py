"""What the rules find and what the learned weights find in one line, made one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_never import NEVER
from bot.core.reading.name_candidates import SURE, Found, Vote, found, is_whole
from bot.core.reading.name_decoding import SCALE, decode_names

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from bot.core.reading.name_decoding import Guess, NameTagger, Stretch
    from bot.core.reading.name_lines import Lexicon, Line

# A guess of some sureness stands by itself; the surer, the more it decides about the same word
_GUESSED = 0.8
_SUREST = 1.9
# What the rules hold for a name with so many points no doubt of the weights takes away.
_SETTLED = 1.0


def firm_words(lines: Iterable[tuple[Line, Sequence[Found]]]) -> frozenset[tuple[str, ...]]:
    """The words of all names that the rules are sure of somewhere in the article.

    A full name makes its family name one of them.
    """
    firm: set[tuple[str, ...]] = set()
    for line, hits in lines:
        for hit in hits:
            if _points(hit) >= SURE and is_whole(hit, line):
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
    guesses = [guess for stretch in stretches for guess in stretch.guesses]
    kept = [guess for guess in guesses if _is_free(guess, line, hits, firm)]
    taken = _numbers(kept)
    doubts = _doubts(stretches)
    merged = [_of_guess(line, guess, hits) for guess in kept]
    merged += [
        hit if _is_firm(hit, line, firm) else _doubted(hit, line, doubts)
        for hit in hits
        if taken.isdisjoint(range(hit.first, hit.last + 1))
    ]
    return tuple(sorted(merged, key=lambda own: own.first))


def _is_free(
    guess: Guess, line: Line, hits: Iterable[Found], firm: Container[tuple[str, ...]]
) -> bool:
    if guess.first == guess.last and _is_never(line.words[guess.first]):
        return False
    for hit in hits:
        apart = hit.last < guess.first or guess.last < hit.first
        same = (hit.first, hit.last) == (guess.first, guess.last)
        if apart or (same and is_whole(hit, line)):
            continue
        if _points(hit) >= SURE or _is_firm(hit, line, firm):
            return False
    return True


def _is_never(word: str) -> bool:
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


def _of_guess(line: Line, guess: Guess, hits: Sequence[Found]) -> Found:
    points = min(_GUESSED + guess.margin / (2 * SCALE), _SUREST)
    own = found(line, guess.first, guess.last, Vote(guess.kind, points))
    for hit in hits:
        if (hit.first, hit.last) == (guess.first, guess.last):
            return Found(own.first, own.last, max(own.end, hit.end), (*hit.votes, *own.votes))
    return own


def _doubted(hit: Found, line: Line, doubts: dict[int, int]) -> Found:
    if _points(hit) >= _SETTLED or not is_whole(hit, line):
        return hit
    doubt = max(doubts.get(number, 0) for number in range(hit.first, hit.last + 1)) / SCALE
    return hit._replace(votes=(*hit.votes, Vote(None, -max(doubt, 0.0))))
