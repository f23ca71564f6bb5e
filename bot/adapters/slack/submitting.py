"""A form is sent: what is wrong is said in it, what worked is said in its place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.adapters.slack.outlets import InModal
from bot.adapters.slack.views import loading_modal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.front import Front
    from bot.adapters.slack.heard import Where
    from bot.desk.people import Asker
    from bot.desk.plans import Problem

    Ack = Callable[..., Awaitable[Any]]
    Result = Block | tuple[Problem, ...]
    Work = Callable[[Asker], Awaitable[Result]]
    Mend = Callable[[Asker, tuple[Problem, ...]], Block]

# Errors can be marked in a form only by the acknowledgement itself, so that it waits a moment
# for the desk. What takes longer is acknowledged first and shown later.
_MOMENT = 0.6


async def submit(  # noqa: PLR0913 - what came, from where, and what to do with it
    front: Front, ack: Ack, body: Mapping[str, Any], where: Where, *, work: Work, mend: Mend
) -> None:
    """Acknowledge with what `work` gives: a view in place of the form, or problems in it.

    If it takes longer, the form makes room at once and the result comes later; with problems,
    what `mend` gives. Rights are asked of Slack anew.
    """

    async def result() -> tuple[Asker, Result]:
        asker = await front.people.asker(where, fresh=True)
        return asker, await work(asker)

    working = asyncio.ensure_future(result())
    done, _ = await asyncio.wait({working}, timeout=_MOMENT)
    if done and working.exception() is None:
        _, quick = working.result()
        await ack(**_acknowledgement(quick))
        return
    title = str(body["view"]["title"]["text"])
    await ack(
        response_action="update",
        view=loading_modal(title, front.people.stranger(where).language),
    )

    async def show() -> None:
        asker, slow = await working
        view = slow if isinstance(slow, dict) else mend(asker, slow)
        await front.client.views_update(view_id=body["view"]["id"], view=view)

    await front.guard(InModal(front.client, body["view"]["id"], title), where, show())


def _acknowledgement(result: Result) -> dict[str, Any]:
    if isinstance(result, dict):
        return {"response_action": "update", "view": result}
    errors = {problem.field: problem.sentence for problem in reversed(result)}
    return {"response_action": "errors", "errors": errors}
