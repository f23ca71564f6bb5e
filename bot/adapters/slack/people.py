"""Who somebody is to Slack: language, time zone, and whether they may plan."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.adapters.slack.verdicts import SPEAKING_FAILS
from bot.adapters.slack.words import WORDS
from bot.desk.people import Asker, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack.config import SlackConfig
    from bot.adapters.slack.heard import Where
    from bot.core.models import Language

_logger = logging.getLogger(__name__)
# Language and zone change rarely; rights are asked anew, see `asker`.
_REMEMBERED_SECONDS = 600.0
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Person:
    """What users.info says of somebody."""

    language: Language
    zone: str
    manages: bool = False
    belongs: bool = False


class People:
    """Asks Slack about people, and remembers the answers for a while."""

    def __init__(
        self,
        client: AsyncWebClient,
        config: SlackConfig,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Ask with `client`; `clock` counts seconds."""
        self._client = client
        self._config = config
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[float, Person]] = {}

    async def asker(self, where: Where, *, fresh: bool = False) -> Asker:
        """Whoever asks, for the desk. `fresh`: rights are those of this moment.

        Somebody of whom Slack says nothing is answered in the default language and may not plan.
        """
        person = await self._find(where, fresh=fresh)
        trusted = where.user in self._config.planners or (person.belongs and person.manages)
        return Asker(
            Place("slack", where.team, where.channel, where.thread, direct=where.direct),
            where.user,
            language=person.language,
            zone=person.zone,
            may_plan=trusted or (person.belongs and where.direct),
            for_self=where.direct and not trusted,
            private=where.private,
            managers=WORDS[person.language].managers,
        )

    def stranger(self, where: Where) -> Asker:
        """The same without asking Slack, for saying that something failed."""
        person = self._known.get((where.team, where.user), (0.0, self._unknown()))[1]
        place = Place("slack", where.team, where.channel, where.thread, direct=where.direct)
        return Asker(place, where.user, language=person.language, private=where.private)

    async def _find(self, where: Where, *, fresh: bool) -> Person:
        key, now = (where.team, where.user), self._clock()
        at, person = self._known.get(key, (now - _REMEMBERED_SECONDS, self._unknown()))
        if not fresh and now - at < _REMEMBERED_SECONDS:
            return person
        try:
            answer = await self._client.users_info(user=where.user, include_locale=True)
        except SPEAKING_FAILS as error:
            _logger.warning("Slack does not say who somebody is (%s)", type(error).__name__)
            return Person(person.language, person.zone)
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        found = read_person(answer.get("user") or {}, where.team, self._config)
        self._known[key] = (now, found)
        return found

    def _unknown(self) -> Person:
        return Person(self._config.language, self._config.zone)


def read_person(user: Mapping[str, Any], team: str, config: SlackConfig) -> Person:
    """A user object of Slack. Guests and people of other organisations do not belong."""
    locale = str(user.get("locale") or "")
    language: Language = config.language
    if locale:
        language = "de" if locale.lower().startswith("de") else "en"
    outside = (
        user.get("is_restricted")
        or user.get("is_ultra_restricted")
        or user.get("is_stranger")
        or user.get("is_bot")
        or user.get("deleted")
        or team not in _teams_of(user, team)
    )
    manages = user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")
    return Person(
        language,
        _zone_of(user, config.zone),
        manages=bool(manages) and not outside,
        belongs=not outside and bool(user),
    )


def _teams_of(user: Mapping[str, Any], team: str) -> list[str]:
    """The workspaces of somebody; in an Enterprise organisation there may be several."""
    return [user.get("team_id") or team, *(user.get("enterprise_user") or {}).get("teams", ())]


def _zone_of(user: Mapping[str, Any], default: str) -> str:
    name = str(user.get("tz") or default)
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return default
    return name
