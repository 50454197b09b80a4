"""A case's history: one line in the journal for every change of its state, its urgency or its holder."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.conversation import Case, CaseState, Urgency
from bot.outcome import Outcome
from bot.privacy import Vault
from bot.store.tables import journal

STEP = "case_step"  # the journal's kind


@dataclass(frozen=True)
class CaseStep:
    """The case ``code`` became this at ``at`` (epoch seconds)."""

    at: float
    code: str
    state: CaseState
    urgency: Urgency
    holder_id: int | None


def note_step(outcome: Outcome, before: Case | None, now: Case) -> None:
    """Note the step from ``before`` to the saved case ``now``, if it is one."""
    if before is None or (before.state, before.urgency, before.holder_id, before.offered_to) != (
        now.state,
        now.urgency,
        now.holder_id,
        now.offered_to,
    ):
        outcome.note(STEP, code=now.code, state=now.state, urgency=now.urgency, holder=now.holder_id)


def history_of(connection: Connection, vault: Vault, conversation_id: int, code: str) -> list[CaseStep]:
    """All steps of the conversation's cases with this code, oldest first."""
    rows = connection.execute(
        select(journal.c.at, journal.c.detail_sealed)
        .where(journal.c.conversation_id == conversation_id, journal.c.kind == STEP)
        .order_by(journal.c.id)
    )
    steps = [(row.at, vault.open_json(row.detail_sealed)) for row in rows]
    return [
        CaseStep(at, step["code"], CaseState(step["state"]), Urgency(step["urgency"]), step["holder"])
        for at, step in steps
        if step["code"] == code
    ]
