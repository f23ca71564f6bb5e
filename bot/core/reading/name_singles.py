"""Words that no list knows: what their shape and their neighbours say about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.name_first import FAMOUS_SURNAMES, SURNAMES
from bot.core.language.name_never import AMBIGUOUS_ORGANISATIONS, NEVER
from bot.core.language.name_organisations import ORGANISATIONS
from bot.core.language.name_places import (
    AGENCIES,
    AMBIGUOUS_PLACES,
    FACILITIES,
    MATERIAL_ENDINGS,
    PLACE_NOUNS,
    PLACE_OWNERS,
    SURE_SETTLEMENT_ENDINGS,
    TOWN_ROLES,
)
from bot.core.language.name_words import (
    ARTICLES,
    FINITE_VERBS,
    MADE_TAILS,
    NAMING_WORDS,
    ORGANISATION_TAILS,
    PLACE_PREPOSITIONS,
    SPEECH_VERBS,
)
from bot.core.reading.name_candidates import SURE, Found, Vote, found
from bot.core.reading.name_english import english_votes
from bot.core.reading.name_gazetteer import find_known_word
from bot.core.reading.name_lines import (
    has_capital,
    is_acronym,
    is_camel,
    is_role,
    without_apostrophe,
)
from bot.core.reading.name_patterns import kind_of_noun
from bot.core.reading.name_persons import is_initial, is_titled
from bot.core.reading.name_towns import is_town_word

if TYPE_CHECKING:
    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Lexicon, Line

_PLATFORM_NOUNS = frozenset(
    "plattform platform netzwerk onlineplattform online-plattform network".split()
)
# So many points no doubt of the weights takes away.
_SETTLED = 1.3
_BESIDE = frozenset("bei zwischen".split())
_COUNTING = frozenset("hat hatte zählt".split())
_PEOPLE = frozenset("Einwohner Einwohnerinnen Bewohner".split())


def find_listed(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    """A well-known name of one word, unless the word is ordinary and nothing speaks for a name."""
    word = without_apostrophe(line.words[number])
    kind = find_known_word(word)
    if kind is None:
        return None
    base = (
        word
        if word in AMBIGUOUS_PLACES or word in AMBIGUOUS_ORGANISATIONS
        else word.removesuffix("s")
    )
    if (
        base in AMBIGUOUS_PLACES
        and not _is_dateline(line, number)
        and line.before(number).lower() not in PLACE_PREPOSITIONS
    ):
        return None
    if base in AMBIGUOUS_ORGANISATIONS and not _is_meant(line, number, lexicon):
        return None
    return found(line, number, number, Vote(kind, SURE))


def _is_dateline(line: Line, number: int) -> bool:
    return number == 0 and line.gaps[1] == " (" and ")" in "".join(line.gaps[2:3])


def find_compound(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    """The name in front of a hyphen: "Oracle" in Oracle-Konzern, never the whole word."""
    word = line.words[number]
    head, hyphen, tail = word.rpartition("-")
    if not hyphen or not head or not has_capital(head) or not tail or head in NEVER or head == "US":
        return None
    end = line.starts[number] + len(head)
    kind = find_known_word(head)
    low = tail.lower()
    if kind and (head not in AMBIGUOUS_ORGANISATIONS or low in ORGANISATION_TAILS):
        return Found(number, number, end, (Vote(kind, SURE),))
    if lexicon.is_ordinary(head) or not (lexicon.is_ordinary(tail) or low in ORGANISATION_TAILS):
        return None
    if low in ORGANISATION_TAILS or is_role(tail):
        return Found(number, number, end, (Vote("ORG", 1.2),))
    if low in MADE_TAILS:
        return Found(number, number, end, (Vote("OTHER", 0.7),))
    return Found(number, number, end, (Vote(None, 0.6 if is_camel(head) else 0.4),))


def find_single(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    """An unknown word with a capital, and the votes of its shape and its neighbours."""
    word = without_apostrophe(line.words[number])
    if is_initial(word):
        return _find_letter(line, number)
    if word in FAMOUS_SURNAMES or (word.endswith("s") and word[:-1] in FAMOUS_SURNAMES):
        return found(line, number, number, Vote("PER", 1.2))
    if word in SURNAMES and not SPEECH_VERBS.isdisjoint((line.before(number), line.after(number))):
        return found(line, number, number, Vote("PER", 1.2))
    if settlement := _find_settlement(line, number, lexicon):
        return settlement
    if word in NEVER or word.isdigit() or lexicon.is_ordinary(word) or len(word) > 30:  # noqa: PLR2004 -- no name is longer
        return None
    votes = [*_shape(line, number, word, lexicon), *_neighbours(line, number, lexicon)]
    return found(line, number, number, *votes)


def find_unknown_run(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    """Two or three unknown words in a row, as foreign names of persons are."""
    last = first
    while last - first < 3 and _is_unknown(line, last + 1, lexicon):  # noqa: PLR2004 -- more is no name
        last += 1
    if last == first or not _is_unknown(line, first, lexicon, joined=False):
        return None
    if line.before(first).lower() in PLACE_PREPOSITIONS:
        return found(line, first, last, Vote("LOC", 1.0))
    kind = kind_of_noun(line.before(first)) or "PER"
    if kind == "PER" and lexicon.language == "de" and lexicon.is_english(line.words[last]):
        return found(line, first, last, Vote("OTHER", 1.0))
    return found(line, first, last, Vote(kind, 1.1))


def _is_unknown(line: Line, number: int, lexicon: Lexicon, *, joined: bool = True) -> bool:
    if joined and not line.joined(number):
        return False
    word = without_apostrophe(line.words[number])
    return (
        word[0].isupper()
        and len(word) > 1
        and not is_acronym(word)
        and not is_role(word)
        and word not in NEVER
        and not lexicon.is_ordinary(word)
    )


def _is_meant(line: Line, number: int, lexicon: Lexicon) -> bool:
    before = line.before(number)
    if kind_of_noun(before) == "ORG" or before.lower() in NAMING_WORDS:
        return True
    if lexicon.language == "en" and not line.opens(number) and before.lower() not in ARTICLES:
        return True
    return any(_is_listed_beside(line, number, step) for step in (-1, 1))


def _is_listed_beside(line: Line, number: int, step: int) -> bool:
    other = number + step
    if not 0 <= other < len(line.words):
        return False
    gap = line.gaps[max(number, other)]
    if gap == " " and line.words[other].lower() in {"und", "and", "oder", "or"}:
        other += step
        if not 0 <= other < len(line.words) or line.gaps[max(other, other - step)] != " ":
            return False
    elif gap != ", ":
        return False
    word = line.words[other]
    return word in _SURE_ORGANISATIONS


_SURE_ORGANISATIONS = frozenset(ORGANISATIONS) - AMBIGUOUS_ORGANISATIONS


def _find_letter(line: Line, number: int) -> Found | None:
    if line.before(number).lower() in _PLATFORM_NOUNS and line.words[number] == "X":
        return found(line, number, number, Vote("OTHER", SURE))
    if line.words[number] == "X" and line.before(number).lower() in {"auf", "on"}:
        return found(line, number, number, Vote("OTHER", SURE))
    return None


def _find_settlement(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    """In Musterhausen: what has the ending of a town, or stands where only a town can."""
    if lexicon.language != "de":
        return None
    word = without_apostrophe(line.words[number])
    if lexicon.is_known(word) or word in NEVER:
        return None
    before = line.before(number).lower()
    sure = word.endswith(SURE_SETTLEMENT_ENDINGS)
    if is_town_word(word, lexicon) and (
        (before in PLACE_PREPOSITIONS and not (before == "aus" and word.endswith(MATERIAL_ENDINGS)))
        or (sure and before in _BESIDE)
        or before in FACILITIES
    ):
        return found(line, number, number, Vote("LOC", _SETTLED if sure else 1.1))
    signs = (_is_of_place, _is_of_agency, _has_people, _owns_town)
    is_called = before in PLACE_NOUNS and not has_capital(line.after(number))
    if is_called or any(sign(line, number) for sign in signs):
        return found(line, number, number, Vote("LOC", _SETTLED))
    return None


def _is_of_place(line: Line, number: int) -> bool:
    """Bürgermeisterin von Musterhausen, nördlich von Musterhausen."""
    return line.before(number) == "von" and line.before(number - 1).lower() in PLACE_OWNERS


def _has_people(line: Line, number: int) -> bool:
    """Musterhausen hat rund 400 Einwohner."""
    return line.after(number) in _COUNTING and not _PEOPLE.isdisjoint(
        line.words[number + 3 : number + 5]
    )


def _owns_town(line: Line, number: int) -> bool:
    """Musterhausens Bürgermeisterin."""
    return line.words[number].endswith("s") and line.after(number).lower() in TOWN_ROLES


def _is_of_agency(line: Line, number: int) -> bool:
    """Whether a news agency names the place it writes from: "Musterhausen (dpa)"."""
    return _is_dateline(line, number) and line.words[1] in AGENCIES


def _shape(line: Line, number: int, word: str, lexicon: Lexicon) -> list[Vote]:
    if is_camel(word):
        return [Vote(None, 1.0)]
    before = line.before(number).lower()
    if is_acronym(word):
        return [Vote("ORG", 0.5)]
    if before in ARTICLES or (
        lexicon.language == "de"
        and before.endswith(ADJECTIVE_ENDINGS)
        and before not in {"", "wie"}
    ):
        return [Vote(None, 0.2)]
    if line.opens(number):
        return [Vote(None, 0.3)]
    return [Vote(None, 0.6 if lexicon.language == "de" else 0.9)]


def _neighbours(line: Line, number: int, lexicon: Lexicon) -> list[Vote]:
    before, after = line.before(number), line.after(number)
    votes: list[Vote] = []
    german = lexicon.language == "de"
    if is_titled(line, number, lexicon):
        votes.append(Vote("PER", 1.5))
    elif kind := kind_of_noun(before):
        votes.append(Vote(kind, 1.2))
    elif before.lower() in PLACE_NOUNS:
        votes.append(Vote("LOC", 1.2))
    elif before.lower() in NAMING_WORDS:
        votes.append(Vote(_named(line, number), 1.0))
    elif not german:
        votes += english_votes(line, number)
    elif before.lower() in PLACE_PREPOSITIONS and not lexicon.is_english(line.words[number]):
        votes.append(Vote("LOC", 0.5))
    if german and not SPEECH_VERBS.isdisjoint((before, after)):
        votes.append(Vote("PER", 0.5))
    elif german and _is_subject(line, number) and not lexicon.is_english(line.words[number]):
        votes.append(Vote("PER", 0.4))
    if _is_aged(line, number):
        votes.append(Vote("PER", 1.0))
    return votes


def _named(line: Line, number: int) -> NameKind | None:
    return kind_of_noun(line.before(number - 1)) if number > 1 else None


def _is_subject(line: Line, number: int) -> bool:
    before, after = line.before(number), line.after(number)
    beside = before in FINITE_VERBS or after in FINITE_VERBS
    return beside and before.lower() not in ARTICLES


def _is_aged(line: Line, number: int) -> bool:
    following = number + 1
    return (
        following < len(line.words)
        and line.gaps[following] == " ("
        and line.words[following].isdigit()
        and len(line.words[following]) == 2  # noqa: PLR2004 -- an age
        and line.gaps[following + 1].startswith(")")
    )
