"""How long answers take, told to whoever counts them."""

from __future__ import annotations

import time
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from bot.desk.people import Asker

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Heard(Protocol):
    """Whose answers are measured. `on_answer` hears the platform, the kind and the seconds."""

    on_answer: Callable[[str, str, float], None]


_Self = TypeVar("_Self", bound=Heard)


def unheard(platform: str, kind: str, seconds: float) -> None:
    """Count nothing."""
    del platform, kind, seconds


def measured(
    kind: str,
) -> Callable[[Callable[Concatenate[_Self, _P], _T]], Callable[Concatenate[_Self, _P], _T]]:
    """Measures a method that answers an asker; what breaks is an answer as well."""

    def decorate(
        method: Callable[Concatenate[_Self, _P], _T],
    ) -> Callable[Concatenate[_Self, _P], _T]:
        @wraps(method)
        def run(self: _Self, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
            began = time.perf_counter()
            try:
                return method(self, *args, **kwargs)
            finally:
                given = (*args, *kwargs.values())
                asker = next(one for one in given if isinstance(one, Asker))
                self.on_answer(asker.place.platform, kind, time.perf_counter() - began)

        return run

    return decorate
