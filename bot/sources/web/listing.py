"""Whether a page is a server's own listing of a folder, which holds no article. Pure."""

from __future__ import annotations

import html
import re

# In title or heading: Apache, nginx, lighttpd, Python ("Directory listing for /"), Tomcat
# ("Directory Listing For [/]"), Jetty ("Directory: /"), serve of Node ("Files within pub/").
_NAMED = re.compile(
    r"(?:index of|index von|directory listing for|directory of|directory:|listing of|"
    r"files within|inhalt von|verzeichnis(?:inhalt)?(?: von)?:?)\s+"
    r"\[?(?:/\S*|[~\w.-]+/(?:\S*/)?)\]?(?:\s+[-–—|·]\s.{0,40})?",
    re.IGNORECASE,
)
# IIS has the host in its title, and a link that no article has.
_UPWARDS = re.compile(
    r">\s*\[(?:to parent directory|zum übergeordneten verzeichnis)\]\s*<", re.IGNORECASE
)
_HEADINGS = re.compile(r"<(title|h1)(?:\s[^>]{0,200})?>([^<]{1,300})</\1>", re.IGNORECASE)
_HEAD = 20_000


def is_listing(page: str) -> bool:
    """Whether it is called so, or leads upwards as only listings do."""
    headings = (html.unescape(found[2]).strip() for found in _HEADINGS.finditer(page[:_HEAD]))
    return any(map(_NAMED.fullmatch, headings)) or bool(_UPWARDS.search(page[:_HEAD]))
