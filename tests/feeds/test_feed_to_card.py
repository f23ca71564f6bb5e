from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from feeds.newsroom import item, open_newsroom, page, rss

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.cards import TopicCard
    from bot.core.models import Article
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
