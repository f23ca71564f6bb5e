"""The texts that the invariants are held over: our seeds, the user's article, evaluation data.

Articles of evaluation data that have no date or outlet are given one by their number, so that
digests, changes and corroboration are tried on them too.
"""

from __future__ import annotations

import gzip
import json
import re
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.core.language.detection import detect_language
from bot.core.models import Article
from bot.sources.collecting import collect

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"

# Name -> articles in it; a test run in parallel takes them in chunks.
CORPORA = {
    "articles/de-news": 767,
    "entities/de-smartdata-train": 1244,
    "names/de-germeval2014": 5100,
    "quotes/de-wikinews-dev": 150,
    "quotes/de-wikinews-train": 700,
    "summaries/de-subhead-dev": 264,
    "summaries/de-teaser-dev": 400,
    "summaries/de-teaser-train": 2500,
    "summaries/en-cnndm-dev": 50,
}
_FIRST_DAY = date(2025, 1, 6)
_DAYS = 40
_OUTLETS = 7
_DAY_IN_ID = re.compile(r"@(\d{4}-\d\d-\d\d)T")


def load_folder(folder: Path) -> tuple[Article, ...]:
    """The articles of a folder as the bot reads them."""
    return collect([folder]).articles


def load_corpus(name: str, first: int = 0, last: int | None = None) -> tuple[Article, ...]:
    """Articles number `first` up to, not including, `last` of one file of evaluation data."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = islice(enumerate(lines), first, last)
        return tuple(_build(name, number, json.loads(line)) for number, line in rows)


def chunks(size: int) -> Iterator[tuple[str, int, int]]:
    """Every corpus cut into pieces of at most `size` articles."""
    for name, total in CORPORA.items():
        for first in range(0, total, size):
            yield name, first, min(first + size, total)


def _build(name: str, number: int, row: dict[str, Any]) -> Article:
    stamped = _DAY_IN_ID.search(row["id"])
    written = row.get("published") or (stamped and stamped[1])
    return Article(
        id=f"{name}/{number}",
        title=row.get("title") or "",
        text=row["text"],
        language=row.get("language") or detect_language(row["text"]),
        outlet=f"Blatt {number % _OUTLETS}",
        published_on=date.fromisoformat(written[:10]) if written else _day(number),
    )


def _day(number: int) -> date:
    return _FIRST_DAY + timedelta(days=number % _DAYS)
