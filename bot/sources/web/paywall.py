"""Whether a page shows only the beginning of its article to those who do not pay. Pure."""

from __future__ import annotations

import re

# What pages say to search engines: https://schema.org/isAccessibleForFree, and the tags that
# German outlets use beside it.
_DECLARED = re.compile(
    r"\"isAccessibleForFree\"\s*:\s*\"?(?:false|https?://schema\.org/False)\"?"
    r"|<meta[^>]{1,200}(?:article:content_tier|og:article:content_tier)[^>]{1,200}"
    r"content=[\"'](?:locked|metered)"
    r"|content=[\"'](?:locked|metered)[\"'][^>]{1,200}article:content_tier",
    re.IGNORECASE,
)
# What stands where the text breaks off. Not said in an article itself at this length.
_INVITATION = re.compile(
    r"(?:jetzt|hier) (?:abonnieren|weiterlesen|freischalten)"
    r"|(?:weiterlesen|lesen sie weiter) mit\b"
    r"|diese[rn]? (?:artikel|beitrag|text) ist (?:nur )?(?:für|exklusiv)[^.]{0,40}abonnent"
    r"|(?:artikel|beitrag) (?:freischalten|ist kostenpflichtig)"
    r"|sie haben bereits ein (?:abo|digital-?abo|konto)"
    r"|nur für abonnent(?:en|innen)"
    r"|(?:subscribe|sign in|log in|register) to (?:continue|read|keep reading)"
    r"|this (?:article|content) is (?:only )?(?:for|available to) subscribers"
    r"|already a subscriber\?"
    r"|to continue reading",
    re.IGNORECASE,
)
# A whole article is longer than this; below it an invitation means that it breaks off.
_SHORT = 1_500
_END = 400


def is_paywalled(html: str, text: str) -> bool:
    """Whether the page with `html`, of which `text` was read, holds back the rest."""
    if _DECLARED.search(html):
        return True
    return len(text) < _SHORT and _INVITATION.search(text[-_END:]) is not None


def without_invitation(text: str) -> str:
    """`text` without the paragraphs at its end that invite to pay."""
    paragraphs = text.split("\n\n")
    while paragraphs and _INVITATION.search(paragraphs[-1]) and len(paragraphs[-1]) < _END:
        paragraphs.pop()
    return "\n\n".join(paragraphs)
