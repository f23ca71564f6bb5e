"""Every command of the README is given, in a folder like that of somebody who follows it.

What a reader has of their own (a file, an address, a database) is laid out before; the public
internet is a server on loopback. The chat platforms are met by tests of their own.
"""

from __future__ import annotations

import configparser
import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from cli.program import await_until, briefing, end, environment, running
from feeds.loopback import Site, site_in_a_thread
from feeds.newsroom import item, page, rss

from bot.platforms import slack_config
from bot.settings import PREFIX, Settings, load_settings
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^ *```(?:sh|bash|console)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(briefing [^`]+|docker [^`]+|make [^`]+)`")
# In running text these stand for what a reader has; the same forms are used in the code blocks.
STAND_FOR = {
    "ID": "260101-1-1",
    "FILE": "other.sqlite3",
    "postgresql+psycopg://…": "sqlite:///new.db",
}
# Ends by itself with nothing to be done, or says that there is no such delivery.
NOT_FOUND = {"briefing digest --resend ID"}
# Its page may not have been added yet.
EITHER = {"briefing remove https://example.org/article --yes"}
OF_OTHERS = ("git", "docker", "make", "pip")


def commands() -> list[str]:
    """All of them, without what is said of them, each once."""
    blocks = "\n".join(FENCED.findall(README)).splitlines()
    lines = [line.strip().removeprefix("$ ").partition("  #")[0].strip() for line in blocks]
    return list(dict.fromkeys(filter(None, [*lines, *INLINE.findall(README)])))


def of(program: str) -> list[str]:
    return [line for line in commands() if line.split()[0] == program]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with site_in_a_thread() as opened:
        opened.say("/news", rss(item(1, opened.url("/1")), title="Musterblatt"))
        opened.say("/article", page(), content_type="text/html")
        opened.say("/robots.txt", "", status=404)
        yield opened


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """A clone with what the README takes for given."""
    made = tmp_path_factory.mktemp("home")
    for name in ("seeds", "config"):
        shutil.copytree(ROOT / name, made / name)
    shutil.copytree(ROOT / "seeds", made / "clippings")
    shutil.copy(next((ROOT / "seeds").glob("*.md")), made / "article.txt")
    outline = f'<outline type="rss" text="Musterblatt" xmlUrl="{site.url("/other")}"/>'
    opml = f'<opml version="2.0"><head/><body>{outline}</body></opml>'
    (made / "feeds.opml").write_text(opml, encoding="utf-8")
    # The commands that look into the database come after a first `briefing run`.
    open_store(None, made / "var").close()
    return made


def settings(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "BRIEFING_NETWORKS": "127.0.0.0/8", "BRIEFING_WEB_PORT": "0"}


def test_nothing_is_named_that_this_file_does_not_know() -> None:
    known = ("briefing", *OF_OTHERS)
    assert [line for line in commands() if line.split()[0] not in known] == []
    assert len(of("briefing")) > 20


@pytest.mark.parametrize("line", [one for one in of("briefing") if one != "briefing run"])
def test_a_command_of_the_bot_does_what_it_says(
    line: str, home: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, *arguments = shlex.split(line)
    arguments = [STAND_FOR.get(one, one) for one in arguments]
    arguments = [one.replace("https://example.org", site.url("")) for one in arguments]
    arguments = [str(home / one[2:]) if one.startswith("~/") else one for one in arguments]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"stargate\nexit\n")))
    done = briefing(*arguments, cwd=home, **settings(home))
    wanted = {0, 3} if line in EITHER else {3} if line in NOT_FOUND else {0}
    assert done.returncode in wanted, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout or line in NOT_FOUND | EITHER or "backup" in line, done.stderr


def test_the_picture_at_the_top_is_what_the_first_command_of_make_run_shows(home: Path) -> None:
    picture = README.partition("```\n")[2].partition("```")[0]
    shown = briefing("ask", "stargate", cwd=home, COLUMNS="80", **settings(home)).stdout
    lines = [line.partition("…")[0] for line in picture.splitlines()]
    assert [line for line in filter(None, lines) if f"\n{line}" not in f"\n{shown}"] == []


def test_the_bot_runs_until_it_is_told_to_stop(home: Path) -> None:
    with running(home, **settings(home)) as process:
        await_until(lambda: "ready: ask at" in (home / "log").read_text("utf-8"))
        end(process)
    assert process.returncode == 0


@pytest.mark.parametrize("line", of("make"))
def test_a_target_of_make_is_there(line: str) -> None:
    plan = [*shlex.split(line), "--dry-run"]
    assert subprocess.run(plan, cwd=ROOT, check=False, capture_output=True).returncode == 0


def test_what_the_container_is_told_the_bot_understands(home: Path) -> None:
    """The image itself is built and run by `make package-check`."""
    (line,) = (one for one in of("docker") if " run " in one)
    asked = [sys.executable, "-m", "bot", *line.partition("morgenlage ")[2].split()]
    done = subprocess.run(
        asked, cwd=home, env=environment(**settings(home)), check=True, capture_output=True
    )
    assert b"Stargate" in done.stdout


def test_every_profile_of_compose_is_there() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    there = {profile for one in services.values() for profile in one.get("profiles", ())}
    assert set(re.findall(r"--profile (\w+)", README)) == there


def test_the_unit_of_systemd_starts_the_bot() -> None:
    (text,) = re.findall(r"^```ini\n(\[Unit\].*?)^```", README, re.MULTILINE | re.DOTALL)
    unit = configparser.ConfigParser(interpolation=None)
    unit.read_string(text)
    assert unit["Service"]["ExecStart"].endswith("/.venv/bin/briefing run")
    assert int(unit["Service"]["TimeoutStopSec"]) > 5


def test_every_setting_in_the_readme_is_one() -> None:
    names = {one.removeprefix(PREFIX).lower() for one in re.findall(r"BRIEFING_[A-Z_]+", README)}
    assert names - set(Settings.model_fields) == set()


def test_every_file_in_the_readme_is_there() -> None:
    named = re.findall(r"(?:`|\()((?:config|tests|bot|seeds)/[\w./-]*)(?:`|\))", README)
    assert [one for one in named if not (ROOT / one).exists() and one != "config/feeds.toml"] == []


def test_the_tokens_of_the_readme_switch_slack_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = re.findall(r"```ini\n( *BRIEFING_SLACK.*?)```", README, re.DOTALL)
    lines = [line.strip().replace("…", "1-abc") for line in block.splitlines()]
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    config = slack_config(load_settings())
    assert config is not None
    config.check()
    assert config.mode == "socket"


def test_the_example_with_a_token_switches_discord_on_and_check_tells_the_link(
    tmp_path: Path, home: Path
) -> None:
    example = (ROOT / "config" / "env.example").read_text(encoding="utf-8")
    assert "BRIEFING_DISCORD_TOKEN=" in example
    token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789ab"
    named = re.compile(r"^#? ?(BRIEFING_DISCORD_TOKEN=).*$", re.MULTILINE)
    filled = named.sub(rf"\g<1>{token}", example)
    shutil.copytree(home / "seeds", tmp_path / "seeds")
    (tmp_path / ".env").write_text(filled, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        cwd=tmp_path,
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    told = done.stdout.replace("\n", "")
    assert "https://discord.com/oauth2/authorize?client_id=123456789012345678" in told
    assert token not in done.stdout + done.stderr
