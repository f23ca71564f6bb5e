"""Where sentences end, in German and English."""

from __future__ import annotations

import gzip
import json
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Language, Range
from bot.core.reading.sentences import split_sentences

if TYPE_CHECKING:
    from pathlib import Path


def split(text: str, language: Language = "de") -> list[str]:
    parts = split_sentences(text, Range(0, len(text)), language)
    return [text[part.start : part.end] for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "Das gilt z. B. für Köln und z.B. für Bonn.",
        "Die Firma Dr. Holm baut u. a. Boote, Nr. 4 bzw. Nr. 5 sowie ca. 3 Flöße.",
        "Es kostet 3,5 Mio. Euro und später 2 Mrd. Euro.",
        "Am 3. Oktober begann im 19. Jahrhundert die 2. Runde.",
        "Vom 24./25. Mai bis 5. 6. 2021 war zu.",
        "Friedrich II. regierte lange, Ludwig XIV. Frankreichs König auch.",
        "Für George W. Holm und J. R. R. Brandt war es schwer.",
        "Er fuhr 20.45 Uhr nach www.beispiel.de und zahlte 1.250,50 Euro.",
        "Das war um 1500 v. Chr. im Süden.",
        "Prof. Holm und ihr stellv. Leiter reden, evtl. Montag.",
        "„Warum?“, fragte er.",
        "„Warum?“ fragte er.",
        "„Halt!“ rief sie und ging.",
        "Er schwieg … und ging.",
        "Sie sagte: „Das wird gut.“",
        "Der Rat (gegründet 1970. Sitz: Bern) tagt heute.",
        "Wien. – Die Stadt baut wieder.",
        "Die Börse schloss leichter. (dpa)",
        "Hrsg. Anna Holm legte ihn vor.",
        "Am 1.03. 2016 kam er nach Bern.",
        "Der Konzern Yahoo! Deutschland zog um.",
        "Gemeint ist § 5 Abs. 2 S. 3 der Satzung, vgl. Art. 7.",
        "Er wohnt in der Lindenstr. 4 und sie in der Holmer Str. 5.",
        "Am 9.12. Nachmittag kam er.",
        "Es bleibt bis mindestens 20. Dezember zu.",
        "Mag. Holm zahlt max. Gebühren.",
        "Der lat. Name ist lang.",
    ],
)
def test_a_german_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Holm and Dr. Brandt met at 5 p.m. on Jan. 5 in St. Louis.",
        "It is no. 5 on page pp. 3, e.g. here.",
        '"Why?" Holm asked.',
        "She works for Acme Inc. in the U.S. Senate.",
        "J. R. Holm wrote 3.5 books.",
        "SEN. HOLM MEETS GOV. BRANDT",
        "J. D. Holm and J. A. Brandt met S. T. Olsen.",
        "They meet at 5 p.m. Friday, at 6 a.m. EST, at 7 a.m. Dec. 3 and at 8 p.m. Berlin time.",
        "Gov. Holm and Rep. Brandt talked to Prof. Olsen.",
    ],
)
def test_an_english_sentence_stays_whole(text: str) -> None:
    assert split(text, "en") == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Er wurde im Jahr 1914 geboren.", "Danach zog er um."),
        ("Das geschah 1914.", "Holm war dabei."),
        ("Sie kam auf Platz 3.", "Bern folgte."),
        ("Es sind 60 m.", "Zwei gingen."),
        ("Er mag Äpfel, Birnen etc.", "Die Ernte war gut."),
        ("Es kam zu Ludwig XIV.", "Der König lachte."),
        ("Angeklagt ist Peter S.", "Der Mann schweigt."),
        ("Er wohnt in der Lindenstr. 4.", "Holm wohnt daneben."),
        ("Sie wohnt am Marktplatz 12.", "Holm wohnt daneben."),
        ("Er wohnt in der Lindenstr.", "Die ist lang."),
        ("Der Bus kommt um 9.15.", "Holm wartet."),
        ("Der Bus kommt um 9.10.", "Holm wartet."),
        ("Sie nimmt Vitamin D.", "Holm nimmt keins."),
        ("Bern ist in Gruppe B.", "Holm freut sich."),
        ("Bis Bern sind es 60 km.", "Holm geht zu Fuß."),
        ("Der Sack wiegt 25 kg.", "Holm trägt ihn."),
        ("Er fährt mit dem Pkw.", "Holm läuft."),
        ("Sie weiß, was er mag.", "Holm weiß es nicht."),
        ("Das ist Sache von Anna und Max.", "Holm weiß nichts."),
        ("Das steht bei der LAT.", "Holm schweigt."),
        ("Das ist Phase III.", "Holm wartet."),
        ("Es gibt Äpfel, Birnen usw.", "Holm isst alles."),
        ("Es gibt Äpfel, Birnen etc.", "Holm isst alles."),
        ("Das ist eine Frage dieser Art.", "Holm weiß das."),
        ("„Das soll so sein.“", "Danach ging sie."),
        ('"Das soll so sein."', "Danach ging sie."),
        ("Kommt er?", "Ja."),
        ("Niemand weiß, was er mag.", "Das sagt Max."),
        ("Es reicht!", "„Wir gehen.“"),
        ("Er kam.", "(Sie blieb fort.)"),
        ("Und dann ging er …", "Niemand sah ihn."),
        ("Der Preis fiel.", "2009 stieg er."),
        ("Es ist still.", "eBay wächst."),
        ("Alle gingen.", "– Nur er nicht."),
        ("Er sagte: „Ich komme.", "Ich bleibe auch.“"),
    ],
)
def test_two_german_sentences_are_told_apart(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They moved to the U.S.", "The rest stayed."),
        ("He met Acme Inc.", "It was late."),
        ('"No."', "He left."),
        ("It was she and I.", "They agreed."),
        ("It closes at 11 p.m.", "Tickets are cheap."),
        ("It closes at 11 p.m.", "J. D. Holm was there."),
        ("We need a plan B.", "Holm has one."),
        ("It is 60 km.", "Holm walks."),
        ("There are apples, pears, etc.", "Holm eats all."),
        ("He came fifth in 5.", "She won."),
    ],
)
def test_two_english_sentences_are_told_apart(first: str, second: str) -> None:
    assert split(f"{first} {second}", "en") == [first, second]


