"""Words of saying, claiming, denying and judging in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.core.language.folding import fold

if TYPE_CHECKING:
    from bot.core.models import Language, Stance

Strength = Literal["say", "clause", "act", "weak"]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """How a verb introduces speech.

    strength: "say" opens any content, "clause" needs a that-clause, an infinitive or the
    subjunctive, "act" is speech without a content clause ("wies Vorwürfe zurück"), "weak" only
    goes with quotation marks. `particle` must stand at the end of its clause.
    """

    strength: Strength
    particle: str = ""
    stance: Stance = "unclear"


def _verbs(
    table: tuple[tuple[Strength, Stance, str], ...],
) -> dict[str, tuple[SpeechVerb, ...]]:
    out: dict[str, tuple[SpeechVerb, ...]] = {}
    for strength, stance, verbs in table:
        for entry in verbs.split():
            lemma, _, particle = entry.partition("+")
            verb = SpeechVerb(strength, particle.replace("_", " "), stance)
            out[lemma] = (*out.get(lemma, ()), verb)
            if particle and "_" not in particle:
                joined = fold(particle) + lemma
                out[joined] = (*out.get(joined, ()), SpeechVerb(strength, "", stance))
    return out


# Lemmas are folded (ä is ae); "geben+bekannt" is "gab … bekannt" and "bekanntgeben".
_GERMAN_VERBS = _verbs(
    (
        (
            "say",
            "unclear",
            (
                "sagen erklaeren teilen+mit berichten schreiben betonen aeussern fuegen+hinzu "
                "melden geben+bekannt geben+an kuendigen+an antworten entgegnen erwidern "
                "kommentieren verkuenden zitieren meinen behaupten versichern beteuern "
                "bekraeftigen verlauten verlautbaren vermelden erzaehlen schildern erlaeutern "
                "ergaenzen hervorheben heben+hervor streichen+heraus streichen+hervor "
                "heben+heraus fuehren+aus argumentieren konstatieren resuemieren bilanzieren "
                "urteilen warnen mahnen raeumen+ein zugeben geben+zu gestehen stellen+fest "
                "stellen+klar bestaetigen heissen twittern posten fragen rufen skandieren "
                "schwaermen spotten witzeln scherzen prognostizieren beklagen ausdruecken "
                "appellieren sprechen+aus sagen+aus formulieren ausrufen unterstreichen "
                "erinnern machen+deutlich machen+klar halten+fest halten+entgegen praezisieren "
                "orakeln monieren jubeln poltern zusammenfassen fassen+zusammen lassen+wissen "
                "lassen+verlauten legen+dar deuten+an legen+nahe bemerken merken+an kontern "
                "bringen+zum_ausdruck stellen+in_aussicht loben+aus geloben bekunden "
                "informieren werfen+ein mitteilen lauten"
            ),
        ),
        ("say", "unclear", ("raten empfehlen plaedieren versprechen sagen+zu sichern+zu")),
        (
            "say",
            "against",
            (
                "kritisieren bemaengeln dementieren bestreiten streiten+ab bezweifeln "
                "zweifeln+an schimpfen"
            ),
        ),
        (
            "clause",
            "unclear",
            (
                "klagen glauben hoffen vermuten befuerchten fuerchten schaetzen erwarten fordern "
                "verlangen begruenden gehen+davon_aus gehen+aus davon_ausgehen weisen+hin "
                "weisen+darauf_hin verweisen schlagen+vor rufen+auf fordern+auf bitten drohen "
                "beschliessen ankuendigen anregen regen+an signalisieren vertreten "
                "schliessen+aus nehmen+an annehmen ueberzeugen bedauern einigen vereinbaren "
                "draengen verdeutlichen zeigen ergeben gehen+hervor hervorgehen herausfinden "
                "finden+heraus einschaetzen schaetzen+ein aussagen besagen entscheiden "
                "entschieden denken erhoffen stehen berufen bescheinigen attestieren wagen "
                "rechtfertigen ausgehen+davon werden+bekannt mutmassen spekulieren unterstellen "
                "insistieren beharren pochen bekennen raeumen+ein zeigen+sich erfahren "
                "nehmen+stellung "
                "feststellen erklaeren+sich_bereit lassen+durchblicken beantragen erwaegen"
            ),
        ),
        (
            "clause",
            "against",
            (
                "werfen+vor vorwerfen beschuldigen bezichtigen anklagen klagen+an verdaechtigen "
                "lehnen+ab weigern weisen+zurück widersprechen protestieren prangern+an "
                "verurteilen beschweren ruegen verneinen leugnen ausschliessen angreifen "
                "greifen+an"
            ),
        ),
        (
            "clause",
            "for",
            ("begruessen loben wuerdigen unterstuetzen befuerworten einsetzen verteidigen danken"),
        ),
        ("act", "unclear", ("bezeichnen nennen")),
        (
            "weak",
            "unclear",
            (
                "nennen bezeichnen sehen sprechen finden halten werten einstufen stufen+ein "
                "beschreiben bewerten reagieren zeigen titeln tituliert betiteln ueberschreiben "
                "wollen charakterisieren definieren lesen stehen wissen verstehen vergleichen "
                "sichern beurteilen fallen wenden lassen feiern kuendigen meckern stellen "
                "interpretieren deuten gratulieren entschuldigen"
            ),
        ),
    )
)
_ENGLISH_VERBS = _verbs(
    (
        (
            "say",
            "unclear",
            (
                "say tell state add explain report announce declare write reply respond note "
                "claim argue insist stress emphasize emphasise confirm acknowledge admit "
                "concede comment remark recall predict warn assert maintain tweet post ask "
                "shout reveal disclose observe conclude testify boast joke quip caution "
                "complain suggest reiterate vow pledge promise affirm contend allege quote "
                "point+out"
            ),
        ),
        ("say", "against", ("deny dispute doubt counter criticize criticise lament question")),
        (
            "clause",
            "unclear",
            (
                "believe think hope fear expect estimate demand propose request urge indicate "
                "show find speculate suspect hint imply decide agree threaten assume order "
                "recommend find+out"
            ),
        ),
        (
            "clause",
            "against",
            (
                "accuse reject oppose refuse blame condemn denounce dismiss rebuff rebut attack "
                "slam blast contradict"
            ),
        ),
        ("clause", "for", ("praise welcome support endorse hail applaud back defend thank")),
        ("act", "unclear", ("call describe label")),
        ("weak", "unclear", ("call describe label dub brand see put speak stand")),
    )
)
SPEECH_VERBS: dict[Language, dict[str, tuple[SpeechVerb, ...]]] = {
    "de": _GERMAN_VERBS,
    "en": _ENGLISH_VERBS,
}

# "laut X", "X zufolge", "nach Angaben von X".
SOURCE_PREPOSITIONS: dict[Language, frozenset[str]] = {
    "de": frozenset("laut gemäß lt".split()),
    "en": frozenset(),
}
SOURCE_NOUNS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "angabe angaben bewertung bekunden darstellungen lesart auskunft meinung ansicht "
        "auffassung wort worte worten einschätzung "
        "darstellung aussage aussagen information informationen bericht berichte berichten "
        "erkenntnis erkenntnisse erkenntnissen schätzung schätzungen meldung meldungen "
        "medienbericht medienberichte medienberichten presseberichten pressebericht "
        "zeitungsberichten agenturberichten agenturmeldungen medienangaben presseangaben "
        "polizeiangaben behördenangaben zeugenaussagen augenzeugenberichten überzeugung "
        "mitteilung erklärung urteil umfrage studie vernehmen prognose prognosen berechnungen "
        "berechnung medieninformationen eigenangaben pressemitteilung unternehmensangaben "
        "regierungsangaben zeitungsbericht fernsehberichten zeugenangaben "
        "gutachten statistik analyse pressemeldungen behauptung stellungnahme erfahrung "
        "erfahrungen recherchen ergebnis endergebnis "
        "wahlergebnis planungen plänen idee ideen "
        "vorstellungen vorschlag vorschlägen beobachtungen untersuchung untersuchungen".split()
    ),
    "en": frozenset("view opinion words account estimate estimates".split()),
}
# What somebody says or thinks, unlike a report: not the word speaks but whose word it is.
SPOKEN_NOUNS: frozenset[str] = frozenset(
    "angabe angaben wort worte worten aussage aussagen auskunft ansicht auffassung meinung "
    "einschätzung darstellung darstellungen überzeugung bekunden lesart".split()
)
SOURCE_MARKS: dict[Language, frozenset[str]] = {
    "de": frozenset("demnach demzufolge wonach".split()),
    "en": frozenset("reportedly allegedly".split()),
}

# A claim of this kind about somebody, with a negation in it, is against them.
CLAIMING: frozenset[str] = frozenset("behaupten claim allege contend unterstellen".split())
NEGATORS: frozenset[str] = frozenset(
    "nicht nichts nie niemals kein keine keinen keinem keiner keinerlei ohne weder kaum "
    "not never no none without neither cannot hardly".split()
)
AGAINST_WORDS: frozenset[str] = frozenset(
    "lügner betrüger verräter heuchler versager lüge lügen betrug unsinn quatsch blödsinn "
    "lügnerin betrügerin verräterin heuchlerin versagerin diktatorin "
    "falsch unwahr haltlos absurd inakzeptabel unakzeptabel skandal skandalös wortbruch "
    "unverschämtheit unverantwortlich gefährlich katastrophe fehler irrweg zumutung farce "
    "desaster lächerlich peinlich unerträglich untragbar rechtswidrig illegal verfassungswidrig "
    "überflüssig unrealistisch zynisch feige diktator terroristen terrorist schande "
    "kriegsverbrecher kapitulation provokation erpressung unseriös naiv populistisch liar fraud "
    "cheat traitor hypocrite lie lies nonsense false unacceptable scandal scandalous disaster "
    "mistake ridiculous outrageous disgrace shameful reckless wrong untrue irresponsible "
    "dangerous swindler scam".split()
)
FOR_WORDS: frozenset[str] = frozenset(
    "glücksfall held heldin vorbild patriot patrioten meilenstein erfolg großartig hervorragend "
    "richtig vorbildlich genie visionär durchbruch segen wegweisend historisch freund hero "
    "genius milestone success great excellent brilliant breakthrough "
    "visionary friend".split()
)
# Lemmas; the quotation's own words that ask for trust or withdraw it.
TRUST_PHRASES: tuple[tuple[str, ...], ...] = (
    ("glauben", "schenken"),
    ("vertrauen", "schenken"),
    ("zu", "vertrauen"),
    ("take", "at", "their", "word"),
)
DOUBTS: frozenset[str] = frozenset(
    "zweifel kritik bedenken vorwürfe vorwurf doubts doubt criticism concerns".split()
)
PRAISES: frozenset[str] = frozenset(
    "lob zustimmung unterstützung verständnis praise support".split()
)
# "sprach sich gegen den Verkauf aus", "stood by him": the preposition decides.
_SPEAKING: dict[str, Stance] = {"gegen": "against", "against": "against", "für": "for"}
SIDES: dict[str, dict[str, Stance]] = {
    "sprechen": _SPEAKING,
    "aussprechen": _SPEAKING,
    "speak": {"against": "against"},
    "stellen": {"hinter": "for"},
    "stand": {"by": "for", "behind": "for", "against": "against"},
}
# "sprach sich für sie aus" takes sides, "sprach für sie" does not.
REFLEXIVE: frozenset[str] = frozenset("sprechen aussprechen stellen".split())
# What somebody who demands or threatens is against: "zum Rücktritt aufgefordert".
HOSTILE_ENDS: frozenset[str] = frozenset("rücktritt resign resignation klage sue lawsuit".split())
DEMANDING: frozenset[str] = frozenset(
    "fordern auffordern drohen verlangen urge call demand threaten ask".split()
)

# Lemmas of verbs that reject, and what is rejected when others have spoken.
REJECTING: frozenset[str] = frozenset(
    "weisen zurueckweisen bestreiten dementieren streiten abstreiten widersprechen leugnen "
    "deny reject dispute dismiss refute rebut rebuff contradict".split()
)
# Those of them that need no object: "Altman widersprach."
CONTRADICTING: frozenset[str] = frozenset("widersprechen dementieren contradict".split())
ACCUSATIONS: frozenset[str] = frozenset(
    "vorwurf vorwürfe vorwürfen vorwurfs kritik anschuldigung anschuldigungen beschuldigung "
    "beschuldigungen behauptung behauptungen darstellung darstellungen bericht berichte "
    "berichten spekulationen gerüchte aussage aussagen verdacht unterstellungen forderung "
    "forderungen einwände bedenken zweifel zweifeln befürchtungen accusation accusations "
    "allegation allegations claim claims charge charges criticism report concerns doubts "
    "reports suggestion suggestions rumours rumors".split()
)
# Behind these words stands what was criticised or doubted, not whose word it was: "Kritik am Bau".
ABOUT_WHAT: frozenset[str] = frozenset(
    "gegen an am zu zum zur über wegen um against about on over regarding concerning".split()
)
# So it does behind "of": "criticism of the plan", unlike "claims of the mayor".
DOUBTING_NOUNS: frozenset[str] = frozenset("criticism concerns doubts".split())
# In the subjunctive they give again what was quoted: "Er hasse also einen der Beteiligten".
GIVING_AGAIN: frozenset[str] = frozenset("also demnach mithin sinngemäß".split())
# A sentence that begins so goes back behind what was told, to what that answers.
GOING_BACK: frozenset[str] = frozenset("zuvor vorher earlier previously".split())
# Folded base forms: of these one is in a sentence that doubts, accuses or claims.
CHALLENGES: frozenset[str] = frozenset(
    "zweifel bezweifeln anzweifeln zweifeln frage infrage kritik kritisieren bemaengeln vorwerfen "
    "vorwurf beschuldigen angreifen warnen behaupten bedenken beanstanden "
    "doubt question criticize criticise criticism accuse attack warn claim allege challenge "
    "dispute".split()
)
# Personal pronouns of whoever is answered: "widersprach ihr".
OBJECTS: frozenset[str] = frozenset("ihm ihn ihr him her".split())
# "Das teilte die Polizei mit.": words that stand for the sentence before.
POINTING: frozenset[str] = frozenset("das dies this that".split())
# What may be said of it in a word or two: "Altman zufolge ist das falsch".
VERDICTS: frozenset[str] = frozenset(
    "falsch richtig unwahr wahr unsinn absurd so nicht ist sei war "
    "wrong right false true untrue nonsense absurd so not is was".split()
)
# Those of them that say that it is not so.
FALSE_VERDICTS: frozenset[str] = frozenset(
    "falsch unwahr unsinn wrong false untrue nonsense absurd".split()
)
# With a negator these say it: "ist das nicht wahr".
TRUE_VERDICTS: frozenset[str] = frozenset("wahr richtig so true right".split())
# Ends of words after which a marked stretch is most often a name or a title.
TITLE_NOUNS: tuple[str, ...] = tuple(
    "zeitung magazin zeitschrift sender projekt film programm gruppe schiff satellit preis "
    "titel serie lied album partei verein organisation name namen sonde spiel motto thema blatt "
    "kategorie buch roman sendung stiftung initiative bündnis typ typs version "
    "newspaper magazine movie song novel series show book called named titled dubbed".split()
)
SO_CALLED: frozenset[str] = frozenset(
    "sogenannte sogenannten sogenannter sogenanntes genannte genannten genannter genannt "
    "so-called".split()
)
TAKE_INFINITIVE: frozenset[str] = frozenset("ask tell vow pledge promise warn".split())
# "ist der Meinung, dass": nouns of thinking, as lemmas.
OPINIONS: frozenset[str] = frozenset("meinung ansicht auffassung ueberzeugung".split())
# Lemmas of what somebody claims, before ", es handle sich um …": "der Vorwurf der Partei".
CLAIMS: frozenset[str] = frozenset(
    "vorwurf behauptung forderung aussage ankuendigung ansicht auffassung these vermutung "
    "warnung hinweis erklaerung drohung begruendung einschaetzung kritik hoffnung befuerchtung "
    "meinung ueberzeugung zusage vorschlag sichtweise darstellung klage beschwerde".split()
)
# Ends of German nouns that cannot speak, and of those among them that stand for people.
THINGS: tuple[str, ...] = tuple(
    "ung ungen keit heit ion ionen nis ismus kritik vorwurf vorwürfe engagement plan pläne".split()
)
BODIES: tuple[str, ...] = tuple(
    "regierung verwaltung leitung führung zeitung vereinigung stiftung abteilung vertretung "
    "versammlung bewegung organisation kommission fraktion koalition opposition union redaktion "
    "delegation institution nation mission direktion division generation station inspektion "
    "parlament regiment mehrheit minderheit einheit mitteilung erklärung meldung sitzung "
    "ordnung verfassung untersuchung begründung fassung schulung siedlung innung".split()
)
# The words at which a source phrase may be recognised.
SOURCE_KEYS: dict[Language, frozenset[str]] = {
    "de": SOURCE_PREPOSITIONS["de"] | SOURCE_MARKS["de"] | {"zufolge", "nach", "aus", "so"},
    "en": SOURCE_MARKS["en"] | {"according"},
}
