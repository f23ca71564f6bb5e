"""What is counted and measured while the bot runs, in the format of Prometheus.

One object, made by the composition root, whose methods are handed to those who have something
to tell. Labels come from fixed lists or settings, never from what somebody wrote.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_LATENESS = (1.0, 5.0, 15.0, 30.0, 60.0, 300.0, 1800.0, 10800.0)
_LAG = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)


class Metrics:
    """Counters of one process. Its methods may be called from several threads."""

    def __init__(self) -> None:
        """Begin at nought, with a registry of its own."""
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._answers = Histogram(
            "briefing_answer_seconds",
            "Time from a question or a press to its answer, by platform and kind.",
            ("platform", "kind"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._deliveries = Counter(
            "briefing_deliveries",
            "Digests by platform and what became of them.",
            ("platform", "outcome"),
            registry=self._registry,
        )
        self._lateness = Histogram(
            "briefing_delivery_late_seconds",
            "How long after its planned moment a digest was out.",
            ("platform",),
            buckets=_LATENESS,
            registry=self._registry,
        )
        self._parts = Gauge(
            "briefing_part_up",
            "1 while a part of the bot (a platform, the store, the schedule) is well.",
            ("part",),
            registry=self._registry,
        )
        self._sources = Gauge(
            "briefing_feeds_failing",
            "Feeds that have failed for a while or are gone.",
            registry=self._registry,
        )
        self._wrong = Gauge(
            "briefing_feeds_file_problems",
            "What is wrong in the file of feeds: feeds that cannot be visited at all.",
            registry=self._registry,
        )
        self._articles = Gauge(
            "briefing_articles", "Articles that can be asked about.", registry=self._registry
        )
        self._lag = Histogram(
            "briefing_loop_lag_seconds",
            "How much later than asked the event loop comes round.",
            buckets=_LAG,
            registry=self._registry,
        )

    def count_answer(self, platform: str, kind: str, seconds: float) -> None:
        """Somebody was answered; `kind` is "say", "press" or the like."""
        self._answers.labels(platform, kind).observe(seconds)

    def count_delivery(self, platform: str, outcome: str, late_seconds: float = 0.0) -> None:
        """A digest was settled; lateness counts where it went out."""
        self._deliveries.labels(platform, outcome).inc()
        if outcome == "sent":
            self._lateness.labels(platform).observe(max(0.0, late_seconds))

    def show_parts(self, well: Mapping[str, bool]) -> None:
        """Which parts are well."""
        for part, is_well in well.items():
            self._parts.labels(part).set(int(is_well))

    def show_sources(self, *, failing: int, wrong: int = 0) -> None:
        """How many feeds have failed for a while, and how much is wrong in the file of feeds."""
        self._sources.set(failing)
        self._wrong.set(wrong)

    def show_articles(self, count: int) -> None:
        """How many articles there are."""
        self._articles.set(count)

    def observe_lag(self, seconds: float) -> None:
        """The event loop came round so much later than it was asked to."""
        self._lag.observe(max(0.0, seconds))

    async def watch_loop(self, *, every: float = 0.5) -> None:
        """Measure the lag of this event loop every so many seconds, until cancelled."""
        while True:
            asked = time.perf_counter()
            await asyncio.sleep(every)
            self.observe_lag(time.perf_counter() - asked - every)

    def read(self) -> bytes:
        """All of it as text for a scrape."""
        return generate_latest(self._registry)
