"""Named places in the loop at which tests stop a process. Costs one comparison otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

Failpoint = Literal[
    "after_insert",
    "after_claim",
    "after_render",
    "before_sending",
    "after_sending",
    "after_send",
    "before_settle",
    "after_settle",
    "after_claim_ambiguous",
    "before_look",
    "after_look",
    "after_give_back",
]
FAILPOINTS: Final[tuple[Failpoint, ...]] = get_args(Failpoint)


class _Hook:
    """Holds what tests put in."""

    call: Callable[[Failpoint], None] | None = None


def failpoint(name: Failpoint) -> None:
    """Nothing, unless a test put something in."""
    if _Hook.call is not None:
        _Hook.call(name)


def install(call: Callable[[Failpoint], None] | None) -> None:
    """Have `call` called at every failpoint of this process; None takes it out again."""
    _Hook.call = call
