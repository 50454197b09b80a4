"""What a clock that was set back leaves behind: times that are still to come, though their work is due.

Due times and leases are written by the clock of their moment. When it is set back by an hour,
everything written before would wait for that hour. Here such times are found by what cannot be:
a text that is due later than now, a lease longer than any lease, an event made in the future.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, or_, select, update

from bot.store.dialect import notify_due
from bot.store.leases import LEASE_SECONDS
from bot.store.tables import conversation, event, message

SLACK = 1.0  # seconds: clocks of several machines are never quite the same
LONGEST_PAUSE = 60.0  # before a text that the carrier did not take is tried again
AT_ONCE = 1000  # conversations in one statement


def mend_times(connection: Connection, now: float) -> int:
    """Bring what waits for a time that was never meant back to ``now``; how many conversations it was.

    A timer made in the future rings after its own length from now: no timer waits longer than twice its time.
    What is written while this looks is left whole for the next look: half of it mended would never be found again.
    """
    found = sorted(_with_strange_times(connection, now))
    mended = 0
    for start in range(0, len(found), AT_ONCE):
        mended += _mend(connection, found[start : start + AT_ONCE], now)
    long = conversation.c.lease_until > now + LEASE_SECONDS + SLACK
    connection.execute(update(conversation).where(long).values(lease_until=now + LEASE_SECONDS))
    notify_due(connection)
    return mended


def _made_later(now: float) -> ColumnElement[bool]:
    return event.c.handled_at.is_(None) & (event.c.created_at > now + SLACK)


def _due_later(now: float) -> ColumnElement[bool]:
    return event.c.handled_at.is_(None) & (event.c.kind != "timer") & (event.c.due_at > now + SLACK)


def _send_later(now: float) -> ColumnElement[bool]:
    # Receipts and answers that a worker waits out (a look-up, a pause) are short and end by themselves.
    return message.c.next_try_at > now + LONGEST_PAUSE + SLACK


def _with_strange_times(connection: Connection, now: float) -> set[int]:
    events = select(event.c.conversation_id).where(or_(_made_later(now), _due_later(now)))
    texts = select(message.c.conversation_id).where(_send_later(now))
    return {*connection.execute(events).scalars(), *connection.execute(texts).scalars()}


def _mend(connection: Connection, ids: Sequence[int], now: float) -> int:
    """Those of ``ids``, which are in order: two who lock them can never wait for each other."""
    own = conversation.c.id.in_(ids)
    connection.execute(select(conversation.c.id).where(own).order_by(conversation.c.id).with_for_update())
    length = event.c.due_at - event.c.created_at
    of_event, of_text = event.c.conversation_id.in_(ids), message.c.conversation_id.in_(ids)
    connection.execute(update(event).where(of_event, _made_later(now)).values(due_at=now + length, created_at=now))
    connection.execute(update(event).where(of_event, _due_later(now)).values(due_at=now))
    connection.execute(update(message).where(of_text, _send_later(now)).values(next_try_at=now))
    late = conversation.c.due_at > now + SLACK
    return connection.execute(update(conversation).where(own, late).values(due_at=now)).rowcount
