"""Cards, digests and a library about things that never happened."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bot.core.cards import (
    Change,
    DatedWording,
    Digest,
    DigestEntry,
    Dispute,
    FigureItem,
    Point,
    PointKind,
    Source,
    TimelineItem,
    TopicCard,
    Voice,
)
from bot.core.language.folding import spelling_key
from bot.core.models import Language, Match, Span, Topic
from bot.core.outcomes import Ambiguous, Briefing, CardFound, NotFound, TopicLine

if TYPE_CHECKING:
    from bot.core.digest import Known
    from bot.core.seeking import Sought

NOW = datetime(2025, 3, 7, 6, 30, tzinfo=UTC)


def point(text: str, *sources: int, at: int = 0, kind: PointKind = "verbatim") -> Point:
    span = Span(f"artikel-{sources[0] if sources else 1}", at, at + len(text))
    return Point(text=text, kind=kind, spans=(span,), sources=sources)


def source(n: int, title: str, **more: Any) -> Source:
    fields: dict[str, Any] = {
        "id": f"artikel-{n}",
        "outlet": "Hafenblatt",
        "published": "2025-03-05",
        "url": f"https://example.org/{n}",
        "language": "de",
        "kind": "report",
    }
    return Source(n=n, title=title, **{**fields, **more})


def card(name: str = "Hafenbrücke", **more: Any) -> TopicCard:
    """A card with nothing but a lead and a source, unless more is given."""
    slug = name.lower().replace(" ", "-")
    fields: dict[str, Any] = {
        "id": f"{slug}-0a1b2c3d",
        "status": "new",
        "as_of": "2025-03-05",
        "language": "de",
        "slug": slug,
        "aliases": (),
        "matched": "exact",
        "lead": (point(f"Über {name} wird gestritten.", 1),),
        "changes": (),
        "changed_since": None,
        "facts": (),
        "figures": (),
        "voices": (),
        "disputed": (),
        "open": (),
        "timeline": (),
        "related": (),
        "sources": (source(1, "Streit am Hafen"),),
        "articles": 1,
        "outlets": 1,
        "version": "1",
    }
    return TopicCard(name=name, **{**fields, **more})


def full_card() -> TopicCard:
    """A card with every part, in German."""
    cost = point("Der Bau soll 40 Millionen Euro kosten und 120 Stellen sichern.", 1, 2, at=200)
    cheaper = point("Die Prüfer rechnen mit 55 Millionen Euro.", 3, at=40)
    return card(
        status="updated",
        as_of="2025-03-06",
        aliases=("Neue Hafenbrücke",),
        lead=(
            point(
                "Die Stadt Altwerder will eine neue Hafenbrücke über die Lune bauen",
                1,
                kind="shortened",
            ),
        ),
        changes=(
            Change("new", point("Der Rat stimmt am Freitag ab.", 2, at=10)),
            Change("changed", cheaper, before=cost),
        ),
        changed_since="2025-03-04",
        dates=(DatedWording(Span("artikel-2", 25, 35), "2025-03-07", "day", "am Freitag"),),
        facts=(cost, point("Das Vorhaben ist ein Denkmal der Eitelkeit.", 4, at=7)),
        figures=(
            FigureItem(40_000_000, "EUR", "", "40 Millionen Euro", cost),
            FigureItem(120, "", "Stellen", "120 Stellen", cost),
            FigureItem(55_000_000, "EUR", "", "55 Millionen Euro", cheaper),
        ),
        voices=(
            Voice(
                "Anke Dorn",
                "Bürgermeisterin",
                "direct",
                "sagte",
                "for",
                None,
                point("„Ohne Brücke bleibt der Hafen eine Insel.“", 1, at=400),
            ),
            Voice(
                "Uwe Harms",
                None,
                "reported",
                "bezweifelte",
                "against",
                "Dorn",
                point("bezweifelte er, dass die Stadt das Geld habe", 2, at=90, kind="shortened"),
            ),
            Voice(
                "Lena Brandt",
                "Ingenieurin",
                "reported",
                "erklärte",
                "unclear",
                None,
                point("der Grund trage die Pfeiler", 3, at=300, kind="shortened"),
            ),
        ),
        disputed=(Dispute((cost, cheaper)),),
        open=(point("Offen ist, wer die Wartung bezahlt.", 2, at=500),),
        timeline=(
            TimelineItem(
                "2025-03-03",
                "day",
                "am Montag",
                point("stellte die Stadt die Pläne vor", 1, at=600, kind="shortened"),
            ),
            TimelineItem("2027-05", "month", None, point("Baubeginn ist im Mai 2027.", 1, at=700)),
            TimelineItem("2029", "year", None, point("2029 soll sie fertig sein.", 2, at=800)),
        ),
        related=("Altwerder", "Anke Dorn"),
        sources=(
            source(1, "Altwerder plant eine Brücke", published="2025-03-04T23:30:00+00:00"),
            source(2, "Rat vor der Abstimmung", outlet=None, url="javascript:alert(1)"),
            source(3, "Auditors expect higher costs", outlet="Harbour Times", language="en"),
            source(4, "Kommentar: Ein Denkmal", published=None, url=None, kind="opinion"),
        ),
        articles=4,
        outlets=3,
    )


def english_card() -> TopicCard:
    """The same parts in English, from one undated article."""
    jobs = point("The bridge is to cost $40 million and secure 120 jobs.", 1, at=60)
    return card(
        "Harbour Bridge",
        language="en",
        as_of=None,
        matched="fuzzy",
        lead=(point("Oldwerder wants to build a new bridge across the harbour.", 1),),
        facts=(jobs, point("Work is to begin in May 2027", 1, at=200, kind="shortened")),
        figures=(FigureItem(40_000_000, "USD", "", "$40 million", jobs),),
        voices=(
            Voice("Anne Thorn", "mayor of Oldwerder", "direct", "said", "for", "the bridge",
                  point("“Without a bridge the harbour stays an island.”", 1, at=300)),
            Voice("Hugh Harms", None, "reported", "doubted", "against", None,
                  point("doubted that the town had the money", 1, at=400, kind="shortened")),
        ),
        open=(point("Who will pay for the upkeep is open.", 1, at=500),),
        related=("Oldwerder",),
        sources=(
            source(1, "A bridge for Oldwerder", outlet=None, published=None, url=None,
                   language="en"),
        ),
    )  # fmt: skip


def digest(*entries: DigestEntry, **more: Any) -> Digest:
    fields: dict[str, Any] = {
        "day": date(2025, 3, 7),
        "zone": "Europe/Berlin",
        "language": "de",
        "since": date(2025, 3, 6),
        "unchanged": (),
        "articles": len(entries),
        "minutes": 1,
    }
    return Digest(entries=entries, **{**fields, **more})


def full_digest() -> Digest:
    first = full_card()
    second = card("Lunebad")
    return digest(
        DigestEntry("new", second, second.lead[0], None),
        DigestEntry("updated", first, first.changes[0].point, date(2025, 3, 4)),
        unchanged=("Ostmarkt", "Stadtfest"),
        articles=6,
        minutes=2,
    )


def line(name: str, articles: int = 2, newest: str | None = "2025-03-05") -> TopicLine:
    return TopicLine(
        slug=name.lower().replace(" ", "-"),
        name=name,
        articles=articles,
        outlets=1,
        newest=date.fromisoformat(newest) if newest else None,
        weight=float(articles),
        curated=False,
    )


@dataclass
class FakeLibrary:
    """Knows a few topics by their exact lower-case names and records what it is asked."""

    cards: dict[str, TopicCard]
    nearly: dict[str, tuple[str, ...]] = field(default_factory=dict)
    suggestions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    news: Digest = field(default_factory=full_digest)
    article_count: int = 14
    asked: list[tuple[str, bool]] = field(default_factory=list)
    digests: list[dict[str, Any]] = field(default_factory=list)
    known: list[Known | None] = field(default_factory=list)

    def brief(
        self,
        query: str,
        *,
        language: Language,
        matched_only: bool = False,
        sought: Sought | None = None,
    ) -> Briefing:
        if sought is not None:
            return self._brief_on(query, sought, language)
        self.asked.append((query, matched_only))
        key = query.lower()
        if key in self.cards:
            return CardFound(query, replace(self.cards[key], language=language))
        if key in self.nearly:
            return Ambiguous(query, tuple(_topic(name) for name in self.nearly[key]))
        if key in self.words and not matched_only:
            search: Match = "search"
            return CardFound(query, card(query, matched=search))
        return NotFound(query, self.suggestions.get(key, ()))

    def _brief_on(self, query: str, sought: Sought, language: Language) -> Briefing:
        """The card of the topic that stands in the query, answered by a sum if that is sought."""
        for key, found in self.cards.items():
            if key in query.lower():
                said = point(f"{found.name} kostet 40 Millionen Euro.", 1)
                answers = (said,) if sought.kind == "money" else ()
                return CardFound(query, replace(found, language=language, answers=answers))
        return NotFound(query)

    def topics(self) -> tuple[TopicLine, ...]:
        return tuple(line(found.name) for found in self.cards.values())

    def has_topic(self, name: str) -> bool:
        return spelling_key(name) in {spelling_key(one.name) for one in self.cards.values()}

    def digest(  # noqa: PLR0913 - as the library has it
        self,
        day: date,
        *,
        zone: str,
        language: Language,
        topics: tuple[str, ...] = (),
        since: date | None = None,
        known: Known | None = None,
        read_at: datetime | None = None,
    ) -> Digest:
        assert read_at is not None
        self.digests.append({"day": day, "zone": zone, "topics": topics, "since": since})
        self.known.append(known)
        return replace(self.news, day=day, zone=zone, language=language)


def library(**more: Any) -> FakeLibrary:
    """A library of three topics; a search finds "wartung" and "new haven"."""
    found = (full_card(), card("Lunebad"), card("Status Quo"))
    fields: dict[str, Any] = {
        "cards": {one.name.lower(): one for one in found},
        "nearly": {"dorn": ("Anke Dorn", "Jens Dorn", "Dornbusch", "Dornröschen")},
        "suggestions": {"hafenbrü": ("Hafenbrücke",)},
        "words": frozenset({"wartung", "new haven"}),
    }
    return FakeLibrary(**{**fields, **more})


def _topic(name: str) -> Topic:
    return Topic(name.lower(), name, (), ("a",), "PER", 1.0)
