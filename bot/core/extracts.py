"""What the library knows of every article without loading it, as data and as bytes.

The text and its analysis are loaded for the few articles that a card is made from.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.core.origins import origin_of
from bot.core.subjects import Subject, find_subjects
from bot.core.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Article, Reading, TopicRule

# To be raised with every change of the format or of what `find_subjects` finds.
_VERSION = 2
_STAMP_BYTES = 8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Extract:
    """An article's day, moment, origin (see `bot.core.origins`) and subjects."""

    published_on: date | None
    published_at: datetime | None
    origin: str
    subjects: tuple[Subject, ...]


def build_extract(reading: Reading, rules: Sequence[TopicRule]) -> Extract:
    """What is known of the article once it is read."""
    article = reading.article
    return Extract(
        _told_on(article), article.published_at, origin_of(article), find_subjects(reading, rules)
    )


def _told_on(article: Article) -> date | None:
    """The day of publication; of a corrected article the day of the correction."""
    if version_of(article.id)[1] == 1 or not (article.published_on and article.published_at):
        return article.published_on
    return max(article.published_on, article.published_at.date())


def stamp_of(rules: Sequence[TopicRule]) -> bytes:
    """The first bytes of all extracts that were made by this version with these topics."""
    written = repr((_VERSION, tuple(rules))).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=_STAMP_BYTES).digest()


def pack(extract: Extract, stamp: bytes) -> bytes:
    """The extract as bytes that begin with `stamp`; equal extracts give equal bytes."""
    moment = extract.published_at
    fields = (
        extract.published_on.toordinal() if extract.published_on else 0,
        (moment - _EPOCH) // _MICROSECOND if moment else None,
        extract.origin,
        [
            (one.key, one.name, one.kind, one.aboutness, one.sentences, one.variants)
            + ((1,) if one.is_phrase else ())
            for one in extract.subjects
        ],
    )
    return stamp + json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def unpack(data: bytes) -> Extract | None:
    """The extract; None if these are no bytes of this format."""
    try:
        day, moment, origin, subjects = json.loads(
            data[_STAMP_BYTES:].decode("utf-8", "surrogatepass")
        )
        return Extract(
            date.fromordinal(day) if day else None,
            None if moment is None else _EPOCH + moment * _MICROSECOND,
            str(origin),
            tuple([_subject(*one) for one in subjects]),
        )
    except (ValueError, TypeError, OverflowError):
        return None


def _subject(  # noqa: PLR0913, PLR0917 - as written
    key: str,
    name: str,
    kind: str,
    aboutness: float,
    sentences: list[int],
    variants: list[str],
    is_phrase: int = 0,
) -> Subject:
    return Subject(key, name, kind, aboutness, tuple(sentences), tuple(variants), bool(is_phrase))  # type: ignore[arg-type] # it was a NameKind when it was written
