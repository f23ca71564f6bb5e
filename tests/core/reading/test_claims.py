"""Cues that change how true a sentence is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.claims import find_claims
from bot.core.reading.drafting import cut_draft
from bot.core.reading.quotes import find_quotes

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.lemmas import DictionaryLemmatiser


def cues(
    text: str, lemmatiser: DictionaryLemmatiser, language: Language = "de"
) -> set[tuple[str, str]]:
    found = article(text, language=language)
    draft = cut_draft(found, lemmatiser)
    quotes = find_quotes(draft, (), lemmatiser=lemmatiser)
    return {(claim.kind, found.cut(claim.range)) for claim in find_claims(draft, quotes)}


@pytest.mark.parametrize(
    ("text", "kind", "cue"),
    [
        ("Das Werk soll im Mai öffnen.", "hedge", "soll"),
        ("Laut der Firma öffnet das Werk.", "hedge", "Laut"),
        ("Der Firma zufolge öffnet das Werk.", "hedge", "zufolge"),
        ("Nach ersten Angaben brannte das Werk.", "hedge", "Nach ersten Angaben"),
        ("Angeblich brannte das Werk.", "hedge", "Angeblich"),
        ("Das Werk sei geschlossen.", "hedge", "sei"),
        ("Die Firma verfüge über Geld.", "hedge", "verfüge"),
        ("Das dürfte teuer werden.", "hedge", "dürfte"),
        ("Die Firma bestritt den Brand.", "denial", "bestritt"),
        ("Sie wies alle Vorwürfe zurück.", "denial", "wies alle Vorwürfe zurück"),
        ("Leider brannte das Werk.", "opinion", "Leider"),
        ("Es ist das wichtigste Werk.", "opinion", "wichtigste"),
        ("Es stellt sich die Frage, wer zahlt.", "question", "stellt sich die Frage"),
        ("Offen bleibt, wer zahlt.", "question", "Offen bleibt"),
        ("Unklar war, wer zahlt.", "question", "Unklar"),
        ("Das Werk brannte nicht.", "negation", "nicht"),
        ("Er ging ohne Hut.", "negation", "ohne"),
        ("Falls es regnet, schließt das Werk.", "condition", "Falls"),
        ("Sollte es regnen, schließt das Werk.", "condition", "Sollte"),
    ],
)
def test_german_cues(text: str, kind: str, cue: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert (kind, cue) in cues(text, lemmatiser)


@pytest.mark.parametrize(
    ("text", "kind", "cue"),
    [
        ("The plant allegedly burned.", "hedge", "allegedly"),
        ("According to police the plant burned.", "hedge", "According to"),
        ("It may open in May.", "hedge", "may"),
        ("The firm denied the report.", "denial", "denied"),
        ("Sadly the plant burned.", "opinion", "Sadly"),
        ("It remains unclear who pays.", "question", "remains unclear"),
        ("Who pays is yet to be seen.", "question", "yet to be seen"),
        ("It didn't burn.", "negation", "didn't"),
        ("It opens without staff.", "negation", "without"),
        ("It opens unless it rains.", "condition", "unless"),
    ],
)
def test_english_cues(text: str, kind: str, cue: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert (kind, cue) in cues(text, lemmatiser, "en")


def test_a_plain_sentence_has_no_cue(lemmatiser: DictionaryLemmatiser) -> None:
    assert cues("Das Werk öffnete am Montag um acht Uhr.", lemmatiser) == set()


def test_the_particle_of_a_verb_is_no_negation(lemmatiser: DictionaryLemmatiser) -> None:
    assert cues("Das Fest fand am Montag statt.", lemmatiser) == set()


def test_a_question_of_the_article_is_open(lemmatiser: DictionaryLemmatiser) -> None:
    assert ("question", "?") in cues("Wer zahlt den Schaden?", lemmatiser)


def test_a_question_inside_a_quotation_is_not_the_articles(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    found = cues("Der Wirt fragte: „Wer zahlt mir den ganzen Schaden?“", lemmatiser)
    assert not [kind for kind, _ in found if kind == "question"]


def test_a_rhetorical_question_is_opinion(lemmatiser: DictionaryLemmatiser) -> None:
    assert ("opinion", "etwa") in cues("Soll das etwa alles sein?", lemmatiser)


def test_claims_are_in_the_order_of_the_text(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Angeblich kam er nicht. Falls es regnet, soll das Fest ausfallen."
    found = article(text)
    ranges = [claim.range for claim in find_claims(cut_draft(found, lemmatiser), ())]
    assert ranges == sorted(ranges)
