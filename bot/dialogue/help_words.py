"""The German of what `--help` says, by the English that stands with each command. Pure.

The texts of commands are split into paragraphs; names of arguments and options stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMANDS: Mapping[str, str] = {
    # briefing
    "Topic cards and a morning digest from a folder of articles.": (
        "Themenkarten und ein Digest am Morgen aus einem Ordner mit Artikeln."
    ),
    "Every sentence shown can be traced to the exact characters of an article. No network, no key "
    "and no model is needed.": (
        "Jeder gezeigte Satz führt zu den genauen Zeichen eines Artikels. Kein Netz, kein "
        "Schlüssel und kein Modell wird gebraucht."
    ),
    "Exit: 0 answered, 3 not found, 2 wrong use or settings, 1 failure.": (
        "Ende mit: 0 beantwortet, 3 nicht gefunden, 2 falscher Aufruf oder falsche Einstellung, "
        "1 Fehler."
    ),
    # add
    "Read the article on the page at URL and keep it; say if it is new, known or corrected.": (
        "Den Artikel der Seite unter URL aufnehmen; sagt, ob er neu, bekannt oder korrigiert ist."
    ),
    # ask
    "Show the card of TOPIC; without TOPIC the list of topics.": (
        "Die Karte zu TOPIC zeigen; ohne TOPIC die Liste der Themen."
    ),
    "TOPIC may be a question for a sum, a count, a time, a person or a place, in which a topic is "
    "named.": (
        "TOPIC darf eine Frage nach Summe, Anzahl, Zeit, Person oder Ort sein, die ein Thema nennt."
    ),
    # chat
    'Talk line by line; the conversation is kept until "exit" or the end of the input.': (
        "Zeile für Zeile reden; das Gespräch dauert bis „ende“ oder zum Ende der Eingabe."
    ),
    'Under a card, "belege" (or "evidence") shows each point in its article and "mehr" ("more") '
    "what else the articles say.": (
        "Unter einer Karte zeigt „belege“ jeden Punkt in seinem Artikel und „mehr“, was die "
        "Artikel sonst sagen."
    ),
    # check
    "Say what is on, what is off or wrong, and why; exit 1 if anything is wrong.": (
        "Sagen, was an, aus oder falsch ist und warum; endet mit 1, wenn etwas falsch ist."
    ),
    "Settings, secrets (present or not), database, time zones, articles, platforms.": (
        "Einstellungen, Geheimnisse (da oder nicht), Datenbank, Zeitzonen, Artikel, Plattformen."
    ),
    # deliveries
    "List what went out and what did not, newest first: when, where, message, why.": (
        "Was verschickt wurde und was nicht, das Neueste zuerst: wann, wohin, Nachricht, warum."
    ),
    # digest
    "Show the digest as a channel would get it on the morning of a day.": (
        "Den Digest zeigen, wie ihn ein Kanal am Morgen eines Tages bekäme."
    ),
    "With --resend nothing is shown: a running bot makes the digest anew and edits the post. The "
    "ids are those of `briefing deliveries`.": (
        "Mit --resend wird nichts gezeigt: Ein laufender Bot macht den Digest neu und ändert die "
        "Nachricht. Die ids stehen in `briefing deliveries`."
    ),
    # feeds
    "Feeds that are read: add, remove, list, check, import and export.": (
        "Feeds, die gelesen werden: dazunehmen, entfernen, auflisten, prüfen, ein- und ausführen."
    ),
    "Read the feed at ADDRESS, or the one that the page there points to, from now on.": (
        "Den Feed unter ADDRESS, oder den die Seite dort nennt, ab jetzt lesen."
    ),
    "Fetch the feeds (or ADDRESSes) now and say how they are; nothing is stored.": (
        "Die Feeds (oder jede ADDRESS) jetzt holen und sagen, wie es steht; gespeichert wird "
        "nichts."
    ),
    "A wrong line in the file of feeds is named with its number, and the others are fetched.": (
        "Eine falsche Zeile der Feeddatei wird mit ihrer Nummer genannt, die anderen Feeds werden "
        "geholt."
    ),
    "Write the feeds as OPML, into FILE or on standard output.": (
        "Die Feeds als OPML schreiben, in FILE oder auf die Ausgabe."
    ),
    "Add the feeds of an OPML FILE, as other readers export it.": (
        "Die Feeds einer OPML-Datei FILE dazunehmen, wie andere Leser sie ausführen."
    ),
    "Show each feed: when it was read last, what is wrong with it, what was skipped and why.": (
        "Zu jedem Feed: wann zuletzt gelesen, was gestört ist, was ausgelassen wurde und warum."
    ),
    "Read FEED (its address or outlet) no more; its articles stay.": (
        "FEED (Adresse oder Quelle) nicht mehr lesen; seine Artikel bleiben."
    ),
    # plan
    "Plan the digest of a channel of the folder, or change, pause, resume or end it.": (
        "Den Digest eines Kanals des Ordners planen, ändern, anhalten, fortsetzen oder beenden."
    ),
    "What is not named stays as it was. On chat platforms use /digest plan there.": (
        "Was nicht genannt ist, bleibt, wie es war. Auf Chat-Plattformen geht es mit /digest plan."
    ),
    # read
    "Analyse FILEs, or JSON lines on standard input; one line of JSON out per article.": (
        "Jede FILE, oder JSON-Zeilen der Eingabe, auswerten; je Artikel eine Zeile JSON."
    ),
    'A record is {"id", "title", "text"} with "published", "language", "outlet" and "url" if '
    'known. A broken line gives {"id", "error"} and the run goes on; what is wrong with a FILE is '
    "told on standard error as well. It prints JSON with and without --json, which is taken "
    "because every command takes it. Exit 1 if a FILE could not be read.": (
        'Ein Datensatz ist {"id", "title", "text"}, dazu "published", "language", "outlet" und '
        '"url", wenn bekannt. Eine kaputte Zeile gibt {"id", "error"}, und es geht weiter; was an '
        "einer FILE falsch ist, steht auch auf der Fehlerausgabe. JSON kommt mit und ohne --json, "
        "das jeder Befehl annimmt. Endet mit 1, wenn eine FILE nicht lesbar war."
    ),
    # remove
    "Remove an article that a feed or `briefing add` brought, by its address or id.": (
        "Einen Artikel, den ein Feed oder `briefing add` brachte, nach Adresse oder id entfernen."
    ),
    "All its versions go, and no feed brings it back. What was delivered stays delivered.": (
        "Alle seine Fassungen gehen, und kein Feed bringt ihn zurück. Was verschickt ist, bleibt."
    ),
    # run
    "Start what is configured and deliver the digests, until SIGTERM or Ctrl-C.": (
        "Alles Eingestellte starten und die Digests zustellen, bis SIGTERM oder Strg-C."
    ),
    "Without a chat platform the digest of the settings goes into a folder.": (
        "Ohne Chat-Plattform geht der Digest der Einstellungen in einen Ordner."
    ),
    # say
    'Answer one line as in a chat: "/briefing stargate", "/digest now", "und softbank?".': (
        "Eine Zeile wie im Chat beantworten: „/briefing stargate“, „/digest jetzt“, „und "
        "softbank?“."
    ),
    # sources
    "Say which files were read, and which were not and why; and how the feeds are doing.": (
        "Welche Dateien gelesen wurden, welche nicht und warum; und wie es den Feeds geht."
    ),
    # store
    "Copy the database, or move to another.": (
        "Die Datenbank kopieren oder in eine andere umziehen."
    ),
    "Copy a SQLite database that may be in use into the new FILE.": (
        "Eine SQLite-Datenbank, auch im Betrieb, in die neue FILE kopieren."
    ),
    "Copy everything into the empty database at URL, counts compared.": (
        "Alles in die leere Datenbank unter URL kopieren und nachzählen."
    ),
    "Stop the bot first. The old database is left as it is.": (
        "Vorher den Bot anhalten. Die alte Datenbank bleibt, wie sie ist."
    ),
    # subscriptions
    "List the standing orders: where, when, about what, and when next.": (
        "Die geplanten Digests: wo, wann, worüber, und wann der nächste kommt."
    ),
    # topics
    "List all topics with their number of articles, outlets and newest date.": (
        "Alle Themen mit der Zahl ihrer Artikel und Quellen und dem neuesten Datum."
    ),
}

_OPTIONS: Mapping[str, str] = {
    "Show this message and exit.": "Diese Hilfe zeigen.",
    "Show the version and exit.": "Die Version zeigen.",
    "Language of headings, labels and messages.": "Sprache von Überschriften und Meldungen.",
    "Language of headings and labels.": "Sprache von Überschriften und Meldungen.",
    "Language of the messages.": "Sprache der Meldungen.",
    "Database, instead of the configured one.": "Datenbank statt der eingestellten.",
    "Folder with articles, instead of the configured ones; may be repeated.": (
        "Ordner mit Artikeln statt der eingestellten; auch mehrmals."
    ),
    "Print JSON.": "JSON ausgeben.",
    "Print Markdown.": "Markdown ausgeben.",
    "Only what failed or may have failed.": "Nur was gescheitert oder ungewiss ist.",
    "How many (50).": "Wie viele (50).",
    "Day of the digest, as 2025-01-24 (today).": "Tag des Digests, etwa 2025-01-24 (heute).",
    "Time zone, as Europe/Berlin.": "Zeitzone, etwa Europe/Berlin.",
    "Send this delivery again; the post is edited.": (
        "Diese Zustellung noch einmal; die Nachricht wird geändert."
    ),
    "Name under which its articles are cited.": "Name, unter dem seine Artikel zitiert werden.",
    "Language of its articles.": "Sprache seiner Artikel.",
    "The feed brings whole articles, not teasers.": (
        "Der Feed bringt ganze Artikel, nicht nur Anfänge."
    ),
    "Time between two visits.": "Zeit zwischen zwei Besuchen.",
    "Folder's channel (digest).": "Kanal des Ordners (digest).",
    "Time of day.": "Uhrzeit.",
    "As mo-fr, mo,mi,fr or daily.": "Etwa mo-fr, mo,mi,fr oder täglich.",
    'A topic; repeat it. "" for all.': 'Ein Thema; mehrmals möglich. "" für alle.',
    'None on its public holidays: DE-BE. "": ever.': (
        'Keiner an deren Feiertagen: DE-BE. "": immer.'
    ),
    "How many topics.": "Wie viele Themen.",
    "Nothing at all if nothing is new.": "Gar nichts, wenn es nichts Neues gibt.",
    "Send nothing for now.": "Vorerst nichts schicken.",
    "Go on.": "Weitermachen.",
    "End it.": "Beenden.",
    "Do not ask.": "Nicht nachfragen.",
    "Also while a bot seems to run on it.": "Auch während darauf ein Bot zu laufen scheint.",
}

GERMAN_HELP: Mapping[str, str] = {**_COMMANDS, **_OPTIONS}
