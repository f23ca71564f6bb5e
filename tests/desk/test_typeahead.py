from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.folding import spelling_key
from bot.desk.typeahead import Typeahead

NAMES = st.lists(st.text("abß -\nÄ", min_size=1, max_size=5), unique=True, max_size=12)


def names_by_walking(typed: str, names: list[str], limit: int) -> tuple[str, ...]:
    """The plain way: look at every name."""
    wanted = spelling_key(typed)
    keys = [(spelling_key(name), name) for name in names]
    begin = [name for key, name in keys if key.startswith(wanted)]
    inside = [name for key, name in keys if wanted in key and not key.startswith(wanted)]
    return tuple([*begin, *inside][:limit])


@given(st.text("abß -Ä", max_size=3), NAMES, st.integers(1, 8))
def test_it_finds_what_walking_over_all_names_finds(
    typed: str, names: list[str], limit: int
) -> None:
    assert Typeahead().find(typed, names, limit=limit) == names_by_walking(typed, names, limit)


def test_names_that_came_since_are_found() -> None:
    typeahead = Typeahead()
    assert typeahead.find("star", ["Stargate"], limit=5) == ("Stargate",)
    assert typeahead.find("star", ["Starlink", "Stargate"], limit=5) == ("Starlink", "Stargate")
    assert typeahead.find("star", [], limit=5) == ()
