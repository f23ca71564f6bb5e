"""Pictures of what Discord shows: simcord's page of a channel, taken by Chromium without a window.

`make pictures-discord` writes them to var/pictures/discord, or where --to says.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import simcord

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from discord_stage import CONFIG, NOW, Pace, Stage, clients_in, labels  # noqa: E402 - after the path is set

from bot.adapters.discord.answering import draw  # noqa: E402 - the same
from bot.adapters.discord.client import BriefingClient  # noqa: E402 - the same
from bot.adapters.discord.render import render_part  # noqa: E402 - the same
from bot.core.reading.reader import Reader  # noqa: E402 - the same
from bot.desk.desk import Desk  # noqa: E402 - the same
from bot.desk.people import Asker, Place  # noqa: E402 - the same
from bot.lemmas import DictionaryLemmatiser  # noqa: E402 - the same
from bot.library import Library  # noqa: E402 - the same
from bot.sources.collecting import collect  # noqa: E402 - the same
from bot.store import open_store  # noqa: E402 - the same
from bot.tagger import WeightedTagger  # noqa: E402 - the same

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.store import Store

SHOTS = {
    "card": ("/briefing deepseek", (900, 1150)),
    "long-card": ("/briefing stargate", (900, 2500)),
    "not-found": ("/briefing fußball", (900, 330)),
    "digest": ("/digest now", (900, 700)),
    "topics": ("/briefing", (900, 620)),
    "help": ("/digest help", (900, 760)),
    "status": ("/digest status", (900, 420)),
}


async def take(folder: Path, chromium: str, store: Store) -> None:
    """Take every picture in both languages."""
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    readings = [reader.reading(one) for one in collect((ROOT / "seeds",)).articles]
    library = Library.of(readings, lemmatiser=lemmatiser)
    desk = Desk(library, store, clock=lambda: NOW)
    client = BriefingClient(CONFIG, desk, store.notes, run=Pace())
    async with simcord.run(client) as env:
        stage = Stage(env, desk, store, Pace())
        languages: tuple[Language, ...] = ("de", "en")
        for language in languages:
            await _shoot_forms(stage, language, folder, chromium)
            for name, (text, size) in SHOTS.items():
                asker = Asker(Place("discord", "1", "1"), "1", language=language)
                reply = desk.answer(text, asker)
                messages = draw(replace(reply, parts=reply.parts[:1]), asker)
                await _shoot(stage, messages, folder / f"{name}-{language}.png", chromium, size)
                if name == "long-card":
                    key = reply.parts[0].buttons[0].target
                    evidence = desk.press("evidence", key, asker).parts[0]
                    drawn = render_part(evidence, language)[:1]
                    path = folder / f"evidence-{language}.png"
                    await _shoot(stage, drawn, path, chromium, (900, 2300))


async def _shoot_forms(stage: Stage, language: Language, folder: Path, chromium: str) -> None:
    """The planning form, and the complaint under a card, as they open above the channel."""
    chef = stage.person("chef", manage_guild=True)
    with clients_in(language):
        form = await chef.slash(stage.channel, "digest plan")
        await _shoot_form(stage, chef, form, folder / f"plan-{language}.png", chromium)
        card = (await chef.slash(stage.channel, "briefing", topic="deepseek")).response
        form = await chef.click(card, label="👎")
        await _shoot_form(stage, chef, form, folder / f"complaint-{language}.png", chromium)


async def _shoot_form(stage: Stage, person: Any, form: Any, path: Path, chromium: str) -> None:
    size = (900, 1000)
    async with stage.env.preview(
        stage.channel, viewers=[person], layout="message", width=size[0], height=size[1]
    ) as page:
        await page.show(form)
        await _photograph(chromium, page.url, path, size)


async def _shoot(
    stage: Stage, messages: Any, path: Path, chromium: str, size: tuple[int, int]
) -> None:
    """A channel of its own with these messages, as a picture."""
    made = stage.guild.create_text_channel(path.stem)
    channel = stage.env.bot.get_channel(made.id)
    for message in messages:
        sent = await channel.send(view=message.view())
        assert sent, labels(sent)
    await stage.env.settle()
    width, height = size
    layout = "channel" if len(messages) > 1 else "message"
    async with stage.env.preview(
        made, viewers=[stage.person("anna")], layout=layout, width=width, height=height
    ) as page:
        await _photograph(chromium, page.url, path, size)


async def _photograph(chromium: str, url: str, path: Path, size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        process = await asyncio.create_subprocess_exec(
            chromium,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
            f"--window-size={size[0]},{size[1]}",
            "--virtual-time-budget=20000",
            f"--screenshot={path}",
            url,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        await asyncio.wait_for(process.wait(), 120)
    print(path)


def main() -> None:
    """Read where to write, and take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "var" / "pictures" / "discord")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is needed (on Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as data, open_store(None, Path(data)) as store:
        asyncio.run(take(folder, chromium, store))


if __name__ == "__main__":
    main()
