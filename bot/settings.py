"""What can be set: environment, then `.env`, then `config/bot.toml`, then the defaults here.

Read once, by `cli` and `app` alone; everyone else is given plain values.
"""

from __future__ import annotations

import json
import os
import re
from datetime import time
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.config_file import explain_unknown, explain_value, load_table, raise_together
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails
    from pydantic_settings import PydanticBaseSettingsSource

PREFIX = "BRIEFING_"
CONFIG_FILE = Path("config/bot.toml")
ENV_FILE = Path(".env")
# Beside the installed package, or the checkout that an editable install points to.
_HOMES = (Path(__file__).parent / "bundled", Path(__file__).parent.parent)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def _find_shipped(name: str) -> Path | None:
    """The operator's own in the current folder, else the copy that came with the bot."""
    places = (Path(name), *(home / name for home in _HOMES))
    return next((place for place in places if place.exists()), None)


def _split_networks(value: object) -> object:
    """In a variable they stand apart by commas or spaces."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _read_network(value: object) -> object:
    try:
        return ip_network(value) if isinstance(value, str) else value
    except ValueError as error:
        reason = "must be a network such as 10.0.0.0/8"
        raise ValueError(reason) from error


_Network = Annotated[IPv4Network | IPv6Network, BeforeValidator(_read_network)]


def _read_numbers(value: object) -> object:
    """In a variable they are written as JSON."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError as error:
        reason = 'must be JSON such as {"Musterblatt": 300}'
        raise ValueError(reason) from error


def _split_folders(value: object) -> object:
    """Several folders in one variable stand apart as in PATH."""
    folders = value
    if isinstance(value, str):
        folders = [part for part in value.split(os.pathsep) if part.strip()]
    if not folders:
        reason = "must name at least one folder"
        raise ValueError(reason)
    return folders


def _split_list(value: object) -> object:
    """Several names or numbers in one variable stand apart by commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _check_api_url(address: str) -> str:
    """The address of an API, which ends with a slash."""
    if not address.startswith(("https://", "http://")):
        reason = 'must be an address such as "https://slack.com/api/"'
        raise ValueError(reason)
    return address if address.endswith("/") else f"{address}/"


def check_zone(name: str) -> str:
    """The name, if it is a zone.

    Raises:
        ValueError: it is none; says what is allowed and names the nearest.
    """
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:
        nearest = next(iter(get_close_matches(name, available_timezones(), n=1)), "Europe/Berlin")
        reason = f"must be a time zone of the IANA list, such as {nearest}"
        raise ValueError(reason) from error
    return name


def _read_time(value: object) -> object:
    if isinstance(value, time) and not value.tzinfo:
        return value
    clock = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if clock:
        return time(int(clock[1]), int(clock[2]))
    reason = 'must be a time of day from "00:00" to "23:59"'
    raise ValueError(reason)


_Folder = Annotated[Path, AfterValidator(Path.expanduser)]


class Settings(BaseSettings):
    """One value for each thing that can be set; frozen once read."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=False,
    )

    articles: Annotated[tuple[_Folder, ...], NoDecode, BeforeValidator(_split_folders)] = Field(
        default_factory=lambda: (_find_shipped("seeds") or Path("seeds"),)
    )
    topics_file: _Folder | None = Field(default_factory=lambda: _find_shipped("config/topics.toml"))

    # Where news comes from beside the folders, and how much of it is shown.
    feeds_file: _Folder = Path("config/feeds.toml")
    links_from: Literal["nobody", "planners", "everyone"] = "planners"
    networks: Annotated[tuple[_Network, ...], NoDecode, BeforeValidator(_split_networks)] = ()
    excerpts: Annotated[
        dict[str, Annotated[int, Field(ge=0)]], NoDecode, BeforeValidator(_read_numbers)
    ] = {}
    excerpts_others: Annotated[int, Field(ge=0)] | None = None

    language: Literal["de", "en", "auto"] = "de"
    zone: Annotated[str, AfterValidator(check_zone)] = "Europe/Berlin"
    digest_time: Annotated[time, BeforeValidator(_read_time)] = time(7, 30)
    digest_topics: Annotated[int, Field(ge=1, le=20)] = 5
    cache: _Folder | None = None

    # What is kept, and where.
    data: Literal["system"] | _Folder = Path("var")
    store: SecretStr | None = None
    keep_days: Annotated[int, Field(ge=1, le=36_500)] = 180

    # The digest where no chat platform is connected, and how all of them are delivered.
    digest_folder: _Folder | None = None
    grace_minutes: Annotated[int, Field(ge=1, le=1_380)] = 180
    resend_unseen: bool = False

    # Slack: switched on by its bot token, or for several workspaces by its client id.
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_mode: Literal["socket", "http"] = "socket"
    slack_host: str = "127.0.0.1"
    slack_port: Annotated[int, Field(ge=1, le=65_535)] = 3000
    slack_planners: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_list)] = ()
    slack_client_id: str = ""
    slack_client_secret: SecretStr | None = None
    slack_token_key: SecretStr | None = None
    slack_redirect_url: str = ""
    slack_api_url: Annotated[str, AfterValidator(_check_api_url)] = "https://slack.com/api/"

    # Discord. The two addresses point elsewhere in tests.
    discord_token: SecretStr | None = None
    discord_shard_count: Annotated[int, Field(ge=1)] | None = None
    discord_shard_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split_list)] = ()
    discord_api: str = "https://discord.com/api/v10"
    discord_gateway: str = ""

    # The web page.
    web: bool = True
    web_host: str = "127.0.0.1"
    web_port: Annotated[int, Field(ge=0, le=65_535)] = 8765
    web_token: SecretStr | None = None
    web_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_list)] = ()
    web_proxy_header: str = ""
    web_proxies: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_list)] = (
        "127.0.0.1",
        "::1",
    )

    # The log of `briefing run`.
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning"] = "info"

    def secrets(self) -> tuple[str, ...]:
        """Every secret that is set, so that none is ever shown."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return tuple(one.get_secret_value() for one in values if isinstance(one, SecretStr))

    def secret_names(self) -> dict[str, bool]:
        """Every setting that is a secret, and whether it is set."""
        return {
            name: bool(getattr(self, name))
            for name, field in type(self).model_fields.items()
            if field.annotation in {SecretStr, SecretStr | None}
        }

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Rank the sources. What is passed in stands in bot.toml, so it comes last."""
        del settings_cls, file_secret_settings
        return env_settings, dotenv_settings, init_settings


