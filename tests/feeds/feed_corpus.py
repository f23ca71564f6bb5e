"""Feeds of our own, written from the specifications: good ones in every format, and broken ones.

RSS 0.91 to 2.0 (rssboard.org), RDF (RSS 1.0), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "https://news.example/feed"
# Title as it should be read, and how it may stand in XML.
TITLES = {
    "Neue Brücke": (
        "Neue Brücke",
        "<![CDATA[Neue Brücke]]>",
        "Neue Br&#252;cke",
        "Neue Br&#xFC;cke",
    ),
    "Müller & Söhne": ("Müller &amp; Söhne", "<![CDATA[Müller & Söhne]]>"),
    "„Nein“, sagt der Rat": ("„Nein“, sagt der Rat",),
    "Was kostet das?": ("\n   Was kostet\n das?  ",),
}
DATES = {
    "Mon, 05 Jan 2026 06:00:00 +0000": "2026-01-05T06:00:00+00:00",
    "Mon, 05 Jan 2026 06:00:00 GMT": "2026-01-05T06:00:00+00:00",
    "Mon, 05 Jan 2026 07:00:00 +0100": "2026-01-05T06:00:00+00:00",
    "5 Jan 2026 06:00:00 GMT": "2026-01-05T06:00:00+00:00",
    "Mon, 05 Jan 2026 01:00:00 EST": "2026-01-05T06:00:00+00:00",
    "2026-01-05T06:00:00Z": "2026-01-05T06:00:00+00:00",
    "2026-01-05T07:00:00+01:00": "2026-01-05T06:00:00+00:00",
    "2026-01-05T06:00:00.123Z": "2026-01-05T06:00:00.123000+00:00",
}
ENCODINGS = ("utf-8", "iso-8859-1", "windows-1252", "utf-16")
SUMMARIES = {
    "Der Rat hat entschieden.": (
        "Der Rat hat entschieden.",
        "&lt;p&gt;Der Rat hat &lt;b&gt;entschieden&lt;/b&gt;.&lt;/p&gt;",
        "<![CDATA[<p>Der Rat hat <i>entschieden</i>.</p>]]>",
    )
}
MEDIA = (
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


DATE = "Mon, 05 Jan 2026 06:00:00 GMT"
_DC_DATE = "<dc:date>2026-01-05T06:00:00Z</dc:date>"
_WORDS = "Neue <b>Brücke</b>"
XHTML = f"<div xmlns='http://www.w3.org/1999/xhtml'>{_WORDS}</div>"


@dataclass(frozen=True, slots=True)
class Sample:
    """A feed with what must be read of its first entry, and whether the fast parser must do it.

    `content` is asked for where it is not None.
    """

    name: str
    body: bytes
    title: str
    url: str | None
    moment: str | None
    key: str | None = None
    content: str | None = None
    is_fast: bool = True


def good() -> Iterator[Sample]:
    yield from _rss_dates()
    yield from _rss_titles()
    yield from _rss_links()
    yield from _rss_keys()
    yield from _rss_contents()
    yield from _odd_dates()
    yield from _encodings()
    yield from _atoms()
    yield from _atom_contents()
    yield from _atom_keys()
    yield from _rdfs()
    yield from _old_versions()
    yield from _json_feeds()


def broken() -> Iterator[tuple[str, bytes]]:
    """Feeds with faults that are met in the wild; what they hold must be read or refused."""
    whole = rss(item("Neue Brücke", "https://news.example/1", "Mon, 05 Jan 2026 06:00:00 GMT"))
    text = whole.decode()
    yield from ((f"cut at {n}", whole[: len(whole) * n // 12]) for n in range(1, 12))
    yield from (
        (name, changed.encode())
        for name, changed in {
            "bare ampersand": text.replace("Neue Brücke", "Müller & Söhne"),
            "unknown entity": text.replace("Neue Brücke", "Br&uuml;cke &nbsp; neu"),
            "unclosed item": text.replace("</item>", ""),
            "unclosed channel": text.replace("</channel>", ""),
            "no channel": text.replace("<channel>", "").replace("</channel>", ""),
            "space before the declaration": "\n\n  " + text,
            "text before the declaration": "Warning: mysql_connect()\n" + text,
            "text after the end": text + "<!-- generated in 0.1 s --> Danke",
            "two declarations": '<?xml version="1.0"?>' + text,
            "wrong encoding declared": text.replace('encoding="UTF-8"', 'encoding="us-ascii"'),
            "unknown encoding declared": text.replace('encoding="UTF-8"', 'encoding="x-klingon"'),
            "no declaration": text.partition("?>")[2],
            "control characters": text.replace("Neue", "Neue\x07\x0b"),
            "null characters": text.replace("Neue", "Ne\x00ue"),
            "crossed tags": text.replace(
                "<title>Neue Brücke</title>", "<title><b>Neue</title></b>"
            ),
            "unquoted attribute": text.replace('version="2.0"', "version=2.0"),
            "upper case": text.replace("item>", "ITEM>").replace("title>", "TITLE>"),
            "unbound prefix": text.replace("</item>", "<media:thumbnail url='x'/></item>"),
            "html in the title": text.replace("Neue Brücke", "<b>Neue</b> Brücke"),
            "no link": text.replace("<link>https://news.example/1</link>", ""),
            "relative link": text.replace("https://news.example/1", "/1"),
            "script link": text.replace("https://news.example/1", "javascript:alert(1)"),
            "file link": text.replace("https://news.example/1", "file:///etc/passwd"),
            "empty item": text.replace("</item>", "</item><item/>"),
            "odd date": text.replace("Mon, 05 Jan 2026 06:00:00 GMT", "gestern"),
            "empty date": text.replace("Mon, 05 Jan 2026 06:00:00 GMT", ""),
            "year 0": text.replace("2026", "0000"),
            "year 9999": text.replace("2026", "9999"),
            "german date": text.replace("Mon, 05 Jan", "Mo, 05 Jän"),
            "a page": "<!doctype html><html><head><title>x</title></head><body>Hallo</body></html>",
            "an error": '{"error": "rate limited"}',
            "a list": "[]",
            "nothing": "",
            "spaces": "   \n ",
            "a number": "42",
            "entities": '<!DOCTYPE rss [<!ENTITY a "b">]>' + text.partition("?>")[2],
            "deep": "<rss><channel>" + "<item>" * 500 + "<title>x</title>" + "</item>" * 500,
            "same keys": rss(*[item("Neue Brücke", "https://news.example/1", "")] * 3).decode(),
            "a long title": text.replace("Neue Brücke", "Brücke " * 5_000),
            "right to left": text.replace("Neue", "Neue\u202e"),
            "a lone surrogate": text.replace("Neue", "Neue &#xD800;"),
            "comments": text.replace("<item>", "<!-- <item> --><item>"),
            "processing": text.replace("<item>", "<?php echo 1 ?><item>"),
            "an svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>',
            "a sitemap": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
        }.items()
    )
    yield (
        "latin-1 without a word",
        text.replace('encoding="UTF-8"', "").encode("latin-1", "replace"),
    )
    yield "cp1252 said to be utf-8", text.encode("cp1252", "replace")
    yield "a byte order mark", b"\xef\xbb\xbf" + whole
    yield "bytes", bytes(range(256)) * 4
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(100)


def rss(*items: str, head: str = "", encoding: str = "UTF-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"{MEDIA}><channel>'
        f"<title>Musterblatt</title><link>https://news.example/</link>"
        f"<description>Alles Neue</description>{head}{''.join(items)}</channel></rss>"
    ).encode(encoding, "xmlcharrefreplace")


def item(title: str, link: str, date: str, *, more: str = "") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        f"<guid>{link}</guid><pubDate>{date}</pubDate>{more}</item>"
    )


def atom(*entries: str, head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        "<title>Musterblatt</title><id>urn:feed</id><updated>2026-01-05T06:00:00Z</updated>"
        f"{head}{''.join(entries)}</feed>"
    ).encode()


def _rss_dates() -> Iterator[Sample]:
    for written, moment in DATES.items():
        body = rss(item("Neue Brücke", "https://news.example/1", written))
        yield Sample(f"rss {written}", body, "Neue Brücke", "https://news.example/1", moment)


def _rss_titles() -> Iterator[Sample]:
    date = "Mon, 05 Jan 2026 06:00:00 GMT"
    for title, ways in TITLES.items():
        for number, written in enumerate(ways):
            for summary in SUMMARIES["Der Rat hat entschieden."]:
                body = rss(
                    item(
                        written,
                        "https://news.example/1",
                        date,
                        more=f"<description>{summary}</description>",
                    )
                )
                name = f"rss title {title} {number} {len(summary)}"
                yield Sample(name, body, title, "https://news.example/1", DATES[date])


def _rss_links() -> Iterator[Sample]:
    date = "Mon, 05 Jan 2026 06:00:00 GMT"
    links = {
        "https://news.example/a?b=1&amp;c=2": "https://news.example/a?b=1&c=2",
        "<![CDATA[https://news.example/a?b=1&c=2]]>": "https://news.example/a?b=1&c=2",
        "  https://news.example/a\n": "https://news.example/a",
        "/a": "https://news.example/a",
        "https://news.example/stra%C3%9Fe": "https://news.example/stra%C3%9Fe",
    }
    extras = (
        "",
        "<dc:creator>M. Muster</dc:creator>",
        "<category>Politik</category><media:content url='https://news.example/p.jpg'/>",
        "<enclosure url='https://news.example/a.mp3' length='1' type='audio/mpeg'/>",
    )
    for (written, url), extra in product(links.items(), extras):
        body = rss(item("Neue Brücke", written, date, more=extra))
        yield Sample(f"rss link {written!r} {len(extra)}", body, "Neue Brücke", url, DATES[date])


def _rss_keys() -> Iterator[Sample]:
    """By what an entry is told from others: its guid, else its whole address, else its title."""
    address = "https://news.example/1"
    link, relative = f"<link>{address}</link>", "<link>/1</link>"
    guids = ("7", "20260105", "12345", "2026-01-05", "tag:news.example,2026:1", "urn:x")
    cases = {
        **{f"{link}<guid isPermaLink='false'>{guid}</guid>": (address, guid) for guid in guids},
        **{f"<guid>{guid}</guid>": (None, guid) for guid in guids},
        link: (address, address),
        relative: (address, address),
        "<link>a?b=1&amp;c=2</link>": ("https://news.example/a?b=1&c=2",) * 2,
        f"<guid isPermaLink='true'>{address}</guid>": (address, address),
        f"<guid>{address}</guid>": (address, address),
        f"{relative}<guid>{address}</guid>": (address, address),
        "": (None, "Neue Brücke"),
    }
    for (written, (url, key)), date in product(cases.items(), (DATE, "")):
        dated = f"<pubDate>{date}</pubDate>" if date else ""
        body = rss(f"<item><title>Neue Brücke</title>{written}{dated}</item>")
        name, moment = f"rss key {written} {len(date)}", DATES.get(date)
        yield Sample(name, body, "Neue Brücke", url, moment, key)


def _rss_contents() -> Iterator[Sample]:
    whole = "<p>Erster Absatz.</p><p>Zweiter <b>Absatz</b>.</p>"
    read = "Erster Absatz.\n\nZweiter Absatz."
    long = "<p>Ein Absatz mit vielen Wörtern.</p>" * 60
    summaries = ("", "<description>Kurz.</description>")
    texts = {whole: read, long: "\n\n".join(["Ein Absatz mit vielen Wörtern."] * 60)}
    ways = ("<![CDATA[{}]]>", None)
    for (html, text), way, summary in product(texts.items(), ways, summaries):
        written = way.format(html) if way else escape(html)
        more = f"{summary}<content:encoded>{written}</content:encoded>"
        for is_rdf in (False, True):
            body = (
                rdf(more) if is_rdf else rss(item("A", "https://news.example/1", DATE, more=more))
            )
            name = f"{'rdf' if is_rdf else 'rss'} content {len(written)} {len(summary)}"
            # The texts of RDF it loses.
            yield Sample(
                name, body, "A", "https://news.example/1", DATES[DATE], None, text, not is_rdf
            )


def _odd_dates() -> Iterator[Sample]:
    """Dates at which the fast parser guesses: read as they are meant, or not at all."""
    noon = "2026-01-05T12:00:00+00:00"
    dates = {
        "05.01.2026": noon,
        "5. Januar 2026": noon,
        "Mon, 05 Jan 2026": noon,
        "2026-01-05": noon,
        "Mon, 05 Jan 2026 08:00:00 MESZ": "2026-01-05T06:00:00+00:00",
        "Mo, 05 Jan 2026 06:00:00 +0000": "2026-01-05T06:00:00+00:00",
        "2026-01-05 06:00": "2026-01-05T06:00:00+00:00",
        "01/02/2026": None,
        "5 Jan": None,
        "Jan 2026": None,
        "2026": None,
        "12": None,
        "1767592800": None,
        "gestern": None,
    }
    for date, moment in dates.items():
        body = rss(item("Neue Brücke", "https://news.example/1", date))
        name, url = f"rss odd date {date}", "https://news.example/1"
        yield Sample(name, body, "Neue Brücke", url, moment, is_fast=False)


def _encodings() -> Iterator[Sample]:
    date = "Mon, 05 Jan 2026 06:00:00 GMT"
    for encoding, title in product(ENCODINGS, ("Neue Brücke", "Straße für Öl – Ärger")):
        body = rss(item(title, "https://news.example/1", date), encoding=encoding)
        name, is_fast = f"rss {encoding} {len(title)}", encoding != "utf-16"
        url = "https://news.example/1"
        yield Sample(name, body, title, url, DATES[date], is_fast=is_fast)


def _atoms() -> Iterator[Sample]:
    links = {
        "<link href='https://news.example/1'/>": "https://news.example/1",
        "<link rel='alternate' type='text/html' href='https://news.example/1'/>": "https://news.example/1",
        "<link rel='self' href='/x'/><link rel='alternate' href='/1'/>": "https://news.example/1",
        "<link rel='alternate' href='/1'/>": "https://news.example/1",
    }
    titles = {
        "<title>Neue Brücke</title>": "Neue Brücke",
        "<title type='text'>Neue Brücke</title>": "Neue Brücke",
        "<title type='html'>Neue &lt;b&gt;Brücke&lt;/b&gt;</title>": "Neue Brücke",
        f"<title type='xhtml'>{XHTML}</title>": "Neue Brücke",
    }
    dates = {
        _both("2026-01-05", "2026-01-06"): "2026-01-05T06:00:00+00:00",
        "<updated>2026-01-05T06:00:00Z</updated>": "2026-01-05T06:00:00+00:00",
    }
    for (link, url), (written, title), (date, moment) in product(
        links.items(), titles.items(), dates.items()
    ):
        entry = f"<entry><id>urn:1</id>{written}{link}{date}<summary>Kurz.</summary></entry>"
        name, is_fast = f"atom {link} {written} {date}", XHTML not in written
        yield Sample(name, atom(entry), title, url, moment, "urn:1", is_fast=is_fast)


def _atom_contents() -> Iterator[Sample]:
    read = "Erster Absatz.\n\nZweiter Absatz."
    whole = "<p>Erster Absatz.</p><p>Zweiter <b>Absatz</b>.</p>"
    contents = {
        f"<content type='html'>{escape(whole)}</content>": read,
        f"<content type='html'><![CDATA[{whole}]]></content>": read,
        f"<content type='xhtml'>{XHTML.replace(_WORDS, whole)}</content>": read,
        "<content>Kurz &amp; gut.</content>": "Kurz & gut.",
        "<content type='text'>Kurz &amp; gut.</content>": "Kurz & gut.",
        "<content type='text/html' src='https://news.example/x'/>": None,
    }
    summaries = (
        "",
        "<summary>Worum es geht.</summary>",
        f"<summary type='xhtml'>{XHTML}</summary>",
    )
    dates = ("<updated>2026-01-05T06:00:00Z</updated>", _both("2026-01-05", "2026-01-06"))
    for (content, text), summary, date in product(contents.items(), summaries, dates):
        body = atom(
            f"<entry><id>urn:1</id><title>A</title><link href='/1'/>{date}{summary}{content}"
            "</entry>"
        )
        moment, url = "2026-01-05T06:00:00+00:00", "https://news.example/1"
        name = f"atom content {content[:30]} {len(content)} {len(summary)} {len(date)}"
        yield Sample(name, body, "A", url, moment, "urn:1", text, XHTML not in summary)


def _atom_keys() -> Iterator[Sample]:
    url = "https://news.example/1"
    for href in (url, "/1"):
        entry = (
            f"<entry><title>A</title><link href='{href}'/>"
            "<updated>2026-01-05T06:00:00Z</updated></entry>"
        )
        yield Sample(f"atom key {href}", atom(entry), "A", url, "2026-01-05T06:00:00+00:00", url)


def _both(published: str, updated: str) -> str:
    return f"<published>{published}T06:00:00Z</published><updated>{updated}T06:00:00Z</updated>"


def rdf(*more: str, title: str = "A") -> bytes:
    """Entries with the addresses https://news.example/1 and on, of which each has more."""
    items = (
        f'<item rdf:about="https://news.example/{number}"><title>{title}</title>'
        f"<link>https://news.example/{number}</link>{one}{_DC_DATE if 'dc:date' not in one else ''}"
        "</item>"
        for number, one in enumerate(more, start=1)
    )
    module = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    uses_it = any("content:encoded" in one for one in more)
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f"{module if uses_it else ''}>"
        '<channel rdf:about="https://news.example/"><title>Musterblatt</title>'
        "<link>https://news.example/</link><description>x</description></channel>"
        f"{''.join(items)}</rdf:RDF>"
    ).encode()


