"""The parts of a card that the limits of its outlets permit. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.cards import Change, Dispute
    from bot.core.excerpts import Allowance
    from bot.core.selection import Selection


def permit(chosen: Selection, allowance: Allowance) -> Selection:
    """`chosen` without what exceeds the allowance, taken in the order in which a card is read.

    A dispute needs both its sides. A change whose past does not fit is shown without it.
    """
    admits = allowance.admits
    return replace(
        chosen,
        answers=tuple(point for point in chosen.answers if admits(point)),
        lead=tuple(point for point in chosen.lead if admits(point)),
        changes=tuple(
            _permitted(change, allowance) for change in chosen.changes if admits(change.point)
        ),
        facts=tuple(point for point in chosen.facts if admits(point)),
        voices=tuple(voice for voice in chosen.voices if admits(voice.point)),
        disputed=tuple(pair for pair in chosen.disputed if _admits_both(pair, allowance)),
        open=tuple(point for point in chosen.open if admits(point)),
        timeline=tuple(item for item in chosen.timeline if admits(item.point)),
    )


def _permitted(change: Change, allowance: Allowance) -> Change:
    fits = change.before is None or allowance.admits(change.before)
    return change if fits else replace(change, before=None)


def _admits_both(pair: Dispute, allowance: Allowance) -> bool:
    one, other = pair.points
    return allowance.admits(one) and allowance.admits(other)
