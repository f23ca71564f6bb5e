"""Nouns with which a text speaks of a person it has just named, in German and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

DEFINITE: dict[Language, frozenset[str]] = {
    "de": frozenset("der die".split()),
    "en": frozenset(["the"]),
}
# With an organisation before the hyphen there is one of them: "der Tesla-Chef".
LEADERS: dict[Language, tuple[str, ...]] = {
    "de": tuple(
        "chef chefin gründer gründerin mitgründer mitgründerin vorsitzende vorstand manager "
        "managerin präsident präsidentin direktor direktorin".split()
    ),
    "en": ("chief", "boss", "founder"),
}
# What somebody is by himself, not in somebody's service: never "Sprecher", "Anwalt", "Minister".
OCCUPATIONS: dict[Language, tuple[str, ...]] = {
    "de": tuple(
        "unternehmer unternehmerin milliardär milliardärin jährige politiker politikerin "
        "schauspieler schauspielerin sänger sängerin musiker musikerin autorin schriftsteller "
        "schriftstellerin regisseur regisseurin künstler künstlerin ökonom ökonomin".split()
    ),
    "en": ("entrepreneur", "billionaire", "economist", "singer", "actor", "actress"),
}
# Behind "der" they are said of a man and look like a woman's without it.
WEAK_ROLES: tuple[str, ...] = tuple(
    "vorsitzende abgeordnete beauftragte vertraute delegierte verantwortliche angestellte "
    "sachverständige bevollmächtigte überlebende".split()
)
