"""From whom an article is: its outlet, else the web host of its address, else nobody known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Article

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)", re.IGNORECASE)


def origin_of(article: Article) -> str:
    """The outlet or the host; "" for all of whom nothing is known: they count as one source.

    Two files without a name may be the same report twice, so they confirm each other in nothing.
    """
    if article.outlet:
        return article.outlet
    found = _HOST.match(article.url or "")
    return found[1].lower() if found else ""
