"""Standing orders, deliveries and what a check found, as tables."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rich.text import Text

from bot.adapters.terminal.rows import Rows
from bot.adapters.terminal.wrapping import wrapped_behind
from bot.dialogue.labels import labels_for
from bot.dialogue.printable import clean
from bot.dialogue.reports import name_in, report_in
from bot.dialogue.viewer import Viewer

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
                _local(one.next_due_at, Viewer(language, one.wish.zone)),
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
        viewer = Viewer(language, order.wish.zone if order else zone)
        sent = _local(one.sent_at, viewer)
        is_late = one.sent_at is not None and one.sent_at - one.due_at > _LATE and one.edition == 1
        lines.append(
            (
                one.public_id,
                _channel(order) if order else "",
                viewer.day(one.local_date),
                _with_reason(say[one.state], one.reason, language),
                _with_reason(sent, say["late"] if is_late else "", language),
                one.message_ref,
            )
        )
    return Rows(("ID", *(say[one] for one in headings)), lines)


def findings_lines(findings: Sequence[Finding], language: Language, *, width: int) -> list[str]:
    """A line or more of at most `width` columns for each thing that was looked at."""
    say = _WORDS[language]
    heads = [(clean(name_in(language, one.what)), say[one.state]) for one in findings]
    widths = [max(map(len, column)) for column in zip(*heads, strict=True)]
    lines: list[str] = []
    for one, head in zip(findings, heads, strict=True):
        beside = "".join(f"{cell:<{wide}}  " for cell, wide in zip(head, widths, strict=True))
        sentence = clean(report_in(language, one.sentence))
        lines += wrapped_behind(beside, sentence, width)
    return lines


def _channel(order: Subscription) -> str:
    wish = order.wish
    return ":".join(part for part in (wish.platform, wish.workspace, wish.channel) if part)


def _with_reason(text: str, reason: str, language: Language) -> str:
    """The ledger's word for it as this reader's; what a platform said stays as it is."""
    told = labels_for(language).why(reason)
    return f"{text} ({told})" if told and told != text else text


def _local(moment: datetime | None, viewer: Viewer) -> str:
    return viewer.moment(moment) if moment else "–"
