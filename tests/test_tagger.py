"""The file of weights: whole, pinned, opened late, and what it finds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.drafting import cut_draft
from bot.core.reading.name_scoring import LABELS
from bot.core.reading.names import find_names
from bot.tagger import LISTS, LISTS_SHA256, MODEL, SHA256, BrokenWeights, WeightedTagger, pack

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

MOVES = [[0] * len(LABELS)] * len(LABELS)
LARGEST = 3_000_000


@pytest.fixture(scope="session")
def tagger() -> WeightedTagger:
    return WeightedTagger()


def kinds(
    text: str, lemmatiser: DictionaryLemmatiser, tagger: WeightedTagger, **more: str
) -> dict[str, str]:
    draft = cut_draft(article(text, **more), lemmatiser)
    return {
        name.name: name.kind for name in find_names(draft, lemmatiser=lemmatiser, tagger=tagger)
    }


def lanes(points: int) -> list[int]:
    shifted = [points >> (32 * place) & 0xFFFF_FFFF for place in range(len(LABELS))]
    return [lane - shifted[0] for lane in shifted]


def test_the_files_are_those_that_the_constants_name() -> None:
    assert hashlib.sha256(MODEL.read_bytes()).hexdigest() == SHA256
    assert hashlib.sha256(LISTS.read_bytes()).hexdigest() == LISTS_SHA256


def test_the_files_are_small() -> None:
    assert MODEL.stat().st_size + LISTS.stat().st_size < LARGEST


def test_lists_tell_first_names_family_names_and_places_apart(tagger: WeightedTagger) -> None:
    marks = {word: tagger.listed(word) for word in ("Angela", "Schröder", "Seeburg", "Verein")}
    assert marks == {"Angela": "FI", "Schröder": "S", "Seeburg": "2", "Verein": ""}


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "names-de.weights"
    path.write_bytes(MODEL.read_bytes()[:-1])
    with pytest.raises(BrokenWeights, match=r"names-de\.weights"):
        WeightedTagger(path).moves()


def test_nothing_is_read_before_the_first_question(tmp_path: Path) -> None:
    tagger = WeightedTagger(tmp_path / "absent")
    with pytest.raises(FileNotFoundError):
        tagger.moves()


def test_points_of_several_attributes_add_up(tmp_path: Path) -> None:
    first = [0, 5, -7, 0, 0, 0, 0, 0, 32_000]
    second = [0, -9, -7, 0, 1, 0, 0, 0, 32_000]
    content = pack({"wärme": first, "a b": second}, MOVES, about="Ω")
    path = tmp_path / "weights"
    path.write_bytes(content)
    tagger = WeightedTagger(path, sha256=hashlib.sha256(content).hexdigest())
    assert lanes(tagger.points(["wärme", "unheard", "a b"])) == [
        one + other for one, other in zip(first, second, strict=True)
    ]


def test_what_was_never_seen_says_nothing(tagger: WeightedTagger) -> None:
    assert lanes(tagger.points(["no such attribute"])) == [0] * len(LABELS)


def test_names_that_no_list_has_are_found(
    lemmatiser: DictionaryLemmatiser, tagger: WeightedTagger
) -> None:
    text = "Der Bürgermeister traf sich in Elmstadt mit Jorinde Paschkowiak."
    assert kinds(text, lemmatiser, tagger) == {
        "Elmstadt": "LOC",
        "Jorinde Paschkowiak": "PER",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag begann im Januar die Beratung über 500 Milliarden Dollar.",
        "Künstliche Intelligenz hilft der Branche, und Rechenzentren brauchen Strom.",
        "Die Amerikaner hoffen auf Arbeitsplätze, die Chinesen auf Aufträge.",
        "Das Unternehmen teilte mit, der Vorstand habe den Vertrag geprüft.",
    ],
)
def test_ordinary_sentences_hold_no_names(
    lemmatiser: DictionaryLemmatiser, tagger: WeightedTagger, text: str
) -> None:
    assert kinds(text, lemmatiser, tagger) == {}


def test_the_users_article_keeps_its_names(
    shared: Path, lemmatiser: DictionaryLemmatiser, tagger: WeightedTagger
) -> None:
    text = (shared / "seeds" / "000_5591d08ff4297b4b.txt").read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    body = rest.replace("\n11\n", "\n", 1).strip()
    assert kinds(body, lemmatiser, tagger, title=title) == {
        **dict.fromkeys(
            ("Donald Trump", "Elon Musk", "Sam Altman", "Karoline Leavitt", "Larry Ellison"), "PER"
        ),
        **dict.fromkeys(
            ("Softbank", "Oracle", "OpenAI", "xAI", "Deepmind", "Fox News", "SpaceX", "Tesla"),
            "ORG",
        ),
        "Weißes Haus": "ORG",
        **dict.fromkeys(("Stargate", "ChatGPT", "X"), "OTHER"),
    }
