"""Pages whose addresses people send: who may add one, and the card that answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.core.outcomes import CardFound
from bot.desk.orders import refuse
from bot.dialogue.answers import CardAnswer, NoticeAnswer
from bot.dialogue.source_words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.models import Reading
    from bot.desk.people import Asker
    from bot.desk.replies import Articles

LinksFrom = Literal["nobody", "planners", "everyone"]
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class PageAdded:
    """The page is an article now, and the library knows it."""

    article_id: str
    title: str


@dataclass(frozen=True, slots=True)
class PageRefused:
    """No article came of it: a code of `dialogue.source_words`, and HTTP's status if any."""

    reason: str
    status: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """Whose links are followed, and how."""

    senders: LinksFrom
    # May take half a minute.
    add_page: Callable[[str], PageAdded | PageRefused]


def answer_link(
    url: str, asker: Asker, *, links: Links, library: Articles
) -> CardAnswer | NoticeAnswer:
    """Add the page if this person may, and give the card of what it is about."""
    if links.senders == "nobody":
        return NoticeAnswer("links_off")
    if links.senders == "planners" and (asker.for_self or not asker.may_plan):
        return NoticeAnswer("link_not_yours", detail=refuse(asker).detail)
    added = links.add_page(url)
    if isinstance(added, PageRefused):
        why = words_for(added.reason, asker.language, status=added.status)
        return NoticeAnswer("link_refused", detail=why)
    return _card_of(added, asker, library) or NoticeAnswer("link_added", detail=added.title)


def _card_of(added: PageAdded, asker: Asker, library: Articles) -> CardAnswer | None:
    """The card that cites the article; of several, that of the name it is most about."""
    reading = library.reading(added.article_id)
    names = list(_names(reading)) if reading else []
    for name in (*names, added.title):
        # A title is no name: its words are searched for.
        outcome = library.brief(name, language=asker.language, matched_only=name in names)
        if isinstance(outcome, CardFound) and any(
            source.id == added.article_id for source in outcome.card.sources
        ):
            return CardAnswer(outcome.card, articles=outcome.articles)
    return None


def _names(reading: Reading) -> Iterator[str]:
    """The names of an article: those of its title first, then the most mentioned."""
    title = reading.article.title.casefold()
    ranked = sorted(
        reading.analysis.names,
        key=lambda name: (name.name.casefold() not in title, -len(name.mentions), name.name),
    )
    return (name.name for name in ranked[:_MOST_NAMES])
