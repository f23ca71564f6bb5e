"""The form for the digest that goes into the folder: shown, read back, kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args
from zoneinfo import available_timezones

from aiohttp import web

from bot.adapters.web.visitors import read_language
from bot.core.ledger import Length
from bot.desk.replies import Reply
from bot.dialogue.requests import PlanDigest

if TYPE_CHECKING:
    from multidict import MultiMapping

    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.plans import PlanDraft, Problem

LENGTHS: tuple[Length, ...] = get_args(Length)
_MOST_TOPICS = 50
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class PlanForm:
    """What the form shows: the plan so far, and what is wrong with it."""

    draft: PlanDraft
    problems: tuple[Problem, ...] = ()

    @property
    def lengths(self) -> tuple[Length, ...]:
        """The lengths to choose from, the shortest first."""
        return LENGTHS

    @property
    def zones(self) -> tuple[str, ...]:
        """The names of zones to choose from, those of places alone."""
        return tuple(sorted(name for name in available_timezones() if is_place(name)))

    def problem(self, field: str) -> str:
        """What is wrong with a field; "" if nothing is."""
        return next((one.sentence for one in self.problems if one.field == field), "")


def is_place(zone: str) -> bool:
    """Whether a zone is named after a place, as people know it ("Europe/Berlin")."""
    return "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/"))


def plan(desk: Desk, fields: MultiMapping[object], asker: Asker) -> Reply | PlanForm:
    """Plan the digest as the form says; the form once more, with what is wrong, if it is.

    Raises:
        web.HTTPBadRequest: this is no form of ours.
    """
    before = desk.respond(PlanDigest(), asker).form
    if before is None:
        raise web.HTTPForbidden
    draft = read_form(fields, before)
    planned = desk.plan(draft, asker)
    return planned if isinstance(planned, Reply) else PlanForm(draft, planned)


def read_form(fields: MultiMapping[object], before: PlanDraft) -> PlanDraft:
    """The draft that was sent. What the form does not ask for stays as it was.

    Raises:
        web.HTTPBadRequest: this is no form of ours.
    """
    language = read_language(_text(fields, "language"))
    length = next((one for one in LENGTHS if one == _text(fields, "length")), None)
    days = [str(one) for one in fields.getall("weekday", [])]
    if language is None or length is None or not all(day in "0123456" for day in days):
        raise web.HTTPBadRequest
    names = (name.strip() for name in _text(fields, "topics").split(","))
    return replace(
        before,
        topics=tuple(dict.fromkeys(filter(None, names)))[:_MOST_TOPICS],
        time=_text(fields, "time"),
        zone=_text(fields, "zone"),
        weekdays=tuple(sorted({int(day) for day in days if day})),
        language=language,
        length=length,
        quiet=bool(_text(fields, "quiet")),
    )


def _text(fields: MultiMapping[object], name: str) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str):
        raise web.HTTPBadRequest
    return value.strip()[:_LONGEST]
