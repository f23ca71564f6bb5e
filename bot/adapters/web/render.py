"""Pages and pieces of pages as HTML. Pure: the same things give the same text.

All text goes through a template engine, which escapes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from bot.adapters.web.discord_look import draw_components
from bot.adapters.web.marking import numbers_of, places_of
from bot.adapters.web.slack_look import draw_blocks
from bot.adapters.web.visitors import LANGUAGES
from bot.adapters.web.wording import wording_for
from bot.dialogue.answers import CardAnswer
from bot.dialogue.buttons import card_key
from bot.dialogue.labels.fields import BOT_NAME
from bot.dialogue.printable import clean, web_address
from bot.dialogue.reports import name_in, report_in
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.adapters.web.drawn import Node
    from bot.adapters.web.feed import Edition
    from bot.adapters.web.ports import Preview, Previews
    from bot.adapters.web.visitors import Visitor
    from bot.core.cards import TopicCard
    from bot.core.models import Language
    from bot.desk.replies import Reply
    from bot.dialogue.buttons import Part
    from bot.dialogue.outline import Outline
    from bot.formats.as_json import JsonObject

# An empty feed was never updated, and must say when.
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
STATIC = Path(__file__).parent / "static"
# Everybody asks for the same topics, and drawing a message for two chat platforms takes longer
# than all else in an answer. Each takes some 40 kB.
_LOOKS_KEPT = 256


@dataclass(frozen=True, slots=True)
class Look:
    """A message as a chat platform shows it."""

    platform: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of an answer: the card it shows, if it shows one, and its look elsewhere."""

    part: Part
    card: TopicCard | None = None
    looks: tuple[Look, ...] = ()


class Drawer:
    """Fills in the templates."""

    def __init__(self) -> None:
        """Make the engine; templates are read when they are first used."""
        self._engine = Environment(
            loader=PackageLoader("bot.adapters.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._engine.globals.update(
            bot_name=BOT_NAME,
            version=_version(),
            places_of=places_of,
            numbers_of=_numbers,
            card_key=card_key,
        )
        self._engine.filters.update(
            clean=_visible,
            address=web_address,
            drawn=_draw,
            breaks=_with_breaks,
            picture=_as_picture,
            json=_as_json,
            report=lambda text, language: report_in(language, text),
            part=lambda name, language: name_in(language, name),
        )
        self._looks = lru_cache(_LOOKS_KEPT)(self._draw_looks)

    def draw(self, template: str, visitor: Visitor, now: datetime, **things: object) -> str:
        """A page or a piece of one, for this visitor at this moment."""
        viewer = self.viewer(visitor, now)
        other = next(one for one in LANGUAGES if one != visitor.language)
        common: Mapping[str, Any] = {
            "w": wording_for(visitor.language),
            "labels": viewer.labels,
            "viewer": viewer,
            "language": visitor.language,
            "other_language": other,
            "one_day": timedelta(days=1),
        }
        return self._engine.get_template(template).render({**common, **things})

    def looks(self, part: Part, language: Language, previews: Previews) -> tuple[Look, ...]:
        """How the chat platforms show a part; the last ones are kept. Any thread may call this."""
        return self._looks(part, language, previews)

    def viewer(self, visitor: Visitor, now: datetime) -> Viewer:
        """The reader for whom dates and numbers are written."""
        return Viewer(visitor.language, visitor.zone, now)

    def export(
        self, outlines: tuple[Outline, ...], data: JsonObject, language: Language, *, bare: bool
    ) -> str:
        """Outlines as a page of their own that needs nothing else, or without a page around it."""
        template = self._engine.get_template("export.html")
        return template.render(outlines=outlines, data=data, language=language, bare=bare).strip()

    def feed(self, editions: tuple[Edition, ...], language: Language, base: str) -> str:
        """Editions, the newest first, as a feed. `base` is the page's address, without a slash."""
        template = self._engine.get_template("feed.xml")
        return template.render(editions=editions, language=language, base=base, never=_NEVER)

    def message(self, visitor: Visitor, sentence: str) -> str:
        """A page that says one thing."""
        words = wording_for(visitor.language)
        return self._engine.get_template("message.html").render(
            w=words, language=visitor.language, sentence=sentence
        )

    def _draw_looks(self, part: Part, language: Language, previews: Previews) -> tuple[Look, ...]:
        template = self._engine.get_template("look.html")
        words = wording_for(language)
        return tuple(
            Look(one.platform, Markup(template.render(w=words, preview=one)))  # noqa: S704 - the engine has escaped it
            for one in previews(part, language)
        )


def show_parts(
    reply: Reply, cards: Mapping[str, TopicCard], looks: Callable[[Part], tuple[Look, ...]]
) -> tuple[Shown, ...]:
    """The messages of a reply, each with its card; `cards` are by their keys."""
    shown = []
    for part in reply.parts:
        keys = [button.target for button in part.buttons if button.target in cards]
        card = cards[keys[0]] if keys else None
        if card is None and isinstance(reply.answer, CardAnswer):
            card = reply.answer.card
        shown.append(Shown(part, card, looks(part)))
    return tuple(shown)


def _draw(preview: Preview) -> tuple[tuple[Node, ...], ...]:
    """The messages as their platform shows them."""
    draw = draw_blocks if preview.platform == "slack" else draw_components
    return tuple(draw(message) for message in preview.messages)


def _numbers(card: TopicCard | None) -> Mapping[str, int]:
    return numbers_of(card) if card else {}


def _visible(text: str) -> str:
    """`clean`, but a blank at either end stays, since it parts the text from its neighbours."""
    inner = clean(text)
    left = " " if inner and text[:1].isspace() else ""
    right = " " if inner and text[-1:].isspace() else ""
    return f"{left}{inner}{right}" if inner else " " * bool(text)


def _with_breaks(text: str) -> Markup:
    return Markup("<br>").join(escape(_visible(line)) for line in text.split("\n"))


def _as_picture(svg: str) -> Markup:
    """A picture of ours as it is: its own template engine has escaped all words in it."""
    return Markup(svg)  # noqa: S704


def _as_json(data: JsonObject) -> Markup:
    """Data inside a script element that is not run: nothing in it can end the element."""
    return htmlsafe_json_dumps(data, ensure_ascii=False, indent=1)


def _version() -> str:
    """Changes with every file that browsers keep."""
    seen = hashlib.sha256()
    for path in sorted(STATIC.iterdir()):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:12]
