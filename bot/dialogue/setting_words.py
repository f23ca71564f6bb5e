"""The German of what is wrong with a setting, an option or a file under `config/`. Pure.

As in `report_words`, of which it is a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GERMAN_SETTINGS: Mapping[str, str] = {
    # Before what could swallow the value
    "{why}, not {value}": "{why}, nicht {value}",
    # Settings
    'must be a time of day from "00:00" to "23:59"': (
        "muss eine Uhrzeit von „00:00“ bis „23:59“ sein"
    ),
    "must name at least one folder": "muss mindestens einen Ordner nennen",
    'must be an address such as "https://slack.com/api/"': (
        "muss eine Adresse sein, etwa „https://slack.com/api/“"
    ),
    "must be a network such as 10.0.0.0/8": "muss ein Netz sein, etwa 10.0.0.0/8",
    "must be JSON such as {json}": "muss JSON sein, etwa {json}",
    "must be a time zone of the IANA list, such as {zone}": (
        "muss eine Zeitzone der IANA-Liste sein, etwa {zone}"
    ),
    "there is no such setting; did you mean {name}?": (
        "diese Einstellung gibt es nicht; gemeint ist vielleicht {name}"
    ),
    "there is no such key; did you mean {name}?": (
        "diesen Schlüssel gibt es nicht; gemeint ist vielleicht {name}"
    ),
    "there is no such key; there are {names}": "diesen Schlüssel gibt es nicht; es gibt {names}",
    "is missing": "fehlt",
    "is not UTF-8 (byte {n})": "ist kein UTF-8 (Byte {n})",
    "is not valid TOML: {why}": "ist kein gültiges TOML: {why}",
    "cannot be read": "ist nicht lesbar",
    "cannot be read ({why})": "ist nicht lesbar ({why})",
    "cannot be written ({why})": "ist nicht beschreibbar ({why})",
    # What pydantic says of a value
    "must be a valid integer": "muss eine ganze Zahl sein",
    "must be a valid integer, unable to parse string as an integer": ("muss eine ganze Zahl sein"),
    "must be a valid number": "muss eine Zahl sein",
    "must be a valid number, unable to parse string as a number": "muss eine Zahl sein",
    "must be a valid string": "muss ein Text sein",
    "must be a valid boolean": "muss true oder false sein",
    "must be a valid boolean, unable to interpret input": "muss true oder false sein",
    "must be a valid list": "muss eine Liste sein",
    "must be a valid tuple": "muss eine Liste sein",
    "must be a valid dictionary": "muss eine Tabelle sein",
    "must be greater than or equal to {number}": "muss mindestens {number} sein",
    "must be greater than {number}": "muss größer als {number} sein",
    "must be less than or equal to {number}": "darf höchstens {number} sein",
    "must be less than {number}": "muss kleiner als {number} sein",
    "must be a whole address that begins with https:// or http://": (
        "muss eine ganze Adresse sein, die mit https:// oder http:// beginnt"
    ),
    "must be {some} or {other}": "muss {some} oder {other} sein",
    "must be '{value}'": "muss '{value}' sein",
    "must be a path": "muss ein Pfad sein",
    "must be a valid value": "dieser Wert passt nicht",
    "must have at least {n} character": "muss mindestens {n} Zeichen haben",
    "must have at least {n} characters": "muss mindestens {n} Zeichen haben",
    "must have at most {n} characters": "darf höchstens {n} Zeichen haben",
    "must be a table that begins with {line}": "muss eine Tabelle sein, die mit {line} beginnt",
    "must be a valid integer, got a number with a fractional part": "muss eine ganze Zahl sein",
    # Files of feeds and topics
    "every feed begins with a line [[feed]]": "jeder Feed beginnt mit einer Zeile [[feed]]",
    "write [[feed]] with two brackets, once for each feed": (
        "[[feed]] mit zwei Klammern schreiben, einmal je Feed"
    ),
    "every topic begins with a line [[topic]]": "jedes Thema beginnt mit einer Zeile [[topic]]",
    "write [[topic]] with two brackets, once for each topic": (
        "[[topic]] mit zwei Klammern schreiben, einmal je Thema"
    ),
    "there is no feed {name}": "den Feed {name} gibt es nicht",
    "this address is there already": "diese Adresse steht schon da",
    "there is already a topic of this name": "ein Thema dieses Namens gibt es schon",
    # The database
    "this is no address of a database": "das ist keine Adresse einer Datenbank",
    "use sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME": (
        "sqlite:///DATEI oder postgresql+psycopg://NUTZER:PASSWORT@RECHNER/NAME nehmen"
    ),
    "{path}: there is no such database": "{path}: diese Datenbank gibt es nicht",
    "{path}: there is no such folder": "{path}: diesen Ordner gibt es nicht",
    # Options
    "{value} is no day; write it as 2025-01-24": ("{value} ist kein Tag; so schreiben: 2025-01-24"),
    "{value} is too far away; the years {from_} to {to} can be asked for": (
        "{value} ist zu weit weg; fragen kann man nach den Jahren {from_} bis {to}"
    ),
    "{value} is no region whose public holidays are known; write it as DE or DE-BE": (
        "{value} ist keine Region, deren Feiertage bekannt sind; so schreiben: DE oder DE-BE"
    ),
    "{value} holds no day of the week; write it as mo-fr or mo,mi,fr": (
        "{value} enthält keinen Wochentag; so schreiben: mo-fr oder mo,mi,fr"
    ),
    "{value} cannot be the name of a folder": "{value} kann kein Ordnername sein",
    "{value} must be a time zone of the IANA list, such as {zone}": (
        "{value} ist keine Zeitzone der IANA-Liste wie {zone}"
    ),
    "cannot be given together with a change of the plan": (
        "geht nicht zusammen mit einer Änderung des Plans"
    ),
    # Slack, Discord, the page
    "must be the {kind} of the Slack app, which begins {prefix}": (
        "muss das {kind} der Slack-App sein; es beginnt mit {prefix}"
    ),
    "must be set in HTTP mode; it stands in the app's page under {place}": (
        "muss im HTTP-Modus gesetzt sein; es steht auf der Seite der App unter {place}"
    ),
    "must be set beside BRIEFING_SLACK_CLIENT_ID; it stands in the app's page": (
        "muss neben BRIEFING_SLACK_CLIENT_ID gesetzt sein; es steht auf der Seite der App"
    ),
    "set either this one, for several workspaces, or BRIEFING_SLACK_BOT_TOKEN": (
        "entweder dies setzen, für mehrere Workspaces, oder BRIEFING_SLACK_BOT_TOKEN"
    ),
    'must be "http" for several workspaces (BRIEFING_SLACK_CLIENT_ID)': (
        "muss für mehrere Workspaces „http“ sein (BRIEFING_SLACK_CLIENT_ID)"
    ),
    "several workspaces need the database": "mehrere Workspaces brauchen die Datenbank",
    "must be set, since several workspaces' tokens are kept encrypted; {why}": (
        "muss gesetzt sein, da Tokens mehrerer Workspaces verschlüsselt werden; {why}"
    ),
    "must hold Fernet keys, apart by commas, the newest first; {why}": (
        "muss Fernet-Schlüssel enthalten, durch Kommas getrennt, der neueste zuerst; {why}"
    ),
    "{command} makes one": "{command} macht einen",
    "does not open the tokens in the database; add the earlier key behind a comma": (
        "öffnet die Tokens in der Datenbank nicht; den früheren Schlüssel hinter einem Komma "
        "dazuschreiben"
    ),
    "the app lacks the permissions {names}; update it from config/slack-manifest.json and install "
    "it again": (
        "der App fehlen die Rechte {names}; sie aus config/slack-manifest.json erneuern und wieder "
        "installieren"
    ),
    "Slack does not know this token; copy it anew ({code})": (
        "Slack kennt dieses Token nicht; bitte neu kopieren ({code})"
    ),
    "the app was removed from the workspace; install it again ({code})": (
        "die App wurde aus dem Workspace entfernt; bitte wieder installieren ({code})"
    ),
    "the token was revoked; install the app again and copy the new one ({code})": (
        "das Token wurde widerrufen; die App wieder installieren und das neue kopieren ({code})"
    ),
    "the token has expired; install the app again and copy the new one ({code})": (
        "das Token ist abgelaufen; die App wieder installieren und das neue kopieren ({code})"
    ),
    "this is a token of another kind ({code})": "das ist ein Token anderer Art ({code})",
    "the app lacks a permission; update it from config/slack-manifest.json ({code})": (
        "der App fehlt ein Recht; sie aus config/slack-manifest.json erneuern ({code})"
    ),
    "Discord does not accept this token; copy it anew from the page of your bot": (
        "Discord nimmt dieses Token nicht an; bitte von der Seite des Bots neu kopieren"
    ),
    "Discord refuses the intents of this bot; they are all unprivileged, so try again": (
        "Discord lehnt die Intents dieses Bots ab; keiner davon ist privilegiert, also noch einmal"
    ),
    "Discord refuses these shards; BRIEFING_DISCORD_SHARD_COUNT may be too small": (
        "Discord lehnt diese Shards ab; BRIEFING_DISCORD_SHARD_COUNT ist vielleicht zu klein"
    ),
    "the page would be open to everybody on {host}; set BRIEFING_WEB_TOKEN or "
    "BRIEFING_WEB_PROXY_HEADER, or leave it at 127.0.0.1": (
        "die Seite stünde auf {host} allen offen; BRIEFING_WEB_TOKEN oder "
        "BRIEFING_WEB_PROXY_HEADER setzen oder es bei 127.0.0.1 lassen"
    ),
    "cannot listen on {host}, port {n}: {why}": "{host}, Port {n} ist nicht zu haben: {why}",
    "cannot listen on {place} ({why})": "{place} ist nicht zu haben ({why})",
    "the address cannot be found": "die Adresse ist nicht zu finden",
    # Commands that cannot do what they are asked
    "no backup was made: {path} ({why})": "keine Kopie gemacht: {path} ({why})",
    "no backup was made: {why}": "keine Kopie gemacht: {why}",
    "the store was not moved: {why}": "nicht umgezogen: {why}",
    "a PostgreSQL store is backed up by its own tools, such as pg_dump": (
        "PostgreSQL wird mit eigenen Werkzeugen gesichert, etwa pg_dump"
    ),
    "{path} is there already": "{path} gibt es schon",
    "{where} is not empty": "{where} ist nicht leer",
    "a bot runs here as process {n}, and what it writes from now on would stay behind; stop it, or "
    "add --force if it is none of this database": (
        "hier läuft ein Bot als Prozess {n}, und was er von jetzt an schreibt, bliebe zurück; ihn "
        "anhalten, oder --force dazu, wenn er nicht zu dieser Datenbank gehört"
    ),
}
