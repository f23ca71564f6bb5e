"""Names and descriptions of the commands, in English and German.

Discord shows them in the language of each person's client.
"""

from __future__ import annotations

import discord
from discord import app_commands

_GERMAN = {
    # names
    "topic": "thema",
    "now": "jetzt",
    "new": "neu",
    "plan": "plan",
    "status": "status",
    "preview": "vorschau",
    "follow": "folgen",
    "unfollow": "entfolgen",
    "pause": "pause",
    "resume": "weiter",
    "stop": "stopp",
    "help": "hilfe",
    "zone": "zone",
    "time": "uhrzeit",
    "quiet": "leise",
    "Brief me on this": "Dazu ein Briefing",
    # descriptions
    "The topic card of a topic, or the list of topics": (
        "Die Karte eines Themas, oder die Liste der Themen"
    ),
    "A topic, however it is spelt": "Ein Thema, wie auch immer geschrieben",
    "The digest: now, new, plan and more": "Der Digest: jetzt, neu, plan und mehr",
    "Today's digest, for you alone": "Der Digest von heute, nur für dich",
    "What is new since you last looked": "Was seit deinem letzten Blick neu ist",
    "When and how the digest comes to this channel": (
        "Wann und wie der Digest in diesen Kanal kommt"
    ),
    "How things stand: last and next digest, topics, sources": (
        "Wie es steht: letzter und nächster Digest, Themen, Quellen"
    ),
    "The digest, without counting as looked at": "Der Digest, ohne als angesehen zu gelten",
    "Take a topic into the digest": "Ein Thema in den Digest nehmen",
    "Take a topic out of the digest": "Ein Thema aus dem Digest nehmen",
    "No digest until it is resumed": "Kein Digest, bis es weitergeht",
    "The digest again": "Der Digest kommt wieder",
    "End the planned digest": "Den geplanten Digest beenden",
    "How to ask": "Wie man fragt",
    "A time zone such as Europe/Berlin": "Eine Zeitzone wie Europe/Berlin",
    "A time of day such as 07:30": "Eine Uhrzeit wie 07:30",
    "Say nothing when nothing is new": "Nichts sagen, wenn es nichts Neues gibt",
}


class GermanNames(app_commands.Translator):
    """Gives Discord the German name or description of everything above."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The German wording; None for every other language, which then sees the English one."""
        del context
        return _GERMAN.get(string.message) if locale is discord.Locale.german else None
