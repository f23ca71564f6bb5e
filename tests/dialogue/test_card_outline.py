from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from dialogue.invented import NOW, card, english_card, full_card, point, source

from bot.core.cards import (
    Change,
    DatedWording,
    Dispute,
    FigureItem,
    Point,
    Speaker,
    TimelineItem,
    Voice,
)
from bot.core.models import Span
from bot.dialogue.card_outline import outline_card
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.core.models import Match, Stance
    from bot.dialogue.outline import Outline, Run

GERMAN = Viewer("de", now=NOW)
ENGLISH = Viewer("en", now=NOW)


def texts(outline: Outline, kind: str) -> list[str]:
    return [line.text for section in outline.sections if section.kind == kind
            for line in section.lines]  # fmt: skip


def runs_of(outline: Outline, kind: str) -> list[Run]:
    return [run for line in outline.lines for run in (*line.head, *line.body) if run.kind == kind]


def headings(outline: Outline) -> list[str]:
    return [section.heading for section in outline.sections]


def test_the_parts_stand_in_their_fixed_order() -> None:
    assert headings(outline_card(full_card(), GERMAN)) == [
        "Kurz gesagt",
        "Neu seit 04.03.2025",
        "Fakten",
        "Wer sagt was",
        "Strittig",
        "Offen",
        "Zeitleiste",
        "Verwandt",
        "Quellen",
    ]


def test_changes_come_first_for_who_asked_what_is_new() -> None:
    outline = outline_card(full_card(), GERMAN, changes_first=True)
    assert headings(outline)[:2] == ["Neu seit 04.03.2025", "Kurz gesagt"]


def test_empty_parts_are_left_out_but_sources_and_footer_never() -> None:
    outline = outline_card(card(), GERMAN)
    assert headings(outline) == ["Kurz gesagt", "Quellen"]
    assert outline.footer


def test_labels_are_in_the_language_of_the_reader() -> None:
    assert headings(outline_card(full_card(), Viewer("en")))[:3] == [
        "In short",
        "New since Mar 4, 2025",
        "Facts",
    ]


def test_the_title_names_status_and_freshness() -> None:
    title = outline_card(full_card(), GERMAN).title.text
    assert title == "Hafenbrücke · aktualisiert · 4 Artikel · 3 Quellen · Stand: 06.03.2025"


@pytest.mark.parametrize(
    ("matched", "begins"),
    [
        ("exact", "Hafenbrücke · neu"),
        ("alias", "Hafenbrücke · neu"),
        ("fuzzy", "Gemeint: Hafenbrücke · neu"),
        ("search", "Suche: Hafenbrücke · neu"),
    ],
)
def test_the_title_says_how_the_topic_was_found(matched: Match, begins: str) -> None:
    assert outline_card(card(matched=matched), GERMAN).title.text.startswith(begins)


def test_one_article_from_one_source_is_counted_in_the_singular() -> None:
    assert "1 article · 1 source · undated" in outline_card(english_card(), Viewer("en")).title.text


def test_an_unknown_outlet_is_one_source() -> None:
    assert "1 Quelle" in outline_card(card(outlets=0), GERMAN).title.text


def test_an_old_card_says_how_old_it_is() -> None:
    later = Viewer("de", now=datetime(2027, 1, 5, tzinfo=UTC))
    assert outline_card(card(), later).title.text.endswith("Stand: 05.03.2025 – vor 22 Monaten")


def test_a_week_is_not_old() -> None:
    later = Viewer("de", now=datetime(2025, 3, 12, 12, tzinfo=UTC))
    assert outline_card(card(), later).title.text.endswith("Stand: 05.03.2025")


def test_without_the_present_nothing_is_old() -> None:
    assert outline_card(card(as_of="1999-01-01"), Viewer("de")).title.text.endswith("01.01.1999")


