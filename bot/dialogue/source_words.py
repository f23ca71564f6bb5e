"""What is wrong with a feed or page, in words for people, German and English. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.feeds import FeedTrouble
    from bot.core.models import Language

# By the codes of `sources.web.answers` and of entries that were passed over.
_GERMAN = {
    "address": "die Adresse ist keine, die man abrufen kann",
    "scheme": "die Adresse beginnt weder mit http:// noch mit https://",
    "userinfo": "in der Adresse steht ein Name oder Passwort",
    "private": "die Adresse führt in ein Netz, das nicht öffentlich ist",
    "unreachable": "der Server ist nicht zu erreichen",
    "certificate": "das Zertifikat des Servers ist nicht in Ordnung",
    "redirects": "die Adresse wird zu oft oder ins Leere weitergeleitet",
    "too slow": "der Server braucht zu lange",
    "too large": "die Antwort ist zu groß",
    "encoding": "die Antwort ist so gepackt, dass sie nicht lesbar ist",
    "gone": "es gibt die Adresse nicht mehr",
    "not found": "unter der Adresse ist nichts zu finden",
    "forbidden": "der Server lässt uns nicht lesen",
    "busy": "der Server ist überlastet und bittet um Geduld",
    "status": "der Server meldet einen Fehler",
    "robots": "die Seite möchte nicht von Programmen gelesen werden (robots.txt)",
    "not a feed": "unter der Adresse steht kein Feed",
    "not a page": "unter der Adresse steht keine Seite mit Text",
    "listing": "das ist die Dateiliste eines Ordners, kein Artikel",
    "no text": "es steht kein Text darin",
    "unchanged": "es hat sich nichts geändert",
    "paywall": "der Artikel ist nur gegen Bezahlung zu lesen",
    "broken": "der Inhalt ist so kaputt, dass er nicht lesbar ist",
    "many links": "gerade werden zu viele Seiten auf einmal gelesen, bitte später noch einmal",
    "before": "war schon da, als der Feed dazukam",
    "old": "ist älter als 30 Tage",
    "same": "steht schon aus einem anderen Feed da",
    "removed": "wurde hier entfernt; „briefing add“ nimmt es wieder auf",
}
_ENGLISH = {
    "address": "the address is none that can be fetched",
    "scheme": "the address begins neither with http:// nor with https://",
    "userinfo": "the address holds a name or password",
    "private": "the address leads into a network that is not public",
    "unreachable": "the server cannot be reached",
    "certificate": "the server's certificate is not in order",
    "redirects": "the address is redirected too often or to nowhere",
    "too slow": "the server takes too long",
    "too large": "the answer is too large",
    "encoding": "the answer is packed in a way that cannot be read",
    "gone": "the address does not exist any more",
    "not found": "there is nothing at the address",
    "forbidden": "the server does not let us read",
    "busy": "the server is overloaded and asks for patience",
    "status": "the server reports an error",
    "robots": "the site does not want to be read by programs (robots.txt)",
    "not a feed": "there is no feed at the address",
    "not a page": "there is no page with text at the address",
    "listing": "this is the list of files in a folder, no article",
    "no text": "there is no text in it",
    "unchanged": "nothing has changed",
    "paywall": "the article is only for those who pay",
    "broken": "the content is too broken to be read",
    "many links": "too many pages are being read just now, please try again later",
    "before": "was there already when the feed was added",
    "old": "is older than 30 days",
    "same": "is there already from another feed",
    "removed": "was removed here; “briefing add” takes it in again",
}
_LONGEST_NAME = 60


def words_for(reason: str, language: Language, *, status: int = 0) -> str:
    """What a reason means; the number that the server gave stands behind an error of its own."""
    words = (_GERMAN if language == "de" else _ENGLISH).get(reason, reason)
    return f"{words} ({status})" if reason == "status" and status else words


def sentence_for(trouble: FeedTrouble, language: Language, *, now: datetime) -> str:
    """The line for the digest's footer and for status."""
    name = clean(trouble.name)[:_LONGEST_NAME]
    if language == "de":
        return _german(trouble, name, now)
    return _english(trouble, name, now)


def _german(trouble: FeedTrouble, name: str, now: datetime) -> str:
    if trouble.kind == "gone":
        return f"Quelle eingestellt: {name} gibt es nicht mehr."
    if trouble.kind == "moved":
        return f"Quelle umgezogen: {name} steht jetzt unter {clean(trouble.moved_to)}."
    days = (now - trouble.since) // timedelta(days=1)
    since = "seit gestern" if days <= 1 else f"seit {days} Tagen"
    why = words_for(trouble.reason, "de", status=trouble.status)
    return f"Quelle gestört: {name} {since} – {why}."


def _english(trouble: FeedTrouble, name: str, now: datetime) -> str:
    if trouble.kind == "gone":
        return f"Source gone: {name} does not exist any more."
    if trouble.kind == "moved":
        return f"Source moved: {name} is now at {clean(trouble.moved_to)}."
    days = (now - trouble.since) // timedelta(days=1)
    since = "since yesterday" if days <= 1 else f"for {days} days"
    why = words_for(trouble.reason, "en", status=trouble.status)
    return f"Source failing: {name} {since} – {why}."
