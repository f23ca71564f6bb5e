"""An analysis as bytes and back, exactly: compact JSON, packed.

Offsets, words and base forms are most of it; each object is written as a list of its fields.
"""

from __future__ import annotations

import json
import zlib
from itertools import starmap
from typing import TYPE_CHECKING

from bot.core.models import (
    Analysis,
    Claim,
    DateMention,
    Figure,
    Name,
    Quote,
    Range,
    Sentence,
    Traits,
)
from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import ClaimKind, NameKind, Precision, SpeechMode, Stance

    Rows = Sequence[Sequence[object]]
    Ranges = Sequence[Sequence[int]]

# The first byte says how the rest is written.
_FORMAT = b"\x01"
# Level 1: a fifth of the size of plain JSON for a quarter of a millisecond.
_LEVEL = 1


class UnreadableAnalysis(BriefingError):
    """Bytes that this version did not write. The article must be read again."""

    def __init__(self, reason: str) -> None:
        """Say what is wrong with them."""
        super().__init__(f"the stored analysis cannot be read: {reason}")


def encode(analysis: Analysis) -> bytes:
    """The analysis as bytes; equal analyses give equal bytes."""
    fields = (
        analysis.article_id,
        analysis.reader_version,
        [_sentence(one) for one in analysis.sentences],
        [_sentence(one) for one in analysis.headings],
        [(one.name, one.kind, one.mentions, one.variants, one.roles) for one in analysis.names],
        [_quote(one) for one in analysis.quotes],
        [(*one.range, one.value, one.unit, one.counts, one.qualifier) for one in analysis.figures],
        [(*one.range, one.date, one.precision, one.resolved_from) for one in analysis.dates],
        [(*one.range, one.kind) for one in analysis.claims],
        analysis.salience,
        [_bits(one) for one in analysis.traits],
    )
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), check_circular=False)
    return _FORMAT + zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def decode(data: bytes) -> Analysis:
    """The analysis that `encode` was given.

    Raises:
        UnreadableAnalysis: the bytes are damaged or of another format.
    """
    if data[:1] != _FORMAT:
        raise UnreadableAnalysis(data[:1].hex())
    try:
        text = zlib.decompress(data[1:]).decode("utf-8", "surrogatepass")
        return _analysis(*json.loads(text))
    except (zlib.error, ValueError, TypeError, IndexError) as error:
        raise UnreadableAnalysis(str(error)) from error


def _sentence(one: Sentence) -> Sequence[object]:
    return (one.start, one.end, one.paragraph, one.offsets, one.words, one.lemmas)


def _quote(one: Quote) -> Sequence[object]:
    return (
        *one.range,
        one.mode,
        *one.shown,
        one.verb,
        one.speaker,
        one.speaker_name,
        one.stance,
        one.towards,
    )


def _bits(one: Traits) -> int:
    return one.stands_alone | one.asks << 1 | one.judges << 2 | one.quotes << 3


def _analysis(  # noqa: PLR0913, PLR0917 - the parts of an analysis, in the order in which they are written
    article_id: str,
    reader_version: str,
    sentences: Rows,
    headings: Rows,
    names: Rows,
    quotes: Rows,
    figures: Rows,
    dates: Rows,
    claims: Rows,
    salience: Sequence[float],
    traits: Sequence[int],
) -> Analysis:
    return Analysis(
        article_id=article_id,
        sentences=tuple(starmap(_read_sentence, sentences)),
        headings=tuple(starmap(_read_sentence, headings)),
        names=tuple(starmap(_read_name, names)),
        quotes=tuple(starmap(_read_quote, quotes)),
        figures=tuple(starmap(_read_figure, figures)),
        dates=tuple(starmap(_read_date, dates)),
        claims=tuple(starmap(_read_claim, claims)),
        salience=tuple(salience),
        traits=tuple(_TRAITS[bits] for bits in traits),
        reader_version=reader_version,
    )


def _read_sentence(  # noqa: PLR0913, PLR0917 - as written
    start: int,
    end: int,
    paragraph: int,
    offsets: list[int],
    words: list[str],
    lemmas: list[str],
) -> Sentence:
    return Sentence(start, end, paragraph, tuple(offsets), tuple(words), tuple(lemmas))


def _read_name(
    name: str, kind: NameKind, mentions: Ranges, variants: list[str], roles: Ranges
) -> Name:
    return Name(
        name, kind, tuple(starmap(Range, mentions)), tuple(variants), tuple(starmap(Range, roles))
    )


def _read_quote(  # noqa: PLR0913, PLR0917 - as written
    start: int,
    end: int,
    mode: SpeechMode,
    shown_start: int,
    shown_end: int,
    verb: str,
    speaker: Sequence[int] | None,
    speaker_name: str | None,
    stance: Stance,
    towards: str | None,
) -> Quote:
    return Quote(
        Range(start, end),
        mode,
        Range(shown_start, shown_end),
        verb,
        None if speaker is None else Range(*speaker),
        speaker_name,
        stance,
        towards,
    )


def _read_figure(  # noqa: PLR0913, PLR0917 - as written
    start: int, end: int, value: float, unit: str, counts: str, qualifier: str
) -> Figure:
    return Figure(Range(start, end), value, unit, counts, qualifier)


def _read_date(
    start: int, end: int, day: str | None, precision: Precision, resolved_from: str | None
) -> DateMention:
    return DateMention(Range(start, end), day, precision, resolved_from)


def _read_claim(start: int, end: int, kind: ClaimKind) -> Claim:
    return Claim(Range(start, end), kind)


_TRAITS = tuple(
    Traits(bool(bits & 1), bool(bits & 2), bool(bits & 4), bool(bits & 8)) for bits in range(16)
)
