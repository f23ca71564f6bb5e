"""Direct speech: what counts as a quotation, and who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.name_gender import gender_of
from bot.core.models import Name, Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.quotes import find_quotes

if TYPE_CHECKING:
    from bot.core.models import NameKind, Quote
    from bot.lemmas import DictionaryLemmatiser


def name(text: str, full: str, *variants: str, kind: NameKind = "PER") -> Name:
    pattern = "|".join(re.escape(variant) for variant in (full, *variants))
    found = [Range(*match.span()) for match in re.finditer(rf"\b(?:{pattern})\b", text)]
    return Name(full, kind, tuple(found))


class Read:
    """The quotations of a text, with what they cover as plain strings."""

    def __init__(
        self, text: str, lemmatiser: DictionaryLemmatiser, *names: Name, language: str = "de"
    ) -> None:
        self.article = article(text, language=language)
        draft = cut_draft(self.article, lemmatiser)
        self.quotes = find_quotes(draft, names, lemmatiser=lemmatiser)

    @property
    def direct(self) -> list[str]:
        return [self.article.cut(q.range) for q in self.quotes if q.mode == "direct"]

    @property
    def only(self) -> Quote:
        (quote,) = self.quotes
        return quote

    def speaker(self, number: int = 0) -> str | None:
        part = self.quotes[number].speaker
        return self.article.cut(part) if part else None


@pytest.mark.parametrize(
    "marks",
    ["„{}“", "„{}”", "“{}”", '"{}"', "»{}«", "«{}»", "‚{}‘", "‘{}’", "``{}''"],
    ids=str,
)
def test_all_quotation_marks_hold_speech(marks: str, lemmatiser: DictionaryLemmatiser) -> None:
    speech = marks.format("Wir bauen die Brücke im nächsten Jahr")
    read = Read(f"{speech}, sagte die Ministerin.", lemmatiser)
    assert read.direct == [speech]
    assert read.speaker() == "die Ministerin"
    assert read.only.verb == "sagte"


def test_a_direct_quotation_is_shown_with_its_marks(lemmatiser: DictionaryLemmatiser) -> None:
    quote = Read("Der Wirt sagte: „Heute bleibt die Küche zu.“", lemmatiser).only
    assert quote.shown == quote.range


def test_a_quotation_runs_over_several_sentences(lemmatiser: DictionaryLemmatiser) -> None:
    speech = "„Das Wasser steigt. Wir räumen die Keller. Niemand ist verletzt.“"
    assert Read(f"Der Bürgermeister sagte: {speech}", lemmatiser).direct == [speech]


def test_a_paragraph_that_opens_again_goes_on(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "Die Richterin sagte: „Das Verfahren war lang und nicht immer einfach.\n\n"
        "„Am Ende zählt allein, was bewiesen ist.“"
    )
    read = Read(text, lemmatiser)
    assert len(read.direct) == 2
    assert read.speaker(1) == "Die Richterin"


def test_an_open_mark_does_not_swallow_the_article(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Er sagte: „Das wird teuer und dauert lange.\n\nDie Stadt prüft nun andere Wege."
    assert Read(text, lemmatiser).direct == []


def test_apostrophes_are_no_quotation_marks(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Hans’ Laden schließt, wie's heißt, und Klaus’ Laden bleibt."
    assert Read(text, lemmatiser).direct == []


def test_inner_marks_belong_to_the_outer_quotation(lemmatiser: DictionaryLemmatiser) -> None:
    speech = "„Sie rief immer wieder ‚Hilfe‘ und lief auf die Straße“"
    assert Read(f"{speech}, sagte ein Nachbar.", lemmatiser).direct == [speech]


@pytest.mark.parametrize(
    "text",
    [
        "Das Projekt „Nordlicht“ kostet zwei Milliarden Euro.",
        'Apple stellt den "All-in-Rechner" vor.',
        "Die Zeitschrift „Neue Wege“ erscheint seit 1950.",
        "Der Film „Zwei Tage im Mai“ läuft ab Donnerstag.",
    ],
)
def test_titles_and_names_are_no_speech(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert Read(text, lemmatiser).direct == []


def test_what_is_said_again_elsewhere_is_a_name(lemmatiser: DictionaryLemmatiser) -> None:
    once = "Die Ministerin meinte, der Plan „Sauber bauen“ sei zu teuer. Der Rat berät im Mai."
    again = once.replace("berät", "berät „Sauber bauen“")
    assert Read(once, lemmatiser).direct == ["„Sauber bauen“"]
    assert Read(again, lemmatiser).direct == []


@pytest.mark.parametrize(
    "text",
    [
        "„Ein guter Anfang“, sagte der Trainer.",
        "Die Brücke ist gesperrt. „Reine Vorsicht“, erklärte die Bürgermeisterin.",
        "Die Ministerin nannte die Absage einen „Vertrauensbruch“.",
        "Der Verband bezeichnete den Plan als „Wortbruch“.",
    ],
)
def test_a_few_words_that_somebody_says_are_speech(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert len(Read(text, lemmatiser).direct) == 1


def test_marks_joined_to_speech_are_speech(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Die Ministerin nannte den Plan „völlig überzogen“ und „Unsinn“."
    assert Read(text, lemmatiser).direct == ["„völlig überzogen“", "„Unsinn“"]


def test_marks_joined_to_a_title_are_a_title(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Sie spielte in „Nachtfahrt“ oder „Keiner kommt ohne Schuld davon“."
    assert Read(text, lemmatiser).direct == []


def test_a_title_follows_its_noun_in_any_case(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Nach einem Test des Magazins „laufen, springen und werfen“ gibt es zwei Modelle."
    assert Read(text, lemmatiser).direct == []


def test_a_name_before_the_verb_speaks(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind sagte am Montag in Kassel: „Wir haben lange genug gewartet.“"
    quote = Read(text, lemmatiser, name(text, "Vera Lind")).only
    assert quote.speaker_name == "Vera Lind"


def test_a_name_that_is_a_common_word_as_well_speaks(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Anna Muster lehnte ab. Gall schreibt: „Der Dauerbetrieb bringt am Ende nichts.“"
    read = Read(text, lemmatiser, name(text, "Anna Muster"), name(text, "Gall"))
    assert read.only.speaker_name == "Gall"


def test_a_name_in_the_genitive_is_not_the_speaker(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Linds Sprecherin sagte: „Wir haben lange genug gewartet.“"
    found = Name("Vera Lind", "PER", (Range(0, 5),))
    read = Read(text, lemmatiser, found)
    assert read.speaker() == "Linds Sprecherin"
    assert read.only.speaker_name is None


def test_a_spokesman_is_not_his_ministry(lemmatiser: DictionaryLemmatiser) -> None:
    text = "„Wir prüfen den Antrag genau“, sagte ein Sprecher von Novatek."
    read = Read(text, lemmatiser, name(text, "Novatek", kind="ORG"))
    assert read.speaker() == "ein Sprecher von Novatek"
    assert read.only.speaker_name is None


def test_an_organisation_may_speak(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Novatek teilte mit: „Das Werk bleibt bis auf Weiteres geschlossen.“"
    quote = Read(text, lemmatiser, name(text, "Novatek", kind="ORG")).only
    assert (quote.speaker_name, quote.verb) == ("Novatek", "teilte mit")


def test_a_pronoun_means_the_last_subject(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Paul Kern besuchte das Werk. Er sagte: „Hier entsteht etwas Neues.“"
    read = Read(text, lemmatiser, name(text, "Paul Kern"))
    assert read.speaker() == "Er"
    assert read.only.speaker_name == "Paul Kern"


def test_a_pronoun_with_two_candidates_stays_open(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Gestern trafen sich Paul Kern und Otto Wirt. Er sagte: „Hier entsteht etwas Neues.“"
    names = (name(text, "Paul Kern"), name(text, "Otto Wirt"))
    assert Read(text, lemmatiser, *names).only.speaker_name is None


def test_a_pronoun_does_not_mean_whom_it_cannot(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Anna Kern leitet den Rat. Otto Wirt ist gegen sie. Sie sagte: „Wir bauen trotzdem.“"
    names = (name(text, "Anna Kern"), name(text, "Otto Wirt"))
    assert Read(text, lemmatiser, *names).only.speaker_name == "Anna Kern"
    assert Read(text, lemmatiser, names[1]).only.speaker_name is None


@pytest.mark.parametrize("first", ["Hilary", "Joan", "Marion", "Evelyn", "Shirley", "Camille"])
def test_a_first_name_of_men_and_women_hands_no_words_to_another(
    first: str, lemmatiser: DictionaryLemmatiser
) -> None:
    text = f"{first} Kern met Otto Wirt on Monday. He said: “We will build something new here.”"
    names = (name(text, f"{first} Kern"), name(text, "Otto Wirt"))
    assert Read(text, lemmatiser, *names, language="en").only.speaker_name != "Otto Wirt"


@pytest.mark.parametrize("first", ["Joan", "Jasmin", "Inge", "Lilian", "Uli", "Claude", "Glenn"])
def test_what_both_bear_says_nothing(first: str) -> None:
    assert gender_of(f"{first} Kern") is None


def test_an_unknown_first_name_fits_any_pronoun(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Uwela Kern leitet den Rat. Sie sagte: „Wir bauen trotzdem.“"
    assert Read(text, lemmatiser, name(text, "Uwela Kern")).only.speaker_name == "Uwela Kern"


def test_a_relative_clause_before_the_quotation_does_not_speak(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Laut Polizei ist der Zug, zu dem ein Bündnis aufrief, „weitgehend friedlich“ verlaufen."
    read = Read(text, lemmatiser)
    assert {read.speaker(number) for number in range(len(read.quotes))} == {"Polizei"}


@pytest.mark.parametrize(
    ("somebody", "speaker"),
    [("die Ministerin", "die Ministerin"), ("Anna Muster", "Anna Muster"), ("die Brücke", None)],
)
def test_for_whom_something_is_what_the_marks_say_speaks(
    somebody: str, speaker: str | None, lemmatiser: DictionaryLemmatiser
) -> None:
    text = f"Für {somebody} ist das „ein Schritt in die falsche Richtung“."
    assert Read(text, lemmatiser, name(text, "Anna Muster")).speaker() == speaker


def test_nobody_speaks_from_inside_the_quotation(lemmatiser: DictionaryLemmatiser) -> None:
    read = Read("Kommt es dazu nicht, so „helfe ihnen Gott“.", lemmatiser)
    assert read.direct == ["„helfe ihnen Gott“"]
    assert read.speaker(-1) is None


def test_a_quotation_alone_goes_on_with_the_speaker(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "„Die Brücke ist nicht mehr sicher“, sagte Vera Lind. "
        "„Deshalb sperren wir sie noch heute für alle.“"
    )
    quotes = Read(text, lemmatiser, name(text, "Vera Lind")).quotes
    assert [quote.speaker_name for quote in quotes] == ["Vera Lind", "Vera Lind"]


def test_a_quotation_alone_belongs_to_whom_the_sentence_before_let_speak(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = (
        "„Das wird teuer für alle“, sagte die Anwältin. Der Bürgermeister wies auf die Kosten "
        "hin. „Wir müssen sparen, sonst reicht das Geld nicht.“"
    )
    assert Read(text, lemmatiser).speaker(-1) == "Der Bürgermeister"


def test_a_name_right_before_the_quotation_speaks(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "Viele freuten sich, so die Wirtin Anna Muster, der Koch Max Beispiel („Das hat hier noch "
        "niemand gesehen“) und die Bäckerin Ida Roth: „Der Preis kommt nicht zu früh.“"
    )
    names = [name(text, full) for full in ("Anna Muster", "Max Beispiel", "Ida Roth")]
    direct = [one for one in Read(text, lemmatiser, *names).quotes if one.mode == "direct"]
    assert [one.speaker_name for one in direct] == ["Max Beispiel", "Ida Roth"]


def test_a_name_of_whom_is_spoken_before_the_colon_does_not_speak(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Anna Muster schwieg lange. Ihre Meinung zu Ida Roth: „Ich dachte, das darf nicht sein.“"
    read = Read(text, lemmatiser, name(text, "Anna Muster"), name(text, "Ida Roth"))
    assert read.only.speaker_name != "Ida Roth"


@pytest.mark.parametrize(
    "text",
    [
        "Wie die Ministerin erklärte, sieht der Rat im Gesetz „kein Hindernis für den Handel“.",
        "Der Plan, den alle lesen müssen, ist, wie die Ministerin sich ausdrückte, „ein Anfang“.",
    ],
)
def test_who_is_said_to_say_so_speaks(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert Read(text, lemmatiser).speaker(-1) == "die Ministerin"


def test_the_sentence_behind_says_whose_words_they_were(lemmatiser: DictionaryLemmatiser) -> None:
    text = "„Das wird teuer für alle.“ Das sagte die Bürgermeisterin am Montag im Rat."
    read = Read(text, lemmatiser)
    assert (read.only.mode, read.speaker()) == ("direct", "die Bürgermeisterin")


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Die Kritik wies Anna Muster zurück", "Anna Muster"),
        ("Jegliche Verantwortung weist Anna Muster von sich", "Anna Muster"),
        ("Die Regierung nannte Anna Muster ein Vorbild", "Die Regierung"),
        ("Die Kritik an Anna Muster wächst", "Die Kritik"),
    ],
)
def test_a_thing_before_the_verb_leaves_the_word_to_the_person_behind_it(
    opening: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    text = f"{opening}: „Wir hatten im Herbst keine andere Wahl als diese.“"
    read = Read(text, lemmatiser, name(text, "Anna Muster"))
    assert read.speaker(-1) == speaker


def test_a_quotation_split_by_its_speaker_has_one_speaker(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "„Das ist gut“, sagte Vera Lind, „und wir machen morgen damit weiter.“"
    quotes = Read(text, lemmatiser, name(text, "Vera Lind")).quotes
    assert {quote.speaker_name for quote in quotes} == {"Vera Lind"}


def test_any_verb_after_a_quotation_is_one_of_saying(lemmatiser: DictionaryLemmatiser) -> None:
    read = Read("„So etwas habe ich noch nie gesehen“, staunte die Försterin.", lemmatiser)
    assert (read.speaker(), read.only.verb) == ("die Försterin", "staunte")


def test_an_unnamed_passive_has_no_speaker(lemmatiser: DictionaryLemmatiser) -> None:
    read = Read("Die Lage wurde als „äußerst angespannt und gefährlich“ bezeichnet.", lemmatiser)
    assert read.speaker() is None


def test_the_subject_of_the_sentence_between_is_the_pronoun(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = (
        "Paul Kern griff an. „Das Geld fehlt an allen Ecken“, schrieb er auf X. "
        "Otto Wirt lud ihn daraufhin ein. „wollen Sie die Baustelle nicht sehen?“, fragte er."
    )
    names = (name(text, "Paul Kern"), name(text, "Otto Wirt"))
    found = Read(text, lemmatiser, *names).quotes
    spoken = [quote.speaker_name for quote in found if quote.mode == "direct"]
    assert spoken == ["Paul Kern", "Otto Wirt"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Otto Wirt lehnte sofort ab. „nein danke, wir brauchen das nicht“, schrieb er.", "de"),
        ("Mill boss Otto Wirt turned it down on X. “no thanks, we do not need it,” he said.", "en"),
    ],
)
def test_a_small_quotation_after_a_full_stop_opens_a_sentence(
    text: str, language: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = Read(text, lemmatiser, name(text, "Otto Wirt"), language=language).quotes
    assert found[-1].speaker_name == "Otto Wirt"


@pytest.mark.parametrize(
    "text",
    [
        "„Wir verkaufen den Hof nicht“, sagte die Leiterin des Betriebs, Vera Lind.",
        "Dazu sagte die Leiterin des Betriebs, Vera Lind: „Wir verkaufen den Hof nicht.“",
        "Die Leiterin des Betriebs, Vera Lind, sagte: „Wir verkaufen den Hof nicht.“",
    ],
)
def test_a_name_after_its_role_and_a_comma_speaks(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert Read(text, lemmatiser, name(text, "Vera Lind")).only.speaker_name == "Vera Lind"


def test_a_list_is_no_apposition(lemmatiser: DictionaryLemmatiser) -> None:
    text = "„Wir verkaufen nicht“, sagten die Leiterin, Vera Lind und Otto Wirt."
    names = (name(text, "Vera Lind"), name(text, "Otto Wirt"))
    assert Read(text, lemmatiser, *names).only.speaker_name is None


SPEECH = "„Die Rechnung geht am Ende nicht auf.“"


@pytest.mark.parametrize("who", ["Der Novatek-Chef", "Der Unternehmer", "Der 48-Jährige"])
def test_a_description_right_after_means_the_subject(
    who: str, lemmatiser: DictionaryLemmatiser
) -> None:
    text = f"Gestern hatte Paul Kern die Pläne kritisiert. {who} schrieb: {SPEECH}"
    found = Read(text, lemmatiser, name(text, "Paul Kern")).quotes
    assert found[-1].speaker_name == "Paul Kern"


@pytest.mark.parametrize(
    "text",
    [
        f"Paul Kern traf Otto Wirt. Der Unternehmer sagte: {SPEECH}",
        f"Paul Kern griff an. Der Minister sagte: {SPEECH}",
        f"Paul Kern griff an. Die Unternehmerin sagte dann, er sagte: {SPEECH}",
        f"Paul Kern griff Novatek an. Der Novatek-Chef sagte: {SPEECH}",
        f"Paul Kern griff einen Unternehmer an. Der Unternehmer sagte: {SPEECH}",
        f"Paul Kern griff an. Niemand widersprach ihm dort. Der Unternehmer sagte: {SPEECH}",
    ],
)
def test_a_description_that_may_be_another_stays_open(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    names = [name(text, full) for full in ("Paul Kern", "Otto Wirt") if full in text]
    described = [
        quote.speaker_name
        for quote in Read(text, lemmatiser, *names).quotes
        if quote.speaker and text[quote.speaker.start :].startswith(("Der ", "Die "))
    ]
    assert set(described) <= {None}


def test_the_chief_of_what_somebody_else_heads_stays_open(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = f"Novatek-Chef Otto Wirt kam. Paul Kern griff an. Der Novatek-Chef sagte: {SPEECH}"
    wirt = Name("Otto Wirt", "PER", (Range(13, 22),), roles=(Range(0, 12),))
    found = Read(text, lemmatiser, wirt, name(text, "Paul Kern")).quotes
    assert found[-1].speaker_name is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In dem Gesetz steht der Satz: „Die Bahn ist frei für alle.“", "dem Gesetz"),
        (
            "Auf der Seite heißt es zur Frage, was man beschlossen hat: „Wir bauen neu und gut.“",
            "der Seite",
        ),
        (
            "Im letzten Satz des Schreibens, das gestern kam, heißt es: „Wir bauen neu und gut.“",
            "letzten Satz des Schreibens",
        ),
        (
            "Die Ministerin wies die Klage ab, und nannte die Lage „völlig offen und ernst“.",
            "Die Ministerin",
        ),
        (
            "Der Minister sagte, die Lage sei gut und der Feind sollte wissen, „dass wir da sind“.",
            "Der Minister",
        ),
        ("Was für die Ministerin „ein guter und kurzer Weg“ ist, dauert.", "die Ministerin"),
        ("In dem Schreiben war von einem „offenen und langen Gespräch“ die Rede.", "dem Schreiben"),
        (
            "Der Sprecher sagte, man habe gewarnt. Demnach flog der Pilot „viel zu weit und tief“.",
            "Der Sprecher",
        ),
        (
            "Heute nahm der Minister dazu Stellung. Jeder Lehrer könne „das Konto jetzt leeren“.",
            "der Minister",
        ),
        (
            "Heute, nach langer Pause, schickte der Verfasser einen Kommentar: „Wir bleiben hier.“",
            "der Verfasser",
        ),
    ],
)
def test_who_governs_the_quotation_speaks(
    text: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    read = Read(text, lemmatiser)
    direct = next(i for i, quote in enumerate(read.quotes) if quote.mode == "direct")
    assert read.speaker(direct) == speaker


def test_words_before_a_colon_are_nobody(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind sagte, es sei spät. Dann kam die Frage: „War das Kabel denn sehr schwer?“"
    read = Read(text, lemmatiser, name(text, "Vera Lind"))
    assert read.quotes[-1].speaker_name is None


def test_a_claim_is_that_of_its_owner(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "Auf den Vorwurf der SPD, es handele sich um einen „teuren und späten Antrag“, "
        "entgegnete Vera Lind, dass alles bleibt."
    )
    names = (name(text, "SPD", kind="ORG"), name(text, "Vera Lind"))
    direct = next(q for q in Read(text, lemmatiser, *names).quotes if q.mode == "direct")
    assert direct.speaker_name == "SPD"


def test_the_subject_behind_a_subordinate_clause_is_the_pronoun(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = (
        "Obwohl Otto Wirt fehlte, lud Max Beispiel alle ein. „Wir fangen heute noch an“, sagte er."
    )
    read = Read(text, lemmatiser, name(text, "Otto Wirt"), name(text, "Max Beispiel"))
    assert read.only.speaker_name == "Max Beispiel"


def test_who_spoke_before_is_shown_where_the_sentence_names_him(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = (
        "Vera Lind sagte, das Geld fehle. Obwohl Lind mit Steuern rechnet, sei man von einer "
        "„Wende noch weit entfernt“."
    )
    read = Read(text, lemmatiser, name(text, "Vera Lind", "Lind"))
    assert (read.speaker(-1), read.quotes[-1].speaker_name) == ("Lind", "Vera Lind")


@pytest.mark.parametrize(
    "text",
    [
        "Im Kern steht der Satz: „Die Bahn ist frei für alle, die fahren.“",
        "Dass alles fehlt, macht die Sache schwer: „Die Bahn ist frei für alle, die fahren.“",
    ],
)
def test_what_is_no_paper_and_nobody_does_not_speak(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert Read(text, lemmatiser).speaker() is None


def test_two_verbs_of_one_person_have_one_speaker(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Die Äußerungen nannte Vera Lind „einen Knaller“ und glaubt, dass sie wirken."
    read = Read(text, lemmatiser, name(text, "Vera Lind"))
    assert {quote.speaker_name for quote in read.quotes} == {"Vera Lind"}


def test_a_relative_pronoun_is_not_the_person_of_the_sentence_before(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Otto Wirt ging. Man hörte dem Gast lange zu, der sagte: „Das Wasser steigt weiter an.“"
    assert Read(text, lemmatiser, name(text, "Otto Wirt")).only.speaker_name is None


def test_his_own_thing_before_a_colon_does_not_speak(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "„Wir schaffen das bis zum Sommer“, sagte Vera Lind. "
        "Ihre Hoffnung gründet sich auf die Zahlen: „Sie waren noch nie so gut wie heute.“"
    )
    assert Read(text, lemmatiser, name(text, "Vera Lind")).quotes[-1].speaker_name == "Vera Lind"


def test_english_speech_is_found(lemmatiser: DictionaryLemmatiser) -> None:
    text = "“We will open the bridge in May,” said Mayor Ann Cole."
    read = Read(text, lemmatiser, name(text, "Ann Cole"), language="en")
    assert read.only.speaker_name == "Ann Cole"


@given(st.text(alphabet="„“”\"»«‚‘’' \n.,:aAsagte", max_size=300))
def test_every_range_lies_in_the_text(text: str) -> None:
    draft = cut_draft(article(text), PLAIN)
    for quote in find_quotes(draft, (), lemmatiser=PLAIN):
        assert 0 <= quote.range.start < quote.range.end <= len(text)
        assert 0 <= quote.shown.start < quote.shown.end <= len(text)


class Plain:
    """Knows no word; enough where only offsets matter."""

    def lemma(self, word: str, language: str) -> str:
        del language
        return word.lower()

    def is_known(self, word: str, language: str) -> bool:
        del word, language
        return False


PLAIN = Plain()


@pytest.mark.parametrize(
    "text",
    [
        "„" * 100_000,
        "„a“ " * 25_000,
        "„„„“" * 25_000,
        '„»"‚‘’' * 16_000,
        "a" * 100_000,
        "Er sagte, dass " * 7_000,
        "Er sagte: „ja nein gut so“. " * 3_500,
        ".,;:!?" * 16_000,
        "\u202e\x00\u200d" * 30_000,
    ],
    ids=range(9),
)
def test_hostile_text_does_no_harm(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    for quote in Read(text, lemmatiser).quotes:
        assert quote.range.end <= len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Alle sind gesund“, so Anna Muster.", "de"),
        ("„Wir fangen an“, so die Chefin am Montag.", "de"),
        ("„Alle sind gesund“, laut Anna Muster.", "de"),
        ("“They are well”, according to Anna Muster.", "en"),
    ],
)
def test_a_quotation_with_its_source_is_told_once(
    text: str, language: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert Read(text, lemmatiser, language=language).only.mode == "direct"


def test_words_quoted_within_what_a_source_says_do_not_replace_it(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    read = Read("Die Lage ist „so ernst wie nie“ und bleibt es, so Anna Muster.", lemmatiser)
    assert "reported" in {quote.mode for quote in read.quotes}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will build it,” said mayor Anna Muster.", "mayor Anna Muster"),
        ("“We will build it,” said clinic head Anna Muster.", "clinic head Anna Muster"),
    ],
)
def test_a_role_without_an_article_speaks_behind_its_verb(
    text: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    read = Read(text, lemmatiser, name(text, "Anna Muster"), language="en")
    assert (read.speaker(), read.only.speaker_name) == (speaker, "Anna Muster")


def test_a_body_in_the_genitive_is_the_source(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Nach Angaben des Statistischen Landesamtes sank die Zahl um ein Viertel."
    part = Range(17, 42)
    body = Name("Statistisches Landesamt", "ORG", (part,))
    assert text[part.start : part.end] == "Statistischen Landesamtes"
    assert Read(text, lemmatiser, body).only.speaker_name == "Statistisches Landesamt"
