"""Tokens as they lie in the database: encrypted, with keys that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "BRIEFING_SLACK_TOKEN_KEY"
# The columns of the SDK's tables with which something can be done in Slack.
SECRET_COLUMNS = frozenset(
    {
        "bot_token",
        "bot_refresh_token",
        "user_token",
        "user_refresh_token",
        "incoming_webhook_url",
        "incoming_webhook_configuration_url",
    }
)
_HOW = (
    "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())' "
    "makes one"
)


class Seal:
    """Encrypts with the first key, and decrypts with each of them."""

    def __init__(self, keys: str) -> None:
        """`keys` stand apart by commas, the newest first.

        Raises:
            SettingsError: there is none, or one is not a Fernet key.
        """
        given = [key.strip() for key in keys.split(",") if key.strip()]
        if not given:
            reason = f"must be set, since several workspaces' tokens are kept encrypted; {_HOW}"
            raise SettingsError(KEY, reason)
        try:
            self._keys = MultiFernet([Fernet(key) for key in given])
        except ValueError as error:
            reason = f"must hold Fernet keys, apart by commas, the newest first; {_HOW}"
            raise SettingsError(KEY, reason) from error

    def close(self, text: str) -> str:
        """The text, encrypted."""
        return self._keys.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """What was encrypted.

        Raises:
            SettingsError: by none of the keys.
        """
        try:
            return self._keys.decrypt(sealed).decode()
        except InvalidToken as error:
            raise _lost() from error

    def renew(self, row: Mapping[str, str | None]) -> dict[str, str]:
        """The secrets of a row, encrypted with the first key.

        Raises:
            SettingsError: one was encrypted by none of the keys.
        """
        try:
            return {
                name: self._keys.rotate(value).decode()
                for name, value in row.items()
                if name in SECRET_COLUMNS and value
            }
        except InvalidToken as error:
            raise _lost() from error


def _lost() -> SettingsError:
    return SettingsError(
        KEY, "does not open the tokens in the database; add the earlier key behind a comma"
    )
