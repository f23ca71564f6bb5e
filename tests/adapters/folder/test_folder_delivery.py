from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from delivery.plans import wish

from bot.adapters.folder.delivery import FolderPlatform
from bot.core.ledger import Claimed, Delivery, Subscription
from bot.delivery.port import Refused, Sent

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)
PAYLOAD = json.dumps(
    {"headline": "Montag", "markdown": "# Montag\n\nEin Satz.", "json": {"a": "ä"}}
)


def claimed(channel: str = "general", number: int = 7) -> Claimed:
    delivery = Delivery(
        id=number,
        subscription_id=3,
        local_date=date(2026, 1, 5),
        due_at=NOW,
        state="sending",
        attempt=0,
        lease_until=NOW,
        token="",
        not_before=NOW,
        payload=PAYLOAD,
        message_ref="",
        reason="",
        sent_at=None,
    )
    order = Subscription(3, wish(platform="folder", channel=channel), "active", "", NOW, 1, NOW)
    return Claimed(delivery, order)


def send(platform: FolderPlatform, one: Claimed, *, mine: bool = True) -> Sent | object:
    return platform.send(one, PAYLOAD, still_mine=lambda: mine)


def test_a_digest_is_a_markdown_and_a_json_file_of_its_channel(tmp_path: Path) -> None:
    one = claimed()
    sent = send(FolderPlatform(tmp_path), one)
    name = f"2026-01-05-{one.delivery.public_id}"
    assert sent == Sent(f"general/{name}.md")
    assert (tmp_path / "general" / f"{name}.md").read_text("utf-8") == "# Montag\n\nEin Satz.\n"
    assert json.loads((tmp_path / "general" / f"{name}.json").read_text("utf-8")) == {"a": "ä"}


def test_what_was_written_is_found_again(tmp_path: Path) -> None:
    platform, one = FolderPlatform(tmp_path), claimed()
    assert platform.find(one) is None
    sent = send(platform, one)
    assert isinstance(sent, Sent)
    assert platform.find(one) == sent.message_ref
    assert platform.find(claimed(number=8)) is None


def test_writing_the_same_delivery_twice_leaves_one_digest(tmp_path: Path) -> None:
    platform, one = FolderPlatform(tmp_path), claimed()
    assert send(platform, one) == send(platform, one)
    assert len(list((tmp_path / "general").iterdir())) == 2


def test_a_digest_that_is_sent_again_overwrites_the_first(tmp_path: Path) -> None:
    platform, one = FolderPlatform(tmp_path), claimed()
    sent = send(platform, one)
    assert isinstance(sent, Sent)
    again = edition(one, 2, sent.message_ref)
    assert platform.find(again) is None
    changed = PAYLOAD.replace("Ein Satz", "Ein anderer Satz")
    assert platform.send(again, changed, still_mine=lambda: True) == sent
    assert len(list((tmp_path / "general").iterdir())) == 2
    assert "Ein anderer Satz" in (tmp_path / sent.message_ref).read_text("utf-8")


def test_a_digest_whose_first_file_is_gone_is_written_anew(tmp_path: Path) -> None:
    platform, one = FolderPlatform(tmp_path), claimed()
    sent = send(platform, one)
    assert isinstance(sent, Sent)
    (tmp_path / sent.message_ref).unlink()
    again = send(platform, edition(one, 2, sent.message_ref))
    assert isinstance(again, Sent)
    assert (tmp_path / again.message_ref).is_file()


@pytest.mark.parametrize("reference", ["../../outside.md", "/outside.md", "..", "other/a.md"])
def test_no_reference_leads_out_of_the_channel(tmp_path: Path, reference: str) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("not ours", encoding="utf-8")
    sent = send(FolderPlatform(tmp_path / "digests"), edition(claimed(), 2, reference))
    assert isinstance(sent, Sent)
    assert (tmp_path / "digests" / sent.message_ref).parent.name == "general"
    assert outside.read_text("utf-8") == "not ours"


def edition(one: Claimed, number: int, message_ref: str) -> Claimed:
    """The delivery asked for again."""
    return replace(one, delivery=replace(one.delivery, edition=number, message_ref=message_ref))


def test_no_half_written_file_counts_as_a_post(tmp_path: Path) -> None:
    platform, one = FolderPlatform(tmp_path), claimed()
    send(platform, one)
    next((tmp_path / "general").glob("*.md")).unlink()
    assert platform.find(one) is None


def test_a_worker_without_its_lease_writes_nothing(tmp_path: Path) -> None:
    answer = send(FolderPlatform(tmp_path), claimed(), mine=False)
    assert isinstance(answer, Refused)
    assert not answer.permanent
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "general").write_text("a file where the folder should be", encoding="utf-8")
    answer = send(FolderPlatform(tmp_path), claimed())
    assert isinstance(answer, Refused)
    assert not answer.permanent


@pytest.mark.parametrize("name", ["..", ".", "", "../up", "a/b", ".hidden", "a\0b", "x" * 200])
def test_no_channel_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    answer = send(FolderPlatform(tmp_path / "digests"), claimed(name))
    assert isinstance(answer, Refused)
    assert answer.permanent
    assert list(tmp_path.iterdir()) == []


def test_each_digest_can_be_shown_in_a_terminal_as_well(tmp_path: Path) -> None:
    shown: list[str] = []
    send(FolderPlatform(tmp_path, show=shown.append), claimed())
    assert shown == ["# Montag\n\nEin Satz."]


def test_a_pause_stands_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    FolderPlatform(tmp_path).tell_owner(claimed().subscription.wish, "der Ordner ist weg")
    assert "'general' was paused: der Ordner ist weg" in caplog.text