def test_one_source_is_said_to_be_alone() -> None:
    footer = outline_card(card(), GERMAN).footer[0].text
    assert footer.startswith("Nur eine Quelle; keine Bestätigung durch eine zweite.")


def test_two_articles_of_one_outlet_are_still_one_source() -> None:
    assert "Nur eine Quelle" in outline_card(card(articles=2, outlets=1), GERMAN).footer[0].text


def test_several_sources_are_not_said_to_be_alone() -> None:
    assert "Nur eine Quelle" not in outline_card(full_card(), GERMAN).footer[0].text


def test_the_footer_names_method_counts_date_and_card() -> None:
    assert outline_card(full_card(), GERMAN).footer[0].text == (
        "Auszüge im Wortlaut, ohne Sprachmodell. "
        "4 Artikel aus 3 Quellen, Stand: 06.03.2025. Karte hafenbrücke-0a1b2c3d"
    )


def test_a_point_cut_before_its_end_says_so() -> None:
    assert texts(outline_card(full_card(), GERMAN), "lead") == [
        "Die Stadt Altwerder will eine neue Hafenbrücke über die Lune bauen … [1]"
    ]


@pytest.mark.parametrize("text", ["Das war es.", "War es das?", "„Das war es.“", "(So war es!)"])
def test_a_shortened_point_that_ends_as_a_sentence_needs_no_mark(text: str) -> None:
    outline = outline_card(card(lead=(point(text, 1, kind="shortened"),)), GERMAN)
    assert texts(outline, "lead") == [f"{text} [1]"]


def test_a_verbatim_point_is_never_marked_as_cut() -> None:
    outline = outline_card(card(lead=(point("Ohne Punkt am Ende", 1),)), GERMAN)
    assert texts(outline, "lead") == ["Ohne Punkt am Ende [1]"]


def test_figures_are_marked_inside_their_sentence() -> None:
    facts = outline_card(full_card(), GERMAN).sections[2].lines[0].body
    assert [run.text for run in facts if run.kind == "figure"] == [
        "40 Millionen Euro",
        "120 Stellen",
    ]


def test_a_figure_is_not_marked_inside_a_longer_number() -> None:
    fact = point("Seit 2011 sind 11 Schiffe gekommen.", 1)
    figure = FigureItem(11, "", "Schiffe", "11", fact)
    outline = outline_card(card(facts=(fact,), figures=(figure,)), GERMAN)
    first = next(line for line in outline.sections[1].lines)
    assert [run.text for run in first.body][:3] == ["Seit 2011 sind ", "11", " Schiffe gekommen."]


def test_figures_that_overlap_are_marked_once() -> None:
    fact = point("Es geht um 5 bis 7 Millionen Euro.", 1)
    figures = (
        FigureItem(5, "EUR", "", "5 bis 7 Millionen", fact),
        FigureItem(7_000_000, "EUR", "", "7 Millionen Euro", fact),
    )
    outline = outline_card(card(facts=(fact,), figures=figures), GERMAN)
    assert texts(outline, "facts") == ["Es geht um 5 bis 7 Millionen Euro. [1]"]
    assert [run.text for run in runs_of(outline, "figure")] == ["5 bis 7 Millionen"]


def test_a_figure_of_another_sentence_is_not_marked() -> None:
    fact, other = point("Es kamen 11 Schiffe.", 1, at=0), point("Es gingen 11 Boote.", 1, at=90)
    figure = FigureItem(11, "", "Boote", "11", other)
    outline = outline_card(card(facts=(fact,), figures=(figure,)), GERMAN)
    assert runs_of(outline, "figure") == []


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("am Freitag", "Der Rat stimmt am Freitag (07.03.2025) ab. [1]"),
        # The month is told already.
        ("am 7. März", "Der Rat stimmt am 7. März (2025) ab. [1]"),
    ],
)
def test_behind_a_relative_date_stands_what_is_not_told(wording: str, shown: str) -> None:
    text = f"Der Rat stimmt {wording} ab."
    at = Span("artikel-1", 15, 15 + len(wording))
    made = card(facts=(point(text, 1),), dates=(DatedWording(at, "2025-03-07", "day", wording),))
    assert texts(outline_card(made, GERMAN), "facts") == [shown]


