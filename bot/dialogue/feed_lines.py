"""How feeds are doing, a line or two each, for people. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.core.feeds import PATIENCE
from bot.dialogue.printable import clean
from bot.dialogue.reports import name_in, place_in, report_in
from bot.dialogue.source_words import words_for
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from bot.core.feeds import FeedHealth, FeedsReport, FeedState
    from bot.core.models import Language

    When = Callable[[datetime], str]

_WORDS = {
    "de": {
        "never": "noch nie besucht",
        "fine": "in Ordnung",
        "good": "in Ordnung, zuletzt {at}",
        "waits": "wartet bis {at}, weil der Server um Geduld bittet",
        "next": "nächster Versuch {at}",
        "bad": "gestört seit {at}: {why}",
        "was_good": "zuletzt in Ordnung {at}",
        "never_good": "war noch nie in Ordnung",
        "gone": "eingestellt",
        "moved": "umgezogen nach {to}",
        "read": "{n} gelesen",
        "skipped": "{n} ausgelassen",
        "rest": "Weitere Feeds: {how}",
        "rest_good": "{n} in Ordnung",
        "rest_bad": "{n} gestört",
        "rest_waits": "{n} warten",
        "none": "Es sind keine Feeds eingetragen. Hinzufügen: briefing feeds add ADRESSE",
    },
    "en": {
        "never": "not visited yet",
        "fine": "fine",
        "good": "fine, last {at}",
        "waits": "waits until {at}, since the server asks for patience",
        "next": "next try {at}",
        "bad": "failing since {at}: {why}",
        "was_good": "last fine {at}",
        "never_good": "was never fine",
        "gone": "gone",
        "moved": "moved to {to}",
        "read": "{n} read",
        "skipped": "{n} left out",
        "rest": "Other feeds: {how}",
        "rest_good": "{n} fine",
        "rest_bad": "{n} failing",
        "rest_waits": "{n} waiting",
        "none": "There are no feeds. Add one: briefing feeds add ADDRESS",
    },
}
# In a chat: more lines are a report of their own, and longer ones nobody reads.
_MOST_LINES = 6
_MOST_PROBLEMS = 3
_LONGEST_NAME = 60
_LONGEST_LINE = 240


def feed_lines(report: FeedsReport, language: Language, *, zone: str) -> Iterator[str]:
    """The name, the address, how it is, and what was read and skipped of each feed.

    What keeps others from being known comes last.
    """
    when = Viewer(language, zone).moment
    if not report.health and not report.problems:
        yield _WORDS[language]["none"]
    for one in report.health:
        address = clean(one.feed.address)
        name = clean(one.name)
        yield f"{name}  {address}" if name != address else address
        yield f"  {_condition(one.state, language, when)}"
        if one.read or one.skipped:
            yield f"  {'; '.join(_counts(one, language))}"
    yield from problem_lines(report.problems, language)


def status_lines(report: FeedsReport, viewer: Viewer) -> tuple[str, ...]:
    """The same in a few lines for a chat: what fails first, and of many feeds the rest counted."""
    ranked = sorted(report.health, key=_rank)
    shown = ranked if len(ranked) <= _MOST_LINES else ranked[: _MOST_LINES - 1]
    rest = ranked[len(shown) :]
    problems = tuple(problem_lines(report.problems[:_MOST_PROBLEMS], viewer.language))
    return (
        *(_cut(line) for line in problems),
        *(_cut(_status(one, viewer)) for one in shown),
        *((_rest(rest, viewer),) if rest else ()),
    )


def problem_lines(problems: Iterable[tuple[str, str]], language: Language) -> Iterator[str]:
    """What is wrong in the file of feeds, a line each."""
    for where, reason in problems:
        place = name_in(language, place_in(language, where))
        yield f"✗ {clean(place)}: {clean(report_in(language, reason))}"


def _is_bad(health: FeedHealth) -> bool:
    state = health.state
    return state is not None and (state.is_gone or state.failing_since is not None)


def _rank(health: FeedHealth) -> tuple[bool, float, str]:
    """Those that fail first, the longest failing of them first; the others by name."""
    since = health.state.failing_since if health.state else None
    return (not _is_bad(health), since.timestamp() if since else 0.0, health.name)


def _waits(health: FeedHealth) -> bool:
    return health.state is not None and health.state.is_put_off


def _status(health: FeedHealth, viewer: Viewer) -> str:
    words, name = _WORDS[viewer.language], clean(health.name)[:_LONGEST_NAME]
    parts = [
        _condition(health.state, viewer.language, viewer.moment),
        words["read"].format(n=viewer.number(health.read)),
    ]
    left_out = sum(count for _, count in health.skipped)
    if left_out:
        main, _ = max(health.skipped, key=lambda pair: pair[1])
        why = words_for(main, viewer.language)
        parts.append(f"{words['skipped'].format(n=viewer.number(left_out))} ({why})")
    return f"{'✗ ' if _is_bad(health) else ''}{name}: {'; '.join(parts)}"


def _rest(rest: Sequence[FeedHealth], viewer: Viewer) -> str:
    words = _WORDS[viewer.language]
    kinds = ("rest_bad", "rest_waits", "rest_good")
    count = Counter(kinds[0 if _is_bad(one) else 1 if _waits(one) else 2] for one in rest)
    how = [
        *(words[kind].format(n=viewer.number(count[kind])) for kind in kinds if count[kind]),
        words["read"].format(n=viewer.number(sum(one.read for one in rest))),
    ]
    return words["rest"].format(how=", ".join(how))


def _condition(state: FeedState | None, language: Language, when: When) -> str:
    """How it is, and when it was last fine."""
    words = _WORDS[language]
    told = [describe_state(state, language, when)]
    if state is None or (state.last_tried_at is None and not state.is_put_off):
        return told[0]
    good = state.last_success_at
    if told[0] == words["fine"] or _has_moved(state):
        told[0] = words["good"].format(at=when(good or state.last_tried_at or state.next_at))
        told += [words["moved"].format(to=clean(state.url))] if _has_moved(state) else []
    else:
        told.append(words["was_good"].format(at=when(good)) if good else words["never_good"])
        if state.failing_since is not None and state.reason == PATIENCE:
            told.append(words["next"].format(at=when(state.next_at)))
    return "; ".join(told)


def describe_state(state: FeedState | None, language: Language, when: When) -> str:
    """How a feed is, without when it was visited."""
    words = _WORDS[language]
    if state is not None and state.is_gone:
        return words["gone"]
    if state is not None and state.is_put_off:
        return words["waits"].format(at=when(state.next_at))
    if state is None or state.last_tried_at is None:
        return words["never"]
    if state.failing_since is not None:
        why = words_for(state.reason, language, status=state.status)
        return words["bad"].format(at=when(state.failing_since), why=why)
    return words["moved"].format(to=clean(state.url)) if _has_moved(state) else words["fine"]


def _has_moved(state: FeedState) -> bool:
    """Whether it is fine, and elsewhere."""
    is_fine = state.failing_since is None and not state.is_gone and not state.is_put_off
    return is_fine and state.last_tried_at is not None and state.url not in {"", state.address}


def _counts(health: FeedHealth, language: Language) -> Iterator[str]:
    yield _WORDS[language]["read"].format(n=health.read)
    for reason, count in health.skipped:
        yield f"{count}: {words_for(reason, language)}"


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1].rstrip()}…"
