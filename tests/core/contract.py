"""The contract of `briefing ask --json`, written down from the design: keys in order, and kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = (int, float)
_TEXT_OR_NONE = (str, type(None))
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d)?)?)?)?")

_SPAN = {"article": str, "start": int, "end": int}
# "supports" follows where other articles say the same.
_POINT = {"text": str, "kind": {"verbatim", "shortened"}, "spans": [_SPAN], "sources": [int]}
_CHANGE = {
    "kind": {"new", "changed", "withdrawn", "contradicted"},
    "point": "point",
    "before": "point?",
}
_FIGURE = {"value": _NUMBER, "unit": str, "counts": str, "wording": str, "point": "point"}
_VOICE = {
    "speaker": str,
    "role": _TEXT_OR_NONE,
    "mode": {"direct", "reported"},
    "verb": str,
    "stance": {"for", "against", "unclear"},
    "towards": _TEXT_OR_NONE,
    "point": "point",
}
_DATED = {
    "date": "iso",
    "precision": {"day", "month", "year"},
    "resolved_from": _TEXT_OR_NONE,
    "point": "point",
}
_SOURCE = {
    "n": int,
    "id": str,
    "title": str,
    "outlet": _TEXT_OR_NONE,
    "published": "iso?",
    "url": _TEXT_OR_NONE,
    "language": {"de", "en"},
    "kind": {"report", "opinion", "background"},
}
CARD = {
    "schema": {1},
    "id": str,
    "status": {"new", "updated", "unchanged"},
    "as_of": "iso?",
    "language": {"de", "en"},
    "topic": {
        "slug": str,
        "name": str,
        "aliases": [str],
        "matched": {"exact", "alias", "fuzzy", "search"},
    },
    "lead": ["point"],
    "changes": [_CHANGE],
    "changed_since": "iso?",
    "facts": ["point"],
    "figures": [_FIGURE],
    "voices": [_VOICE],
    "disputed": [{"points": ["point"]}],
    "open": ["point"],
    "timeline": [_DATED],
    "related": [str],
    "sources": [_SOURCE],
    "counts": {"articles": int, "outlets": int},
    "method": {"kind": {"extractive"}, "version": str},
}


def breaches(value: Any, shape: Any = CARD, place: str = "card") -> Iterator[str]:
    """Where `value` is not as `shape` says: a key missing or too many, a value of another kind."""
    match shape:
        case "point?" | "iso?" if value is None:
            return
        case "point" | "point?":
            supported = isinstance(value, dict) and "supports" in value
            yield from breaches(
                value, {**_POINT, **({"supports": [_SPAN]} if supported else {})}, place
            )
        case "iso" | "iso?":
            if not isinstance(value, str) or not _ISO.fullmatch(value):
                yield f"{place} is no ISO date: {value!r}"
        case set():
            if value not in shape:
                yield f"{place} is {value!r}, none of {sorted(map(str, shape))}"
        case [inner]:
            yield from _breaches_in_list(value, inner, place)
        case dict():
            yield from _breaches_in_object(value, shape, place)
        case _:
            if not isinstance(value, shape) or isinstance(value, bool):
                yield f"{place} is of another kind: {value!r}"


def _breaches_in_list(value: Any, inner: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place} is no list: {value!r}"
        return
    for number, item in enumerate(value):
        yield from breaches(item, inner, f"{place}[{number}]")


def _breaches_in_object(value: Any, shape: dict[str, Any], place: str) -> Iterator[str]:
    if not isinstance(value, dict) or [*value] != [*shape]:
        yield f"{place} should have the keys {[*shape]}, in this order: {value!r}"
        return
    for key, inner in shape.items():
        yield from breaches(value[key], inner, f"{place}.{key}")
