"""Every answer as blocks: whole, valid for Slack, and harmless whatever an article says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from adapters.slack.slack_rules import faults_of_message, faults_of_view, graphemes, texts_in
from core.hostile_texts import PIECES, repeat
from dialogue.invented import NOW, card, full_card, full_digest, point, source
from evaluation import ROOT, load_corpus, load_folder
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.slack.heard import Where
from bot.adapters.slack.mrkdwn import cut, plain, write_runs
from bot.adapters.slack.render import (
    blocks_of_outline,
    fit_view,
    render_part,
    render_parts,
)
from bot.adapters.slack.views import (
    choose_modal,
    complaint_modal,
    fill_modal,
    loading_modal,
    plan_modal,
)
from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.desk.plans import PlanDraft, Problem
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import (
    CardAnswer,
    ChoiceAnswer,
    DigestAnswer,
    HelpAnswer,
    NotFoundAnswer,
    TopicListAnswer,
)
from bot.dialogue.buttons import Part, parts_of
from bot.dialogue.evidence import PointChoice, outline_evidence
from bot.dialogue.further import outline_more
from bot.dialogue.labels.forms import FORMS
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.viewer import Viewer
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Language
    from bot.dialogue.answers import Answer
    from bot.lemmas import DictionaryLemmatiser

LANGUAGES: tuple[Language, ...] = ("de", "en")
HOSTILE = (
    "*fett* _kursiv_ ~weg~ `code` ```block``` :smile: :100: > Zitat",
    "<!channel> <!here> <!everyone> <@U123> <#C1|x> <!subteam^S1>",
    "<https://evil.example|Klick> https://evil.example www.evil.example @here",
    "&lt;!channel&gt; &amp;amp; A & B < C > D",
    "> Zitat am Anfang",
)


def parts(answer: Answer, language: Language = "de") -> tuple[Part, ...]:
    viewer = Viewer(language=language, now=NOW)
    outlines = outline_answer(answer, viewer)
    return parts_of(answer, outlines, viewer.labels, followed=frozenset(), private=True)


def faults(answer: Answer) -> list[str]:
    return [*_faults(answer)]


def _faults(answer: Answer) -> Iterator[str]:
    for language in LANGUAGES:
        shown = parts(answer, language)
        for part in shown:
            yield from faults_of_message(render_part(part, language))
            view = fill_modal(
                "Mehr", fit_view(blocks_of_outline(part.outline, language), language), language
            )
            yield from faults_of_view(view)
        for message in render_parts(shown, language):
            yield from faults_of_message(message)


def visible(answer: Answer) -> str:
    """What a person reads, with Slack's entities resolved."""
    message = render_part(parts(answer)[0], "de")
    text = "\n".join(texts_in(list(message.blocks)))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def read_library(reader: Reader, lemmatiser: DictionaryLemmatiser, names: list[str]) -> Library:
    articles = [a for name in names for a in load_corpus(name, 20, 30)]
    return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)


def faults_of_library(library: Library, queries: list[str]) -> list[str]:
    found = []
    for query in queries:
        outcome = library.brief(query, language="de")
        if not isinstance(outcome, CardFound):
            continue
        found += faults(CardAnswer(outcome.card))
        for outline in (outline_evidence, outline_more):
            drawn = outline(outcome.card, library.reading, Viewer(now=NOW))
            blocks = fit_view(blocks_of_outline(drawn, "de"), "de")
            found += [*faults_of_view(fill_modal("Belege", blocks, "de"))]
            found += [*faults_of_message(render_part(Part(drawn), "de"))]
    return found


@pytest.mark.parametrize("where", ["seeds", "the user's article", "corpora"])
def test_every_card_is_valid_for_slack(where: str, lemmatiser: DictionaryLemmatiser) -> None:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    if where == "corpora":
        if not (ROOT.parent / "shared").is_dir():
            pytest.skip("the evaluation data is absent")
        names = ["articles/de-news", "quotes/de-wikinews-train", "summaries/en-cnndm-dev"]
        library = read_library(reader, lemmatiser, names)
    else:
        folder = ROOT / "seeds" if where == "seeds" else ROOT.parent / "shared" / "seeds"
        if not folder.is_dir():
            pytest.skip("the user's article is absent")
        readings = [reader.reading(one) for one in load_folder(folder)]
        library = Library.of(readings, lemmatiser=lemmatiser)
    queries = [line.name for line in library.topics()][:60]
    assert queries
    assert faults_of_library(library, queries) == []


@pytest.mark.parametrize("answer", [full_card(), full_digest()], ids=["card", "digest"])
def test_a_full_answer_is_shown_whole(answer: object) -> None:
    shown = CardAnswer(answer) if hasattr(answer, "lead") else DigestAnswer(answer)  # type: ignore[arg-type]
    assert faults(shown) == []
    assert "gekürzt" not in visible(shown)


def test_every_item_stands_in_its_order() -> None:
    answer = CardAnswer(full_card())
    text, at = visible(answer), 0
    for section in parts(answer)[0].outline.sections:
        for line in section.lines:
            for run in line.body:
                if run.kind in {"link", "figure"} or not run.text.strip():
                    continue
                at = text.find(run.text.strip(), at)
                assert at >= 0, run.text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_an_article_pings_links_or_formats(text: str) -> None:
    evil = card(
        text,
        lead=(point(text, 1),),
        facts=(point(text, 1),) * 3,
        related=(text,),
        sources=(source(1, text, outlet=text),),
    )
    assert faults(CardAnswer(evil)) == []
    written = "\n".join(
        one["text"]
        for block in render_part(parts(CardAnswer(evil))[0], "de").blocks
        for one in (block.get("text"), *block.get("elements", ()))
        if one and one["type"] == "mrkdwn"
    )
    for mark in ("*fett", "_kursiv_", "~weg~", "`code`", ":smile:", "\n&gt; Zitat", "<!", "<@"):
        assert mark not in written


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    for url in ("javascript:alert(1)", "slack://open", "https://a b", "https://x|y"):
        shown = CardAnswer(card(sources=(source(1, "Titel", url=url),)))
        assert faults(shown) == []
        assert "javascript" not in visible(shown)


