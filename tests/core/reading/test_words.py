"""Words, their places and base forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Language, Range, Sentence
from bot.core.reading.drafting import cut_draft
from bot.core.reading.words import build_sentence

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser


class AsWritten:
    """A lemmatiser without a dictionary."""

    def lemma(self, word: str, language: Language) -> str:
        del language
        return word

    def is_known(self, word: str, language: Language) -> bool:
        del word, language
        return False


def build(text: str) -> Sentence:
    part = Range(0, len(text))
    return build_sentence(text, part, 0, language="de", lemmatiser=AsWritten())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4,5 von 100.000 um 20:45", ("4,5", "von", "100.000", "um", "20:45")),
        ("der 30-jährige Holm", ("der", "30-jährige", "Holm")),
        ("3,5-fach und AT&T", ("3,5-fach", "und", "AT&T")),
        ("Holm's, Holm’s Boot", ("Holm's", "Holm’s", "Boot")),
        ("Aus- und Umbau", ("Aus", "und", "Umbau")),
        ("E-Mail-Adresse", ("E-Mail-Adresse",)),
        ("so 😀 gut 👍🏽", ("so", "gut")),
        ("($80) 17%", ("80", "17")),
    ],
)
def test_words_keep_their_inner_marks(text: str, words: tuple[str, ...]) -> None:
    assert build(text).words == words


def test_a_soft_hyphen_stays_in_the_word_and_leaves_the_base_form() -> None:
    sentence = build("Rat\u00adhaus")
    assert (sentence.words, sentence.lemmas) == (("Rat\u00adhaus",), ("rathaus",))


def test_an_accent_set_apart_belongs_to_its_word() -> None:
    assert build("Cafe\u0301s zu").words == ("Cafe\u0301s", "zu")


def test_base_forms_are_folded(lemmatiser: DictionaryLemmatiser) -> None:
    draft = cut_draft(article("Die Häuser brannten."), lemmatiser)
    assert draft.sentences[0].lemmas[1] == "haus"


def test_punctuation_has_no_words() -> None:
    assert build("?! …").words == ()


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    sentence = build(text)
    for place, word in enumerate(sentence.words):
        start, end = sentence.word_range(place)
        assert text[start:end] == word
    assert len(sentence.words) == len(sentence.lemmas) == len(sentence.offsets)


def test_headings_are_no_sentences(lemmatiser: DictionaryLemmatiser) -> None:
    draft = cut_draft(article("Es regnet.\n\nNeuer Streit\n\nEs schneit."), lemmatiser)
    assert [draft.article.cut(unit.range) for unit in draft.headings] == ["Neuer Streit"]
    assert [draft.article.cut(unit.range) for unit in draft.sentences] == [
        "Es regnet.",
        "Es schneit.",
    ]
