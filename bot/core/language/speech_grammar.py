"""Closed classes of German and English words: what opens a phrase or a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

LANGUAGES: tuple[Language, ...] = ("de", "en")

# Verbs that carry tense, voice or mood for another verb.
AUXILIARIES: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "hat haben habe hatte hatten hätte hätten wird werden werde wurde wurden würde würden "
        "ist sind war waren sei seien wäre wären will wollen wollte wollten muss musste müssen "
        "mussten kann konnte können konnten darf durfte soll sollen sollte sollten ließ lässt "
        "möchte möchten bin".split()
    ),
    "en": frozenset(
        "has have had is are was were be been being will would can could may might must should "
        "did does do".split()
    ),
}
PASSIVES: dict[Language, frozenset[str]] = {
    "de": frozenset("wird werden wurde wurden worden werde würde würden".split()),
    "en": frozenset("is are was were been being be".split()),
}
PREPOSITIONS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "in im ins an am ans auf aufs bei beim nach von vom vor vorm mit zu zum zur aus durch für "
        "gegen über unter um ohne seit während wegen trotz gegenüber neben zwischen hinter laut "
        "gemäß infolge aufgrund angesichts anlässlich bis per via pro samt nahe entgegen "
        "innerhalb außerhalb mittels statt anstatt unterhalb oberhalb mithilfe zugunsten seitens "
        "bezüglich hinsichtlich namens ab als wie".split()
    ),
    "en": frozenset(
        "in on at by for from to with of about after before during over under against through "
        "into amid among between despite since until via per as like near outside inside "
        "following without within upon across".split()
    ),
}
# Words that open a noun phrase; the second table holds those that cannot open a subject.
DETERMINERS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "der die das ein eine dieser diese dieses jener jene jenes mehrere viele einige alle "
        "beide zwei drei vier fünf sechs zahlreiche etliche manche sein seine ihr ihre unser "
        "unsere deren dessen mein meine kein keine keiner jeder jede hunderte tausende dem den "
        "des einem einen einer eines diesem diesen seinem seinen seiner seines ihrem ihren ihrer "
        "ihres jenem jenen keinem keinen jedem jeden vielen einigen mehreren zehn weitere andere "
        "deutsche erste".split()
    ),
    "en": frozenset(
        "the a an this that these those his her its their our my your some several many two "
        "three four both all one another each other".split()
    ),
}
OBLIQUE: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "dem den des einem einen einer eines diesem diesen seinem seinen seiner seines ihrem "
        "ihren ihrer ihres jenem jenen keinem keinen jedem jeden vielen einigen mehreren".split()
    ),
    "en": frozenset(),
}
GENITIVES: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "des der eines einer dieser dieses seiner seines ihrer ihres von vom für aus beim zur "
        "zum unserer unseres deren".split()
    ),
    "en": frozenset("of for from".split()),
}
PERSONAL: dict[Language, frozenset[str]] = {
    "de": frozenset("er sie man wir ich dieser diese letzterer letztere beide jener wer".split()),
    "en": frozenset("he she they we i it who".split()),
}
DEMONSTRATIVES: dict[Language, frozenset[str]] = {
    "de": frozenset("der die dieser diese letzterer letztere jener jene beide".split()),
    "en": frozenset("both this".split()),
}
CONJUNCTIONS: dict[Language, frozenset[str]] = {
    "de": frozenset("und aber doch denn sondern oder sowie jedoch".split()),
    "en": frozenset("and but or yet so nor".split()),
}
SUBORDINATORS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "dass daß weil da wenn ob obwohl nachdem während bevor ehe falls sofern indem damit als "
        "wie wobei womit wodurch wofür wogegen woran worauf woraus was wer wo warum wann sobald "
        "solange seit bis obgleich obschon zumal nachdem".split()
    ),
    "en": frozenset(
        "that because if whether although though while when as since unless until after before "
        "where why how what".split()
    ),
}
RELATIVES: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "der die das dem den deren dessen denen welcher welche welches welchem welchen".split()
    ),
    "en": frozenset("who which whom whose that".split()),
}
# Words that open a content clause after a verb of saying.
COMPLEMENTISERS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "dass daß ob wie was warum weshalb wieso wer wen wem wo wann woher wohin welche welcher "
        "welches inwieweit inwiefern weil wonach".split()
    ),
    "en": frozenset("that whether if how what why who when where which".split()),
}
SUBJUNCTIVES: frozenset[str] = frozenset(
    "sei seien seist habe werde könne müsse solle wolle dürfe möge wisse gebe hätte hätten wäre "
    "wären würde würden könnte könnten müsste müssten bestünde stünden stünde ginge käme "
    "kämen gäbe gäben ließe dürfte dürften".split()
)

# Words that have no capital of their own at the start of a sentence.
_ADVERBS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        "so zwar auch selbst hier dort dann dabei dazu dafür dagegen damit danach davor daher "
        "darum deshalb deswegen außerdem zudem ferner weiter weiterhin später früher zuvor "
        "zuletzt inzwischen mittlerweile gestern heute morgen nun jetzt bereits schon erst noch "
        "nur sogar allerdings jedoch dennoch trotzdem gleichzeitig gleichwohl zugleich indes "
        "stattdessen schließlich anschließend daraufhin derzeit momentan zunächst bislang bisher "
        "einerseits andererseits dementsprechend entsprechend ebenso ebenfalls immerhin vielmehr "
        "insgesamt offiziell laut es da demnach demzufolge damals nach aus wörtlich anders "
        "dies".split()
    ),
    "en": frozenset(
        "however meanwhile later earlier also then now today yesterday still there here "
        "afterwards instead therefore thus moreover furthermore additionally asked it".split()
    ),
}
FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    language: _ADVERBS[language]
    | PREPOSITIONS[language]
    | DETERMINERS[language]
    | PERSONAL[language]
    | CONJUNCTIONS[language]
    | SUBORDINATORS[language]
    | RELATIVES[language]
    | AUXILIARIES[language]
    for language in LANGUAGES
}
