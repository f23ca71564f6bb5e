"""Modals and the home tab as views. Pure; what is filled in is read back by `forms`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.adapters.slack.blocks import (
    actions,
    button,
    context,
    fits_option,
    header,
    modal,
    option,
    plain_text,
    section,
)
from bot.adapters.slack.limits import (
    BLOCKS_IN_VIEW,
    OPTION_TEXT,
    OPTIONS,
    PRIVATE_METADATA,
)
from bot.adapters.slack.mrkdwn import bold, cut, plain
from bot.adapters.slack.words import WORDS
from bot.dialogue.labels.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.heard import Where
    from bot.core.models import Language
    from bot.desk.plans import PlanDraft, Problem
    from bot.dialogue.evidence import PointChoice

PLAN, COMPLAINT, CHOOSE = "plan", "complaint", "choose"
WHOLE_CARD = "0"
_LONGEST_REASON = 2000
_LONGEST_ZONE = 64
# Enough to say what is wrong with a form below it, and to keep a form under the limit.
_MOST_TOPICS = 50


def loading_modal(title: str, language: Language) -> Block:
    """What is opened at once, as the right to open a modal runs out after three seconds."""
    return fill_modal(title, [section(plain(WORDS[language].loading))], language)


def fill_modal(title: str, blocks: Sequence[Block], language: Language) -> Block:
    """A modal that only shows something."""
    return modal(title, list(blocks)[:BLOCKS_IN_VIEW], close=WORDS[language].close)


def plan_modal(
    draft: PlanDraft, where: Where, language: Language, problems: Sequence[Problem] = ()
) -> Block:
    """The planning form, filled in. The channel travels with it, and the holidays, unchanged."""
    words, form = WORDS[language], FORMS[language]
    said = [context(plain(f"{words.plan_problems} {one.sentence}")) for one in problems]
    blocks = [
        *said,
        _input("topics", form.topics, _topics_menu(draft, language), hint=words.topics_hint),
        _input("time", form.time, _time_picker(draft)),
        _input("zone", form.zone, _text_field("zone", draft.zone, most=_LONGEST_ZONE)),
        _input("weekdays", form.weekdays, _weekday_boxes(draft, language)),
        _input("language", form.language, _menu("language", form.languages, draft.language)),
        _input("length", form.length, _menu("length", form.lengths, draft.length)),
        _input("quiet", words.quiet, _quiet_box(draft, language)),
        actions([button("preview", words.plan_preview, "preview")]),
    ]
    return modal(
        form.plan_title,
        blocks,
        close=words.cancel,
        submit=plain_text(words.plan_submit, OPTION_TEXT),
        callback_id=PLAN,
        private_metadata=_metadata(
            channel=where.channel, thread=where.thread, holidays=draft.holidays
        ),
    )


def complaint_modal(
    key: str, choices: Sequence[PointChoice], where: Where, language: Language
) -> Block:
    """Which sentence of a card is wrong, and why."""
    words, form = WORDS[language], FORMS[language]
    whole = option(form.complaint_whole, WHOLE_CARD)
    options = [whole, *(option(one.text, one.key) for one in choices[: OPTIONS - 1])]
    menu = {
        "type": "static_select",
        "action_id": "point",
        "options": options,
        "initial_option": whole,
    }
    reason = _text_field("reason", "", most=_LONGEST_REASON, multiline=True)
    return modal(
        form.complaint_title,
        [
            _input("point", form.complaint_point, menu, optional=False),
            _input("reason", form.complaint_reason, reason),
        ],
        close=words.cancel,
        submit=plain_text(words.send, OPTION_TEXT),
        callback_id=COMPLAINT,
        private_metadata=_metadata(channel=where.channel, thread=where.thread, key=key),
    )


def choose_modal(language: Language) -> Block:
    """One topic, by its first letters."""
    words = WORDS[language]
    menu = {
        "type": "external_select",
        "action_id": "topic",
        "min_query_length": 0,
        "placeholder": plain_text(words.topics_placeholder, OPTION_TEXT),
    }
    return modal(
        words.choose_title,
        [_input("topic", words.choose_topic, menu, optional=False)],
        close=words.cancel,
        submit=plain_text(words.choose_submit, OPTION_TEXT),
        callback_id=CHOOSE,
    )


def plan_offer(language: Language) -> list[Block]:
    """A button that opens the planning form, where a form cannot be opened by itself."""
    return [actions([button("plan", FORMS[language].plan_title, "plan")])]


def home_view(blocks: Sequence[Block]) -> Block:
    """The home tab."""
    return {"type": "home", "blocks": list(blocks)[:BLOCKS_IN_VIEW]}


def heading(text: str) -> Block:
    """A heading on the home tab."""
    return header(text)


def item(name: str, rest: str) -> Block:
    """A line on the home tab; `rest` is escaped already."""
    return section(f"{bold(name)} · {rest}" if rest else bold(name))


def _input(
    block_id: str, label: str, element: Block, *, hint: str = "", optional: bool = True
) -> Block:
    more = {"hint": plain_text(hint, OPTION_TEXT * 2)} if hint else {}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(label, OPTION_TEXT),
        "element": element,
        "optional": optional,
        **more,
    }


def _topics_menu(draft: PlanDraft, language: Language) -> Block:
    chosen = [option(name, name) for name in draft.topics if fits_option(name)][:_MOST_TOPICS]
    more = {"initial_options": chosen} if chosen else {}
    return {
        "type": "multi_external_select",
        "action_id": "topics",
        "min_query_length": 0,
        "max_selected_items": _MOST_TOPICS,
        "placeholder": plain_text(WORDS[language].topics_placeholder, OPTION_TEXT),
        **more,
    }


def _time_picker(draft: PlanDraft) -> Block:
    return {"type": "timepicker", "action_id": "time", "initial_time": draft.time.zfill(5)}


def _text_field(action_id: str, value: str, *, most: int, multiline: bool = False) -> Block:
    more = {"initial_value": cut(value, most)} if value else {}
    return {
        "type": "plain_text_input",
        "action_id": action_id,
        "multiline": multiline,
        "max_length": most,
        **more,
    }


def _weekday_boxes(draft: PlanDraft, language: Language) -> Block:
    options = [option(name, str(n)) for n, name in enumerate(FORMS[language].weekday_names)]
    chosen = [options[day] for day in sorted(set(draft.weekdays)) if 0 <= day < len(options)]
    return {
        "type": "checkboxes",
        "action_id": "weekdays",
        "options": options,
        **({"initial_options": chosen} if chosen else {}),
    }


def _menu(action_id: str, names: Mapping[Any, str], chosen: str) -> Block:
    options = {key: option(name, key) for key, name in names.items()}
    return {
        "type": "static_select",
        "action_id": action_id,
        "options": list(options.values()),
        "initial_option": options[chosen],
    }


def _quiet_box(draft: PlanDraft, language: Language) -> Block:
    choice = option(WORDS[language].quiet_choice, "quiet")
    return {
        "type": "checkboxes",
        "action_id": "quiet",
        "options": [choice],
        **({"initial_options": [choice]} if draft.quiet else {}),
    }


def _metadata(**values: str) -> str:
    return json.dumps(values, ensure_ascii=False)[:PRIVATE_METADATA]
