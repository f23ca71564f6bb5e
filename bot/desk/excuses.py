"""What a person is told whose question could not be answered; the log says why."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.crash import error_id
from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.replies import Reply

_logger = logging.getLogger(__name__)


def excuse(desk: Desk, asker: Asker, error: BaseException) -> Reply:
    """The sentence instead of an answer.

    What nobody expected is logged with its traceback, under the id that the person is told. That
    the store is away is no fault of the program: the schedule tells of a server that comes back
    by itself, and of all else there is one line.
    """
    platform = asker.place.platform
    if isinstance(error, StoreUnavailable):
        level = logging.DEBUG if error.passes else logging.WARNING
        _logger.log(level, "a question on %s could not be answered: %s", platform, error)
        return desk.say("store_away", asker)
    # The log writes the same id behind this line.
    _logger.error("an answer on %s failed", platform, exc_info=error)
    return desk.say("failed", asker, detail=error_id(error))
