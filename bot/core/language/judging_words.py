"""Words of both languages by which an author judges or demands, folded words or base forms.

Beside the cues of opinion in `speech_cues`, which make an opinion of a sentence in a report: what
stands here may stand in a report as well, and tells something only of a sentence that is known to
be somebody's opinion.
"""

from __future__ import annotations

_DEMANDS = """
sollte sollten muss muessen muesste muessten darf duerfen duerfte braucht brauchen braeuchte
brauchte gehoert hilft nuetzt taugt lohnt klingt hoffentlich zurecht
should must ought needs need deserves deserve cannot hopefully rightly wrongly
"""
_QUALITIES = """
richtig falsch gut besser schlecht schlechter schlimm schwach unnoetig noetig notwendig wichtig
klug unklug vernuenftig unvernuenftig sinnvoll sinnlos ueberzeugend ueberzeugen glaubwuerdig
unglaubwuerdig fair unfair gerecht ungerecht gefaehrlich riskant leichtsinnig teuer ueberteuert
lobenswert bedauerlich erfreulich bedenklich fragwuerdig zweifelhaft misstrauisch halbherzig
mutlos planlos ratlos kurzsichtig weitsichtig ueberfluessig unnuetz wertlos armselig
wrong better worse good bad weak poor welcome sensible wise unwise dangerous unjust pointless
needless unnecessary necessary convincing unconvincing credible risky shortsighted misguided
regrettable laudable worthless wasteful foolhardy
"""
_NOUNS = """
fehler irrtum irrweg skandal unsinn zumutung blamage farce hohn trauerspiel armutszeugnis
versagen versaeumnis eitelkeit mogelpackung augenwischerei anmassung heuchelei torheit
gluecksfall lichtblick segen fluch schande trugschluss wunschdenken unrecht
mistake nonsense failure shame disgrace folly hypocrisy vanity blunder
"""

JUDGING_NOUNS: frozenset[str] = frozenset(_NOUNS.split())
JUDGING_WORDS: frozenset[str] = frozenset((_DEMANDS + _QUALITIES + _NOUNS).split())
