from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from dialogue.invented import card, english_card, full_card, full_digest, line, point

from bot.core.models import Span
from bot.dialogue.answers import (
    Answer,
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    NoticeAnswer,
    Silence,
    StatusAnswer,
    TopicListAnswer,
)
from bot.formats.as_json import answer_as_dict, card_as_dict, digest_as_dict, topics_as_dict


def card_json() -> dict[str, object]:
    return json.loads(json.dumps(card_as_dict(full_card())))


def test_the_keys_of_a_card_stand_in_the_order_of_the_contract() -> None:
    assert list(card_json()) == (
        "schema id status as_of language topic lead changes changed_since facts figures voices "
        "disputed open timeline related sources counts method".split()
    )


def test_what_answers_a_question_has_a_key_of_its_own_before_the_lead() -> None:
    said = point("Es kostet 40 Millionen Euro.", 1)
    written = card_as_dict(card(answers=(said,)))
    assert [one["text"] for one in json.loads(json.dumps(written))["answers"]] == [said.text]
    assert list(written)[list(written).index("answers") + 1] == "lead"


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("lead", "text kind spans sources"),
        ("facts", "text kind spans sources"),
        ("changes", "kind point before"),
        ("figures", "value unit counts wording point"),
        ("voices", "speaker role mode verb stance towards point"),
        ("disputed", "points"),
        ("open", "text kind spans sources"),
        ("timeline", "date precision resolved_from point"),
        ("sources", "n id title outlet published url language kind"),
    ],
)
def test_each_part_has_the_keys_of_the_contract(part: str, keys: str) -> None:
    items = card_json()[part]
    assert isinstance(items, list)
    assert all(list(item) == keys.split() for item in items)


def test_the_topic_is_an_object_of_its_own() -> None:
    assert card_json()["topic"] == {
        "slug": "hafenbrücke",
        "name": "Hafenbrücke",
        "aliases": ["Neue Hafenbrücke"],
        "matched": "exact",
    }


def test_a_point_carries_its_spans_and_sources() -> None:
    assert card_as_dict(card())["lead"] == [
        {
            "text": "Über Hafenbrücke wird gestritten.",
            "kind": "verbatim",
            "spans": [{"article": "artikel-1", "start": 0, "end": 33}],
            "sources": [1],
        }
    ]


def test_supports_are_given_where_there_are_any() -> None:
    backed = point("Der Bau hat begonnen.", 1)
    backed = type(backed)(
        backed.text, backed.kind, backed.spans, backed.sources, (Span("artikel-2", 3, 9),)
    )
    (written,) = json.loads(json.dumps(card_as_dict(card(lead=(backed,)))))["lead"]
    assert written["supports"] == [{"article": "artikel-2", "start": 3, "end": 9}]


def test_what_is_unknown_is_null() -> None:
    written = json.loads(json.dumps(card_as_dict(english_card())))
    assert written["as_of"] is None
    assert written["voices"][1]["role"] is None
    assert written["sources"][0]["outlet"] is None


def test_the_method_says_that_nothing_was_rephrased() -> None:
    assert card_json()["method"] == {"kind": "extractive", "version": "1"}


def test_a_digest_holds_its_entries_with_their_cards() -> None:
    written = json.loads(json.dumps(digest_as_dict(full_digest())))
    assert written["date"] == "2025-03-07"
    assert written["counts"] == {"topics": 2, "articles": 6}
    assert [entry["status"] for entry in written["entries"]] == ["new", "updated"]
    assert [entry["first_on"] for entry in written["entries"]] == [None, "2025-03-04"]
    assert written["entries"][1]["card"]["topic"]["name"] == "Hafenbrücke"
    assert written["unchanged"] == ["Ostmarkt", "Stadtfest"]


def test_topics_are_listed_with_counts_and_newest_date() -> None:
    written = topics_as_dict((line("Lunebad"), line("Ostmarkt", 1, None)))
    assert json.loads(json.dumps(written))["topics"] == [
        {
            "slug": "lunebad",
            "name": "Lunebad",
            "articles": 2,
            "outlets": 1,
            "newest": "2025-03-05",
            "weight": 2.0,
            "curated": False,
        },
        {
            "slug": "ostmarkt",
            "name": "Ostmarkt",
            "articles": 1,
            "outlets": 1,
            "newest": None,
            "weight": 1.0,
            "curated": False,
        },
    ]


def test_nothing_found_says_what_may_have_been_meant() -> None:
    assert answer_as_dict(NotFoundAnswer("lunbad", ("Lunebad",), 14)) == {
        "schema": 1,
        "answer": "not_found",
        "query": "lunbad",
        "suggestions": ["Lunebad"],
        "counts": {"articles": 14},
    }


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (CardAnswer(full_card()), "card"),
        (DigestAnswer(full_digest(), datetime(2025, 3, 6, tzinfo=UTC)), "digest"),
        (TopicListAnswer((line("Lunebad"),), 1, 2), "topics"),
        (ChoiceAnswer("dorn", ("A", "B")), "choice"),
        (NotFoundAnswer("x", (), 0), "not_found"),
        (StatusAnswer(1, 1, (), paused=False, looked_at=None), "status"),
        (NoticeAnswer("followed", "Lunebad", "/digest unfollow Lunebad"), "followed"),
        (HelpAnswer(), "help"),
        (Silence(), "silence"),
    ],
)
def test_every_answer_names_its_kind(answer: Answer, kind: str) -> None:
    assert json.loads(json.dumps(answer_as_dict(answer)))["answer"] == kind


def test_the_same_card_gives_the_same_bytes() -> None:
    first, second = card_as_dict(full_card()), card_as_dict(full_card())
    assert json.dumps(first) == json.dumps(second)


def test_dates_are_iso() -> None:
    digest = digest_as_dict(full_digest())
    assert digest["since"] == date(2025, 3, 6).isoformat()


def test_a_source_names_its_author_where_one_is_known() -> None:
    first, *others = full_card().sources
    known = replace(full_card(), sources=(replace(first, author="Anna Beispiel"), *others))
    sources = card_as_dict(known)["sources"]
    assert isinstance(sources, list)
    assert [one.get("author") for one in sources] == ["Anna Beispiel", *(None for _ in others)]
    assert list(sources[0])[-1] == "author"