@pytest.mark.parametrize(
    ("wording", "shown"),
    [("am Freitag", "07.03.2025 (am Freitag)"), ("Am 7. März", "07.03.2025"), (None, "07.03.2025")],
)
def test_a_day_on_the_timeline_is_told_once(wording: str | None, shown: str) -> None:
    item = TimelineItem("2025-03-07", "day", wording, point("Der Rat stimmt ab.", 1))
    assert texts(outline_card(card(timeline=(item,)), GERMAN), "timeline") == [
        f"{shown} – Der Rat stimmt ab. [1]"
    ]


def test_a_point_from_opinion_pieces_alone_is_marked_as_opinion() -> None:
    assert "Meinung (Hafenblatt): Das Vorhaben ist ein Denkmal der Eitelkeit. [4]" in texts(
        outline_card(full_card(), GERMAN), "facts"
    )


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ({"author": "Jana Muster"}, "Meinung (Jana Muster): "),
        ({"author": None}, "Meinung (Hafenblatt): "),
        ({"outlet": None}, "Meinung: "),
    ],
)
def test_an_opinion_is_told_with_whose_it_is(names: dict[str, str | None], label: str) -> None:
    comment = source(1, "Kommentar", kind="opinion", **names)
    told = card(facts=(point("Meiner Meinung nach reicht das.", 1),), sources=(comment,))
    assert texts(outline_card(told, GERMAN), "facts") == [
        f"{label}Meiner Meinung nach reicht das. [1]"
    ]


def test_a_point_that_a_report_also_holds_is_no_opinion() -> None:
    backed = card(
        facts=(point("Der Bau hat begonnen.", 1, 2),),
        sources=(source(1, "Meldung"), source(2, "Kommentar", kind="opinion")),
    )
    assert texts(outline_card(backed, GERMAN), "facts") == ["Der Bau hat begonnen. [1][2]"]


def test_voices_say_who_and_how() -> None:
    assert texts(outline_card(full_card(), GERMAN), "voices") == [
        "Anke Dorn, Bürgermeisterin · zustimmend: „Ohne Brücke bleibt der Hafen eine Insel.“ [1]",
        "Uwe Harms · gegen Dorn · sinngemäß: bezweifelte er, dass die Stadt das Geld habe [2]",
        "Lena Brandt, Ingenieurin · sinngemäß: der Grund trage die Pfeiler [3]",
    ]


def test_only_exact_words_are_quoted() -> None:
    quoted = runs_of(outline_card(full_card(), GERMAN), "quote")
    assert [run.text for run in quoted] == ["„Ohne Brücke bleibt der Hafen eine Insel.“"]


def test_exact_words_from_an_opinion_piece_stay_exact_words() -> None:
    voice = Voice("Anke Dorn", None, "direct", "sagte", "unclear", None, point("„Ja.“", 1))
    outline = outline_card(
        card(voices=(voice,), sources=(source(1, "Kommentar", kind="opinion"),)), GERMAN
    )
    assert texts(outline, "voices") == ["Anke Dorn: „Ja.“ [1]"]


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("„Das ist falsch.“", "anders Anke Dorn, Bürgermeisterin: „Das ist falsch.“ [2]"),
        # Whoever the words name themselves is not named again.
        ("Anke Dorn nannte das falsch.", "anders: Anke Dorn nannte das falsch. [2]"),
    ],
)
def test_a_dispute_says_whose_words_they_are(answer: str, shown: str) -> None:
    claim, other = point("„Das Geld fehlt.“", 1), point(answer, 2)
    speakers = (Speaker("Uwe Harms", None), Speaker("Anke Dorn", "Bürgermeisterin"))
    made = card(
        disputed=(Dispute((claim, other), speakers),),
        sources=(source(1, "Streit am Hafen"), source(2, "Antwort")),
    )
    assert texts(outline_card(made, GERMAN), "disputed") == [
        f"Uwe Harms: „Das Geld fehlt.“ [1] – {shown}"
    ]


