"""Print the quality of reading, every row of it: `make bench-quality`, or with `--folds 5`.

Pipes each data set beside the project through `briefing read` and hands the answers to the
scorer that lies there; then come the small sets of the project itself (`labelled.py`), among
them the boundaries of sentences.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared"
SETS = (
    ("summaries", "summaries/de-teaser-dev"),
    ("summaries", "summaries/de-subhead-dev"),
    ("summaries", "summaries/en-cnndm-dev"),
    ("quotes", "quotes/de-wikinews-dev"),
    ("dates", "entities/de-smartdata-train"),
)
NAMES = "names/de-germeval2014"
_FEWEST_BLOCKS = 2
# The shipped weights have seen all of it.
SEEN = """NOT FAIR: the shipped weights of names were trained on this very text.
Fair, in minutes: make bench-quality ARGS='--folds 5'
(that is python tests/training/train_names.py ../shared/data --folds 5)"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Score every set that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--folds",
        type=int,
        default=0,
        metavar="N",
        help="score names in N blocks by weights that have not seen them (minutes)",
    )
    folds = parser.parse_args(arguments).folds
    if folds and folds < _FEWEST_BLOCKS:
        parser.error("names are scored in two blocks at least")
    if SHARED.is_dir():
        for kind, name in SETS:
            _head(name)
            _score(kind, name)
        _measure_names(folds)
    _head("the sets of the project itself, labelled by hand")
    _run(HERE / "labelled.py")
    if not SHARED.is_dir():
        sys.exit("the labelled data in ../shared is absent; only the project's own was measured")


def _measure_names(folds: int) -> None:
    if folds:
        _head(f"{NAMES}, in {folds} blocks, each by weights that have not seen it")
        _run(HERE.parent / "training" / "train_names.py", SHARED / "data", "--folds", str(folds))
    else:
        _head(f"{NAMES}\n{SEEN}")
        _score("names", NAMES)


def _score(kind: str, name: str) -> None:
    data = SHARED / "data" / f"{name}.jsonl.gz"
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as answers:
        read = [sys.executable, "-m", "bot", "read"]
        subprocess.run(read, input=gzip.decompress(data.read_bytes()), stdout=answers, check=True)
        for scored in (kind, "spans"):
            _run(SHARED / "tools" / "score.py", scored, data, answers.name)


def _run(script: Path, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, script, *arguments], check=True)


def _head(text: str) -> None:
    print(f"== {text}", flush=True)


if __name__ == "__main__":
    main()
