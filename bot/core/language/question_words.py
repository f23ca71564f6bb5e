"""What the words of a question look for in a sentence, folded base forms, in both languages.

Each line begins with the word that stands for all of it.
"""

from __future__ import annotations


def _table(lines: str) -> dict[str, str]:
    groups = [line.split() for line in lines.strip().splitlines()]
    return {word: group[0] for group in groups for word in group}


MEANINGS = _table(
    """
    lead leiten leiter leiterin leitung fuehren fuehrung chef chefin ceo vorstandschef \
vorstandschefin geschaeftsfuehrer geschaeftsfuehrerin vorsitzende vorsitzender direktor direktorin \
run head boss chief chairman chairwoman director
    found gruenden gruender gruenderin gruendung mitgruender mitgruenderin founder cofounder
    own gehoeren besitzen eigentuemer eigentuemerin besitzer besitzerin eigner owner
    fund finanzieren bezahlen geldgeber investor investieren finance pay invest backer
    begin beginnen starten anfangen start beginn auftakt
    end enden ende schluss finish
    open eroeffnen eroeffnung oeffnen opening
    present vorstellen vorstellung praesentieren ankuendigen ankuendigung verkuenden announce \
announcement unveil introduce
    release veroeffentlichen veroeffentlichung erscheinen herausbringen publish
    last dauern dauer
    worth wert bewerten bewertung value valuation
    decide entscheiden entscheidung urteil urteilen decision rule ruling
    """
)
# At the beginning of a sentence they leave open whose chief or price it tells of.
WHOSE = frozenset(
    "ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner deren dessen its his her "
    "their".split()
)
# They carry a question and say nothing of what is asked for.
CARRYING = frozenset(
    "sein werden haben koennen sollen wollen muessen geben kommen machen tun gehen stehen liegen "
    "stecken insgesamt eigentlich genau viel wie was wer wann bis seit be will have can shall "
    "should would do get go come make there total behind hinter take place stattfinden "
    "passieren happen geld money hoch much many how what who when".split()
)
