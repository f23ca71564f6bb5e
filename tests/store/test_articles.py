"""Articles come back as they went in, and are found by their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from store.orders import MORNING, reading

from bot.core.fingerprints import fingerprint
from bot.store.article_rows import Filed
from bot.store.articles import Shelved

if TYPE_CHECKING:
    from bot.store import Store


def put(store: Store, words: str, **more: str | None) -> None:
    store.articles.put(reading(words, **more), now=MORNING)


def test_a_reading_comes_back_as_it_went_in(store: Store) -> None:
    one = reading("Der Hafen wächst")
    article = replace(
        one.article,
        title="Neues „vom“ Kai",
        kind="opinion",
        outlet="Kurier",
        published_at=datetime(2025, 1, 20, 4, 5, 6, 7, tzinfo=UTC),
        url="https://example.org/a?b=ü",
    )
    whole = replace(one, article=article)
    store.articles.put(whole, now=MORNING)
    assert store.articles.load(["a"]) == (whole,)


@pytest.mark.parametrize(
    "text", ["", "\x00\x1f", "\ud800 allein", "\u202e💥\u0301", "a\r\n\u2028b"]
)
def test_any_text_is_kept_character_for_character(store: Store, text: str) -> None:
    one = reading("Hafen")
    odd = replace(one, article=replace(one.article, text=text))
    store.articles.put(odd, now=MORNING)
    assert store.articles.load(["a"]) == (odd,)


def test_characters_that_no_database_takes_do_not_stop_an_article(store: Store) -> None:
    one = reading("Hafen")
    odd = replace(one, article=replace(one.article, title="a\x00b", url="\udc80"))
    store.articles.put(odd, now=MORNING)
    assert store.articles.load(["a"])[0].article.title == "a\ufffdb"


def test_readings_come_in_the_order_asked_for(store: Store) -> None:
    store.articles.put_all([Shelved(reading("x", id=one)) for one in "abc"], now=MORNING)
    found = store.articles.load(["c", "nichts", "a"])
    assert [one.article.id for one in found] == ["c", "a"]


def test_a_list_of_articles_says_what_must_be_read_again(store: Store) -> None:
    one = reading("Hafen", version="7")
    store.articles.put(one, path="ordner/a.txt", now=MORNING)
    (stored,) = store.articles.list_stored()
    assert stored.text_hash == fingerprint(one.article)
    assert (stored.reader_version, stored.path, stored.first_seen_at) == (
        "7",
        "ordner/a.txt",
        MORNING,
    )


def test_another_title_is_another_fingerprint() -> None:
    one = reading("Hafen").article
    assert fingerprint(one) != fingerprint(replace(one, title="Anders"))


def test_a_replaced_article_keeps_when_it_was_first_seen(store: Store) -> None:
    put(store, "alt")
    store.articles.put(reading("neu", on="2025-01-21"), now=MORNING + timedelta(days=1))
    (stored,) = store.articles.list_stored()
    assert stored.first_seen_at == MORNING
    assert store.articles.load(["a"])[0].article.text == "neu"


def test_a_replaced_article_is_found_by_its_new_words_alone(store: Store) -> None:
    put(store, "alt")
    put(store, "neu")
    assert store.articles.search([["alt"]], limit=10) == ()
    assert store.articles.search([["neu"]], limit=10) == ("a",)


def test_a_removed_article_is_gone(store: Store) -> None:
    put(store, "Hafen")
    assert store.articles.remove(["a", "nie"]) == 1
    assert store.articles.search([["hafen"]], limit=10) == ()
    assert store.articles.load(["a"]) == ()
    assert {name for name, rows in store.counts().items() if rows} == {"gone"}


def test_one_form_of_every_word_must_be_there(store: Store) -> None:
    put(store, "Hafen Wärmenetz", id="beides")
    put(store, "Hafen", id="eins")
    found = store.articles.search([["hafen", "port"], ["waermenetz", "wärmenetz"]], limit=10)
    assert found == ("beides",)


def test_the_newest_come_first_and_those_without_a_day_last(store: Store) -> None:
    for name, day in (("a", "2024-12-31"), ("b", None), ("c", "2025-01-02"), ("d", "2025-01-01")):
        put(store, "Hafen", id=name, on=day)
    assert store.articles.search([["hafen"]], limit=10) == ("c", "d", "a", "b")
    assert store.articles.search([["hafen"]], limit=2) == ("c", "d")


def test_the_order_of_filling_makes_no_difference(store: Store) -> None:
    names = [f"n{number}" for number in range(30)]
    store.articles.put_all([Shelved(reading("Hafen", id=one)) for one in names], now=MORNING)
    first = store.articles.search([["hafen"]], limit=7)
    store.articles.remove(names)
    store.articles.put_all([Shelved(reading("Hafen", id=one)) for one in names[::-1]], now=MORNING)
    assert store.articles.search([["hafen"]], limit=7) == first


@pytest.mark.parametrize(
    "word",
    ["at&t", "4,5", "30-jährig", "musk's", "o'neill", 'a"b', "c++", "stra\u00dfe", "x_y", "\\"],
)
def test_marks_inside_a_word_are_part_of_it(store: Store, word: str) -> None:
    put(store, f"das {word} dort", id="a")
    put(store, "t 5 30 musk a b c x y", id="b")
    assert store.articles.search([[word]], limit=10) == ("a",)


@pytest.mark.parametrize("wanted", [[], [[]], [["hafen"], []], [[""]]])
def test_a_search_without_words_finds_nothing(store: Store, wanted: list[list[str]]) -> None:
    put(store, "Hafen")
    assert store.articles.search(wanted, limit=10) == ()


def test_operators_in_a_question_are_only_words(store: Store) -> None:
    put(store, "rank match")
    for word in ("or", "near", '"', "*", "(a", "a | !b", "'; drop"):
        store.articles.search([[word]], limit=10)
    assert store.articles.search([["rank"], ["match"]], limit=10) == ("a",)


def test_a_very_long_article_is_kept_and_found(store: Store) -> None:
    words = " ".join(f"wort{number:06}" + "x" * 40 for number in range(30_000))
    put(store, "Hafen " + words + " " + "y" * 5000)
    assert store.articles.search([["hafen"]], limit=10) == ("a",)


def test_an_analysis_that_cannot_be_read_is_marked_to_be_read_again(store: Store) -> None:
    put(store, "Hafen")
    put(store, "Kai", id="b")
    with store.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE article_body SET analysis = text WHERE number ="
            " (SELECT number FROM article WHERE id = 'a')"
        )
    assert [one.article.id for one in store.articles.load(["a", "b"])] == ["b"]
    assert {one.id: one.reader_version for one in store.articles.list_stored()} == {
        "a": "",
        "b": "1",
    }


def test_extracts_are_kept_beside_the_articles(store: Store) -> None:
    store.articles.put(reading("Hafen"), extract=b"\x00\xff", now=MORNING)
    assert list(store.articles.list_extracts()) == [("a", Filed(b"\x00\xff", MORNING))]


def test_two_articles_with_the_same_number_are_both_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.article_rows.number_of", lambda _id, _day: 7)
    store.articles.put_all([Shelved(reading("Hafen", id=one)) for one in "ab"], now=MORNING)
    put(store, "Hafen", id="c")
    assert store.articles.search([["hafen"]], limit=10) == ("a", "b", "c")
    assert store.articles.count() == 3


def test_many_are_stored_together_or_not_at_all(store: Store) -> None:
    broken = reading("Hafen", id="b")
    wrong = replace(broken, article=replace(broken.article, language=None))  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"(?i)null"):
        store.articles.put_all([Shelved(reading("Kai")), Shelved(wrong)], now=MORNING)
    assert store.articles.count() == 0
