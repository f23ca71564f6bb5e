"""What was read in one article, as data for one line of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.core.reading.names import names_as_written

if TYPE_CHECKING:
    from bot.core.models import Article, DateMention, Figure, Name, Quote, Range, Reading
    from bot.formats.as_json import Json, JsonObject


class Rejection(Protocol):
    """A record that is no article; `id` is its own, where it has one."""

    @property
    def id(self) -> str | None:
        """What the record calls itself."""
        ...

    @property
    def error(self) -> str:
        """Why it is no article."""
        ...


def reading_as_dict(reading: Reading) -> JsonObject:
    """Sentences, names, quotes, figures and dates with their places in `text`.

    `summary` ranks the numbers of all sentences, best first; names come one per mention, in
    the order of the text.
    """
    article, analysis = reading.article, reading.analysis
    return {
        "id": article.id,
        "language": article.language,
        "text": article.text,
        "sentences": [_place(sentence.range) for sentence in analysis.sentences],
        "summary": _rank(analysis.salience),
        "names": _mentions(analysis.names, article),
        "quotes": [_quote(quote, article) for quote in analysis.quotes],
        "figures": [_figure(figure) for figure in analysis.figures],
        "dates": [_date(mention) for mention in analysis.dates],
    }


def rejected_as_dict(rejected: Rejection) -> JsonObject:
    """The line that stands in the place of an article that could not be read."""
    return {"id": rejected.id, "error": rejected.error}


def _rank(salience: tuple[float, ...]) -> list[Json]:
    # Of equal sentences the earlier one is the better: the order of the text decides.
    return [*sorted(range(len(salience)), key=lambda number: (-salience[number], number))]


def _mentions(names: tuple[Name, ...], article: Article) -> list[Json]:
    mentions = [(part, name) for name in names for part in names_as_written(name, article)]
    mentions.sort(key=lambda pair: (pair[0], pair[1].name))
    return [{**_place(place), "type": name.kind, "name": name.name} for place, name in mentions]


def _quote(quote: Quote, article: Article) -> JsonObject:
    speaker: JsonObject | None = None
    if quote.speaker is not None:
        name = quote.speaker_name or article.cut(quote.speaker)
        speaker = {**_place(quote.speaker), "name": name}
    return {**_place(quote.range), "mode": quote.mode, "speaker": speaker, "verb": quote.verb}


def _figure(figure: Figure) -> JsonObject:
    return {
        **_place(figure.range),
        "value": figure.value,
        "unit": figure.unit,
        "counts": figure.counts,
        "qualifier": figure.qualifier,
    }


def _date(mention: DateMention) -> JsonObject:
    return {
        **_place(mention.range),
        "date": mention.date,
        "precision": mention.precision,
        "resolved_from": mention.resolved_from,
    }


def _place(part: Range) -> JsonObject:
    return {"start": part.start, "end": part.end}
