"""An end in the middle of work: people ask on the page, digests go out, the bot is told to stop."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from cli.program import ROOT, await_until, end, running

from bot.core.ledger import Wish
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# So many that each waits for longer than the event loop takes to read what was sent to it.
PEOPLE, DIGESTS = 40, 300
READ_WITHIN = 0.15
QUESTIONS = ("/briefing stargate", "/digest jetzt", "was ist neu bei openai?", "/briefing")


@dataclass(frozen=True)
class Asked:
    """A question on the page; `status` is None if the connection ended without an answer."""

    sent_at: float
    answered_at: float
    status: int | None


def settings(home: Path) -> dict[str, str]:
    return {
        "BRIEFING_DATA": str(home / "var"),
        "BRIEFING_ARTICLES": str(ROOT / "seeds"),
        "BRIEFING_WEB_PORT": "0",
    }


def plan_due(home: Path) -> None:
    """Digests of many channels that have been due for a minute."""
    due = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=1)
    with open_store(None, home / "var") as store:
        for number in range(DIGESTS):
            wish = Wish(
                platform="folder",
                workspace="",
                channel=f"c{number}",
                zone="UTC",
                local_time=due.time(),
                weekdays=(0, 1, 2, 3, 4, 5, 6),
                topics=(("Stargate",), ("OpenAI", "DeepSeek"), ())[number % 3],
                language="de",
            )
            store.subscriptions.plan(wish, due - timedelta(minutes=1))


def posts_of(home: Path) -> dict[str, int]:
    """When each digest that is out was written, in nanoseconds."""
    return {
        str(path): path.stat().st_mtime_ns for path in (home / "var" / "digests").glob("c*/*.md")
    }


def address_of(home: Path) -> str:
    """Where the page of the latest start is; "" before it is served."""
    told = (home / "log").read_text("utf-8").rpartition("the page is at ")[2]
    return told.splitlines()[0] if told.startswith("http") else ""


class Person:
    """Asks one question after the other on one connection, until that ends."""

    def __init__(self, address: str, number: int) -> None:
        self.asked: list[Asked] = []
        self._address = address
        self._number = number
        self._thread = Thread(target=self._ask_on, daemon=True)
        self._thread.start()

    def finish(self) -> list[Asked]:
        self._thread.join(30)
        assert not self._thread.is_alive(), "a question was left without an answer or an end"
        return self.asked

    def _ask_on(self) -> None:
        place = urlsplit(self._address)
        connection = HTTPConnection(place.hostname or "", place.port, timeout=20)
        while not self.asked or self.asked[-1].status is not None:
            sent_at = time.monotonic()
            status = self._ask(connection, QUESTIONS[(self._number + len(self.asked)) % 4])
            self.asked.append(Asked(sent_at, time.monotonic(), status))
        connection.close()

    def _ask(self, connection: HTTPConnection, question: str) -> int | None:
        headers = {
            "Origin": self._address,
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"morgenlage-person={self._number:032x}",
        }
        try:
            connection.request("POST", "/say", urlencode({"text": question}), headers)
            response = connection.getresponse()
            whole = response.read().rstrip().endswith(b"</html>")
        except (OSError, HTTPException):
            return None
        return response.status if whole else None


def test_a_stop_under_load_answers_what_was_asked_and_sends_nothing_twice(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    plan_due(tmp_path)
    with running(tmp_path, **settings(tmp_path)) as process:
        await_until(lambda: address_of(tmp_path))
        people = [Person(address_of(tmp_path), number) for number in range(PEOPLE)]
        await_until(
            lambda: (
                len(posts_of(tmp_path)) > DIGESTS / 6 and all(len(one.asked) > 1 for one in people)
            )
        )
        told_at = time.monotonic()
        took = end(process)
        assert process.returncode == 0
        assert took < 5
    asked = [one for person in people for one in person.finish()]
    before = posts_of(tmp_path)
    assert 0 < len(before) < DIGESTS, "the stop must come in the middle of the digests"
    accepted = [one for one in asked if one.sent_at < told_at - READ_WITHIN]
    under_way = [one for one in asked if one.sent_at < told_at < one.answered_at]
    assert [one.status for one in accepted if one.status != 200] == []
    answered = [one for one in under_way if one.status == 200]
    assert answered, "nothing was under way when the stop came"

    with running(tmp_path, **settings(tmp_path)) as process:
        await_until(lambda: len(posts_of(tmp_path)) == DIGESTS)
        await_until(lambda: "digests:" in (tmp_path / "log").read_text("utf-8"))
        end(process)
        assert process.returncode == 0
    after = posts_of(tmp_path)
    assert {path: after[path] for path in before} == before, "a digest was written twice"
    with open_store(None, tmp_path / "var") as store:
        deliveries = [one for one in store.ledger.recent(10 * DIGESTS) if one.state == "sent"]
    assert len({one.subscription_id for one in deliveries}) == len(deliveries) == DIGESTS
    log = (tmp_path / "log").read_text("utf-8")
    assert "Traceback" not in log
    assert "ERROR" not in log
    tell(
        f"stop under load: {len(asked)} questions of {PEOPLE} people, {len(answered)} of "
        f"{len(under_way)} under way answered after it, ended in {took:.1f} s; digests "
        f"{len(before)} before, {len(after)} after the restart, 0 twice, 0 missing"
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("moment", ["the store is made", "all is wired", "the page is served"])
def test_a_stop_while_it_starts_is_no_failure(
    tmp_path: Path, moment: str, number: signal.Signals
) -> None:
    def has_come() -> bool:
        log = (tmp_path / "log").read_text("utf-8")
        return {
            "the store is made": (tmp_path / "var" / "briefing.sqlite3").exists(),
            "all is wired": "the next digest is due" in log,
            "the page is served": "the page is at" in log,
        }[moment]

    with running(tmp_path, **settings(tmp_path)) as process:
        await_until(lambda: has_come() or process.poll() is not None)
        assert end(process, number) < 5
    log = (tmp_path / "log").read_text("utf-8")
    assert process.returncode == 0, log
    assert "Traceback" not in log
    assert "ERROR" not in log
