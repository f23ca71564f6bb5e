"""Which sentences tell the same news in other words, or in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.outcomes import CardFound
from bot.core.ranking import TopicArticle, gather
from bot.core.retelling import retells
from bot.core.subjects import find_subjects

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading
    from bot.core.ranking import Candidate
    from bot.library import Library


@pytest.fixture
def told(read: Callable[..., Reading]) -> Callable[[str, Language], Candidate]:
    """The first sentence of a text that was printed on Friday, 7 March 2025."""

    def build(text: str, language: Language) -> Candidate:
        reading = read(text, language=language, on="2025-03-07", title="")
        subject, *others = find_subjects(reading, ())
        found = gather((TopicArticle(reading, subject, tuple(others)),)).candidates
        return next(one for one in found if one.number == 0)

    return build


SAME: list[tuple[tuple[Language, str], tuple[Language, str]]] = [
    (
        ("de", "Die Nordbank hat am Montag in Kiel die Werft Nordlux gekauft."),
        ("de", "Die Nordbank übernahm am 3. März die Werft Nordlux."),
    ),
    (
        ("de", "Karl Muster hat am Montag bei Microsoft eine neue Ausstellung eröffnet."),
        ("en", "Karl Muster opened a show at Microsoft on Monday."),
    ),
    (
        ("en", "Microsoft published its model R1 on Monday."),
        ("de", "Microsoft brachte am 3. März das Modell R1 heraus."),
    ),
    (
        ("de", "Am Montag kamen in Kiel fünf weitere Orte hinzu."),
        ("de", "3. März 2025: Fünf neue Standorte in Kiel werden bekannt."),
    ),
    (
        ("de", "Das Geld für den Bau kommt aus Berlin, Hamburg und Paris."),
        ("en", "The money comes from Berlin, Hamburg and Paris."),
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_news_of_one_day_is_told_again(
    one: tuple[Language, str],
    other: tuple[Language, str],
    told: Callable[[str, Language], Candidate],
) -> None:
    first, second = told(one[1], one[0]), told(other[1], other[0])
    assert retells(first, second)


OTHER: list[tuple[tuple[Language, str], tuple[Language, str]]] = [
    # Another day.
    (
        ("de", "Die Nordbank hat am Montag die Werft Nordlux gekauft."),
        ("de", "Die Nordbank übernahm am 4. März die Werft Nordlux."),
    ),
    # Another place for as many.
    (
        ("de", "Am Montag kamen in Kiel fünf weitere Orte hinzu."),
        ("de", "3. März 2025: Fünf neue Standorte in Bern werden bekannt."),
    ),
    # Another number of them.
    (
        ("de", "Am Montag kamen in Kiel fünf weitere Orte hinzu."),
        ("de", "3. März 2025: Sechs neue Standorte in Kiel werden bekannt."),
    ),
    # A span of time is nothing that is counted.
    (
        ("de", "Am Montag begann in Kiel der Bau, der fünf Jahre dauert."),
        ("de", "Am Montag trat in Kiel der Leiter nach fünf Jahren ab."),
    ),
    # A sum that the other does not tell.
    (
        ("de", "Die Nordbank hat am Montag die Werft Nordlux gekauft."),
        ("de", "Die Nordbank hat am Montag die Werft Nordlux für 40 Millionen Euro gekauft."),
    ),
    # Somebody else acts.
    (
        ("de", "Karl Muster hat am Montag den Konzern Microsoft in Kiel gelobt."),
        ("en", "Microsoft fired Karl Muster on Monday."),
    ),
    # The same three, of whom another acts.
    (
        ("de", "Elon Musk hat Microsoft in Berlin verklagt."),
        ("en", "Microsoft has sued Elon Musk in Berlin."),
    ),
    # Another deed.
    (
        ("de", "Karl Muster traf am Montag in Kiel den Gründer von Microsoft."),
        ("de", "Karl Muster schwieg am 3. März zu Microsoft."),
    ),
    # A denial, and what is only expected.
    (
        ("de", "Karl Muster hat am Montag das Werk von Microsoft in Kiel eröffnet."),
        ("de", "Karl Muster hat am Montag das Werk von Microsoft in Kiel nicht eröffnet."),
    ),
    (
        ("de", "Karl Muster soll am Montag das Werk von Microsoft in Kiel eröffnet haben."),
        ("de", "Karl Muster hat am Montag das Werk von Microsoft in Kiel eröffnet."),
    ),
    # Of what somebody says there may be more on one day.
    (
        ("de", "Karl Muster sagte am Montag bei Microsoft, das Geld fehle."),
        ("de", "Karl Muster sagte am Montag bei Microsoft, er gehe bald in Rente."),
    ),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_news_of_the_same_names_is_not_told_again(
    one: tuple[Language, str],
    other: tuple[Language, str],
    told: Callable[[str, Language], Candidate],
) -> None:
    first, second = told(one[1], one[0]), told(other[1], other[0])
    assert not retells(first, second)


def test_a_card_tells_the_news_of_a_day_once(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(
            "Karl Muster hat am Montag das Werk von Microsoft eröffnet. Das Werk von Microsoft "
            "liegt am Hafen von Kiel. Microsoft beschäftigt dort 240 Leute.",
            id="a",
            on="2025-03-07",
        ),
        read(
            "Microsoft hat lange gebaut. Karl Muster weihte das Werk von Microsoft am 3. März ein.",
            id="b",
            on="2025-03-07",
        ),
    )
    found = library.brief("Microsoft")
    assert isinstance(found, CardFound)
    told = [point.text for point in (*found.card.lead, *found.card.facts)]
    assert sum("Karl Muster" in text for text in told) == 1