def test_a_role_stands_in_the_first_of_two_disputes_alone() -> None:
    who, first, second = Speaker("Anke Dorn", "Bürgermeisterin"), point("Ja.", 1), point("Nein.", 1)
    pairs = (Dispute((first, second), (who, None)), Dispute((second, first), (who, None)))
    assert texts(outline_card(card(disputed=pairs), GERMAN), "disputed") == [
        "Anke Dorn, Bürgermeisterin: Ja. [1] – anders: Nein. [1]",
        "Anke Dorn: Nein. [1] – anders: Ja. [1]",
    ]


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("„Die Lizenz fehlt.“", "anders Fei Li: „Die Lizenz fehlt.“ [2]"),
        ("Lis Antwort war knapp.", "anders: Lis Antwort war knapp. [2]"),
    ],
)
def test_a_part_of_a_word_names_no_speaker(answer: str, shown: str) -> None:
    claim, other = point("Das Geld fehlt.", 1), point(answer, 2)
    made = card(
        disputed=(Dispute((claim, other), (None, Speaker("Fei Li", None))),),
        sources=(source(1, "Streit am Hafen"), source(2, "Antwort")),
    )
    assert texts(outline_card(made, GERMAN), "disputed") == [f"Das Geld fehlt. [1] – {shown}"]


def test_a_dispute_shows_both_sides() -> None:
    assert texts(outline_card(full_card(), GERMAN), "disputed") == [
        (
            "Der Bau soll 40 Millionen Euro kosten und 120 Stellen sichern. [1][2]"
            " – anders: Die Prüfer rechnen mit 55 Millionen Euro. [3]"
        )
    ]


def test_the_timeline_shows_dates_as_resolved() -> None:
    assert texts(outline_card(full_card(), GERMAN), "timeline") == [
        "03.03.2025 (am Montag) – stellte die Stadt die Pläne vor … [1]",
        "Mai 2027 – Baubeginn ist im Mai 2027. [1]",
        "2029 – 2029 soll sie fertig sein. [2]",
    ]


@pytest.mark.parametrize(
    ("viewer", "when"), [(ENGLISH, "Mar 3, 2025 (on Monday)"), (GERMAN, "03.03.2025")]
)
def test_the_timeline_repeats_no_wording_in_another_language(viewer: Viewer, when: str) -> None:
    item = TimelineItem("2025-03-03", "day", "on Monday", point("The town voted on Monday.", 1))
    made = card(timeline=(item,), sources=(source(1, "A vote", language="en"),))
    assert texts(outline_card(made, viewer), "timeline") == [
        f"{when} – The town voted on Monday. [1]"
    ]


@pytest.mark.parametrize(
    ("viewer", "stance", "label"),
    [
        (GERMAN, "against", "ablehnend"),
        (GERMAN, "for", "zustimmend"),
        (ENGLISH, "against", "disapproving"),
        (ENGLISH, "for", "approving"),
    ],
)
def test_who_is_against_nobody_named_is_not_against_the_topic(
    viewer: Viewer, stance: Stance, label: str
) -> None:
    voice = Voice("Anke Dorn", None, "direct", "sagte", stance, None, point("„Nein danke.“", 1))
    assert texts(outline_card(card(voices=(voice,)), viewer), "voices") == [
        f"Anke Dorn · {label}: „Nein danke.“ [1]"
    ]


def test_a_change_shows_what_was_said_before() -> None:
    assert texts(outline_card(full_card(), GERMAN), "changes")[1] == (
        "geändert: Die Prüfer rechnen mit 55 Millionen Euro. [3]"
        " – zuvor: Der Bau soll 40 Millionen Euro kosten und 120 Stellen sichern. [1][2]"
    )


