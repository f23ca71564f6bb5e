"""Print the quality of reading on the labelled data beside the project: `make bench-quality`.

Pipes each data set through `briefing read` and hands the answers to the scorer that lies there.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
SETS = (
    ("summaries", "summaries/de-teaser-dev"),
    ("summaries", "summaries/de-subhead-dev"),
    ("summaries", "summaries/en-cnndm-dev"),
    ("quotes", "quotes/de-wikinews-dev"),
    ("dates", "entities/de-smartdata-train"),
    # The shipped weights have seen all of it; tests/training/train_names.py --folds is fair.
    ("names", "names/de-germeval2014"),
)


def main() -> None:
    """Score every set that is there."""
    if not SHARED.is_dir():
        sys.exit("the labelled data in ../shared is absent; nothing was measured")
    for kind, name in SETS:
        data = SHARED / "data" / f"{name}.jsonl.gz"
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as answers:
            read = [sys.executable, "-m", "bot", "read"]
            records = gzip.decompress(data.read_bytes())
            subprocess.run(read, input=records, stdout=answers, check=True)
            print(f"== {name}", flush=True)
            for scored in (kind, "spans"):
                scorer = [sys.executable, SHARED / "tools" / "score.py", scored, data, answers.name]
                subprocess.run(scorer, check=True)


if __name__ == "__main__":
    main()
