"""Bodies unpacked piece by piece, so that a bomb is noticed before it is in memory."""

from __future__ import annotations

import zlib

_GZIP_OR_ZLIB = 47
_RAW_DEFLATE = -15
_PIECE = 65_536
# A body in one piece has one; those that are appended to have some hundreds.
_MOST_MEMBERS = 1_000
PACKINGS = ("gzip", "deflate")


class TooMuch(Exception):
    """More bytes than the limit, or in far too many parts."""


class Unpacker:
    """Takes the pieces of one body as they arrive, packed by gzip, deflate or not at all.

    Memory stays within `limit` and two pieces. A second gzip member after the first is
    unpacked as well; what follows the last is ignored.
    """

    def __init__(self, packing: str, *, limit: int, cuts: bool = False) -> None:
        """Expect a body in `packing` ("" for plain) of at most `limit` bytes, packed or not.

        Of a larger one the beginning is kept if it `cuts`.
        """
        self._packing = packing
        self._limit = limit
        self._cuts = cuts
        self._is_cut = False
        self._taken = 0
        self._members = 1
        self._body = bytearray()
        self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB) if packing else None

    def take(self, piece: bytes) -> bool:
        """Add the next piece; whether more is wanted.

        Raises:
            TooMuch: there is more than the limit, and it does not cut.
            zlib.error: it is not packed as was said.
        """
        try:
            self._take(piece)
        except TooMuch:
            if not self._cuts:
                raise
            self._is_cut = True
        return not self._is_cut

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            zlib.error: it ends in the middle.
        """
        is_whole = self._inflater is None or self._inflater.eof or not self._taken
        if not (is_whole or self._is_cut):
            reason = "ends early"
            raise zlib.error(reason)
        return bytes(self._body)

    def _take(self, piece: bytes) -> None:
        self._taken += len(piece)
        if self._inflater is None:
            self._add(piece)
        else:
            self._inflate(piece)
        if self._taken > self._limit:
            raise TooMuch

    def _inflate(self, piece: bytes) -> None:
        while piece and self._inflater is not None:
            try:
                self._add(self._inflater.decompress(piece, _PIECE))
            except zlib.error:
                # "deflate" is meant to have zlib's frame, and some servers send it without.
                if self._packing != "deflate" or self._body:
                    raise
                self._packing = "raw"
                self._inflater = zlib.decompressobj(_RAW_DEFLATE)
                continue
            if self._inflater.eof:
                piece = self._inflater.unused_data
                if not piece.startswith(b"\x1f\x8b"):
                    return
                self._members += 1
                if self._members > _MOST_MEMBERS:
                    raise TooMuch
                self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB)
            else:
                piece = self._inflater.unconsumed_tail

    def _add(self, data: bytes) -> None:
        room = self._limit - len(self._body)
        self._body += data[:room]
        if len(data) > room:
            raise TooMuch