@pytest.mark.parametrize(
    ("kind", "label"), [("withdrawn", "zurückgenommen: "), ("contradicted", "widersprochen: ")]
)
def test_a_change_says_what_kind_it_is(kind: str, label: str) -> None:
    changed = card(changes=(Change(kind, point("Der Bau beginnt.", 1)),))  # type: ignore[arg-type]
    assert texts(outline_card(changed, GERMAN), "changes") == [f"{label}Der Bau beginnt. [1]"]


def test_who_asks_what_is_new_is_told_that_nothing_is() -> None:
    quiet = card(status="unchanged", changed_since="2025-03-01")
    outline = outline_card(quiet, GERMAN, changes_first=True)
    assert texts(outline, "changes") == ["Nichts Neues seit 01.03.2025."]


def test_who_did_not_ask_what_is_new_is_not_told() -> None:
    quiet = card(status="unchanged", changed_since="2025-03-01")
    assert texts(outline_card(quiet, GERMAN), "changes") == []


def test_sources_name_outlet_day_kind_and_language() -> None:
    assert texts(outline_card(full_card(), GERMAN), "sources") == [
        "[1] Altwerder plant eine Brücke — Hafenblatt, 05.03.2025 https://example.org/1",
        "[2] Rat vor der Abstimmung — ohne Angabe, 05.03.2025",
        (
            "[3] Auditors expect higher costs — Harbour Times, 05.03.2025, auf Englisch"
            " https://example.org/3"
        ),
        "[4] Kommentar: Ein Denkmal — Hafenblatt, ohne Datum, Meinung",
    ]


def test_a_moment_of_publication_is_shown_as_the_reader_s_day() -> None:
    new_york = Viewer("de", zone="America/New_York")
    assert "04.03.2025" in texts(outline_card(full_card(), new_york), "sources")[0]


def test_only_web_addresses_become_links() -> None:
    links = [run.text for run in runs_of(outline_card(full_card(), GERMAN), "link")]
    assert links == ["https://example.org/1", "https://example.org/3"]


def test_related_topics_stand_in_one_line() -> None:
    assert texts(outline_card(full_card(), GERMAN), "related") == ["Altwerder · Anke Dorn"]


def test_the_headline_is_the_first_sentence() -> None:
    assert outline_card(card(), GERMAN).headline == (
        "Hafenbrücke: Über Hafenbrücke wird gestritten."
    )


HOSTILE = "a\u202eb\u200bc\x1b[31md\x00e\nf"


def test_no_text_of_an_article_brings_what_cannot_be_seen() -> None:
    bad = point(HOSTILE, 1)
    voice = Voice(HOSTILE, HOSTILE, "reported", HOSTILE, "for", HOSTILE, bad)
    hostile = replace(
        full_card(),
        name=HOSTILE,
        lead=(bad,),
        facts=(bad,),
        voices=(voice,),
        related=(HOSTILE,),
        sources=(source(1, HOSTILE, outlet=HOSTILE, url=f"https://example.org/{HOSTILE}"),),
    )
    shown = "".join(line.text for line in outline_card(hostile, GERMAN).lines)
    assert "abc[31mde f" in shown
    assert not set(shown) & {"\u202e", "\u200b", "\x1b", "\x00", "\n"}


DATED = point("Der Rat hat am Dienstag in der Altstadt getagt.", 1, at=5)
TUESDAY = DatedWording(Span("artikel-1", 17, 28), "2025-03-04", "day", "am Dienstag")


