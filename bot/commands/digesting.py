"""The digest of a morning, shown or sent again."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from bot.app import label_language
from bot.commands.beside import check_file
from bot.commands.exits import FAILURE, NOT_FOUND
from bot.commands.options import (
    check,
    opened,
    screen_of,
    settings_of,
    with_articles,
    with_store,
)
from bot.core.digest import morning
from bot.core.ledger import delivery_number
from bot.dialogue.answers import DigestAnswer
from bot.dialogue.labels import labels_for
from bot.formats.as_json import digest_as_dict
from bot.formats.ledger_as_json import deliveries_as_dict
from bot.keeping import open_configured_store
from bot.settings import check_zone

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form
    from bot.settings import Settings

_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_FIRST_YEAR, _LAST_YEAR = 1900, 9000


@click.command()
@click.option("--date", "day", metavar="D", help="Day of the digest, as 2025-01-24 (today).")
@click.option("--zone", metavar="Z", help="Time zone, as Europe/Berlin.")
@click.option("--resend", metavar="ID", help="Send this delivery again; the post is edited.")
@with_store
@with_articles
def digest(  # noqa: PLR0913 - an option each
    *,
    day: str | None,
    zone: str | None,
    resend: str | None,
    store_url: str | None,
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
) -> None:
    """Show the digest as a channel would get it on the morning of a day.

    With --resend nothing is shown: a running bot makes the digest anew and edits the post.
    The ids are those of `briefing deliveries`.
    """
    if resend is not None:
        _resend(resend, settings_of(language=language, store_url=store_url), form)
        return
    settings = settings_of(folders, language, store_url)
    if store_url:
        check_file(settings)
    place = settings.zone if zone is None else check("--zone", check_zone, zone)
    now = datetime.now(ZoneInfo(place))
    asked = now.date() if day is None else check("--date", _parse_day, day)
    screen, app = opened(
        settings.model_copy(update={"zone": place}), form, alone=bool(folders) and not store_url
    )
    made = app.digest(asked, read_at=now)
    due = morning(asked, at=settings.digest_time, zone=ZoneInfo(place)).instant
    # Whoever asks for a past morning reads what that morning would have got.
    screen.show(
        DigestAnswer(made), data=digest_as_dict(made), now=due if asked < now.date() else now
    )


def _resend(public_id: str, settings: Settings, form: Form | None) -> None:
    screen = screen_of(settings, form)
    number = delivery_number(public_id)
    with open_configured_store(settings) as store:
        found = store.ledger.get(number) if number is not None else None
        order = store.subscriptions.get(found.subscription_id) if found else None
        if found is None or order is None or not public_id.startswith(f"{found.local_date:%y%m%d}"):
            screen.say(f"there is no delivery {public_id!r}; see: briefing deliveries")
            raise click.exceptions.Exit(NOT_FOUND)
        if order.state != "active":
            why = labels_for(label_language(settings)).why(order.reason or order.state)
            screen.say(f"{order.wish.channel} is {order.state} ({why}); resume it first")
            raise click.exceptions.Exit(FAILURE)
        again = store.ledger.reopen(found.id, datetime.now(UTC))
    if again is None:
        screen.say(f"{public_id} is {found.state} as it is")
        raise click.exceptions.Exit(FAILURE)
    if form == "json":
        screen.show_lines((), data=deliveries_as_dict([(again, order)]))
    screen.say(f"{again.public_id} is sent by the running bot at its next tick")


def _parse_day(text: str) -> date:
    reason = "is no day; write it as 2025-01-24"
    german = _GERMAN_DAY.fullmatch(text.strip())
    try:
        day = date(*map(int, reversed(german.groups()))) if german else date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(reason) from error
    # Every digest looks some weeks back, and a day on in other zones.
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        reason = f"is too far away; the years {_FIRST_YEAR} to {_LAST_YEAR} can be asked for"
        raise ValueError(reason)
    return day
