"""Which texts the carrier is to forget, and when it is asked to."""

from __future__ import annotations

from itertools import takewhile

from sqlalchemy import ColumnElement, Connection, delete, func, literal, select, update

from bot.delivery import is_text_sid
from bot.store.dialect import insert_new
from bot.store.keeping_tables import redaction, redaction_mark
from bot.store.tables import message

BATCH = 500
SOONEST_SECONDS, LATEST_SECONDS = 60.0, 24 * 3600.0  # between two tries of the same text


def redact_later(connection: Connection, which: ColumnElement[bool], now: float) -> None:
    """Have the carrier forget those texts whose rows go away now. Those it has forgotten do no harm."""
    rows = connection.execute(select(message.c.sid).where(which, message.c.sid.is_not(None))).scalars().all()
    _add(connection, list(rows), now)


def redact_lost(connection: Connection, message_id: int, sid: str, now: float) -> None:
    """A text that was erased while it was on its way has reached the carrier: it forgets that one too."""
    if connection.execute(select(message.c.id).where(message.c.id == message_id)).first() is None:
        _add(connection, [sid], now)


def redact_old(connection: Connection, before: float, now: float) -> int:
    """Put the next texts from before ``before`` (epoch seconds) on the list; how many were looked at."""
    mark = connection.execute(select(redaction_mark.c.message_id).with_for_update()).scalar_one_or_none()
    if mark is None:
        connection.execute(redaction_mark.insert().values(id=1, message_id=0))
    # What waits to go out, or has no receipt after days, is behind the mark all the same: it has an id at the carrier.
    next_ones = (
        select(message.c.id, message.c.sid, message.c.created_at)
        .where(message.c.id > (mark or 0))
        .order_by(message.c.id)
        .limit(BATCH)
    )
    # Up to the first young one, and no search for old ones behind it, which would read a month of texts each minute.
    # Numbers follow time; a text that was dated ahead by a wrong clock holds up the rest for as long as it was wrong.
    rows = list(takewhile(lambda row: row.created_at < before, connection.execute(next_ones).all()))
    if rows:
        _add(connection, [row.sid for row in rows if row.sid], now)
        connection.execute(update(redaction_mark).values(message_id=rows[-1].id))
    return len(rows)


def next_redactions(connection: Connection, now: float, count: int) -> list[str]:
    """The sids whose turn it is, the oldest first."""
    due = select(redaction.c.sid).where(redaction.c.due_at <= now).order_by(redaction.c.due_at).limit(count)
    return list(connection.execute(due).scalars())


def redacted(connection: Connection, sid: str) -> None:
    connection.execute(delete(redaction).where(redaction.c.sid == sid))


def redaction_failed(connection: Connection, sid: str, now: float) -> None:
    """Try again, less and less often; it stays on the list until the carrier has forgotten."""
    tried = select(redaction.c.attempts).where(redaction.c.sid == sid)
    attempts = connection.execute(tried).scalar_one_or_none() or 0
    wait = min(LATEST_SECONDS, SOONEST_SECONDS * 2.0 ** min(attempts, 20))
    later = {"attempts": attempts + 1, "due_at": now + wait}
    connection.execute(update(redaction).where(redaction.c.sid == sid).values(later))


def redactions_waiting(connection: Connection) -> int:
    count: int = connection.execute(select(func.count(literal(1))).select_from(redaction)).scalar_one()
    return count


def _add(connection: Connection, sids: list[str], now: float) -> None:
    for sid in sids:
        if is_text_sid(sid):
            # Another process may put the same one on the list in the same moment.
            insert_new(connection, redaction, "sid", {"sid": sid, "due_at": now})
