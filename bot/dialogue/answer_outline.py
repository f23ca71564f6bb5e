"""Answer to outlines: what is shown for everything a person can be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue.answers import (
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
from bot.dialogue.card_outline import outline_card
from bot.dialogue.digest_outline import outline_digest
from bot.dialogue.feed_lines import status_lines
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.printable import clean
from bot.dialogue.spelling import spell

if TYPE_CHECKING:
    from bot.core.outcomes import TopicLine
    from bot.dialogue.answers import Answer, LastDelivery, PlanStatus
    from bot.dialogue.viewer import Viewer

_DOT = " · "


def outline_answer(answer: Answer, viewer: Viewer) -> tuple[Outline, ...]:
    """What is shown: mostly one outline; a digest and then its cards; none for silence."""
    match answer:
        case CardAnswer(card, changes_first):
            return (outline_card(card, viewer, changes_first=changes_first),)
        case DigestAnswer(digest, looked_at):
            parent = outline_digest(digest, viewer, looked_at=looked_at)
            return (parent, *(outline_card(entry.card, viewer) for entry in digest.entries))
        case Silence():
            return ()
        case _:
            return (_outline_words(answer, viewer),)


def _outline_words(
    answer: TopicListAnswer
    | ChoiceAnswer
    | NotFoundAnswer
    | StatusAnswer
    | NoticeAnswer
    | HelpAnswer,
    viewer: Viewer,
) -> Outline:
    match answer:
        case TopicListAnswer():
            return _outline_topics(answer, viewer)
        case ChoiceAnswer():
            return _outline_choice(answer, viewer)
        case NotFoundAnswer():
            return _outline_not_found(answer, viewer)
        case StatusAnswer():
            return _outline_status(answer, viewer)
        case NoticeAnswer():
            return _outline_notice(answer, viewer)
        case HelpAnswer():
            return _outline_help(answer, viewer)


def _outline_topics(answer: TopicListAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    counted = labels.articles.of(answer.articles, viewer.number(answer.articles))
    title = Line(head=_label(labels.topics_title), body=_label(counted), joint=_DOT)
    lines = tuple(_topic_line(line, viewer) for line in answer.lines)
    rest = answer.topics - len(answer.lines)
    if not lines:
        lines = (Line(_label(labels.topics_none)),)
    if rest > 0:
        lines += (Line(_label(labels.more_topics.of(rest, viewer.number(rest)))),)
    hint = Line(_label(labels.how_to_ask_in_shell if viewer.in_shell else labels.how_to_ask))
    return Outline(labels.topics_title, title, (Section("topics", "", lines),), (hint,))


def _topic_line(line: TopicLine, viewer: Viewer) -> Line:
    labels = viewer.labels
    newest = labels.newest.format(date=viewer.day(line.newest)) if line.newest else labels.undated
    counts = (
        labels.articles.of(line.articles, viewer.number(line.articles)),
        labels.sources.of(line.outlets, viewer.number(line.outlets)),
        newest,
    )
    return Line(
        (Run(clean(line.name), "name"), Run(_DOT + _DOT.join(counts), "label")), bullet=True
    )


def _outline_choice(answer: ChoiceAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    hint = Line(_label(labels.choose_hint))
    return Outline(
        labels.choose, Line(_label(labels.choose)), (_choices("", answer.names),), (hint,)
    )


def _choices(heading: str, names: tuple[str, ...]) -> Section:
    lines = tuple(
        Line(head=_label(f"{number}."), body=(Run(clean(name), "name"),))
        for number, name in enumerate(names, start=1)
    )
    return Section("choices", heading, lines)


def _outline_not_found(answer: NotFoundAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    pattern = labels.not_found.one if answer.articles == 1 else labels.not_found.other
    sentence = (pattern if answer.articles else labels.no_articles).format(
        query=answer.query, n=viewer.number(answer.articles)
    )
    sections = (_choices(labels.did_you_mean, answer.suggestions),) if answer.suggestions else ()
    hint = Line(_label(labels.list_hint_in_shell if viewer.in_shell else labels.list_hint))
    return Outline(sentence, Line(_label(sentence)), sections, (hint,))


def _outline_status(answer: StatusAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    read = labels.status_read.format(
        articles=labels.articles.of(answer.articles, viewer.number(answer.articles)),
        topics=labels.topics.of(answer.topics, viewer.number(answer.topics)),
    )
    names = viewer.listing(tuple(clean(name) for name in answer.followed))
    followed = labels.status_followed.format(names=names) if names else labels.status_followed_none
    looked = labels.status_never_looked
    if answer.looked_at is not None:
        looked = labels.status_looked.format(moment=viewer.moment(answer.looked_at))
    planned = _plan_sentences(answer.plan, viewer) if answer.plan else (labels.status_planned,)
    sentences = [read, followed, looked, *planned]
    if answer.paused:
        sentences.insert(0, labels.status_paused)
    lines = tuple(Line(_label(sentence), bullet=True) for sentence in sentences)
    if answer.plan and answer.plan.last and answer.plan.last.link:
        lines += (Line((Run(answer.plan.last.link, "link"),), bullet=True),)
    feeds = status_lines(answer.feeds, viewer) if answer.feeds else ()
    of_feeds = tuple(Line(_label(line), bullet=True) for line in feeds)
    sections = (
        Section("notice", "", lines),
        *((Section("notice", labels.status_feeds, of_feeds),) if of_feeds else ()),
    )
    return Outline(read, Line(_label(labels.status_title)), sections)


def _plan_sentences(plan: PlanStatus, viewer: Viewer) -> tuple[str, ...]:
    """The last digest of the place, the next one, and its topics."""
    labels = viewer.labels
    there = replace(viewer, zone=plan.zone)
    following = labels.status_next_none.format(reason=labels.why(plan.reason))
    if plan.state == "active" and plan.next_due_at is not None:
        moment = there.moment(plan.next_due_at)
        following = labels.status_next.format(moment=moment, zone=plan.zone)
    names = viewer.listing(tuple(clean(name) for name in plan.topics))
    wanted = labels.status_plan_topics.format(names=names) if names else labels.status_plan_all
    last = (_last_sentence(plan.last, there),) if plan.last else ()
    return (*last, following, wanted)


def _last_sentence(last: LastDelivery, viewer: Viewer) -> str:
    labels = viewer.labels
    return labels.status_last[last.state].format(
        moment=viewer.moment(last.sent_at or last.due_at),
        due=viewer.moment(last.due_at),
        reason=labels.why(last.reason),
    )


def _outline_notice(answer: NoticeAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    sentence = labels.notices[answer.kind].format(
        topic=clean(answer.topic), detail=clean(answer.detail)
    )
    command = spell(clean(answer.undo), viewer.language)
    undo = labels.undo.format(command=command) if command else ""
    footer = (Line(_label(undo)),) if undo else ()
    return Outline(sentence, Line(_label(sentence)), (), footer)


def _outline_help(answer: HelpAnswer, viewer: Viewer) -> Outline:
    labels = viewer.labels
    title = labels.help_title
    if answer.unknown:
        title = f"{labels.help_unknown.format(word=answer.unknown)} {title}:"
    elif answer.hello:
        title = f"{labels.help_hello} {title}:"
    lines = tuple(
        Line(head=_label(command), body=_label(meaning), joint=" – ")
        for command, meaning in labels.help_lines
    )
    return Outline(title, Line(_label(title)), (Section("commands", "", lines),))


def _label(text: str) -> tuple[Run, ...]:
    return (Run(text, "label"),)
