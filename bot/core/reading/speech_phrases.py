"""Noun phrases and subjects, found by word lists and capitals, without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.speech_grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    DETERMINERS,
    GENITIVES,
    OBLIQUE,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBJUNCTIVES,
    SUBORDINATORS,
)
from bot.core.reading.speech_english import english_subject
from bot.core.reading.speech_passages import DOMAINS

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.core.reading.speech_passages import Passage

Phrase = tuple[int, int]

_LONGEST_ADJECTIVES = 7
_LONGEST_SEARCH = 14
_JOINERS = frozenset("de von van der al bin el di da la le du of the den zu".split())
_PHRASE_GAPS = frozenset(
    ["", "„", "“", '"', "(", ")", "“)", "”", "’", "'", "/", "&", "-", "“-", "“("]
)
# A name in marks has no more words; what opens and closes it.
_LONGEST_MARKED = 3
_OPENING = ("„", "»", '"')
_CLOSING = ("“", "«", '"', "”")
_COORDINATORS = frozenset("und sowie and".split())
# "um … zu" says what for, not what.
_PURPOSES = frozenset("um ohne anstatt statt".split())
_TIMES = frozenset(
    "Anfang Ende Mitte Morgen Abend Nachmittag Vormittag Mittag Nacht Montag Dienstag Mittwoch "
    "Donnerstag Freitag Samstag Sonntag Sonnabend Yesterday Today Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)
_SPANS = frozenset(
    "stunde stunden minute minuten sekunden tag tage woche wochen monat monate jahr jahre".split()
)
# Ends of participles before a noun, and the words that open a phrase with such a noun.
_ATTRIBUTES = tuple(
    "te ten ter tes tem ene enen ener enes enem ende enden ender endes endem".split()
)
_BEFORE_ATTRIBUTE = frozenset(
    "der die das dem den des ein eine einer einem einen eines seiner seine ihrer ihre".split()
)
_COUNTS = frozenset(
    "ein eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf wenige einige mehrere "
    "viele jeden jede".split()
)
# So many adverbs may stand before the subject ("Auch", "Selbst").
_ADVERBS = 3
_SHORTEST_VERB = 3
# The last letters of all subjunctives of the third person ("sei", "habe", "wären").
_SUBJUNCTIVE_ENDS = frozenset(word[-1] for word in SUBJUNCTIVES) | {"e"}
_NOMINATIVE = frozenset("er ich wir man he she they".split())
_REFLEXIVES = frozenset("sich ihm ihnen uns mir ihn mich es dazu damit darauf hierzu".split())


def noun_phrase(passage: Passage, first: int, stop: int, language: Language) -> Phrase | None:
    """The noun phrase that opens at word `first` and ends before word `stop`."""
    lower = passage.lowers[first]
    if lower in PERSONAL[language] and not _heads(passage, first + 1, stop):
        return (first, first)
    head = first + 1 if lower in DETERMINERS[language] else first
    while (
        head < stop
        and head - first < _LONGEST_ADJECTIVES
        and not passage.capital[head]
        and passage.lowers[head] not in AUXILIARIES[language]
        and passage.lowers[head] not in PREPOSITIONS[language]
        and (head == first or passage.gaps[head] in _PHRASE_GAPS)
    ):
        head += 1
    reaches = head < stop and passage.capital[head]
    if not reaches and first < head < stop and lower in _BEFORE_ATTRIBUTE:
        head = _behind_attribute(passage, head, stop)
        reaches = passage.capital[head]
    if not reaches or (head > first and passage.gaps[head] not in _PHRASE_GAPS):
        if lower in DEMONSTRATIVES[language]:
            return (first, first)
        return _small_name(passage, first, stop)
    last = _extended(passage, _capitals(passage, head, stop), stop, language)
    return (first, last)


def _behind_attribute(passage: Passage, head: int, stop: int) -> int:
    """The noun behind a long attribute: "einer am Dienstag veröffentlichten Mitteilung"."""
    lowers = passage.lowers
    if lowers[head] not in PREPOSITIONS["de"] and lowers[head] != "sich":
        return head
    for index in range(head + 1, min(stop - 1, head + _LONGEST_SEARCH)):
        if passage.gaps[index]:
            break
        if lowers[index].endswith(_ATTRIBUTES) and not passage.capital[index]:
            ends = passage.capital[index + 1] and not passage.gaps[index + 1]
            return index + 1 if ends else head
    return head


def _small_name(passage: Passage, first: int, stop: int) -> Phrase | None:
    """A name without a capital that its marks give away: „heise online“."""
    if not passage.gaps[first].endswith(_OPENING):
        return None
    for last in range(first, min(stop, first + _LONGEST_MARKED)):
        if passage.gaps[last + 1].startswith(_CLOSING):
            return (first, last)
    return None


def find_subject(
    passage: Passage, finite: int, clause: Phrase, language: Language
) -> Phrase | None:
    """The subject of the finite verb at word `finite`: before it if it stands there, else after."""
    first, last = clause
    while first < finite and passage.lowers[first] in CONJUNCTIONS[language]:
        first += 1
    for _ in range(_ADVERBS):
        if first < finite and not _opens_phrase(passage, first, language):
            first += 1
    if first < finite:
        lower = passage.lowers[first]
        if finite < last and passage.lowers[finite + 1] in _NOMINATIVE:
            return (finite + 1, finite + 1)
        if lower in SUBORDINATORS[language] and not (lower == "als" and finite < last):
            return subject_after(passage, first + 1, finite, language)
        if _may_be_subject(passage, first, language):
            found = noun_phrase(passage, first, finite, language)
            if found:
                return found
    return subject_after(passage, finite + 1, last + 1, language)


def subject_after(passage: Passage, index: int, stop: int, language: Language) -> Phrase | None:
    """The first noun phrase from `index` on that is neither oblique nor behind a preposition."""
    end = min(stop, index + _LONGEST_SEARCH)
    while index < end:
        lower = passage.lowers[index]
        if lower in _REFLEXIVES:
            index += 1
        elif lower in PREPOSITIONS[language] or passage.words[index] in _TIMES:
            skipped = noun_phrase(passage, index + 1, stop, language) if index + 1 < stop else None
            index = skipped[1] + 1 if skipped else index + 1
        elif lower in OBLIQUE[language]:
            skipped = noun_phrase(passage, index, stop, language)
            index = skipped[1] + 1 if skipped else index + 1
        elif (
            lower in DETERMINERS[language]
            or lower in PERSONAL[language]
            or passage.capital[index]
            or (passage.gaps[index] and passage.gaps[index][-1] in _OPENING)
        ):
            if _is_time(passage, index):
                index += 1
                continue
            found = noun_phrase(passage, index, stop, language)
            if found:
                return found
            index += 1
        else:
            index += 1
    return None


def main_subject(passage: Passage, clause: int, language: Language) -> Phrase | None:
    """The subject of a clause whose verb is unknown; a bare noun phrase is its own subject."""
    first, last = passage.clauses[clause]
    if language == "en":
        return english_subject(passage, (first, last))
    finite = guess_finite(passage, first, last, language)
    if finite is None:
        if not _may_be_subject(passage, first, language):
            return None
        return noun_phrase(passage, first, last + 1, language)
    if finite == first and passage.gaps[first] == ",":
        earlier = passage.clauses[clause - 1]
        found = noun_phrase(passage, earlier[0], earlier[1] + 1, language)
        return found if found and found[1] == earlier[1] else None
    return find_subject(passage, finite, (first, last), language)


def guess_finite(passage: Passage, first: int, last: int, language: Language) -> int | None:
    """The first word of the clause that looks like a finite verb."""
    for index in range(first, last + 1):
        lower = passage.lowers[index]
        if lower in AUXILIARIES[language]:
            return index
        bent = language == "de" and not passage.capital[index] and _is_inflected(passage, index)
        if (
            bent
            and lower not in DETERMINERS["de"]
            and not _is_adjective(passage, index, first, last)
        ):
            return index
    return None


def is_setting(passage: Passage, first: int, stop: int) -> bool:
    """Whether German clauses only say on what or when: "Auf die Frage, ob er geht, sagte …"."""
    begin, end = passage.clauses[first]
    if passage.lowers[begin] not in PREPOSITIONS["de"] or stop - first <= 1:
        return False
    if guess_finite(passage, begin, end, "de") is not None:
        return False
    return all(
        opens_subordinate(passage, passage.clauses[at][0], "de") for at in range(first + 1, stop)
    )


def has_subjunctive(passage: Passage, first: int, last: int) -> bool:
    """Whether one of the words is a German subjunctive."""
    for index in range(first, last + 1):
        if passage.lowers[index][-1] in _SUBJUNCTIVE_ENDS and is_subjunctive(passage, index):
            return True
    return False


def is_subjunctive(passage: Passage, index: int) -> bool:
    """Whether the word is a German subjunctive: a known one, or an infinitive less its n."""
    lower = passage.lowers[index]
    if lower in SUBJUNCTIVES:
        return True
    lemma = passage.lemmas[index]
    return (
        lower[-1] == "e"
        and lemma[-1:] == "n"
        and not passage.capital[index]
        and (FOLDED[lower] + "n" == lemma or _is_shortened(FOLDED[lower], lemma))
    )


def _is_shortened(folded: str, lemma: str) -> bool:
    """Whether a verb in "-eln" or "-ern" has the ending of a subjunctive: "handele", "ändere"."""
    return lemma.endswith(("eln", "ern")) and folded[:-1] + "n" == lemma


def _is_inflected(passage: Passage, index: int) -> bool:
    lower, lemma = passage.lowers[index], passage.lemmas[index]
    if lower.startswith("ge") and not lemma.startswith("ge") and lower.endswith(("t", "en")):
        return False
    return (
        lemma.endswith("n")
        and lemma != lower
        and len(lower) > _SHORTEST_VERB - 1
        and lower[-1] in "tenrfgbdkhlsmpß"
    )


def _is_adjective(passage: Passage, index: int, first: int, last: int) -> bool:
    """Whether a word stands between a determiner and its noun: "einer ersten Stellungnahme"."""
    return (
        first < index < last
        and passage.capital[index + 1]
        and passage.lowers[index - 1] in _BEFORE_ADJECTIVES
    )


_BEFORE_ADJECTIVES = OBLIQUE["de"] | frozenset("ein eine seine ihre unsere".split())


def opens_relative(passage: Passage, first: int, language: Language) -> bool:
    """Whether the clause that begins at word `first` looks like a relative clause."""
    lowers = passage.lowers
    if lowers[first] in RELATIVES[language]:
        return True
    return (
        lowers[first] in PREPOSITIONS[language]
        and first + 1 < len(lowers)
        and lowers[first + 1] in RELATIVES[language]
    )


def opens_subordinate(passage: Passage, first: int, language: Language) -> bool:
    """Whether the clause is a subordinate one with its own conjunction or relative pronoun."""
    if passage.lowers[first] in SUBORDINATORS[language]:
        return True
    return first not in passage.heads and opens_relative(passage, first, language)


def _heads(passage: Passage, index: int, stop: int) -> bool:
    return index < stop and passage.capital[index] and not passage.gaps[index]


def _opens_phrase(passage: Passage, index: int, language: Language) -> bool:
    lower = passage.lowers[index]
    return (
        passage.capital[index]
        or lower in DETERMINERS[language]
        or lower in PREPOSITIONS[language]
        or lower in PERSONAL[language]
        or lower in SUBORDINATORS[language]
    )


def _may_be_subject(passage: Passage, first: int, language: Language) -> bool:
    lower = passage.lowers[first]
    if lower in OBLIQUE[language]:
        return False
    if lower in PREPOSITIONS[language]:
        # "Zu Guttenberg" is a name.
        return passage.capital[first]
    if language == "de" and _is_time(passage, first):
        return False
    return (
        lower in DETERMINERS[language]
        or lower in PERSONAL[language]
        or (passage.capital[first] and passage.words[first] not in _TIMES)
    )


def _is_time(passage: Passage, first: int) -> bool:
    """Whether a phrase says how long or when: "drei Jahre", "Sechs Tage"."""
    lowers = passage.lowers
    if lowers[first] in _SPANS:
        return True
    counts = lowers[first] in _COUNTS
    return counts and first + 1 < len(lowers) and lowers[first + 1] in _SPANS


def _capitals(passage: Passage, head: int, stop: int) -> int:
    last = head
    while last + 1 < stop and passage.gaps[last + 1] in _PHRASE_GAPS:
        following = last + 1
        if passage.capital[following] or _is_number_of_name(passage, following, stop):
            last = following
        elif (
            passage.lowers[following] in _JOINERS
            and following + 1 < stop
            and passage.capital[following + 1]
            and passage.lowers[following] not in ("der", "den", "von", "zu")
        ):
            last = following + 1
        else:
            break
    if last + 1 < stop and passage.gaps[last + 1] == "." and passage.lowers[last + 1] in DOMAINS:
        return last + 1
    return last


def _is_number_of_name(passage: Passage, index: int, stop: int) -> bool:
    """Whether a number closes a name ("Schalke 04") and counts no noun ("60 Prozent")."""
    if not passage.words[index].isdigit():
        return False
    behind = index + 1
    return behind >= stop or bool(passage.gaps[behind]) or not passage.capital[behind]


def _extended(passage: Passage, last: int, stop: int, language: Language) -> int:
    """Add what hangs on the noun: "des Ministeriums", "von der Universität"."""
    for _ in range(3):
        opener = last + 1
        if opener + 1 >= stop or passage.gaps[opener] not in _PHRASE_GAPS:
            return last
        lower = passage.lowers[opener]
        joins = lower in _COORDINATORS or lower == "zu"
        if joins and not passage.capital[opener + 1]:
            return last
        if not joins and lower not in GENITIVES[language]:
            return last
        head = opener + 1
        while (
            head < stop
            and head - opener < _LONGEST_ADJECTIVES
            and not passage.capital[head]
            and passage.gaps[head] in _PHRASE_GAPS
            and passage.lowers[head] not in AUXILIARIES[language]
        ):
            head += 1
        if head >= stop or not passage.capital[head] or passage.gaps[head] not in _PHRASE_GAPS:
            return last
        last = _capitals(passage, head, stop)
    return last


def has_infinitive(passage: Passage, first: int, last: int, language: Language) -> bool:
    """Whether the clause is one of an infinitive: "den Vertrag zu kündigen", "to cut jobs"."""
    if language == "en":
        return passage.lowers[first] == "to"
    if passage.lowers[first] in _PURPOSES:
        return False
    lower = passage.lowers[last]
    infixed = "zu" in lower[2:-3] and lower.endswith("n") and not passage.capital[last]
    return infixed or "zu" in passage.lowers[max(first, last - 2) : last]
