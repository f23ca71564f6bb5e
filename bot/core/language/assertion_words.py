"""Words, folded, that decide whether two sentences of much the same words say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

# They deny what stands behind them. All count as one: "keine 500" denies what "nicht 500" does.
DENYING_WORDS = frozenset(
    "nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinen "
    "keinem keiner keines keinerlei keinesfalls keineswegs mitnichten nein unwahrscheinlich "
    "not never no none nobody nothing nowhere cannot neither unlikely".split()
)
# Before a denial, or behind it, they make it one of time or no denial at all: "noch nicht",
# "not yet", "nicht nur". What was not yet so in spring does not contradict the autumn.
BEFORE_NO_DENIAL = frozenset(["noch"])
BEHIND_NO_DENIAL = frozenset(
    "nur allein bloss lediglich zuletzt mehr laenger yet only just merely least longer more "
    "alone".split()
)

# What somebody intends, tries or fears is not done. The first of a line stands for all of it.
_INTENTIONS = """
    plan planen beabsichtigen vorhaben intend
    consider erwaegen pruefen ueberlegen examine
    try versuchen bemuehen attempt seek
    fail scheitern verpassen
    threaten drohen
    want wuenschen hoffen hope
    demand fordern verlangen urge
    promise versprechen zusagen pledge vow
    avoid vermeiden verhindern prevent stop stoppen
    propose vorschlagen suggest
    refuse weigern verweigern decline verzichten
    expect erwarten
    doubt zweifeln bezweifeln anzweifeln
"""
# Words of one meaning in reports; what is no synonym in every report is left out.
_SYNONYMS = """
    buy kaufen erwerben purchase acquire
    sell verkaufen veraeussern
    rise steigen zunehmen increase
    sink sinken fallen fall
    begin beginnen starten start
    show zeigen vorstellen praesentieren present unveil
    build bauen errichten
    job arbeitsplatz stelle
    company konzern unternehmen firma firm
"""
# What must, may or is going to be is not; by the word as it is written.
_MODALITIES: dict[Language, str] = {
    "de": """
        will wird werden wirst
        want will wollen wollte wollten wolle moechte moechten
        must muss muessen musste mussten
        can kann koennen konnte konnten
        allowed darf duerfen durfte durften
    """,
    "en": """
        will shall we'll they'll it'll he'll she'll won't won’t
        must
        can cannot can't can’t
    """,
}


def _table(lines: str) -> dict[str, str]:
    groups = [line.split() for line in lines.strip().splitlines()]
    return {word: group[0] for group in groups for word in group}


INTENTIONS = _table(_INTENTIONS)
SYNONYMS = _table(_SYNONYMS)
MODALITIES = {language: _table(lines) for language, lines in _MODALITIES.items()}
TO_COME = "will"
# What was is no more.
PAST = frozenset("war waren was were hatte hatten had".split())
# Before "to" they tell of what is to come.
BEING = frozenset("is are".split())
# Verbs that only say that somebody says it.
PLAIN_SAYING = frozenset("sagen erklaeren mitteilen berichten melden say tell state report".split())
