"""Which sentences stand for an article."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Quote, Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.salience import rank_sentences, score_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

NEWS = (
    "Der Rat der Stadt Bern will den neuen Hafen für 40 Millionen Euro bauen. "
    "Der Hafen soll im Süden der Stadt entstehen und Platz für viele Schiffe bieten. "
    "Die Kosten für den Hafen trägt zur Hälfte das Land."
)
# Shorter articles keep their order. No word of this says anything.
REST = " " + " ".join(f"A{n}a b{n}b c{n}c d{n}d e{n}e f{n}f." for n in range(50))


def rank(text: str, lemmatiser: DictionaryLemmatiser, **more: Any) -> tuple[int, ...]:
    draft = cut_draft(article(text, **more), lemmatiser)
    return rank_sentences(score_sentences(draft, ()))


def test_plain_news_keeps_its_first_sentence_first(lemmatiser: DictionaryLemmatiser) -> None:
    assert rank(NEWS, lemmatiser, title="Bern baut Hafen")[0] == 0


def test_a_remark_before_the_news_is_passed_over(lemmatiser: DictionaryLemmatiser) -> None:
    text = f"„Ich glaube es ja kaum“, ruft Holm und lacht laut. {NEWS}{REST}"
    assert rank(text, lemmatiser, title="Bern baut Hafen")[0] != 0


def test_a_sentence_that_says_the_same_again_comes_later(lemmatiser: DictionaryLemmatiser) -> None:
    first = NEWS.split(". ", maxsplit=1)[0] + "."
    ranking = rank(f"{first} {NEWS}{REST}", lemmatiser, title="Bern baut Hafen")
    assert {2, 3} < set(ranking[:3])


def test_a_quotation_counts_less_than_the_same_words_outside(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    draft = cut_draft(article(NEWS + REST, title="Hafen"), lemmatiser)
    last = draft.sentences[1].range
    quote = Quote(Range(*last), "direct", Range(*last))
    free = score_sentences(draft, ())
    quoted = score_sentences(draft, (quote,))
    assert quoted[1] < free[1]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        pytest.param("„Oh“, ruft Holm. " + NEWS, {"title": "Bern baut Hafen"}, id="short"),
        pytest.param("„Oh“, ruft Holm. " + NEWS + REST, {"title": ""}, id="untitled"),
        pytest.param("„Oh“, ruft Holm. " + NEWS + REST, {"title": "„Oh“, ruft…"}, id="stand-in"),
        pytest.param(
            "`Oh,' he said. " + NEWS + REST, {"title": "Hafen", "language": "en"}, id="en"
        ),
    ],
)
def test_what_the_weights_were_not_fitted_to_keeps_its_order(
    text: str, more: dict[str, Any], lemmatiser: DictionaryLemmatiser
) -> None:
    ranking = rank(text, lemmatiser, **more)
    assert ranking == tuple(range(len(ranking)))


def test_scores_lie_between_nought_and_one(lemmatiser: DictionaryLemmatiser) -> None:
    scores = score_sentences(cut_draft(article(NEWS), lemmatiser), ())
    assert max(scores) == 1
    assert min(scores) > 0


def test_an_article_without_sentences_has_no_scores(lemmatiser: DictionaryLemmatiser) -> None:
    assert score_sentences(cut_draft(article(""), lemmatiser), ()) == ()


def test_equal_scores_are_ranked_by_place() -> None:
    assert rank_sentences((0.5, 1.0, 0.5)) == (1, 0, 2)


@given(text=st.text(alphabet='abAB1. „“"?\n:', max_size=300), rest=st.sampled_from(["", REST]))
def test_every_sentence_is_ranked_once(
    text: str, rest: str, lemmatiser: DictionaryLemmatiser
) -> None:
    draft = cut_draft(article(text + rest), lemmatiser)
    ranking = rank_sentences(score_sentences(draft, ()))
    assert sorted(ranking) == list(range(len(draft.sentences)))


def test_a_word_of_any_length_breaks_nothing(lemmatiser: DictionaryLemmatiser) -> None:
    assert rank("a" * 100_000 + ". Danach kam Holm." + REST, lemmatiser)[0] in (0, 1)


def test_the_top_tells_more_of_the_standfirst_than_the_lead(
    shared: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    """ROUGE-1 recall at 25 words, 400 articles: lead 20.5, ours 22.2."""
    with gzip.open(shared / "data/summaries/de-teaser-dev.jsonl.gz", "rt", encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    gains = []
    for row in rows:
        draft = cut_draft(article(row["text"], title=row["title"]), lemmatiser)
        texts = [draft.article.cut(sentence.range) for sentence in draft.sentences]
        ranking = rank_sentences(score_sentences(draft, ()))
        ours, lead = [texts[place] for place in ranking], texts
        gains.append(recall(ours, row["reference"]) - recall(lead, row["reference"]))
    assert sum(gains) / len(gains) > 0.008


def recall(sentences: list[str], reference: str) -> float:
    shown = re.findall(r"\w+", " ".join(" ".join(sentences).split()[:25]).lower())
    wanted = Counter(re.findall(r"\w+", reference.lower()))
    return sum((Counter(shown) & wanted).values()) / max(1, sum(wanted.values()))
