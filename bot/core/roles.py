"""What the speakers of a card are, in the language of the card."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.role_words import is_vague_role, points_elsewhere, translate_role
from bot.core.language.speech_people import WEAK_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.core.models import Language, Name, Range, Reading
    from bot.core.ranking import Evidence

_THE = "der "
# "Vorsitzende des Gremiums" without what it is the head of.
_OF_WHAT = re.compile(r" (?:des|der|of the) ")


@dataclass(frozen=True, slots=True)
class _Told:
    """A role as an article words it; only people are known by what other articles say."""

    reading: Reading
    text: str
    is_of_person: bool

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.reading.article.id

    def in_language(self, language: Language) -> str | None:
        """The role in a language, None if it cannot be told there."""
        if self.reading.article.language == language:
            return self.text
        return translate_role(self.text, language, _owners(self.reading.analysis.names))


@dataclass(frozen=True, slots=True)
class Roles:
    """What the articles of a card say that its speakers are."""

    language: Language
    told: Mapping[str, Sequence[_Told]]

    def of(self, speaker: str, article: str) -> str | None:
        """The role of whoever speaks in `article`, in the language of the card.

        What says of what somebody is the chief comes first, then what an article words itself
        before what is translated, and the article of the words before others. None if nothing
        can be said in the language.
        """
        found: list[tuple[bool, bool, bool, int, str]] = []
        for place, one in enumerate(self.told.get(speaker, ())):
            if one.article != article and not one.is_of_person:
                continue
            text = one.in_language(self.language)
            if text:
                is_foreign = one.reading.article.language != self.language
                rank = (is_vague_role(text), is_foreign, one.article != article, place)
                found.append((*rank, text))
        return min(found)[-1] if found else None


def find_roles(evidence: Evidence, display: Callable[[str], str], language: Language) -> Roles:
    """The roles of everybody whom the articles name. `display` gives who is meant."""
    told: dict[str, list[_Told]] = {}
    for one in evidence.articles:
        for name in one.reading.analysis.names:
            text = _role(one.reading, name)
            if text:
                role = _Told(one.reading, text, name.kind == "PER")
                told.setdefault(display(name.name), []).append(role)
    return Roles(language, told)


def _owners(names: Sequence[Name]) -> frozenset[str]:
    """The words by which the article calls people and organisations, each a single one."""
    people = (name.name.split()[-1] for name in names if name.kind == "PER")
    organisations = (name.name for name in names if name.kind == "ORG" and " " not in name.name)
    places = {name.name for name in names if name.kind not in {"PER", "ORG"}}
    return frozenset((*people, *organisations)) - places


def _role(reading: Reading, name: Name) -> str | None:
    """The best of the roles that can be understood away from its article."""
    texts = [_told(reading, role) for role in name.roles]
    heads = [_OF_WHAT.split(text)[0] for text in texts]
    return next((text for text in (*texts, *heads) if not points_elsewhere(text)), None)


def _told(reading: Reading, role: Range) -> str:
    """The role as it is written, with the article that its ending needs.

    "Der Vorsitzende" is no woman, and "der deutsche Sprecher" is no "deutsche Sprecher".
    """
    text = reading.article.text
    told = text[role.start : role.end]
    first = told.split(maxsplit=1)[0]
    before = text[max(0, role.start - len(_THE)) : role.start]
    is_weak = first.lower().endswith(WEAK_ROLES) or (first.islower() and first.endswith("e"))
    return _THE + told if is_weak and before.lower() == _THE else told
