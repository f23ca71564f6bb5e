"""Commands whose modules are loaded when they are called, so that a question starts at once.

As in Click's documentation ("Lazily Loading Subcommands"): with all platforms and the database
loaded, a start takes three times as long.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

_MODULES = {
    "add": "adding",
    "ask": "asking",
    "chat": "asking",
    "check": "checking",
    "deliveries": "orders",
    "digest": "digesting",
    "feeds": "feeds",
    "plan": "orders",
    "read": "reading",
    "remove": "removing",
    "run": "running",
    "say": "asking",
    "sources": "sourcing",
    "store": "stores",
    "subscriptions": "orders",
    "topics": "asking",
}


# Called alone they show their help.
GROUPS = frozenset({"feeds", "store"})


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads only the one that is called.

    `spoken` makes of each what is shown of it in another language.
    """

    spoken: Callable[[click.Command], click.Command] | None = None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is Click's
        """All names, in order."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command; None if there is none of that name."""
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(f"bot.commands.{module}"), cmd_name)
        if not isinstance(command, click.Command):
            return None
        return command if self.spoken is None else self.spoken(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click's, which guesses what was meant among loaded commands alone."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=_MODULES, ctx=ctx
            ) from None
