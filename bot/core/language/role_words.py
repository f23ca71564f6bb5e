"""A few roles that nearly every article has, in German and English.

English does not tell a chief from a woman who is one, so that few lead from there to German.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.folding import fold
from bot.core.language.reference_words import HOUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.core.models import Language

# German for a man, German for a woman (or "-"), English for a man, English for a woman if other.
_ROLES = """
Präsident, Präsidentin = president
Vizepräsident, Vizepräsidentin = vice president
US-Präsident, US-Präsidentin = U.S. president
Bundeskanzler, Bundeskanzlerin = chancellor
Kanzler, Kanzlerin = chancellor
Premierminister, Premierministerin = prime minister
Premier, - = prime minister
Außenminister, Außenministerin = foreign minister
US-Außenminister, US-Außenministerin = U.S. secretary of state
Innenminister, Innenministerin = interior minister
Finanzminister, Finanzministerin = finance minister
Verteidigungsminister, Verteidigungsministerin = defence minister
Wirtschaftsminister, Wirtschaftsministerin = economy minister
Justizminister, Justizministerin = justice minister
Gesundheitsminister, Gesundheitsministerin = health minister
Verkehrsminister, Verkehrsministerin = transport minister
Umweltminister, Umweltministerin = environment minister
Minister, Ministerin = minister
Senator, Senatorin = senator
Bürgermeister, Bürgermeisterin = mayor
Oberbürgermeister, Oberbürgermeisterin = mayor
Botschafter, Botschafterin = ambassador
Papst, - = pope
König, Königin = king, queen
Prinz, Prinzessin = prince, princess
Richter, Richterin = judge
Bundesrichter, Bundesrichterin = federal judge
Anwalt, Anwältin = lawyer
Rechtsanwalt, Rechtsanwältin = lawyer
Staatsanwalt, Staatsanwältin = prosecutor
Sprecher, Sprecherin = spokesman, spokeswoman
Regierungssprecher, Regierungssprecherin = government spokesman, government spokeswoman
Polizeisprecher, Polizeisprecherin = police spokesman, police spokeswoman
Polizeichef, Polizeichefin = police chief
Vorsitzender, - = chairman
der Vorsitzende, Vorsitzende = chairman, chairwoman
Verwaltungsratsvorsitzender, Verwaltungsratsvorsitzende = board chairman, board chairwoman
Verwaltungsratschef, Verwaltungsratschefin = board chairman, board chairwoman
Vorstandsvorsitzender, Vorstandsvorsitzende = chief executive
Vorstandschef, Vorstandschefin = chief executive
Geschäftsführer, Geschäftsführerin = managing director
Finanzchef, Finanzchefin = chief financial officer
Finanzvorstand, - = chief financial officer
Gründer, Gründerin = founder
Mitgründer, Mitgründerin = co-founder
Unternehmer, Unternehmerin = entrepreneur
Milliardär, Milliardärin = billionaire
Investor, Investorin = investor
Ökonom, Ökonomin = economist
Historiker, Historikerin = historian
Forscher, Forscherin = researcher
Professor, Professorin = professor
Analyst, Analystin = analyst
Autor, Autorin = author
Schriftsteller, Schriftstellerin = writer
Journalist, Journalistin = journalist
Schauspieler, Schauspielerin = actor, actress
Sänger, Sängerin = singer
Regisseur, Regisseurin = director
Trainer, Trainerin = coach
"""

# Behind the name of what they lead: "OpenAI-Chef". Parties have other names in English, so that
# "Grünen-Politikerin" is not told.
_BEHIND_A_HYPHEN = {
    "chef": "chief",
    "chefin": "chief",
    "vorstandschef": "chief executive",
    "vorstandschefin": "chief executive",
    "vorstandsvorsitzender": "chief executive",
    "vorstandsvorsitzende": "chief executive",
    "gruender": "founder",
    "gruenderin": "founder",
    "mitgruender": "co-founder",
    "mitgruenderin": "co-founder",
    "sprecher": "spokesman",
    "sprecherin": "spokeswoman",
    "manager": "manager",
    "managerin": "manager",
    "chairman": "chairman",
}

# Alone they leave open of what; "Vorsitzende" is more with a word before it.
_OF_SOMETHING = frozenset(
    "vorsitzende vorsitzender chef chefin gruender gruenderin mitgruender mitgruenderin sprecher "
    "sprecherin vorstand vorstandschef vorstandschefin vorstandsvorsitzender vorstandsvorsitzende "
    "geschaeftsfuehrer geschaeftsfuehrerin direktor direktorin praesident praesidentin minister "
    "ministerin chairman chairwoman chair chief head founder co-founder spokesman spokeswoman "
    "spokesperson boss ceo director president".split()
)
_OF_SOMETHING_TOO = frozenset(["chief executive", "chief executive officer", "managing director"])

# "der Vorsitzende des Gremiums", "its founder": whose, was said before.
_POINTING = HOUSES | frozenset(
    "gremium gremiums seine seiner sein ihr ihre ihrer deren dessen its his her their".split()
)

_GENITIVE = re.compile(r"(\w{3,})s (\w+)")
_ENGLISH_GENITIVE = re.compile(r"(.+)['’]s (\w+)")


def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    to_english: dict[str, str] = {}
    to_german: dict[str, str] = {}
    for line in _ROLES.strip().splitlines():
        german, english = (part.split(", ") for part in line.split(" = "))
        man, woman = german
        to_english[fold(man)] = english[0]
        if woman != "-":
            to_english[fold(woman)] = english[-1]
        if len(english) > 1:
            to_german.setdefault(english[0], man)
            to_german.setdefault(english[1], woman)
    return to_english, to_german


_TO_ENGLISH, _TO_GERMAN = _tables()


def translate_role(
    role: str, language: Language, owners: Collection[str] = frozenset()
) -> str | None:
    """The role in `language`, from the other one, or None where that is not certain.

    `owners` are the people and organisations whose names are the same in both: only behind these
    is "OpenAI-Chef" or "Trumps Sprecherin" told, as "Frankreich" and "Hans" are no such names.
    """
    return _to_english(role, owners) if language == "en" else _to_german(role, owners)


def is_vague_role(role: str) -> bool:
    """Whether it leaves open of what: "der Vorsitzende", "chief executive"."""
    folded = fold(role)
    return folded in _OF_SOMETHING_TOO or folded.removeprefix("der ") in _OF_SOMETHING


def points_elsewhere(role: str) -> bool:
    """Whether it is understood only behind the sentences before: "Vorsitzende des Gremiums"."""
    return not _POINTING.isdisjoint(fold(role).split())


def _to_english(role: str, owners: Collection[str]) -> str | None:
    known = _TO_ENGLISH.get(fold(role))
    if known:
        return known
    genitive = _GENITIVE.fullmatch(role)
    if genitive:
        head = _TO_ENGLISH.get(fold(genitive[2]))
        is_certain = genitive[1] in owners and f"{genitive[1]}s" not in owners
        return f"{genitive[1]}'s {head}" if head and is_certain else None
    name, hyphen, head = role.rpartition("-")
    behind = _BEHIND_A_HYPHEN.get(fold(head))
    return f"{name} {behind}" if hyphen and behind and name in owners else None


def _to_german(role: str, owners: Collection[str]) -> str | None:
    known = _TO_GERMAN.get(role.lower())
    if known:
        return known
    genitive = _ENGLISH_GENITIVE.fullmatch(role)
    if not genitive or genitive[1] not in owners or genitive[1][-1] in "sxzß":
        return None
    head = _TO_GERMAN.get(genitive[2].lower())
    return f"{genitive[1]}s {head}" if head else None
