"""What the jobs of a running bot do with files that are still being written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from bot.chores import Chores
from bot.sources.watching import REST
from bot.stocking.stock import Restocked

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


class Stock:
    """Has so many files that are still being written at each pass, and notes how it was asked."""

    def __init__(self, *waiting: int) -> None:
        self.waiting = list(waiting)
        self.asked: list[float] = []
        self.library = SimpleNamespace(article_count=0)

    def restock(self, _folders: object, *, rest: float, **_: object) -> Restocked:
        self.asked.append(rest)
        waiting = self.waiting.pop(0)
        return Restocked(0, 0, 0, 0, 0, (), waiting)


def chores(stock: Any, folder: Path) -> Chores:
    opened = Chores(
        store=SimpleNamespace(),  # type: ignore[arg-type] # no pass asks the store itself
        stock=stock,
        loop=SimpleNamespace(stop=lambda: None),  # type: ignore[arg-type] # nor the loop
        clock=lambda: NOW,
        folders=(folder,),
        keep=timedelta(days=1),
        alive=folder / "alive.json",
        describe_next=str,
        trouble=dict,
    )
    # Nobody waits in a test: who is told to stop goes on at once.
    opened.stopping.wait = lambda _seconds=None: False  # type: ignore[method-assign]
    return opened


def test_files_that_are_still_being_written_are_looked_at_once_more(tmp_path: Path) -> None:
    for waiting, passes in (((0,), 1), ((1, 0), 2), ((1, 1), 2)):
        stock = Stock(*waiting)
        chores(stock, tmp_path).restock()
        assert stock.asked == [REST] * passes
