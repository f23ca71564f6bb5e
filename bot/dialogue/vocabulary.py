"""The words of the grammar as data, folded (see `bot.core.language.folding.fold`), no apostrophes.

German and English stand side by side: nobody has to say in which language they will ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.requests import (
    DigestNew,
    DigestNow,
    Help,
    ListTopics,
    Pause,
    PlanDigest,
    PreviewDigest,
    Resume,
    ShowStatus,
    Stop,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue.requests import Request

BOT_NAMES = frozenset("morgenlage morgenlagebot".split())

# One word that is a whole request.
COMMANDS: Mapping[str, Request] = {
    word: request
    for request, words in (
        (DigestNow(), "now jetzt heute today digest morgenlage todays"),
        (DigestNew(), "new neu neues neuigkeiten news updates"),
        (PlanDigest(), "plan plane planen planung zeitplan schedule"),
        (ShowStatus(), "status stand"),
        (PreviewDigest(), "preview vorschau"),
        (Pause(), "pause pausiere pausieren"),
        (Resume(), "resume weiter fortsetzen continue unpause weitermachen"),
        (Stop(), "stop stopp stoppe stoppen beende beenden"),
        (Help(), "help hilfe hilf helfen anleitung"),
        (ListTopics(), "topics themen themenliste liste list alle alles all"),
    )
    for word in words.split()
}

FOLLOW = frozenset("follow following folge folgen folg abonniere abonnieren subscribe".split())
UNFOLLOW = frozenset(
    "unfollow entfolge entfolgen unsubscribe abbestelle abbestellen deabonnieren".split()
)
NEGATIONS = frozenset("nicht not dont no stop stopp".split())
# "Folgen" is also a noun ("Folgen von …", "welche Folgen hat …").
CONSEQUENCES = "folgen"
OF = frozenset("von vom des der fuer aus".split())
# What may go along with a negation ("nicht mehr", "no longer").
ENDING = frozenset("mehr anymore longer any more".split())

# What asks for changes; also the beginning or end of a name ("New York", "Fox News").
NEWS = frozenset(
    "neu neue neues neueste neuestes neuigkeiten neuigkeit news new newest latest update updates "
    "aktuelles geaendert changed".split()
)
TODAY = frozenset("heute today todays jetzt now los passiert happening".split())
ARTICLES = frozenset("der die das den dem des the".split())

# Words that open a question and belong to no topic.
OPENING = frozenset(
    # German
    "was wer wie wo wann warum weshalb welche welcher welches wieso worum ist sind war waren wird "
    "gibt gibts es gab geht gehts steht stehts laeuft laeufts macht machen passiert passierte tut "
    "sich sagt man weisst weiss wissen "
    "etwas irgendwas was irgendetwas schon noch denn so mal bitte eigentlich und oder auch aber "
    "bei beim zu zum zur ueber von vom um mit rund rundum betreffend bezueglich wegen in im "
    "mir uns ich wir du ihr euch kannst koenntest kannste koennt kann moechte will wuerde gern "
    "gerne hast habt habe haben hat erzaehl erzaehle erzaehlen sag sage sagen zeig zeige zeigen "
    "gib geben fasse fass erklaer erklaere erklaeren such suche suchen finde informiere informier "
    "weiter mehr weiteres infos info informationen nachrichten meldungen ein eine einen einem "
    "thema briefing karte "
    # English
    "what whats who whos how hows where when why which is are was were there theres any anything "
    "something some going happening happened on about with of at for to and or but also regarding "
    "re me us i im we you can could would will do does did have has got give tell show brief "
    "explain summarize summarise search find look up know like please more info information "
    "todays today heute heutige heutigen heutiger topic card a an lately been id want get let "
    "lets".split()
)
# Words that close a question.
CLOSING = frozenset(
    "bitte danke please pls thanks thank you los heute today jetzt now aktuell derzeit gerade "
    "momentan currently lately recently eigentlich denn so mal passiert es gibt gibts an auf sich "
    "going happening there right again nochmal noch da zeigen sagen erzaehlen geben wissen "
    "stehts steht laeuft up to etwas was irgendwas irgendetwas schon anything me mir uns us gesagt "
    "gemacht getan said say says doing dazu daran davon darueber about it that this "
    "are is do you have know hast du habt ihr".split()
)
# Words before a topic that are never the first word of its name.
LEADING = frozenset(
    "und and oder or auch also zu zum zur bei beim ueber about on von vom mit with regarding re "
    "thema topic was wer wie wo wann warum weshalb welche welcher welches what whats who whos how "
    "which when why where wheres mehr more any etwas".split()
)
# In a question the topic stands behind these ("was sagt Musk zu Stargate?").
LINKING = frozenset("zu zum zur ueber about on".split())
# What points at the topic of the last answer.
BACK = frozenset(
    "dazu daran davon darueber damit darum dabei hierzu mehr more it that this them weiteres "
    "diesem dieses diese ihm details genauer".split()
)

SMALL_TALK = frozenset(
    "danke dankeschoen merci vielen dank besten lieben herzlichen schoenen thanks thank you thx ty "
    "cheers hallo hello hi hey heya moin moinmoin servus gruezi gruess gott guten gute good morgen "
    "morning tag abend evening nacht night afternoon tschuess tschues ciao bye goodbye bis spaeter "
    "later dann ok okay oki alles klar super toll prima klasse spitze gut great cool nice perfekt "
    "perfect wunderbar wow ja jep yes yep yeah nein no nope lol haha hihi sehr very much so dir "
    "euch schoen schoenes schoene wochenende weekend welcome bitte willkommen gern geschehen "
    "freut mich the a lot for everyone all zusammen alle team".split()
)
# Among small talk, what greets; the words beside it make no greeting alone.
HELLO = frozenset(
    "hallo hello hi hey heya moin moinmoin servus gruezi gruess morgen morning tag abend evening "
    "afternoon".split()
)
HELLO_BESIDE = frozenset("guten gute good gott schoenen all alle zusammen everyone team".split())
# Greetings and thanks that may stand before a question ("hallo, was ist neu bei …").
GREETING = frozenset(
    "danke dankeschoen merci thanks thx hallo hello hi hey moin servus gruezi guten good morgen "
    "morning tag abend evening ok okay super toll prima klasse great cool perfekt perfect".split()
)
POLITE = frozenset("bitte please pls".split())
# Words that may be something else than part of a name.
SPECIAL = (
    frozenset(COMMANDS)
    | FOLLOW
    | UNFOLLOW
    | NEWS
    | ARTICLES
    | OPENING
    | CLOSING
    | BACK
    | SMALL_TALK
)
