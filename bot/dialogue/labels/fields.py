"""Which wording there is. A language that lacks one is an error of types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from bot.core.ledger import DeliveryState, SubscriptionState
    from bot.core.models import Language
    from bot.dialogue.answers import NoticeKind
    from bot.dialogue.buttons import Action

BOT_NAME = "Morgenlage"


@dataclass(frozen=True, slots=True)
class Plural:
    """A wording for one and one for several; `{n}` stands for the number."""

    one: str
    other: str

    def of(self, count: int, written: str) -> str:
        """The wording for `count`, which is shown as `written`."""
        return (self.one if count == 1 else self.other).format(n=written)


@dataclass(frozen=True, slots=True)
class Labels:
    """One language. Words in braces are filled in; what is filled in is never a template."""

    language: Language

    # counted things
    articles: Plural
    sources: Plural
    topics: Plural
    minutes: Plural
    # behind the number of articles: so many of them repeat another's text
    copies: Plural

    # title of a card
    new: str
    updated: str
    unchanged: str
    meant: str
    search: str
    undated: str
    beginning_only: str
    as_of: str
    as_of_long_ago: str

    # headings of a card, in their order
    answers: str
    lead: str
    changes: str
    changes_since: str
    facts: str
    voices: str
    disputed: str
    open: str
    timeline: str
    related: str
    cited: str

    # inside a card
    nothing_new: str
    nothing_new_since: str
    changed: str
    withdrawn: str
    contradicted: str
    before: str
    in_favour: str
    in_favour_of: str
    against: str
    against_whom: str
    paraphrased: str
    other_side: str
    opinion: str
    background: str
    outlet_unknown: str
    written_by: str
    languages: dict[Language, str]
    copy_of: str
    earlier_version: str
    corrected_version: str

    # foot of a card
    one_source: str
    one_text: str
    method: str
    read_from: str
    card_id: str

    # digest
    first_on: str
    same_news: str
    nothing_new_today: str
    nothing_new_since_look: str
    today_at: str
    yesterday_at: str
    day_at: str
    headline: str
    headline_new: str
    headline_updated: str
    headline_nothing: str

    # answers
    topics_title: str
    topics_none: str
    newest: str
    more_topics: Plural
    how_to_ask: str
    how_to_ask_in_shell: str
    choose: str
    choose_hint: str
    not_found: Plural
    no_articles: str
    did_you_mean: str
    list_hint: str
    list_hint_in_shell: str
    status_title: str
    status_read: str
    status_followed: str
    status_followed_none: str
    status_looked: str
    status_never_looked: str
    status_paused: str
    status_planned: str
    who_manages: str
    status_next: str
    status_next_none: str
    status_plan_topics: str
    status_plan_all: str
    status_feeds: str
    evidence_title: str
    evidence_gone: str
    more_title: str
    more_none: str
    states: dict[SubscriptionState, str]
    status_last: dict[DeliveryState, str]
    reasons: dict[str, str]
    buttons: dict[Action, str]
    # where buttons are typed
    type_of_one: str
    type_of_several: str
    undo: str
    notices: dict[NoticeKind, str]
    help_title: str
    help_unknown: str
    help_hello: str
    help_lines: tuple[tuple[str, str], ...]

    def why(self, reason: str) -> str:
        """The ledger's word for why something was not sent, in this language.

        What somebody else said, and nobody has foreseen, stays as it is.
        """
        return self.reasons.get(reason, clean(reason))
