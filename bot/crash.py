"""What nobody expected: the traceback goes to a file, a sentence with an id to the person."""

from __future__ import annotations

import hashlib
import traceback
from datetime import UTC, datetime

from platformdirs import user_log_path

_ID_LENGTH = 4


def error_id(error: BaseException) -> str:
    """An id that is short enough to be quoted; the same error at the same place has it again."""
    text = "".join(traceback.format_exception(error))
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:_ID_LENGTH]


def keep_traceback(error: BaseException) -> str:
    """Append the traceback to a log file and return the sentence that names it.

    The id is that of `error_id`.
    """
    text = "".join(traceback.format_exception(error))
    number = error_id(error)
    path = user_log_path("morgenlage") / "errors.log"
    sentence = f"that went wrong (error {number}), and it is not your fault"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat()} error {number}\n{text}\n")
    except OSError:
        return sentence
    return f"{sentence}; details are in {path}"
