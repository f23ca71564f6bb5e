"""Words that point outside their sentence, folded; such a sentence cannot stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

# At the start of a sentence they join it to the one before.
JOINING_WORDS = frozenset(
    "denn deshalb deswegen darum daher dabei dafuer dagegen dazu damit danach daraufhin davon "
    "demnach dennoch trotzdem jedoch doch aber allerdings hingegen dementsprechend zudem ausserdem "
    "ferner vielmehr zwar stattdessen folglich somit insofern derweil unterdessen indes ebenso "
    "auch und oder so hier dort dadurch darueber hinzu immerhin eigentlich natuerlich zum "
    "gleichwohl spaeter zuvor inzwischen dazwischen damals mittlerweile anschliessend parallel "
    "schliesslich gleichzeitig zugleich erneut wieder seither seitdem entsprechend nun dann "
    "but and so thus therefore however moreover meanwhile instead also then there yet still "
    "nevertheless nonetheless otherwise besides furthermore afterwards later".split()
)
# At the start they stand for something named before.
POINTING_WORDS = frozenset(
    "er sie es dies dieser diese dieses diesen diesem jener jene jenes derjenige ihm ihn ihnen "
    "welche welcher welches beide letztere letzterer letzteres erstere ersterer ersteres andere "
    "anderer weitere weiteres daran darauf daraus darin darunter "
    "he she it they this these those that him her them his its their".split()
)
# Anywhere they point at something named before ("trifft diese Sorge besonders").
POINTING_ANYWHERE = frozenset(
    "diese dieser dieses diesen diesem jene jener jenes jenen jenem derartige solche solcher "
    "solchen solchem solches solch hingegen wiederum dadurch daraus daraufhin dortige dortigen "
    "dortiger dortiges stattdessen besagte besagten besagter besagtes "
    "this these those such likewise instead".split()
)
# So they do among the first words ("Zwei davon", "Bis dahin"); later they may point ahead.
POINTING_EARLY = frozenset("davon dahin ihnen damals dann danach dort them".split())
# They do so unless a clause behind a comma says what is meant ("rechnet damit, dass").
POINTING_UNLESS_TOLD = frozenset("ebenfalls damit dagegen deshalb daher daran".split())
# What for: "deshalb, weil".
GIVING_REASONS = frozenset("deshalb daher".split())
REASONS = frozenset("weil da denn".split())
TELLING_WHAT = frozenset(
    "dass ob wie was wer wen wem wann wo wohin woher warum welche welcher welches weil wenn "
    "indem".split()
)
# "Altman called that wrong".
CALLING = frozenset("call calls called".split())
# A day or a time that was named before; each has one of the words below.
POINTING_TIMES = (
    "am selben tag",
    "am gleichen tag",
    "am tag darauf",
    "since then",
    "at that time",
    "the same day",
)
# Of what somebody said: when, only the sentences before tell.
POINTING_BACK_IN_TIME = ("daraufhin", "damals", "at the time")
# At the start of a sentence a span of time counts from another.
POINTING_SPANS = tuple(
    f"{span} {later}"
    for later, spans in (
        ("spaeter", "stunde stunden tag tage woche wochen monat monate jahr jahre"),
        ("later", "hour hours day days week weeks month months year years"),
    )
    for span in spans.split()
)
# "Ein Jahr später als geplant" points at nothing.
COMPARING_TIMES = ("spaeter als", "later than")
TIME_WORDS = frozenset("selben gleichen darauf spaeter then time same later".split())
# Alone before a form of "to be" they are said of something named before ("Partner sind …").
RELATIONAL_WORDS = frozenset(
    "partner ausloeser anlass ursache ziel zustaendig verantwortlich vorsitzender beteiligt "
    "betroffen ergebnis folge bedingung voraussetzung gegenstand thema".split()
)
BEING = frozenset("ist sind war waren sei seien bleibt bleiben".split())
# "it" at the start of an English clause stands for nothing before these.
EMPTY_IT_VERBS = frozenset(
    "is was will would remains remained seems seemed appears appeared takes took became".split()
)
# "hatte es vorgestellt": before a participle "es" is a thing named before.
HAVING = frozenset("hat hatte haben hatten".split())
SPANS_OF_TIME = frozenset("stunden tagen wochen monaten jahren jahrzehnten".split())

# At the start and followed by a verb they do so too ("Der wehrte sich"), else they are articles.
DEMONSTRATIVES = frozenset("der die das dem den".split())

# "Der eine", "die beiden": whoever they are has been named.
FOLLOWING_POINTERS = frozenset(
    "eine einen andere anderen anderer anderes beiden letztere other".split()
)
# After an article they mean somebody known already, unless words behind say who.
ANAPHORIC_NOUNS = frozenset(
    "mann frau junge maedchen paar opfer taeter objekt begriff schreiben dokument vorgang".split()
)
NOUN_COMPANIONS = frozenset("aus der des fuer im in mit ohne und vom von zum zur".split())
# With an article that is not drawn into them they point back: "in dem Jahr", not "im Jahr".
LOOSE_PREPOSITIONS = frozenset("an bei in von zu".split())
# Inside a sentence a capital tells these from "sie" and "ihr": somebody is spoken to.
ADDRESSES = frozenset("Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres".split())
COORDINATORS = frozenset("und oder aber sondern denn wie als dass".split())

# At the start without a noun they count what was told: "Zwei liegen in Texas".
OPENING_NUMBERS = frozenset(
    "zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf viele einige mehrere".split()
)
PARTS_OF = frozenset("der von dieser drittel prozent uhr".split())

# With "the" before them and nothing behind that says whose or which, they mean one named before.
HOUSES = frozenset(
    "konzern konzerns unternehmen unternehmens firma hersteller herstellers "
    "company company's firm firm's".split()
)
DEFINITE = frozenset("der die das dem den des the".split())
SAYING_WHICH = frozenset(
    "aus von vom hinter in im an am mit ohne fuer der des die das dessen deren namens "
    "of behind in at with from for that which whose called".split()
)
# "Six companies are involved": in what, unless it is said.
INVOLVED = {"involved": frozenset({"in"}), "beteiligt": frozenset({"an", "am", "bei", "beim"})}

# These verbs directly after "Das" or "Der" show that it is no article.
FOLLOWING_VERBS = frozenset(
    "ist sind war waren wird werden wurde wurden hat haben hatte hatten sei soll sollte kann "
    "koennte muss darf will wollte gilt geht ging heisst bedeutet zeigt liegt steht kommt kam "
    "macht gab gibt sagte erklaerte betonte lehnte wies wehrte dass".split()
)

# Anywhere before the first name of a person they leave open who is meant.
PERSON_PRONOUNS = frozenset(
    "er ihm ihn sie ihr ihre sein seine seiner seinem seinen seines he him she her his".split()
)

OBJECT_PRONOUNS = frozenset("ihm ihn him".split())

# "… . Das teilte die Polizei mit" makes no opinion of the sentence before, "Das sagte X" may.
ANNOUNCING_VERBS = frozenset(
    "teilte teilten meldete meldeten berichtete berichteten bestaetigte bestaetigten gab gaben "
    "vermeldete vermeldeten verkuendete verkuendeten".split()
)

# First person outside quotation marks: the author speaks.
AUTHOR_WORDS = frozenset("ich mich mir mein meine wir uns unser unsere i me my we us our".split())

# Nouns by which a text goes on talking about a project, deal or product it has named.
RESUMING_NOUNS = frozenset(
    "projekt programm vorhaben plan initiative ankuendigung investition vorhaben angebot offerte "
    "uebernahme klage verfahren prozess geschaeft vertrag abkommen modell produkt unternehmen "
    "firma konzern auftritt kritik streit "
    "project program programme plan venture announcement investment offer bid takeover lawsuit "
    "suit case trial deal agreement model product company firm criticism dispute".split()
)

# With "the" and nothing behind they stand for what was told before.
REFERRING_NOUNS = RESUMING_NOUNS | frozenset(
    "gruppe gremium behauptung vorwurf aussage entscheidung beschluss urteil antwort summe "
    "beteiligte partner schritt rueckzug gebot zusage "
    "group board claim accusation statement decision ruling ruled answer reply partner step "
    "round sum".split()
)
# They belong to something: "the price" of what, unless it is said.
RELATIONAL_NOUNS = frozenset(
    "vorsitz eigenkapital technologie verantwortung leitung standort preis finanzierung laufzeit "
    "baubeginn zuschlag gruender mitgruender "
    "chairmanship founder equity responsibility site price funding financing".split()
)
# So do people and firms of these, if a sentence opens with them: "Als erste Geldgeber gelten".
ROLE_ENDINGS = ("partner", "geber", "gruender", "investor", "traeger", "betreiber", "bewerber")
# As they are written: each word of a text is looked up here.
DEFINITE_ARTICLES: dict[Language, frozenset[str]] = {
    "de": frozenset("der die das den dem des Der Die Das Den Dem Des".split()),
    "en": frozenset(["the", "The"]),
}
INDEFINITE_ARTICLES = frozenset("ein eine einen einem einer eines a an another".split())
# Behind a noun they say which.
COMPLEMENTS = SAYING_WHICH - {"die", "das"} | frozenset(
    "um ueber gegen wegen zum zur seines seiner ihres ihrer to between about".split()
)
RELATIVES = frozenset("der die das den dem dessen deren which that who whose".split())
# "Die erste Klage" is told from the others.
ORDINALS = frozenset(
    "erste ersten erster erstes zweite zweiten zweiter zweites letzte letzten first second "
    "last".split()
)
TIME_NOUNS = frozenset(
    "tag woche monat jahr stunde morgen abend nacht zeit day week month year hour morning "
    "evening night time".split()
)

# They give something its name: "ein Unternehmen namens Stargate", "unter dem Namen".
INTRODUCING_WORDS = frozenset("namens name genannt heissen called named dubbed".split())
