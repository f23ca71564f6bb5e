"""Words that people put around the name of a topic, folded: the topic is meant without them."""

from __future__ import annotations

COMPANION_WORDS = frozenset(
    "projekt projekte programm vorhaben konzern firma unternehmen gruppe chef chefin aktie aktien "
    "streit plan plaene thema themen news nachrichten neuigkeiten bericht berichte lage debatte "
    "krise fall affaere initiative kampagne modell modelle plattform dienst marke "
    "project program programme company group boss ceo share shares stock stocks dispute topic "
    "topics update updates report reports story stories case affair deal model models "
    "der die das den dem des ein eine the a an".split()
)

# Nouns that many articles repeat and nobody asks for as a topic; folded base forms.
NO_TOPIC_WORDS = frozenset(
    "milliarde million tausend hundert dollar euro prozent jahr monat woche tag stunde minute uhr "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar maerz april mai "
    "juni juli august september oktober november dezember frage antwort mensch leute zeit seite "
    "land stadt beispiel teil zahl grund ende anfang ziel weg fall art weise bereich angabe "
    "unternehmen firma konzern sprecher sprecherin bericht artikel kommentar meter kilometer "
    "billion thousand hundred percent year month week hour minute people person company "
    "number question answer place thing group story report spokesman spokeswoman according "
    "first second third would could should there their after before about being which while "
    "where other because against under still since during between through".split()
)
