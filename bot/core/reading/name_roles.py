"""What the article says a person or organisation is: words before, after or in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.name_words import (
    ARTICLES,
    ENGLISH_ORGANISATION_NOUNS,
    ENGLISH_ROLE_HEADS,
    ENGLISH_ROLE_PARTS,
    ENGLISH_TITLES,
    INSIDE_ROLES,
    NO_ADJECTIVES,
    RELATIVE_ROLES,
)
from bot.core.models import Range
from bot.core.reading.name_lines import has_capital, is_role
from bot.core.reading.name_patterns import kind_of_noun

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Lexicon, Line
    from bot.core.reading.name_tagging import Mention

_LONGEST_BEFORE = 5
_LONGEST_PHRASE = 9
_MOST_ADJECTIVES = 3
_PHRASE_ENDS = (",", ".", ";", ":", ")", " –", '"', "“", "”", "?", "!")
_BEFORE_ROLES = frozenset("der die the its his her their".split())
_TITLES = frozenset("Dr Prof".split())
_TAIL_OPENERS = frozenset("of for at".split())
_BEING = frozenset("ist war wird is was".split())
# "einer der Gründer", "one of the founders".
_ONE = frozenset("einer eine eines one".split())


class Role(NamedTuple):
    """Words that say what a name is. `rank` orders the roles of one name, lowest first."""

    range: Range
    rank: tuple[bool, bool, bool]
    head: str


class Place(NamedTuple):
    """A mention in its line, from word `first` to word `last`."""

    mention: Mention
    first: int
    last: int


def find_roles(line: Line, places: Sequence[Place], lexicon: Lexicon) -> Mapping[Range, list[Role]]:
    """For each mention of the line that has any: its roles, as the line words them."""
    ends = {place.last: place for place in places}
    people = {place.first for place in places if place.mention.kind == "PER"}
    found: dict[Range, list[Role]] = {}
    for place in places:
        if place.mention.kind == "LOC" or line.gaps[place.last + 1].startswith("-"):
            continue
        roles = [
            role
            for role in (
                _find_before(line, place, ends, lexicon),
                _find_before_comma(line, place, lexicon),
                _find_apposition(line, place, people, lexicon),
                _find_predicate(line, place, people, lexicon),
                _find_brackets(line, place, ends),
            )
            if role is not None
        ]
        if roles:
            found[place.mention.range] = roles
    return found


def _find_before(
    line: Line, place: Place, ends: Mapping[int, Place], lexicon: Lexicon
) -> Role | None:
    last = _before_titles(line, place.first)
    if last is None or not _is_head(line, last, place.mention.kind, lexicon):
        return None
    if lexicon.language == "en":
        return _find_english(line, last, ends, lexicon)
    first = last
    if line.before(first) in {"und", "&"} and first > 1 and is_role(line.before(first - 1)):
        first -= 2
    noun = first
    while last - first < _LONGEST_BEFORE and _is_adjective(line.before(first), lexicon):
        first -= 1
    owner = ends.get(first - 1)
    if owner is not None and line.joined(first) and _owns(line, owner):
        return _role(line, owner.first, last, lexicon, described=False)
    if _is_relative(line, noun, last):
        return None
    return _role(line, first, last, lexicon, described=first < noun)


def _before_titles(line: Line, first: int) -> int | None:
    """The word before a name and its titles: "Chefärztin Dr. Anna Muster"."""
    while first > 0 and line.words[first - 1] in _TITLES and line.gaps[first] in {" ", ". "}:
        first -= 1
    return first - 1 if line.joined(first) else None


def _is_head(line: Line, number: int, kind: NameKind, lexicon: Lexicon) -> bool:
    word = line.words[number]
    if lexicon.language == "en":
        low = word.lower()
        if kind == "PER":
            return low in ENGLISH_ROLE_HEADS or (word in ENGLISH_TITLES and len(word) > 3)  # noqa: PLR2004 -- not Mr
        return kind == "ORG" and low in ENGLISH_ORGANISATION_NOUNS
    if kind == "PER":
        return has_capital(word) and is_role(word)
    return has_capital(word) and kind_of_noun(word) == kind


def _find_english(
    line: Line, last: int, ends: Mapping[int, Place], lexicon: Lexicon
) -> Role | None:
    first = last
    while first > 0 and last - first < _LONGEST_BEFORE and _is_english_part(line.before(first)):
        first -= 1
    owner = ends.get(first - 1)
    if owner is not None and line.joined(first):
        return _role(line, owner.first, last, lexicon, described=False)
    if _is_relative(line, first, last):
        return None
    return _role(line, first, last, lexicon, described=False)


def _is_english_part(word: str) -> bool:
    low = word.lower()
    return low in ENGLISH_ROLE_PARTS or low in ENGLISH_ROLE_HEADS


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    return (
        len(word) > 3  # noqa: PLR2004 -- no German adjective is shorter with its ending
        and word.islower()
        and word.endswith(ADJECTIVE_ENDINGS)
        and word not in ARTICLES
        and word not in NO_ADJECTIVES
        # "sollte", "nahmen": the base form of a verb ends so, that of an adjective hardly ever.
        and not lexicon.lemmatiser.lemma(word, "de").endswith("en")
    )


def _owns(line: Line, owner: Place) -> bool:
    return line.words[owner.last].endswith("s") and owner.mention.kind != "OTHER"


def _find_before_comma(line: Line, place: Place, lexicon: Lexicon) -> Role | None:
    """Der Vorsitzende des Gremiums, Anna Muster, ..."""
    if place.mention.kind != "PER" or not place.first or line.gaps[place.first] != ", ":
        return None
    last = place.first - 1
    role = _find_with_of(line, last, lexicon) if lexicon.language == "en" else None
    return role or _find_with_article(line, last, lexicon)


def _find_with_article(line: Line, last: int, lexicon: Lexicon) -> Role | None:
    """The role that ends at word `last` and opens with an article or an owner."""
    head = None
    number = last
    while number >= 0 and last - number < _LONGEST_PHRASE:
        word = line.words[number]
        if word.lower() in _BEFORE_ROLES and head == number + 1:
            return _role(line, head, last, lexicon, described=False)
        if lexicon.language == "en" and head is not None and _is_possessive(word):
            return _role(line, number, last, lexicon, described=False)
        if not (word in INSIDE_ROLES or _may_describe(word, lexicon)):
            return None
        if _is_role_word(word, lexicon) or (head == number + 1 and _is_part(word, lexicon)):
            head = number
        if not line.joined(number):
            return None
        number -= 1
    return None


def _find_with_of(line: Line, last: int, lexicon: Lexicon) -> Role | None:
    """Such as "the head of the shipping line" up to word `last`; such words have no capital."""
    for number in range(last, max(0, last - _LONGEST_PHRASE), -1):
        if not line.joined(number):
            return None
        if line.words[number] in _TAIL_OPENERS and line.words[number - 1] in ENGLISH_ROLE_HEADS:
            first = number - 1
            while line.joined(first) and _is_english_part(line.before(first)):
                first -= 1
            opens = line.before(first).lower() in _BEFORE_ROLES
            return _role(line, first, last, lexicon, described=False) if opens else None
    return None


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _is_part(word: str, lexicon: Lexicon) -> bool:
    return lexicon.language == "en" and _is_english_part(word)


def _is_role_word(word: str, lexicon: Lexicon) -> bool:
    if lexicon.language == "en":
        return word in ENGLISH_ROLE_HEADS
    return has_capital(word) and is_role(word)


def _find_apposition(
    line: Line, place: Place, people: Collection[int], lexicon: Lexicon
) -> Role | None:
    """Anna Muster, Chefin von Beispiel, ..."""
    first = place.last + 1
    if place.mention.kind != "PER" or first >= len(line.words) or line.gaps[first] != ", ":
        return None
    if line.words[first].lower() in ARTICLES and line.joined(first + 1):
        first += 1
    return _describing_phrase(line, first, people, lexicon)


def _describing_phrase(
    line: Line, first: int, people: Collection[int], lexicon: Lexicon
) -> Role | None:
    """The role that begins at word `first`, up to the mark that ends it."""
    noun = _find_noun(line, first, lexicon)
    if noun is None or noun + 1 in people:
        return None
    last = noun
    while line.joined(last + 1) and last - noun < _LONGEST_PHRASE:
        # English nouns have no capital: "chair of the council".
        in_tail = lexicon.language == "en" and not _TAIL_OPENERS.isdisjoint(
            line.words[noun + 1 : last + 1]
        )
        if not (in_tail or _may_describe(line.words[last + 1], lexicon)):
            return None
        last += 1
    if not line.gaps[last + 1].startswith(_PHRASE_ENDS):
        return None
    return _role(line, first, last, lexicon, described=False)


def _find_predicate(
    line: Line, place: Place, people: Collection[int], lexicon: Lexicon
) -> Role | None:
    """Anna Muster ist Chefin von Beispiel."""
    verb = place.last + 1
    if place.mention.kind != "PER" or not line.joined(verb) or not line.joined(verb + 1):
        return None
    if line.words[verb] not in _BEING:
        return None
    first = verb + 1
    following = line.after(first).lower()
    if line.words[first].lower() in _ONE and following in {"der", "of"}:
        return None
    if line.words[first].lower() in ARTICLES and following:
        first += 1
    else:
        # "war lange Präsident": what stands before the noun says how long.
        first = _find_noun(line, first, lexicon) or first
    role = _describing_phrase(line, first, people, lexicon)
    # What somebody is called beside the name says it better.
    return role._replace(rank=(True, *role.rank[1:])) if role else None


def _find_noun(line: Line, first: int, lexicon: Lexicon) -> int | None:
    """The role with which a phrase begins, behind three adjectives at most."""
    for number in range(first, min(first + _MOST_ADJECTIVES + 1, len(line.words))):
        if number > first and not line.joined(number):
            return None
        if _is_role_word(line.words[number], lexicon):
            return number
        if not _may_describe(line.words[number], lexicon):
            return None
    return None


def _may_describe(word: str, lexicon: Lexicon) -> bool:
    low = word.lower()
    if has_capital(word) or low in INSIDE_ROLES:
        return True
    if lexicon.language == "en":
        return low in ENGLISH_ROLE_PARTS or low in ENGLISH_ROLE_HEADS
    return _is_adjective(word, lexicon)


def _find_brackets(line: Line, place: Place, ends: Mapping[int, Place]) -> Role | None:
    """Anna Muster (SPD)."""
    first = place.last + 1
    if place.mention.kind != "PER" or first >= len(line.words) or line.gaps[first] != " (":
        return None
    for last in range(first, min(first + 3, len(line.words))):
        inner = ends.get(last)
        if (
            inner
            and inner.first == first
            and inner.mention.kind == "ORG"
            and (line.gaps[last + 1].startswith(")"))
        ):
            return Role(line.range(first, last), (True, False, False), "")
    return None


def _is_relative(line: Line, first: int, last: int) -> bool:
    word = line.words[last]
    return first == last and "-" not in word and word.lower() in RELATIVE_ROLES


def _role(line: Line, first: int, last: int, lexicon: Lexicon, *, described: bool) -> Role:
    head = line.words[last]
    inflected = lexicon.language == "de" and _is_inflected(head, lexicon)
    bare = first == last and "-" not in head
    start = line.starts[first]
    end = line.starts[last] + len(line.words[last])
    return Role(Range(start, end), (described, inflected, bare), head.rpartition("-")[2])


def _is_inflected(word: str, lexicon: Lexicon) -> bool:
    tail = word.rpartition("-")[2]
    tail = tail[:1].upper() + tail[1:]
    if tail.lower().endswith(("vorsitzenden", "beauftragten", "abgeordneten", "angeklagten")):
        return True
    return not tail.endswith("in") and lexicon.lemmatiser.lemma(tail, "de") != tail
