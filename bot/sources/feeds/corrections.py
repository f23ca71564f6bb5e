"""The new version of an article that was changed. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.sources.feeds.arrivals import Arrival, Context
    from bot.sources.feeds.entries import Entry


def corrected(
    arrival: Arrival, entry: Entry, context: Context, *, article_id: str, of: str
) -> Arrival:
    """`arrival` as the version `article_id` of the article that was `of` before.

    Its moment is when it was changed, as the feed says or else when we saw it, so that it counts
    as what is new since the day before; never before the first version's. The day that stands
    on it stays that of the first version, from which its "gestern" counts.
    """
    at = entry.updated if entry.updated and entry.updated <= context.now else context.now
    first = arrival.article.published_at
    moment = max(at, first) if first else at
    article = replace(
        arrival.article,
        id=article_id,
        published_on=arrival.article.published_on
        or moment.astimezone(ZoneInfo(context.zone)).date(),
        published_at=moment,
    )
    return replace(arrival, article=article, replaces=of)
