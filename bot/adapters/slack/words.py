"""What only Slack's own forms say, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language. Titles of modals have at most 24 characters."""

    shortened: str
    loading: str
    close: str
    cancel: str
    evidence: str
    more: str
    plan_submit: str
    plan_preview: str
    plan_problems: str
    topics_hint: str
    topics_placeholder: str
    quiet: str
    quiet_choice: str
    invite: str
    send: str
    choose_title: str
    choose_topic: str
    choose_submit: str
    prompts_title: str
    prompt_digest: str
    home_topics: str
    home_no_topics: str
    home_orders: str
    home_no_orders: str
    home_next: str
    home_none_next: str
    home_more: str
    managers: str
    paused_title: str
    paused_why: str


_GERMAN = Words(
    shortened="… gekürzt",
    loading="Einen Moment …",
    close="Schließen",
    cancel="Abbrechen",
    evidence="Belege",
    more="Mehr",
    plan_submit="Planen",
    plan_preview="Vorschau",
    plan_problems="Das passt noch nicht:",
    topics_hint="Leer lassen für die wichtigsten Themen des Tages.",
    topics_placeholder="Thema suchen",
    quiet="Wenn nichts neu ist",
    quiet_choice="nichts schicken",
    invite="Noch bin ich nicht in diesem Kanal. Lade mich dort ein: /invite @Morgenlage",
    send="Senden",
    choose_title="Briefing",
    choose_topic="Thema",
    choose_submit="Zeigen",
    prompts_title="Themen heute",
    prompt_digest="Digest von heute",
    home_topics="Meine Themen",
    home_no_topics="Noch keine. Folge einem Thema mit dem Knopf unter seiner Karte.",
    home_orders="Digests in deinen Kanälen",
    home_no_orders="Noch keine. Plane einen im Kanal mit `/digest plan`.",
    home_next="nächster: {moment}",
    home_none_next="kein nächster ({state})",
    home_more="und {n} weitere",
    managers="einen Admin dieses Workspace",
    paused_title="Der Digest in {channel} pausiert.",
    paused_why="Slack sagt: {reason}. Wenn das behoben ist, geht es dort weiter mit "
    "`/digest weiter`.",
)
_ENGLISH = Words(
    shortened="… shortened",
    loading="One moment …",
    close="Close",
    cancel="Cancel",
    evidence="Evidence",
    more="More",
    plan_submit="Plan",
    plan_preview="Preview",
    plan_problems="This does not fit yet:",
    topics_hint="Leave empty for the most important topics of the day.",
    topics_placeholder="Search a topic",
    quiet="If nothing is new",
    quiet_choice="send nothing",
    invite="I am not in this channel yet. Invite me there: /invite @Morgenlage",
    send="Send",
    choose_title="Briefing",
    choose_topic="Topic",
    choose_submit="Show",
    prompts_title="Topics today",
    prompt_digest="Today's digest",
    home_topics="My topics",
    home_no_topics="None yet. Follow a topic with the button under its card.",
    home_orders="Digests in your channels",
    home_no_orders="None yet. Plan one in a channel with `/digest plan`.",
    home_next="next: {moment}",
    home_none_next="no next one ({state})",
    home_more="and {n} more",
    managers="an admin of this workspace",
    paused_title="The digest in {channel} is paused.",
    paused_why="Slack says: {reason}. Once this is mended, continue there with `/digest resume`.",
)
WORDS: dict[Language, Words] = {"de": _GERMAN, "en": _ENGLISH}
