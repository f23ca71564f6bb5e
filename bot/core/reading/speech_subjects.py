"""Who says it: the subject of a verb of saying, the agent, or the paper in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.speech_grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    OBLIQUE,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
)
from bot.core.language.speech_words import BODIES, THINGS
from bot.core.reading.speech_english import english_speaker
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_phrases import (
    find_subject,
    guess_finite,
    has_subjunctive,
    noun_phrase,
    opens_relative,
    opens_subordinate,
    subject_after,
)

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

# What cannot open a subject in German.
NO_SUBJECT = OBLIQUE["de"] | SUBORDINATORS["de"]
# So many clauses may stand between a subject and its verb.
_FAR = 5
_TWO_BREAKS = 2
_NOMINATIVE = frozenset("er ich wir man".split())
# What goes on with the subject of the clause before.
_SHARING = frozenset("und aber sondern oder".split())
# Verbs with which words are somewhere, and ends of nouns for such words.
_FOUND = frozenset("stehen finden lesen".split())
_WORDING = ("passus", "satz", "wort", "worte", "motiv", "frage", "hinweis", "spruch", "rede")
_WITHOUT_SUBJECT = frozenset("heissen verlauten".split())
_PLACES = frozenset("in im auf aus bei beim von vom".split())
_AGENTS = frozenset("von vom durch".split())
# What may stand before the noun phrase that opens a sentence: "Selbst Max Muster, …, sagte".
_BEFORE_NOUNS = frozenset("wie auch selbst sogar nur".split())
_PRONOUNS = (("er",), ("sie",), ("man",))
# Ends of nouns for what can be read.
_PAPERS = tuple(
    "bericht mitteilung erklärung schreiben brief studie artikel antrag resolution urteil "
    "kommentar stellungnahme beitrag text papier zeitung ausgabe magazin buch meldung gesetz "
    "entwurf homepage seite seiten website gutachten dokument beschluss vertrag auswertung schild "
    "plakat transparent banner flugblatt zettel protokoll akte akten programm tweet".split()
)


def find_speaker(
    passage: Passage, index: int, finite: int, clause: Phrase, *, passive: bool
) -> Phrase | None:
    """Who speaks by the German verb at word `index`, whose tense the word `finite` carries."""
    lemma = passage.lemmas[index]
    if passive and lemma != "zitieren":
        return _agent(passage, clause)
    if lemma in _WITHOUT_SUBJECT:
        return _place(passage, clause) or _first_place(passage, clause[0])
    return _active(passage, index, finite, clause)


def find_english_speaker(
    passage: Passage, index: int, finite: int, clause: Phrase
) -> Phrase | None:
    """The same for an English verb."""
    first = clause[0]
    apart = _before_apposition(passage, first, "en") if finite == first else None
    return apart or english_speaker(passage, index, finite, clause)


def _active(passage: Passage, index: int, finite: int, clause: Phrase) -> Phrase | None:
    lemma = passage.lemmas[index]
    if lemma == "zitieren":
        return _quoted_person(passage, finite, clause)
    if lemma in _FOUND:
        return _where_found(passage, finite, clause)
    first = clause[0]
    if finite - 1 > first and passage.lowers[finite - 1] in CONJUNCTIONS["de"]:
        earlier = guess_finite(passage, first, finite - 1, "de")
        if earlier is not None:
            return _subject_at(passage, earlier, clause)
    return _subject_at(passage, finite, clause) or find_paper(passage, clause)


def _quoted_person(passage: Passage, finite: int, clause: Phrase) -> Phrase | None:
    """Find who is quoted: "Das Blatt zitiert den Minister", else the subject."""
    subject = _subject_at(passage, finite, clause)
    if not subject:
        return None
    start = max(subject[1], finite) + 1
    if start > clause[1]:
        return subject
    return noun_phrase(passage, start, clause[1] + 1, "de") or subject


def _place(passage: Passage, clause: Phrase) -> Phrase | None:
    """Find the paper that speaks: "In dem Antrag heißt es"."""
    first, last = clause
    for index in range(first, last):
        if passage.lowers[index] in _PLACES:
            return noun_phrase(passage, index + 1, last + 1, "de")
    return None


def _first_place(passage: Passage, first: int) -> Phrase | None:
    """The paper with which the sentence opens: "In dem Bericht, der heute erschien, heißt es"."""
    start = max((head for head in passage.heads if head <= first), default=0)
    if start >= first or passage.lowers[start] not in _PLACES:
        return None
    return noun_phrase(passage, start + 1, first, "de")


def _where_found(passage: Passage, finite: int, clause: Phrase) -> Phrase | None:
    """Whose words stand somewhere: "In dem Gesetz steht der Satz" says the law."""
    subject = _subject_at(passage, finite, clause)
    noun = passage.lowers[subject[1]] if subject else ""
    is_thing = noun.endswith(THINGS) and not noun.endswith(BODIES)
    if subject and not is_thing and not is_wording(passage, subject):
        return subject
    return find_paper(passage, clause)


def is_wording(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase stands for the words themselves: "der Satz", "die Rede"."""
    noun = passage.lowers[phrase[1]]
    return noun.endswith(_WORDING) and not noun.endswith("umfrage")


