"""Buttons where there are none to press: their words, or their numbers, typed. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import fold, spelling_key
from bot.dialogue.answers import CardAnswer, DigestAnswer
from bot.dialogue.heard import join, split_words

if TYPE_CHECKING:
    from bot.core.cards import TopicCard
    from bot.dialogue.answers import Answer
    from bot.dialogue.buttons import Action
    from bot.dialogue.labels import Labels

# A longer one is of no card, and too long a one is of no number that Python would read.
_LONGEST_NUMBER = 4
# What can be typed under a card, in this order. Nothing is kept in a terminal that praise or
# complaint could go to.
_NUMBERED: tuple[Action, ...] = ("evidence", "more", "follow")
_WORDS: dict[str, Action] = {
    **dict.fromkeys(("belege", "beleg", "evidence"), "evidence"),
    **dict.fromkeys(("mehr", "more"), "more"),
}


def cards_in(answer: Answer) -> tuple[TopicCard, ...]:
    """The cards under which something can be typed."""
    match answer:
        case CardAnswer(card):
            return (card,)
        case DigestAnswer(digest):
            return tuple(entry.card for entry in digest.entries)
        case _:
            return ()


def hint_for(cards: tuple[TopicCard, ...], labels: Labels) -> str:
    """What can be typed under these cards; "" if there are none."""
    if not cards:
        return ""
    if len(cards) > 1:
        return labels.type_of_several.format(n=len(cards))
    choices = (
        f"{number} {labels.buttons[action]}" for number, action in enumerate(_NUMBERED, start=1)
    )
    return labels.type_of_one.format(choices=" · ".join(choices))


def parse_typed(text: str, cards: tuple[TopicCard, ...]) -> tuple[Action, TopicCard] | None:
    """Which button of which card somebody means; None if they say something else.

    Under one card its number or word; under several the word with the number or name of the card.
    """
    words = split_words(text)
    if not words or not cards:
        return None
    word, rest = fold(words[0].raw), join(words[1:])
    number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0
    if len(cards) == 1 and not rest and 0 < number <= len(_NUMBERED):
        return _NUMBERED[number - 1], cards[0]
    action = _WORDS.get(word)
    card = _find_card(rest, cards) if action else None
    return (action, card) if action and card else None


def is_word_of_button(text: str) -> bool:
    """Whether somebody says nothing but the word of a button."""
    words = split_words(text)
    return len(words) == 1 and fold(words[0].raw) in _WORDS


def leaves_open(text: str, cards: tuple[TopicCard, ...]) -> bool:
    """Whether somebody means a button, and does not say of which of several cards."""
    return len(cards) > 1 and is_word_of_button(text)


def _find_card(said: str, cards: tuple[TopicCard, ...]) -> TopicCard | None:
    if not said:
        return cards[0] if len(cards) == 1 else None
    number = int(said) if said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER else 0
    if 0 < number <= len(cards):
        return cards[number - 1]
    return next((card for card in cards if spelling_key(card.name) == spelling_key(said)), None)
