"""Subjects of many articles joined to topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import subject

from bot.core.models import TopicRule
from bot.core.outcomes import CardFound
from bot.core.topics import TopicIndex, slugify

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading
    from bot.library import Library


def test_a_bare_surname_belongs_to_the_person_named_in_full_elsewhere() -> None:
    index = TopicIndex()
    index.add("a", [subject("Elon Musk", "PER")])
    index.add("b", [subject("Musk", "PER")])
    assert set(index.members("elonmusk")) == {"a", "b"}
    assert index.display("de", "Musk") == "Elon Musk"


def test_a_surname_that_two_share_stays_apart() -> None:
    index = TopicIndex()
    index.add("a", [subject("Anna Weiß", "PER")])
    index.add("b", [subject("Bernd Weiß", "PER")])
    index.add("c", [subject("Weiß", "PER")])
    assert set(index.members("annaweiss")) == {"a"}
    assert index.display("de", "Weiß") == "Weiß"


def test_an_article_that_is_removed_leaves_no_trace() -> None:
    index = TopicIndex()
    index.add("a", [subject("Stargate")])
    index.add("b", [subject("DeepSeek")])
    index.remove("a")
    assert index.topic("deepseek") is not None
    assert "stargate" not in index
    assert index.meanings("stargate") == ()
    assert index.topic("stargate") is None


def test_a_new_version_of_an_article_replaces_the_old() -> None:
    index = TopicIndex()
    index.add("a", [subject("Stargate")])
    index.add("a", [subject("DeepSeek")])
    assert index.topic("deepseek") is not None
    assert index.topic("stargate") is None


def test_the_order_of_articles_does_not_matter() -> None:
    rows = [("a", subject("SoftBank", "ORG")), ("b", subject("Softbank", "ORG", 0.3))]
    there, back = TopicIndex(), TopicIndex()
    for article_id, one in rows:
        there.add(article_id, [one])
    for article_id, one in reversed(rows):
        back.add(article_id, [one])
    assert there.topic("softbank") == back.topic("softbank")


def test_a_curated_topic_keeps_its_name_and_leads_the_list() -> None:
    index = TopicIndex((TopicRule("Klinikreform", aliases=("Krankenhausreform",)),))
    index.add("a", [subject("Krankenhausreform", about=0.4), subject("Klinikreform", about=0.4)])
    index.add("b", [subject("Berlin", "LOC", 0.9)])
    topic = index.topic("klinikreform")
    assert topic is not None
    assert topic.name == "Klinikreform"
    assert topic.curated
    assert index.weight("klinikreform") > index.weight("berlin")
    assert index.meanings("krankenhausreform") == ("klinikreform",)


def test_a_slug_is_ascii_and_never_empty() -> None:
    assert slugify("Müllers Straße & Söhne") == "muellers-strasse-soehne"
    assert slugify("…") == "thema"


def test_an_excluded_word_keeps_a_sentence_out_of_a_curated_topic(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    rule = TopicRule("Stargate", excluded=("Kinofilm",))
    film = read("Der Kinofilm Stargate läuft heute im Fernsehen. Er ist lang und bunt.", id="film")
    news = read("Das Projekt Stargate wird in Texas gebaut. Es kostet viel Geld.", id="news")
    library = library_of(film, news, rules=(rule,))
    assert [line.articles for line in library.topics() if line.name == "Stargate"] == [1]


def test_terms_make_a_curated_topic_when_three_sentences_hold_one(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    rule = TopicRule("Bahnstreik", terms=("Lokführer", "Ausstand"))
    text = (
        "Die Lokführer legen am Montag die Arbeit nieder. Der Ausstand dauert drei Tage. "
        "Viele Lokführer wollen mehr Lohn. Die Züge fallen aus."
    )
    library = library_of(read(text, id="a"), rules=(rule,))
    assert [line.name for line in library.topics() if line.curated] == ["Bahnstreik"]


def test_a_town_whose_name_looks_like_a_plural_is_one_topic(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "In Sonnlingen regnet es. Der Regen in Sonnlingen hört nicht auf, sagte Jürgen Süß. "
        "Süß wohnt in Sonnlingen."
    )
    found = library_of(read(text, id="eins", title="Regen in Sonnlingen")).brief("Sonnlingen")
    assert isinstance(found, CardFound)
    assert found.card.name == "Sonnlingen"
