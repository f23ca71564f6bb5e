"""The two forms as modals, and what was filled in, read back from the bare payload.

A form that is read from its payload can be sent after a restart: no modal is kept in memory.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.adapters.discord.limits import (
    CUSTOM_ID,
    LABEL_HINT,
    LABEL_TEXT,
    MODAL_TITLE,
    SELECT_OPTIONS,
    SELECT_TEXT,
)
from bot.adapters.discord.wording import words_for
from bot.dialogue.labels.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.ledger import Length
    from bot.core.models import Language
    from bot.desk.plans import PlanDraft
    from bot.dialogue.evidence import PointChoice

    Fields = Mapping[str, tuple[str, ...]]

COMPLAIN = "ml-complain:"
PLAN = "ml-plan"
_LONGEST_REASON = 1000
_LONGEST_TIME = 5
_LONGEST_ZONE = 64
_WEEK = 7


def complain_form(key: str, points: Sequence[PointChoice], language: Language) -> discord.ui.Modal:
    """Which sentence of the card with this key is wrong, and why."""
    words, form = words_for(language), FORMS[language]
    options = [
        discord.SelectOption(label=one.text[:SELECT_TEXT], value=one.key)
        for one in points[:SELECT_OPTIONS]
    ]
    point = discord.ui.Select[Any](
        custom_id="point",
        options=options,
        placeholder=form.complaint_whole,
        min_values=0,
        required=False,
    )
    reason = discord.ui.TextInput[Any](
        custom_id="reason",
        style=discord.TextStyle.paragraph,
        max_length=_LONGEST_REASON,
        required=False,
    )
    modal = _modal(form.complaint_title, f"{COMPLAIN}{key}")
    if options:
        modal.add_item(_label(form.complaint_point, point, words.complain_point_hint))
    modal.add_item(_label(form.complaint_reason, reason))
    return modal


def plan_form(draft: PlanDraft, topics: Sequence[str], language: Language) -> discord.ui.Modal:
    """The plan, filled in as `draft`; `topics` can be chosen beside those it has already."""
    words, form = words_for(language), FORMS[language]
    time = discord.ui.TextInput[Any](
        custom_id="time", default=draft.time[:_LONGEST_TIME], max_length=_LONGEST_TIME
    )
    zone = discord.ui.TextInput[Any](
        custom_id="zone", default=draft.zone[:_LONGEST_ZONE], max_length=_LONGEST_ZONE
    )
    days = discord.ui.Select[Any](
        custom_id="days",
        options=[
            discord.SelectOption(label=name, value=str(day), default=day in draft.weekdays)
            for day, name in enumerate(form.weekday_names)
        ],
        max_values=_WEEK,
    )
    style = discord.ui.Select[Any](custom_id="style", options=_styles(draft, language))
    modal = _modal(form.plan_title, PLAN)
    modal.add_item(_label(form.time, time, words.plan_time_hint))
    modal.add_item(_label(form.zone, zone, words.plan_zone_hint))
    modal.add_item(_label(form.weekdays, days))
    choosing = _topics(draft, topics)
    if choosing is not None:
        modal.add_item(_label(form.topics, choosing, words.plan_topics_hint))
    modal.add_item(_label(words.plan_style, style))
    return modal


def read_fields(data: Mapping[str, Any]) -> Fields:
    """What was filled in, by field; a text is one value."""
    fields: dict[str, tuple[str, ...]] = {}
    for outer in data.get("components", ()):
        inner = [outer["component"]] if "component" in outer else outer.get("components", ())
        for field in inner:
            values = field["values"] if "values" in field else [field.get("value") or ""]
            fields[str(field.get("custom_id"))] = tuple(map(str, values))
    return fields


def read_plan_form(fields: Fields, before: PlanDraft) -> PlanDraft:
    """The draft as filled in; what the form does not ask stays as it was before."""
    language, _, length = (fields.get("style") or ("",))[0].partition(" ")
    # A plan of topics that the form could not list, for there are none, keeps them.
    topics = fields.get("topics", before.topics)
    return replace(
        before,
        time=_first(fields, "time"),
        zone=_first(fields, "zone"),
        weekdays=tuple(int(day) for day in fields.get("days", ()) if day.isdigit()),
        topics=topics,
        language=cast("Language", language) if language in {"de", "en"} else before.language,
        length=cast("Length", length) if length else before.length,
    )


def _first(fields: Fields, name: str) -> str:
    return (fields.get(name) or ("",))[0]


def _styles(draft: PlanDraft, language: Language) -> list[discord.SelectOption]:
    form = FORMS[language]
    return [
        discord.SelectOption(
            label=f"{named}, {size}",
            value=f"{code} {length}",
            default=(code, length) == (draft.language, draft.length),
        )
        for code, named in form.languages.items()
        for length, size in form.lengths.items()
    ]


def _topics(draft: PlanDraft, topics: Sequence[str]) -> discord.ui.Select[Any] | None:
    names = dict.fromkeys((*draft.topics, *topics))
    fitting = [name for name in names if 0 < len(name) <= SELECT_TEXT][:SELECT_OPTIONS]
    if not fitting:
        return None
    return discord.ui.Select(
        custom_id="topics",
        options=[
            discord.SelectOption(label=name, value=name, default=name in draft.topics)
            for name in fitting
        ],
        min_values=0,
        max_values=len(fitting),
        required=False,
    )


def _modal(title: str, custom_id: str) -> discord.ui.Modal:
    return discord.ui.Modal(
        title=title[:MODAL_TITLE], custom_id=custom_id[:CUSTOM_ID], timeout=None
    )


def _label(text: str, field: discord.ui.Item[Any], hint: str = "") -> discord.ui.Label[Any]:
    return discord.ui.Label(
        text=text[:LABEL_TEXT], component=field, description=hint[:LABEL_HINT] or None
    )
