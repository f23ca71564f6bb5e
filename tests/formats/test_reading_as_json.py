from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from builders import article

from bot.core.models import Analysis, DateMention, Figure, Name, Quote, Range, Reading, Sentence
from bot.formats.reading_as_json import reading_as_dict, rejected_as_dict

TEXT = "Dorn sagte: „Ja.“ Anke Dorn kam am Montag. Es kamen 11 Boote."


def place(part: str, start: int = 0) -> Range:
    at = TEXT.index(part, start)
    return Range(at, at + len(part))


def reading(**more: Any) -> dict[str, Any]:
    ends = (TEXT.index(" Anke"), TEXT.index(" Es"), len(TEXT))
    starts = (0, ends[0] + 1, ends[1] + 1)
    fields: dict[str, Any] = {
        "article_id": "a",
        "sentences": tuple(
            Sentence(start, end, 0, (), (), ()) for start, end in zip(starts, ends, strict=True)
        ),
        "headings": (),
        "names": (),
        "quotes": (),
        "figures": (),
        "dates": (),
        "claims": (),
        "salience": (0.5, 0.9, 0.5),
        "traits": (),
        "reader_version": "1",
    }
    analysis = Analysis(**{**fields, **more})
    return json.loads(json.dumps(reading_as_dict(Reading(article(TEXT), analysis))))


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(reading()) == (
        "id language text sentences summary names quotes figures dates".split()
    )


def test_the_text_is_kept_character_for_character() -> None:
    assert reading()["text"] == TEXT


def test_the_summary_ranks_all_sentences_and_earlier_ones_first_if_equal() -> None:
    assert reading()["summary"] == [1, 0, 2]


def test_names_come_one_per_mention_in_the_order_of_the_text() -> None:
    person = Name("Anke Dorn", "PER", (place("Dorn"), place("Anke Dorn")))
    thing = Name("Boote", "OTHER", (place("Boote"),))
    assert [
        (one["start"], one["type"], one["name"]) for one in reading(names=(thing, person))["names"]
    ] == [
        (0, "PER", "Anke Dorn"),
        (18, "PER", "Anke Dorn"),
        (55, "OTHER", "Boote"),
    ]


def test_a_quote_names_its_speaker() -> None:
    words = place("„Ja.“")
    quote = Quote(words, "direct", words, "sagte", place("Dorn"), "Anke Dorn")
    assert reading(quotes=(quote,))["quotes"] == [
        {
            "start": 12,
            "end": 17,
            "mode": "direct",
            "speaker": {"start": 0, "end": 4, "name": "Anke Dorn"},
            "verb": "sagte",
        }
    ]


def test_a_speaker_without_a_joined_name_is_named_as_written() -> None:
    words = place("„Ja.“")
    quote = Quote(words, "direct", words, "sagte", place("Dorn"))
    assert reading(quotes=(quote,))["quotes"][0]["speaker"]["name"] == "Dorn"


def test_an_unknown_speaker_is_null() -> None:
    words = place("„Ja.“")
    assert reading(quotes=(Quote(words, "direct", words),))["quotes"][0]["speaker"] is None


def test_a_figure_has_value_unit_and_what_it_counts() -> None:
    figure = Figure(place("11 Boote"), 11, "", "Boote", "min")
    assert reading(figures=(figure,))["figures"] == [
        {"start": 52, "end": 60, "value": 11, "unit": "", "counts": "Boote", "qualifier": "min"}
    ]


def test_an_unresolved_date_is_null() -> None:
    mention = DateMention(place("am Montag"), None, "day")
    assert reading(dates=(mention,))["dates"] == [
        {"start": 32, "end": 41, "date": None, "precision": "day", "resolved_from": None}
    ]


@dataclass(frozen=True)
class Broken:
    id: str | None
    error: str


def test_a_record_that_is_no_article_gives_its_id_and_the_reason() -> None:
    assert rejected_as_dict(Broken(None, "no text")) == {"id": None, "error": "no text"}
