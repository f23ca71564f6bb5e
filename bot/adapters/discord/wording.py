"""What only Discord needs to say, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language. Words in braces are filled in."""

    shortened: str
    page: str
    digest_note: str
    thread_name: str
    managers: str
    shared_by: str
    cannot: str
    permissions: dict[str, str]
    not_here: str
    paused_for_owner: str

    complain_point_hint: str

    plan_time_hint: str
    plan_zone_hint: str
    plan_topics_hint: str
    plan_style: str
    plan_wrong: str


_GERMAN = Words(
    shortened="… gekürzt",
    page="Seite {n} von {of}.",
    digest_note="Digest {id}",
    thread_name="Morgenlage {day}",
    managers="wer den Server oder diesen Kanal verwalten darf",
    shared_by="Geteilt von {name}",
    cannot="Hier kann ich keinen Digest schicken. In {channel} darf ich nicht: {missing}.",
    permissions={
        "view_channel": "Kanal sehen",
        "send_messages": "Nachrichten senden",
        "create_public_threads": "Öffentliche Threads erstellen",
        "send_messages_in_threads": "Nachrichten in Threads senden",
        "read_message_history": "Nachrichtenverlauf lesen",
    },
    not_here="Ein Digest braucht einen Textkanal oder ein Forum auf einem Server, "
    "auf dem ich Mitglied bin, oder eine Direktnachricht an mich.",
    paused_for_owner="Der Digest für {channel} ist pausiert: {reason}. "
    "Ist das behoben, geht es dort mit /digest weiter weiter.",
    complain_point_hint="Ohne Auswahl gilt es der ganzen Karte.",
    plan_time_hint="Von 00:00 bis 23:59, zum Beispiel 07:30",
    plan_zone_hint="Wie Europe/Berlin; Vorschläge gibt /digest plan zone:",
    plan_topics_hint="Ohne Auswahl kommen die wichtigsten.",
    plan_style="Sprache und Umfang",
    plan_wrong="Das Formular kann so nicht gespeichert werden.",
)
_ENGLISH = Words(
    shortened="… shortened",
    page="Page {n} of {of}.",
    digest_note="Digest {id}",
    thread_name="Morgenlage {day}",
    managers="someone who may manage the server or this channel",
    shared_by="Shared by {name}",
    cannot="I cannot send a digest here. In {channel} I may not: {missing}.",
    permissions={
        "view_channel": "View Channel",
        "send_messages": "Send Messages",
        "create_public_threads": "Create Public Threads",
        "send_messages_in_threads": "Send Messages in Threads",
        "read_message_history": "Read Message History",
    },
    not_here="A digest needs a text channel or a forum on a server that I am a member of, "
    "or a direct message to me.",
    paused_for_owner="The digest for {channel} is paused: {reason}. "
    "Once that is mended, it goes on with /digest resume there.",
    complain_point_hint="Without a choice it is about the whole card.",
    plan_time_hint="From 00:00 to 23:59, for example 07:30",
    plan_zone_hint="Like Europe/Berlin; /digest plan zone: suggests some",
    plan_topics_hint="Without a choice the most important ones come.",
    plan_style="Language and length",
    plan_wrong="The form cannot be saved like this.",
)


def words_for(language: Language) -> Words:
    """The wording in `language`."""
    return _GERMAN if language == "de" else _ENGLISH
