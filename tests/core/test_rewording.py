"""Which sentences say the same in other words, whatever the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.outcomes import CardFound
from bot.core.ranking import TopicArticle, gather
from bot.core.rewording import rewords
from bot.core.subjects import find_subjects

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading
    from bot.core.ranking import Candidate
    from bot.library import Library

_Text = tuple["Language", str]


@pytest.fixture
def told(read: Callable[..., Reading]) -> Callable[[_Text], Candidate]:
    """The first sentence of a text that was printed on Friday, 7 March 2025."""

    def build(text: _Text) -> Candidate:
        reading = read(text[1], language=text[0], on="2025-03-07", title="")
        subject, *others = find_subjects(reading, ())
        found = gather((TopicArticle(reading, subject, tuple(others)),)).candidates
        return next(one for one in found if one.number == 0)

    return build


MONEY = ("de", "SoftBank trägt die finanzielle Verantwortung, Microsoft die operative.")
SAME: list[tuple[_Text, _Text]] = [
    (MONEY, ("de", "Für die Finanzen ist SoftBank verantwortlich, für den Betrieb Microsoft.")),
    (MONEY, ("en", "SoftBank has the financial responsibility.")),
    (
        MONEY,
        (
            "de",
            "SoftBank übernahm die finanzielle Verantwortung, Microsoft die operative, Bern zahlt.",
        ),
    ),
    (
        ("de", "Elon Musk liegt seit Jahren mit Sam Altman im Streit."),
        ("en", "Elon Musk and Sam Altman have been at odds for years."),
    ),
    (
        ("de", "Die Technologie kommt unter anderem von Intel, Microsoft und Nvidia."),
        ("de", "Als Technologiepartner werden Intel, Microsoft, Nvidia und Oracle genannt."),
    ),
]
OTHER: list[tuple[_Text, _Text]] = [
    (
        ("de", "Die Kurse von Microsoft und Nvidia steigen."),
        ("de", "Die Kurse von Microsoft und Nvidia fallen."),
    ),
    (
        ("de", "Elon Musk hat Sam Altman verklagt."),
        ("de", "Elon Musk hat Sam Altman eingeladen."),
    ),
    (
        ("de", "Microsoft und Nvidia haben 2019 einen Vertrag geschlossen."),
        ("de", "Microsoft und Nvidia haben 2023 einen Vertrag geschlossen."),
    ),
    (
        ("de", "Microsoft und Nvidia bauen ein Werk."),
        ("de", "Microsoft und Nvidia bauen ein Werk für 40 Millionen Euro."),
    ),
    (
        ("de", "Microsoft und Nvidia bauen ein Werk."),
        ("de", "Microsoft und Nvidia bauen kein Werk."),
    ),
    (MONEY, ("en", "Elon Musk has the financial responsibility.")),
    (
        ("de", "Microsoft verklagte Nvidia."),
        ("de", "Nvidia reichte Klage gegen Microsoft ein."),
    ),
    (
        ("en", "Microsoft sued Nvidia."),
        ("en", "Nvidia filed a lawsuit against Microsoft."),
    ),
    (
        ("de", "Siemens hat Bosch übernommen."),
        ("de", "Die Übernahme von Siemens durch Bosch ist beschlossen."),
    ),
    (
        ("en", "Microsoft denied the offer to Nvidia."),
        ("en", "Nvidia rejected a bid by Microsoft."),
    ),
    (
        ("de", "Microsoft unterstützt die Übernahme von Nvidia."),
        ("de", "Microsoft untersagt die Übernahme von Nvidia."),
    ),
    (MONEY, ("de", "SoftBank und Microsoft kündigen eine Fabrik in Kiel an.")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_is_told_once(
    one: _Text, other: _Text, told: Callable[[_Text], Candidate]
) -> None:
    assert rewords(told(one), told(other))
    assert rewords(told(other), told(one))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_deeds_and_denials_of_the_same_are_told(
    one: _Text, other: _Text, told: Callable[[_Text], Candidate]
) -> None:
    assert not rewords(told(one), told(other))
    assert not rewords(told(other), told(one))


def test_a_card_tells_once_what_three_articles_word_differently(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(f"{MONEY[1]} Das Werk von SoftBank und Microsoft steht in Kiel.", id="a"),
        read(
            "Für die Finanzen ist SoftBank verantwortlich, für den Betrieb Microsoft. SoftBank "
            "beschäftigt in Kiel 240 Leute.",
            id="b",
        ),
        read(
            "SoftBank has the financial responsibility. SoftBank bought land in Kiel.",
            id="c",
            language="en",
        ),
    )
    found = library.brief("SoftBank")
    assert isinstance(found, CardFound)
    texts = [point.text for point in (*found.card.lead, *found.card.facts)]
    assert sum("verantwort" in text.lower() or "responsib" in text for text in texts) == 1
