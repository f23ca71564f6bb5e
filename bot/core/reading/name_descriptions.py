"""Descriptions that stand for a person: "der Präsident", where one alone is president."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import fold
from bot.core.language.name_words import (
    ENGLISH_ROLE_HEADS,
)
from bot.core.reading.name_lines import has_capital, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Range
    from bot.core.reading.name_joining import Group
    from bot.core.reading.name_lines import Lexicon, Line
    from bot.core.reading.name_roles import Place, Role

_DEFINITE = frozenset("der die dem den des the".split())
# One of several ("einer der Gründer"), or someone else's ("der Sprecher des Senats").
_OF_SEVERAL = frozenset("einer eine eines einem einen keiner jeder viele mehrere one".split())
_OWNED = frozenset("der des von vom eines einer of for im für in".split())


def find_descriptions(
    lines: Sequence[Line],
    places: Sequence[Sequence[Place]],
    groups: Sequence[Group],
    roles: Sequence[Sequence[Role]],
    lexicon: Lexicon,
) -> tuple[tuple[Range, ...], ...]:
    """For each group the places where its role stands for it, after it was first named."""
    bearers = _bearers(groups, roles, lexicon)
    found: list[list[Range]] = [[] for _ in groups]
    if not bearers:
        return tuple(map(tuple, found))
    for line, taken in zip(lines, places, strict=True):
        covered = {number for place in taken for number in range(place.first, place.last + 1)}
        for number in line.capitals if lexicon.language == "de" else range(1, len(line.words)):
            if number in covered or not _is_definite(line, number, covered, lexicon):
                continue
            bearer = bearers.get(_key(line.words[number], lexicon))
            if bearer is not None and groups[bearer].mentions[0].start < line.starts[number]:
                found[bearer].append(line.range(number, number))
    return tuple(map(tuple, found))


def _bearers(
    groups: Sequence[Group], roles: Sequence[Sequence[Role]], lexicon: Lexicon
) -> dict[str, int]:
    """The roles that exactly one person has, with the number of its group."""
    heads: dict[str, set[int]] = {}
    for number, (group, own) in enumerate(zip(groups, roles, strict=True)):
        if group.kind != "PER":
            continue
        for role in own:
            if role.head:
                heads.setdefault(_key(role.head, lexicon), set()).add(number)
    return {key: next(iter(numbers)) for key, numbers in heads.items() if len(numbers) == 1}


def _key(word: str, lexicon: Lexicon) -> str:
    form = word[:1].upper() + word[1:] if lexicon.language == "de" else word.lower()
    return fold(lexicon.lemmatiser.lemma(form, lexicon.language))


def _is_definite(line: Line, number: int, covered: set[int], lexicon: Lexicon) -> bool:
    article = line.before(number).lower()
    if article not in _DEFINITE:
        return False
    word = line.words[number]
    german = lexicon.language == "de"
    if not (has_capital(word) and is_role(word) if german else word in ENGLISH_ROLE_HEADS):
        return False
    if german and _is_plural(article, word):
        return False
    if line.before(number - 1).lower() in _OF_SEVERAL or line.after(number).lower() in _OWNED:
        return False
    return not (
        line.joined(number + 1) and (number + 1 in covered or has_capital(line.after(number)))
    )


def _is_plural(article: str, word: str) -> bool:
    if article == "die":
        return not word.endswith(("in", "e"))
    return (article == "den" and word.endswith("ern")) or word.endswith("innen")
