"""Topics across articles: subjects that mean the same thing joined, weighed and listed.

An index that grows and shrinks by one article at a time, so that a new article is visible at
once; what depends on all articles is worked out when it is asked for.
"""

from __future__ import annotations

import json
from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING

from bot.core.columns import join_pieces, join_texts, split_pieces, split_texts
from bot.core.entries import KINDS, STEPS, Entries, Meanings, steps
from bot.core.key_text import KeyText
from bot.core.language.exonyms import has_two_names, name_in
from bot.core.language.folding import fold, spelling_key
from bot.core.models import Topic
from bot.core.places import Places
from bot.core.subjects import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.entries import Spoken
    from bot.core.models import Language, NameKind, TopicRule

# Lists of topics favour what happens (projects, companies) over where it happens.
_KIND_WEIGHT = {"OTHER": 1.0, "ORG": 0.9, "PER": 0.8, "LOC": 0.4}
_PHRASE_WEIGHT = 0.5
_CURATED_WEIGHT = 1.5
# "Musk" alone means Elon Musk unless another Musk has a quarter of his weight.
CLEARLY_MEANT = 4
_MEMBERS_OF_NO_TOPIC = 0.05
# Two letters are the initials of thousands of people; those in most articles may be meant.
_MOST_ACRONYMS = 20
_MOST_REMEMBERED = 5000


