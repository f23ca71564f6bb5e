"""English word order: subjects before their verb, content clauses without a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_words import ENGLISH_ROLE_HEADS
from bot.core.language.speech_grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PASSIVES,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from bot.core.language.speech_words import SPEECH_VERBS, TAKE_INFINITIVE
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_settings import behind_setting

if TYPE_CHECKING:
    from bot.core.language.speech_words import SpeechVerb
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

# Between an auxiliary and its verb, before a subject, in a phrase, between verb and content.
_AUXILIARY_WITHIN = 3
_LONGEST_PHRASE = 8
_OBJECT_WITHIN = 5
_FEWEST = 3
_LONGEST_ROLE = 4
_STOPS = (
    AUXILIARIES["en"]
    | CONJUNCTIONS["en"]
    | SUBORDINATORS["en"]
    | PREPOSITIONS["en"]
    | frozenset(
        "on monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
    )
)
_DATES = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_LINKS = frozenset(["of", "for", "from"])


def is_noun(passage: Passage, index: int) -> bool:
    """Whether a word that could be a verb is a noun here: "the report", "by report"."""
    if not index:
        return False
    before = passage.lowers[index - 1]
    return before in DETERMINERS["en"] or before in PREPOSITIONS["en"]


def english_finite(passage: Passage, index: int, first: int) -> int:
    """The auxiliary right before the verb at word `index`, or the verb."""
    for place in range(index - 1, max(first, index - _AUXILIARY_WITHIN) - 1, -1):
        lower = passage.lowers[place]
        if lower in AUXILIARIES["en"]:
            return place
        if not lower.endswith("ly") and lower not in ("not", "also", "never", "to"):
            break
    return index


def english_speaker(passage: Passage, index: int, finite: int, clause: Phrase) -> Phrase | None:
    """Who says it: by whom in the passive, before the verb, or after it if it stands first."""
    first, last = clause
    if finite != index and passage.lowers[finite] in PASSIVES["en"]:
        for place in range(index + 1, last):
            if passage.lowers[place] == "by":
                return phrase_from(passage, place + 1, last + 1)
        return None
    if finite - 1 > first and passage.lowers[finite - 1] in CONJUNCTIONS["en"]:
        return english_subject(passage, (first, finite - 2))
    if finite == index == first and passage.lowers[index].endswith("ing") and first:
        return _subject_before(passage, first)
    before = _phrase_before(passage, finite, first)
    return before if before or finite != first else _behind_first(passage, index, clause)


def _behind_first(passage: Passage, index: int, clause: Phrase) -> Phrase | None:
    """Who speaks behind a verb that opens its clause: “…”, said the mayor. Or without marks."""
    first, last = clause
    gap = passage.gaps[first]
    if QUOTED not in gap and (gap != "," or first in passage.heads):
        return None
    found = phrase_from(passage, index + 1, last + 1)
    found = found or _role_and_name(passage, index + 1, last + 1)
    return found if QUOTED in gap or (found and _is_somebody(passage, found)) else None


def _is_somebody(passage: Passage, phrase: Phrase) -> bool:
    """Whether a word of the phrase is a name or a role: "said the words" says nothing."""
    places = range(phrase[0], phrase[1] + 1)
    return any(passage.capital[at] or passage.lowers[at] in ENGLISH_ROLE_HEADS for at in places)


def _role_and_name(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who speaks without an article: “…”, said clinic chief Anna Muster."""
    for index in range(first, min(stop - 1, first + _LONGEST_ROLE)):
        if passage.gaps[index + 1] or passage.lowers[index] in _STOPS:
            return None
        if passage.lowers[index] in ENGLISH_ROLE_HEADS and passage.capital[index + 1]:
            found = phrase_from(passage, index + 1, stop)
            return (first, found[1]) if found else None
    return None


def _subject_before(passage: Passage, first: int) -> Phrase | None:
    """Who acts in the clause before a participle: "X rejected the plan, saying that …"."""
    if passage.gaps[first] != "," or first in passage.heads:
        return None
    return english_subject(passage, passage.clauses[passage.clause_of(first) - 1])


