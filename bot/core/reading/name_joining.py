"""From mentions to names: the spellings of one person, organisation or place joined."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.language.folding import fold, spelling_key
from bot.core.language.name_first import SURNAMES
from bot.core.language.name_never import NEVER
from bot.core.language.name_words import LEADING_HEADS, LEGAL_FORMS, NAMED_HEADS
from bot.core.reading.name_gazetteer import find_known_word, same_names, shown_name
from bot.core.reading.name_inflection import base_form, inflection_key
from bot.core.reading.name_lines import is_acronym, is_first_name, is_role
from bot.core.reading.name_towns import is_town_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import NameKind, Range
    from bot.core.reading.name_lines import Lexicon
    from bot.core.reading.name_tagging import Mention

_NO_GENITIVE = ("ss", "us", "is", "os", "as", "es")
_SHORTEST_BASE = 3
_NEAR = 40


@dataclass(slots=True)
class Group:
    """Mentions of one name, growing while the article is gone through."""

    kind: NameKind
    lexicon: Lexicon
    mentions: list[Range] = field(default_factory=list)
    spellings: list[tuple[str, ...]] = field(default_factory=list)
    kinds: Counter[NameKind] = field(default_factory=Counter)

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        """Count a further mention with its words in base form."""
        self.mentions.append(mention.range)
        self.spellings.append(words)
        self.kinds[mention.kind] += 1

    @property
    def name(self) -> str:
        """The fullest spelling; of several the most frequent, of these the first."""
        counts = Counter(self.spellings)
        best = max(counts, key=lambda words: (len(words), counts[words]))
        if self.kind == "PER":
            return " ".join(best)
        return shown_name(best) or base_form(best, self.lexicon) or " ".join(best)

    @property
    def variants(self) -> tuple[str, ...]:
        """The other spellings, in the order of the text."""
        own = self.name
        written = (" ".join(words) for words in self.spellings)
        return tuple(dict.fromkeys(spelling for spelling in written if spelling != own))


def join_mentions(mentions: Sequence[Mention], text: str, lexicon: Lexicon) -> tuple[Group, ...]:
    """Groups of mentions that mean the same, in the order of their first mention.

    A bare family name is joined to a full name where only one person of the article bears it,
    or only one had been named in full before; else it stays a name of its own.
    """
    spelled = _spell(mentions, text, lexicon)
    people = [pair for pair in spelled if pair[0].kind == "PER"]
    others = [pair for pair in spelled if pair[0].kind != "PER"]
    groups = [*_join_people(people, lexicon), *_join_others(others, text, lexicon)]
    return tuple(sorted(groups, key=lambda group: group.mentions[0]))


def _spell(
    mentions: Sequence[Mention], text: str, lexicon: Lexicon
) -> list[tuple[Mention, tuple[str, ...]]]:
    words = [tuple(text[part.range.start : part.range.end].split()) for part in mentions]
    forms = {word for written in words for word in written}
    out: list[tuple[Mention, tuple[str, ...]]] = []
    for mention, written in zip(mentions, words, strict=True):
        last = written[-1]
        if lexicon.language == "de" and _is_genitive(mention, last, forms, text, lexicon):
            written = (*written[:-1], last[:-1])  # noqa: PLW2901 -- the base form from here on
        if len(written) > 1 and written[0][:-1] in LEADING_HEADS:
            # "Des Museums Muster" is the Museum Muster.
            written = (written[0].removesuffix("s"), *written[1:])  # noqa: PLW2901 -- the same
        out.append((mention, written))
    return out


def _is_genitive(mention: Mention, word: str, forms: set[str], text: str, lexicon: Lexicon) -> bool:
    if not word.endswith("s") or len(word) <= _SHORTEST_BASE or word.isupper():
        return False
    written = tuple(text[mention.range.start : mention.range.end].split())
    if mention.kind != "PER" and shown_name(written):
        return False
    base = word[:-1]
    if base in forms:
        return True
    if is_first_name(word) or word in SURNAMES or _is_listed(word):
        return False
    if len(written) == 1 and (find_known_word(base) or is_first_name(base)):
        return True
    is_plain = lexicon.is_ordinary(word) and not is_town_word(word, lexicon)
    ends_in_s = word.endswith(_NO_GENITIVE) or is_plain
    return not ends_in_s and _is_attribute(mention.range, text)


def _is_listed(word: str) -> bool:
    return find_known_word(word) is not None and find_known_word(word[:-1]) is None


def _is_attribute(part: Range, text: str) -> bool:
    """Whether a noun stands beside it, as with a genitive: Musters Antwort, Wahl Anna Musters."""
    if text[part.end : part.end + 1] == " " and text[part.end + 1 : part.end + 2].isupper():
        return True
    before = text[max(part.start - _NEAR, 0) : part.start].split(" ")
    noun = before[-2] if len(before) > 1 and not before[-1] else ""
    return noun.isalpha() and noun[0].isupper() and not is_role(noun) and noun not in NEVER


def _join_people(
    people: Sequence[tuple[Mention, tuple[str, ...]]], lexicon: Lexicon
) -> list[Group]:
    full: dict[tuple[str, str], Group] = {}
    for mention, words in people:
        if len(words) > 1:
            names = (fold(words[0]), fold(words[-1]))
            full.setdefault(names, Group("PER", lexicon)).add(mention, words)
    bearers: dict[str, list[Group]] = {}
    for (first, last), group in full.items():
        bearers.setdefault(last, []).append(group)
        if first != last:
            bearers.setdefault(first, []).append(group)
    bare: dict[str, Group] = {}
    for mention, words in people:
        if len(words) == 1:
            key = fold(words[0])
            owner = _owner(bearers.get(key, ()), mention)
            (owner or bare.setdefault(key, Group("PER", lexicon))).add(mention, words)
    groups = [*full.values(), *bare.values()]
    for group in groups:
        _sort(group)
    return groups


def _owner(groups: Sequence[Group], mention: Mention) -> Group | None:
    if len(groups) == 1:
        return groups[0]
    before = [group for group in groups if group.mentions[0] < mention.range]
    return before[0] if len(before) == 1 else None


def _sort(group: Group) -> None:
    order = sorted(range(len(group.mentions)), key=group.mentions.__getitem__)
    group.mentions = [group.mentions[number] for number in order]
    group.spellings = [group.spellings[number] for number in order]


def _join_others(
    others: Sequence[tuple[Mention, tuple[str, ...]]], text: str, lexicon: Lexicon
) -> list[Group]:
    groups: dict[str, Group] = {}
    aliases: dict[str, str] = {}
    previous: tuple[Mention, str] | None = None
    for _, (head, *rest) in others:
        if len(rest) == 1 and head in NAMED_HEADS and find_known_word(rest[0]) is None:
            aliases.setdefault(spelling_key(rest[0]), spelling_key(f"{head} {rest[0]}"))
    for mention, words in others:
        key = _key(words, aliases, lexicon)
        if previous and key not in groups and _explains(previous[0].range, mention.range, text):
            aliases[key] = key = previous[1]
        group = groups.setdefault(key, Group(mention.kind, lexicon))
        group.add(mention, words)
        previous = (mention, key)
    for group in groups.values():
        group.kind = max(group.kinds, key=lambda kind: (group.kinds[kind], kind))
    return list(groups.values())


def _key(words: tuple[str, ...], aliases: dict[str, str], lexicon: Lexicon) -> str:
    core = words[:-1] if len(words) > 1 and words[-1].rstrip(".") in LEGAL_FORMS else words
    name = shown_name(core) or inflection_key(core, lexicon) or " ".join(core)
    key = spelling_key(name)
    for other in same_names().get(name, ()):
        aliases.setdefault(spelling_key(other), key)
    return aliases.get(key, key)


def _explains(name: Range, short: Range, text: str) -> bool:
    """Whether `short` is the abbreviation in brackets directly after `name`."""
    return (
        text[name.end : short.start] == " ("
        and text[short.end : short.end + 1] == ")"
        and is_acronym(text[short.start : short.end])
    )
