"""The page's own words in German and English; those of answers come with the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.ledger import Length
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """One language. Words in braces are filled in; what is filled in is never a template."""

    language: Language
    claim: str
    skip: str
    navigation: str
    chat: str
    topics: str
    digest: str
    status: str
    login: str
    other_language: str
    other_language_name: str
    ask_label: str
    ask_placeholder: str
    ask: str
    waiting: str
    lost: str
    try_these: str
    examples: tuple[str, ...]
    you: str
    views: str
    view_answer: str
    preview_of: str
    useful: str
    not_useful: str
    complain_title: str
    complain_point: str
    complain_whole: str
    complain_reason: str
    complain_send: str
    plan_title: str
    plan_where: str
    plan_topics: str
    plan_time: str
    plan_zone: str
    plan_weekdays: str
    weekdays: tuple[str, ...]
    plan_language: str
    languages: dict[Language, str]
    plan_length: str
    lengths: dict[Length, str]
    plan_quiet: str
    plan_quiet_choice: str
    plan_submit: str
    show_place: str
    save: str
    save_as: str
    subscribe: str
    topic: str
    articles: str
    outlets: str
    newest: str
    undated: str
    all_topics: str
    filter_topics: str
    pictures: str
    day_before: str
    day_after: str
    choose_day: str
    go: str
    news_days: str
    evidence: str
    evidence_intro: str
    points: str
    changed_since: str
    to_point: str
    supports: str
    back_to_card: str
    original: str
    opinion: str
    conditions: str
    component: str
    state: str
    well: str
    sources: str
    file: str
    outlet: str
    feeds: str
    last_success: str
    next_try: str
    no_feeds: str
    left_out: str
    remarks: str
    reason: str
    line: str
    none_left_out: str
    deliveries: str
    orders: str
    no_deliveries: str
    no_orders: str
    channel: str
    planned_for: str
    sent_at: str
    next_due: str
    articles_read: str
    access_word: str
    access_hint: str
    access_wrong: str
    enter: str
    home: str
    refused: str
    refusals: dict[int, str]
    delivery_states: dict[str, str]


GERMAN = Wording(
    language="de",
    claim="Jeder Satz mit seiner Stelle im Artikel.",
    skip="Zum Inhalt springen",
    navigation="Seiten",
    chat="Fragen",
    topics="Themen",
    digest="Digest",
    status="Betrieb",
    login="Anmelden",
    other_language="Show this page in English",
    other_language_name="English",
    ask_label="Frage oder Befehl",
    ask_placeholder="Thema, Frage oder /digest jetzt",
    ask="Fragen",
    waiting="Die Antwort kommt gleich …",
    lost="Die Verbindung ist weg. Deine Frage steht noch da: bitte noch einmal versuchen.",
    try_these="Zum Ausprobieren",
    examples=("/briefing stargate", "/digest jetzt", "was ist neu bei openai?", "/briefing"),
    you="Du",
    views="Ansicht",
    view_answer="Antwort",
    preview_of="So sieht es in {platform} aus",
    useful="Hilfreich",
    not_useful="Nicht hilfreich",
    complain_title="Was stimmt nicht?",
    complain_point="Stelle",
    complain_whole="die ganze Karte",
    complain_reason="Grund",
    complain_send="Absenden",
    plan_title="Digest planen",
    plan_where="Er kommt als Datei in den Ordner für Digests. "
    "In einem Kanal von Slack oder Discord plant ihn dort /digest plan.",
    plan_topics="mit Komma dazwischen; leer für die wichtigsten",
    plan_time="Uhrzeit",
    plan_zone="Zeitzone",
    plan_weekdays="Wochentage",
    weekdays=(
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ),
    plan_language="Sprache",
    languages={"de": "Deutsch", "en": "Englisch"},
    plan_length="Länge",
    lengths={
        "short": "kurz (3 Themen)",
        "normal": "normal (5 Themen)",
        "long": "lang (8 Themen)",
    },
    plan_quiet="Wenn nichts neu ist",
    plan_quiet_choice="nichts schicken",
    plan_submit="Planen",
    show_place="Stelle im Artikel",
    save="Speichern",
    save_as="{kind} speichern",
    subscribe="Digests abonnieren (Atom)",
    topic="Thema",
    articles="Artikel",
    outlets="Quellen",
    newest="Zuletzt",
    undated="ohne Datum",
    all_topics="Alle Themen",
    filter_topics="Themen filtern",
    pictures="Bilder",
    day_before="Tag davor",
    day_after="Tag danach",
    choose_day="Tag",
    go="Zeigen",
    news_days="Morgen mit Neuem",
    evidence="Belege",
    evidence_intro="Links die Punkte der Karte, rechts die Artikel, aus denen sie stammen.",
    points="Punkte der Karte",
    changed_since="Der Artikel wurde seither geändert oder ist nicht mehr da.",
    to_point="Zu Punkt {number} der Karte",
    supports="sagt dasselbe",
    back_to_card="Zur Karte",
    original="Zum Original",
    opinion="Meinung",
    conditions="Teile",
    component="Teil",
    state="Zustand",
    well="in Ordnung",
    sources="Quellen",
    file="Datei",
    outlet="Quelle",
    feeds="Feeds",
    last_success="Zuletzt in Ordnung",
    next_try="Nächster Versuch",
    no_feeds="Es sind keine Feeds eingetragen.",
    left_out="Nicht gelesen",
    remarks="Anmerkungen",
    reason="Grund",
    line="Zeile",
    none_left_out="Alles wurde gelesen.",
    deliveries="Zustellungen",
    orders="Geplante Digests",
    no_deliveries="Noch ist nichts verschickt worden.",
    no_orders="Es ist kein Digest geplant.",
    channel="Kanal",
    planned_for="Geplant für",
    sent_at="Verschickt",
    next_due="Nächster",
    articles_read="{n} Artikel gelesen",
    access_word="Zugangswort",
    access_hint="Es steht in der Einstellung BRIEFING_WEB_TOKEN.",
    access_wrong="Das ist nicht das Zugangswort.",
    enter="Anmelden",
    home="Zur Startseite",
    refused="Das geht so nicht.",
    refusals={
        400: "Diese Anfrage ist unvollständig.",
        401: "Hier braucht es das Zugangswort.",
        403: "Diese Anfrage kam nicht von dieser Seite.",
        404: "Diese Seite gibt es nicht.",
        405: "Das geht hier nicht.",
        413: "Das ist zu lang.",
        421: "Unter diesem Namen antwortet diese Seite nicht.",
    },
    delivery_states={
        "pending": "steht aus",
        "sending": "wird verschickt",
        "sent": "verschickt",
        "unknown": "ungewiss",
        "skipped": "ausgelassen",
        "failed": "gescheitert",
        "active": "aktiv",
        "paused": "pausiert",
        "stopped": "beendet",
    },
)

ENGLISH = Wording(
    language="en",
    claim="Every sentence with its place in the article.",
    skip="Skip to content",
    navigation="Pages",
    chat="Ask",
    topics="Topics",
    digest="Digest",
    status="Operations",
    login="Sign in",
    other_language="Diese Seite auf Deutsch zeigen",
    other_language_name="Deutsch",
    ask_label="Question or command",
    ask_placeholder="A topic, a question or /digest now",
    ask="Ask",
    waiting="The answer is on its way …",
    lost="The connection is gone. Your question is still there: please try again.",
    try_these="Try one of these",
    examples=("/briefing stargate", "/digest now", "what is new about openai?", "/briefing"),
    you="You",
    views="View",
    view_answer="Answer",
    preview_of="How it looks in {platform}",
    useful="Helpful",
    not_useful="Not helpful",
    complain_title="What is wrong?",
    complain_point="Passage",
    complain_whole="the whole card",
    complain_reason="Reason",
    complain_send="Send",
    plan_title="Plan the digest",
    plan_where="It comes as a file into the folder for digests. In a channel of Slack or Discord "
    "/digest plan plans it there.",
    plan_topics="with commas between them; empty for the most important",
    plan_time="Time",
    plan_zone="Time zone",
    plan_weekdays="Weekdays",
    weekdays=(
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    plan_language="Language",
    languages={"de": "German", "en": "English"},
    plan_length="Length",
    lengths={
        "short": "short (3 topics)",
        "normal": "normal (5 topics)",
        "long": "long (8 topics)",
    },
    plan_quiet="If nothing is new",
    plan_quiet_choice="send nothing",
    plan_submit="Plan",
    show_place="Place in the article",
    save="Save",
    save_as="Save as {kind}",
    subscribe="Subscribe to digests (Atom)",
    topic="Topic",
    articles="Articles",
    outlets="Sources",
    newest="Newest",
    undated="undated",
    all_topics="All topics",
    filter_topics="Filter topics",
    pictures="Pictures",
    day_before="Day before",
    day_after="Day after",
    choose_day="Day",
    go="Show",
    news_days="Mornings with news",
    evidence="Evidence",
    evidence_intro="The points of the card, and the articles that they are taken from.",
    points="Points of the card",
    changed_since="The article was changed since, or is gone.",
    to_point="To point {number} of the card",
    supports="says the same",
    back_to_card="Back to the card",
    original="To the original",
    opinion="Opinion",
    conditions="Parts",
    component="Part",
    state="State",
    well="well",
    sources="Sources",
    file="File",
    outlet="Source",
    feeds="Feeds",
    last_success="Last fine",
    next_try="Next try",
    no_feeds="There are no feeds.",
    left_out="Left out",
    remarks="Remarks",
    reason="Reason",
    line="Line",
    none_left_out="Everything was read.",
    deliveries="Deliveries",
    orders="Planned digests",
    no_deliveries="Nothing was sent yet.",
    no_orders="No digest is planned.",
    channel="Channel",
    planned_for="Planned for",
    sent_at="Sent",
    next_due="Next",
    articles_read="{n} articles read",
    access_word="Access token",
    access_hint="It stands in the setting BRIEFING_WEB_TOKEN.",
    access_wrong="That is not the access token.",
    enter="Sign in",
    home="To the start",
    refused="That does not work.",
    refusals={
        400: "This request is incomplete.",
        401: "The access token is needed here.",
        403: "This request did not come from this page.",
        404: "There is no such page.",
        405: "That does not work here.",
        413: "That is too long.",
        421: "This page does not answer under that name.",
    },
    delivery_states={
        "pending": "pending",
        "sending": "being sent",
        "sent": "sent",
        "unknown": "uncertain",
        "skipped": "skipped",
        "failed": "failed",
        "active": "active",
        "paused": "paused",
        "stopped": "stopped",
    },
)


def wording_for(language: Language) -> Wording:
    """The words of the page in the reader's language."""
    return GERMAN if language == "de" else ENGLISH
