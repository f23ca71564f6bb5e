from __future__ import annotations

from bot.core.versions import replaced_in, version_id


def test_a_version_has_the_id_of_the_first_with_its_number() -> None:
    assert version_id("web-1", 2) == "web-1~v2"
    assert version_id("web-1~v2", 3) == "web-1~v3"


def test_of_the_versions_of_an_article_the_latest_stays() -> None:
    assert replaced_in(["a", "a~v2", "a~v10", "b", "c~v2"]) == {"a", "a~v2"}


def test_ids_that_only_look_alike_are_no_versions() -> None:
    assert replaced_in(["a", "a~12ab34cd", "a~vorwort", "~v2"]) == frozenset()
