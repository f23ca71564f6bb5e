"""TopicCard to outline: the parts of a card in their fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.date_words import names_month
from bot.core.versions import replaced_in, version_of
from bot.dialogue.outline import Line, Outline, Run, Runs, Section
from bot.dialogue.points import PointWriter
from bot.dialogue.printable import clean, web_address

if TYPE_CHECKING:
    from bot.core.cards import Change, Dispute, Point, Source, TimelineItem, TopicCard, Voice
    from bot.core.models import Language
    from bot.dialogue.labels import Labels
    from bot.dialogue.outline import SectionKind
    from bot.dialogue.viewer import Viewer

_DOT = " · "
_DASH = " – "


def outline_card(card: TopicCard, viewer: Viewer, *, changes_first: bool = False) -> Outline:
    """What is shown for a topic; with `changes_first` what is new stands before the summary.

    Parts without content are left out; title, sources and footer are always there. What the
    articles say on a question stands before everything else.
    """
    labels, writer = viewer.labels, PointWriter(card, viewer)
    changes = _outline_changes(card, viewer, writer, asked=changes_first)
    lead = _section("lead", labels.lead, _plain(card.lead, writer))
    opening = (changes, lead) if changes_first else (lead, changes)
    sections = (
        _section("answers", labels.answers, _bullets(card.answers, writer)),
        *opening,
        _section("facts", labels.facts, _bullets(card.facts, writer)),
        _section("voices", labels.voices, _voices(card, viewer, writer)),
        _section("disputed", labels.disputed, _disputes(card.disputed, writer)),
        _section("open", labels.open, _bullets(card.open, writer)),
        _section("timeline", labels.timeline, _timeline(card, viewer, writer)),
        _related(card, labels.related),
        _section(
            "sources", labels.cited, tuple(_source(item, card, viewer) for item in card.sources)
        ),
    )
    return Outline(
        headline=_headline(card),
        title=_title(card, viewer),
        sections=tuple(section for section in sections if section.lines),
        footer=_footer(card, viewer),
        status=card.status,
    )


def _headline(card: TopicCard) -> str:
    name = clean(card.name)
    opening = (*card.answers, *card.lead)
    return f"{name}: {clean(opening[0].text)}" if opening else name


def _title(card: TopicCard, viewer: Viewer) -> Line:
    labels = viewer.labels
    before = {"fuzzy": labels.meant, "search": labels.search}.get(card.matched)
    status = {"new": labels.new, "updated": labels.updated, "unchanged": labels.unchanged}
    head = (
        *((Run(before, "label"),) if before else ()),
        Run(clean(card.name), "name"),
        Run(_DOT + status[card.status], "label"),
    )
    freshness = (_counted(card, viewer), _count_outlets(card, viewer), _as_of(card, viewer))
    return Line(head=head, body=(Run(_DOT.join(freshness), "label"),), joint=_DOT)


def _counted(card: TopicCard, viewer: Viewer) -> str:
    labels = viewer.labels
    counted = labels.articles.of(card.articles, viewer.number(card.articles))
    if not card.copies:
        return counted
    return counted + labels.copies.of(card.copies, viewer.number(card.copies))


def _count_outlets(card: TopicCard, viewer: Viewer) -> str:
    # An article whose outlet is unknown still comes from one source.
    outlets = max(card.outlets, 1)
    return viewer.labels.sources.of(outlets, viewer.number(outlets))


def _as_of(card: TopicCard, viewer: Viewer) -> str:
    if card.as_of is None:
        return viewer.labels.undated
    day = viewer.local_day(card.as_of)
    ago = viewer.how_long_ago(day)
    if not ago:
        return viewer.labels.as_of.format(date=viewer.day(day))
    return viewer.labels.as_of_long_ago.format(date=viewer.day(day), ago=ago)


def _section(kind: SectionKind, heading: str, lines: tuple[Line, ...]) -> Section:
    return Section(kind, heading, lines)


def _plain(points: tuple[Point, ...], writer: PointWriter) -> tuple[Line, ...]:
    return tuple(Line(writer.write(point)) for point in points)


def _bullets(points: tuple[Point, ...], writer: PointWriter) -> tuple[Line, ...]:
    return tuple(Line(writer.write(point), bullet=True) for point in points)


def _outline_changes(
    card: TopicCard, viewer: Viewer, writer: PointWriter, *, asked: bool
) -> Section:
    labels = viewer.labels
    since = viewer.day(viewer.local_day(card.changed_since)) if card.changed_since else ""
    heading = labels.changes_since.format(date=since) if since else labels.changes
    lines = tuple(_change(change, viewer, writer) for change in card.changes)
    if not lines and asked and card.status == "unchanged":
        # Who asks what is new is told that nothing is.
        nothing = labels.nothing_new_since.format(date=since) if since else labels.nothing_new
        return _section("changes", labels.changes, (Line((Run(nothing, "label"),)),))
    return _section("changes", heading, lines)


def _change(change: Change, viewer: Viewer, writer: PointWriter) -> Line:
    labels = viewer.labels
    words = {
        "changed": labels.changed,
        "withdrawn": labels.withdrawn,
        "contradicted": labels.contradicted,
    }
    label = words.get(change.kind)
    body: Runs = ((Run(label, "label"),) if label else ()) + writer.write(change.point)
    if change.before is not None:
        body += (Run(labels.before, "label"), *writer.write(change.before))
    return Line(body, bullet=True)


def _voices(card: TopicCard, viewer: Viewer, writer: PointWriter) -> tuple[Line, ...]:
    return tuple(_voice(voice, viewer, writer) for voice in card.voices)


def _voice(voice: Voice, viewer: Viewer, writer: PointWriter) -> Line:
    labels = viewer.labels
    role = clean(voice.role or "")
    notes = [_stance(voice, viewer)]
    if voice.mode == "reported":
        notes.append(labels.paraphrased)
    head = (
        Run(clean(voice.speaker), "name"),
        *((Run(f", {role}"),) if role else ()),
        *(Run(_DOT + note, "label") for note in notes if note),
    )
    direct = voice.mode == "direct"
    body = writer.write_quoted(voice.point) if direct else writer.write_reported(voice.point)
    return Line(head=head, body=body, joint=": ")


def _stance(voice: Voice, viewer: Viewer) -> str:
    labels, towards = viewer.labels, clean(voice.towards or "")
    if voice.stance == "for":
        return labels.in_favour_of.format(name=towards) if towards else labels.in_favour
    if voice.stance == "against":
        return labels.against_whom.format(name=towards) if towards else labels.against
    return ""


def _disputes(disputes: tuple[Dispute, ...], writer: PointWriter) -> tuple[Line, ...]:
    return tuple(Line(writer.write_dispute(dispute), bullet=True) for dispute in disputes)


def _timeline(card: TopicCard, viewer: Viewer, writer: PointWriter) -> tuple[Line, ...]:
    languages = {source.id: source.language for source in card.sources}
    return tuple(
        Line(
            head=(Run(_when(item, viewer, languages.get(item.point.spans[0].article)), "label"),),
            body=writer.write(item.point, dated=item.date),
            joint=_DASH,
        )
        for item in card.timeline
    )


def _when(item: TimelineItem, viewer: Viewer, written_in: Language | None) -> str:
    """The date, and the wording that it was resolved from if that is in the reader's language."""
    written = viewer.date_of(item.date, item.precision)
    is_foreign = written_in not in {None, viewer.language}
    wording = "" if is_foreign else clean(item.resolved_from or "")
    return f"{written} ({wording})" if wording and not names_month(wording) else written


