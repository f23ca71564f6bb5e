"""Which of the languages a text is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.stopwords import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Language

# Words of both languages, though perhaps of different sense, say nothing.
_BOTH = frozenset(
    "die war man hat also will so in an am was as bin mag not her hier rate fast mode kind all "
    "also ab mine sein dich seit wo one do over under warm bald arm gift most toll her ihr "
    "dies den dem bot bat gang fort rat des du es us me ist zu er man wer nun nah s t d m u "
    "a".split()
)
# Of these, German has so many that they count all the same.
_SURE_GERMAN = frozenset("ist zu dem den des ihr wer seit es er hier sein".split())
_GERMAN = (FUNCTION_WORDS["de"] - FUNCTION_WORDS["en"] - _BOTH) | _SURE_GERMAN
_ENGLISH = FUNCTION_WORDS["en"] - FUNCTION_WORDS["de"] - _BOTH | {"said", "says", "new", "who"}
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUT = re.compile(r"[äöüß]")
_GERMAN_SHAPE = re.compile(r"\w{3,}(?:ung|ungen|keit|heit|schaft|(?:lich|isch)(?:e[nrms]?)?)")
_ENGLISH_SHAPE = re.compile(r"\w{3,}(?:ing|ed|ly|ness|ought|ould)|wh\w+|\w+ght\w*")
# A function word counts for more than a letter or an ending, which names have as well.
_SURE, _LIKELY = 3, 1
# A beginning, a middle and an end of this length tell enough; a long text is not read twice.
_SAMPLE = 2000


def detect_language(text: str, *, default: Language = "de") -> Language:
    """Weigh function words, umlauts and endings of both languages in up to 6,000 characters.

    A text in which neither prevails is given `default`, as is one in any other language. Of a
    mixed text it is the language of which there is more.
    """
    german = english = 0
    for word in _sample_words(text):
        german += _weigh(word, _GERMAN, _UMLAUT.search(word) or _GERMAN_SHAPE.fullmatch(word))
        english += _weigh(word, _ENGLISH, _ENGLISH_SHAPE.fullmatch(word))
    if german == english:
        return default
    return "de" if german > english else "en"


def _sample_words(text: str) -> Iterable[str]:
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"
    return _WORD.findall(text.lower())


def _weigh(word: str, sure: frozenset[str], shape: re.Match[str] | None) -> int:
    if word in sure:
        return _SURE
    return _LIKELY if shape else 0