def _rdfs() -> Iterator[Sample]:
    for date in ("2026-01-05T06:00:00Z", "2026-01-05T07:00:00+01:00"):
        url = "https://news.example/1"
        body = rdf(f"<description>Kurz.</description><dc:date>{date}</dc:date>")
        yield Sample(f"rdf {date}", body, "A", url, "2026-01-05T06:00:00+00:00", url)


def _old_versions() -> Iterator[Sample]:
    date = "Mon, 05 Jan 2026 06:00:00 GMT"
    for version in ("0.91", "0.92", "0.93", "0.94", "2.00", "2.0.1"):
        body = rss(item("Neue Brücke", "https://news.example/1", date)).replace(
            b'version="2.0"', f'version="{version}"'.encode()
        )
        yield Sample(f"rss {version}", body, "Neue Brücke", "https://news.example/1", DATES[date])


def _json_feeds() -> Iterator[Sample]:
    for version, key in product(("1", "1.1"), ("content_html", "content_text")):
        feed = {
            "version": f"https://jsonfeed.org/version/{version}",
            "title": "Musterblatt",
            "items": [
                {
                    "id": "1",
                    "url": "https://news.example/1",
                    "title": "Neue Brücke",
                    key: "Der Rat hat entschieden.",
                    "date_published": "2026-01-05T07:00:00+01:00",
                }
            ],
        }
        yield Sample(
            f"json {version} {key}",
            json.dumps(feed).encode(),
            "Neue Brücke",
            "https://news.example/1",
            "2026-01-05T06:00:00+00:00",
            "1",
            "Der Rat hat entschieden.",
        )
