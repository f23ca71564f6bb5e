"""A text that several papers print is one text, and confirms nothing that it says itself."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from bot.core.copies import find_copies
from bot.core.models import TopicRule
from bot.core.outcomes import CardFound
from bot.dialogue.card_outline import outline_card
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import TopicCard
    from bot.core.models import Language, Reading
    from bot.library import Library

    Read = Callable[..., Reading]
    LibraryOf = Callable[..., Library]

AGENCY = (
    "Die Firma Nordlicht streicht in Lunebad 300 Stellen. Das teilte Nordlicht am Dienstag in "
    "Lunebad mit. Betroffen sind vor allem die Werft und die Verwaltung der Firma. Der "
    "Betriebsrat kündigte Widerstand an. Im vergangenen Jahr hatte Nordlicht noch einen Gewinn "
    "von 12 Millionen Euro gemeldet."
)
EDITED = (
    AGENCY.replace("kündigte Widerstand an", "will sich wehren").split(" Im vergangenen")[0]
    + " Mehr dazu lesen Sie morgen."
)
OWN = (
    "300 Beschäftigte der Firma Nordlicht verlieren ihre Arbeit. Vor dem Tor in Lunebad "
    "standen am Mittag viele von ihnen im Regen. Der Vorstand von Nordlicht begründet den Schritt "
    "mit den Frachtpreisen, die seit dem Sommer fallen."
)
ENGLISH = (
    "The shipping company Nordlicht is cutting 300 jobs in Lunebad. Nordlicht said so in Lunebad "
    "on Tuesday. The yard and the administration are hit hardest."
)


@pytest.fixture
def papers(read: Read) -> tuple[Reading, ...]:
    return (
        read(AGENCY, id="a", outlet="Morgenblatt", title="Nordlicht spart", on="2025-03-04"),
        read(EDITED, id="b", outlet="Abendblatt", title="Stellen fallen weg", on="2025-03-04"),
        read(AGENCY, id="c", outlet="Küstenbote", title="300 Stellen weg", on="2025-03-05"),
        read(OWN, id="d", outlet="Lunebote", title="Im Regen", on="2025-03-05"),
    )


def card_of(library: Library, language: Language = "de") -> TopicCard:
    found = library.brief("nordlicht", language=language)
    assert isinstance(found, CardFound)
    return found.card


def test_an_edited_and_shortened_text_is_a_copy_of_the_earliest(
    papers: tuple[Reading, ...],
) -> None:
    for some in permutations(papers):
        assert find_copies(some) == {"b": "a", "c": "a"}


def test_the_same_text_with_another_number_is_no_copy(read: Read) -> None:
    other = read(AGENCY.replace("300", "500"), id="b")
    assert find_copies([read(AGENCY), other]) == {}


def test_a_report_in_its_own_words_or_in_another_language_is_no_copy(read: Read) -> None:
    own, english = read(OWN, id="b"), read(ENGLISH, id="c", language="en")
    assert find_copies([read(AGENCY), own, english]) == {}


def test_copies_count_once_and_all_their_outlets_are_named(
    papers: tuple[Reading, ...], library_of: LibraryOf
) -> None:
    card = card_of(library_of(*papers))
    assert (card.articles, card.outlets, card.copies) == (4, 4, 2)
    assert {source.outlet for source in card.sources} >= {
        "Morgenblatt",
        "Abendblatt",
        "Küstenbote",
    }
    texts = {source.id: source.copy_of or source.n for source in card.sources}
    assert texts["a"] == texts["b"] == texts["c"]
    outline = outline_card(card, Viewer("de"))
    assert "4 Artikel (davon 2 Abschriften) · 4 Quellen" in outline.title.text
    cited = [line.text for section in outline.sections for line in section.lines]
    assert sum("weitgehend derselbe Text wie [" in line for line in cited) == 2
    # What the one text says is cited once, though the articles that carry it are all there.
    (said,) = [point for point in card.lead if len(point.sources) == 3]
    (line,) = [line for line in cited if line.startswith(said.text)]
    assert line.count("[") == 1


def test_copies_alone_confirm_nothing(papers: tuple[Reading, ...], library_of: LibraryOf) -> None:
    card = card_of(library_of(*papers[:3]), "en")
    outline = outline_card(card, Viewer("en"))
    assert "3 articles (2 of them copies) · 3 sources" in outline.title.text
    assert "All articles carry the same text; not confirmed by a second." in outline.footer[0].text
    assert [source.copy_of for source in card.sources] == [None, 1, 1]


def test_a_copy_gives_a_sentence_no_more_weight(
    papers: tuple[Reading, ...], library_of: LibraryOf, read: Read
) -> None:
    own = papers[3]
    confirmed = read(
        "Die Firma Nordlicht baut in Lunebad 20 neue Fähren. Der Stadtrat weiß davon.",
        id="e",
        outlet="Hafenblatt",
        on="2025-03-05",
    )
    copies = [read(AGENCY, id=f"a{n}", outlet=f"Blatt {n}", on="2025-03-04") for n in range(4)]
    alone = card_of(library_of(papers[0], own, confirmed))
    copied = card_of(library_of(papers[0], *copies, own, confirmed))
    assert [point.text for point in alone.lead] == [point.text for point in copied.lead]


def test_the_order_of_the_articles_does_not_matter(
    papers: tuple[Reading, ...], library_of: LibraryOf
) -> None:
    assert len({repr(card_of(library_of(*some))) for some in permutations(papers)}) == 1


def test_a_copy_of_what_was_told_is_no_news(read: Read, library_of: LibraryOf) -> None:
    first = read(AGENCY, id="a", outlet="Morgenblatt", on="2025-03-04")
    copied = read(AGENCY, id="b", outlet="Abendblatt", on="2025-03-06")
    rules = (TopicRule("Nordlicht"),)
    library = library_of(first, copied, rules=rules)
    digest = library.digest(date(2025, 3, 7), topics=("Nordlicht",))
    assert digest.entries == ()
    assert digest.unchanged == ("Nordlicht",)
    assert card_of(library).status == "unchanged"
    news = read(OWN, id="c", outlet="Lunebote", on="2025-03-06")
    digest = library_of(first, copied, news, rules=rules).digest(
        date(2025, 3, 7), topics=("Nordlicht",)
    )
    (entry,) = digest.entries
    assert (entry.status, entry.line.spans[0].article) == ("updated", "c")


def test_a_topic_with_copies_alone_takes_no_place_from_others(
    read: Read, library_of: LibraryOf
) -> None:
    library = library_of(
        read(AGENCY, id="a", outlet="Morgenblatt", on="2025-03-04", title="Nordlicht"),
        *(
            read(AGENCY, id=f"b{n}", outlet=f"Blatt {n}", on="2025-03-06", title="Nordlicht")
            for n in range(3)
        ),
        read(
            "Die Firma Sonnenau baut in Kiel ein Wärmenetz. Sonnenau zahlt 40 Millionen Euro.",
            id="c",
            on="2025-03-06",
            title="Sonnenau baut",
        ),
    )
    digest = library.digest(date(2025, 3, 7), limit=1)
    assert [entry.card.name for entry in digest.entries] == ["Sonnenau"]


def test_a_digest_mentions_an_event_once(read: Read, library_of: LibraryOf) -> None:
    """Two papers tell of one event in their own words, each in its language."""
    german = (
        "Die Firma Nordlicht übernimmt in Kiel für 60 Millionen Euro den Konkurrenten Sonnenau. "
        "Das gab Nordlicht am Donnerstag bekannt. Nordlicht hat 4.000 Beschäftigte."
    )
    english = (
        "The company Sonnenau is being bought by Nordlicht in Kiel for 60 million euros. Sonnenau "
        "confirmed it on Thursday. Nordlicht employs 4,000 people, Sonnenau said."
    )
    library = library_of(
        read(german, id="a", outlet="Morgenblatt", on="2025-03-06", title="Nordlicht kauft zu"),
        read(english, id="b", outlet="Daily", on="2025-03-06", title="Sonnenau", language="en"),
    )
    digest = library.digest(date(2025, 3, 7))
    assert len(digest.entries) == 1
    assert {source.outlet for source in digest.entries[0].card.sources} <= {"Morgenblatt", "Daily"}
