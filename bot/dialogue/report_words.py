"""German for what parts of the bot report of themselves, by the English that they report in.

A field of one letter is a number, {why} and {then} are reports themselves, {what} and {whats} are
names,
{size} and {limit} are sizes; anything else stays as it is. The first that fits counts, so that
the general ones come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.setting_words import GERMAN_SETTINGS
from bot.dialogue.system_words import GERMAN_SYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping

GERMAN_NAMES: Mapping[str, str] = {
    "time zones": "Zeitzonen",
    "articles": "Artikel",
    "running bot": "laufender Bot",
    "store": "Datenbank",
    "library": "Bibliothek",
    "digests": "Digests",
    "schedule": "Zeitplan",
    "web": "Webseite",
    "feeds": "Feeds",
    "slack": "Slack",
    "discord": "Discord",
    "data": "Daten",
    "digest_folder": "Digest-Ordner",
    "topics_file": "Themendatei",
    "feeds_file": "Feeddatei",
    "restock": "Einlesen",
    "follow": "Nachführen",
    "deliver": "Zustellen",
    "forget": "Aufräumen",
    "life": "Lebenszeichen",
    "active": "aktiv",
    "paused": "pausiert",
    "stopped": "beendet",
}

_FILES: Mapping[str, str] = {
    "no text": "kein Text",
    "no article in it": "kein Artikel darin",
    "does not exist": "gibt es nicht",
    "there is no such folder": "diesen Ordner gibt es nicht",
    "is a folder, not a file": "ist ein Ordner, keine Datei",
    "not a regular file": "keine gewöhnliche Datei",
    "not a valid path": "kein gültiger Pfad",
    "cannot be opened: permission denied": "lässt sich nicht öffnen: keine Rechte",
    "cannot be opened: {why}": "lässt sich nicht öffnen: {why}",
    "cannot be read": "ist nicht lesbar",
    "not text": "kein Text",
    "{size}, more than the {limit} that are read": (
        "{size}, mehr als die {limit}, die gelesen werden"
    ),
    '"{name}" is not text': "„{name}“ ist kein Text",
    "about the folder, not an article": "über den Ordner, kein Artikel",
    "is missing": "fehlt",
    "is still being written": "wird noch geschrieben",
    "no article of that name beside it": "daneben liegt kein Artikel dieses Namens",
    "same as {path}": "dasselbe wie {path}",
    "too many faults; the rest is left out": "zu viele Fehler; der Rest bleibt weg",
    "unknown kind of file (its name has no ending)": (
        "unbekannte Art von Datei (der Name hat keine Endung)"
    ),
    'unknown kind of file ("{suffix}")': "unbekannte Art von Datei („{suffix}“)",
    "{n} characters are broken": "{n} Zeichen sind kaputt",
    "record {n}: {why}": "Datensatz {n}: {why}",
    "not UTF-8": "kein UTF-8",
    "not valid JSON (line {n}, character {m})": "kein gültiges JSON (Zeile {n}, Zeichen {m})",
    "not valid JSON (character {n})": "kein gültiges JSON (Zeichen {n})",
    "JSON is nested too deeply": "JSON ist zu tief verschachtelt",
    "JSON holds a number that is too long": "im JSON steht eine zu lange Zahl",
    "not a JSON object": "kein JSON-Objekt",
    "holds half a character (a lone surrogate)": "enthält ein halbes Zeichen (Surrogat)",
    "a note, not an article: Markdown without front matter": (
        "eine Notiz, kein Artikel: Markdown ohne Kopfdaten"
    ),
    "front matter is too long; left out": "die Kopfdaten sind zu lang; weggelassen",
    "front matter is not valid YAML; read by lines": (
        "die Kopfdaten sind kein gültiges YAML; Zeile für Zeile gelesen"
    ),
    "front matter has no keys; left out": "die Kopfdaten haben keine Schlüssel; weggelassen",
    "date cannot be read for certain; read as undated": (
        "das Datum ist nicht sicher lesbar; gilt als undatiert"
    ),
    'date "{date}" cannot be read for certain; read as undated': (
        "das Datum „{date}“ ist nicht sicher lesbar; gilt als undatiert"
    ),
    "kind is none of report, opinion, background; left out": (
        "kind ist weder report noch opinion noch background; weggelassen"
    ),
    "url is no http or https address; left out": (
        "url ist keine Adresse mit http oder https; weggelassen"
    ),
    "{name} is not text; left out": "{name} ist kein Text; weggelassen",
    "the page cannot be parsed ({kind})": "die Seite ist nicht lesbar ({kind})",
    "not valid TOML: nested too deeply, or a number that is too long": (
        "kein gültiges TOML: zu tief verschachtelt, oder eine zu lange Zahl"
    ),
    "not valid TOML: {why}": "kein gültiges TOML: {why}",
    "protected by a password": "mit einem Passwort geschützt",
    "more than {n} pages": "mehr als {n} Seiten",
    "not a PDF that can be read": "kein lesbares PDF",
    "no text (pictures of pages are not read)": (
        "kein Text (Bilder von Seiten werden nicht gelesen)"
    ),
    "reading it takes too much time or memory": "das Lesen braucht zu viel Zeit oder Speicher",
    "not a Word file that can be read": "keine lesbare Word-Datei",
    "unpacked it is larger than what is read": "entpackt ist es größer, als gelesen wird",
    "there are no articles in these folders; see: briefing sources": (
        "in diesen Ordnern sind keine Artikel; siehe: briefing sources"
    ),
    "… and {n} more; see: briefing sources": "… und {n} weitere; siehe: briefing sources",
    "… and {n} more": "… und {n} weitere",
    "that went wrong (error {id}), and it is not your fault": (
        "das hat nicht geklappt (Fehler {id}), und es liegt nicht an dir"
    ),
    "that went wrong (error {id}), and it is not your fault; details are in {path}": (
        "das hat nicht geklappt (Fehler {id}), und es liegt nicht an dir; Näheres steht in {path}"
    ),
    "articles from feeds and pages are left out: {why}": (
        "Artikel aus Feeds und von Seiten fehlen: {why}"
    ),
    "articles from feeds and pages that lie in the store, and with which `briefing run` answers: "
    "{n}": (
        "Artikel aus Feeds und von Seiten, die in der Datenbank liegen und mit denen "
        "`briefing run` antwortet: {n}"
    ),
}

_CHECKS: Mapping[str, str] = {
    "{n} of {m} workspaces take their tokens; more install the bot at {place}; mode {mode}": (
        "{n} von {m} Arbeitsbereichen nehmen ihre Tokens; weitere installieren den Bot unter "
        "{place}; Modus {mode}"
    ),
    "its token has run out; briefing run renews it": (
        "sein Token ist abgelaufen; briefing run erneuert es"
    ),
    "Slack did not answer ({error})": "Slack hat nicht geantwortet ({error})",
    "the app lacks the permissions {scopes}; it must be installed again at {place}": (
        "der App fehlen die Berechtigungen {scopes}; sie muss unter {place} neu installiert werden"
    ),
    "{reason} ({code}); it must be installed again at {place}": (
        "{reason} ({code}); die App muss unter {place} neu installiert werden"
    ),
    "is set": "ist gesetzt",
    "is not set": "ist nicht gesetzt",
    "{n} zones from {places}; ours is {zone}": "{n} Zonen aus {places}; unsere ist {zone}",
    "{path} can be read; see: briefing sources": "{path} ist lesbar; siehe: briefing sources",
    "{path} cannot be read": "{path} ist nicht lesbar",
    "{path} is not there": "{path} gibt es nicht",
    "there is no such file": "diese Datei gibt es nicht",
    "{path} holds {n}": "{path} enthält {n}",
    "{path} cannot be written": "{path} ist nicht beschreibbar",
    "{where}, {engine}, can be written": "{where}, {engine}, beschreibbar",
    "{path} can be written, and will be made": "{path} ist beschreibbar und wird angelegt",
    "{path} can be written": "{path} ist beschreibbar",
    "none has run here; start it with: briefing run": (
        "hier lief noch keiner; Start mit: briefing run"
    ),
    "last seen {moment}": "zuletzt gesehen {moment}",
    "lives as process {n}": "lebt als Prozess {n}",
    "{where}, {engine}, is written by another process": (
        "{where}, {engine}, in der Hand eines anderen Prozesses"
    ),
    "SQLite before {version} can damage a file that two processes write, so a second one is "
    "refused; install pysqlite3 or use PostgreSQL": (
        "SQLite vor {version} kann eine Datei beschädigen, in die zwei Prozesse schreiben; ein "
        "zweiter wird darum abgewiesen. Abhilfe: pysqlite3 installieren oder PostgreSQL nehmen"
    ),
    "its last sign of life is {n} s ahead of the clock": (
        "sein letztes Lebenszeichen liegt {n} s in der Zukunft"
    ),
    "articles read: {n}": "gelesene Artikel: {n}",
    "{n} active, {m} paused, {k} stopped; next due {moment}": (
        "{n} aktiv, {m} pausiert, {k} beendet; der nächste kommt {moment}"
    ),
    "{n} active, {m} paused, {k} stopped": "{n} aktiv, {m} pausiert, {k} beendet",
    "{n} failed in seven days; see: briefing deliveries --failed": (
        "{n} in sieben Tagen gescheitert; siehe: briefing deliveries --failed"
    ),
    "{n} unknown in seven days; see: briefing deliveries --failed": (
        "{n} in sieben Tagen ungewiss; siehe: briefing deliveries --failed"
    ),
    "BRIEFING_SLACK_BOT_TOKEN is not set": "BRIEFING_SLACK_BOT_TOKEN ist nicht gesetzt",
    "several workspaces may install the bot at /slack/install; mode {mode}": (
        "mehrere Workspaces können den Bot unter /slack/install installieren; Modus {mode}"
    ),
    "the workspace {team} takes the tokens, and no permission is missing; mode {mode}": (
        "der Workspace {team} nimmt die Tokens an, und kein Recht fehlt; Modus {mode}"
    ),
    "no BRIEFING_DISCORD_TOKEN is set; the README says where to get one": (
        "BRIEFING_DISCORD_TOKEN ist nicht gesetzt; woher man es bekommt, steht im README"
    ),
    "BRIEFING_DISCORD_TOKEN does not look like the token of a bot; copy it anew": (
        "BRIEFING_DISCORD_TOKEN sieht nicht aus wie das Token eines Bots; bitte neu kopieren"
    ),
    "add the bot to a server: {link}": "den Bot zu einem Server hinzufügen: {link}",
    "nothing is planned for the channel '{channel}'": (
        "für den Kanal „{channel}“ ist nichts geplant"
    ),
}

_RUNNING: Mapping[str, str] = {
    "the folders are being read": "die Ordner werden gerade gelesen",
    "it has not ticked yet": "er lief noch nicht",
    "it has not ticked for {n} s": "er lief seit {n} s nicht",
    "its last tick is {n} s ahead of the clock": "sein letzter Lauf liegt {n} s in der Zukunft",
    "the clock was set back by {n} s; everything is looked at anew": (
        "die Uhr wurde um {n} s zurückgestellt; alles wird neu angesehen"
    ),
    "the clock was set ahead by {n} s; everything is looked at anew": (
        "die Uhr wurde um {n} s vorgestellt; alles wird neu angesehen"
    ),
    "{what} failed; it is tried again at the next tick": (
        "{what} ist gescheitert; beim nächsten Mal wird es wieder versucht"
    ),
    "the web page is not served": "die Webseite wird nicht gezeigt",
    "Slack: the connection is broken; a new one is being opened": (
        "die Verbindung ist abgebrochen; eine neue wird aufgebaut"
    ),
    "Slack: stopped": "angehalten",
    "Slack: {url} cannot be reached ({kind}); trying again": (
        "{url} ist nicht erreichbar ({kind}); neuer Versuch läuft"
    ),
    "Discord cannot be reached; trying again": "Discord ist nicht erreichbar; neuer Versuch läuft",
    "no chat platform is connected, so the digest goes to {path} ({what})": (
        "Keine Chat-Plattform ist verbunden; der Digest geht nach {path} ({what})"
    ),
    "the next digest is due {moment}": "Der nächste Digest kommt {moment}",
    "no digest is planned": "Es ist kein Digest geplant",
    "the page is at {address}": "Die Seite: {address}",
    "running: {whats}": "Es läuft: {whats}",
    "stopping": "Ende",
    "articles: {n} read, {m} removed, {k} read again, {l} failed; {o} in all": (
        "Artikel: {n} gelesen, {m} entfernt, {k} neu gelesen, {l} gescheitert; {o} insgesamt"
    ),
    "digests: {counts}; {then}": "Digests: {counts}; {then}",
    "feeds: {n} visited, {m} failed; articles new or changed: {k}": (
        "Feeds: {n} besucht, {m} gestört; Artikel neu oder geändert: {k}"
    ),
    "the sign of life cannot be written: {why}": (
        "das Lebenszeichen lässt sich nicht schreiben: {why}"
    ),
    "{what}: works again, after {n} s": "{what}: geht wieder, nach {n} s",
    "the processes of parsers are started anew": "Die Prozesse der Parser beginnen neu",
    "feeds are not visited: {why}": "Feeds werden nicht besucht: {why}",
    "it broke ({error}) and is tried again": (
        "etwas ist kaputtgegangen ({error}) und wird wieder versucht"
    ),
    "changed files are not read: {why}": "Geänderte Dateien werden nicht gelesen: {why}",
    "rows older than {m} days that were forgotten: {n}": (
        "Zeilen, die älter als {m} Tage waren und vergessen sind: {n}"
    ),
    "ready: ask at {address} in a browser; Ctrl-C ends it": (
        "Bereit: im Browser fragen unter {address}; Strg-C beendet es"
    ),
    "requests were still under way; the ledger clears them up at the next start": (
        "Anfragen waren noch unterwegs; das Hauptbuch klärt sie beim nächsten Start"
    ),
    "port {n} on {host} is taken; end what uses it, or set BRIEFING_WEB_PORT to another": (
        "Port {n} auf {host} ist belegt; beenden, was ihn benutzt, oder mit BRIEFING_WEB_PORT "
        "einen anderen setzen"
    ),
    "{what} is off: it did not connect in time": (
        "{what} ist aus: die Verbindung kam nicht rechtzeitig zustande"
    ),
    "{what} is off: it broke at its start": "{what} ist aus: beim Start ist etwas kaputtgegangen",
    "{what} is off: {why}": "{what} ist aus: {why}",
    "web_port: {why}": "{why}",
    "{why}; waiting for it": "{why}; es wird darauf gewartet",
    "{what}: {why}": "{what}: {why}",
}

_STORE: Mapping[str, str] = {
    "the store {where} cannot be used: {why}": "die Datenbank {where} ist nicht benutzbar: {why}",
    "the store {where} was written by a newer version (revision {revision}); update the program or "
    "use another store": (
        "die Datenbank {where} stammt von einer neueren Version (Stand {revision}); das Programm "
        "aktualisieren oder eine andere Datenbank nehmen"
    ),
    "the server has no connection left": "der Server hat keine Verbindung mehr frei",
    "the server is starting": "der Server startet gerade",
    "the server is shutting down": "der Server fährt herunter",
    "the server does not answer": "der Server antwortet nicht",
    "the server cannot be reached": "der Server ist nicht erreichbar",
    "the server went away": "der Server ist weggegangen",
    "it is read-only": "sie darf nur gelesen werden",
    "the disk is full": "die Platte ist voll",
    "the file cannot be opened or made": "die Datei lässt sich weder öffnen noch anlegen",
    "another process has held it for too long": "ein anderer Prozess hält sie zu lange fest",
    "the file is damaged": "die Datei ist beschädigt",
    "the file is no SQLite database": "die Datei ist keine SQLite-Datenbank",
    "the disk cannot be read or written": "die Platte ist nicht lesbar oder nicht beschreibbar",
    "another process writes to it, and SQLite {version} can damage a file that two write to; stop "
    "the bot, install pysqlite3 or use PostgreSQL": (
        "ein anderer Prozess schreibt hinein, und SQLite {version} kann eine Datei beschädigen, in "
        "die zwei schreiben; den Bot anhalten, pysqlite3 installieren oder PostgreSQL nehmen"
    ),
    "user or password are wrong": "Name oder Passwort sind falsch",
    "there is no such database or user": "diese Datenbank oder diesen Nutzer gibt es nicht",
    "there is no such server": "diesen Server gibt es nicht",
    "all its connections are in use": "alle Verbindungen sind in Gebrauch",
    "the folder {path} is read-only": "der Ordner {path} darf nur gelesen werden",
}

_COMMANDS: Mapping[str, str] = {
    "there is no delivery {name}; see: briefing deliveries": (
        "eine Zustellung {name} gibt es nicht; siehe: briefing deliveries"
    ),
    "{channel} is {what} ({detail}); resume it first": (
        "{channel} ist {what} ({detail}); den Digest dort zuerst weiterlaufen lassen"
    ),
    "{name} is pending as it is": "{name} steht ohnehin noch aus",
    "{name} is sending as it is": "{name} wird gerade verschickt",
    "{name} is sent by the running bot at its next tick": (
        "{name} verschickt der laufende Bot, sobald er wieder nachsieht"
    ),
    "this is no list of feeds in OPML, or it cannot be read": (
        "das ist keine Liste von Feeds in OPML, oder sie ist nicht lesbar"
    ),
    "{where} -> {other}; now set BRIEFING_STORE to the new address": (
        "{where} -> {other}; jetzt BRIEFING_STORE auf die neue Adresse setzen"
    ),
}

# The widest come last, so that "… is off" does not swallow what is more exact.
GERMAN: Mapping[str, str] = {
    **_COMMANDS,
    **_FILES,
    **_CHECKS,
    **_STORE,
    **GERMAN_SYSTEM,
    **GERMAN_SETTINGS,
    **_RUNNING,
}
