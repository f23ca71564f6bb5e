"""Which chat platforms and pages the settings switch on, and what each is told.

The only file beside `app` and `house` that knows the adapters.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.adapters.discord.app import DiscordService
from bot.adapters.discord.config import DiscordConfig
from bot.adapters.discord.delivery import permalink as discord_permalink
from bot.adapters.discord.permissions import check_discord
from bot.adapters.slack.app import SlackService
from bot.adapters.slack.checking import check_slack
from bot.adapters.slack.config import OAuth, SlackConfig
from bot.adapters.web.config import WebConfig
from bot.app import label_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import SecretStr

    from bot.core.ledger import Wish
    from bot.desk.desk import Desk
    from bot.findings import Finding
    from bot.running import Service
    from bot.settings import Settings
    from bot.store import Store


def open_services(settings: Settings, desk: Desk, store: Store) -> tuple[Service, ...]:
    """The chat platforms and pages that the settings switch on."""
    services: list[Service] = []
    slack = slack_config(settings)
    if slack:
        services.append(SlackService(slack, desk, store))
    discord = discord_config(settings)
    if discord:
        services.append(DiscordService(discord, desk, store.notes))
    return tuple(services)


def open_checks(settings: Settings) -> tuple[Callable[[Store | None], Sequence[Finding]], ...]:
    """What each platform that is switched on finds out about itself; `briefing check` asks.

    They are given the store; None where it cannot be used.
    """
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    return (partial(check_slack, slack_config(settings)), lambda _: check_discord(token))


def slack_config(settings: Settings) -> SlackConfig | None:
    """What Slack's adapter is told; None where Slack is not switched on."""
    if settings.slack_bot_token is None and not settings.slack_client_id:
        return None
    return SlackConfig(
        bot_token=_plain(settings.slack_bot_token),
        app_token=_plain(settings.slack_app_token),
        signing_secret=_plain(settings.slack_signing_secret),
        mode=settings.slack_mode,
        api_url=settings.slack_api_url,
        host=settings.slack_host,
        port=settings.slack_port,
        planners=settings.slack_planners,
        language=label_language(settings),
        zone=settings.zone,
        oauth=_slack_oauth(settings),
    )


def _slack_oauth(settings: Settings) -> OAuth | None:
    if not settings.slack_client_id:
        return None
    return OAuth(
        client_id=settings.slack_client_id,
        client_secret=_plain(settings.slack_client_secret),
        token_keys=_plain(settings.slack_token_key),
        redirect_url=settings.slack_redirect_url,
    )


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def discord_config(settings: Settings) -> DiscordConfig | None:
    """What Discord's adapter is told; None where Discord is not switched on."""
    if settings.discord_token is None:
        return None
    return DiscordConfig(
        token=settings.discord_token.get_secret_value(),
        language=label_language(settings),
        zone=settings.zone,
        shard_count=settings.discord_shard_count,
        shard_ids=settings.discord_shard_ids,
        api=settings.discord_api,
        gateway=settings.discord_gateway,
    )


def find_link(services: Sequence[Service], wish: Wish, message_ref: str) -> str | None:
    """The address of a message, on platforms that have addresses."""
    if wish.platform == "discord":
        return discord_permalink(wish, message_ref)
    for service in services:
        if isinstance(service, SlackService) and service.name == wish.platform:
            return service.platform.permalink(wish.workspace, wish.channel, message_ref)
    return None


def web_config(settings: Settings) -> WebConfig:
    """What the web page is told."""
    return WebConfig(
        host=settings.web_host,
        port=settings.web_port,
        token=settings.web_token.get_secret_value() if settings.web_token else "",
        hosts=settings.web_hosts,
        proxy_header=settings.web_proxy_header,
        proxies=settings.web_proxies,
        language=label_language(settings),
        zone=settings.zone,
    )
