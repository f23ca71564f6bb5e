"""The README and the Makefile: every command that is named can be given."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_BLOCK = re.compile(r"^```(?:sh|bash|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = "\n".join(_BLOCK.findall(text)).splitlines()
    return [line.removeprefix("$ ").partition("  #")[0].strip() for line in lines if line.strip()]


def test_the_readme_names_the_two_commands_to_begin_with() -> None:
    assert {"make run", "make test"} <= set(commands())


def test_every_target_in_the_readme_is_in_the_makefile() -> None:
    named = {line.split()[1] for line in commands() if line.startswith("make ")}
    assert named - set(_TARGET.findall(MAKEFILE)) == set()


def test_every_target_of_the_makefile_is_told_by_make_alone() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [target for target in _TARGET.findall(MAKEFILE) if f"make {target} " not in listed] == []


@pytest.mark.parametrize("target", ["run", "test", "lint", "bench", "corpus", "lock"])
def test_make_knows_how_to_do_it(target: str) -> None:
    plan = ["make", "--dry-run", target]
    assert subprocess.run(plan, cwd=ROOT, check=False, capture_output=True).returncode == 0
