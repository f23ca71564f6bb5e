"""Many articles are read in processes of their own, and come out as if read here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from builders import article
from stocking.stocks import CountingReader, open_reader

from bot.stocking import Found, Workshop
from bot.stocking.workshop import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.lemmas import DictionaryLemmatiser


def found(count: int) -> Iterator[Found]:
    for number in range(count):
        text = f"Die Firma Nordlicht baut {number} Häuser. Nordlicht will im Mai beginnen."
        if number == 7:
            text += " Unlesbar."
        yield Found(article(text, id=f"n{number}"), f"feed:{number}")


def test_processes_give_what_is_read_here_and_name_what_cannot_be_read() -> None:
    opened = partial(open_reader, fails_on="Unlesbar")
    apart = list(Workshop(opened, (), workers=2).prepare(found(70)))
    here = list(Workshop(opened, (), workers=1).prepare(found(70)))
    assert apart == here
    assert [one for one in apart if isinstance(one, Unread)] == [Unread("n7", "feed:7")]


def test_articles_are_read_as_they_are_asked_for(lemmatiser: DictionaryLemmatiser) -> None:
    reader = CountingReader(lemmatiser)
    outcomes = Workshop(lambda: reader, (), workers=1).prepare(found(100))
    next(outcomes)
    assert reader.seen == ["n0"]
