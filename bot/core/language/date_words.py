"""Words of German and English dates: months, days of the week, seasons, what points back or ahead.

Keys are in lower case unless they are matched as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

_MONTHS_DE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_MONTHS_EN = "January February March April May June July August September October November December"
_SHORT_MONTHS = {
    "Jan": 1, "Feb": 2, "Mär": 3, "Mrz": 3, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8,
    "Sep": 9, "Sept": 9, "Okt": 10, "Oct": 10, "Nov": 11, "Dez": 12, "Dec": 12,
}  # fmt: skip
_AUSTRIAN_MONTHS = {"Jänner": 1, "Feber": 2, "Maerz": 3}

MONTHS: dict[Language, dict[str, int]] = {
    "de": {name: n for n, name in enumerate(_MONTHS_DE.split(), 1)} | _AUSTRIAN_MONTHS,
    "en": {name: n for n, name in enumerate(_MONTHS_EN.split(), 1)},
}
SHORT_MONTHS = _SHORT_MONTHS | {name.upper(): n for name, n in _SHORT_MONTHS.items()}
_LONG_MONTHS = MONTHS["de"] | MONTHS["en"]
# Beside a day any spelling of either language counts; alone only the article's own full names.
DAY_MONTHS: dict[str, int] = (
    _LONG_MONTHS | {name.upper(): n for name, n in _LONG_MONTHS.items()} | SHORT_MONTHS
)

_WEEKDAYS_DE = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
_WEEKDAYS_EN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_DAYTIMES = "abend morgen mittag nachmittag vormittag nacht früh"
_PLAIN_DAYS_DE = {day: n for n, day in enumerate(_WEEKDAYS_DE.split())} | {"Sonnabend": 5}

WEEKDAYS: dict[Language, dict[str, int]] = {
    "de": _PLAIN_DAYS_DE
    | {day + time: n for day, n in _PLAIN_DAYS_DE.items() for time in _DAYTIMES.split()}
    | {day + "s": n for day, n in _PLAIN_DAYS_DE.items()},
    "en": {day: n for n, day in enumerate(_WEEKDAYS_EN.split())},
}
# Without "Montage", which are mostly works.
PLURAL_WEEKDAYS: dict[Language, dict[str, int]] = {
    "de": {
        day + ending: n
        for day, n in _PLAIN_DAYS_DE.items()
        if day != "Montag"
        for ending in ("e", "en")
    },
    "en": {day + "s": n for n, day in enumerate(_WEEKDAYS_EN.split())},
}
SHORT_WEEKDAYS: dict[Language, dict[str, int]] = {
    "de": {"Mo": 0, "Di": 1, "Mi": 2, "Do": 3, "Fr": 4, "Sa": 5, "So": 6},
    "en": {"Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thu": 3, "Thurs": 3, "Fri": 4, "Sat": 5,
           "Sun": 6},
}  # fmt: skip
# "Am Freitag derselben Woche": the week of which was told, whenever that was.
TOLD_WEEKS = frozenset(
    "derselben selben gleichen jener folgenden darauffolgenden same that following".split()
)
EVERY = frozenset("jeden jeder jedem einen einem ein kein keinen every each a one".split())
# "Bild am Sonntag" and "Mail on Sunday" are read, not lived through.
PAPERS = frozenset(
    "bild welt nzz presse tagesspiegel morgenpost express krone kurier zeitung kleine mail "
    "independent standard heute".split()
)
PAPER_TAILS = frozenset("times telegraph mirror herald post express zeitung taz blick".split())
NAMED_DAYS = frozenset("black bloody ash super good easter palm cyber casual fat".split())

SEASONS: dict[Language, frozenset[str]] = {
    "de": frozenset("Frühjahr Frühling Frühsommer Sommer Spätsommer Herbst Winter".split()),
    "en": frozenset("spring summer autumn fall winter".split()),
}
# Seasons that lie wholly within one year, with the month in which they have begun.
SEASON_STARTS = {
    "frühjahr": 3, "frühling": 3, "frühsommer": 5, "sommer": 6, "spätsommer": 8, "herbst": 9,
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9,
}  # fmt: skip
HOLIDAYS: dict[str, tuple[int, int]] = {
    "Silvester": (12, 31), "Silvesternacht": (12, 31), "Silvesterabend": (12, 31),
    "Neujahr": (1, 1), "Neujahrstag": (1, 1), "Heiligabend": (12, 24), "Nikolaustag": (12, 6),
    "Dreikönigstag": (1, 6), "Maifeiertag": (5, 1), "Reformationstag": (10, 31),
    "Allerheiligen": (11, 1),
}  # fmt: skip
# Days from Easter Sunday. "Ostern" and "Pfingsten" are several days, so they are none of these.
FEASTS: dict[str, int] = {
    "Rosenmontag": -48, "Faschingsdienstag": -47, "Aschermittwoch": -46, "Palmsonntag": -7,
    "Gründonnerstag": -3, "Karfreitag": -2, "Karsamstag": -1, "Ostersonntag": 0, "Ostermontag": 1,
    "Pfingstsonntag": 49, "Pfingstmontag": 50, "Fronleichnam": 60,
}  # fmt: skip

# Days from the day of publication.
DAY_ADVERBS: dict[Language, dict[str, int]] = {
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2},
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
}
DAY_ADJECTIVES = {"heutigen": 0, "heutiger": 0, "gestrigen": -1, "morgigen": 1}
# "heute" is a day only beside one of these; alone it often means nowadays.
TODAY_BEFORE = frozenset("ab seit für von".split())
TODAY_AFTER = frozenset(
    "früh morgen vormittag mittag nachmittag abend nacht morning afternoon evening night".split()
)
DAYTIMES = TODAY_AFTER | frozenset(
    "vormittags nachmittags abends morgens Morgen Vormittag Mittag Nachmittag Abend Nacht".split()
)

PAST, FUTURE, THIS = -1, 1, 0
_POINTERS_DE = {
    PAST: "vergangen letzt vorig",
    FUTURE: "kommend nächst",
    THIS: "dies laufend",
}
_ENDINGS = "e en er em es".split()
POINTERS: dict[Language, dict[str, int]] = {
    "de": {
        stem + ending: way
        for way, stems in _POINTERS_DE.items()
        for stem in stems.split()
        for ending in _ENDINGS
    },
    "en": {
        "last": PAST, "past": PAST, "previous": PAST, "next": FUTURE, "coming": FUTURE,
        "this": THIS, "current": THIS,
    },
}  # fmt: skip

PARTS: dict[Language, frozenset[str]] = {
    "de": frozenset("anfang mitte ende".split()),
    "en": frozenset("early mid late mid- beginning end".split()),
}
YEAR_PARTS = {"jahresanfang": 1, "jahresbeginn": 1, "jahresmitte": 6, "jahresende": 12}
PREVIOUS_YEARS = frozenset("vorjahr vorjahres".split())

YEAR, MONTH, WEEK, DAY, QUARTER, HALF, WEEKEND = (
    "year", "month", "week", "day", "quarter", "half", "weekend",
)  # fmt: skip
PERIODS: dict[Language, dict[str, str]] = {
    "de": {
        "jahr": YEAR, "jahres": YEAR, "jahre": YEAR, "jahren": YEAR,
        "monat": MONTH, "monats": MONTH, "monate": MONTH, "monaten": MONTH,
        "woche": WEEK, "wochen": WEEK, "tag": DAY, "tage": DAY, "tagen": DAY,
        "quartal": QUARTER, "quartals": QUARTER, "halbjahr": HALF, "halbjahres": HALF,
        "jahreshälfte": HALF, "wochenende": WEEKEND,
    },
    "en": {
        "year": YEAR, "years": YEAR, "month": MONTH, "months": MONTH, "week": WEEK, "weeks": WEEK,
        "day": DAY, "days": DAY, "quarter": QUARTER, "half": HALF, "weekend": WEEKEND,
    },
}  # fmt: skip
# A period that follows one of these is a stretch of time, not a date ("in den letzten Jahren").
PLURAL_PERIODS = frozenset(
    "jahre jahren monate monaten wochen tage tagen years months weeks days".split()
)
ORDINALS = {
    "ersten": 1, "erstes": 1, "erste": 1, "erster": 1, "zweiten": 2, "zweites": 2, "zweite": 2,
    "zweiter": 2, "dritten": 3, "drittes": 3, "dritte": 3, "vierten": 4, "viertes": 4,
    "vierte": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip

# What stands before a year or a month that is meant as a date.
YEAR_PREPOSITIONS = frozenset(
    "jahr jahre jahren jahres jahrs geschäftsjahr geschäftsjahres geschäftsjahrs saison seit bis "
    "ab in im von vom nach vor anno anfang mitte ende für zwischen frühjahr sommer herbst winter "
    "since until till by of during from before after year years early late mid spring summer "
    "autumn fall fiscal between season jahresende jahresanfang dezember wahljahr jahrgang".split()
)
# What goes on since then began in a year, however long ago that is.
SINCE = frozenset("seit since".split())
MONTH_PREPOSITIONS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "im in seit bis ab von vom zum anfang mitte ende noch am per für den des dem "
        "vergangenen letzten kommenden nächsten diesen diesem dieses jeden".split()
    ),
    "en": frozenset(
        "in since until till by of during from before after last next this early late mid "
        "through".split()
    ),
}
SEASON_PREPOSITIONS: dict[Language, frozenset[str]] = {
    "de": frozenset("im vom zum seit".split()),
    "en": frozenset("in by since".split()),
}
# Taken into the wording of a date that counts from the day of publication ("Am Montag").
WORDING_STARTS: dict[Language, frozenset[str]] = {
    "de": frozenset("am vom zum im in ab bis seit".split()),
    "en": frozenset("on in by until since from".split()),
}
ARTICLES = frozenset("den dem der das des die the".split())
# Before a year they make it a number ("rund 2000 Stellen").
NUMBER_SIGNS = frozenset(
    "rund etwa circa ca zirka fast knapp gut über mindestens höchstens nahezu about nearly almost "
    "around roughly over under ungefähr insgesamt weitere zusätzliche platz nr nummer "
    "agenda windows peugeot iso paragraf artikel seite windows expo".split()
)

# Verbs and adverbs that say whether a clause looks back or ahead.
PAST_CUES: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "war waren wurde wurden hatte hatten hat haben gab gaben kam kamen ging gingen fand fanden "
        "stieg stiegen fiel fielen sank sanken lag lagen stand standen schrieb schrieben sprach "
        "sprachen traf trafen hieß nahm nahmen starb starben verlor verloren gewann gewannen "
        "begann begannen ließ ließen trat traten zog zogen rief riefen warf warfen schloss "
        "schlossen bot verließ entschied brachte brachten wies bekam erhielt erhielten "
        "unterschrieb brach brachen worden gewesen".split()
    ),
    "en": frozenset(
        "said was were had has told made won lost fell rose met began died took gave wrote came "
        "went held left sent saw became broke spoke found paid been got ran sold".split()
    ),
}
FUTURE_CUES: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "wird werden soll sollen will wollen möchte möchten dürfte dürften könnte könnten plant "
        "planen geplant spätestens frühestens voraussichtlich bevorstehenden ansteht beginnt "
        "beginnen startet starten findet finden tagt tagen folgt tritt erscheint endet kommenden "
        "bevorsteht müsse werde".split()
    ),
    "en": frozenset(
        "will would plans plan planned expects expect expected scheduled due upcoming begins "
        "starts meets opens ends".split()
    ),
}
# What is so by now, yet has to come: "ist am Montag angemeldet", "is set for Monday".
PLANNED: dict[Language, frozenset[str]] = {
    "de": frozenset("angemeldet vorgesehen angesetzt anberaumt terminiert".split()),
    "en": frozenset(["set"]),
}
PRESENTS: dict[Language, frozenset[str]] = {
    "de": frozenset("ist sind".split()),
    "en": frozenset("is are".split()),
}
# "Am Montag steht eine Wahl an".
AHEAD_WITH_AN = frozenset("steht stehen".split())
# Behind a number they make it a length of time: "seit 1870 Tagen".
TIME_NOUNS = frozenset(
    "sekunde sekunden minute minuten stunde stunden nacht nächte nächten jahrzehnt jahrzehnte "
    "jahrzehnten jahrhundert jahrhunderte jahrhunderten second seconds minute minutes hour hours "
    "night nights decade decades century centuries".split()
)
# "bis Montag", "ab dem 3. Mai": rather ahead, but what was once due lies behind.
LIMITS = frozenset("ab bis until till by".split())
# Right before a date that does not begin with one of them: "by the end of March".
LIMITS_BEFORE = (
    " by the ",
    " until the ",
    " by ",
    " until ",
    " no later than ",
    " spätestens ",
    " spätestens am ",
)
# They end like a preterite and are none.
NO_PRETERITES = frozenset(
    "heute erste letzte nächste zweite dritte vierte fünfte beste meiste größte rechte bitte seite "
    "sollte könnte dürfte müsste möchte hätte weite gute alte breite konkrete geplante bekannte "
    "erwartete gesamte bestimmte ernannte seite leute mitte heutigen guten alten letzten ersten "
    "zweiten dritten vierten besten meisten größten rechten sollten könnten dürften müssten "
    "möchten hätten weiten seiten leuten gesamten bekannten geplanten erwarteten bestimmten "
    "konkreten breiten unten hinten halten bieten arbeiten leiten starten treten warten beraten "
    "erwarten erhalten enthalten gelten gestalten verwalten bedeuten leisten kosten testen "
    "veröffentlichten vorbereiten "
    "need feed speed indeed hundred red bed seed wed used united".split()
)
# Beside these, "heute" is the day on which something was said or done.
SAYING = frozenset(
    "teilte teilten gab kündigte kündigten erklärte sagte meldete berichtete wurde wurden hat "
    "haben mitteilte mitteilten bekannt beschlossen veröffentlicht vorgestellt said announced "
    "reported".split()
)
# Beside these, "heute" is the day of which it is told, since they do not go on.
PUNCTUAL: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "beginnt beginnen startet starten endet enden tagt tagen öffnet öffnen eröffnet eröffnen "
        "schließt schließen entscheidet entscheiden wählt wählen".split()
    ),
    "en": frozenset("begins begin starts start ends end opens open closes meets meet".split()),
}
PRONOUNS = frozenset("er sie es wir ich man sich".split())
# In a clause with one of these "today" may mean nowadays.
NOWADAYS = frozenset(
    "is are has have does do can may remains remain stands stand lives live".split()
)
# No preterites, though their base forms are other words.
BENT_OTHERWISE = frozenset("kann soll will muss darf mag weiß gib nimm hab".split())
# English verbs in the past whose form is no noun and no present too.
STRONG_PRETERITES = frozenset(
    "arose ate awoke became began bent bit blew bought bred broke brought built burnt came caught "
    "chose clung crept dealt did drank dreamt drew drove fed fell fled flew forbade forgave forgot "
    "fought froze gave grew heard held hid hung kept knelt knew laid led leapt learnt lent lit "
    "lost made meant met mistook overcame overthrew overtook paid rang rode rose sang sank shook "
    "shone shot shrank slept slid sold sought spent spoke spoilt sprang stole stood stuck struck "
    "sued swam swept swore swung taught threw told took tore undertook understood undid upheld "
    "went wept withdrew withheld withstood woke won wore wove wrote".split()
)
RELATIVES = frozenset("who whom whose which that what where when why how".split())
SECOND_VERBS = frozenset(("and", "but"))
# After a verb in -ed, but not after an adjective: "approved the plan", "the renovated hall".
BEHIND_VERBS = frozenset(
    "the a an his her its their this that these to in on at for from with by of after before "
    "work him it them into over under as".split()
)
COMPARATIVES = frozenset("mehr weniger more fewer less".split())
# "3.11." behind one of these is no day.
VERSIONS = frozenset("version versionen release update firmware".split())
# Trains and flights that carry numbers like years, as written.
NUMBERED = frozenset("IC ICE EC RE RB RJ TGV LH".split())
SHORT_JOINS = frozenset("und oder and or to".split())
MONTHS_LIKE_NAMES = frozenset("May Mai März August".split())
SURE_MONTH_PREPOSITIONS = frozenset(
    "im in seit bis ab vom zum anfang mitte ende vergangenen letzten kommenden nächsten diesen "
    "since until till last next this early late mid during through".split()
)


def names_month(wording: str) -> bool:
    """Whether a date is worded with its month: "am 20. Januar", "in June"."""
    return any(word.strip(".,") in DAY_MONTHS for word in wording.split())
