"""What stands around the text of a page: menus, bylines, credits, dates, links to other articles.

A line is taken for such only as a whole, and never if it reads as a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sources.dates import parse_published

# Menus name these; a headline with a bar ("Bagger rollt an | Musterblatt") does not.
_SECTIONS = frozenset(
    """
    startseite home politik wirtschaft sport kultur panorama gesellschaft wissen wissenschaft
    digital technik reise regional region lokales inland ausland meinung feuilleton finanzen
    börse karriere leben stil auto gesundheit news nachrichten aktuelles ressorts video videos
    podcast podcasts newsletter e-paper abo shop menü suche anmelden login kontakt impressum
    world business politics opinion culture science technology tech health travel life style
    sports entertainment local international markets money search sign in menu subscribe contact
    """.split()
)
_BUTTONS = frozenset(
    """
    teilen merken drucken speichern verschenken vorlesen anhören kommentieren kommentare facebook
    twitter x whatsapp telegram e-mail mail email xing linkedin pinterest instagram threads
    mastodon bluesky pocket flipboard messenger link kopieren per auf via zur merkliste rss
    share tweet print save listen comment comments copy by on
    """.split()
)
_RELATED = (
    "mehr zum thema",
    "mehr dazu",
    "mehr lesen",
    "lesen sie auch",
    "lesen sie mehr",
    "lesen sie hier",
    "lies auch",
    "auch interessant",
    "das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "weitere artikel",
    "weitere themen",
    "verwandte artikel",
    "meistgelesen",
    "meistgelesene artikel",
    "related",
    "related articles",
    "related stories",
    "more on this",
    "more on this story",
    "read also",
    "read more",
    "also read",
    "most read",
    "you may also like",
    "recommended",
)
_BARS = re.compile(r"\s*[|›»>•·/]\s*")
_BYLINE = re.compile(
    r"(?:Von|VON|By|BY|Text|Autor|Autorin|Author|Ein Bericht von|Ein Gastbeitrag von)\b:?"
)
# "von", "van", "zu": inside names and between two of them.
_IN_NAMES = frozenset("von van der den de di da zu und and & mit with".split())
_CREDIT = re.compile(
    r"(?:©|\(c\)|(?:foto|fotos|bild|bilder|grafik|video|quelle|photo|picture|image|graphic|source"
    r"|credit|getty images)\s*[:/©])",
    re.IGNORECASE,
)
_MONTHS = (
    "januar jänner februar feber märz april mai juni juli august september oktober november "
    "dezember january february march may june july october december jan feb mär mar apr jun jul "
    "aug sep sept okt oct nov dez dec"
).split()
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?:\d{{1,2}}\.\s?(?:{_MONTH})\.?\s\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}\s(?:{_MONTH})\.?,?\s\d{{4}}|(?:{_MONTH})\.?\s\d{{1,2}},?\s\d{{4}})"
)
_WEEKDAY = (
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)"
    r"\.?,?\s)"
)
_DATED = re.compile(
    r"(?:(?P<label>stand|veröffentlicht|aktualisiert|erschienen|erstellt|publiziert|zuletzt"
    r" aktualisiert|published|updated|last updated|posted)(?:\s(?:am|on))?:?\s"
    r"|(?P<place>[^\W\d_][\w.\-/ ]{1,40}),\s(?:den\s|am\s)?)?"
    rf"{_WEEKDAY}?(?P<day>{_DAY})"
    r"(?:,?\s(?:um\s|at\s|-\s|\|\s)?\d{1,2}[:.]\d\d(?:\s?(?:uhr|am|pm|a\.m\.|p\.m\.))?)?\.?",
    re.IGNORECASE,
)
_LONGEST = 100
_LONGEST_MENU = 160
_LONGEST_LINK = 140
_FEWEST = 2
_MOST_NAME_WORDS = 8
_FINAL = (".", "!", "?", "…", "“", '"', "«")
# Bylines and dates stand at the head of an article, and some at its foot.
_HEAD, _FOOT = 6, 3


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines of the article, blank where something was taken out, and the day that was told."""

    lines: tuple[str, ...]
    day: str | None


def clear_furniture(lines: list[str]) -> Cleared:
    """`lines`, which are stripped, without what stands around the text; as many as before."""
    told = [number for number, line in enumerate(lines) if line]
    edge = {*told[:_HEAD], *told[-_FOOT:]}
    kept = list(lines)
    day: str | None = None
    for number in told:
        line = lines[number]
        date = _day_in(line) if number in edge else None
        if date:
            # The first date is that of publication, a second one that of a change.
            day = day or date
        if date or is_furniture(line) or (number in edge and _is_byline(line)):
            kept[number] = ""
    for number in told:
        if kept[number] and _announces_links(kept[number]):
            _drop_links(kept, number)
    return Cleared(tuple(kept), day)


def is_furniture(line: str) -> bool:
    """Whether a whole line is a menu, a row of buttons or a credit, wherever it stands."""
    return _is_menu(line) or _is_row_of_buttons(line) or _is_credit(line)


def _is_menu(line: str) -> bool:
    if len(line) > _LONGEST_MENU or line.endswith(_FINAL):
        return False
    parts = [part.strip().casefold() for part in _BARS.split(line) if part.strip()]
    return (
        len(parts) >= _FEWEST
        and sum(part in _SECTIONS for part in parts) * 2 >= len(parts)
        and all(
            len(part.split()) <= _FEWEST and not any(char.isdigit() for char in part)
            for part in parts
        )
    )


def _is_row_of_buttons(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    words = re.findall(r"[\w-]+", line.casefold())
    return len(words) >= _FEWEST and _BUTTONS.issuperset(words)


def _is_credit(line: str) -> bool:
    return len(line) <= _LONGEST and _CREDIT.match(line) is not None and not _is_prose(line)


def _is_byline(line: str) -> bool:
    """Whether the line says who wrote the article: "Von Max Muster und Erika Beispiel, Kiel"."""
    found = _BYLINE.match(line) if len(line) <= _LONGEST else None
    if found is None or line.endswith(_FINAL):
        return False
    words = re.findall(r"[^\s,/]+", line[found.end() :])
    names = [word for word in words if word not in _IN_NAMES]
    return (
        _FEWEST <= len(names) <= _MOST_NAME_WORDS
        and words[0] not in _IN_NAMES
        and all(word[0].isupper() and not any(char.isdigit() for char in word) for word in names)
    )


def _day_in(line: str) -> str | None:
    """The day of a line that tells nothing else: "Seeburg, 24. November 2026"."""
    found = _DATED.fullmatch(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    published = parse_published(found["day"])
    return published.on.isoformat() if published else None


def _announces_links(line: str) -> bool:
    return len(line) <= _LONGEST and line.casefold().rstrip(": ") in _RELATED


def _drop_links(kept: list[str], number: int) -> None:
    """Take out the label and the headlines right behind it; the first sentence ends them."""
    kept[number] = ""
    for place in range(number + 1, len(kept)):
        line = kept[place]
        if line and (len(line) > _LONGEST_LINK or _is_prose(line)):
            return
        if not line and place > number + 1:
            return
        kept[place] = ""


def _is_prose(line: str) -> bool:
    return line.endswith((".", "!", "…", "“", '"', "«")) and len(line.split()) > _FEWEST
