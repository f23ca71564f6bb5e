"""Abbreviations whose full stop need not end a sentence, in lower case and without that stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

# A word must follow these: no sentence ends with them.
_GERMAN_TITLES = (
    "dr dres prof doz dipl ing habil hr hrn fr frl st msgr pfr dek abg stv stellv geb gest "
    "verh verw ehem gen kgl kaiserl gebr fam fa mdb präs gf rer nat phil jur med pol oec publ"
)
_GERMAN_JOINTS = (
    "bzw beziehungsw vgl ca cca zirka z.b zb d.h dh d.i i.d.r i.a i.b i.e i.s i.w z.t z.zt zzt zz "
    "u.u o.ä o.g s.o.g sog sogen inkl einschl exkl ausschl zzgl abzgl bzgl betr gem lt mind "
    "evtl ggf gegebenenf insb insbes bes spez allg urspr entspr resp respektive i.v i.h i.h.v "
    "u.d.t u.z u.zw m.e m.a.w m.w n.a v.a v.d ev kath röm griech lat dt deutschspr engl franz frz "
    "ital span russ poln tschech österr schweiz amerik brit niederl türk hebr arab jüd schw südd "
    "norddt süddt westl östl nördl südl hg hrsg hgg übers jew durchschn urk vors unv "
    "i.ü od prot seb abgek ausschl ehrw gest hl jgst "
    "z.hd z.h v.l.n.r v.r.n.l zul verst ders ebd versch vorm nachm "
)
_ENGLISH_TITLES = (
    "mr mrs ms mx dr prof rev hon st sen rep gov gen lt col sgt capt cmdr adm maj cpl pvt supt "
    "det insp pres amb atty fr msgr ste mt hrh mss messrs"
)
_ENGLISH_JOINTS = "vs e.g i.e eg ie cf approx est incl viz ca dept univ assn "
# A sentence may end with these: the word behind decides.
_GERMAN_LAST = (
    "etc usw mag max u.a u.a.m u.v.m u.v.a usf u.dgl dgl u.ä o.dgl uvm uva mio mrd tsd jh jhd jhdt "
    "chr v.chr n.chr jr sr inc corp ltd co bros e.v e.g a.d a.d.d ff a.m p.m min std sek stk str "
    "jan feb febr jän mrz apr jun jul aug sep sept okt nov dez mo d.j d.m d.c u.s u.s.a "
    "u.k u.n k.o o.k s.u s.o i.r ph.d m.a b.a b.sc m.sc p.s z.g h.c al anm kl gr rd f "
    "k.u.k a.a.o a.o gmbh.co trad geschl vollst unbek bds lfd"
)
_ENGLISH_LAST = (
    "inc corp co ltd llc plc bros jr sr esq etc al u.s u.k u.n u.s.a e.u d.c l.a n.y p.m a.m p.s "
    "ph.d m.d b.a m.a b.sc m.b.a d.d.s r.n jan feb mar apr jun jul aug sep sept oct nov dec ave "
    "blvd rd hwy ariz calif colo conn fla ga ind kan ky md mich minn mo neb nev okla pa tenn "
    "tex va vt wis wyo ont que hr hrs min sec yr yrs ft lb lbs oz bn mn trans "
)
# Abbreviations only where a number follows ("Art. 5", but "Fragen dieser Art. Danach ...").
_GERMAN_NUMBERED = (
    "nr nrn no art abs bd bde kap abb abt abschn ziff rn rz rdnr az s tel fig tab taf vol lfg anm "
    "jg jgg h sp bl § par pos stk ca aufl lt tsd ungef dat kto blz ust op kv bwv"
)
_ENGLISH_NUMBERED = "no nos p pp vol vols fig figs sec sect ch chap art para pt par ver op tel ext"

NEVER_LAST: dict[Language, frozenset[str]] = {
    "de": frozenset((*_GERMAN_TITLES.split(), *_GERMAN_JOINTS.split(), "mr", "mrs", "ms")),
    "en": frozenset((*_ENGLISH_TITLES.split(), *_ENGLISH_JOINTS.split())),
}
SELDOM_LAST: dict[Language, frozenset[str]] = {
    "de": frozenset(_GERMAN_LAST.split()),
    "en": frozenset(_ENGLISH_LAST.split()),
}
BEFORE_NUMBERS: dict[Language, frozenset[str]] = {
    "de": frozenset(_GERMAN_NUMBERED.split()),
    "en": frozenset(_ENGLISH_NUMBERED.split()),
}

# Nouns that carry a cardinal number behind them: in "auf Platz 3." the full stop ends something.
NUMBERED_NOUNS = frozenset(
    "platz rang seite nummer artikel paragraf paragraph kapitel stufe phase level band teil gleis "
    "zone klasse gruppe raum saal block folge staffel version zahl ziffer absatz punkt jahr note "
    "apollo airbus kanal covid agenda nur etwa rund circa knapp mindestens insgesamt".split()
)

# They close a list; a word with a capital behind them begins something new.
LIST_ENDS = frozenset("etc usw usf uvm u.v.m".split())
# As written, these are words: "was er mag", "Anna und Max", "mit dem Pkw".
FULL_WORDS = frozenset("mag Max Pkw Lkw".split())
# Behind a number a unit is no abbreviation that would need its full stop.
UNITS_OF_MEASURE = frozenset("m g l t h s km cm dm kg mg kb mb gb tb kw mw gw ml cl hl".split())

# Such as in "Lindenstr. 4. Holm": the number is that of a house.
STREETS = ("str.", "straße", "strasse", "gasse", "allee", "platz")
# Nouns that carry a letter behind them: in "Plan B." it is no initial.
LETTERED_NOUNS = frozenset(
    "plan gruppe klasse vitamin hepatitis typ block kategorie variante serie "
    "group class type category section series grade".split()
)
# What belongs to an English time: "6 a.m. EST", "8 p.m. Eastern".
TIME_ZONES = frozenset(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst aest eastern central "
    "mountain pacific greenwich".split()
)

# Names that are written with a mark of their own ("Yahoo! meldet", "Jeopardy!").
MARKED_NAMES = frozenset("yahoo jeopardy joomla wham yo".split())
