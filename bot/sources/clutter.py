"""Lines of a web page that are no part of the article on it."""

from __future__ import annotations

import re

_LABELS = frozenset(
    line.strip()
    for line in """
    teilen
    artikel teilen
    drucken
    artikel drucken
    kommentare
    kommentieren
    zu den kommentaren
    kommentare lesen
    merken
    artikel merken
    auf die merkliste
    speichern
    verschenken
    artikel verschenken
    artikel anhören
    anhören
    vorlesen
    vorlesen lassen
    zur startseite
    startseite
    zurück zur startseite
    link kopieren
    per e-mail teilen
    auf facebook teilen
    auf x teilen
    auf twitter teilen
    whatsapp
    e-mail
    newsletter
    anzeige
    werbung
    weiterlesen
    mehr zum thema
    feedback
    share
    share this article
    print
    comments
    save
    listen
    listen to this article
    copy link
    advertisement
    subscribe
    read more
    back to home
    """.splitlines()
    if line.strip()
)
_COUNTS = re.compile(
    r"\(?\d[\d.,]{0,11}\)?"
    r"|\d{1,6} (?:(?:leser)?kommentare?|comments?|shares?|likes?)"
    r"|(?:(?:leser)?kommentare?|comments?) ?:? ?\(?\d{1,6}\)?"
    r"|lesezeit:? (?:ca\.? )?\d{1,3} ?min(?:\.|uten?)?"
    r"|\d{1,3} ?min(?:ute)?s? read"
)
_LONGEST = 40


def is_clutter(line: str) -> bool:
    """Whether a whole line is a count (of comments) or the label of a button."""
    if len(line) > _LONGEST:
        return False
    lowered = line.casefold().strip(" |·•>»")
    return lowered in _LABELS or _COUNTS.fullmatch(lowered) is not None
