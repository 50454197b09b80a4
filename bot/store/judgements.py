"""What reviewers say of single texts, and the queue of texts to learn from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from bot.privacy import Vault
from bot.store.events import lock_conversation
from bot.store.review_tables import judgement
from bot.store.tables import UNSURE_NOTED, conversation, journal, message
from bot.teaching.correction import Correction, correction_of

WAITS, TAUGHT, SET_ASIDE, DONE = "waits", "taught", "set_aside", "done"
NOT_SURE = 3  # after every correction
SHOWN = 30


@dataclass(frozen=True)
class Judgement:
    """A reviewer's word on one text. ``should`` is ``None`` when it was understood rightly. ``at``: epoch seconds."""

    message_id: int
    agrees: bool
    should: Correction | None
    state: str
    staff_id: int
    at: float


@dataclass(frozen=True)
class Waiting:
    """A text that waits for a reviewer. ``urgency`` is of ``teaching.correction``, or :data:`NOT_SURE`."""

    message_id: int
    conversation_id: int
    urgency: int
    at: float
    body: str
    should: Correction | None


def save_judgement(
    connection: Connection,
    vault: Vault,
    message_id: int,
    conversation_id: int,
    staff_id: int,
    should: Correction | None,
    urgency: int,
    now: float,
) -> None:
    """A reviewer's word; one said before is replaced. Without ``should`` the text was understood rightly."""
    drop_judgement(connection, message_id)
    connection.execute(
        judgement.insert().values(
            message_id=message_id,
            conversation_id=conversation_id,
            staff_id=staff_id,
            at=now,
            agrees=should is None,
            should_sealed=vault.seal_json(should.as_values()) if should else None,
            urgency=urgency,
            state=WAITS if should else DONE,
        )
    )


def drop_judgement(connection: Connection, message_id: int) -> None:
    """The word is taken back."""
    connection.execute(delete(judgement).where(judgement.c.message_id == message_id))


def set_state(connection: Connection, message_id: int, state: str) -> None:
    """What became of a correction in the queue."""
    connection.execute(update(judgement).where(judgement.c.message_id == message_id).values(state=state))


def judgements_of(connection: Connection, vault: Vault, conversation_id: int) -> dict[int, Judgement]:
    """Every word on texts of one conversation, by the text's id."""
    rows = connection.execute(select(judgement).where(judgement.c.conversation_id == conversation_id))
    return {
        row.message_id: Judgement(
            row.message_id,
            row.agrees,
            correction_of(vault.open_json(row.should_sealed)) if row.should_sealed else None,
            row.state,
            row.staff_id,
            row.at,
        )
        for row in rows
    }


def lock_judgement(connection: Connection, vault: Vault, conversation_id: int, message_id: int) -> Judgement | None:
    """The word on one text as it is now; nobody else says one before this transaction ends."""
    lock_conversation(connection, conversation_id)
    return judgements_of(connection, vault, conversation_id).get(message_id)


def queue(connection: Connection, vault: Vault, limit: int = SHOWN) -> list[Waiting]:
    """What waits: missed dangers first, then other corrections, then what the assistant was not sure of."""
    found = _corrected(connection, vault, limit)
    return [*found, *_unsure(connection, vault, limit - len(found))] if len(found) < limit else found


def queue_counts(connection: Connection) -> tuple[int, int]:
    """How many corrections wait, and how many of them are missed dangers."""
    waits = select(judgement.c.urgency, func.count()).where(judgement.c.state == WAITS).group_by(judgement.c.urgency)
    counts = {row[0]: row[1] for row in connection.execute(waits)}
    return sum(counts.values()), counts.get(0, 0)


def _corrected(connection: Connection, vault: Vault, limit: int) -> list[Waiting]:
    rows = connection.execute(
        select(judgement, message.c.body_sealed)
        .join(message, message.c.id == judgement.c.message_id)
        .where(judgement.c.state == WAITS)
        .order_by(judgement.c.urgency, judgement.c.at)
        .limit(limit)
    )
    return [
        Waiting(
            row.message_id,
            row.conversation_id,
            row.urgency,
            row.at,
            vault.open(row.body_sealed) if row.body_sealed else "",
            correction_of(vault.open_json(row.should_sealed)) if row.should_sealed else None,
        )
        for row in rows
    ]


def _unsure(connection: Connection, vault: Vault, limit: int) -> list[Waiting]:
    rows = connection.execute(
        select(message.c.id, message.c.conversation_id, message.c.created_at, message.c.body_sealed)
        .join(journal, journal.c.message_id == message.c.id)
        .join(conversation, conversation.c.id == message.c.conversation_id)
        .outerjoin(judgement, judgement.c.message_id == message.c.id)
        .where(UNSURE_NOTED, judgement.c.message_id.is_(None), conversation.c.opted_out_at.is_(None))
        .order_by(journal.c.id.desc())
        .limit(limit)
    )
    return [
        Waiting(
            row.id,
            row.conversation_id,
            NOT_SURE,
            row.created_at,
            vault.open(row.body_sealed) if row.body_sealed else "",
            None,
        )
        for row in rows
    ]