class TopicIndex:
    """Keys, spellings and articles of every subject."""

    def __init__(self, rules: Sequence[TopicRule] = (), places: Places | None = None) -> None:
        """Start empty. `rules` keep their names and aliases whatever the articles say.

        `places` numbers the articles; whoever gives it enters and takes leave for them.
        """
        self.places = places if places is not None else Places()
        self._owns_places = places is None
        self._rules = {spelling_key(rule.name): rule for rule in rules}
        self._entries = Entries()
        self._meanings = Meanings()
        self._key_text = KeyText()
        # For each article what is needed to take back what it says.
        self._said: list[bytes] = []
        # folded initials -> keys, some of which may be gone
        self._acronyms: dict[str, dict[str, None]] = {}
        # Keys of topics that may have changed; whoever keeps a list takes them out.
        self.touched: set[str] = set()
        # Worked out when asked for; forgotten with every article that comes or goes.
        self._canonical: dict[str, str] = {}
        self._remembered: dict[str, Spoken] = {}
        self._curated: dict[str, list[str]] = {}
        for key, rule in self._rules.items():
            for spelling in {spelling_key(alias) for alias in (rule.name, *rule.aliases)}:
                self._curated.setdefault(spelling, []).append(key)

    def add(self, article_id: str, subjects: Iterable[Subject]) -> None:
        """Take in what one article is about; an article that is known is replaced."""
        self.remove(article_id, leaves=False)
        number = self.places.enter(article_id)
        taken = tuple(subjects)
        while len(self._said) <= number:
            self._said.append(b"")
        self._said[number] = _pack(taken)
        for subject in taken:
            if subject.key not in self._entries:
                self._key_text.add(subject.key)
            self._entries.add(subject, number)
            self._change_meanings(subject, 1)
            self._enter_acronym(subject)

    def remove(self, article_id: str, *, leaves: bool = True) -> None:
        """Forget an article; one that is not known is no error."""
        self._canonical.clear()
        self._remembered.clear()
        if article_id not in self.places:
            return
        number = self.places[article_id]
        if number < len(self._said) and self._said[number]:
            for subject in _unpack(self._said[number]):
                self._entries.remove(subject, number)
                self._change_meanings(subject, -1)
            self._said[number] = b""
        if leaves and self._owns_places:
            self.places.leave(article_id)

    def dump(self) -> dict[str, bytes]:
        """All but the places, as bytes, for `load`."""
        keys, spoken, postings = self._entries.dump()
        meanings = self._meanings.dump()
        # Most keys are spellings too, and need not be written twice.
        others = [one for one in meanings if one not in self._entries]
        return {
            "said": join_pieces(self._said),
            "keys": join_texts(keys),
            "spoken": join_texts(spoken),
            "postings": join_pieces(postings),
            "own": join_texts([meanings.get(key, "") for key in keys]),
            "others": join_texts(others),
            "meant": join_texts([meanings[one] for one in others]),
            "initials": join_texts(list(self._acronyms)),
            "named": join_texts(["\t".join(keys) for keys in self._acronyms.values()]),
        }

    def load(self, parts: Mapping[str, bytes]) -> None:
        """Become what `dump` saw; whoever gave the places has loaded them.

        Raises:
            KeyError: a part is missing.
            ValueError: a part is of another format.
        """
        keys = split_texts(parts["keys"])
        postings, spoken = split_pieces(parts["postings"]), split_texts(parts["spoken"])
        own = zip(keys, split_texts(parts["own"]), strict=True)
        meanings = {key: meant for key, meant in own if meant}
        meanings |= zip(split_texts(parts["others"]), split_texts(parts["meant"]), strict=True)
        named = (dict.fromkeys(line.split("\t")) for line in split_texts(parts["named"]))
        self._said = split_pieces(parts["said"])
        self._entries = Entries.of(keys, spoken, postings)
        self._key_text = KeyText(keys)
        self._meanings = Meanings(meanings)
        self._acronyms = dict(zip(split_texts(parts["initials"]), named, strict=True))
        self.touched = set(keys)
        self._canonical.clear()
        self._remembered.clear()

    def __contains__(self, key: str) -> bool:
        """Whether any article, under this very key, is about it."""
        return key in self._entries

    def spellings_like(self, key: str, spread: int) -> list[str]:
        """Spelling keys with the same first letter whose length differs by at most `spread`."""
        found = list(self._curated)
        for length in range(len(key) - spread, len(key) + spread + 1):
            found += self._meanings.alike(key[:1], length)
        return found

    def keys_holding(self, part: str, most: int) -> tuple[str, ...]:
        """Canonical keys of the subjects whose key holds this part; none if `most` or more do."""
        found = self._key_text.holding(part, most)
        alive = (one for one in found if one in self._entries and len(found) < most)
        return tuple(dict.fromkeys(map(self.canonical, alive)))

    def acronym_meanings(self, letters: str) -> tuple[str, ...]:
        """Keys of the subjects whose words have these folded initials, the weightiest first.

        Of very many those in most articles.
        """
        alive = sorted(key for key in self._acronyms.get(letters, ()) if key in self._entries)
        often = nlargest(_MOST_ACRONYMS, alive, key=self._entries.count)
        keys = [key for key in often if letters in map(_initials, self._spoken(key).spellings)]
        known = dict.fromkeys(map(self.canonical, keys))
        return tuple(sorted(known, key=lambda key: (-self.weight(key), key)))

    def meanings(self, key: str) -> tuple[str, ...]:
        """The subjects that this spelling may mean, the clearest alone or several in order.

        A curated topic wins at once; else one that has four times the weight of the next.
        """
        weighed = self._weights(key)
        alive = [(weight, meant) for meant, weight in weighed.items() if meant in self._entries]
        alive.sort(key=lambda pair: (-pair[0], pair[1]))
        fuller = [pair for pair in alive if pair[1] != key]
        if fuller and self._is_surname(key, fuller[0][1]):
            alive = fuller
        if len(alive) > 1 and alive[0][0] < CLEARLY_MEANT * alive[1][0]:
            return tuple(meant for _, meant in alive)
        return tuple(meant for _, meant in alive[:1])

    def canonical(self, key: str) -> str:
        """The key of the topic that this subject belongs to: the full name of a bare surname."""
        if key not in self._curated and self._meanings.is_sole(key):
            return key
        known = self._canonical.get(key)
        if known is None:
            meant = self.meanings(key)
            known = self._canonical[key] = meant[0] if len(meant) == 1 else key
        return known

    def members(self, key: str) -> dict[str, float]:
        """Ids of articles to how much each is about the topic with this canonical key.

        An article that names the person by surname alone counts too. Empty if unknown.
        """
        ids = self.places.ids
        return {ids[number]: about / STEPS for number, about in self.numbers(key).items()}

    def numbers(self, key: str) -> dict[int, int]:
        """The same by the numbers of the articles, in steps of aboutness.

        What an article says of the full name counts before what it says of the surname.
        """
        own = self.own_keys(key)
        if len(own) == 1:
            return self._entries.members(key)
        found: dict[int, int] = {}
        for one in reversed(own):
            found |= self._entries.members(one)
        return found

    def own_keys(self, key: str) -> tuple[str, ...]:
        """The keys under which articles speak of this topic: its own, then bare surnames."""
        return tuple(
            own
            for own in (key, *self._surnames(key))
            if own in self._entries and (own == key or self.canonical(own) == key)
        )

    def topic(self, key: str) -> Topic | None:
        """The topic with this canonical key, or None."""
        members = self.members(key)
        if not members:
            return None
        name = self.display_name(key)
        return Topic(
            slug=slugify(name),
            name=name,
            aliases=self._aliases(key, name),
            articles=tuple(sorted(sorted(members), key=members.__getitem__, reverse=True)),
            kind=self.kind(key),
            weight=self.weight(key),
            curated=key in self._rules,
        )

    def key_of(self, topic: Topic) -> str:
        """The canonical key of a topic, which need not be that of its name.

        The key of a phrase is its base form, but it is shown as most articles write it.
        """
        own = spelling_key(topic.name)
        keys = (own, *sorted(self._weights(own)))
        known = (key for key in keys if key in self._entries)
        return next((key for key in known if self.display_name(key) == topic.name), own)

    def display_name(self, key: str) -> str:
        """How the subject with this key is written: as curated, else as most articles do."""
        rule = self._rules.get(key)
        if rule is not None:
            return rule.name
        spellings = self._spoken(key).spellings
        return min(spellings, key=lambda name: (-spellings[name], name))

    def name_in(self, language: Language, key: str) -> str:
        """As `display_name`, in the reader's language if it has two and the articles hold it."""
        name = self.display_name(key)
        if key in self._rules or not has_two_names(key):
            return name
        return name_in(language, (name, *self._aliases(key, name))) or name

    def display(self, language: Language, name: str) -> str:
        """The name under which somebody called `name` in one article is known to the reader."""
        key = self.canonical(spelling_key(name))
        return self.name_in(language, key) if key in self._entries else name

    def kind(self, key: str) -> NameKind:
        """What most articles take it for; a tie goes to the kind that is named first."""
        if key not in self._entries:
            return "OTHER"
        kinds = self._spoken(key).kinds
        return KINDS[kinds.index(max(kinds))]

    def weight(self, key: str) -> float:
        """How much the articles are about it, by kind; it orders lists of topics."""
        members = self.numbers(key)
        return self.weigh(key, sum(members.values()), len(members))

    def weigh(self, key: str, total: int, articles: int) -> float:
        """The weight of so much aboutness (in steps) of so many articles for a topic."""
        return round(total / STEPS * self._factor(key, articles), 4)

    def is_curated(self, key: str) -> bool:
        """Whether the operator wrote it into `config/topics.toml`."""
        return key in self._rules

    def said(self, number: int) -> tuple[tuple[str, float], ...]:
        """Canonical keys of the subjects of the article with this number, with its aboutness."""
        said = _unpack(self._said[number])
        return tuple((self.canonical(one.key), one.aboutness) for one in said)

    def _spoken(self, key: str) -> Spoken:
        known = self._remembered.get(key)
        if known is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            known = self._remembered[key] = self._entries.spoken(key)
        return known

    def _weights(self, spelling: str) -> Mapping[str, float]:
        weights: dict[str, float] = {**self._meanings.of(spelling)}
        for key in self._curated.get(spelling, ()):
            weights[key] = float("inf")
        return weights

    def _factor(self, key: str, articles: int) -> float:
        """What a topic of this kind counts for, whatever its articles say."""
        if self.is_curated(key):
            return _CURATED_WEIGHT
        if key in self._entries and self._spoken(key).phrases == self._entries.count(key):
            return _PHRASE_WEIGHT if articles > 1 else _MEMBERS_OF_NO_TOPIC
        return _KIND_WEIGHT[self.kind(key)]

    def _change_meanings(self, subject: Subject, sign: int) -> None:
        weight = sign * steps(_MEMBERS_OF_NO_TOPIC + subject.aboutness)
        self.touched.add(subject.key)
        for spelling in {subject.name, *_shorter(subject), *subject.variants}:
            key = spelling_key(spelling)
            self._meanings.change(key, subject.key, weight)
            # Whom else it may mean: who is clearly meant may be somebody else now.
            self.touched.update(self._meanings.of(key))

    def _enter_acronym(self, subject: Subject) -> None:
        letters = _initials(subject.name)
        if letters:
            self._acronyms.setdefault(letters, {})[subject.key] = None

    def _is_surname(self, key: str, full_key: str) -> bool:
        return key in self._surnames(full_key)

    def _surnames(self, key: str) -> tuple[str, ...]:
        """Shorter spellings under which a person may be named in other articles."""
        if self.kind(key) != "PER":
            return ()
        spellings = self._spoken(key).spellings
        last = {spelling_key(name.split()[-1]) for name in spellings if " " in name}
        return tuple(sorted(last - {key}))

    def _aliases(self, key: str, name: str) -> tuple[str, ...]:
        """Other spellings in use, those of the curated topic first, then the most frequent."""
        rule = self._rules.get(key)
        seen: Counter[str] = Counter()
        for own in self.own_keys(key):
            seen.update(self._spoken(own).variants)
        used = sorted(seen, key=lambda spelling: (-seen[spelling], spelling))
        chosen = (*(rule.aliases if rule else ()), *used)
        return tuple(dict.fromkeys(alias for alias in chosen if alias != name))


def _shorter(subject: Subject) -> tuple[str, ...]:
    """The surname by which a person is asked for, though the article may not use it alone."""
    words = subject.name.split()
    return (words[-1],) if subject.kind == "PER" and len(words) > 1 else ()


def _initials(name: str) -> str:
    """The folded first letters of a name of several words."""
    words = fold(name).replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _pack(subjects: Sequence[Subject]) -> bytes:
    fields = [
        (one.key, one.name, one.kind, one.aboutness, one.variants, int(one.is_phrase))
        for one in subjects
    ]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _unpack(data: bytes) -> list[Subject]:
    """The subjects without the sentences that name them."""
    return [
        Subject(key, name, kind, about, (), tuple(variants), bool(is_phrase))
        for key, name, kind, about, variants, is_phrase in json.loads(
            data.decode("utf-8", "surrogatepass") or "[]"
        )
    ]


def slugify(name: str) -> str:
    """The name for addresses and ids: lower case ASCII, words joined by hyphens."""
    words = "".join(char if char.isalnum() and char.isascii() else " " for char in fold(name))
    return "-".join(words.split())[:60] or "thema"
