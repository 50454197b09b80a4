"""How many texts were kept and shown, and not answered: too many, blocked, from abroad."""

from __future__ import annotations

from sqlalchemy import Connection, func, literal_column, select

from bot.store.tables import HELD_OFF, journal

_KINDS = ", ".join(f"'{kind}'" for kind in HELD_OFF)  # written out, as in the index that holds only these


def held_off_since(connection: Connection, at: float) -> dict[str, int]:
    """By why, since ``at`` (epoch seconds); every reason is there."""
    rows = connection.execute(
        select(journal.c.kind, func.count().label("texts"))
        .where(literal_column(f"journal.kind IN ({_KINDS})"), journal.c.at >= at)
        .group_by(journal.c.kind)
    )
    return dict.fromkeys(HELD_OFF, 0) | {row.kind: row.texts for row in rows}
