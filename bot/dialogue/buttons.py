"""What can be pressed under an answer: the same ids, order and words on every platform.

A button carries an opaque target, so that it works after a restart without a table of live
views. Knows no platform; whether somebody may press is asked when they do.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from bot.dialogue.answers import CardAnswer, ChoiceAnswer, DigestAnswer, NotFoundAnswer

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.core.cards import TopicCard
    from bot.dialogue.answers import Answer
    from bot.dialogue.labels import Labels
    from bot.dialogue.outline import Outline

Action = Literal["evidence", "more", "follow", "unfollow", "up", "down", "share", "ask"]
ACTIONS: tuple[Action, ...] = get_args(Action)

# Both platforms take at least so many characters in the id or value of a button.
LONGEST_TARGET = 75


@dataclass(frozen=True, slots=True)
class Button:
    """`target` is the key of a card that was shown, or for "ask" the name of a topic."""

    action: Action
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message's worth of an answer: what is shown, and the buttons under it."""

    outline: Outline
    buttons: tuple[Button, ...] = ()


def card_key(card: TopicCard) -> str:
    """Sixteen characters that stand for this card and no other."""
    return hashlib.sha256(card.id.encode()).hexdigest()[:16]


def buttons_of_card(
    card: TopicCard, labels: Labels, *, follows: bool, private: bool
) -> tuple[Button, ...]:
    """The buttons under a card; sharing is offered where only one person sees it."""
    actions: list[Action] = ["evidence", "more", "unfollow" if follows else "follow", "up", "down"]
    if private:
        actions.append("share")
    key = card_key(card)
    return tuple(Button(action, key, labels.buttons[action]) for action in actions)


def parts_of(
    answer: Answer,
    outlines: tuple[Outline, ...],
    labels: Labels,
    *,
    followed: AbstractSet[str],
    private: bool,
) -> tuple[Part, ...]:
    """The outlines of an answer with their buttons. `followed` are slugs of topics.

    Of a digest the first part has none and each card has its own.
    """
    match answer:
        case CardAnswer(card):
            cards = [card]
        case DigestAnswer(digest):
            cards = [entry.card for entry in digest.entries]
        case ChoiceAnswer(names=names) | NotFoundAnswer(suggestions=names):
            return tuple(Part(outline, _choices(names)) for outline in outlines)
        case _:
            return tuple(map(Part, outlines))
    heads = outlines[: len(outlines) - len(cards)]
    buttons = [
        buttons_of_card(card, labels, follows=card.slug in followed, private=private)
        for card in cards
    ]
    return (*map(Part, heads), *map(Part, outlines[len(heads) :], buttons))


def _choices(names: tuple[str, ...]) -> tuple[Button, ...]:
    """A button for each name that fits; a longer one can still be typed."""
    return tuple(Button("ask", name, name) for name in names if len(name) <= LONGEST_TARGET)
