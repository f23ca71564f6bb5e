"""What `briefing run` does: starts the services, ticks, and ends in an orderly way.

Knows no platform and no setting; `app` puts together what is run here.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.errors import BriefingError
from bot.schedule.tick import Ticker
from bot.schedule.troubles import Troubles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.delivery.port import Platform
    from bot.schedule.tick import Job

# So long may a connection take until the schedule begins without it, and so long may answers
# and requests that are under way take at the end.
PATIENCE = timedelta(seconds=30)
LAST_WORDS = timedelta(seconds=5)
# Python's threads take turns of five milliseconds. An answer gives up its turn at every word
# with the store, and would wait so long each time while digests are rendered.
_TURN = 0.0005
_logger = logging.getLogger(__name__)


class Service(Protocol):
    """A platform, or a page, that is there while the bot runs."""

    @property
    def name(self) -> str:
        """As in "slack"."""

    @property
    def platform(self) -> Platform | None:
        """Where its digests are posted; None if it has no channels."""

    async def start(self) -> None:
        """Connect, and return once questions are answered.

        Raises:
            BriefingError: that cannot be, in one plain line.
        """

    async def stop(self) -> None:
        """Finish the answers that are under way, and disconnect."""

    def health(self) -> str | None:
        """What is wrong with it in one plain line; None if all is well."""


@dataclass(frozen=True, slots=True)
class House:
    """All that runs. `open_platform` is given the platform of each service that has started.

    `background` are services that nobody would start the bot for. `stop_jobs` has the jobs end
    soon that are under way. `can_idle` says that there is something to do even if none of
    `services` has started. `troubles` tells in the log what fails for a while.
    """

    services: Sequence[Service]
    jobs: Sequence[Job]
    stop_jobs: Callable[[], None]
    open_platform: Callable[[Platform], None]
    can_idle: bool
    background: Sequence[Service] = ()
    troubles: Troubles = field(default_factory=Troubles)


def take_short_turns() -> None:
    """Have the threads of this process wait less for one that computes."""
    sys.setswitchinterval(_TURN)


async def run(house: House, stop: asyncio.Event) -> bool:
    """Run until `stop` is set; False if nothing that matters could be started.

    A service that cannot start is named in the log, and the others go on. Told to stop while
    they start, it ends those that are up, and that is no failure.
    """
    take_short_turns()
    started = await _start(house.services, stop)
    for service in started:
        if service.platform is not None:
            house.open_platform(service.platform)
    if not started and not house.can_idle and not stop.is_set():
        return False
    started += await _start(house.background, stop)
    ticker = Ticker(house.jobs, troubles=house.troubles)
    ticker.start()
    _logger.info("running: %s", ", ".join(["schedule", *map(_told, started)]))
    await stop.wait()
    _logger.info("stopping")
    house.stop_jobs()
    await _end(started, ticker)
    return True


def _told(service: Service) -> str:
    """The name, and what ails a service that goes on trying to connect."""
    trouble = service.health()
    return service.name if trouble is None else f"{service.name} ({trouble})"


def trouble_of(services: Sequence[Service]) -> dict[str, str]:
    """What each service that is not well says about it, by its name."""
    said = {service.name: service.health() for service in services}
    return {name: sentence for name, sentence in said.items() if sentence is not None}


def stop_on_signals(stop: asyncio.Event) -> None:
    """Have SIGTERM and SIGINT set `stop`; called inside the running event loop."""
    running = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            running.add_signal_handler(number, stop.set)
        except NotImplementedError:
            # Windows has no such handlers in the loop.
            signal.signal(number, lambda *_: running.call_soon_threadsafe(stop.set))


async def _start(services: Sequence[Service], stop: asyncio.Event) -> list[Service]:
    """Start all at once; those that are up, in their order. Ends early if `stop` is set."""
    starting = [asyncio.create_task(_start_one(service)) for service in services]
    stopped = asyncio.create_task(_until(stop))
    pending = set(starting)
    while pending and not stop.is_set():
        done, _ = await asyncio.wait({*pending, stopped}, return_when=asyncio.FIRST_COMPLETED)
        pending -= done
    for task in (*pending, stopped):
        task.cancel()
    up = [task not in pending and task.result() for task in starting]
    return [service for service, is_up in zip(services, up, strict=True) if is_up]


async def _until(stop: asyncio.Event) -> bool:
    return await stop.wait()


async def _start_one(service: Service) -> bool:
    try:
        await asyncio.wait_for(service.start(), PATIENCE.total_seconds())
    except BriefingError as error:
        _logger.error("%s is off: %s", service.name, error)  # noqa: TRY400 - a line for a person
        return False
    except TimeoutError:
        _logger.error("%s is off: it did not connect in time", service.name)  # noqa: TRY400 - same
        return False
    except Exception:
        _logger.exception("%s is off: it broke at its start", service.name)
        return False
    return True


async def _end(started: Sequence[Service], ticker: Ticker) -> None:
    """Stop everything side by side; what takes too long is left to its lease."""
    ending = [asyncio.create_task(_stop_one(service)) for service in started]
    ending.append(asyncio.create_task(ticker.stop()))
    _, late = await asyncio.wait(ending, timeout=LAST_WORDS.total_seconds())
    if late:
        _logger.warning(
            "requests were still under way; the ledger clears them up at the next start"
        )
        logging.shutdown()
        # Processes that read articles would wait for more for ever.
        for child in multiprocessing.active_children():
            child.kill()
        # A thread cannot be broken off, and Python would wait for it; nothing depends on it.
        os._exit(0)


async def _stop_one(service: Service) -> None:
    try:
        await service.stop()
    except Exception:
        _logger.exception("%s broke at its end", service.name)
