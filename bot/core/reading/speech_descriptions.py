"""Whether "der Tesla-Chef" or "der Unternehmer" can only be the person just named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.speech_people import DEFINITE, LEADERS, OCCUPATIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.core.models import Language

_WORDS = 2


class Description(NamedTuple):
    """What a description says: its noun, the organisation before its hyphen, whose it may be."""

    noun: str
    organisation: str
    gender: str


def read_description(lowers: tuple[str, ...], language: Language) -> Description | None:
    """The description that two small-letter words make up, such as "der" and "tesla-chef"."""
    if len(lowers) != _WORDS or lowers[0] not in DEFINITE[language]:
        return None
    organisation, _, noun = lowers[1].rpartition("-")
    leads = bool(organisation) and noun in LEADERS[language]
    if noun == "jährige" and not organisation.isdigit():
        return None
    if not leads and not noun.endswith(OCCUPATIONS[language]):
        return None
    gender = {"der": "m", "die": "f"}.get(lowers[0], "")
    return Description(noun, organisation if leads else "", gender)


def fits_only(
    found: Description, *, said: Collection[str], own: Collection[str], others: Collection[str]
) -> bool:
    """Whether nobody else can be meant.

    `said` are the words of the sentence before, `own` the roles the article states of the
    person, `others` those of everybody else. A noun or an organisation that was just spoken of
    may be somebody else's, and a person known as something else is not taken for it.
    """
    key = found.organisation or found.noun
    if any(key in word for word in said) or any(key in role for role in others):
        return False
    return not own or any(key in role for role in own) or not found.organisation
