"""Pictures of what Slack shows, into tests/pictures/slack/drawn; run by `make pictures-slack`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from dialogue.invented import full_card  # noqa: E402 - after the path is set

from bot.adapters.slack.heard import Where  # noqa: E402 - the same
from bot.adapters.slack.home import render_home  # noqa: E402 - the same
from bot.adapters.slack.render import (  # noqa: E402 - the same
    blocks_of_outline,
    fit_view,
    render_part,
)
from bot.adapters.slack.views import complaint_modal, fill_modal, plan_modal  # noqa: E402 - the same
from bot.adapters.slack.words import WORDS  # noqa: E402 - the same
from bot.core.reading.reader import Reader  # noqa: E402 - the same
from bot.desk.desk import Desk  # noqa: E402 - the same
from bot.desk.people import Asker, Place  # noqa: E402 - the same
from bot.desk.plans import PlanDraft, draft_for  # noqa: E402 - the same
from bot.dialogue.answer_outline import outline_answer  # noqa: E402 - the same
from bot.dialogue.answers import CardAnswer  # noqa: E402 - the same
from bot.dialogue.buttons import Part, card_key, parts_of  # noqa: E402 - the same
from bot.dialogue.viewer import Viewer  # noqa: E402 - the same
from bot.lemmas import DictionaryLemmatiser  # noqa: E402 - the same
from bot.library import Library  # noqa: E402 - the same
from bot.sources.collecting import collect  # noqa: E402 - the same
from bot.store import open_store  # noqa: E402 - the same
from bot.tagger import WeightedTagger  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Language

NOW = datetime(2025, 1, 24, 6, 30, tzinfo=UTC)
WIDTH = 720
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def open_desk(folder: str) -> Desk:
    """A desk over the seeds."""
    lemmatiser = DictionaryLemmatiser(None)
    lemmatiser.build()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    readings = [reader.reading(one) for one in collect((ROOT / "seeds",)).articles]
    library = Library.of(readings, lemmatiser=lemmatiser)
    return Desk(library, open_store(None, Path(folder)), clock=lambda: NOW)


def views(desk: Desk, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything worth a look, in one language."""
    asker = Asker(Place("slack", "T1", "C1"), "U1", language, may_plan=True, private=True)
    where = Where("T1", "U1", "C1", private=True)
    for name, line in {
        "card": "/briefing deepseek",
        "long-card": "/briefing stargate",
        "not-found": "/briefing fußball",
        "suggestion": "/briefing nvidea",
        "topics": "/briefing",
        "help": "/digest help",
        "status": "/digest status",
    }.items():
        reply = desk.answer(line, asker)
        yield name, {"blocks": list(render_part(reply.parts[0], language).blocks)}
    yield "full-card", {"blocks": list(render_part(invented(language), language).blocks)}
    digest = desk.answer("/digest now", asker)
    yield "digest", {"blocks": list(render_part(digest.parts[0], language).blocks)}
    card = desk.answer("/briefing stargate", asker).answer
    assert isinstance(card, CardAnswer)
    key = card_key(card.card)
    evidence = desk.press("evidence", key, asker).parts[0].outline
    title = WORDS[language].evidence
    blocks = fit_view(blocks_of_outline(evidence, language, under=title), language)
    yield "evidence", as_modal(fill_modal(title, blocks[:14], language))
    draft = draft_for(asker, None)
    named = PlanDraft(("Stargate", "OpenAI"), draft.time, draft.zone, draft.weekdays, language)
    yield "plan", as_modal(plan_modal(named, where, language))
    yield "complaint", as_modal(complaint_modal(key, desk.points(key), where, language))
    home = desk.home(asker)
    yield "home", {"blocks": render_home(home, asker, frozenset())}


def invented(language: Language) -> Part:
    """A card with every part there is."""
    viewer, answer = Viewer(language=language, now=NOW), CardAnswer(full_card())
    outlines = outline_answer(answer, viewer)
    return parts_of(answer, outlines, viewer.labels, followed=frozenset(), private=True)[0]


def as_modal(view: dict[str, Any]) -> dict[str, Any]:
    """What the page needs of a modal."""
    submit = view.get("submit", {}).get("text", "")
    return {
        "title": view["title"]["text"],
        "close": view["close"]["text"],
        "submit": submit,
        "blocks": view["blocks"],
    }


def photograph(page: Path) -> None:
    """A picture of the page beside it, as high as the page says that it is."""
    title = re.search(r"<title>(\d+)</title>", browse("--dump-dom", page.as_uri()))
    height = int(title[1]) if title else WIDTH
    browse(
        f"--window-size={WIDTH},{height}", f"--screenshot={page.with_suffix('.png')}", page.as_uri()
    )


def browse(*arguments: str) -> str:
    """What the browser prints."""
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    plain = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    size = f"--window-size={WIDTH},{WIDTH}"
    command = [program, *plain, size, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return done.stdout


def main() -> None:
    """Draw all pictures, or those that are named."""
    drawn = HERE / "drawn"
    drawn.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(folder)
        pictures = {
            f"{name}-{language}": view
            for language in ("de", "en")
            for name, view in views(desk, language)
        }
    wanted = {name: view for name, view in pictures.items() if _is_wanted(name)}
    source = drawn / "views.json"
    source.write_text(json.dumps(wanted, ensure_ascii=False), encoding="utf-8")
    subprocess.run(["node", HERE / "draw.mjs", source, drawn], check=True)
    for name in wanted:
        photograph(drawn / f"{name}.html")
        print(drawn / f"{name}.png")


def _is_wanted(name: str) -> bool:
    return not sys.argv[1:] or any(part in name for part in sys.argv[1:])


if __name__ == "__main__":
    main()
