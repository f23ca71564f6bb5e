"""Posts a digest as a Markdown and a JSON file into a folder, one folder per channel."""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.delivery.port import Refused, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.ledger import Claimed, Delivery, Wish
    from bot.delivery.port import SendResult

_logger = logging.getLogger(__name__)
# A share on the network may be slow; a file that is written later does no harm.
_REQUEST_LIMIT = timedelta(seconds=10)
# What every file system takes as a name, and none takes as a way out of the folder.
_PLAIN_NAME = re.compile(r"[\w-][\w .-]{0,99}")


def check_channel(name: str) -> str:
    """The name of a channel, as it was given.

    Raises:
        ValueError: no folder can be called so.
    """
    if not _PLAIN_NAME.fullmatch(name):
        reason = "cannot be the name of a folder"
        raise ValueError(reason)
    return name


class FolderPlatform:
    """A folder as a platform. Posting a delivery twice writes the same file twice.

    A digest that is sent again overwrites the files of the first time.
    """

    name = "folder"

    def __init__(
        self,
        folder: Path,
        *,
        show: Callable[[str], None] | None = None,
        request_limit: timedelta = _REQUEST_LIMIT,
    ) -> None:
        """Post into `folder`; `show` is given the Markdown of each digest, as for a terminal."""
        self.request_limit = request_limit
        self._folder = folder
        self._show = show

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Write both files; the Markdown file comes last and counts as the post.

        An error of the file system may pass (a full disk, a share that is away), so that none
        is permanent, except for a channel whose name cannot be a folder's.
        """
        channel = claimed.subscription.wish.channel
        if not _PLAIN_NAME.fullmatch(channel):
            return Refused(f"{channel!r} cannot be the name of a folder", permanent=True)
        digest = json.loads(payload)
        place = self._place(claimed)
        if not still_mine():
            return Refused("the lease ran out", permanent=False)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            data = json.dumps(digest["json"], ensure_ascii=False, indent=2)
            _write(place.with_name(f"{place.name}.json"), f"{data}\n")
            _write(place.with_name(f"{place.name}.md"), f"{digest['markdown'].rstrip()}\n")
        except OSError as error:
            return Refused(f"{error.strerror}: {error.filename or place}", permanent=False)
        if self._show is not None:
            self._show(digest["markdown"])
        return Sent(self._reference(place))

    def find(self, claimed: Claimed) -> str | None:
        """The Markdown file of this delivery, as a path below the folder.

        None for one that may have been overwritten or not: writing it once more does no harm.
        """
        if claimed.delivery.message_ref:
            return None
        place = self._place(claimed)
        return self._reference(place) if place.with_name(f"{place.name}.md").is_file() else None

    def finish(
        self,
        claimed: Claimed,
        payload: str,
        message_ref: str,
        *,
        still_mine: Callable[[], bool],
    ) -> None:
        """Nothing: the cards stand in the same file as their parent."""

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """Say it in the log: a folder has no direct messages."""
        _logger.warning("the digest of the folder %r was paused: %s", wish.channel, reason)

    def _place(self, claimed: Claimed) -> Path:
        """Both files without their endings: of the earlier edition, if it is still there."""
        channel = self._folder / claimed.subscription.wish.channel
        earlier = channel / Path(claimed.delivery.message_ref).name
        if claimed.delivery.message_ref and earlier.is_file():
            return earlier.with_suffix("")
        return channel / _stem(claimed.delivery)

    def _reference(self, place: Path) -> str:
        return f"{place.relative_to(self._folder).as_posix()}.md"


def _stem(delivery: Delivery) -> str:
    return f"{delivery.local_date.isoformat()}-{delivery.public_id}"


def _write(path: Path, text: str) -> None:
    """Write the whole file or nothing, on the disk before it has its name."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
