"""Questions answered in the terminal: no database is loaded unless feeds brought articles."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.adapters.terminal.chat import chat_lines
from bot.app import label_language
from bot.commands.beside import check_file
from bot.commands.exits import NOT_FOUND
from bot.commands.options import (
    opened,
    settings_of,
    with_articles,
    with_store,
)
from bot.dialogue.answers import CardAnswer, NotFoundAnswer, TopicListAnswer
from bot.dialogue.conversation import respond
from bot.dialogue.evidence import outline_evidence
from bot.dialogue.further import outline_more
from bot.dialogue.grammar import parse_request
from bot.dialogue.heard import split_words
from bot.dialogue.labels import labels_for
from bot.dialogue.requests import AskTopic, ListTopics, aloud
from bot.dialogue.seeking import parse_sought
from bot.dialogue.typed import cards_in, hint_for, is_word_of_button, leaves_open, parse_typed
from bot.dialogue.viewer import Viewer
from bot.formats.as_json import beside_as_dict, card_as_dict, topics_as_dict

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form, Screen
    from bot.app import App
    from bot.core.cards import TopicCard
    from bot.dialogue.answers import Answer
    from bot.dialogue.buttons import Action
    from bot.dialogue.conversation import Conversation

_NOT_KEPT = {
    "de": "davon wird hier nichts behalten; das geht in einem Kanal oder in „briefing chat“",
    "en": 'nothing of this is kept here; that goes in a channel or in "briefing chat"',
}

_NO_CARD = {
    "de": "es steht noch keine Karte da; frag zuerst nach einem Thema",
    "en": "there is no card yet; ask about a topic first",
}


@click.command()
@click.argument("topic", nargs=-1)
@with_store
@with_articles
def ask(
    topic: tuple[str, ...],
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
    store_url: str | None,
) -> None:
    """Show the card of TOPIC; without TOPIC the list of topics.

    TOPIC may be a question for a sum, a count, a time, a person or a place, in which a topic is
    named.
    """
    screen, app = _open(folders, language, form, store_url)
    query = " ".join(topic)
    asked = None if app.library.has_topic(query) else parse_sought(split_words(query))
    request = AskTopic(query, asked=asked) if query.strip() else ListTopics()
    answer, _ = respond(request, app.conversation(), library=app.library, now=datetime.now(UTC))
    if isinstance(answer, CardAnswer):
        screen.show(answer, data=card_as_dict(answer.card))
    elif isinstance(answer, TopicListAnswer):
        screen.show(answer, data=topics_as_dict(answer.lines), in_shell=True)
    else:
        screen.show(answer, in_shell=True)
    _exit_if_not_found(answer)


@click.command()
@with_store
@with_articles
def topics(
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
    store_url: str | None,
) -> None:
    """List all topics with their number of articles, outlets and newest date."""
    screen, app = _open(folders, language, form, store_url)
    lines = app.library.topics()
    listed = TopicListAnswer(lines, topics=len(lines), articles=app.library.article_count)
    screen.show(listed, data=topics_as_dict(lines), in_shell=True)


@click.command()
@click.argument("text", nargs=-1, required=True)
@with_store
@with_articles
def say(
    text: tuple[str, ...],
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
    store_url: str | None,
) -> None:
    """Answer one line as in a chat: "/briefing stargate", "/digest now", "und softbank?"."""
    screen, app = _open(folders, language, form, store_url)
    before = app.conversation()
    answer, after = _hear(" ".join(text), app, before)
    screen.show(answer)
    if (after.followed, after.paused) != (before.followed, before.paused):
        click.echo(f"briefing: {_NOT_KEPT[after.language]}", err=True)
    _exit_if_not_found(answer)


@click.command()
@with_store
@with_articles
def chat(
    folders: tuple[str, ...],
    language: str | None,
    form: Form | None,
    store_url: str | None,
) -> None:
    """Talk line by line; the conversation is kept until "exit" or the end of the input.

    Under a card, "belege" (or "evidence") shows each point in its article and "mehr" ("more")
    what else the articles say.
    """
    screen, app = _open(folders, language, form, store_url)
    conversation = app.conversation()
    cards: tuple[TopicCard, ...] = ()
    for line in chat_lines(watched=screen.is_watched):
        typed = None if app.library.has_topic(line) else parse_typed(line, cards)
        if typed is not None and typed[0] in {"evidence", "more"}:
            _show_beside(*typed, app, screen)
            continue
        if leaves_open(line, cards):
            screen.tell(hint_for(cards, labels_for(conversation.language)))
            continue
        if not cards and is_word_of_button(line) and not app.library.has_topic(line):
            screen.tell(_NO_CARD[conversation.language])
            continue
        said = f"/digest follow {typed[1].name}" if typed else line
        answer, conversation = _hear(said, app, conversation)
        # What failed shows none, and the words go on meaning what was shown last.
        cards = cards_in(answer) or cards
        screen.show(answer, hint=hint_for(cards_in(answer), labels_for(conversation.language)))


def _show_beside(action: Action, card: TopicCard, app: App, screen: Screen) -> None:
    """What the buttons under the card bring on a chat platform."""
    outline = outline_evidence if action == "evidence" else outline_more
    viewer = Viewer(label_language(app.settings), app.settings.zone, datetime.now(UTC))
    made = outline(card, app.library.reading, viewer, excerpts=app.library.excerpts)
    screen.show_outline(made, data=beside_as_dict(action, card, made))


def _open(
    folders: tuple[str, ...], language: str | None, form: Form | None, store_url: str | None
) -> tuple[Screen, App]:
    """Whoever names folders asks about these alone, unless a database is named as well."""
    settings = settings_of(folders, language, store_url)
    if store_url:
        check_file(settings)
    return opened(settings, form, alone=bool(folders) and not store_url)


def _hear(text: str, app: App, conversation: Conversation) -> tuple[Answer, Conversation]:
    """Answer a line of somebody who talks alone with the bot."""
    request = aloud(parse_request(text, is_topic=app.library.has_topic))
    return respond(request, conversation, library=app.library, now=datetime.now(UTC))


def _exit_if_not_found(answer: Answer) -> None:
    if isinstance(answer, NotFoundAnswer):
        raise click.exceptions.Exit(NOT_FOUND)
