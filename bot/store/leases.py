"""Leases: at most one worker handles a conversation, and a dead one's work is taken over.

A lease is (owner, epoch, until). Every write of a worker proves owner and epoch; a worker
that froze and wakes up after a takeover finds a newer epoch and can change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, or_, select, update

from bot.errors import LeaseLost
from bot.store.conversations import forget_number
from bot.store.events import count_interrupted, next_due
from bot.store.tables import conversation

LEASE_SECONDS = 30.0


@dataclass(frozen=True)
class Lease:
    """The right to handle one conversation until ``until`` (epoch seconds)."""

    conversation_id: int
    owner: str
    epoch: int
    until: float


def claim_due(
    connection: Connection, owner: str, limit: int, now: float, seconds: float = LEASE_SECONDS
) -> list[Lease]:
    """Lease up to ``limit`` conversations that are due and free, those that waited longest first."""
    row = conversation.c
    free = or_(row.lease_until.is_(None), row.lease_until < now)
    due = connection.execute(
        select(row.id, row.lease_epoch, row.lease_owner)
        .where(row.due_at <= now, free)
        .order_by(row.due_at, row.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    leases = [Lease(found.id, owner, found.lease_epoch + 1, now + seconds) for found in due]
    for found in due:
        if found.lease_owner is not None:
            count_interrupted(connection, found.id, now)
    for lease in leases:
        connection.execute(
            update(conversation)
            .where(row.id == lease.conversation_id)
            .values(lease_owner=owner, lease_epoch=lease.epoch, lease_until=lease.until)
        )
    return leases


def something_due(connection: Connection, now: float) -> bool:
    """Whether :func:`claim_due` would find anything; a read, for quiet moments."""
    row = conversation.c
    free = or_(row.lease_until.is_(None), row.lease_until < now)
    return connection.execute(select(row.id).where(row.due_at <= now, free).limit(1)).first() is not None


def prove(connection: Connection, lease: Lease, now: float, also: frozenset[int] = frozenset()) -> Lease:
    """Lock the row, check that the lease is still ours and renew it. Raises :class:`LeaseLost`.

    ``also`` are other conversations that this transaction will write to: all rows are locked
    in the order of their ids, so that two workers can never wait for each other.
    """
    ids = sorted({lease.conversation_id, *also})
    rows = connection.execute(
        select(conversation.c.id, conversation.c.lease_owner, conversation.c.lease_epoch)
        .where(conversation.c.id.in_(ids))
        .order_by(conversation.c.id)
        .with_for_update()
    ).all()
    mine = next((row for row in rows if row.id == lease.conversation_id), None)
    if mine is None or mine.lease_owner != lease.owner or mine.lease_epoch != lease.epoch:
        raise LeaseLost("Another worker has taken this conversation over; nothing was saved.")
    renewed = Lease(lease.conversation_id, lease.owner, lease.epoch, now + LEASE_SECONDS)
    connection.execute(
        update(conversation).where(conversation.c.id == lease.conversation_id).values(lease_until=renewed.until)
    )
    return renewed


def release(connection: Connection, lease: Lease, now: float, not_before: float | None = None) -> bool:
    """Give the conversation back, due again when its next event or text is.

    Returns whether something is due already. The caller has proved the lease in the same
    transaction, so no event can slip in between the look and the write.
    """
    due = next_due(connection, lease.conversation_id)
    forget_number(connection, lease.conversation_id)
    if due is not None and not_before is not None:
        due = max(due, not_before)
    connection.execute(
        update(conversation)
        .where(conversation.c.id == lease.conversation_id)
        .values(lease_owner=None, lease_until=None, due_at=due)
    )
    return due is not None and due <= now


def free_own(connection: Connection, owner: str, now: float) -> int:
    """Free what a former life of the worker ``owner`` held; returns how many conversations."""
    held = connection.execute(select(conversation.c.id).where(conversation.c.lease_owner == owner)).scalars().all()
    for conversation_id in held:
        # It may be this very conversation that ended the former life.
        count_interrupted(connection, conversation_id, now)
    return connection.execute(
        update(conversation).where(conversation.c.lease_owner == owner).values(lease_owner=None, lease_until=None)
    ).rowcount
