"""Who looks at the page: the person behind a browser, their language, and the asker they are."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from aiohttp import web
from babel import negotiate_locale

from bot.core.models import Language
from bot.delivery.standing import CHANNEL, PLATFORM
from bot.desk.people import Asker, Place

if TYPE_CHECKING:
    from bot.adapters.web.config import WebConfig

PERSON_COOKIE = "morgenlage-person"
LANGUAGE_COOKIE = "morgenlage-language"
PASS_COOKIE = "morgenlage-pass"  # noqa: S105 - the name of a cookie
_YEAR = 365 * 24 * 3600
_MADE_BY_US = re.compile(r"[0-9a-f]{32}")
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Visitor:
    """`is_new`: the browser does not know yet which person it is."""

    person: str
    language: Language
    zone: str
    is_new: bool = False

    @property
    def asker(self) -> Asker:
        """This person at the desk. On the page one talks alone with the bot.

        The page has no channel of its own: what is planned here goes into the folder.
        """
        return Asker(
            Place("web", "local", "page", direct=True),
            self.person,
            self.language,
            self.zone,
            may_plan=True,
            private=True,
            orders_at=Place(PLATFORM, "", CHANNEL),
        )


VISITOR = web.RequestKey("visitor", Visitor)


def find_visitor(request: web.BaseRequest, config: WebConfig, person: str = "") -> Visitor:
    """Who it is: `person` where a proxy has named one, else by a cookie, else somebody new."""
    kept = request.cookies.get(PERSON_COOKIE, "")
    known = person or (kept if _MADE_BY_US.fullmatch(kept) else "")
    return Visitor(
        person=known or secrets.token_hex(16),
        language=_find_language(request, config.language),
        zone=config.zone,
        is_new=not known,
    )


def keep_person(response: web.StreamResponse, person: str, *, secure: bool) -> None:
    """Let the browser remember who it is."""
    _keep(response, PERSON_COOKIE, person, secure=secure)


def keep_pass(response: web.StreamResponse, value: str, *, secure: bool) -> None:
    """Let the browser remember that it has shown the token."""
    _keep(response, PASS_COOKIE, value, secure=secure)


def keep_language(response: web.StreamResponse, language: Language, *, secure: bool) -> None:
    """Let the browser remember the chosen language."""
    _keep(response, LANGUAGE_COOKIE, language, secure=secure)


def read_language(text: str) -> Language | None:
    """The language that is meant, if there are labels for it."""
    return next((language for language in LANGUAGES if language == text), None)


def _find_language(request: web.BaseRequest, default: Language) -> Language:
    """The chosen one, else the first that the browser prefers and we speak, else the default."""
    chosen = read_language(request.cookies.get(LANGUAGE_COOKIE, ""))
    if chosen:
        return chosen
    preferred = _preferences(request.headers.get("Accept-Language", ""))
    found = negotiate_locale(preferred, LANGUAGES, sep="-")
    return read_language(found or "") or default


def _preferences(header: str) -> list[str]:
    """The tags of an Accept-Language header, the most wanted first."""
    weighted = []
    for order, part in enumerate(header.split(",")[:20]):
        tag, _, weight = part.partition(";")
        weighted.append((-_weight(weight), order, tag.strip()))
    return [tag for weight, _, tag in sorted(weighted) if tag and weight]


def _weight(text: str) -> float:
    try:
        return float(text.partition("=")[2] or 1)
    except ValueError:
        return 0.0


def _keep(response: web.StreamResponse, name: str, value: str, *, secure: bool) -> None:
    response.set_cookie(
        name, value, max_age=_YEAR, httponly=True, samesite="Lax", secure=secure, path="/"
    )
