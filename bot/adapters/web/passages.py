"""Which passages of an article may stand beside a card, by the limits of its outlet. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.models import Reading, Sentence


def choose_passages(
    reading: Reading, cited: Iterable[Range], supports: Iterable[Range], most: int
) -> tuple[Range, ...]:
    """What of the article is shown, in its order, parts that touch as one.

    All that is `cited`, which the card shows anyway; then, while it stays within `most`
    characters, what bears out others' words and the sentences around what is cited, nearest
    first. Each is shown whole or not at all.
    """
    shown = _join(cited)
    around = [part for step in (1, 2, 3) for part in _near(reading.analysis.sentences, shown, step)]
    for part in (*supports, *around):
        more = _join((*shown, part))
        if sum(one.end - one.start for one in more) <= most:
            shown = more
    return shown


def _near(sentences: Sequence[Sentence], cited: Sequence[Range], step: int) -> list[Range]:
    """The sentences so many places before and behind each cited passage."""
    found: list[Range] = []
    for part in cited:
        touched = [number for number, one in enumerate(sentences) if one.range.overlaps(part)] or [
            0
        ]
        wanted = (touched[0] - step + 1, touched[-1] + step - 1, touched[0] - step)
        found += [sentences[number].range for number in wanted if 0 <= number < len(sentences)]
    return found


def _join(parts: Iterable[Range]) -> tuple[Range, ...]:
    joined: list[Range] = []
    for part in sorted(parts):
        if joined and part.start <= joined[-1].end + 1:
            joined[-1] = Range(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return tuple(joined)