@pytest.mark.parametrize("name", sorted(PIECES))
def test_texts_of_any_kind_and_length_stay_within_the_limits(name: str) -> None:
    text = f"Ä {repeat(PIECES[name], 3000)}"
    evil = card(
        text[:300],
        id="evil-1",
        slug="evil",
        lead=(point(text, 1), point(text, 1)),
        facts=tuple(point(text, 1) for _ in range(5)),
        open=(point(text, 1), point(text, 1)),
        sources=tuple(source(n, text[:2000], outlet=text[:2000]) for n in range(1, 12)),
    )
    message = render_part(parts(CardAnswer(evil))[0], "de")
    assert [*faults_of_message(message)] == []


@pytest.mark.parametrize("length", [74, 150, 3000, 20_000])
def test_other_answers_stay_within_the_limits(length: int) -> None:
    name = ("Wärme & <Netz> " * length)[:length]
    for answer in (
        NotFoundAnswer(name, (name, "B", "C"), 3),
        ChoiceAnswer(name, (name, name[:70], "C")),
        TopicListAnswer((), 0, 0),
        HelpAnswer(name),
    ):
        assert faults(answer) == []


@pytest.mark.parametrize("count", [0, 1, 60, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_taken_with_any_number_of_topics_points_and_problems(
    language: Language, count: int
) -> None:
    where = Where("T1", "U1", "C1", "1.1")
    names = tuple(f"{number} <!channel> & „Straße“ {'🏭' * 30}" for number in range(count))
    draft = PlanDraft(names, "7:30", "Z" * 90, tuple(range(7)), language, quiet=True)
    problems = [Problem("zone", "<@U1> gibt es nicht. " * 9)] * min(count, 4)
    points = [PointChoice(str(number), name) for number, name in enumerate(names)]
    views = (
        plan_modal(draft, where, language, problems),
        complaint_modal("0" * 16, points, where, language),
        choose_modal(language),
        loading_modal(FORMS[language].plan_title, language),
    )
    assert [fault for view in views for fault in faults_of_view(view)] == []


@given(st.text(max_size=400), st.integers(2, 90))
def test_a_cut_never_tears_a_grapheme(text: str, most: int) -> None:
    shown = cut(text, most)
    if shown != text:
        assert shown.endswith("…")
        whole = graphemes(text)
        kept = graphemes(shown[:-1])
        assert "".join(kept).rstrip() == "".join(whole[: len(kept)]).rstrip()


@given(st.lists(st.text(max_size=300), max_size=6), st.integers(40, 400))
def test_runs_are_cut_between_graphemes_outside_of_entities_and_it_is_said(
    texts: list[str], most: int
) -> None:
    runs = [Run(text, "figure" if number % 2 else "text") for number, text in enumerate(texts)]
    written = write_runs(runs, most=most, mark="… gekürzt")
    assert len(written.encode("utf-16-le", "surrogatepass")) // 2 <= most
    whole = write_runs(runs, most=1 << 30, mark="")
    assert written == whole or written.endswith("… gekürzt")
    assert "&" not in written.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")


def test_a_long_text_is_cut_behind_a_sentence() -> None:
    runs = [Run("Der erste Satz steht hier. Der zweite ist länger als der Platz, den es gibt.")]
    assert write_runs(runs, most=50, mark="… gekürzt") == "Der erste Satz steht hier. … gekürzt"


def test_a_name_inside_a_word_is_not_set_in_bold_by_halves() -> None:
    runs = [Run("100", "figure"), Run("fach")]
    assert write_runs(runs, most=99, mark="") == "100fach"


def test_plain_text_reads_the_same() -> None:
    assert (
        plain("Rechnung 12:30 Uhr, 5*3, snake_case") == "Rechnung 12:30 Uhr, 5\u22173, snake_case"
    )


def test_a_huge_outline_is_cut_from_its_end_and_keeps_sources_and_footer() -> None:
    many = tuple(Section("facts", f"Teil {n}", (Line((Run("Wort " * 300),)),)) for n in range(60))
    sources = Section("sources", "Quellen", (Line((Run("Hafenblatt"),)),))
    outline = Outline("Viel.", Line((Run("Viel"),)), (*many, sources), (Line((Run("Fuß"),)),))
    message = render_part(Part(outline), "de")
    assert [*faults_of_message(message)] == []
    shown = "\n".join(texts_in(list(message.blocks)))
    assert shown.index("Teil 0") < shown.index("… gekürzt") < shown.index("Hafenblatt")
    assert "Fuß" in shown


def test_a_digest_fits_into_fewer_messages_than_a_response_address_takes() -> None:
    digest = full_digest()
    entries = tuple(replace(digest.entries[0], card=full_card()) for _ in range(8))
    messages = render_parts(parts(DigestAnswer(replace(digest, entries=entries))), "de")
    assert len(messages) <= 5
    assert [*faults_of_message(messages[0])] == []
