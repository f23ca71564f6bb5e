"""What holds for every file: sizes, docstrings, and nothing that belongs to one machine."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_LONGEST_FILE = 400
_LONGEST_FUNCTION = 50
_ALIEN = re.compile(
    r"/(?:home|root|Users|work|tmp)/[\w.]"
    r"|[a-z]:\\Users\\"
    r"|\b(?:pypi|pythonhosted|npmjs|crates)\.(?:org|io|com)\b"
    r"|\b(?:index|registry|proxy|mirror)s?(?:\.[\w-]+)+\.(?:org|io|com|net|dev|local|internal)\b",
    re.IGNORECASE,
)


def modules() -> list[Path]:
    return sorted((ROOT / "bot").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@lru_cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def tracked_texts() -> list[tuple[Path, str]]:
    """Every file that is or could be committed and is text, this one excepted."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listing.returncode:
        pytest.skip("this is no checkout")
    paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [
        (path, path.read_text(encoding="utf-8", errors="replace"))
        for path in paths
        if path.is_file() and path != Path(__file__) and b"\0" not in path.read_bytes()[:8000]
    ]


def test_no_file_names_a_place_of_one_machine_or_a_registry() -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if _ALIEN.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("parts", [["", "home", "me"], ["", "work", "a"], ["c:", "Users", "me"]])
def test_the_path_of_a_machine_would_be_found(parts: list[str]) -> None:
    assert _ALIEN.search("\\".join(parts) if parts[0] else "/".join(parts))


@pytest.mark.parametrize("host", [["pypi", "org"], ["index", "example", "org"]])
def test_the_host_of_a_registry_would_be_found(host: list[str]) -> None:
    assert _ALIEN.search(f"https://{'.'.join(host)}/simple")


def test_every_module_says_in_its_first_line_what_it_does() -> None:
    assert [name_of(path) for path in modules() if not ast.get_docstring(tree_of(path))] == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: count for name, count in lengths.items() if count > _LONGEST_FILE} == {}


def test_no_function_is_longer_than_fifty_lines() -> None:
    lengths = {
        f"{name_of(path)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: count for name, count in lengths.items() if count > _LONGEST_FUNCTION} == {}


def test_no_module_of_ours_is_imported_inside_a_function() -> None:
    late = {
        f"{name_of(path)}:{inner.lineno}"
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").split(".")[0] == "bot"
    }
    assert late == set()
