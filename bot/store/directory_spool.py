"""Rows that wait until a whole source was read and judged: a temporary file, gone when closed."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from typing import Self

from bot.store.directory_write import Chunk


class Spool:
    """Use as a context manager. What :meth:`put` takes, :meth:`chunks` gives back, as often as asked."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed by __exit__
        self.places = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, chunk: Chunk, places: int) -> None:
        """Keep the rows of ``places`` places."""
        packed = marshal.dumps(chunk)
        self._file.write(len(packed).to_bytes(8, "big") + packed)
        self.places += places

    def chunks(self) -> Iterator[Chunk]:
        """Everything that was put, from the beginning."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            # At one go: from a file, marshal asks for every single value on its own.
            size = int.from_bytes(self._file.read(8), "big")
            yield marshal.loads(self._file.read(size))  # noqa: S302  # our own bytes, of this very process
