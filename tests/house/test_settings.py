"""Settings: which source wins, and one clear line for each wrong value."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Writes a file below the folder in which the bot is started."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Path(name)

    return write_file


def refusal(config_file: Path | None = None) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(config_file)
    return str(caught.value)


def test_without_any_source_the_defaults_hold(write: Callable[[str, str], Path]) -> None:
    del write
    settings = load_settings()
    assert (settings.language, settings.zone) == ("de", "Europe/Berlin")
    assert (settings.digest_time, settings.digest_topics) == (time(7, 30), 5)
    assert settings.cache is None


def test_the_config_file_wins_over_the_defaults(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", 'language = "en"')
    assert load_settings().language == "en"


def test_the_env_file_wins_over_the_config_file(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", 'language = "en"')
    write(".env", "BRIEFING_LANGUAGE=auto")
    assert load_settings().language == "auto"


def test_the_environment_wins_over_the_env_file(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".env", "BRIEFING_LANGUAGE=auto")
    monkeypatch.setenv("BRIEFING_LANGUAGE", "en")
    assert load_settings().language == "en"


def test_an_empty_variable_counts_as_not_set(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config/bot.toml", 'language = "en"')
    monkeypatch.setenv("BRIEFING_LANGUAGE", "")
    assert load_settings().language == "en"


def test_a_named_config_file_is_read_instead_of_the_usual_one(
    write: Callable[[str, str], Path],
) -> None:
    write("config/bot.toml", "digest_topics = 3")
    assert load_settings(write("other.toml", "digest_topics = 4")).digest_topics == 4


def test_a_byte_order_mark_is_no_error(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", "\ufeffdigest_topics = 4")
    assert load_settings().digest_topics == 4


def test_several_folders_stand_in_one_variable_as_in_path(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    del write
    monkeypatch.setenv("BRIEFING_ARTICLES", os.pathsep.join(["one", "two"]))
    assert load_settings().articles == (Path("one"), Path("two"))


def test_one_folder_in_the_config_file_needs_no_list(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", 'articles = "news"')
    assert load_settings().articles == (Path("news"),)


def test_a_tilde_is_the_home_folder(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config/bot.toml", 'articles = ["~/news"]')
    monkeypatch.setenv("HOME", "somewhere")
    assert load_settings().articles == (Path("somewhere/news"),)


def test_the_folder_seeds_here_wins_over_the_copy_that_came_along(
    write: Callable[[str, str], Path],
) -> None:
    write("seeds/a.txt", "Text")
    assert load_settings().articles == (Path("seeds"),)


def test_in_an_empty_folder_the_sample_articles_are_read(
    write: Callable[[str, str], Path],
) -> None:
    del write
    (folder,) = load_settings().articles
    assert list(folder.glob("*stargate*.md"))


def test_in_an_empty_folder_the_topics_that_came_along_are_used(
    write: Callable[[str, str], Path],
) -> None:
    del write
    topics_file = load_settings().topics_file
    assert topics_file is not None
    assert topics_file.is_file()


@pytest.mark.parametrize("written", ['"7:05"', '"07:05"', "07:05:00"])
def test_the_time_of_the_digest_may_be_written_in_several_ways(
    write: Callable[[str, str], Path], written: str
) -> None:
    write("config/bot.toml", f"digest_time = {written}")
    assert load_settings().digest_time == time(7, 5)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('language = "fr"', "config/bot.toml, language: must be 'de', 'en' or 'auto', not 'fr'"),
        (
            'zone = "Europe/Berln"',
            (
                "config/bot.toml, zone: must be a time zone of the IANA list, "
                "such as Europe/Berlin, not 'Europe/Berln'"
            ),
        ),
        (
            'zone = "../etc"',
            (
                "config/bot.toml, zone: must be a time zone of the IANA list, "
                "such as Europe/Berlin, not '../etc'"
            ),
        ),
        (
            'digest_time = "24:00"',
            (
                'config/bot.toml, digest_time: must be a time of day from "00:00" to "23:59", '
                "not '24:00'"
            ),
        ),
        (
            "digest_time = 7",
            'config/bot.toml, digest_time: must be a time of day from "00:00" to "23:59", not 7',
        ),
        (
            "digest_topics = 0",
            "config/bot.toml, digest_topics: must be greater than or equal to 1, not 0",
        ),
        (
            "digest_topics = 21",
            "config/bot.toml, digest_topics: must be less than or equal to 20, not 21",
        ),
        ("articles = []", "config/bot.toml, articles: must name at least one folder, not []"),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_what_is_allowed(
    write: Callable[[str, str], Path], line: str, expected: str
) -> None:
    write("config/bot.toml", line)
    assert refusal() == expected


def test_a_wrong_value_in_the_environment_is_named_by_its_variable(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config/bot.toml", 'language = "en"')
    monkeypatch.setenv("BRIEFING_LANGUAGE", "fr")
    assert refusal() == "BRIEFING_LANGUAGE: must be 'de', 'en' or 'auto', not 'fr'"


def test_numbers_by_name_stand_in_a_variable_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_EXCERPTS", '{"Musterblatt": 300}')
    assert load_settings().excerpts == {"Musterblatt": 300}


def test_what_is_no_json_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_EXCERPTS", "Musterblatt=300")
    assert refusal() == (
        "BRIEFING_EXCERPTS: must be JSON such as {\"Musterblatt\": 300}, not 'Musterblatt=300'"
    )


def test_a_wrong_value_in_the_env_file_is_named_with_that_file(
    write: Callable[[str, str], Path],
) -> None:
    write(".env", "BRIEFING_LANGUAGE=fr")
    assert refusal() == ".env, BRIEFING_LANGUAGE: must be 'de', 'en' or 'auto', not 'fr'"


def test_a_wrong_value_in_both_is_named_where_it_won(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".env", "BRIEFING_LANGUAGE=it")
    monkeypatch.setenv("BRIEFING_LANGUAGE", "fr")
    assert refusal() == "BRIEFING_LANGUAGE: must be 'de', 'en' or 'auto', not 'fr'"


def test_every_wrong_value_has_its_own_line(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", 'language = "fr"\ndigest_topics = 0')
    lines = refusal().splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "config/bot.toml, language",
        "config/bot.toml, digest_topics",
    ]


def test_a_long_wrong_value_is_cut_short(write: Callable[[str, str], Path]) -> None:
    write("config/bot.toml", f'language = "{"x" * 5000}"')
    assert len(refusal()) < 200


def test_an_unknown_key_is_named_with_the_nearest_known_one(
    write: Callable[[str, str], Path],
) -> None:
    write("config/bot.toml", 'langauge = "en"')
    assert refusal() == (
        "config/bot.toml, langauge: there is no such key; did you mean 'language'?"
    )


def test_an_unknown_key_that_is_near_nothing_is_answered_with_all_keys(
    write: Callable[[str, str], Path],
) -> None:
    write("config/bot.toml", "blub = 1")
    assert all(name in refusal() for name in Settings.model_fields)


def test_a_misspelt_variable_is_named_with_the_one_that_was_meant(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    del write
    monkeypatch.setenv("BRIEFING_LANGAUGE", "en")
    assert refusal() == (
        "BRIEFING_LANGAUGE: there is no such setting; did you mean 'BRIEFING_LANGUAGE'?"
    )


def test_a_variable_that_is_near_no_setting_is_left_alone(
    write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    del write
    monkeypatch.setenv("BRIEFING_SOMETHING_ELSE", "1")
    assert load_settings().language == "de"


def test_broken_toml_is_named_with_its_line_and_column(
    write: Callable[[str, str], Path],
) -> None:
    write("config/bot.toml", 'language = "en"\nzone == 3\n')
    message = refusal()
    assert message.startswith("config/bot.toml: is not valid TOML: ")
    assert "line 2, column 7" in message


def test_a_config_file_that_is_not_utf_8_is_named(
    write: Callable[[str, str], Path],
) -> None:
    path = write("config/bot.toml", "")
    path.write_bytes(b'zone = "\xfc"')
    assert refusal() == "config/bot.toml: is not UTF-8 (byte 9)"


def test_a_named_config_file_that_is_missing_is_an_error(
    write: Callable[[str, str], Path],
) -> None:
    del write
    assert refusal(Path("no.toml")) == "no.toml: cannot be read (No such file or directory)"


def test_an_env_file_that_is_not_utf_8_is_named(write: Callable[[str, str], Path]) -> None:
    write(".env", "").write_bytes(b"BRIEFING_ZONE=\xfc")
    assert refusal() == ".env: is not UTF-8 (byte 15)"


def test_the_settings_in_the_house_are_its_defaults(
    write: Callable[[str, str], Path],
) -> None:
    del write
    written = (ROOT / "config/bot.toml").read_text(encoding="utf-8")
    shown = [line[2:] for line in written.splitlines() if " = " in line]
    without_default = {
        *("articles", "cache", "topics_file", "store", "digest_folder", "excerpts_others"),
    }
    without_default |= {"slack_bot_token", "slack_app_token", "slack_signing_secret", "web_token"}
    without_default |= {"slack_client_secret", "slack_token_key"}
    without_default |= {"discord_token", "discord_shard_count", "discord_shard_ids"}
    lines = "\n".join(line for line in shown if line.partition(" = ")[0] not in without_default)
    Path("all.toml").write_text(lines, encoding="utf-8")
    assert load_settings(Path("all.toml")) == load_settings()


def test_the_config_file_in_the_house_shows_every_setting() -> None:
    written = (ROOT / "config/bot.toml").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"\n# {name} = " not in written] == []


def test_the_example_of_an_env_file_shows_every_variable() -> None:
    lines = (ROOT / "config/env.example").read_text(encoding="utf-8").splitlines()
    shown = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert shown == [f"BRIEFING_{name.upper()}" for name in Settings.model_fields]


def test_importing_settings_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"BRIEFING_ZONE=\xfc")
    code = "import bot.settings"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BRIEFING_LANGUAGE": "fr"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
