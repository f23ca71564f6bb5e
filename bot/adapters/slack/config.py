"""What the Slack adapter is told: plain values, checked before anything is connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.core.models import Language

Mode = Literal["socket", "http"]
_SECRET = "BRIEFING_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of a setting
API_URL = "https://slack.com/api/"
# What `config/slack-manifest.json` asks for and the code needs.
SCOPES = frozenset(
    {
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "groups:history",
        "groups:read",
        "im:history",
        "users:read",
    }
)


@dataclass(frozen=True, slots=True)
class SlackConfig:
    """One workspace. Socket Mode needs `app_token`, HTTP `signing_secret`.

    `planners` are ids of people who may plan besides the admins, whoever they are. `patience` is
    how many seconds a question may take before the person is told that it takes longer.
    """

    bot_token: str
    app_token: str = ""
    signing_secret: str = ""
    mode: Mode = "socket"
    api_url: str = API_URL
    host: str = "127.0.0.1"
    port: int = 3000
    planners: tuple[str, ...] = ()
    language: Language = "de"
    zone: str = "Europe/Berlin"
    patience: float = 4.0

    def check(self) -> None:
        """Hold what can be held without Slack.

        Raises:
            SettingsError: a token is missing or is of another kind; in HTTP mode also a missing
                signing secret, without which anybody could forge a request.
        """
        _check_token("BRIEFING_SLACK_BOT_TOKEN", self.bot_token, "xoxb-")
        if self.mode == "socket":
            _check_token("BRIEFING_SLACK_APP_TOKEN", self.app_token, "xapp-")
        elif not self.signing_secret.strip():
            reason = (
                "must be set in HTTP mode; it stands in the app's page under "
                "Basic Information > App Credentials > Signing Secret"
            )
            raise SettingsError(_SECRET, reason)


def _check_token(name: str, token: str, prefix: str) -> None:
    if not token.startswith(prefix):
        kind = "Bot User OAuth Token" if prefix == "xoxb-" else "App-Level Token"
        raise SettingsError(name, f"must be the {kind} of the Slack app, which begins {prefix!r}")
