"""What only Discord needs to say, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.ledger import Length
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language. Words in braces are filled in."""

    shortened: str
    page: str
    digest_note: str
    thread_name: str
    more_in_thread: str
    managers: str
    shared_by: str
    cannot: str
    permissions: dict[str, str]
    not_here: str
    paused_for_owner: str

    complain_title: str
    complain_point: str
    complain_point_hint: str
    complain_whole: str
    complain_reason: str

    plan_title: str
    plan_time: str
    plan_time_hint: str
    plan_zone: str
    plan_zone_hint: str
    plan_days: str
    plan_topics: str
    plan_topics_hint: str
    plan_style: str
    plan_again: str
    plan_wrong: str
    weekdays: tuple[str, ...]
    languages: dict[Language, str]
    lengths: dict[Length, str]


_GERMAN = Words(
    shortened="… gekürzt",
    page="Seite {n} von {of}.",
    digest_note="Digest {id}",
    thread_name="Morgenlage {day}",
    more_in_thread="Die Karten dazu stehen im Thread.",
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
    "Ist das behoben, geht es dort mit /digest resume weiter.",
    complain_title="Was stimmt nicht?",
    complain_point="Welcher Satz?",
    complain_point_hint="Ohne Auswahl gilt es der ganzen Karte.",
    complain_whole="Die ganze Karte",
    complain_reason="Warum?",
    plan_title="Digest planen",
    plan_time="Uhrzeit",
    plan_time_hint="Von 00:00 bis 23:59, zum Beispiel 07:30",
    plan_zone="Zeitzone",
    plan_zone_hint="Wie Europe/Berlin; Vorschläge gibt /digest plan zone:",
    plan_days="Wochentage",
    plan_topics="Themen",
    plan_topics_hint="Ohne Auswahl kommen die wichtigsten.",
    plan_style="Sprache und Umfang",
    plan_again="Noch einmal ausfüllen",
    plan_wrong="Das Formular kann so nicht gespeichert werden.",
    weekdays=(
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ),
    languages={"de": "Deutsch", "en": "Englisch"},
    lengths={"short": "kurz", "normal": "normal", "long": "lang"},
)
_ENGLISH = Words(
    shortened="… shortened",
    page="Page {n} of {of}.",
    digest_note="Digest {id}",
    thread_name="Morgenlage {day}",
    more_in_thread="The cards are in the thread.",
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
    complain_title="What is wrong?",
    complain_point="Which sentence?",
    complain_point_hint="Without a choice it is about the whole card.",
    complain_whole="The whole card",
    complain_reason="Why?",
    plan_title="Plan the digest",
    plan_time="Time",
    plan_time_hint="From 00:00 to 23:59, for example 07:30",
    plan_zone="Time zone",
    plan_zone_hint="Like Europe/Berlin; /digest plan zone: suggests some",
    plan_days="Weekdays",
    plan_topics="Topics",
    plan_topics_hint="Without a choice the most important ones come.",
    plan_style="Language and length",
    plan_again="Fill in again",
    plan_wrong="The form cannot be saved like this.",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    languages={"de": "German", "en": "English"},
    lengths={"short": "short", "normal": "normal", "long": "long"},
)


def words_for(language: Language) -> Words:
    """The wording in `language`."""
    return _GERMAN if language == "de" else _ENGLISH
