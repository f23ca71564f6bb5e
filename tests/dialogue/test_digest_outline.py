from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from dialogue.invented import NOW, card, digest, full_digest, point

from bot.core.cards import Digest, DigestEntry, Dispute, Status
from bot.dialogue.digest_outline import outline_digest, write_headline
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.core.models import Language

GERMAN = Viewer("de", now=NOW)


def entry(name: str, status: Status = "new") -> DigestEntry:
    one = card(name)
    return DigestEntry(status, one, one.lead[0], date(2025, 3, 4))


def lines(of: Digest, viewer: Viewer = GERMAN) -> list[str]:
    return [line.text for line in outline_digest(of, viewer).lines]


def test_the_parent_message_names_day_and_size() -> None:
    title = "Morgenlage · Freitag, 7. März 2025 · 2 Themen · 6 Artikel · 2 Min."
    assert lines(full_digest())[0] == title


def test_each_topic_has_a_line_with_status_and_sentence() -> None:
    assert lines(full_digest())[1:3] == [
        "Neu: Lunebad – Über Lunebad wird gestritten. [1]",
        (
            "Aktualisiert: Hafenbrücke – zuerst am 04.03., jetzt: "
            "Der Rat stimmt am Freitag (07.03.2025) ab. [2]"
        ),
    ]


def test_a_new_topic_is_not_said_to_be_known() -> None:
    assert lines(digest(entry("Lunebad")))[1] == "Neu: Lunebad – Über Lunebad wird gestritten. [1]"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Ostmarkt – zuerst am 04.03., jetzt: dieselbe Nachricht wie bei Lunebad"),
        ("en", "Ostmarkt – first on Mar 4, now: the same news as for Lunebad"),
    ],
)
def test_a_sentence_of_two_topics_stands_with_the_first(language: Language, told: str) -> None:
    other = replace(entry("Ostmarkt", "updated"), line=entry("Lunebad").line)
    found = lines(digest(entry("Lunebad"), other), Viewer(language, now=NOW))
    assert found[1].count("Über Lunebad wird gestritten.") == 1
    assert found[2].endswith(told)
    assert "gestritten" not in found[2]


def test_a_line_that_is_disputed_has_both_sides() -> None:
    claim, denial = point("Die Brücke ist sicher.", 1), point("Sie ist nicht sicher.", 2, at=40)
    one = card(lead=(claim, denial), disputed=(Dispute((claim, denial)),))
    told = "Hafenbrücke – Die Brücke ist sicher. [1] – anders: Sie ist nicht sicher. [2]"
    (line,) = lines(digest(DigestEntry("new", one, claim, None)))[1:]
    assert line == f"Neu: {told}"
    (line,) = lines(digest(DigestEntry("new", one, denial, None)))[1:]
    assert "anders: Die Brücke ist sicher. [1]" in line


def test_unchanged_topics_share_one_line() -> None:
    section = outline_digest(full_digest(), GERMAN).sections[-1]
    assert (section.heading, section.lines[0].text) == ("Unverändert", "Ostmarkt · Stadtfest")


def test_without_unchanged_topics_there_is_no_such_line() -> None:
    kinds = [part.kind for part in outline_digest(digest(entry("Lunebad")), GERMAN).sections]
    assert kinds == ["entries"]


def test_an_english_digest_has_english_labels() -> None:
    assert lines(full_digest(), Viewer("en"))[0] == (
        "Morgenlage · Friday, March 7, 2025 · 2 topics · 6 articles · 2 min"
    )


def test_nothing_new_is_one_line() -> None:
    assert lines(digest(unchanged=("Ostmarkt",))) == [
        "Morgenlage · Freitag, 7. März 2025 · Nichts Neues seit 06.03.2025."
    ]


def test_nothing_new_since_the_last_look_names_its_moment() -> None:
    looked = datetime(2025, 3, 6, 6, 31, tzinfo=UTC)
    title = outline_digest(digest(), GERMAN, looked_at=looked).title.text
    assert title.endswith("Nichts Neues seit gestern 07:31.")


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ((), "Morgenlage am Freitag: nichts Neues."),
        ((entry("Lunebad"),), "Morgenlage am Freitag: Neues zu Lunebad."),
        ((entry("A"), entry("B")), "Morgenlage am Freitag: Neues zu A und B."),
        ((entry("A", "updated"),), "Morgenlage am Freitag: A aktualisiert."),
        (
            (entry("A"), entry("B"), entry("C"), entry("D", "updated")),
            "Morgenlage am Freitag: Neues zu A, B und C, D aktualisiert.",
        ),
    ],
)
def test_the_headline_is_a_plain_sentence(entries: tuple[DigestEntry, ...], sentence: str) -> None:
    assert write_headline(digest(*entries), GERMAN) == sentence


def test_the_english_headline_is_a_plain_sentence() -> None:
    news = digest(entry("A"), entry("B", "updated"))
    assert write_headline(news, Viewer("en")) == "Morgenlage on Friday: news on A, B updated."
