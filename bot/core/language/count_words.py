"""Words, folded base forms, that say what a number is about, in both languages.

Each line of a table begins with the word that stands for all of it.
"""

from __future__ import annotations


def _table(lines: str) -> dict[str, str]:
    groups = [line.split() for line in lines.strip().splitlines()]
    return {word: group[0] for group in groups for word in group}


# What became of people or things, or which sum it is: numbers of two of these are two numbers.
OUTCOMES = _table(
    """
    injured verletzen verletzt verletzte verletzter injure injury hurt wound wounded casualty
    dead tot tote toter todesopfer sterben toeten getoetet umkommen leben kill die death \
    fatality perish life
    survived ueberleben ueberlebt ueberlebende ueberlebender survive survivor
    missing vermissen vermisst vermisste vermisster
    rescued retten gerettet rettung rescue save
    arrested festnehmen festnahme festgenommen festgenommene verhaften verhaftung arrest detain
    evacuated evakuieren evakuierung evacuate evacuation
    homeless obdachlos obdachlose
    sick erkranken erkrankt erkrankte infizieren infizierte infect
    destroyed zerstoeren zerstoert zerstoerung destroy
    damaged beschaedigen beschaedigt beschaedigung damage
    cut streichen abbauen wegfallen entfallen kuendigen entlassen layoff dismiss axe
    hired einstellen schaffen hire create recruit
    cost kosten preis teuer price expensive baukosten gesamtkosten projektkosten spend ausgeben \
    investieren invest
    granted geben foerdern foerderung zuschuss beisteuern grant subsidy contribute subsidise
    profit gewinn ueberschuss earnings
    loss verlust
    debt schulden schuld
    fine strafe bussgeld geldstrafe penalty
    stolen stehlen gestohlen erbeuten erbeutet beute steal loot
    sold verkaufen verkauft verkauf absatz absetzen sell sale sales umsatz erloes revenue turnover
    built bauen bau neubau errichten build construction erect
    bought kaufen kauf uebernehmen uebernahme kaufpreis buy purchase takeover acquire
    offered bieten angebot offerte offer bid
    produced produzieren herstellen produktion produce production
    length lang laenge long
    width breit breite wide
    height hoch hoehe high tall
    depth tief tiefe deep
    closed schliessen geschlossen schliessung close shut
    adopted beschliessen billigen annehmen approve adopt pass
    rejected ablehnen reject
    opened oeffnen eroeffnen eroeffnung open
    weight schwer gewicht wiegen heavy weigh
    """
)
# Different words for the same things and events.
THINGS = _table(
    """
    people mensch person personen leute einwohner bewohner buerger anwohner resident inhabitant
    job stelle arbeitsplatz arbeitsstelle position beschaeftigte mitarbeiter employee worker staff
    house haus wohnhaus gebaeude home building
    flat wohnung apartment
    visitor besucher gast zuschauer guest spectator attendee
    protest demonstrieren demonstration demo demonstrant kundgebung protestieren protester \
demonstrator protestmarsch rally march teilnehmer participant
    fire brand feuer brennen grossbrand burn blaze
    storm sturm unwetter orkan hurricane
    flood hochwasser flut ueberschwemmung flooding
    accident unfall unglueck crash
    bridge bruecke
    quay kai
    harbour hafen port harbor
    school schule
    hospital krankenhaus klinik clinic
    tunnel tunnels
    road strasse street motorway autobahn
    railway bahn bahnstrecke rail
    stadium stadion
    reservoir talsperre stausee
    library bibliothek buecherei
    family familie
    museum museen
    member mitglied
    copy exemplar
    boat boot schiff ship vessel
    ticket karte eintrittskarte
    car auto fahrzeug wagen vehicle
    vote stimme
    tree baum
    pupil schueler student
    passenger passagier fahrgast reisende
    child children kind
    woman women frau
    man men mann
    adult erwachsene erwachsener
    soldier soldat
    household haushalt
    shop geschaeft
    company companies firma betrieb unternehmen firm
    refugee fluechtling gefluechtete gefluechteter
    firefighter feuerwehrmann feuerwehrleute feuerwehrfrau feuerwehrleuten
    officer polizist polizistin polizeibeamte
    teacher lehrer lehrerin lehrkraft
    doctor arzt aerztin physician
    farmer landwirt landwirtin
    animal tier
    cow kuh
    sheep schaf
    village dorf
    application antrag bewerbung
    case fall
    infection infektion ansteckung
    complaint beschwerde
    bed bett
    room zimmer
    train zug
    flight flug
    plane flugzeug aircraft
    truck lastwagen lkw lorry
    power strom electricity
    water wasser
    council rat gemeinderat stadtrat
    police polizei
    flu grippe influenza
    absent fehlen
    patient patienten patientin
    help hilfe helfen
    received bekommen erhalten receive
    arrived ankommen arrive
    brigade feuerwehr
    treated behandeln treat
    sued klagen verklagen sue
    deployed einsatz deploy
    move umzug umziehen
    bankrupt pleite insolvent insolvenz
    run lauf
    earthquake erdbeben beben quake
    explosion explosionen blast
    election wahl
    strike streik
    warning warnung
    attack angriff anschlag
    building_work ausbau umbau expansion extension
    year jahr
    """
)
# Nouns like verbs: a compound means what they mean ("Baukosten"), but "überleben" is not to live.
NOUNS_LIKE_VERBS: frozenset[str] = frozenset(
    "kosten schulden hafen unternehmen personen beben wagen museen patienten explosionen".split()
)
# Most compounds of these mean something else: "Landkarte", "Kreditkarte".
ALONE: frozenset[str] = frozenset({"karte"})
# A verb with a part that stands apart from it: "baut 300 Stellen ab".
PARTED = {
    ("bauen", "ab"): "cut",
    ("fallen", "weg"): "cut",
    ("stellen", "ein"): "hired",
    ("kommen", "um"): "dead",
    ("nehmen", "fest"): "arrested",
    ("lehnen", "ab"): "rejected",
}
# Of these anything may be counted that is said of them.
PEOPLE = "people"
# They say nothing about what is counted.
EMPTY = frozenset(
    """
    million milliarde tausend billion euro dollar franken pfund pound prozent percent neu new
    gross big ganz whole insgesamt total gesamt summe sum rund etwa about zahl number betrag amount
    angabe angeben zahlen pay betragen belaufen liegen put stand reach erreichen zaehlen count
    nennen rechnen expect erwarten schaetzen estimate melden report sprechen speak machen make
    erzielen kommen come nehmen teil take part stadt city town firma unternehmen company konzern
    verlag publisher group gruppe building_work year work start bleiben record rekord at half
    jaehrlich
    """.split()
)
