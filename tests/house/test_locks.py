"""The lock files: names, versions and hashes, all of them, and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
RUNTIME = ROOT / "config/requirements.txt"
DEVELOPMENT = ROOT / "tests/requirements.txt"
_PIN = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>\S+)(?: ; .+)? \\")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def pins(lock: Path) -> dict[str, str]:
    matches = map(_PIN.fullmatch, lock.read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in matches if match}


def declared(*, development: bool) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build, groups = project["build-system"]["requires"], project["dependency-groups"]
    wanted = project["project"]["dependencies"] + (groups["dev"] if development else build)
    return [Requirement(text) for text in wanted]


def unlocked(requirements: list[Requirement], lock: Path) -> list[str]:
    pinned = pins(lock)
    return [
        str(requirement)
        for requirement in requirements
        if (name := canonicalize_name(requirement.name)) not in pinned
        or not requirement.specifier.contains(pinned[name])
    ]


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=["runtime", "development"])
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not _PIN.fullmatch(line) and not _HASH.fullmatch(line)] == []


def test_every_dependency_of_the_bot_is_locked_as_wanted() -> None:
    assert unlocked(declared(development=False), RUNTIME) == []


def test_every_dependency_of_the_tests_is_locked_as_wanted() -> None:
    assert unlocked(declared(development=True), DEVELOPMENT) == []


def test_both_locks_agree_on_every_version() -> None:
    runtime, development = pins(RUNTIME), pins(DEVELOPMENT)
    both = runtime.keys() & development.keys()
    assert {name for name in both if runtime[name] != development[name]} == set()


def test_running_the_bot_installs_no_tools_of_development() -> None:
    tools = {"pytest", "mypy", "ruff", "hypothesis", "import-linter", "sumy"}
    assert tools & pins(RUNTIME).keys() == set()


def test_the_locks_of_node_hold_no_addresses() -> None:
    locks = [*ROOT.glob("tests/*/*/package-lock.json")]
    assert len(locks) == 2
    assert [lock.parent.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []
