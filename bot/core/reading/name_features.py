"""What a word, its neighbours and the rules say about a name, as attributes that weights know.

Every attribute hangs on one word, on a pair of classes or on a mark, so that what the weights
make of it can be kept: a text repeats its words.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.name_first import SURNAMES
from bot.core.language.name_never import NEVER
from bot.core.language.name_words import (
    ARTICLES,
    ENGLISH_ORGANISATION_HEADS,
    FINITE_VERBS,
    GERMAN_TITLES,
    LEADING_HEADS,
    LEGAL_FORMS,
    NAMING_WORDS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    SPEECH_VERBS,
    TRAILING_HEADS,
)
from bot.core.language.remembered import Remembered
from bot.core.reading.name_candidates import SURE, is_whole
from bot.core.reading.name_gazetteer import find_known_word
from bot.core.reading.name_lines import (
    has_capital,
    is_acronym,
    is_camel,
    is_first_name,
    is_role,
    without_apostrophe,
)
from bot.core.reading.name_patterns import kind_of_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.models import NameKind
    from bot.core.reading.name_candidates import Found
    from bot.core.reading.name_lines import Lexicon, Line

REACH = 2
_LONGEST_GAP = 2
_LONGEST_WORD = 40
_SHORTEST_GENITIVE = 4
_LONGEST_BEGINNING = 5
_LONGEST_ENDING = 6
_ENOUGH = 1.0
_SMALL = (
    (PARTICLES, "v"),
    (PLACE_PREPOSITIONS, "p"),
    (ARTICLES, "a"),
    (SPEECH_VERBS, "s"),
    (FINITE_VERBS, "f"),
    (NAMING_WORDS, "n"),
)
_CAPITAL = (
    (LEGAL_FORMS, "G"),
    (LEADING_HEADS | ENGLISH_ORGANISATION_HEADS, "H"),
    (NEVER, "N"),
)
_LISTED: dict[NameKind, str] = {"PER": "S", "ORG": "O", "LOC": "L", "OTHER": "W"}


class Look(NamedTuple):
    """A word, its small letters, its folded base form, its class and its shape.

    `lists` are the lists of names that have it, a letter each, and `parts` those that have
    parts of it between hyphens.
    """

    word: str
    low: str
    lemma: str
    sort: str
    shape: str
    lists: str
    parts: str


class Signs(NamedTuple):
    """What is said about one word of a line besides its letters.

    `rule` is the part of a name the rules see in it, `sort` its class, `gap` the marks before.
    """

    rule: str
    sort: str
    gap: str


# Classes of words: a noun of the dictionary; an article or what has the ending of an adjective.
ORDINARY_NOUN = "X"
BEFORE_NOUNS = frozenset("ae")
NO_RULE = "-"
NO_SORT = "."
# What stands in the place of a word before the first and after the last of a line.
EDGE = Look("", "", "", NO_SORT, "", "", "")
NO_SIGNS = Signs(NO_RULE, NO_SORT, "")


def rules_of(line: Line, hits: Sequence[Found]) -> dict[int, str]:
    """What the rules see in the words that they hold for parts of names, by number."""
    rules: dict[int, str] = {}
    for hit in hits:
        seen = _rule(hit, line)
        for number in range(hit.first, hit.last + 1):
            rules[number] = ("B" if number == hit.first else "I") + seen
    return rules


def read_signs(line: Line, number: int, rule: str, sort: str) -> Signs:
    """Those of word `number`; at the end of the line those of its last marks alone."""
    return Signs(rule, sort, MARKS[line.gaps[number]])


def look_at(word: str, lexicon: Lexicon, listed: Callable[[str], str]) -> Look:
    """What several attributes of a word are made of; `listed` names the lists that have it."""
    plain = word[:_LONGEST_WORD]
    low = plain.lower()
    return Look(
        plain,
        low,
        lexicon.base(plain),
        sort_of(word, lexicon),
        _shape(plain),
        _lists_of(plain, listed) if plain[0] != low[0] else "",
        _lists_of_parts(plain, listed) if "-" in plain else "",
    )


def _lists_of(word: str, listed: Callable[[str], str]) -> str:
    """The lists that have the word, or the word without its genitive s."""
    lists = listed(word)
    if not lists and word.endswith("s") and len(word) > _SHORTEST_GENITIVE:
        return listed(word[:-1])
    return lists


def _lists_of_parts(word: str, listed: Callable[[str], str]) -> str:
    marks = {mark for part in word.split("-") for mark in _lists_of(part, listed)}
    return "".join(sorted(marks))


def word_attributes(look: Look, place: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Of a word that stands `place` words after the one in question, -2 to 2."""
    if place:
        return _beside(look, place)
    return tuple(_own_attributes(look, lexicon))


def sign_attributes(before: Signs, here: Signs, after: Signs) -> tuple[str, ...]:
    """Of a word between its neighbours: the rules, the classes and the marks around it."""
    around = f"{here.gap} {after.gap}"
    return (
        "bias",
        f"r{here.rule}",
        f"r-{before.rule}",
        f"r+{after.rule}",
        f"rr{here.rule} {after.rule}",
        f"rs{here.rule} {here.sort}",
        f"rs-{here.rule} {before.sort}",
        f"rs+{here.rule} {after.sort}",
        f"g{here.gap}",
        f"h{after.gap}",
        f"gg{around}",
        f"gs{here.gap} {here.sort}",
        f"hs{after.gap} {here.sort}",
        f"s-{before.sort} {here.sort} {here.gap}",
        f"s+{here.sort} {after.sort} {after.gap}",
        f"s±{before.sort} {here.sort} {after.sort} {around}",
    )