def test_tokenised_lower_case_text_is_split() -> None:
    text = (
        "( abc ) two boats sank . and dr. holm swam . `` it was cold , '' said holm . '' he left ."
    )
    assert split(text, "en") == [
        "( abc ) two boats sank .",
        "and dr. holm swam .",
        "`` it was cold , '' said holm . ''",
        "he left .",
    ]


def test_a_straight_mark_between_spaces_closes_what_was_opened() -> None:
    assert split('Er rief: " Wir gehen. " Danach war Ruhe.') == [
        'Er rief: " Wir gehen. "',
        "Danach war Ruhe.",
    ]


def test_french_marks_between_spaces_close_too() -> None:
    assert split("« Wir gehen. » Danach war Ruhe.") == ["« Wir gehen. »", "Danach war Ruhe."]


def test_sentences_that_were_run_together_are_split() -> None:
    assert split("Das war gestern.Heute regnet es.") == ["Das war gestern.", "Heute regnet es."]


def test_a_text_without_capitals_is_split_at_its_full_stops() -> None:
    assert split("das war gut. jetzt gehen wir.") == ["das war gut.", "jetzt gehen wir."]


def test_a_wrapped_line_is_no_boundary() -> None:
    text = (
        "Der Rat der Stadt hat am Abend lange über den neuen\n"
        "Haushalt beraten und ihn nach einer kurzen Pause mit\n"
        "großer Mehrheit angenommen."
    )
    assert split(text) == [text]


def test_short_lines_are_sentences_of_their_own() -> None:
    assert split("Bern gegen Basel 2:1\nGenf gegen Zug 0:0\nThun gegen Chur 1:4") == [
        "Bern gegen Basel 2:1",
        "Genf gegen Zug 0:0",
        "Thun gegen Chur 1:4",
    ]


def test_a_piece_without_letters_belongs_to_its_neighbour() -> None:
    assert split("Das ist gut. … – Es bleibt so. ***") == ["Das ist gut. …", "– Es bleibt so. ***"]


def test_a_text_of_punctuation_is_one_sentence() -> None:
    assert split("?! ... ***") == ["?! ... ***"]


def test_only_the_block_is_read() -> None:
    text = "Davor. Das ist drin. Auch das. Danach."
    block = Range(text.index("Das"), text.index(" Danach"))
    assert [text[a:b] for a, b in split_sentences(text, block, "de")] == [
        "Das ist drin.",
        "Auch das.",
    ]


@given(st.text(alphabet="aA1.!?…„“\"»«'()[] \n-–,:é😀\u00ad\u202e", max_size=200))
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    parts = split_sentences(text, Range(0, len(text)), "de")
    starts = [part.start for part in parts]
    assert starts == sorted(starts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    joined = "".join(text[part.start : part.end] for part in parts)
    assert "".join(joined.split()) == "".join(text.split())


def test_boundaries_between_german_sentences_are_found(shared: Path) -> None:
    """Sentences of GermEval, eight joined by spaces: 98.3 F1 on the last 1,100, never tuned to.

    The rest is mostly the data's own: records of several sentences, or without a full stop.
    """
    with gzip.open(shared / "data/names/de-germeval2014.jsonl.gz", "rt", encoding="utf-8") as rows:
        sentences = [json.loads(row)["text"].strip() for row in islice(rows, 4000, None)]
    right = found = wanted = 0
    for place in range(0, len(sentences), 8):
        run = sentences[place : place + 8]
        text = " ".join(run)
        gold = {len(" ".join(run[:count])) for count in range(1, len(run))}
        ours = {part.end for part in split_sentences(text, Range(0, len(text)), "de")[:-1]}
        right += len(gold & ours)
        found += len(ours)
        wanted += len(gold)
    assert 2 * right / (found + wanted) > 0.98
