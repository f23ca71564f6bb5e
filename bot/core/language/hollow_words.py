"""Words of sentences that say somebody said or did something, but not what; folded base forms."""

from __future__ import annotations

# Each word of a group must be there: "sich geäußert", "nahm Stellung", "issued a statement".
_PHRASES = """
aeussern sich
stellung nehmen
stellung beziehen
wort melden sich
statement abgeben
reagieren
kommentieren
antworten
comment on
comment about
react to
respond to
reply to
issue statement
release statement
weigh in on
"""

HOLLOW_PHRASES: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split()) for line in _PHRASES.strip().splitlines()
)
HOLLOW_WORDS: frozenset[str] = frozenset().union(*HOLLOW_PHRASES)
# One of these is in each phrase; most sentences have none.
HOLLOW_KEYS: frozenset[str] = frozenset(
    "aeussern stellung melden statement reagieren kommentieren antworten comment react respond "
    "reply weigh".split()
)
# Who reacts to something else does something: firefighters respond to a blaze.
REACTIONS: frozenset[str] = frozenset(
    "reagieren kommentieren antworten comment react respond reply".split()
)
MATTERS: frozenset[str] = frozenset(
    "kritik vorwurf frage aeusserung aussage vorschlag forderung ankuendigung rede brief bericht "
    "nachricht urteil entscheidung vorstoss angriff streit debatte plan angebot drohung vorhaben "
    "erklaerung behauptung anschuldigung zweifel bedenken diskussion "
    "criticism claim accusation allegation question remark comment statement speech post tweet "
    "attack charge concern doubt letter demand proposal report offer dispute ruling decision news "
    "announcement plan debate".split()
)
# How somebody said it tells nothing either.
EMPTY_ADVERBS: frozenset[str] = frozenset(
    "oeffentlich schriftlich muendlich persoenlich kurz knapp ausfuehrlich erstmals zunaechst "
    "bisher bislang inzwischen mittlerweile spaeter bald daraufhin prompt umgehend sofort schnell "
    "rasch erneut nochmals gestern heute bereits ebenfalls "
    "publicly officially personally briefly quickly recently later immediately promptly again "
    "already yesterday today now also".split()
)
# What follows them tells how or what after all: "reagierte mit einer Klage", "by cutting prices".
TELLING_HOW: frozenset[str] = frozenset(
    "mit durch indem dass ob als weil wonach "
    "with that as saying calling warning whether how after when because but and".split()
)
# Behind one of these it is a thing: "nahm die Stellung", "the comment"; a statement needs one.
ARTICLES: frozenset[str] = frozenset("der die das dem den ein eine einen the a an".split())
# To take a stand is to take it towards something: "Stellung zu", not "Stellung bei".
TOWARDS: frozenset[str] = frozenset("zu zum zur dazu hierzu".split())
# Who "declined to comment" told as little.
NOT_SPEAKING: frozenset[str] = frozenset("decline refuse".split())
