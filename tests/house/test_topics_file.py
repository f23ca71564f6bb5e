"""The file of curated topics: what it holds, and one clear line for each wrong entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.models import TopicRule
from bot.errors import SettingsError
from bot.topics_file import load_topic_rules

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(text: str) -> Path:
    path = Path("topics.toml")
    path.write_text(text, encoding="utf-8")
    return path


def refusal(text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load_topic_rules(written(text))
    return str(caught.value)


def test_an_empty_file_holds_no_topics() -> None:
    assert load_topic_rules(written("# nothing yet\n")) == ()


def test_a_topic_needs_a_name_and_nothing_else() -> None:
    assert load_topic_rules(written('[[topic]]\nname = "Bahn"')) == (TopicRule("Bahn"),)


def test_topics_come_in_the_order_of_the_file_with_all_they_say() -> None:
    text = (
        '[[topic]]\nname = "Zoo"\naliases = ["Tierpark"]\n'
        'terms = ["Gehege"]\nexcluded = ["Bahnhof Zoo"]\n[[topic]]\nname = "Bahn"'
    )
    assert load_topic_rules(written(text)) == (
        TopicRule("Zoo", ("Tierpark",), ("Gehege",), ("Bahnhof Zoo",)),
        TopicRule("Bahn"),
    )


def test_white_space_around_a_name_is_dropped() -> None:
    assert load_topic_rules(written('[[topic]]\nname = " Bahn "'))[0].name == "Bahn"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[topic]]\naliases = ["Zug"]', "topics.toml, topic 1, name: is missing"),
        (
            '[[topic]]\nname = " "',
            "topics.toml, topic 1 ( ), name: must have at least 1 character, not ' '",
        ),
        (
            '[[topic]]\nname = "Bahn"\naliases = "Zug"',
            "topics.toml, topic 1 (Bahn), aliases: must be a valid list, not 'Zug'",
        ),
        (
            '[[topic]]\nname = "Bahn"\nterms = ["Gleis", 3]',
            "topics.toml, topic 1 (Bahn), terms, entry 2: must be a valid string, not 3",
        ),
        (
            '[[topic]]\nname = "Bahn"\nalias = ["Zug"]',
            "topics.toml, topic 1 (Bahn), alias: there is no such key; did you mean 'aliases'?",
        ),
        (
            '[topic]\nname = "Bahn"',
            "topics.toml: write [[topic]] with two brackets, once for each topic",
        ),
        (
            '[[topics]]\nname = "Bahn"',
            "topics.toml, topics: every topic begins with a line [[topic]]",
        ),
        ("topic = [3]", "topics.toml, topic 1: must be a table that begins with [[topic]], not 3"),
        (
            '[[topic]]\nname = "Open AI"\n[[topic]]\nname = "OpenAI"',
            "topics.toml, topic 2 (OpenAI), name: there is already a topic of this name",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_its_place_and_what_is_allowed(
    text: str, expected: str
) -> None:
    assert refusal(text) == expected


def test_every_wrong_entry_has_its_own_line() -> None:
    assert len(refusal("[[topic]]\nname = 1\n[[topic]]\nname = 2").splitlines()) == 2


def test_broken_toml_is_named_with_its_line_and_column() -> None:
    assert "(at line 2, column 7)" in refusal("[[topic]]\nname == 3\n")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SettingsError, match=r"absent\.toml: cannot be read"):
        load_topic_rules(Path("absent.toml"))


def test_the_topics_in_the_house_can_be_read() -> None:
    names = [rule.name for rule in load_topic_rules(ROOT / "config/topics.toml")]
    assert {"Stargate", "Musk gegen OpenAI", "DeepSeek", "Nvidia"} <= set(names)
