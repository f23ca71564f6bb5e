"""A sentence that was changed so that it says something else never confirms the first one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from evaluation import ROOT, load_folder

from bot.core.assertions import assertion_of, confirms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.models import Language, Reading

# The first finite verbs that a sentence is searched for, with another in the place of each.
_OTHER_VERBS: dict[Language, dict[str, str]] = {
    "de": {
        "kündigte": "sagte",
        "gehört": "kauft",
        "sank": "stieg",
        "gefallen": "gestiegen",
        "kostet": "verliert",
        "zählte": "verließ",
        "entstand": "endete",
        "lehnte": "nahm",
        "übernahm": "verlor",
        "kommen": "gehen",
        "bauen": "schließen",
        "vorgestellt": "beerdigt",
    },
    "en": {
        "said": "denied",
        "offered": "refused",
        "bought": "sold",
        "released": "withdrew",
        "announced": "cancelled",
        "built": "closed",
        "build": "close",
        "founded": "dissolved",
        "rose": "fell",
        "fell": "rose",
    },
}
_FINITE: dict[Language, str] = {
    "de": r"\b(ist|sind|war|wurde|hat|hatte|will|wird|soll|kostet|sank|gehört|zählte|entstand)\b",
    "en": r"\b(is|are|was|were|has|had|will|would|can)\b",
}
_NOT: dict[Language, str] = {"de": "nicht", "en": "not"}
_HEDGE: dict[Language, str] = {"de": "angeblich", "en": "allegedly"}


@pytest.fixture(scope="module")
def sentences() -> list[tuple[Language, str]]:
    """The sentences of the seeds, as they are printed, a line each."""
    return [
        (article.language, text)
        for article in load_folder(ROOT / "seeds")
        for text in re.split(r"(?<=[.!?])\s+", article.text)
        if len(text.split()) > 4 and "\n" not in text
    ]


def _inserted(word: str, language: Language, text: str) -> Iterator[str]:
    """The sentence with a word behind its first finite verb."""
    match = re.search(_FINITE[language], text)
    if match:
        yield f"{text[: match.end()]} {word}{text[match.end() :]}"


def _negated(language: Language, text: str) -> Iterator[str]:
    yield from _inserted(_NOT[language], language, text)


def _hedged(language: Language, text: str) -> Iterator[str]:
    yield from _inserted(_HEDGE[language], language, text)


def _reworded(language: Language, text: str) -> Iterator[str]:
    for verb, other in _OTHER_VERBS[language].items():
        if re.search(rf"\b{verb}\b", text):
            yield re.sub(rf"\b{verb}\b", other, text, count=1)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("mutate", "least"),
    [(_negated, 20), (_hedged, 20), (_reworded, 3)],
    ids=["not", "hedge", "verb"],
)
def test_a_mutated_twin_never_confirms(
    mutate: Callable[[Language, str], Iterator[str]],
    least: int,
    language: Language,
    sentences: list[tuple[Language, str]],
    read: Callable[..., Reading],
) -> None:
    tried = 0
    faults = []
    for spoken, text in sentences:
        if spoken != language:
            continue
        first = read(text, language=language)
        if len(first.analysis.sentences) != 1:
            continue
        one = assertion_of(first, 0)
        for twin in mutate(language, text):
            second = read(twin, language=language, id="b")
            if len(second.analysis.sentences) != 1:
                continue
            other = assertion_of(second, 0)
            is_wrong = mutate is not _hedged or not one.is_hedged
            tried += 1
            if is_wrong and (confirms(other, one) or confirms(one, other)):
                faults.append((text, twin))
    assert faults == []
    assert tried >= least
