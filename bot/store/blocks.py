"""Blocked numbers: the events that block and unblock, what is kept of a block, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from bot.conversation import Block
from bot.misuse.block import BlockWhy
from bot.privacy import Vault, mask_phone
from bot.store.events import add_event, lock_conversation
from bot.store.tables import conversation, message

# Built once, as in events.py.
_SAVE = update(conversation).where(conversation.c.id == bindparam("own"))


@dataclass(frozen=True)
class BlockedNumber:
    """One row of the list. ``phone`` is masked, and empty after an erasure; ``texts_since`` came after the block."""

    conversation_id: int
    phone: str
    why: BlockWhy
    by: str
    at: float
    texts_since: int


def post_block(connection: Connection, vault: Vault, conversation_id: int, why: BlockWhy, by: str, now: float) -> int:
    """Ask for a block; the id of the event. It takes effect in the order of the conversation's mailbox."""
    lock_conversation(connection, conversation_id)
    return add_event(connection, vault, conversation_id, "block", {"why": why, "by": by}, now)


def post_unblock(connection: Connection, vault: Vault, conversation_id: int, by: str, now: float) -> int:
    """Ask to take a block back; the id of the event."""
    lock_conversation(connection, conversation_id)
    return add_event(connection, vault, conversation_id, "unblock", {"by": by}, now)


def save_block(connection: Connection, conversation_id: int, block: Block | None) -> None:
    """Keep ``block`` beside the person; ``None`` takes it away."""
    values: dict[str, float | str | None] = {"blocked_at": None, "blocked_why": None, "blocked_by": None}
    if block is not None:
        values = {"blocked_at": block.at, "blocked_why": block.why, "blocked_by": block.by}
    connection.execute(_SAVE, {"own": conversation_id, **values})


def blocked_numbers(connection: Connection, vault: Vault, limit: int = 500) -> tuple[BlockedNumber, ...]:
    """The newest ``limit`` blocks, newest first."""
    row = conversation.c
    since = (
        select(func.count())
        .where(message.c.conversation_id == row.id, message.c.direction == "in", message.c.created_at > row.blocked_at)
        .scalar_subquery()
    )
    statement = (
        select(row.id, row.phone_sealed, row.blocked_why, row.blocked_by, row.blocked_at, since.label("since"))
        .where(row.blocked_at.is_not(None))
        .order_by(row.blocked_at.desc(), row.id.desc())
        .limit(limit)
    )
    return tuple(
        BlockedNumber(
            one.id,
            mask_phone(vault.open(one.phone_sealed)) if one.phone_sealed else "",
            BlockWhy(one.blocked_why),
            one.blocked_by,
            one.blocked_at,
            one.since,
        )
        for one in connection.execute(statement)
    )
