"""The frame of every picture: title, description, shapes and text, written by a template.

Words pass the template engine, which escapes them. Looks are plain attributes, so that a file
stands alone; their classes let a page give other colours to them.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

WIDTH = 440
MARGIN = 16
LINE = 20
# The mean width of a letter of a sans-serif face at 14 pixels. A guess on the wide side: no
# font is at hand on a server, and a line that is too short does no harm.
_LETTER = 7.4


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place; `look` is a class of the template: "strong", "soft", "plain"."""

    x: float
    y: float
    words: str
    look: str = "plain"
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with a sentence of its own for who points at it."""

    x: float
    y: float
    width: float
    height: float
    look: str = "bar"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, curved if both ends stand apart in height; `look` is its meaning."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str = "axis"


Shape = Text | Dot | Box | Stroke


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. `name` makes the ids of the page unique; `summary` says all in words."""

    name: str
    title: str
    summary: str
    height: float
    shapes: tuple[Shape, ...]


def write_svg(picture: Picture) -> str:
    """The picture as an SVG element that can stand in a page or in a file."""
    shapes = [(type(shape).__name__.lower(), shape) for shape in picture.shapes]
    return _engine().get_template("picture.svg").render(picture=picture, shapes=shapes, width=WIDTH)


def wrap(words: str, width: float, *, most: int = 4) -> list[str]:
    """The words in lines that fit into so many pixels; what is cut is shown as cut."""
    return textwrap.wrap(words, max(8, int(width / _LETTER)), max_lines=most, placeholder=" …")


@cache
def _engine() -> Environment:
    return Environment(
        loader=PackageLoader("bot.pictures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
