"""Words by which an author judges or demands, folded words or base forms, for each language.

Beside the cues of opinion in `speech_cues`, which make an opinion of a sentence in a report: what
stands here may stand in a report as well, and tells something only of a sentence that is known to
be somebody's opinion. No English "fair" or "welcome": a trade fair and a warm welcome are facts; so
is what belongs to somebody ("gehört").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

_GERMAN = """
sollte sollten muss muessen muesste muessten darf duerfen duerfte braucht brauchen braeuchte
brauchte hilft nuetzt taugt lohnt klingt hoffentlich zurecht
richtig falsch gut besser schlecht schlechter schlimm schwach unnoetig noetig notwendig wichtig
klug unklug vernuenftig unvernuenftig sinnvoll sinnlos ueberzeugend ueberzeugen glaubwuerdig
unglaubwuerdig fair unfair gerecht ungerecht gefaehrlich riskant leichtsinnig teuer ueberteuert
lobenswert bedauerlich erfreulich bedenklich fragwuerdig zweifelhaft misstrauisch halbherzig
mutlos planlos ratlos kurzsichtig weitsichtig ueberfluessig unnuetz wertlos armselig
"""
_ENGLISH = """
should must ought needs need deserves deserve cannot hopefully rightly wrongly
wrong better worse good bad weak poor unfair sensible wise unwise dangerous unjust pointless
needless unnecessary necessary convincing unconvincing credible risky shortsighted misguided
regrettable laudable worthless wasteful foolhardy
"""
_GERMAN_NOUNS = """
fehler irrtum irrweg skandal unsinn zumutung blamage farce hohn trauerspiel armutszeugnis
versagen versaeumnis eitelkeit mogelpackung augenwischerei anmassung heuchelei torheit
gluecksfall lichtblick segen fluch schande trugschluss wunschdenken unrecht
"""
_ENGLISH_NOUNS = """
mistake nonsense failure shame disgrace folly hypocrisy vanity blunder farce
"""

JUDGING_NOUNS: dict[Language, frozenset[str]] = {
    "de": frozenset(_GERMAN_NOUNS.split()),
    "en": frozenset(_ENGLISH_NOUNS.split()),
}
# With the nouns. Looked up only where it is written small: "ein Bad", "das Gut Holm" are none.
JUDGING_WORDS: dict[Language, frozenset[str]] = {
    "de": JUDGING_NOUNS["de"] | frozenset(_GERMAN.split()),
    "en": JUDGING_NOUNS["en"] | frozenset(_ENGLISH.split()),
}
# They have a base form that judges, and tell of something else.
THINGS_TOLD: frozenset[str] = frozenset({"goods"})
