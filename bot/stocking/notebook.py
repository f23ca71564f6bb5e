"""What was found in each file, remembered in the store, and whether all of it was taken in."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.sources.surveying import pack_notes, unpack_notes
from bot.store.source_files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sources.surveying import FileNotes, Survey
    from bot.store.source_files import SourceFiles


class Notebook:
    """One pass over the folders at a time."""

    def __init__(self, files: SourceFiles) -> None:
        """Remember in `files`."""
        self._files = files
        self._stamps: dict[str, str] = {}
        self._settled = b""

    def known(self) -> Mapping[str, FileNotes]:
        """The notes of earlier passes, by path."""
        found = self._files.list_all()
        self._stamps = {one.path: one.stamp for one in found.values()}
        notes = (unpack_notes(one.path, one.stamp, one.found) for one in found.values())
        return {one.path: one for one in notes if one is not None}

    def is_settled(self, found: Survey) -> bool:
        """Whether the same was found before and all of it taken in, since this program started."""
        return not found.changed and self._settled == _fingerprint(found)

    def keep(self, found: Survey, *, settled: bool) -> None:
        """Remember what was found, and whether all of it was taken in."""
        self._files.save(
            (
                SourceFile(one.path, one.stamp, pack_notes(one))
                for one in found.files
                if one.stamp and self._stamps.get(one.path) != one.stamp
            ),
            gone=self._stamps.keys() - found.places.keys(),
        )
        self._settled = _fingerprint(found) if settled else b""


def _fingerprint(found: Survey) -> bytes:
    written = repr([(one.path, one.stamp) for one in found.files] + [found.unopened])
    return blake2b(written.encode("utf-8", "surrogatepass")).digest()
