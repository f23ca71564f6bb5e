"""A progress bar on standard error, for whoever has waited for a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Literal, Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import Console

Step = Literal["files", "articles"]
_PATIENCE = 1.0


class ProgressBar:
    """Hears how far the work is; shows nothing to a pipe, nor within the first second."""

    def __init__(self, console: Console, labels: dict[str, str]) -> None:
        """Draw on `console`; `labels` name the steps."""
        self._console = console
        self._labels = labels
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._tasks: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def tell(self, step: str, done: int, total: int) -> None:
        """`done` of `total` of one step are done."""
        if not self._console.is_terminal or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=self._console,
                transient=True,
            )
            self._bar.start()
        if step not in self._tasks:
            self._tasks[step] = self._bar.add_task(self._labels[step], total=total)
        self._bar.update(self._bar.task_ids[self._tasks[step]], completed=done, total=total)
