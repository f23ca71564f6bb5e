"""Sentences as rows of words, with the longer quotations taken out of the way."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.speech_grammar import FUNCTION_WORDS
from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from bot.core.models import Draft, Sentence
    from bot.core.reading.words import Lemmatiser

# Stands in `gaps` where a quotation was taken out.
QUOTED = "\0"
# A marked stretch of more words than this is speech or a long title, never part of a name.
_NAME_WORDS = 3
_NAME_LENGTH = 60
# Ends of adverbs and participles, whose capital at the start of a sentence means nothing.
_LONGEST_END = 3
_ADVERBIAL = ("end", "lich", "weise", "ly")
_BREAKS = frozenset(",:;–—!?…")
# "Fraktions- und Parteivorsitzende": the hyphen parts nothing.
_SHARED = frozenset("und oder bzw sowie and or".split())
# What ends an address: "ndr.de".
DOMAINS = frozenset("de at ch com org net eu info tv".split())
_BENT = ("iert", "ierte", "ierten")
# "auf X. Altman": the platform, not the initial of a first name.
_ON_PLATFORM = frozenset("auf bei über via on".split())


class Passage(NamedTuple):
    """One sentence, or several that a quotation holds together.

    `gaps[i]` is what stands before word i without its spaces, QUOTED for a quotation;
    `gaps[len(words)]` is what follows the last word. `capital` says which words would have
    their capital anywhere, `heads` are the first words of sentences, `quoted` is where the
    quotations of a gap stand, `clauses` are (first, last) of the words between punctuation.
    """

    text: str
    range: Range
    paragraph: int
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    capital: tuple[bool, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    heads: frozenset[int]
    quoted: dict[int, Range]
    clauses: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Range:
        """From word `first` to word `last`, both included."""
        return Range(self.starts[first], self.ends[last])

    def sentence(self, first: int, last: int) -> Range:
        """The same with the full stop, if nothing but punctuation follows word `last`."""
        part = self.stretch(first, last)
        rest = self.text[part.end : self.range.end]
        ends = last + 1 == len(self.words) and len(rest) <= _LONGEST_END
        return Range(part.start, self.range.end) if ends else part

    def stretch(self, first: int, last: int) -> Range:
        """The same with a quotation that stands before or behind without a comma."""
        start, end = self.span(first, last)
        if self.gaps[first].endswith(QUOTED):
            start = self.quoted[first].start
        if self.gaps[last + 1].startswith(QUOTED):
            end = self.quoted[last + 1].end
        return Range(start, end)

    def clause_of(self, word: int) -> int:
        """The number of the clause that holds `word`."""
        return bisect_right(self.clauses, (word, len(self.words))) - 1


def build_passages(
    draft: Draft,
    marked: tuple[Range, ...],
    lemmatiser: Lemmatiser,
    *,
    named: AbstractSet[int] = frozenset(),
) -> tuple[Passage, ...]:
    """All sentences in order; those between which a quotation runs on are one passage.

    `named` are the characters at which names begin: their capitals are their own.
    """
    out: list[Passage] = []
    number = 0
    for group in _groups(draft.sentences, marked):
        end = group[-1].end
        while number < len(marked) and marked[number].end <= group[0].start:
            number += 1
        last = number
        while last < len(marked) and marked[last].start < end:
            last += 1
        inside = list(marked[number:last])
        out.append(_passage(draft, group, inside, lemmatiser, named))
    return tuple(out)


def _groups(sentences: tuple[Sentence, ...], marked: tuple[Range, ...]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    number = 0
    for sentence in sentences:
        if group:
            while number < len(marked) and marked[number].end <= sentence.start:
                number += 1
            runs_on = number < len(marked) and marked[number].start < group[-1].end
            if not runs_on or sentence.paragraph != group[-1].paragraph:
                yield group
                group = []
        group.append(sentence)
    if group:
        yield group


def _passage(
    draft: Draft,
    group: list[Sentence],
    marked: list[Range],
    lemmatiser: Lemmatiser,
    named: AbstractSet[int],
) -> Passage:
    row = _Row(draft, group[0].start, marked, lemmatiser, named)
    for sentence in group:
        row.add(sentence)
    row.finish(group[-1].end)
    lowers = tuple([word.lower() for word in row.words])
    return Passage(
        text=draft.article.text,
        range=Range(group[0].start, group[-1].end),
        paragraph=group[0].paragraph,
        words=tuple(row.words),
        lowers=lowers,
        lemmas=tuple(row.lemmas),
        capital=tuple(row.capital),
        starts=tuple(row.starts),
        ends=tuple([start + len(w) for start, w in zip(row.starts, row.words, strict=True)]),
        gaps=tuple(row.gaps),
        heads=frozenset(row.heads),
        quoted=row.quoted,
        clauses=_clauses(row.gaps, row.heads, lowers),
    )


class _Row:
    """Words, and what stands between them, collected from left to right."""

    def __init__(
        self,
        draft: Draft,
        start: int,
        marked: list[Range],
        lemmatiser: Lemmatiser,
        named: AbstractSet[int],
    ) -> None:
        text = draft.article.text
        self._language = draft.article.language
        self._lemmatiser = lemmatiser
        self._named = named
        self.words: list[str] = []
        self.lemmas: list[str] = []
        self.capital: list[bool] = []
        self.starts: list[int] = []
        self.gaps: list[str] = []
        self.heads: list[int] = []
        self.quoted: dict[int, Range] = {}
        self._text = text
        self._position = start
        self._pending = ""
        self._marked = [part for part in marked if not _is_short(text, part)]
        self._next = 0

    def add(self, sentence: Sentence) -> None:
        """Take the words of `sentence` that are not quoted."""
        text, words, named = self._text, self.words, self._named
        gaps, capital, lemmas, starts = self.gaps, self.capital, self.lemmas, self.starts
        begin, quotes = sentence.start, len(self._marked)
        position = self._position
        opening = sentence.offsets[0] if sentence.offsets else 0
        for offset, word, lemma in zip(
            sentence.offsets, sentence.words, sentence.lemmas, strict=True
        ):
            start = begin + offset
            if quotes and self._next < quotes:
                self._position = position
                self._take_quotes(start)
                position = self._position
            if start < position:
                continue
            opens = offset == opening
            if opens:
                self.heads.append(len(words))
            gap = text[position:start]
            # Most gaps are one space, and this is the innermost loop.
            plain = gap == " " and not (quotes and self._pending)
            if plain:
                gaps.append("")
            else:
                if not opens and self._ends(gap):
                    self.heads.append(len(words))
                gaps.append(_tight(self._pending + gap))
                self._pending = ""
                if gap == "." and words and word.lower() in DOMAINS:
                    capital[-1] = True
            if word[0].isupper():
                capital.append(
                    (plain and not opens)
                    or not self._may_open(opens=opens)
                    or self._is_noun(word)
                    or start in named
                )
            else:
                # "die documenta-Homepage", "der 28-Jährige".
                capital.append(False if word.islower() else word != word.lower())
            words.append(word)
            bent = "ier" in lemma and lemma.endswith(_BENT)
            lemmas.append(_infinitive(lemma) if bent else lemma)
            starts.append(start)
            position = start + len(word)
        self._position = position

    def _ends(self, gap: str) -> bool:
        """Whether a sentence ends here that was not cut: before a small quotation, after "X"."""
        if self._pending:
            return self._pending.lstrip().startswith(".")
        platform = gap.startswith(".") and self.words[-1:] == ["X"] and len(self.words) > 1
        return platform and self.words[-2] in _ON_PLATFORM

    def _may_open(self, *, opens: bool) -> bool:
        """Whether a word stands where every word has a capital."""
        return opens or self.gaps[-1].endswith((":", QUOTED, "„", '"', "–"))

    def _is_noun(self, word: str) -> bool:
        """Whether a word at the start of a sentence would have its capital elsewhere too."""
        lower = word.lower()
        if lower in FUNCTION_WORDS[self._language]:
            return False
        known = self._lemmatiser.is_known
        if lower.endswith(_ADVERBIAL) and known(lower, self._language):
            return False
        if lower.endswith("ierend"):
            return False
        return known(word, self._language) or not known(lower, self._language)

    def finish(self, end: int) -> None:
        """Take what follows the last word."""
        self._take_quotes(end)
        self.gaps.append(_tight(self._pending + self._text[self._position : end]))

    def _take_quotes(self, before: int) -> None:
        while self._next < len(self._marked) and self._marked[self._next].start <= before:
            part = self._marked[self._next]
            self._pending += self._text[self._position : part.start] + QUOTED
            self._position = max(self._position, part.end)
            earlier = self.quoted.get(len(self.words), part)
            self.quoted[len(self.words)] = Range(earlier.start, part.end)
            self._next += 1


def _infinitive(lemma: str) -> str:
    """The infinitive of a foreign verb that the dictionary left bent: "resuemierte"."""
    return lemma[: lemma.rindex("ier")] + "ieren"


def _is_short(text: str, part: Range) -> bool:
    """Whether the stretch may be (part of) a name: a few words without an end."""
    if part.end - part.start > _NAME_LENGTH:
        return False
    inside = text[part.start + 1 : part.end - 1].strip()
    return inside.count(" ") < _NAME_WORDS and not inside.endswith((".", "!", "?", ","))


def _tight(gap: str) -> str:
    return "" if gap == " " else "".join(gap.split())


def _clauses(
    gaps: list[str], heads: list[int], lowers: tuple[str, ...]
) -> tuple[tuple[int, int], ...]:
    """Words between punctuation; brackets, hyphens and quotations without comma do not part."""
    out: list[tuple[int, int]] = []
    first = 0
    starts = set(heads)
    for index in range(1, len(gaps)):
        gap = gaps[index]
        if (
            index == len(gaps) - 1
            or index in starts
            or (gap and not _BREAKS.isdisjoint(gap))
            or (gap == "-" and lowers[index] not in _SHARED)
        ):
            out.append((first, index - 1))
            first = index
    return tuple(out)
