"""How learned weights and rules find names together. The weights here are told, not learned."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.reading.drafting import cut_draft
from bot.core.reading.name_decoding import decode_names
from bot.core.reading.name_lines import Lexicon, lay_out
from bot.core.reading.name_scoring import LABELS
from bot.core.reading.names import find_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.core.models import Name
    from bot.core.reading.name_decoding import Stretch
    from bot.lemmas import DictionaryLemmatiser

LIFT = 1 << 20


class Told:
    """Weights of the words that a test names: points by label."""

    def __init__(self, moves: tuple[tuple[int, ...], ...] = (), **words: dict[str, int]) -> None:
        self._moves = moves or ((0,) * len(LABELS),) * len(LABELS)
        self._words = {f"0w{word.lower()}": points for word, points in words.items()}

    def points(self, attributes: Iterable[str]) -> int:
        total = 0
        for attribute in attributes:
            for label, points in self._words.get(attribute, {}).items():
                total += points << (32 * LABELS.index(label))
        return total + sum(LIFT << (32 * place) for place in range(len(LABELS)))

    def moves(self) -> tuple[tuple[int, ...], ...]:
        return self._moves

    def listed(self, _word: str) -> str:
        return ""


@pytest.fixture
def find(lemmatiser: DictionaryLemmatiser) -> Callable[..., dict[str, str]]:
    def found(text: str, tagger: Told | None, **more: str) -> dict[str, str]:
        draft = cut_draft(article(text, **more), lemmatiser)
        names: tuple[Name, ...] = find_names(draft, lemmatiser=lemmatiser, tagger=tagger)
        return {name.name: name.kind for name in names}

    return found


SURE = 5_000
PERSON = {"B-PER": SURE}
TOWN = {"B-LOC": SURE}


def test_a_word_that_only_the_weights_know_becomes_a_name(find: Callable[..., dict]) -> None:
    text = "Dort liegt, wie man weiß, Quellbronn am Hang."
    assert find(text, None) == {}
    assert find(text, Told(Quellbronn=TOWN)) == {"Quellbronn": "LOC"}


def test_beginning_and_inside_make_one_name(find: Callable[..., dict]) -> None:
    told = Told(Grüner={"B-ORG": SURE}, Faden={"I-ORG": SURE})
    assert find("Später half ihr Grüner Faden weiter.", told) == {"Grüner Faden": "ORG"}


def test_an_inside_without_a_beginning_is_no_name(find: Callable[..., dict]) -> None:
    told = Told(Faden={"I-ORG": SURE})
    assert find("Später half ihr Faden.", told) == {}


@pytest.mark.parametrize("last", ["II", "XIV", "K"])
def test_the_stop_after_a_number_or_an_initial_belongs_to_the_person(
    find: Callable[..., dict], last: str
) -> None:
    told = Told(Wenzolf={"B-PER": SURE}, **{last: {"I-PER": SURE}})
    assert find(f"Später half Wenzolf {last}. dem Ort.", told) == {f"Wenzolf {last}.": "PER"}


def test_the_stop_after_a_person_ends_the_sentence(find: Callable[..., dict]) -> None:
    told = Told(Wenzolf={"B-PER": SURE}, Krost={"I-PER": SURE})
    assert find("Später half Wenzolf Krost. Es half.", told) == {"Wenzolf Krost": "PER"}


def test_a_sure_rule_keeps_its_extent(find: Callable[..., dict]) -> None:
    told = Told(Abend={"B-PER": SURE}, Petra={"I-PER": SURE}, Vossbeck={"I-PER": SURE})
    assert find("Gegen Abend Petra Vossbeck.", told) == {"Petra Vossbeck": "PER"}


def test_a_family_name_known_from_elsewhere_keeps_its_extent(find: Callable[..., dict]) -> None:
    text = "Petra Vossbeck ging. Das Bündnis Vossbeck hielt."
    told = Told(Bündnis={"B-ORG": SURE}, Vossbeck={"I-ORG": SURE})
    assert find(text, told) == {"Petra Vossbeck": "PER"}


def test_a_listed_name_stays_though_the_weights_doubt_it(find: Callable[..., dict]) -> None:
    assert find("Morgen fährt sie nach Berlin.", Told(Berlin={"O": SURE})) == {"Berlin": "LOC"}


def test_what_is_half_believed_falls_by_doubt(find: Callable[..., dict]) -> None:
    text = "Für die Anlage von Brontal gilt das; auf Brontal folgt nichts."
    assert "Brontal" in find(text, None)
    assert find(text, Told(Brontal={"O": SURE})) == {}


@pytest.mark.parametrize("word", ["Dollar", "Montag", "Chinesen", "Amerikanerin"])
def test_calendar_money_and_peoples_are_no_names(find: Callable[..., dict], word: str) -> None:
    assert find(f"Später kam {word} hinzu.", Told(**{word: PERSON})) == {}


@pytest.mark.parametrize("word", ["Elmstädtische", "US-amerikanischen", "Elmstädter"])
def test_an_adjective_made_of_a_place_is_no_place(find: Callable[..., dict], word: str) -> None:
    text = f"Später kam die {word} Verwaltung hinzu."
    assert find(text, Told(**{word: TOWN})) == {}


def test_a_role_is_no_part_of_the_person(find: Callable[..., dict]) -> None:
    told = Told(Fotograf={"B-PER": SURE}, Brosowski={"I-PER": SURE})
    assert find("Später kam Fotograf Brosowski hinzu.", told) == {"Brosowski": "PER"}


@pytest.mark.parametrize("mark", ["/", ", ", " (", ": ", " „"])
def test_a_name_ends_at_a_mark(find: Callable[..., dict], mark: str) -> None:
    told = Told(Quellbronn=TOWN, Elmstadt={"I-LOC": 2 * SURE, "B-LOC": SURE})
    found = find(f"Es geht um Quellbronn{mark}Elmstadt.", told)
    assert found == {"Quellbronn": "LOC", "Elmstadt": "LOC"}


def test_the_name_in_a_compound_stays_apart_from_the_rest(find: Callable[..., dict]) -> None:
    text = "Der Oracle-Konzern wächst."
    assert find(text, Told(**{"Oracle-Konzern": {"B-ORG": SURE}})) == {"Oracle": "ORG"}


def test_english_is_left_to_the_rules(find: Callable[..., dict]) -> None:
    text = "The mayor saw Quellbronn near London."
    told = Told(Quellbronn=TOWN, mayor=PERSON, London=PERSON)
    assert find(text, told, language="en") == find(text, None, language="en")


def test_an_ordinary_noun_behind_its_article_is_not_even_looked_at() -> None:
    assert stretches("das Haus", Told(Haus=PERSON)) == ()


class Listening(Told):
    """Also remembers what it was asked."""

    def __init__(self, **words: dict[str, int]) -> None:
        super().__init__(**words)
        self.asked: set[str] = set()

    def points(self, attributes: Iterable[str]) -> int:
        own = tuple(attributes)
        self.asked.update(own)
        return super().points(own)


@pytest.mark.parametrize(("against", "is_asked"), [(4_500, False), (3_500, True)])
def test_neighbours_are_asked_only_about_what_may_be_a_name(
    against: int, *, is_asked: bool
) -> None:
    told = Listening(Quellbronn={"O": against})
    stretches("kalt war Quellbronn", told)
    assert "0wquellbronn" in told.asked
    assert ("-1lwar" in told.asked) is is_asked


@pytest.mark.parametrize(("against", "is_asked"), [(500, False), (300, True)])
def test_one_word_that_may_belong_to_a_name_opens_the_whole_run(
    against: int, *, is_asked: bool
) -> None:
    told = Listening(Grüner={"O": 500}, Faden={"O": against})
    stretches("kalt war Grüner Faden", told)
    assert ("-1lwar" in told.asked) is is_asked


def test_weights_are_not_asked_where_the_rules_are_sure(find: Callable[..., dict]) -> None:
    told = Listening()
    assert find("Morgen fährt sie nach Berlin, wie man weiß.", told) == {"Berlin": "LOC"}
    assert "0wberlin" not in told.asked


WORDS = ("Aaa", "Bbb", "Ccc")
POINTS = st.dictionaries(st.sampled_from(LABELS), st.integers(-9, 9))


@given(
    rows=st.lists(POINTS, min_size=1, max_size=3),
    moves=st.lists(st.integers(-9, 9), min_size=81),
)
def test_the_labelling_found_is_the_best_of_all(
    rows: list[dict[str, int]], moves: list[int]
) -> None:
    table = tuple(tuple(moves[9 * row : 9 * row + 9]) for row in range(9))
    words = WORDS[: len(rows)]
    told = Told(table, **dict(zip(words, rows, strict=True)))
    own = [0] * len(words)
    for stretch in stretches(" ".join(words), told):
        for guess in stretch.guesses:
            own[guess.first] = LABELS.index(f"B-{guess.kind}")
            for number in range(guess.first + 1, guess.last + 1):
                own[number] = LABELS.index(f"I-{guess.kind}")
    every = list(product(range(9), repeat=len(words)))
    best = max(worth(labels, rows, table) for labels in every)
    unique = [labels for labels in every if worth(labels, rows, table) == best]
    assert tuple(own) in unique or len(unique) > 1


@pytest.mark.parametrize(("count", "trials"), [(1, 500), (2, 4_000), (3, 500)])
def test_what_is_left_out_holds_no_name(count: int, trials: int) -> None:
    chance = random.Random(count)  # noqa: S311 -- no secrets
    left_out = 0
    for _ in range(trials):
        moves = [chance.randint(-9, 9) for _ in range(81)]
        moves[0] += chance.randint(0, 20)
        table = tuple(tuple(moves[9 * row : 9 * row + 9]) for row in range(9))
        rows = [{label: chance.randint(-3, 3) for label in LABELS} for _ in range(count)]
        for row in rows:
            row["O"] += chance.randint(0, 9)
        told = Told(table, **dict(zip(WORDS, rows, strict=False)))
        if not stretches(" ".join(WORDS[:count]), told):
            left_out += 1
            every = product(range(9), repeat=count)
            outside = worth((0,) * count, rows, table)
            assert outside == max(worth(labels, rows, table) for labels in every)
    assert left_out > 10


def worth(
    labels: tuple[int, ...], rows: list[dict[str, int]], moves: tuple[tuple[int, ...], ...]
) -> float:
    total, before = 0.0, 0
    for label, row in zip(labels, rows, strict=True):
        if LABELS[label][0] == "I" and LABELS[before][1:] != LABELS[label][1:]:
            return float("-inf")
        total += moves[before][label] + row.get(LABELS[label], 0)
        before = label
    return total + moves[before][0]


class Words:
    """A dictionary of two words."""

    def lemma(self, word: str, language: str) -> str:  # noqa: ARG002 -- the port has it
        return word

    def is_known(self, word: str, language: str) -> bool:  # noqa: ARG002 -- the same
        return word.lower() in {"haus", "das"}


def stretches(text: str, told: Told) -> tuple[Stretch, ...]:
    lexicon = Lexicon(Words(), "de")
    draft = cut_draft(article(text), Words())
    line = lay_out(draft.units[0], text)
    return decode_names(line, (), lexicon, tagger=told)


def test_a_word_with_a_digit_belongs_to_one_run_of_words() -> None:
    found = stretches("Gemessen wird die 7TI (7-Tage-Schnitt) am Morgen.", Told())
    taken = [number for one in found for number in range(one.first, one.last + 1)]
    assert len(taken) == len(set(taken))
