from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from feeds.newsroom import item, open_newsroom, page, rss

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.people import Asker, Place
from bot.dialogue.answers import CardAnswer, DigestAnswer, NotFoundAnswer
from bot.library import Library
from bot.stocking import Stock, Workshop
from bot.stocking.shelving import StockShelf
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.cards import TopicCard
    from bot.core.models import Article
    from bot.dialogue.answers import Answer
    from bot.lemmas import DictionaryLemmatiser
    from bot.sources.sandbox import Sandbox
    from bot.store import Store

TUESDAY = date(2026, 1, 6)
TEXT = (
    (
        "Die Lufthansa streicht in den kommenden Jahren 3.000 Stellen. Das teilte die Lufthansa am "
        "Montag in Frankfurt mit."
    ),
    (
        "Konzernchef Carsten Spohr nannte den Schritt der Lufthansa schmerzhaft. Die Gewerkschaft "
        "Verdi kündigte Widerstand gegen die Lufthansa an."
    ),
)
MENDED = tuple(text.replace("3.000", "5.000") for text in TEXT)


def test_from_the_feed_to_the_card_to_the_digest_to_what_was_corrected(
    store: Store, sandbox: Sandbox, lemmatiser: DictionaryLemmatiser
) -> None:
    async def live() -> None:
        async with open_newsroom(store, sandbox) as room:
            room.follow("/feed", outlet="Musterblatt")
            room.site.say("/feed", rss())
            room.now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
            await room.refresh()

            # It appears, and within the interval it can be asked for.
            at = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
            room.site.say(
                "/feed", rss(item(1, room.url("/a"), title="Lufthansa streicht Stellen", at=at))
            )
            room.site.say("/a", page(*TEXT), content_type="text/html")
            wait = max(store.feeds.states()[room.feeds[0].address].next_at - room.now, timedelta())
            await room.refresh(after=wait)
            assert wait <= timedelta(hours=12)
            card = ask(room.shelf.articles, lemmatiser)
            assert card.status == "new"
            assert card.sources[0].outlet == "Musterblatt"
            assert card.sources[0].url == room.url("/a")

            # Next morning it is in the digest as new.
            digest = library(room.shelf.articles, lemmatiser).digest(TUESDAY, at=time(7, 30))
            entries = {entry.card.name: entry.status for entry in digest.entries}
            assert entries.get("Lufthansa") == "new"

            # It is corrected, and the card shows what changed.
            mended = [text.replace("3.000", "5.000") for text in TEXT]
            room.now = datetime(2026, 1, 6, 10, 0, tzinfo=UTC)
            room.site.say(
                "/feed",
                rss(item(1, room.url("/a"), title="Lufthansa streicht Stellen", summary="!")),
            )
            room.site.say("/a", page(*mended), content_type="text/html")
            await room.refresh()
            card = ask(room.shelf.articles, lemmatiser)
            assert card.status == "updated"
            (change,) = [one for one in card.changes if one.kind == "changed"]
            assert "5.000" in change.point.text
            assert change.before is not None
            assert "3.000" in change.before.text
            others = [*card.lead, *card.facts, *(voice.point for voice in card.voices)]
            assert all("3.000" not in one.text for one in others)
            assert card.articles == 1
            assert not card.disputed

    asyncio.run(live())


def ask(articles: Sequence[Article], lemmatiser: DictionaryLemmatiser) -> TopicCard:
    found = library(articles, lemmatiser).brief("lufthansa")
    assert isinstance(found, CardFound)
    return found.card


