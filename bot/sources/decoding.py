"""Bytes become characters: the encoding is declared by a mark, is UTF-8, or is guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of German and English texts that are not Unicode, the likeliest first. Asked for all
# encodings it knows, the guesser prefers rare ones on short texts ("Müller" as UTF-16).
_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")
# Of the encodings that it finds possible, the right one shows these; the others show "š" or "¤".
_EXPECTED = re.compile(r"[äöüÄÖÜßéèàçñ„“”‚‘’«»–—…€§°]")
_SAMPLE = 50_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.3
_BROKEN = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how many of them could not be read and became "�"."""

    text: str
    broken: int = 0


def find_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning of `data` declares."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes) -> Decoded | None:
    """The characters of a text, or None if it is none (a picture, an archive, a program)."""
    decoded = _decode(data)
    return None if decoded is None or _is_binary(decoded.text) else decoded


def _decode(data: bytes) -> Decoded | None:
    mark = find_mark(data)
    if mark:
        text = data.decode(mark, "replace")
        return Decoded(text, text.count(_BROKEN))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _mend(data) or _guess(data, error.start)


def _mend(data: bytes) -> Decoded | None:
    """Read as UTF-8 what is UTF-8 but for a few broken bytes; other encodings look unlike it."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    sound = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    return Decoded(text, broken) if sound > broken else None


def _guess(data: bytes, first: int) -> Decoded | None:
    # Loading it takes a moment, and nearly all files are UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415 (see the line above)

    start = max(0, first - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    found = {match.encoding: match for match in from_bytes(sample, cp_isolation=[*_WESTERN])}
    possible = [encoding for encoding in _WESTERN if encoding in found]
    if not possible:
        return None
    best = max(possible, key=lambda name: len(_EXPECTED.findall(sample.decode(name, "replace"))))
    text = data.decode(best, "replace")
    return Decoded(text, text.count(_BROKEN))


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\0" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample)
