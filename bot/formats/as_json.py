"""Cards, digests, topics, answers and readings as data for JSON: the contract of the command line.

The order of keys is part of it. Dates are ISO; text is as in the article, not yet cleaned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.dialogue.answers import (
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    Silence,
    StatusAnswer,
    TopicListAnswer,
)

if TYPE_CHECKING:
    from bot.core.cards import (
        Change,
        Digest,
        DigestEntry,
        FigureItem,
        Point,
        Source,
        TimelineItem,
        TopicCard,
        Voice,
    )
    from bot.core.models import Span
    from bot.core.outcomes import TopicLine
    from bot.dialogue.answers import Answer
    from bot.dialogue.buttons import Action
    from bot.dialogue.outline import Outline

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"

SCHEMA = 1


def card_as_dict(card: TopicCard) -> JsonObject:
    """The card; what is unknown is null, lists may be empty."""
    return {
        "schema": SCHEMA,
        "id": card.id,
        "status": card.status,
        "as_of": card.as_of,
        "language": card.language,
        "topic": {
            "slug": card.slug,
            "name": card.name,
            "aliases": [*card.aliases],
            "matched": card.matched,
        },
        **({"answers": [_point(point) for point in card.answers]} if card.answers else {}),
        "lead": [_point(point) for point in card.lead],
        "changes": [_change(change) for change in card.changes],
        "changed_since": card.changed_since,
        "facts": [_point(point) for point in card.facts],
        "figures": [_figure(item) for item in card.figures],
        "voices": [_voice(voice) for voice in card.voices],
        "disputed": [
            {"points": [_point(point) for point in dispute.points]} for dispute in card.disputed
        ],
        "open": [_point(point) for point in card.open],
        "timeline": [_timeline_item(item) for item in card.timeline],
        "related": [*card.related],
        "sources": [_source(source) for source in card.sources],
        "counts": {"articles": card.articles, "outlets": card.outlets},
        "method": {"kind": "extractive", "version": card.version},
    }


def digest_as_dict(digest: Digest) -> JsonObject:
    """The digest with the whole card of each entry."""
    return {
        "schema": SCHEMA,
        "date": digest.day.isoformat(),
        "zone": digest.zone,
        "language": digest.language,
        "since": digest.since.isoformat() if digest.since else None,
        "entries": [_entry(entry) for entry in digest.entries],
        "unchanged": [*digest.unchanged],
        "counts": {"topics": len(digest.entries), "articles": digest.articles},
        "minutes": digest.minutes,
    }


def topics_as_dict(lines: tuple[TopicLine, ...]) -> JsonObject:
    """Topics in the order given."""
    return {"schema": SCHEMA, "topics": [_topic_line(line) for line in lines]}


def beside_as_dict(action: Action, card: TopicCard, outline: Outline) -> JsonObject:
    """What stands behind a button of a card, a text for each line."""
    sections: list[Json] = [
        {"heading": one.heading, "lines": [line.text for line in one.lines]}
        for one in outline.sections
    ]
    return {"schema": SCHEMA, "answer": action, "card": card.id, "sections": sections}


def answer_as_dict(answer: Answer) -> JsonObject:
    """The schema, what kind of answer it is, and what it holds."""
    return {"schema": SCHEMA, **_answer(answer)}


def _answer(answer: Answer) -> JsonObject:
    match answer:
        case CardAnswer(card, changes_first):
            return {"answer": "card", "changes_first": changes_first, "card": card_as_dict(card)}
        case DigestAnswer(digest, looked_at):
            looked = looked_at.isoformat() if looked_at else None
            return {"answer": "digest", "looked_at": looked, "digest": digest_as_dict(digest)}
        case TopicListAnswer(lines, topics, articles):
            counts: JsonObject = {"topics": topics, "articles": articles}
            shown: list[Json] = [_topic_line(line) for line in lines]
            return {"answer": "topics", "topics": shown, "counts": counts}
        case _:
            return _words_as_dict(answer)


def _words_as_dict(
    answer: ChoiceAnswer | NotFoundAnswer | StatusAnswer | NoticeAnswer | HelpAnswer | Silence,
) -> JsonObject:
    match answer:
        case ChoiceAnswer(query, names):
            return {"answer": "choice", "query": query, "choices": [*names]}
        case NotFoundAnswer():
            return _not_found(answer)
        case StatusAnswer():
            return _status(answer)
        case NoticeAnswer(kind, topic, undo):
            return {"answer": kind, "topic": topic or None, "undo": undo or None}
        case HelpAnswer(unknown):
            return {"answer": "help", "unknown": unknown or None}
        case Silence():
            return {"answer": "silence"}


def _not_found(answer: NotFoundAnswer) -> JsonObject:
    return {
        "answer": "not_found",
        "query": answer.query,
        "suggestions": [*answer.suggestions],
        "counts": {"articles": answer.articles},
    }


def _point(point: Point) -> JsonObject:
    written: JsonObject = {
        "text": point.text,
        "kind": point.kind,
        "spans": [_span(span) for span in point.spans],
        "sources": [*point.sources],
    }
    if point.supports:
        written["supports"] = [_span(span) for span in point.supports]
    return written


def _span(span: Span) -> JsonObject:
    return {"article": span.article, "start": span.start, "end": span.end}


def _change(change: Change) -> JsonObject:
    before = _point(change.before) if change.before else None
    return {"kind": change.kind, "point": _point(change.point), "before": before}


def _figure(item: FigureItem) -> JsonObject:
    return {
        "value": item.value,
        "unit": item.unit,
        "counts": item.counts,
        "wording": item.wording,
        "point": _point(item.point),
    }


def _voice(voice: Voice) -> JsonObject:
    return {
        "speaker": voice.speaker,
        "role": voice.role,
        "mode": voice.mode,
        "verb": voice.verb,
        "stance": voice.stance,
        "towards": voice.towards,
        "point": _point(voice.point),
    }


def _timeline_item(item: TimelineItem) -> JsonObject:
    return {
        "date": item.date,
        "precision": item.precision,
        "resolved_from": item.resolved_from,
        "point": _point(item.point),
    }


def _source(source: Source) -> JsonObject:
    return {
        "n": source.n,
        "id": source.id,
        "title": source.title,
        "outlet": source.outlet,
        "published": source.published,
        "url": source.url,
        "language": source.language,
        "kind": source.kind,
        **({"author": source.author} if source.author else {}),
    }


def _entry(entry: DigestEntry) -> JsonObject:
    return {
        "status": entry.status,
        "first_on": entry.first_on.isoformat() if entry.first_on else None,
        "line": _point(entry.line),
        "card": card_as_dict(entry.card),
    }


def _topic_line(line: TopicLine) -> JsonObject:
    return {
        "slug": line.slug,
        "name": line.name,
        "articles": line.articles,
        "outlets": line.outlets,
        "newest": line.newest.isoformat() if line.newest else None,
        "weight": line.weight,
        "curated": line.curated,
    }


def _status(answer: StatusAnswer) -> JsonObject:
    return {
        "answer": "status",
        "counts": {"articles": answer.articles, "topics": answer.topics},
        "followed": [*answer.followed],
        "paused": answer.paused,
        "looked_at": answer.looked_at.isoformat() if answer.looked_at else None,
    }
