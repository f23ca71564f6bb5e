"""From an article to its analysis: the steps of reading, each after those that it needs.

Sentences come first because everything is found inside them; names next, since speakers are
names; dates before figures, so that a year is not counted; claims after speech, since a
question inside somebody's quotation is not the article's own; salience last, from all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.models import Analysis, Article, Reading
from bot.core.reading.claims import find_claims
from bot.core.reading.dates import find_dates
from bot.core.reading.drafting import cut_draft
from bot.core.reading.figures import find_figures
from bot.core.reading.names import find_names
from bot.core.reading.quotes import find_quotes
from bot.core.reading.salience import score_sentences
from bot.core.reading.traits import find_traits

if TYPE_CHECKING:
    from bot.core.reading.name_scoring import NameTagger
    from bot.core.reading.words import Lemmatiser

# Raised whenever the same text may be read differently; stored analyses are then made anew.
READER_VERSION = "12"


class Reader:
    """Reads articles; keeps nothing between them."""

    def __init__(self, lemmatiser: Lemmatiser, *, tagger: NameTagger | None = None) -> None:
        """Use the base forms of `lemmatiser`, and for German names the weights of `tagger`."""
        self._lemmatiser = lemmatiser
        self._tagger = tagger

    def read(self, article: Article) -> Analysis:
        """Analyse one article. The same article always gives the same analysis."""
        draft = cut_draft(article, self._lemmatiser)
        names = find_names(draft, lemmatiser=self._lemmatiser, tagger=self._tagger)
        quotes = find_quotes(draft, names, lemmatiser=self._lemmatiser)
        dates = find_dates(draft)
        figures = find_figures(draft, dates)
        claims = find_claims(draft, quotes)
        return Analysis(
            article_id=article.id,
            sentences=draft.sentences,
            headings=draft.headings,
            names=names,
            quotes=quotes,
            figures=figures,
            dates=dates,
            claims=claims,
            salience=score_sentences(draft, quotes),
            traits=find_traits(draft, names, quotes, claims),
            reader_version=READER_VERSION,
        )

    def reading(self, article: Article) -> Reading:
        """The article together with its analysis."""
        return Reading(article, self.read(article))
