"""Many files as one collection."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bot.sources.collecting import collect

RECORD = {"title": "Bagger rollt an", "text": "Es wurde laut."}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def scrape(number: int) -> str:
    return f"Bericht {number}\n\nAm Ort kamen {number} Bagger an.\n"


def test_articles_and_ids_do_not_depend_on_names_and_order(tmp_path: Path) -> None:
    numbers = [*range(30)]
    collections = []
    for seed in range(3):
        random.Random(seed).shuffle(numbers)  # noqa: S311 (an order, not a secret)
        for place, number in enumerate(numbers):
            write(tmp_path / str(seed) / str(place % 3) / f"{place}.txt", scrape(number))
        collections.append(collect([tmp_path / str(seed)]).articles)
    assert collections[0] == collections[1] == collections[2]
    assert [article.id for article in collections[0]] == sorted(a.id for a in collections[0])


def test_an_id_tells_the_title_and_the_content(tmp_path: Path) -> None:
    write(
        tmp_path / "a.txt", "Über große Bagger, die durch sehr kleine Orte fahren\n\nEs wurde laut."
    )
    (article,) = collect([tmp_path]).articles
    slug, _, content = article.id.rpartition("-")
    assert slug == "ueber-grosse-bagger-die-durch-sehr-klein"
    assert len(content) == 8


def test_a_title_in_another_script_still_gives_an_id(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "新闻标题\n\nEs wurde laut.")
    (article,) = collect([tmp_path]).articles
    assert article.id.startswith("article-")
    assert article.id.isascii()


def test_the_same_content_is_kept_once_and_told(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        write(tmp_path / name, scrape(1))
    collection = collect([tmp_path])
    assert len(collection.articles) == 1
    assert [(Path(skip.path).name, skip.reason) for skip in collection.skipped] == [
        ("b.txt", f"same as {tmp_path / 'a.txt'}"),
        ("c.txt", f"same as {tmp_path / 'a.txt'}"),
    ]


def test_the_same_text_of_another_outlet_is_another_article(tmp_path: Path) -> None:
    records = [{**RECORD, "outlet": "Ortsblatt"}, {**RECORD, "outlet": "Kreisbote"}]
    write(tmp_path / "a.json", json.dumps(records))
    assert len(collect([tmp_path]).articles) == 2


def test_one_id_for_different_content_is_told_apart(tmp_path: Path) -> None:
    records = [{**RECORD, "id": "b1"}, {**RECORD, "id": "b1", "text": "Es blieb still."}]
    write(tmp_path / "a.json", json.dumps([*records, {**RECORD, "id": "b2", "title": "Kran"}]))
    ids = [article.id for article in collect([tmp_path]).articles]
    assert [own.partition("~")[0] for own in ids] == ["b1", "b1", "b2"]
    assert [*map(len, ids)] == [11, 11, 2]
    assert len({*ids}) == 3


def test_an_id_cannot_pose_as_one_that_was_told_apart(tmp_path: Path) -> None:
    records = [{**RECORD, "id": "b1"}, {**RECORD, "id": "b1", "text": "Es blieb still."}]
    write(tmp_path / "a.json", json.dumps(records))
    taken = collect([tmp_path]).articles[0].id
    write(tmp_path / "b.json", json.dumps({**RECORD, "id": taken, "title": "Kran"}))
    ids = [article.id for article in collect([tmp_path]).articles]
    assert len({*ids}) == len(ids) == 3
    assert taken in ids


def test_articles_are_in_the_order_of_their_final_ids(tmp_path: Path) -> None:
    own = ["b1", "b1", "b1-a"]
    records = [{**RECORD, "id": name, "title": str(n)} for n, name in enumerate(own)]
    write(tmp_path / "a.json", json.dumps(records))
    ids = [article.id for article in collect([tmp_path]).articles]
    assert ids == sorted(ids)
    assert ids[0] == "b1-a"


@pytest.mark.parametrize("names", [("a.json", "b.json"), ("b.json", "a.json")])
def test_of_two_ids_for_one_content_the_first_in_order_stays(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    for name, own in zip(names, ("b1", "b2"), strict=True):
        write(tmp_path / name, json.dumps({**RECORD, "id": own}))
    assert [article.id for article in collect([tmp_path]).articles] == ["b1"]


def test_the_same_id_and_content_twice_is_one_article(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", "\n".join([json.dumps({**RECORD, "id": "b1"})] * 2))
    collection = collect([tmp_path])
    assert [article.id for article in collection.articles] == ["b1"]
    assert [skip.reason for skip in collection.skipped] == [f"same as {tmp_path / 'a.jsonl'}"]


def test_files_say_which_article_came_from_where(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", scrape(1))
    write(tmp_path / "b.txt", scrape(1))
    write(tmp_path / "c.txt", scrape(2))
    collection = collect([tmp_path])
    found = {Path(file.path).name: len(file.articles) for file in collection.files}
    assert found == {"a.txt": 1, "b.txt": 0, "c.txt": 1}
    assert {a for file in collection.files for a in file.articles} == {*collection.articles}


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.txt", scrape(number))
    seen: list[tuple[int, int]] = []
    collect([tmp_path], on_file=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_bad_files_do_not_stop_the_good(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "{")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    write(tmp_path / "c.md", "ohne Kopf")
    write(tmp_path / "d.txt", scrape(1))
    collection = collect([tmp_path, tmp_path / "fort"])
    assert [article.title for article in collection.articles] == ["Bericht 1"]
    assert [Path(skip.path).name for skip in collection.skipped] == [
        "a.json",
        "b.txt",
        "c.md",
        "fort",
    ]


def test_nothing_at_all_is_an_empty_collection(tmp_path: Path) -> None:
    collection = collect([tmp_path])
    assert (collection.articles, collection.skipped, collection.files) == ((), (), ())


def test_our_own_seeds_are_read_without_a_fault() -> None:
    collection = collect([Path(__file__).parents[2] / "seeds"])
    assert len(collection.articles) >= 12
    assert {Path(skip.path).name for skip in collection.skipped} <= {"README.md"}
    assert all(article.published_on for article in collection.articles)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_reading_twice_gives_the_same(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "---\ntitle: Bagger\n---\n\nEs wurde laut.")
    assert collect([tmp_path]) == collect([tmp_path])
