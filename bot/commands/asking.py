"""Questions answered in the terminal: no database is loaded unless feeds brought articles."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.adapters.terminal.chat import chat_lines
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
from bot.dialogue.grammar import parse_request
from bot.dialogue.requests import AskTopic, ListTopics, aloud
from bot.formats.as_json import card_as_dict, topics_as_dict

if TYPE_CHECKING:
    from bot.adapters.terminal.screen import Form, Screen
    from bot.app import App
    from bot.dialogue.answers import Answer
    from bot.dialogue.conversation import Conversation

_NOT_KEPT = {
    "de": "davon wird hier nichts behalten; das geht in einem Kanal oder in „briefing chat“",
    "en": 'nothing of this is kept here; that goes in a channel or in "briefing chat"',
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
    """Show the card of TOPIC; without TOPIC the list of topics."""
    screen, app = _open(folders, language, form, store_url)
    query = " ".join(topic)
    request = AskTopic(query) if query.strip() else ListTopics()
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
    """Talk line by line; the conversation is kept until "exit" or the end of the input."""
    screen, app = _open(folders, language, form, store_url)
    conversation = app.conversation()
    for line in chat_lines(watched=screen.is_watched):
        answer, conversation = _hear(line, app, conversation)
        screen.show(answer)


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
