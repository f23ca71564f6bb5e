"""Feeds hostile input to one parser: `make fuzz`, ARGS="feed --seconds 600" for one and longer.

A crash, an exception that the parser should have turned into a reason, or an input that takes
longer than a second ends it with the input in a file. Runs on Linux with Python below 3.14,
where atheris can be had.
"""

from __future__ import annotations

import argparse
import gzip
import io
import logging
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import atheris
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

with atheris.instrument_imports(include=["bot"]):
    from bot.core.language.detection import detect_language
    from bot.sources.dates import parse_published
    from bot.sources.decoding import decode
    from bot.sources.documents.mending import mend_pages
    from bot.sources.documents.pdf import read_pdf
    from bot.sources.documents.word import read_word
    from bot.sources.feeds.finding import feed_links
    from bot.sources.feeds.opml import NoFeedList, read_opml
    from bot.sources.feeds.parsing import parse_feed
    from bot.sources.fragments import plain_text
    from bot.sources.lines import read_lines
    from bot.sources.markdown import parse_markdown
    from bot.sources.metadata import read_metadata
    from bot.sources.model import Refused
    from bot.sources.records import build_from_record
    from bot.sources.scrape import parse_scrape
    from bot.sources.sidecar import load_sidecar
    from bot.sources.web.addresses import fault_of_url, is_public
    from bot.sources.web.headers import wishes_of
    from bot.sources.web.pages import read_page
    from bot.sources.web.robots import allows
    from bot.sources.web.tracking import page_key, without_tracking
    from bot.sources.web.unpacking import TooMuch, Unpacker

from datetime import UTC, datetime

NOW = datetime(2026, 1, 5, tzinfo=UTC)
MOST_BYTES = 20_000
MOST_SECONDS = 1.0
MOST_UNPACKED = 100_000


def feed(data: bytes) -> None:
    parse_feed(data, "https://news.example/feed")


def page(data: bytes) -> None:
    read_page(data, url="https://news.example/a")


def links(data: bytes) -> None:
    for found in feed_links(data, "https://news.example/a"):
        assert fault_of_url(found) is None


def robots(data: bytes) -> None:
    allows(data, "https://news.example/a?b=c")


def packed(data: bytes) -> None:
    """The first byte says how it is packed and whether it is cut, the second how it arrives."""
    if len(data) < 3:
        return
    packing, cuts = ("", "gzip", "deflate")[data[0] % 3], data[0] > 127
    unpacker = Unpacker(packing, limit=MOST_UNPACKED, cuts=cuts)
    body, step = data[2:], 1 + 20 * data[1]
    try:
        for start in range(0, len(body), step):
            if not unpacker.take(body[start : start + step]):
                break
        assert len(unpacker.finish()) <= MOST_UNPACKED
    except zlib.error:
        return
    except TooMuch:
        assert not cuts


def fragment(data: bytes) -> None:
    plain_text(data.decode("utf-8", "replace")).encode()


def opml(data: bytes) -> None:
    try:
        read_opml(data)
    except NoFeedList:
        return


