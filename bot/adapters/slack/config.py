"""What the Slack adapter is told: plain values, checked before anything is connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.adapters.slack.sealing import Seal
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.core.models import Language

Mode = Literal["socket", "http"]
_SECRET = "BRIEFING_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of a setting
_CLIENT_ID, _MODE = "BRIEFING_SLACK_CLIENT_ID", "BRIEFING_SLACK_MODE"
_CLIENT_SECRET = "BRIEFING_SLACK_CLIENT_SECRET"  # noqa: S105 - the same
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
        "mpim:history",
        "users:read",
    }
)


@dataclass(frozen=True, slots=True)
class OAuth:
    """How workspaces install the bot themselves. `token_keys`: see `sealing.Seal`.

    `redirect_url` is the public address to which Slack sends people back; if it is empty, Slack
    takes the first one that stands in the app's page.
    """

    client_id: str
    client_secret: str
    token_keys: str
    redirect_url: str = ""

    def check(self) -> None:
        """Hold what can be held without Slack.

        Raises:
            SettingsError: the client secret or the key is missing, or the key is none.
        """
        if not self.client_secret.strip():
            reason = "must be set beside BRIEFING_SLACK_CLIENT_ID; it stands in the app's page"
            raise SettingsError(_CLIENT_SECRET, reason)
        Seal(self.token_keys)


@dataclass(frozen=True, slots=True)
class SlackConfig:
    """One workspace by `bot_token`, or several by `oauth`, which need the mode "http".

    Socket Mode needs `app_token`, HTTP `signing_secret`.

    `planners` are ids of people who may plan besides the admins, whoever they are. `patience` is
    how many seconds a question may take before the person is told that it takes longer.
    """

    bot_token: str = ""
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
    oauth: OAuth | None = None

    def check(self) -> None:
        """Hold what can be held without Slack.

        Raises:
            SettingsError: a token is missing or is of another kind; in HTTP mode also a missing
                signing secret, without which anybody could forge a request.
        """
        if self.oauth is not None:
            self._check_oauth(self.oauth)
        else:
            _check_token("BRIEFING_SLACK_BOT_TOKEN", self.bot_token, "xoxb-")
        if self.mode == "socket":
            _check_token("BRIEFING_SLACK_APP_TOKEN", self.app_token, "xapp-")
        elif not self.signing_secret.strip():
            reason = (
                "must be set in HTTP mode; it stands in the app's page under "
                "Basic Information > App Credentials > Signing Secret"
            )
            raise SettingsError(_SECRET, reason)

    def _check_oauth(self, oauth: OAuth) -> None:
        if self.bot_token:
            reason = "set either this one, for several workspaces, or BRIEFING_SLACK_BOT_TOKEN"
            raise SettingsError(_CLIENT_ID, reason)
        if self.mode != "http":
            reason = 'must be "http" for several workspaces (BRIEFING_SLACK_CLIENT_ID)'
            raise SettingsError(_MODE, reason)
        oauth.check()


def _check_token(name: str, token: str, prefix: str) -> None:
    if not token.startswith(prefix):
        kind = "Bot User OAuth Token" if prefix == "xoxb-" else "App-Level Token"
        raise SettingsError(name, f"must be the {kind} of the Slack app, which begins {prefix!r}")
