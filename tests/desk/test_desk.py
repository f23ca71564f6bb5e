"""What people get from the desk on any platform, over a real store and library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.feeds import Feed, FeedHealth, FeedsReport, FeedState
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.people import Asker, Place
from bot.desk.plans import PlanDraft, Problem
from bot.desk.replies import Reply
from bot.dialogue.answers import CardAnswer, NoticeAnswer, StatusAnswer
from bot.dialogue.buttons import card_key
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.sources.collecting import collect
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.store.store import Store

NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def library() -> Library:
    lemmatiser = DictionaryLemmatiser(None)
    lemmatiser.build()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles = collect((SEEDS,)).articles
    return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(library: Library, store: Store) -> Desk:
    return Desk(library, store, clock=lambda: NOW)


def asker(person: str = "U1", thread: str = "", **more: bool) -> Asker:
    place = Place("slack", "T1", "C1", thread=thread, direct=more.pop("direct", False))
    return Asker(place, person, **more)


def shown(reply: Reply) -> str:
    return "\n".join(
        line.text for part in reply.parts for line in (part.outline.title, *part.outline.lines)
    )


def card_of(reply: Reply) -> str:
    assert isinstance(reply.answer, CardAnswer)
    return card_key(reply.answer.card)


def draft(**more: object) -> PlanDraft:
    fields: dict[str, object] = {
        "topics": (),
        "time": "07:30",
        "zone": "Europe/Berlin",
        "weekdays": (0, 1, 2, 3, 4),
        "language": "de",
    }
    return PlanDraft(**{**fields, **more})  # type: ignore[arg-type]


def test_a_follow_up_in_a_thread_needs_no_topic(desk: Desk) -> None:
    desk.answer("/briefing stargate", asker(thread="1.2"))
    again = desk.answer("und was ist neu daran?", asker("U2", thread="1.2"))
    assert isinstance(again.answer, CardAnswer)
    assert again.answer.card.name == "Stargate"


def test_another_thread_does_not_know_the_topic(desk: Desk) -> None:
    desk.answer("/briefing stargate", asker(thread="1.2"))
    assert not isinstance(desk.answer("mehr dazu", asker(thread="9.9")).answer, CardAnswer)


def test_what_is_followed_survives_a_restart(library: Library, tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        Desk(library, store, clock=lambda: NOW).answer("/digest follow deepseek", asker())
    with open_store(None, tmp_path) as store:
        reply = Desk(library, store, clock=lambda: NOW).answer("/digest status", asker())
    assert "DeepSeek" in shown(reply)


def test_the_buttons_stand_in_their_order(desk: Desk) -> None:
    reply = desk.answer("/briefing stargate", asker(private=True))
    actions = [button.action for button in reply.parts[0].buttons]
    assert actions == ["evidence", "more", "follow", "up", "down", "share"]


def test_a_public_answer_is_not_offered_to_be_shared(desk: Desk) -> None:
    buttons = desk.answer("/briefing stargate", asker()).parts[0].buttons
    assert "share" not in {button.action for button in buttons}


def test_evidence_marks_the_exact_characters(desk: Desk, library: Library) -> None:
    reply = desk.answer("/briefing stargate", asker())
    assert isinstance(reply.answer, CardAnswer)
    point = reply.answer.card.lead[0]
    (part,) = desk.press("evidence", card_of(reply), asker()).parts
    first = part.outline.sections[0].lines[0]
    cited = [run.text for run in first.body if run.kind == "cited"]
    article = library.reading(point.spans[0].article)
    assert article is not None
    assert cited == [article.article.text[span.start : span.end] for span in point.spans]


def test_evidence_is_found_after_a_restart(library: Library, tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        key = card_of(Desk(library, store, clock=lambda: NOW).answer("stargate", asker()))
    with open_store(None, tmp_path) as store:
        part = Desk(library, store, clock=lambda: NOW).press("evidence", key, asker()).parts[0]
    assert len(part.outline.sections) > 3


def test_an_unknown_card_is_said_to_be_gone(desk: Desk) -> None:
    assert desk.press("more", "0" * 16, asker()).answer == NoticeAnswer("card_gone")


def test_more_shows_only_what_the_card_does_not(desk: Desk) -> None:
    reply = desk.answer("/briefing stargate", asker())
    more = desk.press("more", card_of(reply), asker()).parts[0].outline
    runs = [line.body[0] for section in more.sections for line in section.lines]
    lines = [run.text for run in runs if run.kind != "link"]
    assert lines
    assert not {line for line in lines if line in shown(reply)}


def test_a_thumb_down_names_the_point(desk: Desk, store: Store) -> None:
    reply = desk.answer("/briefing stargate", asker())
    assert isinstance(reply.answer, CardAnswer)
    choices = desk.points(card_of(reply))
    desk.complain(card_of(reply), choices[0].key, "stimmt nicht", asker())
    (given,) = store.memory.list_feedback()
    span = reply.answer.card.lead[0].spans[0]
    assert (given.reason, given.point) == (
        "stimmt nicht",
        f"{span.article}:{span.start}-{span.end}",
    )


def test_only_who_may_plan_gets_the_form(desk: Desk) -> None:
    assert desk.answer("/digest plan", asker()).form is None
    form = desk.answer("/digest plan", asker(may_plan=True)).form
    assert form is not None
    assert (form.time, form.zone) == ("07:30", "Europe/Berlin")


def test_a_form_that_somebody_else_opened_is_refused(desk: Desk, store: Store) -> None:
    reply = desk.plan(draft(), asker())
    assert isinstance(reply, Reply)
    assert reply.answer == NoticeAnswer("plan_refused", detail="wer den Kanal verwaltet")
    assert store.subscriptions.list_all() == ()


def test_a_plan_is_kept_and_its_status_told(desk: Desk, store: Store) -> None:
    desk.plan(draft(topics=("Stargate",), time="9.15"), asker(may_plan=True))
    (order,) = store.subscriptions.list_all()
    assert (order.wish.topics, f"{order.wish.local_time:%H:%M}") == (("Stargate",), "09:15")
    status = desk.answer("/digest status", asker("U2"))
    assert isinstance(status.answer, StatusAnswer)
    assert "Nächster Digest: heute 09:15 (Europe/Berlin)." in shown(status)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"time": "25:00"}, "time"),
        ({"zone": "Europa/Bärlin"}, "zone"),
        ({"weekdays": ()}, "weekdays"),
        ({"topics": ("Fußball",)}, "topics"),
    ],
)
def test_a_wrong_field_is_named(desk: Desk, wrong: dict[str, object], field: str) -> None:
    problems = desk.plan(draft(**wrong), asker(may_plan=True))
    assert not isinstance(problems, Reply)
    assert [problem.field for problem in problems] == [field]
    assert all(isinstance(problem, Problem) and problem.sentence for problem in problems)


def test_pausing_a_channel_needs_the_right(desk: Desk, store: Store) -> None:
    desk.plan(draft(), asker(may_plan=True))
    desk.answer("/digest pause", asker("U2"))
    assert store.subscriptions.list_all()[0].state == "active"
    desk.answer("/digest pause", asker(may_plan=True))
    assert store.subscriptions.list_all()[0].state == "paused"
    desk.answer("/digest weiter", asker(may_plan=True))
    assert store.subscriptions.list_all()[0].state == "active"


def test_following_in_a_planned_channel_changes_the_channel(desk: Desk, store: Store) -> None:
    desk.plan(draft(topics=("Stargate",)), asker(may_plan=True))
    reply = desk.answer("/digest follow deepseek", asker(may_plan=True))
    assert reply.answer == NoticeAnswer("followed_here", "DeepSeek", "/digest unfollow DeepSeek")
    assert store.subscriptions.list_all()[0].wish.topics == ("Stargate", "DeepSeek")


def test_without_the_right_following_is_a_persons_own(desk: Desk, store: Store) -> None:
    desk.plan(draft(topics=("Stargate",)), asker(may_plan=True))
    desk.answer("/digest follow deepseek", asker("U2"))
    assert store.subscriptions.list_all()[0].wish.topics == ("Stargate",)
    assert desk.home(asker("U2")).followed == ("DeepSeek",)


def test_an_event_is_answered_once(desk: Desk) -> None:
    assert [desk.is_first("T1", "Ev1") for _ in range(4)] == [True, False, False, False]


def test_the_typeahead_begins_with_what_is_typed(desk: Desk) -> None:
    names = desk.suggest("open")
    assert names[0].startswith("Open")
    assert desk.suggest("zzzz") == ()


def test_labels_follow_the_readers_language(desk: Desk) -> None:
    english = replace(asker(private=True), language="en")
    labels = [button.label for button in desk.answer("stargate", english).parts[0].buttons]
    assert labels[:3] == ["Evidence", "More", "Follow"]


def test_new_since_the_last_look_remembers_the_look(library: Library, store: Store) -> None:
    moment = [NOW]
    desk = Desk(library, store, clock=lambda: moment[0])
    desk.answer("/digest now", asker())
    moment[0] += timedelta(minutes=1)
    assert "Nichts Neues seit heute 09:00." in shown(desk.answer("/digest new", asker()))


def test_every_answer_is_measured_once_on_its_platform(library: Library, store: Store) -> None:
    heard: list[tuple[str, str]] = []

    def hear(platform: str, kind: str, seconds: float) -> None:
        assert seconds >= 0
        heard.append((platform, kind))

    desk = Desk(library, store, clock=lambda: NOW, on_answer=hear)
    desk.answer("/briefing nordlux", asker())
    desk.press("ask", "Nordlux", asker())
    platform = asker().place.platform
    assert heard == [(platform, "say"), (platform, "press")]


def test_a_card_that_all_ask_for_is_written_once_an_hour(
    library: Library, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    keep = store.notes.keep_cards

    def note(cards: Mapping[str, str], now: datetime) -> None:
        written.append(len(cards))
        keep(cards, now)

    monkeypatch.setattr(store.notes, "keep_cards", note)
    moments = iter([NOW, NOW + timedelta(minutes=5), NOW + timedelta(hours=2)])
    desk = Desk(library, store, clock=lambda: next(moments))
    for person in ("U1", "U2", "U3"):
        desk.answer("/briefing stargate", asker(person))
    assert written == [1, 0, 1]


def test_status_says_how_the_feeds_are_in_the_language_of_who_asks(
    library: Library, store: Store
) -> None:
    since = NOW - timedelta(days=2)
    state = FeedState("https://a.example/", NOW, failing_since=since, last_tried_at=NOW)
    failing = FeedHealth(Feed(state.address, "Musterblatt"), replace(state, reason="too slow"))
    desk = Desk(library, store, clock=lambda: NOW, feeds=lambda: FeedsReport((failing,)))
    german = shown(desk.answer("/digest status", asker()))
    english = shown(desk.answer("/digest status", replace(asker(), language="en")))
    assert "Musterblatt: gestört seit" in german
    assert "der Server braucht zu lange; war noch nie in Ordnung" in german
    assert "the server takes too long; was never fine" in english
