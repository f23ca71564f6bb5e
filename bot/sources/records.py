"""JSON records: one, a list or a line each, from files or a stream.

Their text is kept character for character, so that offsets fit what came in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, StrictStr, ValidationError

from bot.sources.identity import build_article
from bot.sources.metadata import name_fields, read_metadata
from bot.sources.model import Fields, Refused, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.core.models import Article

_BOM = "\ufeff"


class Record(BaseModel):
    """One article as others hand it over. Unknown keys are ignored."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    text: StrictStr
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None
    url: str | None = None
    # Text, a list, a record: whatever it is, it does not cost the article.
    author: object = None


def read_records(
    lines: Iterable[str | bytes], *, on_note: Callable[[int, str], None] | None = None
) -> Iterator[Article | Rejected]:
    """An article or a reason for each line that is not blank, in order.

    A record needs "id" and "text". `on_note` hears the number of a line (from 1) and what in
    it could not be used although its article is there, such as a date that is none.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            told = partial(on_note, number) if on_note else None
            yield read_value(parse_line(line), on_note=told)


def read_value(
    raw: object | Refused, *, on_note: Callable[[str], None] | None = None
) -> Article | Rejected:
    """One record that was parsed already (or refused) as an article, or why it is none."""
    outcome = raw if isinstance(raw, Refused) else build_from_record(raw, {})
    own = _own_id(raw)
    if isinstance(outcome, Refused):
        return Rejected(own, outcome.reason)
    if own is None:
        return Rejected(None, 'no "id"')
    article, notes = outcome
    if on_note:
        for note in notes:
            on_note(note)
    return replace(article, id=own)


def parse_line(line: str | bytes) -> object | Refused:
    """The value of one line of JSON."""
    if isinstance(line, bytes):
        try:
            line = line.decode("utf-8")
        except UnicodeDecodeError:
            return Refused("not UTF-8")
    return parse_json(line, one_line=True)


def parse_json(text: str, *, one_line: bool = False) -> object | Refused:
    """The value of a JSON text."""
    try:
        value: object = json.loads(text.removeprefix(_BOM).rstrip())
    except json.JSONDecodeError as error:
        place = "" if one_line else f"line {error.lineno}, "
        return Refused(f"not valid JSON ({place}character {error.colno})")
    except RecursionError:
        return Refused("JSON is nested too deeply")
    except ValueError:
        return Refused("JSON holds a number that is too long")
    return value


def build_from_record(raw: object, defaults: Fields) -> tuple[Article, tuple[str, ...]] | Refused:
    """The article of a record with notes on what could not be used, or why it is none."""
    if not isinstance(raw, Mapping):
        return Refused("not a JSON object")
    fields: dict[str, object] = {**defaults, **name_fields(raw)}
    if "text" in raw:
        fields["text"] = raw["text"]
    if any(isinstance(value, str) and not _can_be_encoded(value) for value in fields.values()):
        return Refused("holds half a character (a lone surrogate)")
    text = fields.get("text")
    if text is None or (isinstance(text, str) and not text.strip()):
        return Refused("no text")
    try:
        record = Record.model_validate(fields)
    except ValidationError as error:
        return Refused(_explain(error))
    metadata, notes = read_metadata(record.model_dump(exclude={"text"}))
    return build_article(metadata, record.text, ""), notes


def _explain(error: ValidationError) -> str:
    names = sorted({str(problem["loc"][0]) for problem in error.errors(include_url=False)})
    return ", ".join(f'"{name}" is not text' for name in names)


def _own_id(raw: object) -> str | None:
    value = raw.get("id") if isinstance(raw, Mapping) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value and _can_be_encoded(value) else None


def _can_be_encoded(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
