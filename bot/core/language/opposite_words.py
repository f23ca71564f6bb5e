"""Words, folded base forms, of which one says the contrary of the other, in both languages.

Only those of which both cannot be true of one thing at one time: who buys may sell as well, and
a bridge that opens in the morning may close at night.
"""

from __future__ import annotations

# Each line is a pair of sides; the dictionary takes "rose" and "gefallen" for other words.
_OPPOSITES = """
    steigen zunehmen klettern zulegen anziehen wachsen ansteigen erhoehen anheben aufstocken \
rise rose increase grow climb raise hike \
    | sinken fallen gefallen abnehmen zurueckgehen schrumpfen nachgeben senken verringern \
absenken reduzieren einbrechen sink fall fell drop decline decrease shrink lower reduce
    genehmigen billigen bewilligen zustimmen annehmen befuerworten approve accept \
    | ablehnen zurueckweisen abweisen verwerfen reject dismiss
    gewinnen siegen win won | verlieren verloren unterliegen lose lost
    erlauben gestatten zulassen allow permit | verbieten untersagen ban prohibit forbid
    freisprechen acquit | verurteilen convict
    ueberleben survive | sterben umkommen die
    gewinn profit | verlust loss
    rechtmaessig zulaessig legal lawful | rechtswidrig unzulaessig illegal unlawful
    gueltig wirksam valid | ungueltig unwirksam invalid
    schuldig guilty | unschuldig innocent
"""
# Of these it may be said that they rose or fell.
COUNTED = frozenset("gewinn verlust profit loss".split())
# Verbs with the part that stands at the end of their clause.
_PARTED = """
    nehmen zu zunehmen
    legen zu zulegen
    ziehen an anziehen
    steigen an ansteigen
    heben an anheben
    nehmen ab abnehmen
    gehen zurueck zurueckgehen
    geben nach nachgeben
    brechen ein einbrechen
    senken ab absenken
    stimmen zu zustimmen
    nehmen an annehmen
    lehnen ab ablehnen
    weisen zurueck zurueckweisen
    weisen ab abweisen
    lassen zu zulassen
    sprechen frei freisprechen
    kommen um umkommen
"""


def _sides() -> dict[str, tuple[int, bool]]:
    lines = _OPPOSITES.strip().splitlines()
    pairs = [line.split("|") for line in lines]
    return {
        word: (number, side == 0)
        for number, pair in enumerate(pairs)
        for side, words in enumerate(pair)
        for word in words.split()
    }


# A word to its pair and whether it is on the first side of it.
OPPOSITES = _sides()
PARTED_OPPOSITES = {
    (verb, part): whole
    for verb, part, whole in (line.split() for line in _PARTED.strip().splitlines())
}
