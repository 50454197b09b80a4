"""A coach's clicks as events in the mailbox of the person's conversation, and what came of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from bot.desk.page import ANSWER
from bot.message import Say
from bot.privacy import Vault
from bot.store.events import add_event, lock_conversation
from bot.store.tables import event, journal


@dataclass(frozen=True)
class StepAnswer:
    """What came of a click. ``handled`` is false while its event waits; ``says`` is what the line answers."""

    kind: str
    coach_id: int
    conversation_id: int
    handled: bool
    says: tuple[Say, ...]


def post_step(
    connection: Connection,
    vault: Vault,
    conversation_id: int,
    kind: str,
    payload: Mapping[str, Any],
    key: str,
    now: float,
) -> int:
    """Put a click into the mailbox; the id of its event. The same ``key`` again is the same click.

    ``key`` must be unlike any other person's: who clicks and a random value of the page.
    """
    lock_conversation(connection, conversation_id)
    digest = hashlib.sha256(key.encode()).hexdigest()
    known: int | None = connection.execute(select(event.c.id).where(event.c.key == digest)).scalar_one_or_none()
    if known is not None:
        return known
    return add_event(connection, vault, conversation_id, kind, {**payload, "via": "web"}, now, key=digest)


def is_handled(connection: Connection, event_id: int) -> bool:
    """Whether a worker has dealt with the event. An event that is gone (erased, retained no longer) counts as done."""
    row = connection.execute(select(event.c.handled_at).where(event.c.id == event_id)).one_or_none()
    return row is None or row.handled_at is not None


def step_answer(connection: Connection, vault: Vault, event_id: int) -> StepAnswer | None:
    """What came of a click, ``None`` if there is no such click."""
    row = connection.execute(select(event).where(event.c.id == event_id, event.c.key.is_not(None))).one_or_none()
    if row is None:
        return None
    payload = vault.open_json(row.payload_sealed) if row.payload_sealed else {}
    notes = connection.execute(
        select(journal.c.detail_sealed)
        .where(journal.c.event_id == event_id, journal.c.kind == ANSWER)
        .order_by(journal.c.id)
    ).scalars()
    says = tuple(
        Say(str(name), values) for sealed in notes if sealed for name, values in vault.open_json(sealed).get("says", ())
    )
    return StepAnswer(row.kind, int(payload.get("coach_id", 0)), row.conversation_id, row.handled_at is not None, says)
