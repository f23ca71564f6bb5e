"""Lists of feeds as other readers exchange them (http://opml.org/spec2.opml). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.core.feeds import Feed
from bot.errors import BriefingError
from bot.sources.canonical import clean_line
from bot.sources.feeds.file import LONGEST_MINUTES, MINUTE, SHORTEST_MINUTES
from bot.sources.web.addresses import fault_of_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.core.models import ArticleKind

MOST_BYTES = 10_000_000
_MOST_FEEDS = 20_000
# What OPML has no words for stands in a namespace of our own, which other readers pass over
# (http://opml.org/spec2.opml, "Extending OPML").
_OWN = "urn:morgenlage:feeds"
_PREFIX = "morgenlage"
_MOST_DIGITS = 5
_KINDS: Mapping[str, ArticleKind] = {
    "report": "report",
    "opinion": "opinion",
    "background": "background",
}


class NoFeedList(BriefingError):
    """A file is no OPML that can be read."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("this is no list of feeds in OPML, or it cannot be read")


def read_opml(data: bytes) -> tuple[tuple[Feed, ...], tuple[str, ...]]:
    """The feeds of all folders in order, each address once; and the addresses that are none.

    Raises:
        NoFeedList: it is no OPML, or holds entities.
    """
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise NoFeedList from error
    if root.tag.lower() != "opml":
        raise NoFeedList
    feeds: dict[str, Feed] = {}
    unusable: list[str] = []
    for outline in root.iter("outline"):
        address = _get(outline, "xmlUrl").strip()
        if address and fault_of_url(address) is not None:
            unusable.append(address)
        elif address and len(feeds) < _MOST_FEEDS:
            feeds.setdefault(address, _feed(address, outline))
    return tuple(feeds.values()), tuple(unusable)


def write_opml(feeds: Iterable[Feed]) -> bytes:
    """A list that other readers take in; it reads back as the same feeds."""
    root = Element("opml", {"version": "2.0", f"xmlns:{_PREFIX}": _OWN})
    SubElement(SubElement(root, "head"), "title").text = "Morgenlage"
    body = SubElement(root, "body")
    for feed in feeds:
        SubElement(body, "outline", dict(_attributes(feed)))
    indent(root)
    written: bytes = tostring(root, "utf-8", xml_declaration=True)
    return written


def _attributes(feed: Feed) -> Iterator[tuple[str, str]]:
    yield "type", "rss"
    yield "text", feed.outlet or feed.address
    yield "xmlUrl", feed.address
    if feed.outlet:
        yield "title", feed.outlet
    if feed.language:
        yield "language", feed.language
    if feed.kind:
        yield f"{_PREFIX}:kind", feed.kind
    if feed.content == "full":
        yield f"{_PREFIX}:content", feed.content
    if feed.interval:
        yield f"{_PREFIX}:minutes", str(feed.interval // MINUTE)


def _feed(address: str, outline: Element) -> Feed:
    language = _get(outline, "language").lower()[:2]
    outlet = clean_line(_get(outline, "title") or _get(outline, "text"))[:200]
    return Feed(
        address=address,
        outlet=outlet if outlet and outlet != address else None,
        language="de" if language == "de" else "en" if language == "en" else None,
        kind=_KINDS.get(_own(outline, "kind")),
        content="full" if _own(outline, "content") == "full" else "teaser",
        interval=_interval(_own(outline, "minutes")),
    )


def _interval(minutes: str) -> int | None:
    """Seconds; None for what the file of feeds does not allow."""
    number = (
        int(minutes)
        if minutes.isascii() and minutes.isdigit() and len(minutes) <= _MOST_DIGITS
        else 0
    )
    return number * MINUTE if SHORTEST_MINUTES <= number <= LONGEST_MINUTES else None


def _own(outline: Element, name: str) -> str:
    return outline.get(f"{{{_OWN}}}{name}", "")


def _get(outline: Element, name: str) -> str:
    """An attribute, whatever the case of its name."""
    found = (value for key, value in outline.attrib.items() if key.lower() == name.lower())
    return next(found, "")
