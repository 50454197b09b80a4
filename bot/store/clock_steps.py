"""What a clock that was set back leaves behind: times that are still to come, though their work is due.

Due times and leases are written by the clock of their moment. When it is set back by an hour,
everything written before would wait for that hour. Here such times are found by what cannot be:
a text that is due later than now, a lease longer than any lease, an event made in the future.
"""

from __future__ import annotations

from sqlalchemy import Connection, or_, select, update

from bot.store.dialect import notify_due
from bot.store.leases import LEASE_SECONDS
from bot.store.tables import conversation, event, message

SLACK = 1.0  # seconds: clocks of several machines are never quite the same
LONGEST_PAUSE = 60.0  # before a text that the carrier did not take is tried again


def mend_times(connection: Connection, now: float) -> int:
    """Bring what waits for a time that was never meant back to ``now``; how many conversations it was.

    A timer made in the future rings after its own length from now: no timer waits longer than twice its time.
    """
    waiting = event.c.handled_at.is_(None)
    made_later = waiting & (event.c.created_at > now + SLACK)
    due_later = waiting & (event.c.kind != "timer") & (event.c.due_at > now + SLACK)
    send_later = message.c.next_try_at > now + LONGEST_PAUSE + SLACK
    # Receipts and answers that a worker waits out (a look-up, a pause) are short and end by themselves.
    events = select(event.c.conversation_id).where(or_(made_later, due_later))
    texts = select(message.c.conversation_id).where(send_later)
    late = conversation.c.due_at > now + SLACK
    found = connection.execute(
        select(conversation.c.id).where(late, or_(conversation.c.id.in_(events), conversation.c.id.in_(texts)))
    )
    ids = sorted(found.scalars())
    length = event.c.due_at - event.c.created_at
    connection.execute(update(event).where(made_later).values(due_at=now + length, created_at=now))
    connection.execute(update(event).where(due_later).values(due_at=now))
    connection.execute(update(message).where(send_later).values(next_try_at=now))
    long = conversation.c.lease_until > now + LEASE_SECONDS + SLACK
    connection.execute(update(conversation).where(long).values(lease_until=now + LEASE_SECONDS))
    connection.execute(update(conversation).where(conversation.c.id.in_(ids)).values(due_at=now))
    notify_due(connection)
    return len(ids)
