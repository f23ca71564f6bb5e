"""Standing orders and deliveries: listed, planned, paused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import click

from bot.adapters.folder.delivery import check_channel
from bot.adapters.terminal.ledger import deliveries_table, orders_table
from bot.app import label_language
from bot.commands.exits import NOT_FOUND
from bot.commands.options import (
    check,
    screen_of,
    settings_of,
    with_json,
    with_language,
    with_store,
)
from bot.commands.weekdays import parse_weekdays
from bot.core.ledger import Wish
from bot.delivery.standing import CHANNEL, PLATFORM
from bot.desk.people import Asker, Place
from bot.desk.plans import draft_for, read_plan
from bot.errors import SettingsError
from bot.formats.ledger_as_json import deliveries_as_dict, subscriptions_as_dict
from bot.keeping import open_configured_store, open_library
from bot.schedule.public_holidays import is_region

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form
    from bot.core.ledger import Delivery, Length, Subscription
    from bot.core.models import Language
    from bot.desk.plans import PlanDraft
    from bot.settings import Settings
    from bot.store import Store

_NOTHING_ELSE = "cannot be given together with a change of the plan"
Change = Literal["pause", "resume", "stop"]


@click.command()
@with_json
@with_language
@with_store
def subscriptions(form: Form | None, language: str | None, store_url: str | None) -> None:
    """List the standing orders: where, when, about what, and when next."""
    settings = settings_of(language=language, store_url=store_url)
    with open_configured_store(settings, beside=True) as store:
        _show(settings, form, store.subscriptions.list_all())


@click.command()
@click.option("--failed", is_flag=True, help="Only what failed or may have failed.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, help="How many (50).")
@with_json
@with_language
@with_store
def deliveries(
    *, failed: bool, limit: int, form: Form | None, language: str | None, store_url: str | None
) -> None:
    """List what went out and what did not, newest first: when, where, message, why."""
    settings = settings_of(language=language, store_url=store_url)
    with open_configured_store(settings, beside=True) as store:
        found = _failed(store, limit) if failed else store.ledger.recent(limit)
        orders = {one: store.subscriptions.get(one) for one in {d.subscription_id for d in found}}
    rows = [(one, orders[one.subscription_id]) for one in found]
    table = deliveries_table(rows, label_language(settings), settings.zone)
    screen_of(settings, form).show_table(table, data=deliveries_as_dict(rows))


@click.command()
@click.option("--channel", default=CHANNEL, metavar="NAME", help=f"Folder's channel ({CHANNEL}).")
@click.option("--time", "at", metavar="HH:MM", help="Time of day.")
@click.option("--zone", metavar="Z", help="Time zone, as Europe/Berlin.")
@click.option("--weekdays", metavar="DAYS", help="As mo-fr, mo,mi,fr or daily.")
@click.option("--topics", multiple=True, metavar="NAME", help='A topic; repeat it. "" for all.')
@click.option("--holidays", metavar="REGION", help='None on its public holidays: DE-BE. "": ever.')
@click.option("--length", type=click.Choice(["short", "normal", "long"]), help="How many topics.")
@click.option("--quiet/--no-quiet", default=None, help="Nothing at all if nothing is new.")
@click.option("--pause", "change", flag_value="pause", help="Send nothing for now.")
@click.option("--resume", "change", flag_value="resume", help="Go on.")
@click.option("--stop", "change", flag_value="stop", help="End it.")
@with_json
@with_language
@with_store
def plan(  # noqa: PLR0913 - an option each
    *,
    channel: str,
    at: str | None,
    zone: str | None,
    weekdays: str | None,
    topics: tuple[str, ...],
    holidays: str | None,
    length: Length | None,
    quiet: bool | None,
    change: Change | None,
    form: Form | None,
    language: Language | None,
    store_url: str | None,
) -> None:
    """Plan the digest of a channel of the folder, or change, pause, resume or end it.

    What is not named stays as it was. On chat platforms use /digest plan there.
    """
    settings = settings_of(language=language, store_url=store_url)
    place = Place(PLATFORM, "", check("--channel", check_channel, channel))
    _check_alone(change, at, zone, weekdays, topics or None, holidays, length, quiet)
    with open_configured_store(settings) as store:
        found = store.subscriptions.find(place.platform, place.workspace, place.channel)
        if change is not None:
            planned = _change(store, found, change)
        else:
            asker = Asker(place, "", label_language(settings), settings.zone, may_plan=True)
            old = draft_for(asker, found)
            draft = replace(
                old,
                time=old.time if at is None else at,
                zone=old.zone if zone is None else zone,
                weekdays=old.weekdays
                if weekdays is None
                else check("--weekdays", parse_weekdays, weekdays),
                topics=tuple(one for one in topics if one.strip()) if topics else old.topics,
                holidays=old.holidays
                if holidays is None
                else check("--holidays", _region, holidays),
                length=length or old.length,
                quiet=old.quiet if quiet is None else quiet,
                language=language or old.language,
            )
            wish = _read(draft, asker, settings, store)
            planned = store.subscriptions.plan(wish, datetime.now(UTC))
    if planned is None:
        screen_of(settings, form).say(f"nothing is planned for the channel {channel!r}")
        raise click.exceptions.Exit(NOT_FOUND)
    _show(settings, form, (planned,))


def _check_alone(change: Change | None, *given: object) -> None:
    if change is not None and any(one is not None for one in given):
        option = f"--{change}"
        raise SettingsError(option, _NOTHING_ELSE)


def _show(settings: Settings, form: Form | None, orders: tuple[Subscription, ...]) -> None:
    table = orders_table(orders, label_language(settings))
    screen_of(settings, form).show_table(table, data=subscriptions_as_dict(orders))


def _failed(store: Store, limit: int) -> tuple[Delivery, ...]:
    found = [
        one for state in ("failed", "unknown") for one in store.ledger.recent(limit, state=state)
    ]
    return tuple(sorted(found, key=lambda one: -one.id)[:limit])


def _change(store: Store, found: Subscription | None, change: Change) -> Subscription | None:
    if found is None:
        return None
    match change:
        case "pause":
            return store.subscriptions.pause(found.id, "paused")
        case "resume":
            return store.subscriptions.resume(found.id, datetime.now(UTC))
        case "stop":
            return store.subscriptions.stop(found.id)


def _read(draft: PlanDraft, asker: Asker, settings: Settings, store: Store) -> Wish:
    """The wish that the options add up to.

    Raises:
        SettingsError: they do not; a line for each that is wrong.
    """
    # Knowing the topics takes a while.
    topics = open_library(settings, store) if draft.topics else None
    wish = read_plan(draft, asker, topics=topics)
    if isinstance(wish, Wish):
        return wish
    first, *rest = ((f"--{one.field}", one.sentence) for one in wish)
    raise SettingsError(first[0], "\n".join([first[1], *(": ".join(one) for one in rest)]))


def _region(name: str) -> str:
    if name and not is_region(name):
        reason = "is no region whose public holidays are known; write it as DE or DE-BE"
        raise ValueError(reason)
    return name
