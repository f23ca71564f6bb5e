"""Standing orders, deliveries and what a check found, as tables."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from bot.dialogue.labels import labels_for
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.ledger import Delivery, Subscription
    from bot.core.models import Language
    from bot.findings import Finding

_LATE = timedelta(minutes=5)
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "channel": "Kanal",
        "time": "Zeit",
        "days": "Tage",
        "topics": "Themen",
        "state": "Stand",
        "next": "Nächster",
        "date": "Tag",
        "sent_at": "Verschickt",
        "message": "Nachricht",
        "weekdays": "Mo Di Mi Do Fr Sa So",
        "all": "die wichtigsten",
        "active": "aktiv",
        "paused": "pausiert",
        "stopped": "beendet",
        "pending": "steht an",
        "sending": "wird verschickt",
        "sent": "verschickt",
        "unknown": "ungewiss",
        "skipped": "ausgelassen",
        "failed": "gescheitert",
        "late": "verspätet",
        "no_orders": "Es ist nichts geplant.",
        "no_deliveries": "Es gibt keine solchen Zustellungen.",
        "on": "an",
        "off": "aus",
        "warning": "Achtung",
        "wrong": "falsch",
    },
    "en": {
        "channel": "Channel",
        "time": "Time",
        "days": "Days",
        "topics": "Topics",
        "state": "State",
        "next": "Next",
        "date": "Day",
        "sent_at": "Sent",
        "message": "Message",
        "weekdays": "Mo Tu We Th Fr Sa Su",
        "all": "the most important",
        "active": "active",
        "paused": "paused",
        "stopped": "stopped",
        "pending": "pending",
        "sending": "being sent",
        "sent": "sent",
        "unknown": "unknown",
        "skipped": "skipped",
        "failed": "failed",
        "late": "late",
        "no_orders": "Nothing is planned.",
        "no_deliveries": "There are no such deliveries.",
        "on": "on",
        "off": "off",
        "warning": "warning",
        "wrong": "wrong",
    },
}


def orders_table(orders: Sequence[Subscription], language: Language) -> Table | Text:
    """A line for each standing order."""
    say = _WORDS[language]
    if not orders:
        return Text(say["no_orders"])
    table = _table("#", *(say[one] for one in ("channel", "time", "days", "topics", "state")))
    table.add_column(say["next"], overflow="fold")
    days = say["weekdays"].split()
    for one in orders:
        wish = one.wish
        _add(
            table,
            str(one.id),
            _channel(one),
            f"{wish.local_time:%H:%M} {wish.zone}",
            " ".join(days[day] for day in wish.weekdays),
            ", ".join(wish.topics) or say["all"],
            _with_reason(say[one.state], labels_for(language).why(one.reason)),
            _local(one.next_due_at, wish.zone),
        )
    return table


def deliveries_table(
    rows: Sequence[tuple[Delivery, Subscription | None]], language: Language, zone: str
) -> Table | Text:
    """A line for each delivery; moments in the zone of its channel."""
    say = _WORDS[language]
    if not rows:
        return Text(say["no_deliveries"])
    headings = ("channel", "date", "state", "sent_at", "message")
    table = _table("ID", *(say[one] for one in headings))
    for one, order in rows:
        sent = _local(one.sent_at, order.wish.zone if order else zone)
        is_late = one.sent_at is not None and one.sent_at - one.due_at > _LATE and one.edition == 1
        _add(
            table,
            one.public_id,
            _channel(order) if order else "",
            one.local_date.isoformat(),
            _with_reason(say[one.state], labels_for(language).why(one.reason)),
            _with_reason(sent, say["late"] if is_late else ""),
            one.message_ref,
        )
    return table


def findings_table(findings: Sequence[Finding], language: Language) -> Table:
    """A line for each thing that was looked at."""
    say = _WORDS[language]
    table = _table("", "", "")
    table.show_header = False
    for one in findings:
        _add(table, one.what, say[one.state], one.sentence)
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text(clean(cell)) for cell in cells))


def _channel(order: Subscription) -> str:
    wish = order.wish
    return ":".join(part for part in (wish.platform, wish.workspace, wish.channel) if part)


def _with_reason(text: str, reason: str) -> str:
    return f"{text} ({reason})" if reason not in {"", text} else text


def _local(moment: datetime | None, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if moment else "–"
