"""What is said about an article: title, outlet, date, language, kind, address, author."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.core.language.folding import spelling_key
from bot.sources.canonical import clean_line
from bot.sources.dates import Published, parse_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import ArticleKind, Language
    from bot.sources.model import Fields

# Names under which metadata goes elsewhere; of two, the earlier one here counts.
_NAMES = {
    "id": "id",
    "title": "title",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "published": "published",
    "date": "published",
    "language": "language",
    "lang": "language",
    "kind": "kind",
    "url": "url",
    "author": "author",
    "authors": "author",
    "autor": "author",
}
_EMPTY = ("", "~", "null")
_LARGEST_NUMBER = 10**18
_LONGEST_URL = 2000
_GERMAN = frozenset("de deu ger german deutsch".split())
_ENGLISH = frozenset("en eng english englisch".split())
_KINDS: dict[str, ArticleKind] = {
    **dict.fromkeys("report bericht nachricht meldung news".split(), "report"),
    **dict.fromkeys(
        "opinion kommentar meinung leitartikel kolumne glosse gastbeitrag gastkommentar essay "
        "comment commentary column editorial op-ed".split(),
        "opinion",
    ),
    **dict.fromkeys("background hintergrund analyse analysis explainer".split(), "background"),
}
_MAIL = re.compile(r"\S+@\S+(?:\s*\(([^()]*)\))?")
_NAME = re.compile(r"[^\W\d_]{2}")
_NO_NAME = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_LONGEST_AUTHORS = 120
_MOST_AUTHORS = 20
# "Kommentar: Wer verspricht, muss rechnen" says itself what it is.
_LABEL = re.compile(r"\s*([\w-]{3,20})\s?[:|]\s")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata in our own terms; None where nothing (or nothing usable) was given."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: Published | None = None
    language: Language | None = None
    kind: ArticleKind | None = None
    url: str | None = None
    author: str | None = None


def name_fields(raw: Mapping[str, object]) -> dict[str, object]:
    """Bring keys to our own names; unknown keys and empty values are left out."""
    lowered = {str(key).lower(): value for key, value in raw.items()}
    fields: dict[str, object] = {}
    for theirs, ours in _NAMES.items():
        value = lowered.get(theirs)
        if value is not None and not (isinstance(value, str) and value.strip() in _EMPTY):
            fields.setdefault(ours, value)
    return fields


def read_metadata(fields: Fields) -> tuple[Metadata, tuple[str, ...]]:
    """Read named fields; the second part says what could not be used, and why."""
    notes: list[str] = []
    texts = {name: _text(fields, name, notes) for name in ("id", "title", "outlet", "url")}
    return Metadata(
        id=texts["id"],
        title=texts["title"],
        outlet=texts["outlet"],
        published=_published(fields.get("published"), notes),
        language=_language(fields.get("language")),
        kind=_kind(fields.get("kind"), notes),
        url=_url(texts["url"], notes),
        author=find_author(fields.get("author"), outlet=texts["outlet"]),
    ), tuple(notes)


def find_author(written: object, *, outlet: str | None = None) -> str | None:
    """Who wrote an article, several with commas between them; None for what names no person.

    Feeds write "redaktion@example.org (Anna Beispiel)" (RSS 2.0, author), pages an address or the
    outlet itself, front matter and JSON a list, or records with a "name".
    """
    line = ";".join(_names_in(written))
    names = (_MAIL.sub(lambda found: found[1] or "", one).strip() for one in line.split(";"))
    own = spelling_key(outlet or "")
    named = [
        name
        for name in dict.fromkeys(names)
        if _NAME.search(name) and not _NO_NAME.search(name) and spelling_key(name) != own
    ]
    joined = ", ".join(named)
    return joined if joined and len(joined) <= _LONGEST_AUTHORS else None


def _names_in(written: object) -> Iterator[str]:
    for one in written[:_MOST_AUTHORS] if isinstance(written, list) else [written]:
        # Not deeper, since a file may be nested as deep as it likes.
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str):
            yield clean_line(name)


def find_kind(title: str) -> ArticleKind:
    """What a title says of itself ("Kommentar: …"); a report if it says nothing."""
    label = _LABEL.match(title)
    return _KINDS.get(label[1].lower(), "report") if label else "report"


def _text(fields: Fields, name: str, notes: list[str]) -> str | None:
    value = fields.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        # Larger integers cannot even be written out in decimals.
        value = str(value) if abs(value) < _LARGEST_NUMBER else value
    if value is not None and not isinstance(value, str):
        notes.append(f"{name} is not text; left out")
        return None
    return (clean_line(value) or None) if value else None


def _published(value: object, notes: list[str]) -> Published | None:
    published = parse_published(value)
    if value is not None and published is None:
        shown = f' "{clean_line(value)[:40]}"' if isinstance(value, str) else ""
        notes.append(f"date{shown} cannot be read for certain; read as undated")
    return published


def _language(value: object) -> Language | None:
    word = re.split(r"[-_]", value.strip().lower())[0] if isinstance(value, str) else ""
    if word in _GERMAN:
        return "de"
    return "en" if word in _ENGLISH else None


def _kind(value: object, notes: list[str]) -> ArticleKind | None:
    kind = _KINDS.get(value.strip().lower()) if isinstance(value, str) else None
    if value is not None and kind is None:
        notes.append("kind is none of report, opinion, background; left out")
    return kind


def _url(value: str | None, notes: list[str]) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if usable and " " not in value and len(value) <= _LONGEST_URL:
        return value
    notes.append("url is no http or https address; left out")
    return None