def phrase_from(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The noun phrase that opens at word `first`: a name, a pronoun or an article with a noun."""
    if first >= stop:
        return None
    lower = passage.lowers[first]
    if lower in PERSONAL["en"]:
        return (first, first)
    if not (passage.capital[first] or lower in DETERMINERS["en"]):
        return None
    last = first
    for index in range(first + 1, min(stop, first + _LONGEST_PHRASE)):
        lower = passage.lowers[index]
        link = lower in _LINKS and index + 1 < stop
        if passage.gaps[index] or (lower in _STOPS and not link) or _is_saying(passage, index):
            break
        last = index
    while last > first and passage.lowers[last] in PREPOSITIONS["en"]:
        last -= 1
    alone = last == first and passage.lowers[first] in DETERMINERS["en"]
    return None if alone else (first, last)


def english_content(passage: Passage, index: int, last: int, verb: SpeechVerb) -> int | None:
    """The first word of the content behind the verb at word `index`, in the same clause.

    It opens with "that", with "to" or "of" where the verb takes them, or, after a verb that is
    surely one of saying, with a subject of its own.
    """
    openers = {"that", "whether", "if"}
    sure = verb.strength == "say"
    if not sure or passage.lemmas[index] in TAKE_INFINITIVE:
        openers.add("to")
    if passage.lemmas[index] == "accuse":
        openers.add("of")
    if (
        passage.lemmas[index] == "deny"
        and last - index >= _FEWEST
        and passage.lowers[index + 1].endswith("ing")
    ):
        return index + 1
    for place in range(index + 1, min(last, index + _OBJECT_WITHIN) + 1):
        if passage.lowers[place] in openers and last - place + 1 >= _FEWEST:
            return place
    following = behind_setting(passage, index + 1, last)
    if not sure or last - following + 1 < _FEWEST:
        return None
    lower = passage.lowers[following]
    behind = passage.lowers[following + 1 : last + 1]
    verb_at = next((at for at, word in enumerate(behind) if word in AUXILIARIES["en"]), None)
    if lower in PREPOSITIONS["en"] or lower in AUXILIARIES["en"]:
        return None
    if verb_at is None:
        return following if _is_clause(passage, following, last) else None
    # "adds a fight to a dispute that is old": the verb belongs to the relative clause.
    return following if RELATIVES["en"].isdisjoint(behind[:verb_at]) else None


def _is_clause(passage: Passage, first: int, last: int) -> bool:
    """Whether a pronoun or a noun phrase is followed by a verb in the past: "it needed money"."""
    subject = phrase_from(passage, first, last + 1) and english_subject(passage, (first, last))
    if not subject or subject[1] >= last:
        return False
    verb = subject[1] + 1
    return passage.lowers[verb].endswith("ed") and passage.lemmas[verb] != passage.lowers[verb]


def english_subject(passage: Passage, clause: Phrase) -> Phrase | None:
    """The noun phrase that opens a clause, up to the first word that is bent like a verb."""
    first, last = clause
    while first < last and passage.lowers[first] in CONJUNCTIONS["en"]:
        first += 1
    found = phrase_from(passage, first, last + 1) or _role_and_name(passage, first, last + 1)
    if not found:
        return None
    end = found[0]
    for index in range(found[0], found[1] + 1):
        lower = passage.lowers[index]
        bent = lower not in DETERMINERS["en"] and passage.lemmas[index] != lower
        if bent and not passage.capital[index] and index > found[0]:
            break
        end = index
    return (found[0], end)


def _phrase_before(passage: Passage, finite: int, first: int) -> Phrase | None:
    """The phrase that ends right before the verb and begins as far back as it can."""
    end = finite - 1
    if end >= first and passage.lowers[end] in PERSONAL["en"]:
        return (end, end)
    while end > first and passage.lowers[end].endswith("ly"):
        end -= 1
    for start in range(max(first, end - _LONGEST_PHRASE), end + 1):
        if passage.lowers[start] in _DATES:
            continue
        found = phrase_from(passage, start, end + 1)
        if found and found[1] == end:
            return found
    return None


def _is_saying(passage: Passage, index: int) -> bool:
    verb = passage.lemmas[index] in SPEECH_VERBS["en"] and not passage.capital[index]
    return verb and passage.lowers[index].endswith(("ed", "d", "s"))
