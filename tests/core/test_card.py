"""What stands on a card, made from articles that are read for real."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from bot.core.card import points_of
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import TopicCard
    from bot.core.models import Language, Reading
    from bot.library import Library


HARBOUR = (
    "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux. Es soll rund "
    "40 Millionen Euro kosten und im Jahr 2030 öffnen.\n\n"
    "„Wir schaffen damit mindestens 300 Arbeitsplätze“, sagte Bürgermeisterin Anna Beispiel. "
    "Der Historiker Karl Muster bezweifelte, dass das Museum Nordlux genug Besucher findet.\n\n"
    "Offen ist, wer den Betrieb des Museums Nordlux bezahlt."
)


def card(library: Library, query: str = "Nordlux") -> TopicCard:
    found = library.brief(query)
    assert isinstance(found, CardFound)
    return found.card


@pytest.fixture
def harbour(read: Callable[..., Reading], library_of: Callable[..., Library]) -> TopicCard:
    reading = read(HARBOUR, title="Kiel baut das Museum Nordlux", id="hafen", on="2025-03-07")
    return card(library_of(reading))


def test_the_lead_says_what_the_topic_is_and_goes_on(harbour: TopicCard) -> None:
    assert [point.text for point in harbour.lead] == [
        "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux.",
        "Es soll rund 40 Millionen Euro kosten und im Jahr 2030 öffnen.",
    ]


def test_a_quotation_keeps_its_exact_words_and_its_speaker(harbour: TopicCard) -> None:
    direct = [voice for voice in harbour.voices if voice.mode == "direct"]
    assert [(voice.speaker, voice.role) for voice in direct] == [
        ("Anna Beispiel", "Bürgermeisterin")
    ]
    assert direct[0].point.text == "„Wir schaffen damit mindestens 300 Arbeitsplätze“"


def test_a_doubt_is_a_voice_and_no_fact(harbour: TopicCard) -> None:
    assert "Karl Muster" in {voice.speaker for voice in harbour.voices}
    assert not any("Karl Muster" in point.text for point in (*harbour.lead, *harbour.facts))


def test_the_question_that_the_article_leaves_open_is_shown(harbour: TopicCard) -> None:
    assert [point.text for point in harbour.open] == [
        "Offen ist, wer den Betrieb des Museums Nordlux bezahlt."
    ]


def test_figures_are_those_of_what_is_shown(harbour: TopicCard) -> None:
    assert (40_000_000, "EUR") in {(item.value, item.unit) for item in harbour.figures}
    shown = {point.spans for point in points_of(harbour)}
    assert {item.point.spans for item in harbour.figures} <= shown


def test_nothing_is_shown_twice(harbour: TopicCard) -> None:
    statements = [*harbour.lead, *harbour.facts, *harbour.open]
    assert len({point.text for point in statements}) == len(statements)


def test_a_single_source_is_counted_as_one(harbour: TopicCard) -> None:
    assert (harbour.articles, harbour.outlets) == (1, 1)
    assert [source.title for source in harbour.sources] == ["Kiel baut das Museum Nordlux"]


def test_near_duplicates_are_shown_once_with_all_their_sources(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    one = "Das Museum Nordlux in Kiel wird nach Angaben der Stadt erst im Sommer 2031 fertig."
    two = "Das Museum Nordlux in Kiel wird nach Angaben der Stadt Kiel erst im Sommer 2031 fertig."
    library = library_of(
        read(one, id="eins", outlet="Hafenblatt", title="Nordlux später", on="2025-03-07"),
        read(two, id="zwei", outlet="Küstenkurier", title="Nordlux verzögert", on="2025-03-07"),
    )
    lead = card(library).lead
    assert len(lead) == 1
    assert len(lead[0].sources) == 2
    assert len(lead[0].supports) == 1


def test_two_numbers_for_one_count_are_disputed(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(
            "Das Museum Nordlux kostet die Stadt Kiel 40 Millionen Euro.",
            id="eins",
            outlet="Hafenblatt",
            on="2025-03-07",
        ),
        read(
            "Das Museum Nordlux kostet die Stadt Kiel 52 Millionen Euro.",
            id="zwei",
            outlet="Küstenkurier",
            on="2025-03-07",
        ),
    )
    pairs = [tuple(point.text for point in pair.points) for pair in card(library).disputed]
    assert len(pairs) == 1
    assert {"40" in text or "52" in text for text in pairs[0]} == {True}


def test_the_number_that_a_newer_article_changes_is_a_change(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    old = read(
        "Das Museum Nordlux zählt nach Angaben der Stadt Kiel 300 Besucher am Tag.",
        id="alt",
        on="2025-03-01",
    )
    new = read(
        "Das Museum Nordlux zählt nach Angaben der Stadt Kiel 420 Besucher am Tag.",
        id="neu",
        on="2025-03-07",
    )
    made = card(library_of(old, new))
    assert made.status == "updated"
    assert made.changed_since == "2025-03-01"
    assert [change.kind for change in made.changes] == ["changed"]
    before = made.changes[0].before
    assert before is not None
    assert "300 Besucher" in before.text


@pytest.mark.parametrize(("outlet", "shown"), [("Hafenblatt", 1), (None, 0)])
def test_an_opinion_piece_gives_no_lead_and_one_sentence_if_it_says_whose_opinion_it_is(
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
    outlet: str | None,
    shown: int,
) -> None:
    report = read(
        "Die Stadt Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux öffnet im Mai.",
        id="bericht",
        on="2025-03-07",
    )
    opinion = read(
        "Das Museum Nordlux in Kiel ist ein Denkmal der Eitelkeit. Kiel braucht kein Museum "
        "Nordlux, sondern Schulen. Der Hafen von Kiel verdient Besseres als das Museum Nordlux.",
        id="meinung",
        kind="opinion",
        on="2025-03-07",
        outlet=outlet,
    )
    made = card(library_of(report, opinion))
    opinions = [source.n for source in made.sources if source.kind == "opinion"]
    assert all(not set(point.sources) & set(opinions) for point in made.lead)
    assert sum(bool(set(point.sources) & set(opinions)) for point in made.facts) == shown


def test_a_relative_date_is_resolved_only_where_the_day_is_known(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut am Hafen das Museum Nordlux mit der Reederei Nordlicht AG. "
        "Es soll rund 40 Millionen Euro kosten.\n\n"
        "Am Montag hat der Rat der Stadt Kiel das Museum Nordlux beschlossen."
    )
    dated = card(library_of(read(text, on="2025-03-07")))
    undated = card(library_of(read(text)))
    assert [(item.date, item.resolved_from) for item in dated.timeline] == [
        ("2025-03-03", "Am Montag")
    ]
    assert undated.timeline == ()
    assert undated.as_of is None


def test_words_that_introduce_their_speaker_are_no_voice_as_well(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Das Museum Nordlux öffnet in Kiel. „Wir schaffen das allein“, {} die Leiterin Anna B."
    library = library_of(
        *(
            read(text.format(verb).replace("Anna B.", "Anna Beispiel."), id=verb)
            for verb in ("sagte", "erklärte")
        )
    )
    made = card(library, "Anna Beispiel")
    assert "„Wir schaffen das allein“" in made.lead[0].text
    assert made.voices == ()


def test_what_the_lead_says_of_it_is_no_fact_under_its_name(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(
            "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux. Es "
            "soll in vier Jahren rund 40 Millionen Euro kosten.",
            id="eins",
            on="2025-03-07",
        ),
        read(
            "Der Rat tagt heute. Nach dem Plan soll das Museum Nordlux rund 40 Millionen Euro "
            "kosten.",
            id="zwei",
            on="2025-01-07",
        ),
    )
    made = card(library)
    told = [point.text for point in (*made.lead, *made.facts)]
    assert "Es soll in vier Jahren rund 40 Millionen Euro kosten." in told
    assert sum("40 Millionen" in text for text in told) == 1


def test_what_was_long_before_the_topic_is_on_its_timeline_if_it_names_it(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux. Es soll "
        "rund 40 Millionen Euro kosten. Die Nordlicht AG wurde im Mai 2015 in Kiel gegründet. Im "
        "Juni 2016 plante Kiel das Museum Nordlux zum ersten Mal. Die Stadt Kiel und die "
        "Nordlicht AG haben im April 2025 den Vertrag in Bern unterschrieben."
    )
    made = card(library_of(read(text, title="Das Museum Nordlux", on="2025-08-08")))
    assert [item.date for item in made.timeline] == ["2016-06", "2025-04"]


def test_a_line_of_a_chronicle_stands_beside_its_day_without_it(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut mit der Reederei Nordlicht AG am Hafen das Museum Nordlux. Es soll "
        "rund 40 Millionen Euro kosten.\n\n"
        "- 5. Mai 2025: Das Museum Nordlux öffnet mit 300 Bildern.\n"
        "- 7. Juni 2025, vor zwei Monaten: Anna Beispiel leitet das Museum Nordlux.\n"
        "- 9. Juli 2025, sagt Karl Muster: Das Museum Nordlux schließt bald wieder."
    )
    made = card(library_of(read(text, title="Chronik", on="2025-08-08")))
    dated = {item.date: item.point.text for item in made.timeline}
    assert dated["2025-05-05"] == "Das Museum Nordlux öffnet mit 300 Bildern."
    assert dated["2025-06-07"] == "Anna Beispiel leitet das Museum Nordlux."
    assert not dated.get("2025-07-09", "").startswith("Das Museum")


def test_what_somebody_says_of_a_day_is_not_reported_twice(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    one = read(
        "Am 5. Mai erklärte die Nordlux AG, die Stadt Kiel behalte die Kontrolle über den Hafen.",
        id="eins",
        on="2025-08-08",
    )
    two = read(
        "5. Mai 2025: Die Nordlux AG bleibt nach eigenen Angaben unter der Kontrolle der Stadt "
        "Kiel.",
        id="zwei",
        on="2025-08-08",
    )
    made = card(library_of(one, two), "Nordlux AG")
    said = [*made.lead, *made.facts, *(item.point for item in made.timeline)]
    said += [voice.point for voice in made.voices]
    assert sum("Kontrolle" in point.text for point in said) == 1


def test_a_piece_of_a_sentence_is_no_voice_of_whom_its_article_names_beside(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Anna Beispiel hat das Museum Nordlux eröffnet. Die Reederei Ostlicht AG und die Werft "
        "Westlicht AG waren dabei.\n\nAnna Beispiel sprach von „dem größten Haus im Norden“."
    )
    library = library_of(read(text, title="Anna Beispiel eröffnet das Museum Nordlux"))
    assert card(library, "Ostlicht AG").voices == ()
    assert [voice.speaker for voice in card(library, "Anna Beispiel").voices] == ["Anna Beispiel"]


@pytest.mark.parametrize(("kind", "voices"), [("report", 1), ("background", 0)])
def test_background_gives_no_voice_on_another_matter(
    read: Callable[..., Reading], library_of: Callable[..., Library], kind: str, voices: int
) -> None:
    text = (
        "Die Stadt Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux kostet 40 Millionen "
        "Euro. Das Museum Nordlux öffnet im Mai.\n\nDer Hafen von Altstadt liegt still.\n\n"
        "Um 1950 war dort ein Markt. „Hier roch es nach Fisch“, sagte Anna Beispiel."
    )
    made = card(library_of(read(text, title="Das Museum Nordlux", kind=kind)))
    assert len(made.voices) == voices


def test_a_word_without_a_topic_gives_a_card_marked_as_search(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Die Stadt Kiel plant drei Rechenzentren am Nordhafen. Sie kosten viel Strom."
    made = card(library_of(read(text)), "rechenzentrum")
    assert made.matched == "search"
    assert made.lead[0].text == "Die Stadt Kiel plant drei Rechenzentren am Nordhafen."


def test_a_long_sentence_that_cannot_be_cut_is_no_fact(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Das Museum Nordlux " + "steht in Kiel und steht in Kiel und " * 12 + "bleibt dort."
    made = card(library_of(read(text)))
    assert all(len(point.text) <= 160 for point in made.facts)
    assert made.lead == ()


def test_a_person_who_only_speaks_is_introduced_by_their_words(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut am Hafen das Museum Nordlux für 40 Millionen Euro.\n\n"
        "„Wir schaffen das“, sagte die Leiterin Anna Beispiel.\n\n"
        "Die Reederei Nordlicht AG zahlt der Stadt Kiel die Hälfte."
    )
    lead = card(library_of(read(text)), "Anna Beispiel").lead
    assert [point.text for point in lead][:1] == [
        "„Wir schaffen das“, sagte die Leiterin Anna Beispiel."
    ]


def test_a_sentence_that_needs_the_one_before_brings_it_along(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut am Hafen ein neues Museum für Schiffe. "
        "Dazu kommt der Turm Nordlux.\n\nDer Rat stimmte am Montag darüber ab."
    )
    lead = card(library_of(read(text))).lead
    assert [point.text for point in lead] == [
        "Die Stadt Kiel baut am Hafen ein neues Museum für Schiffe.",
        "Dazu kommt der Turm Nordlux.",
    ]


def test_the_lead_keeps_the_name_of_its_topic_when_it_is_cut(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    long = "für " + "ein sehr großes und sehr helles Haus mit vielen Räumen und " * 4 + "Fenstern"
    text = (
        f"Der Grund liegt in den Plänen, die Anna Beispiel vorgestellt hat: Die Stadt Kiel gibt "
        f"40 Millionen Euro {long}.\n\n"
        "Die Architektin Anna Beispiel stellte die Pläne für das Museum Nordlux in Kiel vor."
    )
    lead = card(library_of(read(text)), "Anna Beispiel").lead
    assert "Anna Beispiel" in lead[0].text


def test_a_speaker_has_the_role_that_another_article_gives(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    one = read(
        "Der Historiker Karl Muster kennt das Museum Nordlux in Kiel seit Jahren.",
        id="eins",
        on="2025-03-07",
    )
    two = read(
        "Das Museum Nordlux hat jetzt ein Dach. „Das Museum Nordlux wird viel zu teuer“, sagte "
        "Karl Muster.",
        id="zwei",
        on="2025-03-08",
    )
    voices = card(library_of(one, two)).voices
    assert [(voice.speaker, voice.role) for voice in voices] == [("Karl Muster", "Historiker")]


def test_an_open_question_that_two_articles_ask_is_shown_once(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    said = "Die Stadt Kiel baut das Museum Nordlux. Wer das Museum Nordlux bezahlt, blieb {} offen."
    library = library_of(
        read(said.format("zunächst"), id="eins", on="2025-03-07"),
        read(said.format("vorerst"), id="zwei", on="2025-03-08"),
    )
    assert len(card(library).open) == 1


def test_a_span_of_time_is_no_figure_of_the_card(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Die Stadt Kiel baut das Museum Nordlux in vier Jahren für 40 Millionen Euro."
    assert [item.unit for item in card(library_of(read(text))).figures] == ["EUR"]


def test_a_claim_and_its_denial_are_disputed_once(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Stadt Kiel baut das Museum Nordlux. „Das Geld für das Museum Nordlux fehlt“, sagte "
        "Karl Muster. Anna Beispiel wies Karl Musters Behauptung zurück. „Das ist falsch“, sagte "
        "Anna Beispiel. Die Stadt Kiel öffnet das Museum Nordlux im Mai."
    )
    disputed = card(library_of(read(text))).disputed
    assert len(disputed) <= 1


QUARREL = (
    "Das Museum Nordlux in Kiel soll im Mai öffnen. Karl Muster zweifelt am Museum Nordlux.\n\n"
    "„Das Museum Nordlux hat kein Geld“, sagte Karl Muster über das Museum Nordlux. Anna Beispiel "
    "wies Musters Vorwurf zurück. „Falsch, wie er genau weiß“, entgegnete Anna Beispiel Muster."
)
MORE = "„Nordlux ist viel zu groß für Kiel“, sagte Karl Muster am Museum Nordlux."


def quarrelling(made: TopicCard) -> list[tuple[str, str]]:
    return [
        (pair.speakers[0].name, pair.speakers[1].name)
        for pair in made.disputed
        if pair.speakers[0] and pair.speakers[1]
    ]


def test_who_quarrels_has_the_quarrel_on_the_card_and_other_words_as_a_voice(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(QUARREL, id="eins", on="2025-03-07"), read(MORE, id="zwei", on="2025-03-07")
    )
    for topic in ("Museum Nordlux", "Karl Muster", "Anna Beispiel"):
        made = card(library, topic)
        assert quarrelling(made) == [("Karl Muster", "Anna Beispiel")], topic
        sides = [point.text for pair in made.disputed for point in pair.points]
        assert not {voice.point.text for voice in made.voices} & set(sides), topic
    voices = card(library, "Karl Muster").voices
    assert [voice.point.text for voice in voices] == ["„Nordlux ist viel zu groß für Kiel“"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            "„Ich bin dafür“, sagte Anke Dorn über das Museum Nordlux, „wenn es nichts kostet.“",
            "„Ich bin dafür“, sagte Anke Dorn über das Museum Nordlux, „wenn es nichts kostet.“",
        ),
        (
            "»Das Museum Nordlux«, so Anke Dorn, »bleibt zu.« Danach ging sie.",
            "»Das Museum Nordlux«, so Anke Dorn, »bleibt zu.«",
        ),
        (
            "„Das Museum Nordlux bleibt zu.“ Das sagte Anke Dorn. „Wir haben kein Geld.“",
            "„Das Museum Nordlux bleibt zu.“",
        ),
    ],
)
def test_words_that_a_clause_parts_are_told_to_their_end(
    words: str,
    shown: str,
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
) -> None:
    text = f"Das Museum Nordlux in Kiel wird teurer. {words}"
    voices = card(library_of(read(text, on="2025-03-07")), "Nordlux").voices
    assert [voice.point.text for voice in voices] == [shown]


def test_a_claim_that_two_papers_print_is_disputed_once(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    other = QUARREL.replace("wies Musters Vorwurf", "wies Musters Vorwurf am Freitag")
    library = library_of(
        read(QUARREL, id="eins", on="2025-03-07"),
        read(other, id="zwei", on="2025-03-07", outlet="Hafenblatt"),
        read(MORE, id="drei", on="2025-03-07"),
    )
    assert len(card(library, "Museum Nordlux").disputed) == 1


def test_places_with_two_names_are_one_topic(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read("In Köln entsteht das Museum Nordlux. Köln zahlt.", id="eins", title="Köln baut"),
        read(
            "The museum Nordlux will open in Cologne. Cologne pays for it.",
            id="zwei",
            title="Cologne builds",
            language="en",
        ),
    )
    assert card(library, "Cologne").articles == 2
    assert card(library, "Köln").articles == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Die Nordlux AG streicht in Kiel 450 Stellen.",
            "Die Nordlux AG streicht in Bern 400 Stellen.",
        ),
        (
            "Das Museum Nordlux zählte im Jahr 2023 300 Besucher.",
            "Das Museum Nordlux zählte im Jahr 2024 420 Besucher.",
        ),
    ],
)
def test_figures_of_other_places_or_times_are_no_contradiction(
    one: str, other: str, read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(one, id="eins", on="2025-03-07"), read(other, id="zwei", on="2025-03-07")
    )
    assert card(library).disputed == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_answer_that_only_points_back_is_no_voice(
    read: Callable[..., Reading], library_of: Callable[..., Library], language: Language
) -> None:
    texts: dict[Language, str] = {
        "de": "Anna Beispiel sagte, die Firma Nordlicht habe kein Geld. Karl Muster zufolge ist "
        "das falsch. Karl Muster sagte, Nordlicht habe am Hafen 40 Leute eingestellt.",
        "en": "Anna Sample said the company Nordlicht had no money. Karl Model called that wrong. "
        "Karl Model said that Nordlicht had hired 40 people at the harbour.",
    }
    found = library_of(read(texts[language], language=language)).brief("nordlicht")
    assert isinstance(found, CardFound)
    said = [voice.point.text for voice in found.card.voices]
    assert not any(word in text for text in said for word in ("das falsch", "that wrong"))


def in_both_languages(library: Library, query: str) -> tuple[TopicCard, TopicCard]:
    german, english = (library.brief(query, language=language) for language in ("de", "en"))
    assert isinstance(german, CardFound)
    assert isinstance(english, CardFound)
    return german.card, english.card


def test_of_what_tells_about_as_much_the_readers_language_leads(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read("Die Firma Nordlicht baut am Hafen ein Netz. Nordlicht stellt 40 Leute ein.", id="a"),
        read(
            "The company Nordlicht opens a yard. Nordlicht hires 30 people.", id="b", language="en"
        ),
    )
    german, english = in_both_languages(library, "nordlicht")
    assert german.lead[0].text == "Die Firma Nordlicht baut am Hafen ein Netz."
    assert english.lead[0].text == "The company Nordlicht opens a yard."
    # What only the other language tells is still told.
    assert any("30 people" in point.text for point in points_of(german))
    assert any("40 Leute" in point.text for point in points_of(english))


def test_what_both_languages_tell_is_told_in_the_readers_alone(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    english_lead = (
        "Microsoft published its new model R1 on Monday. With R1 Microsoft competes with OpenAI."
    )
    german_passing = (
        "In Kiel fielen die Kurse. Die Anleger warteten ab. Der Handel war ruhig. Microsoft "
        "brachte am 3. März das Modell R1 heraus. Die Börse in Kiel schloss am Abend."
    )
    library = library_of(
        read(english_lead, id="a", title="Microsoft publishes R1", language="en", on="2025-03-04"),
        read(german_passing, id="b", title="Kurse fallen", on="2025-03-04"),
    )
    german, english = in_both_languages(library, "microsoft")
    texts = {card.language: [point.text for point in points_of(card)] for card in (german, english)}
    assert german.lead[0].text == "Microsoft brachte am 3. März das Modell R1 heraus."
    assert "Microsoft published its new model R1 on Monday." not in texts["de"]
    assert english.lead[0].text == "Microsoft published its new model R1 on Monday."
    assert "Microsoft brachte am 3. März das Modell R1 heraus." not in texts["en"]


def test_what_nothing_in_the_readers_language_says_leads_in_the_other(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(
        read(
            "Microsoft has bought the yard Nordlux from the city of Kiel for $40 million. "
            "Microsoft will build ships there.",
            id="a",
            title="Microsoft buys Nordlux",
            language="en",
            on="2025-03-04",
        ),
        read("In Kiel regnet es. Microsoft schweigt.", id="b", title="Wetter", on="2025-03-04"),
    )
    german, _ = in_both_languages(library, "microsoft")
    assert "has bought the yard" in german.lead[0].text


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_card_is_the_same_whatever_the_order_of_its_articles(
    language: Language, read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    readings = [
        read("Microsoft published the model R1 on Monday.", id="a", language="en", on="2025-03-04"),
        read("Microsoft brachte am 3. März das Modell R1 heraus.", id="b", on="2025-03-04"),
        read("Am 3. März gab Microsoft das Modell R1 heraus.", id="c", on="2025-03-04"),
    ]
    cards = {
        library_of(*order).brief("microsoft", language=language) for order in permutations(readings)
    }
    assert len(cards) == 1


def test_a_number_that_two_papers_copy_contradicts_a_third_once(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    copied = "Die Nordlicht AG streicht in Kiel 300 Stellen."
    own = "Die Nordlicht AG will in Kiel 450 Stellen streichen."
    library = library_of(
        *(read(f"{copied} Der Rat tagt.", id=f"a{n}", outlet=f"Blatt {n}") for n in range(3)),
        read(f"{own} Viele gehen früher in Rente.", id="b", outlet="Küstenbote"),
    )
    found = library.brief("nordlicht")
    assert isinstance(found, CardFound)
    (dispute,) = found.card.disputed
    assert {point.text for point in dispute.points} == {copied, own}


def test_a_place_with_two_names_is_called_as_the_reader_calls_it(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    german = read("In Köln entsteht ein Museum. Köln zahlt dafür.", id="eins", title="Köln baut")
    english = read(
        "A museum will open in Cologne. Cologne pays for it.",
        id="zwei",
        title="Cologne builds",
        language="en",
    )
    both = library_of(german, english)
    cards = {}
    for language in ("de", "en"):
        found = both.brief("köln", language=language)
        assert isinstance(found, CardFound)
        cards[language] = found.card
    assert (cards["de"].name, cards["en"].name) == ("Köln", "Cologne")
    assert "Cologne" in cards["de"].aliases
    assert "Köln" in cards["en"].aliases
    assert cards["de"].slug == cards["en"].slug
    # A name that no article writes is not made up.
    alone = library_of(german).brief("köln", language="en")
    assert isinstance(alone, CardFound)
    assert alone.card.name == "Köln"


def test_who_speaks_is_called_as_the_reader_calls_them(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Nordlux baut mit der Nordlicht AG ein Werk. „Nordlux ist gut“, so das Weiße Haus."
    both = library_of(
        read(text, id="eins", title="Nordlux"),
        read("The White House praised Nordlux.", id="zwei", title="Nordlux", language="en"),
    )
    for language, name in (("de", "Weißes Haus"), ("en", "White House")):
        found = both.brief("nordlux", language=language)
        assert isinstance(found, CardFound)
        assert name in {voice.speaker for voice in found.card.voices}


def test_a_role_with_a_weak_ending_keeps_its_article(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "„Nordlux bleibt offen“, sagte gestern der frühere Leiter Karl Muster. „Nordlux ist viel "
        "zu klein“, sagte die frühere Leiterin Anna Beispiel. Das Museum Nordlux liegt in Kiel."
    )
    voices = card(library_of(read(text)), "Nordlux").voices
    assert {voice.speaker: voice.role for voice in voices} == {
        "Karl Muster": "der frühere Leiter",
        "Anna Beispiel": "frühere Leiterin",
    }


MUSTER = (
    "„Nordlux is not for sale“, sagte der Vorsitzende des Gremiums, Karl Muster. "
    "Das Museum Nordlux liegt in Kiel."
)
MASON = (
    "Anna Sample, chief executive of Northlight, disagreed. “Museum Nordlux is far too "
    "small,” Anna Sample said. "
    "Board chairman Karl Muster praised Museum Nordlux."
)


@pytest.mark.parametrize(
    ("language", "roles"),
    [
        ("de", {"Karl Muster": "Verwaltungsratsvorsitzender", "Anna Sample": None}),
        ("en", {"Karl Muster": "Board chairman", "Anna Sample": "chief executive of Northlight"}),
    ],
)
def test_a_role_is_told_in_the_language_of_the_card_or_not_at_all(
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
    language: Language,
    roles: dict[str, str | None],
) -> None:
    german = read(MUSTER, id="eins", on="2025-03-07")
    english = read(MASON, id="zwei", on="2025-03-07", language="en")
    found = library_of(german, english).brief("Nordlux", language=language)
    assert isinstance(found, CardFound)
    assert {voice.speaker: voice.role for voice in found.card.voices} == roles


def test_a_man_who_chairs_is_not_shown_as_a_woman(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "„Nordlux steht nicht zum Verkauf“, erklärte der Vorsitzende des Vereins, Karl Muster. "
        "„Nordlux bleibt offen“, sagte die Vorsitzende des Rates, Anna Beispiel. "
        "Das Museum Nordlux liegt in Kiel."
    )
    found = library_of(read(text)).brief("Nordlux")
    assert isinstance(found, CardFound)
    roles = {voice.speaker: voice.role for voice in found.card.voices}
    assert roles == {
        "Karl Muster": "der Vorsitzende des Vereins",
        "Anna Beispiel": "Vorsitzende des Rates",
    }


ACCUSED = "Karl Muster warf Anna Beispiel vor, beim Museum Nordlux betrogen zu haben."


@pytest.mark.parametrize(
    ("answer", "is_disputed"),
    [
        ("Anna Beispiel wies Karl Musters Vorwürfe zum Museum Nordlux zurück.", True),
        ("Anna Beispiel bestritt Karl Musters Vorwürfe zum Museum Nordlux am Mittwoch.", True),
        ("Eva Kurz wies Karl Musters Vorwürfe zum Museum Nordlux zurück.", False),
        ("Anna Beispiel lobte Karl Muster für das Museum Nordlux.", False),
        ("Anna Beispiel kritisierte Karl Muster. Das Museum Nordlux öffnet im Mai.", False),
    ],
)
def test_an_accusation_is_disputed_by_the_accused_in_another_paper(
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
    answer: str,
    *,
    is_disputed: bool,
) -> None:
    claim = read(ACCUSED, id="a", outlet="Morgenblatt", on="2025-03-14")
    for day, expected in (("2025-03-15", is_disputed), ("2025-04-15", False)):
        other = read(answer, id="b", outlet="Abendblatt", on=day)
        found = library_of(claim, other).brief("nordlux")
        assert isinstance(found, CardFound)
        assert bool(found.card.disputed) is expected


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        (
            "Karl Muster war am Montag im Museum Nordlux. Kiel sollte dem Museum Nordlux danken.",
            "de",
            "Kiel sollte dem Museum Nordlux danken.",
        ),
        (
            "Karl Muster visited Nordlux in Kiel on Monday. The Nordlux Museum is a mistake.",
            "en",
            "The Nordlux Museum is a mistake.",
        ),
        # What others demand is not what the author demands.
        ("Laut Karl Muster sollte Kiel das Museum Nordlux am Hafen verkaufen.", "de", ""),
        ("Kiel hat im Museum Nordlux die Güter der Reederei ausgestellt.", "de", ""),
    ],
)
def test_what_is_marked_as_opinion_judges_or_demands(
    text: str,
    language: Language,
    shown: str,
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
) -> None:
    report = read(
        "Die Stadt Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux öffnet im Mai.",
        id="bericht",
        on="2025-03-07",
    )
    opinion = read(
        text, id="meinung", kind="opinion", on="2025-03-07", outlet="Hafenblatt", language=language
    )
    made = card(library_of(report, opinion))
    marked = [one.text for one in made.facts if one.spans[0].article == "meinung"]
    assert marked == ([shown] if shown else [])


REJECTED = (
    "Die Reederei Nordlicht AG hat Zweifel am Geld für das Museum Nordlux zurückgewiesen. Der Bau "
    "gehe weiter, hieß es. {} hatte Karl Muster die Zusagen {}. Das Museum habe gar kein Geld, "
    "sagte Muster."
)
DISMISSED = (
    "Northlight Inc. has dismissed concerns about the money for the Nordlux Museum. {} Karl Muster "
    "had {} the promises. “They have no money at all,” Muster said."
)


@pytest.mark.parametrize(
    ("language", "text", "disputed"),
    [
        ("de", REJECTED.format("Zuvor", "in Frage gestellt"), ["Karl Muster"]),
        ("de", REJECTED.format("Vorher", "kritisiert"), ["Karl Muster"]),
        ("en", DISMISSED.format("Earlier,", "questioned"), ["Karl Muster"]),
        # Nothing says that it is what was rejected.
        ("de", REJECTED.format("Am Freitag", "in Frage gestellt"), []),
        ("de", REJECTED.format("Zuvor", "gelesen"), []),
        ("en", DISMISSED.format("Earlier,", "read"), []),
    ],
)
def test_what_is_rejected_may_be_told_behind_the_answer(
    language: Language,
    text: str,
    disputed: list[str],
    read: Callable[..., Reading],
    library_of: Callable[..., Library],
) -> None:
    made = card(library_of(read(text, language=language, title="Nordlux", on="2025-03-07")))
    assert [one[0] for one in quarrelling(made)] == disputed


@pytest.mark.parametrize(
    "answer", ["Anna Beispiel widersprach ihm.", "Laut Anna Beispiel ist das falsch."]
)
def test_who_only_contradicts_what_stands_before_is_the_other_side(
    answer: str, read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = f"Karl Muster behauptete, das Museum Nordlux habe kein Geld. {answer}"
    made = card(library_of(read(text, title="Nordlux", on="2025-03-07")))
    assert quarrelling(made) == [("Karl Muster", "Anna Beispiel")]


def test_who_only_contradicts_somebody_is_no_voice(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Das Museum Nordlux öffnet im Mai.\n\nKarl Muster sagte am Montag, die Eier seien teuer. "
        "Am Museum Nordlux widersprach ihm Anna Beispiel.\n\nAuch vom Museum Nordlux aus "
        "widersprach ihm Anna Beispiel."
    )
    made = card(library_of(read(text, title="Nordlux", on="2025-03-07")))
    assert "Anna Beispiel" not in {one.speaker for one in made.voices}


def test_two_figures_that_two_papers_both_have_are_not_disputed(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Wartezeit vor den Türen: Museum Nordlux 15 Minuten, Kiel und Bern 20 Minuten."
    library = library_of(
        read(f"{text} Das Museum Nordlux öffnet.", id="eins", title="Nordlux", outlet="Hafenblatt"),
        read(f"{text} Kiel lobt Nordlux.", id="zwei", title="Nordlux", outlet="Seeblatt"),
    )
    assert card(library, "Museum Nordlux").disputed == ()
