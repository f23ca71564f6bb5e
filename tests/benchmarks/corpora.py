"""Articles to measure with: real ones to read, recombined ones to ask in any number.

A recombined article is made of sentences of real articles in which the names are replaced by
invented ones. Few names are in many articles and most in few, as in the news.
`corpora.py FOLDER COUNT` writes such articles as files.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import zlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from bot.core.analysis_codec import decode, encode
from bot.core.models import Article, Reading
from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.models import Analysis, NameKind, Sentence

ROOT = Path(__file__).parent.parent.parent
TEASERS = ROOT.parent / "shared" / "data" / "summaries" / "de-teaser-dev.jsonl.gz"
_OUTLETS = tuple(f"Blatt {letter}" for letter in "ABCDEFGH")
_FIRST_DAY = date(2025, 1, 1)
_SENTENCES = 12
_NAMES = 4
# So the most frequent of 10,000 articles' names is in one of eleven, as a great story is.
_NEW_NAMES = 0.4
_SYLLABLES = "ba bel dra dor fen gar hal jo kes lin mar nov pel ran sol tam ur vin wes zan".split()
_FORENAMES = (
    "Anna Ben Clara David Emma Felix Greta Hugo Ida Jan Karla Leo Mia Nils Olga Paul".split()
)
# The share of articles in which a name must be to count as frequent.
_FREQUENT = 0.005
_LETTERS = re.compile(r"[A-Za-z]{4,}")
_LONGEST_ENDING = 4
_KINDS: tuple[NameKind, ...] = ("PER", "ORG", "LOC")


def load_articles(count: int) -> tuple[tuple[Article, ...], str]:
    """The first `count` German articles with the name of their source.

    Where the evaluation data is absent, the sample articles are repeated up to 400.
    """
    if TEASERS.is_file():
        with gzip.open(TEASERS, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, count)]
        return tuple(_build(row["id"], row["title"], row["text"]) for row in rows), "de-teaser-dev"
    files = sorted((ROOT / "seeds").glob("2*.md"))
    texts = [path.read_text(encoding="utf-8").split("\n---\n", 1)[-1].strip() for path in files]
    repeated = islice(cycle(texts), min(count, 400))
    return tuple(_build(f"{n}", "Seed", text) for n, text in enumerate(repeated)), "seeds, repeated"


def _build(id: str, title: str, text: str) -> Article:  # noqa: A002 - named as in Article
    return Article(id=id, title=title, text=text, language="de", published_on=_FIRST_DAY)


@dataclass(frozen=True, slots=True)
class Slotted:
    """A sentence cut at its names: pieces of text with a kind of name after all but the last."""

    pieces: tuple[str, ...]
    kinds: tuple[NameKind, ...]


def find_slots(articles: Sequence[Article], reader: Reader) -> tuple[Slotted, ...]:
    """Every sentence of the articles, cut at the names that the reader finds in it."""
    return tuple(
        _cut_at_names(article, analysis, sentence)
        for article in articles
        for analysis in [reader.read(article)]
        for sentence in analysis.sentences
    )


def _cut_at_names(article: Article, analysis: Analysis, sentence: Sentence) -> Slotted:
    mentions = sorted(
        (mention, name.kind)
        for name in analysis.names
        for mention in name.mentions
        if name.kind in _KINDS and sentence.range.contains(mention)
    )
    pieces: list[str] = []
    kinds: list[NameKind] = []
    start = sentence.start
    for mention, kind in mentions:
        if mention.start >= start:
            pieces.append(article.text[start : mention.start])
            kinds.append(kind)
            start = mention.end
    return Slotted((*pieces, article.text[start : sentence.end]), tuple(kinds))


class Recombiner:
    """Writes articles, the same ones for the same slots; remembers whom they are about."""

    def __init__(self, slots: Sequence[Slotted]) -> None:
        """Draw from `slots`, which must not be empty."""
        self._random = random.Random(2025)  # noqa: S311 - repeatable, guards no secret
        self._slots = slots
        self._pools: dict[NameKind, list[str]] = {kind: [] for kind in _KINDS}
        self._counted: dict[str, int] = {}
        self.names: Mapping[str, int] = self._counted

    def write(self, first: int, last: int) -> Iterator[Article]:
        """Articles number `first` up to, not including, `last`."""
        for number in range(first, last):
            names = [self._draw_name(_KINDS[place % len(_KINDS)]) for place in range(_NAMES)]
            sentences = [
                self._fill(self._random.choice(self._slots), names) for _ in range(_SENTENCES)
            ]
            yield Article(
                id=f"r{number}",
                title=f"{names[0][0]}: {sentences[0][:50]}",
                text="\n\n".join(
                    " ".join(sentences[at : at + 3]) for at in range(0, _SENTENCES, 3)
                ),
                language="de",
                outlet=self._random.choice(_OUTLETS),
                published_on=_FIRST_DAY + timedelta(days=number % 60),
            )

    def draw_queries(self, count: int) -> tuple[str, ...]:
        """Distinct queries: names by how often they occur, one in four misspelt, some unknown."""
        weights = list(accumulate(self.names.values()))
        names = tuple(self.names)
        queries: dict[str, None] = {}
        for _ in range(count * 20):
            name = self._random.choices(names, cum_weights=weights)[0]
            chance = self._random.random()
            if chance < 0.25:
                name = _misspell(name, self._random.randrange(1, len(name) - 1))
            elif chance < 0.3:
                name = self._invent()
            queries[name] = None
            if len(queries) == count:
                break
        return tuple(queries)

    def _fill(self, slotted: Slotted, names: Sequence[tuple[str, NameKind]]) -> str:
        text = [slotted.pieces[0]]
        for kind, piece in zip(slotted.kinds, slotted.pieces[1:], strict=True):
            fitting = [name for name, its in names if its == kind]
            text += [self._random.choice(fitting), piece]
        return "".join(text)

    def _draw_name(self, kind: NameKind) -> tuple[str, NameKind]:
        """A new name, or one of those of this kind that stand in the articles so far."""
        known = self._pools[kind]
        if not known or self._random.random() < _NEW_NAMES:
            name = self._invent()
            if kind == "PER":
                name = f"{self._random.choice(_FORENAMES)} {name}"
            elif kind == "ORG":
                name = f"{name} AG"
        else:
            name = self._random.choice(known)
        # A name that was drawn is more likely to be drawn again: the rich get richer.
        known.append(name)
        self._counted[name] = self._counted.get(name, 0) + 1
        return name, kind

    def _invent(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(3, 4))).capitalize()


class Renamer:
    """Makes further readings of those there are, without reading: in each turn other names.

    A name is exchanged for one of the same length, so that all offsets hold. The most frequent
    names stay: a great story grows with the number of articles, while most names are new.
    """

    def __init__(self, names: Mapping[str, int], articles: int) -> None:
        """Exchange the rarer of these `names`, counted over so many articles."""
        self._names = names
        self._rare = {
            own: _syllables(own)
            for name, count in names.items()
            if count < _FREQUENT * articles
            for own in (name.removesuffix(" AG").split()[-1],)
        }
        self._turn = 0
        self._exchanged: dict[str, str] = {}

    def reading(self, reading: Reading, turn: int) -> Reading:
        """The reading in its version of a turn (1, 2, …)."""
        self._prepare(turn)
        article = reading.article
        name = f"{article.id}x{turn}"
        written = zlib.decompress(encode(reading.analysis)[1:]).decode()
        analysis = decode(b"\x01" + zlib.compress(self._exchange(written).encode(), 1))
        return Reading(
            replace(
                article,
                id=name,
                title=self._exchange(article.title),
                text=self._exchange(article.text),
            ),
            replace(analysis, article_id=name),
        )

    def names(self, turns: int) -> dict[str, int]:
        """All names in the readings there are and in so many turns, with their counts."""
        found = {name: count * (turns + 1) for name, count in self._names.items()}
        for turn in range(1, turns + 1):
            self._prepare(turn)
            for name, count in self._names.items():
                other = self._exchange(name)
                if other != name:
                    found[name] = count
                    found[other] = count
        return found

    def _prepare(self, turn: int) -> None:
        if turn == self._turn:
            return
        self._turn, self._exchanged = turn, {}
        for name, syllables in self._rare.items():
            other = "".join(_shift(one, turn) for one in syllables)
            self._exchanged |= {name: other.capitalize(), name.lower(): other}

    def _exchange(self, text: str) -> str:
        return _LETTERS.sub(self._other, text)

    def _other(self, found: re.Match[str]) -> str:
        word = found[0]
        for end in range(len(word), len(word) - _LONGEST_ENDING, -1):
            other = self._exchanged.get(word[:end])
            if other is not None:
                return other + word[end:]
        return word


def _syllables(name: str) -> tuple[str, ...]:
    """The syllables of an invented name; a name that was not invented is one syllable."""
    left, found = name.lower(), []
    while left:
        one = next((own for own in _SYLLABLES if left.startswith(own)), left)
        found.append(one)
        left = left[len(one) :]
    return tuple(found)


def _shift(syllable: str, turn: int) -> str:
    like = [one for one in _SYLLABLES if len(one) == len(syllable)]
    return like[(like.index(syllable) + turn) % len(like)] if syllable in like else syllable


def _write_files(folder: Path, count: int) -> None:
    articles, _ = load_articles(50)
    recombiner = Recombiner(
        find_slots(articles, Reader(DictionaryLemmatiser(), tagger=WeightedTagger()))
    )
    for article in recombiner.write(0, count):
        text = f"---\ntitle: {json.dumps(article.title)}\nlanguage: de\n---\n\n{article.text}\n"
        (folder / f"{article.id}.md").write_text(text, encoding="utf-8")


def _misspell(name: str, place: int) -> str:
    """Two neighbouring letters in the wrong order."""
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


if __name__ == "__main__":
    _write_files(Path(sys.argv[1]), int(sys.argv[2]))