def _agent(passage: Passage, clause: Phrase) -> Phrase | None:
    """By whom it is said in the passive, or in which paper: "In dem Bericht wird vermutet"."""
    first, last = clause
    for index in range(first, last):
        if passage.lowers[index] in _AGENTS:
            return noun_phrase(passage, index + 1, last + 1, "de")
    return find_paper(passage, clause)


def find_paper(passage: Passage, clause: Phrase) -> Phrase | None:
    """The paper in which something stands: "In einem Schreiben war davon die Rede"."""
    found = _place(passage, clause) or _first_place(passage, clause[0])
    return found if found and is_paper(passage, found) else None


def is_paper(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase names something to read: "einem Bericht der Stadt"."""
    words = range(phrase[0], phrase[1] + 1)
    return any(passage.capital[at] and passage.lowers[at].endswith(_PAPERS) for at in words)


def _subject_at(passage: Passage, finite: int, clause: Phrase) -> Phrase | None:
    first, last = clause
    if passage.lowers[first] == "wie" and finite > first:
        return subject_after(passage, first + 1, finite, "de")
    if finite == first:
        following = subject_after(passage, finite + 1, last + 1, "de")
        if following and passage.lowers[following[0]] in _NOMINATIVE:
            return following
        earlier = _before_apposition(passage, first, "de")
        return earlier or following or _start_of_sentence(passage, first)
    if finite > first + 1 and _is_relative(passage, first, finite, last):
        return _subject_of_relative(passage, first, finite)
    shares = finite - first == 1 and passage.lowers[first] in _SHARING
    own = _shared_subject(passage, first) if shares else _own_subject(passage, first, finite)
    return own or find_subject(passage, finite, clause, "de")


def _subject_of_relative(passage: Passage, first: int, finite: int) -> Phrase | None:
    antecedent = _noun_before(passage, first)
    if passage.lowers[first] in ("der", "welcher"):
        return antecedent or (first, first)
    begin = first + 1
    if passage.lowers[first] in PREPOSITIONS["de"]:
        # "über die der Minister", "in dessen Folge der Minister".
        begin += 2 if passage.lowers[first + 1] in ("dessen", "deren") else 1
    return subject_after(passage, begin, finite, "de") or antecedent


def _is_relative(passage: Passage, first: int, finite: int, last: int) -> bool:
    """Whether a clause behind a comma opens with a relative pronoun, not with "als der"."""
    if "," not in passage.gaps[first] or passage.lowers[first] in SUBORDINATORS["de"]:
        return False
    if finite < last and passage.lowers[first] in PREPOSITIONS["de"]:
        # "…, in der Stadt zeigt sich aber" is a main clause.
        governed = noun_phrase(passage, first + 1, finite, "de")
        if governed and governed[1] == finite - 1:
            return False
    return opens_relative(passage, first, "de")


def _shared_subject(passage: Passage, first: int) -> Phrase | None:
    """The subject of the main clause before: "Er lehnte ab, und nannte es einen Fehler"."""
    if passage.lowers[first + 2 : first + 3] in _PRONOUNS:
        return None
    number = passage.clause_of(first)
    for earlier in range(number - 1, max(-1, number - _FAR), -1):
        begin, end = passage.clauses[earlier]
        if not opens_subordinate(passage, begin, "de"):
            verb = guess_finite(passage, begin, end, "de")
            if verb is not None and verb > begin and not has_subjunctive(passage, begin, end):
                return find_subject(passage, verb, (begin, end), "de")
        if begin in passage.heads:
            break
    return None


def _own_subject(passage: Passage, first: int, finite: int) -> Phrase | None:
    """The noun phrase between "und" and the second verb of a clause: "… und die Polizei sagte"."""
    if passage.lowers[first] in SUBORDINATORS["de"]:
        return None
    for index in range(finite - 2, first + 1, -1):
        if passage.lowers[index] not in _SHARING:
            continue
        found = noun_phrase(passage, index + 1, finite, "de")
        parted = found and found[1] == finite - 1 and passage.lowers[index + 1] not in NO_SUBJECT
        verb = guess_finite(passage, first, index - 1, "de") if parted else None
        # "Die betroffenen Ärzte und Pfleger sagten": before a noun it is no verb.
        return found if verb is not None and not passage.capital[verb + 1] else None
    return None


def _before_apposition(passage: Passage, first: int, language: Language) -> Phrase | None:
    """The subject at the start of the sentence when only appositions stand before the verb."""
    number = passage.clause_of(first)
    if number < _TWO_BREAKS or QUOTED in passage.gaps[first]:
        return None
    start = number - 1
    while (
        start > 0 and "," in passage.gaps[passage.clauses[start][0]] and number - start < _FAR - 2
    ):
        start -= 1
    for place in range(start, number - 1):
        if _tells_between(passage, place + 1, number, language):
            continue
        begin, end = passage.clauses[place]
        begins = begin + 1 if passage.lowers[begin] in _BEFORE_NOUNS and begin < end else begin
        if not _opens_noun(passage, begins, language):
            continue
        found = noun_phrase(passage, begins, end + 1, language)
        if found and (found[1] == end or _is_place(passage, found[1] + 1, end, language)):
            return found
    return None


def _tells_between(passage: Passage, first: int, stop: int, language: Language) -> bool:
    """Whether a main clause stands between: "Der Klub, der zahlt, ist reich, sagt Muster"."""
    clauses = passage.clauses[first:stop]
    return any(guess_finite(passage, begin, end, language) == begin for begin, end in clauses)


def _opens_noun(passage: Passage, first: int, language: Language) -> bool:
    lower = passage.lowers[first]
    if lower in SUBORDINATORS[language] or lower in PREPOSITIONS[language]:
        return False
    named = passage.capital[first] or lower in DETERMINERS[language] or lower in PERSONAL[language]
    return named or (passage.words[first][0].isupper() and lower not in FUNCTION_WORDS[language])


def _is_place(passage: Passage, first: int, last: int, language: Language) -> bool:
    """Whether nothing but a place hangs on the noun before: "im Landtag"."""
    if first >= last or passage.lowers[first] not in PREPOSITIONS[language]:
        return False
    found = noun_phrase(passage, first + 1, last + 1, language)
    return found is not None and found[1] == last


def _start_of_sentence(passage: Passage, first: int) -> Phrase | None:
    """The noun phrase with which the sentence opens, if nothing is quoted in between."""
    number = passage.clause_of(first)
    start = number
    while start > 0 and number - start < _FAR and passage.clauses[start][0] not in passage.heads:
        if QUOTED in passage.gaps[passage.clauses[start][0]]:
            return None
        start -= 1
    begin, end = passage.clauses[start]
    if passage.lowers[begin] in SUBORDINATORS["de"]:
        return None
    found = noun_phrase(passage, begin, end + 1, "de")
    return found if found and passage.lowers[begin] not in PREPOSITIONS["de"] else None


def _noun_before(passage: Passage, first: int) -> Phrase | None:
    """The noun phrase that ends right before a relative clause."""
    begin, end = passage.clauses[passage.clause_of(first) - 1]
    for index in range(max(begin, end - 6), end + 1):
        found = noun_phrase(passage, index, end + 1, "de")
        if found and found[1] == end:
            return found
    return None
