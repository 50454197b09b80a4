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
        marshal.dump(chunk, self._file)
        self.places += places

    def chunks(self) -> Iterator[Chunk]:
        """Everything that was put, from the beginning."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield marshal.load(self._file)  # noqa: S302  # our own bytes, of this very process
