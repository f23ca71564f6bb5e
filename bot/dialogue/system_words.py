"""The German of what others say: the parser of TOML, pydantic, the system, SQLite, Click. Pure.

As in `report_words`, of which it is a part. Sizes ({size}, {limit}) are written as Germans do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# As `tomllib` words them, in Python 3.11 and later.
_TOML: Mapping[str, str] = {
    "{why} (at line {n}, column {m})": "{why} (Zeile {n}, Spalte {m})",
    "{why} (at end of document)": "{why} (am Ende der Datei)",
    "Invalid statement": "hier beginnt keine Angabe",
    "Invalid value": "der Wert ist nicht lesbar",
    "Invalid hex value": "ein Zeichen in \\u… ist nicht lesbar",
    "Invalid date or datetime": "das Datum ist nicht lesbar",
    "Invalid initial character for a key part": "so beginnt kein Schlüssel",
    "Illegal character {char}": "das Zeichen {char} ist hier nicht erlaubt",
    "Found invalid character {char}": "das Zeichen {char} ist hier nicht erlaubt",
    "Expected newline or end of document after a statement": (
        "nach der Angabe muss eine neue Zeile beginnen"
    ),
    "Expected {char} after a key in a key/value pair": "nach dem Schlüssel fehlt {char}",
    "Expected {char} at the end of a table declaration": "am Ende der Tabellenzeile fehlt {char}",
    "Expected {char} at the end of an array declaration": "am Ende der Tabellenzeile fehlt {char}",
    "Expected {char}": "hier fehlt {char}",
    "Cannot declare {key} twice": "{key} steht zweimal da",
    "Cannot overwrite a value": "diesen Schlüssel gibt es hier schon",
    "Cannot mutate immutable namespace {key}": "{key} ist schon abgeschlossen",
    "Cannot redefine namespace {key}": "{key} steht zweimal da",
    "Duplicate inline table key {key}": "der Schlüssel {key} steht zweimal da",
    "Unclosed array": "die Liste ist nicht geschlossen",
    "Unclosed inline table": "die Tabelle ist nicht geschlossen",
    "Unescaped '\\' in a string": "vor \\ fehlt im Text ein zweiter \\",
    "Escaped character is not a Unicode scalar value": "das Zeichen nach \\u gibt es nicht",
    "Unterminated string": "der Text ist nicht geschlossen",
}

# As the C library words them (`os.strerror`), and SQLite.
_SYSTEM: Mapping[str, str] = {
    "no such file or directory": "Datei oder Ordner gibt es nicht",
    "is a directory": "es ist ein Ordner",
    "not a directory": "es ist kein Ordner",
    "permission denied": "kein Recht dazu",
    "operation not permitted": "kein Recht dazu",
    "file name too long": "der Dateiname ist zu lang",
    "no space left on device": "kein Platz mehr auf der Platte",
    "disk quota exceeded": "kein Platz mehr auf der Platte",
    "read-only file system": "das Dateisystem darf nur gelesen werden",
    "too many levels of symbolic links": "die Verknüpfung führt im Kreis",
    "too many open files": "zu viele offene Dateien",
    "input/output error": "die Platte ist nicht lesbar oder nicht beschreibbar",
    "address already in use": "der Port ist belegt",
    "cannot assign requested address": "diese Adresse hat der Rechner nicht",
    "invalid argument": "das lässt das System nicht zu",
    "device or resource busy": "etwas anderes benutzt es gerade",
    "unknown error": "unbekannter Fehler",
}

# As Click words them, for a command that was called in the wrong way.
GERMAN_MISUSE: Mapping[str, str] = {
    "No such option {name}.": "Die Option {name} gibt es nicht.",
    "No such option {name}. Did you mean {other}?": (
        "Die Option {name} gibt es nicht; gemeint ist vielleicht {other}."
    ),
    "No such option {name}. (Did you mean one of: {other}?)": (
        "Die Option {name} gibt es nicht; gemeint ist vielleicht eine von {other}."
    ),
    "No such command {name}.": "Den Befehl {name} gibt es nicht.",
    "No such command {name}. Did you mean {other}?": (
        "Den Befehl {name} gibt es nicht; gemeint ist vielleicht {other}."
    ),
    "No such command {name}. (Did you mean one of: {other}?)": (
        "Den Befehl {name} gibt es nicht; gemeint ist vielleicht einer von {other}."
    ),
    "Invalid value for {name}: {why}": "{name}: {why}",
    "Invalid value: {why}": "{why}",
    "{value} is not in the range {n}<=x<={m}.": "{value} liegt nicht zwischen {n} und {m}.",
    "{value} is not a valid integer range.": "{value} ist keine ganze Zahl.",
    "{value} is not a valid integer.": "{value} ist keine ganze Zahl.",
    "{value} is not one of {others}.": "{value} ist keines von {others}.",
    "File {name} does not exist.": "Die Datei {name} gibt es nicht.",
    "File {name} is a directory.": "{name} ist ein Ordner, keine Datei.",
    "File {name} is not readable.": "Die Datei {name} ist nicht lesbar.",
    "Path {name} does not exist.": "{name} gibt es nicht.",
    "Option {name} requires an argument.": "Hinter der Option {name} fehlt der Wert.",
    "Option {name} does not take a value.": "Hinter die Option {name} gehört kein Wert.",
    "Got unexpected extra argument ({value})": "{value} ist zu viel.",
    "Got unexpected extra arguments ({value})": "{value} sind zu viel.",
    "Missing argument {name}.": "{name} fehlt.",
    "Missing option {name}.": "Die Option {name} fehlt.",
    "Missing command.": "Der Befehl fehlt.",
}

GERMAN_SYSTEM: Mapping[str, str] = {
    **_SYSTEM,
    **{english.capitalize(): german for english, german in _SYSTEM.items()},
    **_TOML,
}
