"""Folders, links and files that cannot be read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bot.sources.files import read_file
from bot.sources.folders import find_files


def write(path: Path, text: str = "Titel\n\nEs wurde laut.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def reasons(*folders: Path) -> list[tuple[str, str]]:
    return [(Path(skip.path).name, skip.reason) for skip in find_files(folders)[1]]


def test_folders_are_searched_to_the_bottom_and_sorted(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("b/c/d.txt", "b/a.MD", "a.jsonl", "z.htm")]
    assert [*find_files([tmp_path])[0]] == sorted(files)


def test_several_folders_that_overlap_give_each_file_once(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a" / "1.txt"), write(tmp_path / "b" / "2.txt")
    found, skipped = find_files([tmp_path / "b", tmp_path, tmp_path / "a", tmp_path / "b"])
    assert (found, skipped) == ((first, second), ())


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert reasons(tmp_path / "fort") == [("fort", "does not exist")]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert find_files([tmp_path]) == ((), ())


def test_a_folder_that_is_a_file_stands_for_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert find_files([path]) == ((path,), ())


def test_hidden_files_and_folders_are_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "a.txt")
    write(tmp_path / ".a.txt")
    assert find_files([tmp_path]) == ((), ())


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("README.md", "about the folder, not an article"),
        ("Readme-first.txt", "about the folder, not an article"),
        ("a.png", 'unknown kind of file (".png")'),
        ("LICENSE", "unknown kind of file (its name has no ending)"),
        ("allein.toml", "no article of that name beside it"),
    ],
)
def test_other_files_are_named(tmp_path: Path, name: str, reason: str) -> None:
    write(tmp_path / name)
    assert find_files([tmp_path])[0] == ()
    assert reasons(tmp_path) == [(name, reason)]


def test_a_sidecar_is_no_article_and_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "a.toml", "")
    assert find_files([tmp_path]) == ((path,), ())


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "oben").symlink_to(tmp_path)
    (tmp_path / "a" / "selbst").symlink_to(tmp_path / "a" / "selbst")
    found, skipped = find_files([tmp_path])
    assert found == (path,)
    assert [Path(skip.path).name for skip in skipped] == ["selbst"]


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "fort.txt")
    assert reasons(tmp_path) == [("a.txt", "does not exist")]


def test_a_file_that_two_links_reach_is_there_once(tmp_path: Path) -> None:
    write(tmp_path / "1.txt")
    (tmp_path / "2.txt").symlink_to(tmp_path / "1.txt")
    assert len(find_files([tmp_path])[0]) == 1


def test_pipes_and_sockets_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket must be short
        listener.bind("b.txt")
        os.chdir(here)
        assert reasons(tmp_path) == [(name, "not a regular file") for name in ("a.txt", "b.txt")]
    assert [skip.reason for skip in read_file(tmp_path / "a.txt").skipped] == ["not a regular file"]


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5000 + ".txt"])
def test_a_path_that_cannot_be_is_named(path: str) -> None:
    assert len(find_files([path])[1]) == 1
    assert len(read_file(Path(path)).skipped) == 1


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    found = read_file(tmp_path / "fort.txt", relative_to=tmp_path)
    assert [(skip.path, skip.reason) for skip in found.skipped] == [("fort.txt", "does not exist")]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_folder_with_the_name_of_a_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    reason = read_file(tmp_path / name).skipped[0].reason
    assert reason == "is a folder, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_opened_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "zu" / "a.txt")
    path.chmod(0)
    assert read_file(path).skipped[0].reason == "cannot be opened: permission denied"
    path.parent.chmod(0)
    assert reasons(tmp_path) == [("zu", "cannot be opened: permission denied")]
    path.parent.chmod(0o700)


def test_a_name_with_odd_characters_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff\n\x1b[31m\xe2\x80\xae.txt"))
    write(path, "")
    shown = read_file(path, relative_to=tmp_path).skipped[0].path
    assert shown == "b���[31m�.txt"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json"])
def test_a_file_of_100_mb_is_refused_unread(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name)
    os.truncate(path, 100_000_000)
    (skip,) = read_file(path).skipped
    assert skip.reason == "100.0 MB, more than the 10.0 MB that are read"


def test_lines_of_100_mb_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "a", "text": "Es wurde laut."}\n')
    os.truncate(path, 100_000_000)
    found = read_file(path)
    assert [article.id for article in found.articles] == ["a"]
    assert [(skip.line, skip.reason) for skip in found.skipped] == [
        (2, "100.0 MB, more than the 10.0 MB that are read")
    ]


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (skip,) = read_file(path, limit=10).skipped
    assert skip.reason == f"{path.stat().st_size} bytes, more than the 10 bytes that are read"
