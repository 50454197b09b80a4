"""Two imports of one source at a time: the one that would write over what it has not seen is refused.

Every write of an import raises the source's turn by one. An import remembers the turn that it read
beside the places it judges by, and each of its writes proves that nobody else has written since.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update

from bot.directory.report import BrokenFile
from bot.store.dialect import insert_new
from bot.store.directory_tables import directory_source

_OURS = 0x57_4C_44  # what says among all advisory locks of a PostgreSQL database that a source is meant
_ROW = directory_source.c


class ImportOvertaken(BrokenFile):
    """Another import of the same source is under way, or was written since this one looked."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"Another import of {source!r} came in between, so this one was stopped. "
            "Wait until the other one has ended, then import the file again."
        )


class Claim:
    """One import's hold on one source: :meth:`look` where it reads, :meth:`hold` in each transaction that writes."""

    def __init__(self, source: str, format: str, now: float) -> None:
        self._values = {"name": source, "format": format, "imported_at": now}
        self._source = source
        self._seen: int | None = None

    def look(self, connection: Connection) -> None:
        """Remember how often the source was written before."""
        found = select(_ROW.turn).where(_ROW.name == self._source)
        self._seen = connection.execute(found).scalar_one_or_none()

    def hold(self, connection: Connection, digest: str, writes: int) -> None:
        """Note ``digest`` as what the source is, in a transaction of an import that wrote ``writes`` times before.

        Nothing is remembered here, because the transaction may run a second time. Raises
        :class:`ImportOvertaken` where anybody else wrote the source since the look.
        """
        if connection.dialect.name == "postgresql":
            # An import of many places is one long transaction there: nobody waits for its end with a lock in hand.
            own = select(func.pg_try_advisory_xact_lock(_OURS, func.hashtext(self._source)))
            if not connection.execute(own).scalar_one():
                raise ImportOvertaken(self._source)
        turn = (self._seen or 0) + writes
        values = self._values | {"digest": digest, "turn": turn + 1}
        if self._seen is None and not writes:
            held = insert_new(connection, directory_source, "name", values) is not None
        else:
            same = update(directory_source).where(_ROW.name == self._source, _ROW.turn == turn)
            held = connection.execute(same.values(values)).rowcount == 1
        if not held:
            raise ImportOvertaken(self._source)
