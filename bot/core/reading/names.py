"""Persons, organisations, places and projects of an article, their spellings joined."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.core.models import Name
from bot.core.reading.name_descriptions import find_descriptions
from bot.core.reading.name_joining import join_mentions
from bot.core.reading.name_lines import Line, lay_out, lexicon_of
from bot.core.reading.name_roles import Place, Role, find_roles
from bot.core.reading.name_tagging import tag_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Article, Draft, Range
    from bot.core.reading.name_joining import Group
    from bot.core.reading.name_scoring import NameTagger
    from bot.core.reading.name_tagging import Mention
    from bot.core.reading.words import Lemmatiser


def find_names(
    draft: Draft, *, lemmatiser: Lemmatiser, tagger: NameTagger | None = None
) -> tuple[Name, ...]:
    """The names of the article's sentences and headings, in the order of their first mention.

    Mentions are apart from each other. In a compound ("Beispiel-Chef") only the name is one;
    a genitive s belongs to it, an apostrophe s does not. A description ("der Präsident") is a
    mention only where one person alone bears that role; pronouns never are. With a `tagger`
    the kinds and extents of German names are learned ones; English has rules alone.
    """
    text = draft.article.text
    lexicon = lexicon_of(lemmatiser, draft.article.language)
    lines = tuple(lay_out(unit, text) for unit in draft.units if unit.words)
    mentions = tag_mentions(draft, lines, lexicon, tagger=tagger)
    groups = join_mentions(mentions, text, lexicon)
    places = _place(lines, mentions)
    roles: dict[Range, list[Role]] = {}
    for line, found in zip(lines, places, strict=True):
        roles.update(find_roles(line, found, lexicon))
    known = [_roles_of(group, roles) for group in groups]
    described = find_descriptions(lines, places, groups, known, lexicon)
    return tuple(
        _name(group, own, extra, text)
        for group, own, extra in zip(groups, known, described, strict=True)
    )


def names_as_written(name: Name, article: Article) -> tuple[Range, ...]:
    """The mentions that are the name itself: no descriptions, no first parts of compounds."""
    spellings = {name.name, *name.variants}
    words = {word.lower() for spelling in spellings for word in spelling.split()}
    return tuple(
        part
        for part in name.mentions
        if not article.text.startswith(("-", " -"), part.end)
        and _shares_word(article.cut(part), words)
    )


def _shares_word(written: str, words: set[str]) -> bool:
    parts = written.lower().split()
    return any(part in words or part.removesuffix("s") in words for part in parts)


def _place(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[list[Place]]:
    """The mentions of each line with the numbers of their words."""
    places: list[list[Place]] = [[] for _ in lines]
    begins = [line.starts[0] for line in lines]
    for mention in mentions:
        number = bisect_right(begins, mention.range.start) - 1
        starts = lines[number].starts
        first = bisect_right(starts, mention.range.start) - 1
        last = bisect_right(starts, mention.range.end - 1) - 1
        places[number].append(Place(mention, first, last))
    return places


def _roles_of(group: Group, roles: dict[Range, list[Role]]) -> list[Role]:
    own = [role for mention in group.mentions for role in roles.get(mention, ())]
    return sorted(own, key=lambda role: (role.rank, role.range))


def _name(group: Group, roles: Sequence[Role], described: Sequence[Range], text: str) -> Name:
    distinct: dict[str, Range] = {}
    for role in roles:
        distinct.setdefault(text[role.range.start : role.range.end], role.range)
    return Name(
        name=group.name,
        kind=group.kind,
        mentions=tuple(sorted((*group.mentions, *described))),
        variants=group.variants,
        roles=tuple(distinct.values()),
    )