def sort_of(word: str, lexicon: Lexicon) -> str:
    """The class of a word: one letter, the first that fits."""
    if not has_capital(word):
        return _small_sort(word)
    plain = without_apostrophe(word)
    if plain in GERMAN_TITLES:
        return "T"
    if is_first_name(plain):
        return "F"
    listed = find_known_word(plain)
    if listed is not None:
        return _LISTED[listed]
    if plain in SURNAMES or (plain.endswith("s") and plain[:-1] in SURNAMES):
        return "S"
    return _capital_sort(plain, lexicon)


def _small_sort(word: str) -> str:
    if word[0].isdigit():
        return "d"
    for words, sort in _SMALL:
        if word in words:
            return sort
    return "e" if word.endswith(ADJECTIVE_ENDINGS) else "x"


def _capital_sort(word: str, lexicon: Lexicon) -> str:
    for words, sort in _CAPITAL:
        if word in words:
            return sort
    if is_role(word):
        return "R"
    kind = kind_of_noun(word)
    if kind is not None:
        return "C" if kind == "ORG" else "M"
    return _shape_sort(word) or (
        ORDINARY_NOUN if lexicon.is_ordinary(word) else _foreign_sort(word, lexicon)
    )


def _shape_sort(word: str) -> str:
    if "-" in word:
        return "-"
    return "A" if is_acronym(word) else "K" if is_camel(word) else ""


def _foreign_sort(word: str, lexicon: Lexicon) -> str:
    return "E" if lexicon.is_english(word) else "U"


def _own_attributes(look: Look, lexicon: Lexicon) -> list[str]:
    word, low = look.word, look.low
    found = [f"0w{low}", f"0l{look.lemma}", f"0x{look.shape}", f"0c{look.sort}"]
    found += [f"0p{low[:size]}" for size in range(2, min(len(low), _LONGEST_BEGINNING + 1))]
    found += [f"0e{low[-size:]}" for size in range(2, min(len(low), _LONGEST_ENDING + 1))]
    found += _dictionary_attributes(look, lexicon)
    found += _list_attributes(look, lexicon)
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head and tail:
        sorts = sort_of(head, lexicon), sort_of(tail, lexicon)
        found += [f"0t{tail.lower()}", f"0u{sorts[0]}", f"0v{sorts[1]}", f"0y{sorts[0]}{sorts[1]}"]
    return found


def _dictionary_attributes(look: Look, lexicon: Lexicon) -> list[str]:
    word, low = look.word, look.low
    base = word[:-1] if word.endswith("s") else ""
    signs = (
        lexicon.is_known(word),
        lexicon.is_known(low),
        lexicon.is_ordinary(word),
        lexicon.is_english(low),
        is_first_name(word) or (base and is_first_name(base)),
        word in SURNAMES or base in SURNAMES,
        is_role(word),
        low in TRAILING_HEADS or (base and low[:-1] in TRAILING_HEADS),
    )
    found = list(compress(_DICTIONARY, signs))
    if known := find_known_word(word):
        found.append(f"0k{known}")
    # "Berliner" and "Kölner" name no place themselves.
    if word.endswith("er") and (derived := find_known_word(word[:-2])):
        found.append(f"0d{derived}")
    return found


_DICTIONARY = tuple(f"0q{number}" for number in range(8))


def _list_attributes(look: Look, lexicon: Lexicon) -> list[str]:
    word, lists = look.word, look.lists
    if word[0] == look.low[0]:
        return []
    # "Essen" is listed and ordinary, "Halle" a town and a first name.
    ordinary = int(lexicon.is_ordinary(word))
    parts = [f"0zp{mark}" for mark in look.parts]
    if not lists:
        return [f"0zn{ordinary}{int(lexicon.is_known(word))}", *parts]
    return [*(f"0z{mark}" for mark in lists), f"0Z{lists}", f"0zo{lists}{ordinary}", *parts]


def _beside(look: Look, place: int) -> tuple[str, ...]:
    if not look.word:
        return (f"{place}edge",)
    lemma, sort, shape, ending, listed = _BESIDE[place]
    if abs(place) == REACH:
        return lemma + look.lemma, sort + look.sort
    return (
        lemma + look.lemma,
        sort + look.sort,
        shape + look.shape,
        ending + look.low[-3:],
        *[listed + mark for mark in look.lists],
    )


# How attributes of a neighbour begin, by its place; put together once, since words are many.
_BESIDE = {
    place: tuple(f"{place}{mark}" for mark in "lcxez")
    for place in range(-REACH, REACH + 1)
    if place
}


def _shape(word: str) -> str:
    """Capitals, small letters, digits and marks, runs of one kind as one."""
    if word.isalpha():
        if word.islower():
            return "x"
        if word[0].isupper() and word[1:].islower():
            return "Xx"
    shape = ""
    for char in word:
        sort = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not shape.endswith(sort):
            shape += sort
    return shape


def _mark(gap: str) -> str:
    if gap == " ":
        return "_"
    return gap.strip()[:_LONGEST_GAP].replace("\n", "")


# The mark between two words that weights know, by what stands there.
MARKS = Remembered(_mark, most=1 << 12)


def _rule(hit: Found, line: Line) -> str:
    """The kind with the most points and how sure it is; `-` behind a part of a compound."""
    total = sum(vote.points for vote in hit.votes)
    best = max(hit.votes, key=lambda vote: (vote.kind is not None, vote.points))
    grade = 2 if total >= SURE else 1 if total >= _ENOUGH else 0
    return f"{best.kind}{grade}{'' if is_whole(hit, line) else '-'}"