def load_settings(config_file: Path | None = None) -> Settings:
    """Read all sources once. Without `config_file`, `config/bot.toml` is used where it exists.

    Raises:
        SettingsError: a file cannot be read, a name is unknown, or a value is wrong; one line
            for each, naming the variable or key, its file and what is allowed.
    """
    path = config_file or CONFIG_FILE
    table = load_table(path) if config_file or path.exists() else {}
    variables = _read_variables()
    raise_together([*_find_unknown_keys(table, path), *_find_misspelt(variables)])
    try:
        return Settings(**table)
    except ValidationError as error:
        lines = [
            (_locate(detail, variables, path), explain_value(detail)) for detail in error.errors()
        ]
        raise_together(lines)
        raise


def _read_variables() -> dict[str, str]:
    """Where each of our variables is set, by its name in capitals."""
    try:
        written = dotenv_values(ENV_FILE, encoding="utf-8-sig") if ENV_FILE.is_file() else {}
    except OSError as error:
        raise SettingsError(str(ENV_FILE), f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(ENV_FILE), f"is not UTF-8 (byte {error.start + 1})") from error
    in_file = {name.upper(): f"{ENV_FILE}, {name}" for name, value in written.items() if value}
    outside = {name.upper(): name for name, value in os.environ.items() if value}
    return {name: where for name, where in (in_file | outside).items() if name.startswith(PREFIX)}


def _find_unknown_keys(table: dict[str, Any], path: Path) -> Iterator[tuple[str, str]]:
    for key in table:
        if key not in Settings.model_fields:
            yield f"{path}, {key}", explain_unknown(key, Settings.model_fields)


def _find_misspelt(variables: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Variables with our prefix that are nearly, but not, the name of a setting.

    Others are left alone: another program or a newer version of the bot may use them.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name, where in sorted(variables.items()):
        nearest = get_close_matches(name, sorted(known), n=1, cutoff=0.85)
        if nearest and name not in known:
            yield where, f"there is no such setting; did you mean {nearest[0]!r}?"


def _locate(detail: ErrorDetails, variables: dict[str, str], path: Path) -> str:
    name = str(detail["loc"][0])
    return variables.get(f"{PREFIX}{name.upper()}", f"{path}, {name}")
