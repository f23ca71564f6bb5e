"""What the adapter is told by the settings, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language

API = "https://discord.com/api/v10"


@dataclass(frozen=True, slots=True)
class DiscordConfig:
    """`language` and `zone` are for people of whom nothing else is known.

    Of several processes each runs its own `shard_ids` out of `shard_count`; without them one
    process runs as many shards as Discord advises. `api` and `gateway` point elsewhere in
    tests; an empty `gateway` is the one that Discord names.
    """

    token: str = field(repr=False)
    language: Language = "de"
    zone: str = "Europe/Berlin"
    shard_count: int | None = None
    shard_ids: tuple[int, ...] = ()
    api: str = API
    gateway: str = ""
