"""Lines of a chronicle: "5. Mai 2025: OpenAI bleibt …" begins with its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.models import Range
from bot.core.within import inside

if TYPE_CHECKING:
    from bot.core.models import DateMention, Reading, Sentence

_LONGEST_OPENING = 60
# What stands beside dates before the colon: "vor gut zwei Monaten".
_BESIDE = frozenset(
    "vor gut knapp rund etwa fast am im in ein einem einer zwei drei vier fünf sechs sieben acht "
    "neun zehn tag tagen woche wochen monat monaten jahr jahren vorgestern gestern heute on about "
    "ago one two three four five six days weeks months years day week month year".split()
)
_WORD = re.compile(r"\w+")


def behind_its_date(reading: Reading, sentence: Sentence, mention: DateMention) -> Range | None:
    """The sentence without the day that opens it, if nothing else stands before its colon."""
    text = reading.article.text
    colon = text.find(": ", sentence.start, sentence.start + _LONGEST_OPENING)
    if colon < 0 or not Range(sentence.start, colon + 1).contains(mention.range):
        return None
    dates = inside(reading.analysis.dates, Range(sentence.start, colon))
    for word in _WORD.finditer(text, sentence.start, colon):
        place = Range(word.start(), word.end())
        is_date = any(one.range.contains(place) for one in dates)
        if not is_date and word[0].lower() not in _BESIDE:
            return None
    return Range(colon + 2, sentence.end) if colon + 2 < sentence.end else None
