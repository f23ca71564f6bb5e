"""Why a digest was not sent or is paused, in plain words.

The keys are what the ledger keeps: the loop's own sentences, and the codes that Slack and Discord
give or that their adapters give instead. Knows nothing else of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Language

_BOTH: Mapping[str, tuple[str, str]] = {
    # of the loop
    "the subscription is not active": (
        "der Digest ist pausiert oder beendet",
        "the digest is paused or stopped",
    ),
    "others were first": ("andere waren zuerst dran", "others were first"),
    "the lease ran out": ("es dauerte zu lange", "it took too long"),
    "this platform is not switched on": (
        "diese Plattform ist nicht eingeschaltet",
        "this platform is not switched on",
    ),
    "zone_gone": (
        "seine Zeitzone gibt es nicht mehr; /digest plan nimmt eine andere",
        "its time zone is gone; /digest plan takes another",
    ),
    # of Slack: https://docs.slack.dev/reference/methods/chat.postMessage#errors
    "Slack is not connected": ("Slack ist nicht verbunden", "Slack is not connected"),
    "Slack cannot be reached": ("Slack ist nicht erreichbar", "Slack cannot be reached"),
    "account_inactive": ("der Bot wurde abgeschaltet", "the bot was deactivated"),
    "access_denied": ("der Zugriff wurde verweigert", "access was denied"),
    "channel_not_found": (
        "den Kanal gibt es nicht mehr, oder der Bot ist nicht darin",
        "the channel is gone, or the bot is not in it",
    ),
    "invalid_auth": ("das Token gilt nicht mehr", "the token is no longer valid"),
    "invalid_refresh_token": (
        "das Token ließ sich nicht erneuern; die App muss neu installiert werden",
        "the token could not be renewed; the app must be installed again",
    ),
    "is_archived": ("der Kanal ist archiviert", "the channel is archived"),
    "messages_tab_disabled": (
        "Direktnachrichten an den Bot sind abgeschaltet",
        "direct messages to the bot are switched off",
    ),
    "missing_scope": ("der App fehlt eine Berechtigung", "the app lacks a permission"),
    "no_permission": ("dort darf der Bot nicht", "the bot may not do that there"),
    "not_authed": ("das Token fehlt", "the token is missing"),
    "not_in_channel": ("der Bot ist nicht im Kanal", "the bot is not in the channel"),
    "not_installed": (
        "die App ist dort nicht mehr installiert",
        "the app is no longer installed there",
    ),
    "org_login_required": (
        "die Organisation wird gerade umgezogen",
        "the organisation is being moved",
    ),
    "restricted_action": (
        "eine Regel des Workspace verbietet das Posten",
        "a rule of the workspace forbids to post",
    ),
    "restricted_action_read_only_channel": (
        "der Kanal ist nur zum Lesen",
        "the channel is read-only",
    ),
    "team_access_not_granted": (
        "die App hat keinen Zugang zu diesem Workspace",
        "the app has no access to this workspace",
    ),
    "token_expired": ("das Token ist abgelaufen", "the token has expired"),
    "token_revoked": ("das Token wurde widerrufen", "the token was revoked"),
    "user_disabled": ("das Konto ist abgeschaltet", "the account is disabled"),
    # of Discord, as its adapter judges
    "unknown_channel": ("den Kanal gibt es nicht mehr", "the channel is gone"),
    "missing_access": (
        "der Bot sieht den Kanal nicht mehr",
        "the bot does not see the channel any more",
    ),
    "missing_permissions": ("der Bot darf dort nicht schreiben", "the bot may not write there"),
    "direct_closed": (
        "Direktnachrichten des Bots werden nicht angenommen",
        "direct messages of the bot are not accepted",
    ),
    "not_taken": (
        "Discord nimmt dort keine Nachricht von ihm an",
        "Discord takes no message from it there",
    ),
}
REFUSALS: Mapping[Language, Mapping[str, str]] = {
    "de": {code: words[0] for code, words in _BOTH.items()},
    "en": {code: words[1] for code, words in _BOTH.items()},
}
