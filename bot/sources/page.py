"""A web page saved as HTML: its main text and what its head says about it."""

from __future__ import annotations

import logging
import warnings
from itertools import groupby

from bot.core.language.folding import spelling_key
from bot.sources.canonical import clean_characters
from bot.sources.furniture import clear_furniture
from bot.sources.metadata import name_fields
from bot.sources.model import Parsed, Refused

# A date further off is none; a fixed one, since the default is today.
_LATEST_DATE = "2100-01-01"
_ITEM = "- "
# Below this many characters everything on the page is taken, in one line; the default of 250
# would do so to short news items.
_SHORTEST_TEXT = "40"


def parse_page(html: str) -> Parsed | Refused:
    """Main text and metadata; comments, tables and navigation are left out."""
    # Loading it takes a third of a second, and only pages need it. On the way it looks for a
    # proxy's protocol that nobody here uses, and urllib3 warns of its absence.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="SOCKS support")
        import trafilatura  # noqa: PLC0415 (see the line above)
        from trafilatura.settings import use_config  # noqa: PLC0415 (the same)

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST_TEXT)

    # It complains about every odd page on standard error unless somebody listens.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        page = trafilatura.bare_extraction(
            html,
            config=config,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={
                # Dates from the head and the address alone; no guessing in the text.
                "extensive_search": False,
                "original_date": True,
                "max_date": _LATEST_DATE,
            },
        )
    except Exception as error:  # noqa: BLE001 (a parser of other people's pages; any may break it)
        return Refused(f"the page cannot be parsed ({type(error).__name__})")
    if page is None or isinstance(page, dict):
        return Refused("no text")
    fields = name_fields(
        {"title": page.title, "outlet": page.sitename, "date": page.date, "url": page.url}
    )
    if page.author:
        fields["author"] = page.author
    return Parsed(_lay_out(page.text or "", page.title or ""), page.title or "", fields)


def _lay_out(text: str, title: str) -> str:
    """Paragraphs apart by a blank line, the items of a list by a line end, without the title."""
    lines = [line.strip() for line in clean_characters(text).split("\n")]
    lines = [line for line in lines if line.removeprefix(_ITEM)]
    if lines and title and spelling_key(lines[0]) == spelling_key(title):
        lines = lines[1:]
    lines = [line for line in clear_furniture(lines).lines if line]
    blocks: list[str] = []
    for is_item, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
        found = [line.removeprefix(_ITEM).strip() for line in group]
        blocks += ["\n".join(found)] if is_item else found
    return "\n\n".join(blocks)