def address(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    is_public(text)
    if fault_of_url(text) is None:
        assert page_key(text)
        assert fault_of_url(without_tracking(text)) is None


def headers(data: bytes) -> None:
    text = data.decode("latin-1")
    wishes = wishes_of({"Retry-After": text, "Cache-Control": text, "Expires": text}, NOW)
    assert wishes.retry_after >= 0
    assert wishes.max_age >= 0


def pdf(data: bytes) -> None:
    read_pdf(data)


def word(data: bytes) -> None:
    read_word(data)


def word_text(data: bytes) -> None:
    read_word(docx(data))


def docx(text: bytes) -> bytes:
    """A Word file of these bytes and what else must be there."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    package = "http://schemas.openxmlformats.org/package/2006/"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}relationships"><Relationship Id="r" Type="{kind}" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", text)
    return buffer.getvalue()


def pages(data: bytes) -> None:
    mend_pages([part.split("\n") for part in data.decode("utf-8", "replace").split("\f")])


def text(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        parse_scrape(decoded.text, {})
        detect_language(decoded.text)


def markdown(data: bytes) -> None:
    parse_markdown(data.decode("utf-8", "replace"), {})


@cache
def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def lines(data: bytes) -> None:
    path = folder() / "a.jsonl"
    path.write_bytes(data)
    for _, raw in read_lines(path, limit=1_000):
        if not isinstance(raw, Refused):
            build_from_record(raw, {})


def sidecar(data: bytes) -> None:
    (folder() / "a.toml").write_bytes(data)
    fields, _ = load_sidecar(folder() / "a.txt")
    read_metadata(fields or {})


def date(data: bytes) -> None:
    found = parse_published(data.decode("utf-8", "replace"))
    assert found is None or found.at is None or found.at.tzinfo is UTC


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        *(feed, page, links, fragment, opml, robots, packed, address, headers),
        *(pdf, word, word_text, pages, text, markdown, lines, sidecar, date),
    )
}


WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b"<w:p><w:r><w:t>Die Stadt</w:t><w:br/></w:r><w:ins><w:r><w:t>baut.</w:t></w:r></w:ins></w:p>"
    b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    b"</w:tbl><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:body></w:document>"
)


def seeds() -> dict[str, Iterable[bytes]]:
    """Whole inputs to begin with; without them a fuzzer hardly finds a first tag."""
    xml = b'<?xml version="1.0"?>'
    item = b"<item><title>A</title><link>http://a/</link><pubDate>Mon, 05 Jan 2026 06:00:00 GMT"
    rss = xml + b'<rss version="2.0"><channel><title>T</title>' + item + b"</pubDate></item>"
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="html">A'
    outline = b'<opml version="2.0"><body><outline text="a" xmlUrl="http://a/"/></body></opml>'
    html = b"<html><head><meta charset='utf-8'><title>T</title></head><body><article><p>Text."
    return {
        "feed": [
            rss + b"</channel></rss>",
            xml + atom + b"</title></entry></feed>",
            b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"}]}',
        ],
        "page": [html + b"</p></article></body></html>"],
        "fragment": [b"<p>A <b>b</b><br>&auml;</p>"],
        "opml": [outline],
        "address": [b"http://[::ffff:127.0.0.1]:80/?utm_source=a&id=1#x", b"10.0.0.1"],
        "headers": [b"120", b"max-age=60, s-maxage=3", b"Mon, 05 Jan 2026 06:00:00 GMT"],
        "links": [
            html.replace(b"<title>", b"<link rel=alternate type=application/rss+xml href=/f>")
        ],
        "robots": [b"User-agent: *\nDisallow: /a*b$\nAllow: /\nSitemap: /s\nCrawl-delay: 2\n"],
        "packed": [
            bytes([number % 3, 5]) + body
            for number, body in enumerate((rss, gzip.compress(rss) * 2, zlib.compress(rss)))
        ],
        "pdf": [small_pdf(compressed=True), small_pdf(compressed=False)],
        "word": [docx(WORD)],
        "word_text": [WORD],
        "markdown": [b"---\ntitle: A\n---\n# B\n\n* c\n"],
        "lines": [b'{"id": 1, "text": "A", "published": "2026-01-05"}\n\n{"text": "B"}\n'],
        "sidecar": [b'title = "A"\npublished = 2026-01-05T06:00:00Z\noutlet = "B"\n'],
        "date": [
            *(b"2026-01-05T07:00:00+01:00", b"Mon, 05 Jan 2026 06:00:00 GMT", b"5. Januar 2026"),
            *(b"05.01.2026, 16 Uhr MEZ", b"1/2/2026", b"20260105"),
        ],
    }


def small_pdf(*, compressed: bool) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=compressed, invariant=True)
    for line in ("Die Stadt baut eine Brü-", "cke über die Aue."):
        canvas.drawString(72, 720, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def run_one(name: str, seconds: int, seed: int) -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        for number, whole in enumerate(seeds().get(name, ())):
            (Path(folder) / str(number)).write_bytes(whole)
        # Libraries are loaded by the first input, which is not to be held against it.
        TARGETS[name](b"")
        options = [f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", "-timeout=60"]
        options += [
            f"-seed={seed}",
            "-rss_limit_mb=2048",
            f"-artifact_prefix={tempfile.gettempdir()}/fuzz-",
        ]
        atheris.Setup([sys.argv[0], folder, *options], timed(TARGETS[name]))
        atheris.Fuzz()


def timed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, which fails when it computes for longer than a second.

    Time by the clock would tell more of the other programs on this machine.
    """

    def test(data: bytes) -> None:
        started = time.process_time()
        target(data)
        took = time.process_time() - started
        assert took < MOST_SECONDS, f"took {took:.1f} s"

    return test


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="for the same inputs; 0 draws one")
    parser.add_argument("--jobs", type=int, default=1, help="how many at one time")
    parser.add_argument("--here", action="store_true", help="run the one target in this process")
    given = parser.parse_args()
    if given.here:
        run_one(given.targets[0], given.seconds, given.seed)
        return 0
    act = partial(run_apart, seconds=given.seconds, seed=given.seed)
    with ThreadPoolExecutor(given.jobs) as pool:
        passed = list(pool.map(act, given.targets))
    return not all(passed)


def run_apart(name: str, seconds: int, seed: int) -> bool:
    """Whether the target lasts in a process of its own; says so."""
    command = [sys.executable, __file__, name, "--here"]
    command += ["--seconds", str(seconds), "--seed", str(seed)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    last = next((line for line in done.stderr.splitlines()[::-1] if line.startswith("Done")), "")
    print(f"{name:10} {'ok' if done.returncode == 0 else 'FAILED'}  {last}", flush=True)
    if done.returncode:
        print(done.stderr[-3_000:])
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
