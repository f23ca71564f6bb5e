"""Standing orders, deliveries and what a check found, as tables."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from bot.adapters.terminal.rows import Rows
from bot.dialogue.labels import labels_for
from bot.dialogue.printable import clean
from bot.dialogue.reports import name_in, report_in

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


def orders_table(orders: Sequence[Subscription], language: Language) -> Rows | Text:
    """A line for each standing order."""
    say = _WORDS[language]
    if not orders:
        return Text(say["no_orders"])
    days = say["weekdays"].split()
    headings = ("channel", "time", "days", "topics", "state", "next")
    return Rows(
        ("#", *(say[one] for one in headings)),
        (
            (
                str(one.id),
                _channel(one),
                f"{one.wish.local_time:%H:%M} {one.wish.zone}",
                " ".join(days[day] for day in one.wish.weekdays),
                ", ".join(one.wish.topics) or say["all"],
                _with_reason(say[one.state], one.reason, language),
                _local(one.next_due_at, one.wish.zone),
            )
            for one in orders
        ),
    )


def deliveries_table(
    rows: Sequence[tuple[Delivery, Subscription | None]], language: Language, zone: str
) -> Rows | Text:
    """A line for each delivery; moments in the zone of its channel."""
    say = _WORDS[language]
    if not rows:
        return Text(say["no_deliveries"])
    headings = ("channel", "date", "state", "sent_at", "message")
    lines = []
    for one, order in rows:
        sent = _local(one.sent_at, order.wish.zone if order else zone)
        is_late = one.sent_at is not None and one.sent_at - one.due_at > _LATE and one.edition == 1
        lines.append(
            (
                one.public_id,
                _channel(order) if order else "",
                one.local_date.isoformat(),
                _with_reason(say[one.state], one.reason, language),
                _with_reason(sent, say["late"] if is_late else "", language),
                one.message_ref,
            )
        )
    return Rows(("ID", *(say[one] for one in headings)), lines)


def findings_table(findings: Sequence[Finding], language: Language) -> Table:
    """A line for each thing that was looked at."""
    say = _WORDS[language]
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    # Only an address is longer than what is left of a line.
    table.add_column(overflow="fold")
    for one in findings:
        cells = (name_in(language, one.what), say[one.state], report_in(language, one.sentence))
        table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def _channel(order: Subscription) -> str:
    wish = order.wish
    return ":".join(part for part in (wish.platform, wish.workspace, wish.channel) if part)


def _with_reason(text: str, reason: str, language: Language) -> str:
    """The ledger's word for it as this reader's; what a platform said stays as it is."""
    told = labels_for(language).why(reason)
    return f"{text} ({told})" if told and told != text else text


def _local(moment: datetime | None, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if moment else "–"
