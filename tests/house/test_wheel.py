"""The wheel: what somebody gets who has no checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel that is built here."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(ZipFile(wheel).namelist())


def test_the_sample_articles_are_in_the_wheel(contents: set[str]) -> None:
    seeds = {f"bot/bundled/seeds/{path.name}" for path in (ROOT / "seeds").glob("*.md")}
    assert seeds - contents == set()


def test_the_topics_are_in_the_wheel(contents: set[str]) -> None:
    assert "bot/bundled/config/topics.toml" in contents


def test_every_module_is_in_the_wheel(contents: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "bot").rglob("*.py")}
    assert modules - contents == set()


def test_no_test_is_in_the_wheel(contents: set[str]) -> None:
    assert {name for name in contents if name.startswith("tests/")} == set()