def library(articles: Sequence[Article], lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    return Library.of((reader.reading(one) for one in articles), lemmatiser=lemmatiser)


def test_the_whole_way_through_store_and_chat(
    store: Store, sandbox: Sandbox, lemmatiser: DictionaryLemmatiser
) -> None:
    """As a reader sees it: asked in a chat, over the store that the feeds fill."""
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    stock = Stock(store, lemmatiser, Workshop(lambda: reader, (), workers=1))

    async def live() -> None:
        async with open_newsroom(
            store, sandbox, lambda now: StockShelf(stock, store, clock=now)
        ) as room:
            desk = Desk(stock.library, store, clock=lambda: room.now)

            def say(text: str) -> tuple[Answer, str]:
                asker = Asker(Place("slack", "T1", "D1", direct=True), "U1")
                reply = desk.answer(text, asker)
                lines = [
                    line.text
                    for part in reply.parts
                    for section in part.outline.sections
                    for line in section.lines
                ]
                return reply.answer, "\n".join(lines)

            room.follow("/feed", outlet="Musterblatt")
            room.site.say("/feed", rss())
            room.now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
            await room.refresh()
            answer, _ = say("/briefing lufthansa")
            assert isinstance(answer, NotFoundAnswer)

            at = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
            title = "Lufthansa streicht Stellen"
            room.site.say("/feed", rss(item(1, room.url("/a"), title=title, at=at)))
            room.site.say("/a", page(*TEXT), content_type="text/html")
            wait = max(store.feeds.states()[room.feeds[0].address].next_at - room.now, timedelta())
            await room.refresh(after=wait)
            answer, shown = say("/briefing lufthansa")
            assert isinstance(answer, CardAnswer)
            assert answer.card.status == "new"
            assert "3.000 Stellen" in shown
            assert room.url("/a") in shown

            room.now = datetime(2026, 1, 6, 6, 31, tzinfo=UTC)
            answer, shown = say("/digest jetzt")
            assert isinstance(answer, DigestAnswer)
            assert {one.card.name: one.status for one in answer.digest.entries} == {
                "Lufthansa": "new"
            }
            assert "Neu: Lufthansa" in shown

            room.now = datetime(2026, 1, 14, 10, 0, tzinfo=UTC)
            room.site.say("/feed", rss(item(1, room.url("/a"), title=title, at=at, summary="!")))
            room.site.say("/a", page(*MENDED), content_type="text/html")
            await room.refresh()
            answer, shown = say("/briefing lufthansa")
            assert isinstance(answer, CardAnswer)
            assert answer.card.status == "updated"
            (line,) = [one for one in shown.splitlines() if "geändert: " in one]
            assert line.index("5.000") < line.index(" – zuvor: ") < line.index("3.000")
            # "Am Montag" still is the Monday of the first version, not the one before the mend.
            assert {one.date for one in answer.card.dates if one.resolved_from == "am Montag"} == {
                "2026-01-05"
            }

            room.now = datetime(2026, 1, 15, 6, 31, tzinfo=UTC)
            answer, shown = say("/digest jetzt")
            assert isinstance(answer, DigestAnswer)
            (entry,) = answer.digest.entries
            assert entry.status == "updated"
            assert "5.000" in entry.line.text

    asyncio.run(live())


def test_a_correction_within_the_hour_is_shown_on_the_same_day(
    store: Store, sandbox: Sandbox, lemmatiser: DictionaryLemmatiser
) -> None:
    async def live() -> None:
        async with open_newsroom(store, sandbox) as room:
            room.follow("/feed", outlet="Musterblatt")
            room.site.say("/feed", rss())
            room.now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
            await room.refresh()
            at = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
            for hour, text, summary in ((10, TEXT, "?"), (14, MENDED, "!")):
                entry = item(1, room.url("/a"), title="Lufthansa", at=at, summary=summary)
                room.site.say("/feed", rss(entry))
                room.site.say("/a", page(*text), content_type="text/html")
                room.now = datetime(2026, 1, 5, hour, 30, tzinfo=UTC)
                await room.refresh(after=timedelta(hours=2))
            card = ask(room.shelf.articles, lemmatiser)
            (change,) = [one for one in card.changes if one.kind == "changed"]
            assert "5.000" in change.point.text
            assert change.before is not None
            assert "3.000" in change.before.text

    asyncio.run(live())
