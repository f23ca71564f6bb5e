"""Whether the fast parser may be trusted with a feed. Pure.

It mends broken XML by leaving out what it does not understand ("Br" for "Br&uuml;cke"), and
guesses at dates: "05.01.2026" is the first of May to it, "12" a day of this month.
"""

from __future__ import annotations

import re
from xml.parsers import expat

_ISO = rb"[12]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)"
_RFC_822 = (
    rb"(?:[A-Z][a-z]{2},\s{1,3})?\d{1,2}\s{1,3}[A-Z][a-z]{2}\s{1,3}[12]\d{3}\s{1,3}"
    rb"\d\d:\d\d:\d\d\s{1,3}(?:[+-]\d{4}|GMT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST)"
)
_DATE = re.compile(
    rb"<(?:[\w-]{1,20}:)?(?:pubDate|published|updated|issued|modified|date)(?:\s[^<>]{0,200})?>"
    rb"\s*(?:<!\[CDATA\[)?([^<\]]*)",
    re.IGNORECASE,
)
_PLAIN_DATE = re.compile(rb"\s*(?:" + _ISO + rb"|" + _RFC_822 + rb")?\s*")
_TAGS_IN_TEXT = re.compile(
    rb"<(?:[\w-]{1,20}:)?(?:title|summary|description)(?:\s[^<>]{0,200})?(?<!/)>[^<]*<[A-Za-z]"
)
_HEAD = 2_000
_RDF = re.compile(rb"<(?:\w+:)?RDF[\s>]")
_CONTENT = b"http://purl.org/rss/1.0/modules/content/"


def is_sound(body: bytes) -> bool:
    """Whether `body` is XML without a fault whose dates can be read in one way only.

    JSON is left to the parser, which is none for broken ones.
    """
    start = body.lstrip()
    if start[:1] in (b"{", b"["):
        return True
    if b"xml:base" in body:
        # From which addresses may count; it does not look at that.
        return False
    if b"\0" in body[:_HEAD]:
        # In two bytes a letter no date is found below.
        return False
    if _RDF.search(start[:_HEAD]) and _CONTENT in body:
        # The texts of RDF it loses.
        return False
    if _TAGS_IN_TEXT.search(body):
        # Of XHTML it takes what stands before the first tag.
        return False
    is_plain = all(_PLAIN_DATE.fullmatch(date[1]) for date in _DATE.finditer(body))
    return is_plain and _is_well_formed(start)


def _is_well_formed(body: bytes) -> bool:
    parser = expat.ParserCreate()
    try:
        parser.Parse(body, True)  # noqa: FBT003 - the library's own, which has no names
    except (expat.ExpatError, LookupError, ValueError, UnicodeError):
        return False
    return True
