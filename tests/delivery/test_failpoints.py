from __future__ import annotations

import signal
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivery.plans import plan_channels
from delivery.worker import Work, start

from bot.delivery.failpoints import FAILPOINTS, Failpoint
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from delivery.chat import ChatProcess

# These are passed only with a delivery of which nobody knows whether it is out.
_OF_AMBIGUOUS: set[Failpoint] = {
    "after_claim_ambiguous",
    "before_look",
    "after_look",
    "after_give_back",
}
_SECONDS = 60
_CARDS = 2


def work_of(url: str, chat: ChatProcess, folder: Path, **changed: object) -> Work:
    plain = Work(
        url=url,
        port=chat.port,
        folder=str(folder),
        lease=0.9,
        request_limit=0.3,
        threads=2,
        channel_pause=0,
        cards=_CARDS,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def exit_codes(works: list[Work]) -> list[int | None]:
    """What becomes of workers that run at the same time, each on a store of its own."""
    workers = [start(work) for work in works]
    for worker in workers:
        worker.join(_SECONDS)
    codes = [worker.exitcode for worker in workers]
    for worker in workers:
        worker.kill()
    return codes


def posts_of(channel: str, chat: ChatProcess, folder: Path) -> int:
    """What stands in the channel, on either platform."""
    refs = chat.posts().get(channel, {}).values()
    return sum(len(found) for found in refs) + len(list((folder / channel).glob("*.md")))


def cards_of(channel: str, chat: ChatProcess) -> list[int]:
    """How often each card stands under the post of the channel."""
    posts = chat.posts()
    (parent,) = (ref for refs in posts[channel].values() for ref in refs)
    return [len(refs) for refs in posts.get(f"{parent} thread", {}).values()]


@pytest.mark.parametrize("platform", ["chat", "folder"])
def test_wherever_a_process_dies_there_is_one_post(
    new_url: Callable[[], str],
    platform: str,
    chat: ChatProcess,
    tmp_path: Path,
    tell: Callable[[str], None],
) -> None:
    """The second process dies at the failpoint, the third ends what is left."""
    folder = tmp_path / "digests"
    works = {}
    for name in FAILPOINTS:
        url = new_url()
        with open_store(url, Path()) as store:
            plan_channels(store, 1, due=datetime.now(UTC), platform=platform, channel=name)
        works[name] = work_of(url, chat, folder)
    lost = [replace(works[name], die_at="after_sending") for name in sorted(_OF_AMBIGUOUS)]
    dying = [replace(work, die_at=name) for name, work in works.items()]
    assert exit_codes(lost) == [-signal.SIGKILL] * len(lost)
    assert exit_codes(dying) == [-signal.SIGKILL] * len(dying)
    assert exit_codes([replace(work, until_settled=True) for work in works.values()]) == [0] * 12
    posts = {name: posts_of(name, chat, folder) for name in FAILPOINTS}
    kind = next(iter(works.values())).url.partition(":")[0].partition("+")[0]
    tell(
        f"failpoints {platform} {kind}: died at {len(dying)} posts {sum(posts.values())} "
        f"channels with another number than one {sum(n != 1 for n in posts.values())}"
    )
    assert posts == dict.fromkeys(FAILPOINTS, 1)
    if platform == "chat":
        assert {name: cards_of(name, chat) for name in FAILPOINTS} == dict.fromkeys(
            FAILPOINTS, [1] * _CARDS
        )
    for work in works.values():
        with open_store(work.url, Path()) as store:
            assert [one.state for one in store.ledger.recent(10)] == ["sent"]
