"""Leases: at most one worker handles a conversation, and a dead one's work is taken over.

A lease is (owner, epoch, until). Every write of a worker proves owner and epoch; a worker
that froze and wakes up after a takeover finds a newer epoch and can change nothing.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from bot.errors import LeaseLost
from bot.store.conversations import forget_number
from bot.store.events import count_interrupted, lock_conversation
from bot.store.tables import CRISIS, conversation, handoff

LEASE_SECONDS = 30.0
HEAD_START_SECONDS = 30 * 86_400.0  # of danger; more than any text ever waits
CRISIS_SECONDS = 3600.0  # so long after it began what is due in a crisis goes before others

# Built once, as in events.py.
_FREE = or_(conversation.c.lease_until.is_(None), conversation.c.lease_until < bindparam("at"))
_DUE = (
    select(conversation.c.id, conversation.c.due_at, conversation.c.lease_epoch, conversation.c.lease_owner)
    .where(conversation.c.due_at <= bindparam("at"), _FREE)
    .order_by(conversation.c.due_at, conversation.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CRISES = select(handoff.c.conversation_id).where(
    CRISIS,
    handoff.c.opened_at > bindparam("since"),
    handoff.c.closed_at.is_(None),
)
_CRISES_DUE = _DUE.where(conversation.c.id.in_(_CRISES))
_ANY_DUE = select(conversation.c.id).where(conversation.c.due_at <= bindparam("at"), _FREE).limit(1)
_TAKE = (
    update(conversation)
    .where(conversation.c.id.in_(bindparam("these", expanding=True)))
    .values(lease_owner=bindparam("owner"), lease_until=bindparam("until"), lease_epoch=conversation.c.lease_epoch + 1)
)
_FREED = (
    update(conversation)
    .where(conversation.c.id == bindparam("own"))
    .values(lease_owner=None, lease_until=None, due_at=bindparam("due"))
    .returning(conversation.c.erased_at)
)
_PUT_OFF = (
    update(conversation)
    .where(conversation.c.id == bindparam("own"))
    .values(lease_owner=None, lease_until=bindparam("until"))
)
_RENEW = (
    update(conversation)
    .where(
        conversation.c.id == bindparam("own"),
        conversation.c.lease_owner == bindparam("owner"),
        conversation.c.lease_epoch == bindparam("epoch"),
    )
    .values(lease_until=bindparam("until"))
)


@dataclass(frozen=True)
class Lease:
    """The right to handle one conversation until ``until`` (epoch seconds).

    ``since`` is the same moment's beginning on this process's steady clock, which nobody can set.
    """

    conversation_id: int
    owner: str
    epoch: int
    until: float
    since: float = field(default_factory=time.monotonic, compare=False)


def claim_due(
    connection: Connection, owner: str, limit: int, now: float, seconds: float = LEASE_SECONDS
) -> list[Lease]:
    """Lease up to ``limit`` conversations that are due and free, those that waited longest first.

    When more may wait than are taken, what is due in a crisis (the next alert, a coach's step) goes before
    all but the texts of danger.
    """
    due = connection.execute(_DUE, {"at": now, "most": limit}).all()
    if len(due) == limit:
        crises = connection.execute(_CRISES_DUE, {"at": now, "most": limit, "since": now - CRISIS_SECONDS}).all()
        due = _crises_first(due, crises, now)[:limit]
    leases = [Lease(found.id, owner, found.lease_epoch + 1, now + seconds) for found in due]
    for found in due:
        if found.lease_owner is not None:
            count_interrupted(connection, found.id, now)
    if due:
        connection.execute(_TAKE, {"these": [found.id for found in due], "owner": owner, "until": now + seconds})
    return leases


def _crises_first(due: Sequence[Any], crises: Sequence[Any], now: float) -> list[Any]:
    urgent = {row.id for row in crises}
    ahead = now - HEAD_START_SECONDS / 2  # texts of danger are dated so far back
    rows = {row.id: row for row in (*due, *crises)}
    return sorted(rows.values(), key=lambda row: (row.due_at > ahead, row.id not in urgent, row.due_at, row.id))


def something_due(connection: Connection, now: float) -> bool:
    """Whether :func:`claim_due` would find anything; a read, for quiet moments."""
    return connection.execute(_ANY_DUE, {"at": now}).first() is not None


def prove(connection: Connection, lease: Lease, now: float, also: frozenset[int] = frozenset()) -> Lease:
    """Lock the row, check that the lease is still ours and renew it, all at once. Raises :class:`LeaseLost`.

    ``also`` are other conversations that this transaction will write to: all rows are locked
    in the order of their ids, so that two workers can never wait for each other.
    """
    others = also - {lease.conversation_id}
    for own in sorted({lease.conversation_id, *others}) if others else ():
        lock_conversation(connection, own)
    renewed = Lease(lease.conversation_id, lease.owner, lease.epoch, now + LEASE_SECONDS)
    proof = {"own": lease.conversation_id, "owner": lease.owner, "epoch": lease.epoch, "until": renewed.until}
    if connection.execute(_RENEW, proof).rowcount == 0:
        raise LeaseLost("Another worker has taken this conversation over; nothing was saved.")
    return renewed


def put_off(connection: Connection, lease: Lease, until: float) -> None:
    """Give the conversation back, nobody's until ``until``, and then in the place in line that it had.

    A few seconds only: what comes in meanwhile waits for them too. The caller has proved the lease in
    the same transaction. Were it made due anew instead, danger would wait behind a whole pile.
    """
    connection.execute(_PUT_OFF, {"own": lease.conversation_id, "until": until})


def free(connection: Connection, lease: Lease, due: float | None) -> None:
    """Give the conversation back, due again at ``due``, for a caller who has just looked what is next."""
    freed = connection.execute(_FREED, {"own": lease.conversation_id, "due": due}).scalar_one()
    if freed is not None:
        forget_number(connection, lease.conversation_id)


def free_own(connection: Connection, owner: str, now: float) -> int:
    """Free what a former life of the worker ``owner`` held; returns how many conversations."""
    held = connection.execute(select(conversation.c.id).where(conversation.c.lease_owner == owner)).scalars().all()
    for conversation_id in held:
        # It may be this very conversation that ended the former life.
        count_interrupted(connection, conversation_id, now)
    return connection.execute(
        update(conversation).where(conversation.c.lease_owner == owner).values(lease_owner=None, lease_until=None)
    ).rowcount