@pytest.mark.parametrize(
    ("viewer", "shown"),
    [
        (GERMAN, "Der Rat hat am Dienstag (04.03.2025) in der Altstadt getagt. [1]"),
        (Viewer("en"), "Der Rat hat am Dienstag (Mar 4, 2025) in der Altstadt getagt. [1]"),
    ],
)
def test_behind_a_relative_date_stands_its_day_as_a_label(viewer: Viewer, shown: str) -> None:
    outline = outline_card(card(lead=(DATED,), dates=(TUESDAY,)), viewer)
    assert texts(outline, "lead") == [shown]
    (day,) = [run for run in runs_of(outline, "label") if "Mar 4" in run.text or "04." in run.text]
    assert day.text.startswith(" (")


def test_a_relative_month_is_named_as_a_month() -> None:
    month = replace(TUESDAY, date="2025-02", precision="month")
    outline = outline_card(card(lead=(DATED,), dates=(month,)), GERMAN)
    assert "am Dienstag (Februar 2025) in" in texts(outline, "lead")[0]


def test_the_day_is_found_behind_what_was_cut_and_what_is_cleaned_away() -> None:
    text = "Am Dienstag\u200b\u00ad war \u202eviel … der Rat hat am Dienstag getagt."
    first = text.index(" … ")
    start = text.index("am Dienstag")
    gap = 40
    cut = Point(
        text=text,
        kind="shortened",
        spans=(Span("artikel-1", 0, first), Span("artikel-1", first + gap, len(text) + gap - 3)),
        sources=(1,),
    )
    place = Span("artikel-1", start + gap - 3, start + gap - 3 + len("am Dienstag"))
    outline = outline_card(card(lead=(cut,), dates=(replace(TUESDAY, span=place),)), GERMAN)
    assert texts(outline, "lead") == [
        "Am Dienstag war viel … der Rat hat am Dienstag (04.03.2025) getagt. [1]"
    ]


def test_a_day_of_another_article_is_not_taken() -> None:
    other = replace(TUESDAY, span=Span("artikel-2", 17, 28))
    assert "(" not in texts(outline_card(card(lead=(DATED,), dates=(other,)), GERMAN), "lead")[0]


def test_the_timeline_names_its_day_once() -> None:
    item = TimelineItem("2025-03-04", "day", "am Dienstag", DATED)
    outline = outline_card(card(timeline=(item,), dates=(TUESDAY,)), GERMAN)
    assert texts(outline, "timeline") == [
        "04.03.2025 (am Dienstag) – Der Rat hat am Dienstag in der Altstadt getagt. [1]"
    ]


def test_exact_words_are_not_interrupted_by_a_day() -> None:
    said = Voice("Anke Dorn", None, "direct", "sagte", "unclear", None, DATED)
    outline = outline_card(card(voices=(said,), dates=(TUESDAY,)), GERMAN)
    assert "(" not in texts(outline, "voices")[0]


def test_a_figure_before_a_day_stays_a_figure() -> None:
    cost = point("Die 40 Millionen Euro hat der Rat am Dienstag bewilligt.", 1)
    place = Span("artikel-1", 34, 45)
    shown = card(
        facts=(cost,),
        figures=(FigureItem(40_000_000, "EUR", "", "40 Millionen Euro", cost),),
        dates=(replace(TUESDAY, span=place),),
    )
    outline = outline_card(shown, GERMAN)
    assert [run.text for run in runs_of(outline, "figure")] == ["40 Millionen Euro"]
    assert "am Dienstag (04.03.2025) bewilligt" in texts(outline, "facts")[0]


def test_two_versions_of_an_article_are_told_apart() -> None:
    sources = (
        source(1, "Neue Brücke", id="web-1~v2"),
        source(2, "Neue Brücke", id="web-1"),
        source(3, "Andere Brücke", id="web-2"),
    )
    told = texts(outline_card(card(sources=sources), GERMAN), "sources")
    assert told[0].startswith("[1] Neue Brücke — Hafenblatt, 05.03.2025, korrigierte Fassung")
    assert told[1].startswith("[2] Neue Brücke — Hafenblatt, 05.03.2025, frühere Fassung")
    assert "Fassung" not in told[2]
