"""Topics across articles: subjects that mean the same thing joined, weighed and listed.

An index that grows and shrinks by one article at a time, so that a new article is visible at
once; what depends on all articles is worked out when it is asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, get_args

from bot.core.language.folding import fold, spelling_key
from bot.core.models import NameKind, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.models import TopicRule
    from bot.core.subjects import Subject

# Lists of topics favour what happens (projects, companies) over where it happens.
_KIND_WEIGHT = {"OTHER": 1.0, "ORG": 0.9, "PER": 0.8, "LOC": 0.4}
_PHRASE_WEIGHT = 0.5
_CURATED_WEIGHT = 1.5
# "Musk" alone means Elon Musk unless another Musk has a quarter of his weight.
_CLEARLY_MEANT = 4.0
_MEMBERS_OF_NO_TOPIC = 0.05


@dataclass(slots=True)
class _Entry:
    """All that the articles say of one key."""

    by_article: dict[str, Subject]
    spellings: Counter[str]
    variants: Counter[str]
    kinds: Counter[NameKind]
    total: float = 0.0
    phrases: int = 0


class TopicIndex:
    """Keys, spellings and articles of every subject."""

    def __init__(self, rules: Sequence[TopicRule] = ()) -> None:
        """Start empty. `rules` keep their names and aliases whatever the articles say."""
        self._rules = {spelling_key(rule.name): rule for rule in rules}
        self._entries: dict[str, _Entry] = {}
        self._keys_of_article: dict[str, tuple[str, ...]] = {}
        # Worked out when asked for; forgotten with every article that comes or goes.
        self._canonical: dict[str, str] = {}
        # spelling key -> key of the subject it may mean -> how much weight says so
        self._meanings: dict[str, dict[str, float]] = {}
        self._acronyms: dict[str, dict[str, int]] = defaultdict(dict)
        # first letter and length -> spelling keys, for the search for typing errors
        self._alike: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
        for key, rule in self._rules.items():
            for alias in (rule.name, *rule.aliases):
                self._meanings_of(spelling_key(alias))[key] = float("inf")

    def add(self, article_id: str, subjects: Iterable[Subject]) -> None:
        """Take in what one article is about; an article that is known is replaced."""
        self.remove(article_id)
        self._canonical.clear()
        taken = tuple(subjects)
        self._keys_of_article[article_id] = tuple(subject.key for subject in taken)
        for subject in taken:
            entry = self._entries.setdefault(
                subject.key, _Entry({}, Counter(), Counter(), Counter())
            )
            entry.by_article[article_id] = subject
            self._count(entry, subject, sign=1)

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        self._canonical.clear()
        for key in self._keys_of_article.pop(article_id, ()):
            entry = self._entries[key]
            self._count(entry, entry.by_article.pop(article_id), sign=-1)
            if not entry.by_article:
                del self._entries[key]

    def __contains__(self, key: str) -> bool:
        """Whether any article, under this very key, is about it."""
        return key in self._entries

    def keys(self) -> Iterable[str]:
        """The keys of all subjects, those that are only another's surname included."""
        return self._entries

    def spellings_like(self, key: str, spread: int) -> Iterable[str]:
        """Spelling keys with the same first letter whose length differs by at most `spread`."""
        for length in range(len(key) - spread, len(key) + spread + 1):
            yield from self._alike.get((key[:1], length), ())

    def acronym_meanings(self, letters: str) -> tuple[str, ...]:
        """Keys of the subjects whose words have these folded initials, the weightiest first."""
        keys = [key for key, count in self._acronyms.get(letters, {}).items() if count > 0]
        known = dict.fromkeys(self.canonical(key) for key in sorted(keys))
        return tuple(sorted(known, key=lambda key: (-self.weight(key), key)))

    def meanings(self, key: str) -> tuple[str, ...]:
        """The subjects that this spelling may mean, the clearest alone or several in order.

        A curated topic wins at once; else one that has four times the weight of the next.
        """
        weighed = self._meanings.get(key, {})
        alive = [
            (weight, meant)
            for meant, weight in weighed.items()
            if meant in self._entries and weight > 0
        ]
        alive.sort(key=lambda pair: (-pair[0], pair[1]))
        fuller = [pair for pair in alive if pair[1] != key]
        if fuller and alive and self._is_surname(key, fuller[0][1]):
            alive = fuller
        if len(alive) > 1 and alive[0][0] < _CLEARLY_MEANT * alive[1][0]:
            return tuple(meant for _, meant in alive)
        return tuple(meant for _, meant in alive[:1])

    def canonical(self, key: str) -> str:
        """The key of the topic that this subject belongs to: the full name of a bare surname."""
        known = self._canonical.get(key)
        if known is None:
            meant = self.meanings(key)
            known = self._canonical[key] = meant[0] if len(meant) == 1 else key
        return known

    def members(self, key: str) -> dict[str, Subject]:
        """Article id to subject, for the topic with this canonical key.

        An article that names the person by surname alone counts too. Empty if unknown.
        """
        found: dict[str, Subject] = {}
        for own in reversed(self.own_keys(key)):
            found |= self._entries[own].by_article
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
        articles = sorted(members, key=lambda one: (-members[one].aboutness, one))
        rule = self._rules.get(key)
        name = self.display_name(key)
        return Topic(
            slug=slugify(name),
            name=name,
            aliases=self._aliases(key, name),
            articles=tuple(articles),
            kind=self.kind(key),
            weight=self.weight(key, members),
            curated=rule is not None,
        )

    def key_of(self, topic: Topic) -> str:
        """The canonical key of a topic, which need not be that of its name.

        The key of a phrase is its base form, but it is shown as most articles write it.
        """
        own = spelling_key(topic.name)
        keys = (own, *sorted(self._meanings.get(own, ())))
        known = (key for key in keys if key in self._entries)
        return next((key for key in known if self.display_name(key) == topic.name), own)

    def display_name(self, key: str) -> str:
        """How the subject with this key is written: as curated, else as most articles do."""
        rule = self._rules.get(key)
        if rule is not None:
            return rule.name
        spellings = self._entries[key].spellings
        return min(spellings, key=lambda name: (-spellings[name], name))

    def display(self, name: str) -> str:
        """The name under which somebody called `name` in one article is known across all."""
        key = self.canonical(spelling_key(name))
        return self.display_name(key) if key in self._entries else name

    def kind(self, key: str) -> NameKind:
        """What most articles take it for; a tie goes to the kind that is named first."""
        entry = self._entries.get(key)
        if entry is None:
            return "OTHER"
        kinds: tuple[NameKind, ...] = get_args(NameKind)
        return max(kinds, key=lambda kind: entry.kinds[kind])

    def weight(self, key: str, members: Mapping[str, Subject] | None = None) -> float:
        """How much the articles are about it, by kind; it orders lists of topics."""
        found = self.members(key) if members is None else members
        # fsum is exact, so that the order of the articles cannot show in the last digit
        total = fsum(subject.aboutness for subject in found.values())
        return round(total * self.factor(key, found), 4)

    def factor(self, key: str, members: Mapping[str, Subject]) -> float:
        """What a topic of this kind counts for, whatever its articles say."""
        if self.is_curated(key):
            return _CURATED_WEIGHT
        entry = self._entries.get(key)
        if entry is not None and entry.phrases == len(entry.by_article):
            return _PHRASE_WEIGHT if len(members) > 1 else _MEMBERS_OF_NO_TOPIC
        return _KIND_WEIGHT[self.kind(key)]

    def is_curated(self, key: str) -> bool:
        """Whether the operator wrote it into `config/topics.toml`."""
        return key in self._rules

    def topic_keys(self) -> tuple[str, ...]:
        """Canonical keys of all topics, the weightiest first."""
        own = [key for key in self._entries if self.canonical(key) == key]
        return tuple(sorted(own, key=lambda key: (-self.weight(key), key)))

    def subjects_of(self, article_id: str) -> tuple[Subject, ...]:
        """What one article is about, under its own keys."""
        keys = self._keys_of_article.get(article_id, ())
        return tuple(self._entries[key].by_article[article_id] for key in keys)

    def keys_of(self, article_id: str) -> tuple[str, ...]:
        """Canonical keys of the subjects of one article."""
        keys = (self.canonical(key) for key in self._keys_of_article.get(article_id, ()))
        return tuple(dict.fromkeys(keys))

    def subject(self, key: str, article_id: str) -> Subject | None:
        """What the article says of the topic with this canonical key."""
        return self.members(key).get(article_id)

    def _count(self, entry: _Entry, subject: Subject, *, sign: int) -> None:
        weight = _MEMBERS_OF_NO_TOPIC + subject.aboutness
        entry.spellings[subject.name] += sign
        for spelling in {subject.name, *subject.variants}:
            entry.variants[spelling] += sign
        entry.kinds[subject.kind] += sign
        entry.total += sign * weight
        entry.phrases += sign * subject.is_phrase
        for spelling in {subject.name, *_shorter(subject), *subject.variants}:
            meanings = self._meanings_of(spelling_key(spelling))
            if meanings.get(subject.key) != float("inf"):
                meanings[subject.key] = round(meanings.get(subject.key, 0.0) + sign * weight, 6)
        words = fold(subject.name).replace("-", " ").split()
        if len(words) > 1:
            keys = self._acronyms["".join(word[0] for word in words)]
            keys[subject.key] = keys.get(subject.key, 0) + sign

    def _meanings_of(self, spelling: str) -> dict[str, float]:
        if spelling not in self._meanings:
            self._meanings[spelling] = {}
            self._alike[spelling[:1], len(spelling)][spelling] = None
        return self._meanings[spelling]

    def _is_surname(self, key: str, full_key: str) -> bool:
        entry = self._entries.get(full_key)
        if entry is None or self.kind(full_key) != "PER":
            return False
        return key in self._surnames(full_key)

    def _surnames(self, key: str) -> tuple[str, ...]:
        """Shorter spellings under which a person may be named in other articles."""
        entry = self._entries.get(key)
        if entry is None or self.kind(key) != "PER":
            return ()
        last = {spelling_key(name.split()[-1]) for name in entry.spellings if " " in name}
        return tuple(sorted(last - {key}))

    def _aliases(self, key: str, name: str) -> tuple[str, ...]:
        """Other spellings in use, those of the curated topic first, then the most frequent."""
        rule = self._rules.get(key)
        seen: Counter[str] = Counter()
        for spelling in (key, *self._surnames(key)):
            entry = self._entries.get(spelling)
            if entry is not None and self.canonical(spelling) == key:
                seen.update(entry.variants)
        used = [spelling for spelling, count in seen.items() if count > 0]
        used.sort(key=lambda spelling: (-seen[spelling], spelling))
        chosen = (*(rule.aliases if rule else ()), *used)
        return tuple(dict.fromkeys(alias for alias in chosen if alias != name))


def _shorter(subject: Subject) -> tuple[str, ...]:
    """The surname by which a person is asked for, though the article may not use it alone."""
    words = subject.name.split()
    return (words[-1],) if subject.kind == "PER" and len(words) > 1 else ()


def slugify(name: str) -> str:
    """The name for addresses and ids: lower case ASCII, words joined by hyphens."""
    words = "".join(char if char.isalnum() and char.isascii() else " " for char in fold(name))
    return "-".join(words.split())[:60] or "thema"
