"""Organisations, places and works that their own words or the words around them give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_english import BUSINESS_HEADS, NATIONALITIES
from bot.core.language.name_never import NEVER
from bot.core.language.name_places import PLACE_ENDINGS
from bot.core.language.name_words import (
    BODY_ENDINGS,
    ENGLISH_ORGANISATION_HEADS,
    ENGLISH_ORGANISATION_HEADS_IN_GERMAN,
    ENGLISH_PLACE_HEADS,
    ENGLISH_PLACE_HEADS_IN_GERMAN,
    ENGLISH_TITLES,
    FEDERAL_ENDINGS,
    FIELD_BODIES,
    KINDS_OF_PAPERS,
    LEADING_HEADS,
    LEADING_PLACES,
    LEGAL_FORMS,
    MADE_NOUNS,
    NAMED_HEADS,
    NAMING_WORDS,
    ORGANISATION_ENDINGS,
    ORGANISATION_NOUNS,
    PAPER_ENDINGS,
    PAPER_HEADS,
    TRAILING_HEADS,
)
from bot.core.reading.name_candidates import SURE, Found, Vote, found
from bot.core.reading.name_gazetteer import find_known_word
from bot.core.reading.name_lines import has_capital, is_role
from bot.core.reading.name_towns import is_town_word

if TYPE_CHECKING:
    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Lexicon, Line

_OPENING = ("„", "“", '"', "»", "«", "‚", "‘", "'")
_CLOSING = ("“", "”", '"', "«", "»", "‘", "’", "'")
_LONGEST = 6
_LONGEST_QUOTED = 5
# "Bundesgericht" and "Bundesamt" alone name none.
_SHORTEST_FEDERAL = 13
_NEWEST = frozenset("Neue Neuen Neueste Neuesten Allgemeine Allgemeinen".split())
_INDEFINITE = frozenset("ein eine einem einen einer eines kein keine keinem keinen".split())
# FC, TSV, SpVgg: whatever follows is the club.
_LONGEST_CLUB = 5


def find_quoted(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    """A name in quotation marks: Unter dem Namen „Nordlicht“, das Buch „Am Ufer“."""
    if not line.gaps[first].endswith(_OPENING):
        return None
    last = first
    while not line.gaps[last + 1].startswith(_CLOSING):
        last += 1
        if last >= len(line.words) or last - first >= _LONGEST_QUOTED or line.gaps[last] != " ":
            return None
    kind = _kind_before(line, first)
    if kind is not None:
        return found(line, first, last, Vote(kind, SURE))
    word = line.words[first]
    if first == last and len(word) > 2 and not lexicon.is_ordinary(word):  # noqa: PLR2004 -- initials
        return found(line, first, last, Vote("OTHER", 0.7))
    return None


def find_organisation(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    """An organisation by its legal form or by a head such as FC, Universität, Zeitung."""
    run = capital_run(line, first)
    legal = next((i for i in range(run, first, -1) if line.words[i] in LEGAL_FORMS), None)
    if legal is not None and not _is_outside(line.words[first]):
        return found(line, first, legal, Vote("ORG", SURE))
    if line.words[first] in LEADING_HEADS and run > first:
        return _find_led(line, first, lexicon)
    if (
        line.words[first] in LEADING_PLACES
        and run > first
        and not lexicon.is_ordinary(line.words[first + 1])
    ):
        return found(line, first, first + 1, Vote("LOC", 1.5))
    if lexicon.language == "de":
        return _find_adjective_and_head(line, first, run, lexicon) or _find_foreign(
            line, first, run, lexicon
        )
    return _find_english(line, first, run)


def find_national(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    """An English body that begins with its nation: "European Investment Bank"."""
    if line.words[first] not in NATIONALITIES or not line.joined(first + 1):
        return None
    if not has_capital(line.words[first + 1]):
        return None
    body = find_organisation(line, first + 1, lexicon)
    if body is None or body.votes[0].kind != "ORG":
        return None
    return found(line, first, body.last, *body.votes)


def find_place_word(line: Line, number: int) -> Found | None:
    """A street, square, lake or bridge of one word with a hyphen: Karl-Marx-Allee."""
    word = line.words[number]
    head, _, tail = word.rpartition("-")
    if not head or tail.lower() not in PLACE_ENDINGS or head in {"US", "EU"} or head in NEVER:
        return None
    return found(line, number, number, Vote("LOC", 1.2))


def find_federal(line: Line, number: int) -> Found | None:
    """A German authority of one word: Bundeskartellamt, Bundesfinanzministerium."""
    word = line.words[number]
    if (
        word.startswith("Bundes")
        and word.endswith(FEDERAL_ENDINGS)
        and len(word) > _SHORTEST_FEDERAL
    ):
        return found(line, number, number, Vote("ORG", SURE))
    return None


def capital_run(line: Line, first: int) -> int:
    """The last of the words with a capital that follow word `first`, parted by spaces alone."""
    last = first
    while last - first < _LONGEST and line.joined(last + 1) and has_capital(line.words[last + 1]):
        last += 1
    return last


def kind_of_noun(noun: str) -> NameKind | None:
    """What a noun makes of the name after it: Projekt X, Hersteller X, Fernsehsender X."""
    low = noun.lower()
    if low in MADE_NOUNS or low.endswith(
        ("-projekt", "-modell", "projekt", "programm", "film", "modell")
    ):
        return "OTHER"
    if low in ORGANISATION_NOUNS or (has_capital(noun) and low.endswith(ORGANISATION_ENDINGS)):
        return "ORG"
    return None


def _kind_before(line: Line, first: int) -> NameKind | None:
    for number in range(first - 1, max(first - 4, -1), -1):
        if not set(line.gaps[number + 1]) <= set(" \u00a0„“\"»«‚‘'"):
            return None
        word = line.words[number]
        if word.lower() in NAMING_WORDS:
            kind = _kind_before(line, number) if number else None
            return kind or "OTHER"
        kind = kind_of_noun(word)
        if kind is not None:
            return kind
        if number == first - 1 and has_capital(word):
            return None
    return None


def _is_outside(word: str) -> bool:
    """Whether a word before a name with a legal form is no part of it: Hersteller Muster AG."""
    return (
        word in NEVER or word in ENGLISH_TITLES or is_role(word) or kind_of_noun(word) is not None
    )


def _find_led(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    last = first + 1
    word = line.words[last]
    is_club = len(line.words[first]) <= _LONGEST_CLUB
    is_plain = lexicon.is_ordinary(word) and not is_town_word(word, lexicon)
    if not is_club and is_plain and find_known_word(word) != "LOC":
        return None
    if is_role(word) or word in NEVER:
        return None
    has_number = line.words[first] not in NAMED_HEADS
    if line.joined(last + 1) and (
        (has_number and line.words[last + 1].isdigit())
        or find_known_word(line.words[last + 1]) == "LOC"
    ):
        last += 1
    start = (
        first - 1 if first and line.words[first - 1] == "1" and line.gaps[first] == ". " else first
    )
    return found(line, start, last, Vote("ORG", SURE))


def _find_adjective_and_head(line: Line, first: int, run: int, lexicon: Lexicon) -> Found | None:
    bends = line.words[first].endswith(("e", "er", "en", "es", "em"))
    if run == first or not bends or line.before(first).lower() in _INDEFINITE:
        return None
    opens = line.opens(first)
    of_place = _is_of_place(line.words[first], lexicon)
    last = _find_paper(line, first, of_place=of_place) if of_place or not opens else None
    if last is not None:
        return found(line, first, last, Vote("ORG", SURE))
    last = None if opens else _find_body(line, first + 1)
    return None if last is None else found(line, first, last, Vote("ORG", 1.5))


def _find_body(line: Line, number: int) -> int | None:
    """The last word of an organisation whose head is word `number`."""
    head = line.words[number]
    if _has_ending(head, BODY_ENDINGS):
        return _find_field(line, number)
    if TRAILING_HEADS.isdisjoint((head.lower(), head.lower().removesuffix("s"))):
        return None
    return _find_seat(line, number)


def _is_of_place(word: str, lexicon: Lexicon) -> bool:
    """Whether it may be an adjective of an unknown place: "Walder"."""
    return word.endswith("er") and not lexicon.is_known(word.lower())


def _find_paper(line: Line, first: int, *, of_place: bool) -> int | None:
    """The last word of a newspaper: "Walder Tagblatt", "Walder Neueste Nachrichten"."""
    last = first + 1
    if of_place and line.words[last] in _NEWEST and line.joined(last + 1):
        last += 1
    head = line.words[last]
    low = head.lower()
    if low in KINDS_OF_PAPERS:
        return None
    of_name = of_place and not PAPER_HEADS.isdisjoint((low, low.removesuffix("s")))
    return last if of_name or _has_ending(head, PAPER_ENDINGS) else None


def _has_ending(head: str, endings: tuple[str, ...]) -> bool:
    low = head.lower()
    return low.endswith(endings) or any(
        low.removesuffix(genitive).endswith(endings) for genitive in ("es", "s")
    )


def _find_field(line: Line, head: int) -> int:
    """The last word of "Landesamt für Umwelt und Geologie", or of "Amtsgericht Berlin"."""
    last = head
    if _has_ending(line.words[head], FIELD_BODIES) and line.after(head) == "für":
        last = _find_matter(line, head + 2) or head
    if line.after(last) == "und" and last > head:
        last = _find_matter(line, last + 2) or last
    return last if last > head else _find_seat(line, head)


def _find_matter(line: Line, number: int) -> int | None:
    if not line.joined(number):
        return None
    word = line.words[number]
    is_matter = has_capital(word) and word not in NEVER and find_known_word(word) is None
    return number if is_matter else None


def _find_seat(line: Line, head: int) -> int:
    at_place = line.joined(head + 1) and find_known_word(line.words[head + 1]) == "LOC"
    return head + 1 if at_place else head


def _find_foreign(line: Line, first: int, run: int, lexicon: Lexicon) -> Found | None:
    if lexicon.is_ordinary(line.words[first]) or is_role(line.words[first]):
        return None
    for last in range(run, first, -1):
        if line.words[last] in ENGLISH_PLACE_HEADS_IN_GERMAN:
            return found(line, first, last, Vote("LOC", 1.5))
        if line.words[last] in ENGLISH_ORGANISATION_HEADS_IN_GERMAN:
            return found(line, first, last, Vote("ORG", 1.2))
    return None


def _find_english(line: Line, first: int, run: int) -> Found | None:
    start = first
    while start < run and (line.words[start] in NEVER or line.words[start] in ENGLISH_TITLES):
        start += 1
    if start != first:
        return None
    head = line.words[first]
    if (
        head in ENGLISH_ORGANISATION_HEADS
        and line.joined(run + 1)
        and line.words[run + 1] in {"of", "for"}
    ):
        return _find_of(line, first, run + 2)
    for last in range(run, first, -1):
        tail = line.words[last].removesuffix("'s").removesuffix("’s")
        if tail in ENGLISH_ORGANISATION_HEADS or tail in BUSINESS_HEADS:
            return found(line, first, last, Vote("ORG", 1.5))
        if tail in ENGLISH_PLACE_HEADS:
            return found(line, first, last, Vote("LOC", 1.5))
    return None


def _find_of(line: Line, first: int, number: int) -> Found | None:
    if line.joined(number) and line.words[number] == "the":
        number += 1
    if not line.joined(number) or not has_capital(line.words[number]):
        return None
    return found(line, first, capital_run(line, number), Vote("ORG", 1.5))
