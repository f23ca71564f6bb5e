"""Words of both languages that mean about the same in the news, folded base forms.

For telling what is said twice, where nothing is lost if two of them are not quite one.
"""

from __future__ import annotations

from bot.core.language.assertion_words import SYNONYMS

_SAME = """
verantwortung verantwortlich responsibility responsible
finanziell finanzen financial finance
operativ betrieb operational operation
vorsitz vorsitzend vorsitzende vorsitzender chair chairman chairwoman
standort ort site location
streit konflikt auseinandersetzung dispute odds odd conflict quarrel row
klage klagen verklagen lawsuit suit sue
gericht court
richter richterin judge
urteil entscheidung ruling decision
angebot offerte gebot bid offer
ablehnen zurueckweisen abweisen reject
gruender gruenden mitgruender founder found
verlassen ausscheiden zurueckziehen leave quit
verwaltungsrat vorstand aufsichtsrat board
anteil aktie share stock
boersenwert marktwert value
verlust verlieren loss lose
gewinn profit
umsatz revenue sale
einigung einigen vereinbaren vereinbarung abkommen agree agreement deal
ankuendigen bekanntgeben announce
vorstellen praesentieren presentation present unveil
veroeffentlichen herausbringen publish release
modell model
geld money
kapital eigenkapital equity capital
geldgeber kapitalgeber investor
bauen bau errichten build construction
eroeffnen eroeffnung oeffnen open opening
schliessen schliessung close closure
entlassen entlassung kuendigen dismiss fire layoff
ernennen ernennung appoint appointment
waehlen wahl elect election vote
gesetz law bill
regierung government
minister ministerin secretary
sprecher sprecherin spokesman spokeswoman
partner partnerin
zoll zoelle tariff
krieg war
angriff attack
toeten tod sterben kill death die
verletzen verletzte injure injured
festnehmen festnahme verhaften arrest
stadt city town
land country
rechenzentrum data
strom power electricity
"""
# They say nothing of what they stand beside.
EMPTY_WORDS = frozenset(
    "liegen kommen nennen geben stehen gehoeren gelten bleiben befinden zaehlen erst neu ander "
    "jahr monat woche tag year month week day "
    "come name call list belong remain lie locate first new american amerikanisch last".split()
)

SAME_WORDS = {
    word: words.split()[0] for words in _SAME.strip().splitlines() for word in words.split()
} | {word: f"~{meaning}" for word, meaning in SYNONYMS.items() if word not in _SAME.split()}
