"""Questions for a sum, a count, a time, a person or a place, in German and English.

Only what is asked for is read here; of which topic it is asked is known by the names in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.seeking import Sought
from bot.dialogue.heard import Word, count_aside, is_acronym, join
from bot.dialogue.requests import Asked
from bot.dialogue.vocabulary import GREETING, OPENING, POLITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.seeking import SoughtKind

_MUCH = frozenset("viel viele vieler vielen much many".split())
_MUCH_IN_ONE = frozenset("wieviel wieviele wievielen".split())
_DEAR = frozenset("teuer expensive".split())
_HIGH = frozenset("hoch high".split())
_COSTS = frozenset(
    "kostet kosten kostete kosteten gekostet preis preise cost costs price prices budget "
    "investition investitionen investment investments".split()
)
_MONEY = frozenset(
    "geld money dollar dollars euro euros kapital capital million millionen millions milliarde "
    "milliarden billion billions".split()
)
_LONG = frozenset("lang lange long".split())
_WHERE = frozenset("wo where wheres woher wohin".split())
# Behind "wie viel", "how much": no noun, so that a sum is asked for.
_NO_NOUN = _COSTS | frozenset(
    "does do did will would is are was were has have had can could should ist sind war waren wird "
    "werden wurde wurden hat haben hatte kann soll sollen will wollen zahlt zahlen zahlte bezahlt "
    "investiert investieren investierte gibt geben gab bietet bieten bot verdient verdienen "
    "verliert verlor braucht brauchen fliesst fliessen steckt stecken".split()
)
_HOW, _WHAT = frozenset({"wie", "how"}), frozenset({"was", "what", "whats"})
_WHEN = frozenset({"wann", "when"})
_WHO = frozenset("wer who whos wem wen whom".split())
_IS = frozenset("ist sind war waren wird is are was were".split())
# "wer ist X" asks for X; "wer ist Chef von X" and "who is behind X" for somebody else.
_OFFICES = frozenset(
    "chef chefin leiter leiterin gruender gruenderin eigentuemer eigentuemerin besitzer "
    "vorsitzende vorsitzender praesident praesidentin direktor direktorin vorstandschef ceo "
    "boss head chief founder founders owner owners chairman president director hinter "
    "behind".split()
)
_SETTING_OUT = OPENING | GREETING | POLITE | frozenset("seit bis ab since until".split())
_IT = "it"
# Pronouns at the end, articles in front of a noun; what may stand behind them.
_POINTING = frozenset("das es dies this that".split())
_BEHIND = frozenset("insgesamt eigentlich denn genau alles cost".split())
# "wie teuer" asks for a price without the word.
_COST = Word("kosten", "kosten")
_NOUN_AND = 3
_PARTICLES = frozenset("der die das den dem the a an eigentlich denn insgesamt".split())


def parse_sought(words: Sequence[Word]) -> Asked | None:
    """What is asked for, with the words that name the topic; None for all other questions."""
    for at in range(min(len(words), count_aside(words, _SETTING_OUT) + 1)):
        found = _read(words[at:])
        if found is not None:
            sought, rest = found
            return Asked(sought, join(rest), is_back=_points_back(rest))
    return None


def _points_back(words: Sequence[Word]) -> bool:
    """Whether a pronoun may stand for the topic of the last answer."""
    keys = [word.key for word in words]
    pointing = [key for key in keys if key not in _BEHIND][-1:]
    return _IT in keys or not _POINTING.isdisjoint(pointing)


def _read(words: Sequence[Word]) -> tuple[Sought, Sequence[Word]] | None:
    first, rest = words[0].key, words[1:]
    if is_acronym(words[0], words) or not rest:
        return None
    if first in _HOW | _MUCH_IN_ONE:
        return _read_how(words)
    if first in _WHAT and _name(rest, _COSTS) and len(rest) > 1:
        return Sought("money"), rest
    if first in _WHEN | _WHERE:
        return Sought("date" if first in _WHEN else "place"), rest
    if first in _WHO and _asks_for_somebody(rest, is_included=first == "whos"):
        return Sought("person"), rest
    return None


def _read_how(words: Sequence[Word]) -> tuple[Sought, Sequence[Word]] | None:
    if words[0].key in _MUCH_IN_ONE:
        return _read_much(words[1:])
    how, rest = words[1].key, words[2:]
    if how in _MUCH:
        return _read_much(rest)
    if how in _LONG and rest:
        return Sought("duration"), rest
    if how in _DEAR or (how in _HIGH and _name(rest, _COSTS)):
        return Sought("money"), [_COST, *rest]
    return None


def _read_much(words: Sequence[Word]) -> tuple[Sought, Sequence[Word]] | None:
    """A sum, or a count of the noun that comes next."""
    if not words:
        return None
    kind: SoughtKind = "money" if words[0].key in _NO_NOUN | _MONEY else "count"
    if kind == "money":
        return (Sought(kind), words) if len(words) > 1 else None
    if len(words) == 1:
        return None
    # "wie viele neue Arbeitsplätze": what is counted is written with a capital.
    is_described = (
        words[0].raw.islower()
        and words[0].raw.endswith(ADJECTIVE_ENDINGS)
        and words[1].raw[:1].isupper()
        and len(words) > _NOUN_AND
    )
    # It may be the topic itself ("wie viele stellen Stargate schafft"), so that it stays.
    return Sought(kind, words[1 if is_described else 0].raw), words[1:]


def _asks_for_somebody(words: Sequence[Word], *, is_included: bool) -> bool:
    """Whether a verb says what the person does, or an office who it is."""
    if not words:
        return False
    if not is_included and words[0].key not in _IS:
        return len(words) > 1
    behind = [word for word in words if word.key not in _PARTICLES]
    start = behind[0 if is_included else 1 :][:1]
    return bool(start) and start[0].key in _OFFICES and len(behind) > 1


def _name(words: Sequence[Word], known: frozenset[str]) -> bool:
    return any(word.key in known for word in words)
