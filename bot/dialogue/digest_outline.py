"""Digest to outline: the parent message, whose cards follow it or stand in its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.labels.fields import BOT_NAME
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.points import PointWriter
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.cards import Digest, DigestEntry, Point
    from bot.dialogue.outline import Runs
    from bot.dialogue.viewer import Viewer

_DOT = " · "


def outline_digest(digest: Digest, viewer: Viewer, *, looked_at: datetime | None = None) -> Outline:
    """The parent message: a line per topic, new before updated; the unchanged in one line.

    A sentence that two topics have in common stands with the first of them.
    `looked_at` is when the reader last looked, to be named if there is nothing new.
    """
    headline = write_headline(digest, viewer)
    day = (Run(_DOT.join((BOT_NAME, viewer.long_day(digest.day))), "label"),)
    if not digest.entries:
        nothing = Run(_nothing_new(digest, viewer, looked_at), "label")
        return Outline(headline, Line(head=day, body=(nothing,), joint=_DOT))
    first = {entry.line.spans: entry for entry in reversed(digest.entries)}
    entries = tuple(_entry(entry, viewer, first[entry.line.spans]) for entry in digest.entries)
    sections = (Section("entries", "", entries), *_unchanged(digest, viewer))
    size = (Run(_DOT.join(_sizes(digest, viewer)), "label"),)
    return Outline(headline, Line(head=day, body=size, joint=_DOT), sections)


def write_headline(digest: Digest, viewer: Viewer) -> str:
    """One plain sentence: "Morgenlage am Freitag: Neues zu Stargate, xAI aktualisiert."."""
    labels = viewer.labels
    new = tuple(clean(entry.card.name) for entry in digest.entries if entry.status == "new")
    updated = tuple(clean(entry.card.name) for entry in digest.entries if entry.status != "new")
    parts = []
    if new:
        parts.append(labels.headline_new.format(names=viewer.listing(new)))
    if updated:
        parts.append(labels.headline_updated.format(names=viewer.listing(updated)))
    news = ", ".join(parts) or labels.headline_nothing
    return labels.headline.format(bot=BOT_NAME, weekday=viewer.weekday(digest.day), news=news)


def _nothing_new(digest: Digest, viewer: Viewer, looked_at: datetime | None) -> str:
    labels = viewer.labels
    if looked_at is not None:
        return labels.nothing_new_since_look.format(moment=viewer.moment(looked_at))
    if digest.since is not None:
        return labels.nothing_new_since.format(date=viewer.day(digest.since))
    return labels.nothing_new_today


def _sizes(digest: Digest, viewer: Viewer) -> tuple[str, str, str]:
    labels = viewer.labels
    topics = len(digest.entries)
    return (
        labels.topics.of(topics, viewer.number(topics)),
        labels.articles.of(digest.articles, viewer.number(digest.articles)),
        labels.minutes.of(digest.minutes, viewer.number(digest.minutes)),
    )


def _entry(entry: DigestEntry, viewer: Viewer, told: DigestEntry) -> Line:
    """The line of a topic; its sentence is left to `told` where that is another entry."""
    labels = viewer.labels
    status = {"new": labels.new, "updated": labels.updated, "unchanged": labels.unchanged}
    between = " – "
    if entry.status == "updated" and entry.first_on is not None:
        between = labels.first_on.format(date=viewer.short_day(entry.first_on))
    body: Runs = (
        Run(clean(entry.card.name), "name"),
        Run(between, "label"),
        *(_told(entry, viewer) if told is entry else _told_before(told, viewer)),
    )
    return Line(body, head=(Run(_capitalised(status[entry.status]), "label"),), joint=": ")


def _told(entry: DigestEntry, viewer: Viewer) -> Runs:
    """The sentence of the line; with the other side, if it is one of what is disputed."""
    writer = PointWriter(entry.card, viewer)
    told = writer.write(entry.line)
    for pair in entry.card.disputed:
        held = [_is_same(entry.line, point) for point in pair.points]
        if held[0] != held[1]:
            return (*told, *writer.write_answer(pair, held.index(False)))
    return told


def _told_before(told: DigestEntry, viewer: Viewer) -> Runs:
    return (Run(viewer.labels.same_news.format(name=clean(told.card.name)), "label"),)


def _is_same(line: Point, side: Point) -> bool:
    """Whether one of them stands in the other: words in the sentence that reports them."""
    return any(
        span.article == other.article and span.start < other.end and other.start < span.end
        for span in line.spans
        for other in side.spans
    )


def _unchanged(digest: Digest, viewer: Viewer) -> tuple[Section, ...]:
    if not digest.unchanged:
        return ()
    names = _DOT.join(clean(name) for name in digest.unchanged)
    heading = _capitalised(viewer.labels.unchanged)
    return (Section("unchanged", heading, (Line((Run(names, "name"),)),), inline=True),)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
