"""The digest of any day, and a feed of the latest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.adapters.web.chat import shown_with_previews
from bot.adapters.web.exports import digest_export
from bot.adapters.web.feed import make_edition
from bot.adapters.web.responses import file, page
from bot.adapters.web.site import site_of, visitor_of
from bot.adapters.web.visitors import read_language
from bot.core.digest import previous_weekday
from bot.desk.people import Asker, Place
from bot.dialogue.answers import DigestAnswer

if TYPE_CHECKING:
    from bot.adapters.web.site import Site
    from bot.adapters.web.visitors import Visitor
    from bot.core.cards import Digest
    from bot.core.models import Language

_MOST_DAYS = 12
_FEED_LENGTH = 10
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


async def show_digest(request: web.Request) -> web.Response:
    """The digest of a day: that which is asked for, else the newest with anything in it."""
    site, visitor = site_of(request), visitor_of(request)
    asked = request.query.get("date", "")
    day = _read_day(asked) if asked else await site.run(_newest_morning, site, visitor.zone)
    return page(await site.run(_digest_page, site, day, visitor))


async def export_digest(request: web.Request) -> web.Response:
    """The digest of a day as a file."""
    site, visitor = site_of(request), visitor_of(request)
    day = _read_day(request.match_info["day"])
    made = await site.run(_digest, site, day, visitor.asker)
    export = await site.run(digest_export, site, made, request.match_info["kind"], visitor.language)
    return file(export.body, export.content_type, f"morgenlage-{day.isoformat()}.{export.ending}")


async def show_feed(request: web.Request) -> web.Response:
    """The latest digests as an Atom feed. It is nobody's own: no followed topics."""
    site, visitor = site_of(request), visitor_of(request)
    language = read_language(request.query.get("language", "")) or visitor.language
    base = f"{request.scheme}://{request.host}"
    return file(await site.run(_feed, site, language, visitor.zone, base), "application/atom+xml")


def mornings(days: tuple[date, ...]) -> tuple[date, ...]:
    """The weekday mornings that have news of these days, newest first, each once."""
    found = dict.fromkeys(_morning_after(day) for day in sorted(days, reverse=True))
    return tuple(found)


def _morning_after(day: date) -> date:
    after = day + _ONE_DAY
    while after.weekday() >= _SATURDAY:
        after += _ONE_DAY
    return after


def _newest_morning(site: Site, zone: str) -> date:
    known = mornings(site.shelf.published_days())
    return known[0] if known else site.around.clock().astimezone(ZoneInfo(zone)).date()


def _digest_page(site: Site, day: date, visitor: Visitor) -> str:
    reply = site.desk.digest_of(day, visitor.asker)
    return site.drawer.draw(
        "digest.html",
        visitor,
        site.around.clock(),
        here="digest",
        day=day,
        before=previous_weekday(day),
        after=_morning_after(day),
        days=mornings(site.shelf.published_days())[:_MOST_DAYS],
        shown=shown_with_previews(site, reply, visitor),
    )


def _digest(site: Site, day: date, asker: Asker) -> Digest:
    answer = site.desk.digest_of(day, asker).answer
    if not isinstance(answer, DigestAnswer):
        raise web.HTTPNotFound
    return answer.digest


def _feed(site: Site, language: Language, zone: str, base: str) -> str:
    nobody = Asker(Place("web", "local", "feed"), "feed", language, zone)
    editions = []
    for day in mornings(site.shelf.published_days())[:_FEED_LENGTH]:
        made = _digest(site, day, nobody)
        export = digest_export(site, made, "html", language, bare=True)
        if made.entries:
            editions.append(make_edition(made, export.body, language))
    return site.drawer.feed(tuple(editions), language, base)


def _read_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise web.HTTPNotFound from error
    # The morning before and the one after must exist as well.
    if not date(1900, 1, 8) < day < date(2200, 1, 1):
        raise web.HTTPNotFound
    return day
