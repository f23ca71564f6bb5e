"""Who speaks about whom, and whether for or against: names and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.printable import clean
from bot.pictures.drawing import LINE, MARGIN, WIDTH, Box, Picture, Stroke, Text, wrap, write_svg
from bot.pictures.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.cards import TopicCard, Voice
    from bot.core.models import Stance
    from bot.dialogue.viewer import Viewer
    from bot.pictures.drawing import Shape

_BOX = 150
_HEIGHT = 40
_STEP = 54
_TOP = 52
_RIGHT = WIDTH - MARGIN - _BOX
_LOOKS: tuple[Stance, ...] = ("for", "against", "unclear")


def draw_voices(card: TopicCard, viewer: Viewer) -> str:
    """The picture as SVG; "" where nobody speaks of anybody."""
    said = _pairs(card)
    if not said:
        return ""
    words = words_for(viewer.language)
    speakers = _places(speaker for speaker, _, _ in said)
    spoken_of = _places(towards for _, towards, _ in said)
    arrows = tuple(_arrow(speakers[a], spoken_of[b], stance) for a, b, stance in said)
    names = (*_names(speakers, MARGIN), *_names(spoken_of, _RIGHT))
    heads = (
        Text(MARGIN, MARGIN + 14, words.voices_heading[0], "soft"),
        Text(_RIGHT, MARGIN + 14, words.voices_heading[1], "soft"),
    )
    bottom = _TOP + max(len(speakers), len(spoken_of)) * _STEP + 8
    summary = " ".join(
        words.sentences[stance].format(speaker=a, towards=b) for a, b, stance in said
    )
    title = words.voices.format(topic=clean(card.name))
    shapes: tuple[Shape, ...] = (*heads, *arrows, *names, *_key(said, viewer, bottom))
    return write_svg(Picture(f"voices-{card.slug}", title, summary, bottom + 28, shapes))


def _pairs(card: TopicCard) -> tuple[tuple[str, str, Stance], ...]:
    """Speaker, of whom, how; each once and in the order of the card."""
    found = ((clean(one.speaker), _towards(one, card), _stance(one)) for one in card.voices)
    return tuple(dict.fromkeys(pair for pair in found if pair[0] != pair[1]))


def _towards(voice: Voice, card: TopicCard) -> str:
    """Whom the voice speaks of; where that is not certain, the topic that it is quoted for."""
    return clean(voice.towards or card.name)


def _stance(voice: Voice) -> Stance:
    """For or against whom it names alone: who turns an offer down is not against the topic."""
    return voice.stance if voice.towards else "unclear"


def _places(names: Iterable[str]) -> dict[str, float]:
    """The height of each name, in the order given."""
    unique = dict.fromkeys(names)
    return {name: _TOP + row * _STEP for row, name in enumerate(unique)}


def _names(places: dict[str, float], x: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for name, y in places.items():
        shapes.append(Box(x, y - _HEIGHT / 2 + 8, _BOX, _HEIGHT, "name", name))
        lines = wrap(name, _BOX - 16, most=2)
        top = y + 13 - (len(lines) - 1) * LINE / 2.4
        shapes += [Text(x + 10, top + n * LINE * 0.85, line) for n, line in enumerate(lines)]
    return tuple(shapes)


def _arrow(start: float, end: float, stance: Stance) -> Stroke:
    return Stroke(MARGIN + _BOX, start + 8, _RIGHT - 2, end + 8, stance)


def _key(said: tuple[tuple[str, str, Stance], ...], viewer: Viewer, y: float) -> tuple[Shape, ...]:
    """What the strokes mean, of those that are there."""
    words, x = words_for(viewer.language), float(MARGIN)
    shapes: list[Shape] = []
    for look in _LOOKS:
        if any(stance == look for _, _, stance in said):
            shapes += [Stroke(x, y + 8, x + 34, y + 8, look)]
            shapes += [Text(x + 42, y + 13, words.stances[look], "soft")]
            x += 150
    return tuple(shapes)