def _related(card: TopicCard, heading: str) -> Section:
    names = _DOT.join(clean(name) for name in card.related)
    lines = (Line((Run(names, "name"),)),) if names else ()
    return Section("related", heading, lines, inline=True)


def _source(source: Source, card: TopicCard, viewer: Viewer) -> Line:
    labels = viewer.labels
    notes = [clean(source.outlet or "") or labels.outlet_unknown, _published(source, viewer)]
    kind = {"opinion": labels.opinion, "background": labels.background}.get(source.kind)
    if kind:
        notes.append(kind)
    if source.language != viewer.language:
        notes.append(labels.languages[source.language])
    if source.is_beginning:
        notes.append(labels.beginning_only)
    # Two versions of one article have the same title and outlet, and often the same day.
    if source.id in replaced_in(one.id for one in card.sources):
        notes.append(labels.earlier_version)
    elif version_of(source.id)[1] > 1:
        notes.append(labels.corrected_version)
    if source.copy_of is not None:
        notes.append(labels.copy_of.format(n=source.copy_of))
    address = web_address(source.url)
    body = (
        Run(clean(source.title)),
        Run(" — " + ", ".join(notes), "label"),
        *((Run(" "), Run(address, "link")) if address else ()),
    )
    return Line(head=(Run(f"[{source.n}]", "citation"),), body=body)


def _published(source: Source, viewer: Viewer) -> str:
    if source.published is None:
        return viewer.labels.undated
    return viewer.day(viewer.local_day(source.published))


def _footer(card: TopicCard, viewer: Viewer) -> tuple[Line, ...]:
    labels = viewer.labels
    read = labels.read_from.format(
        articles=_counted(card, viewer),
        sources=_count_outlets(card, viewer),
        date=_as_of(card, viewer) if card.as_of else labels.undated,
    )
    sentences = (
        *_unconfirmed(card, labels),
        labels.method,
        read,
        labels.card_id.format(id=clean(card.id)),
    )
    return (Line((Run(" ".join(sentences), "label"),)),)


def _unconfirmed(card: TopicCard, labels: Labels) -> tuple[str, ...]:
    """A sentence where nothing on the card can have been confirmed by somebody else."""
    if card.outlets <= 1:
        return (labels.one_source,)
    return (labels.one_text,) if card.articles - card.copies == 1 else ()
