"""The new version of an article that was changed, and what stays as it was said first. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.core.models import Article
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


def on_first_day(arrival: Arrival, before: Article | None) -> Arrival:
    """The version with the day of the one `before` it, whatever day its feed gives by now.

    From that day its "gestern" counts; the moment says when it was changed.
    """
    if before is None or before.published_on is None:
        return arrival
    return replace(arrival, article=replace(arrival.article, published_on=before.published_on))


def as_first_told(arrival: Arrival, first: Article) -> Arrival:
    """`arrival` with what was said of the article where it was found first.

    A page seldom gives the outlet's name as its feed does, by which excerpts are limited, and
    often no date at all.
    """
    article = replace(
        arrival.article,
        outlet=first.outlet or arrival.article.outlet,
        kind=first.kind,
        language=first.language,
        published_on=first.published_on or arrival.article.published_on,
        published_at=first.published_at or arrival.article.published_at,
        author=arrival.article.author or first.author,
    )
    return replace(arrival, article=article)


def told_by_feed(article: Article, arrival: Arrival, *, version: int) -> Article:
    """The stored `article` of a page that somebody named, with what its feed says of it.

    Its text stays as it is, to the letter. A later version keeps the moment when it was changed.
    """
    told = arrival.article
    moment = told.published_at if version == 1 else None
    return replace(
        article,
        outlet=told.outlet or article.outlet,
        kind=told.kind,
        language=told.language,
        published_on=told.published_on or article.published_on,
        published_at=moment or article.published_at,
        author=told.author or article.author,
    )
