"""Handoffs: the open case of a conversation, and the desk's board of all open cases."""

from __future__ import annotations

import secrets
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from bot.conversation import BoardCase, Case, CaseState, HeldBack, Urgency
from bot.outcome import CaseResult
from bot.privacy import Vault
from bot.store.tables import handoff

# No vowels and nothing that looks alike: codes are read aloud and typed with a thumb.
CODE_LETTERS = "BCDFGHJKMPRTWX"
CODE_DIGITS = "2346789"
CODE_LOCK = 0x636F6465  # any number: who opens a case sees the codes of all that were opened before

# Built once, as in events.py: every text asks for it.
_OPEN_CASE = select(handoff).where(handoff.c.conversation_id == bindparam("own"), handoff.c.closed_at.is_(None))


def case_of_row(vault: Vault, row: Row[Any]) -> Case:
    """A row of ``handoff`` as a value."""
    held_back = vault.open_json(row.held_back_sealed) if row.held_back_sealed else None
    return Case(
        id=row.id,
        code=row.code,
        state=CaseState(row.state),
        urgency=Urgency(row.urgency),
        reason=row.reason,
        opened_at=row.opened_at,
        holder_id=row.holder_id,
        rung=row.rung,
        alerted=_ids(row.alerted),
        passed=_ids(row.passed),
        told=row.told,
        taken_at=row.taken_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
        on_web=row.on_web,
        offered_to=row.offered_to,
        waits_since=row.waits_since,
        reminded=row.reminded,
        held_back=HeldBack(held_back["body"], tuple(held_back["why"]), held_back["at"]) if held_back else None,
    )


def _ids(column: str) -> tuple[int, ...]:
    return tuple(int(part) for part in column.split(",") if part)


def open_case_of(connection: Connection, vault: Vault, conversation_id: int) -> Case | None:
    row = connection.execute(_OPEN_CASE, {"own": conversation_id}).one_or_none()
    return case_of_row(vault, row) if row else None


def cases_of(connection: Connection, vault: Vault, conversation_id: int) -> list[Case]:
    """Every case of a conversation, oldest first."""
    rows = connection.execute(
        select(handoff).where(handoff.c.conversation_id == conversation_id).order_by(handoff.c.id)
    )
    return [case_of_row(vault, row) for row in rows]


def conversation_of_code(connection: Connection, code: str) -> int | None:
    """The conversation of the newest case with this code."""
    found: int | None = connection.execute(
        select(handoff.c.conversation_id).where(handoff.c.code == code.upper()).order_by(handoff.c.id.desc()).limit(1)
    ).scalar_one_or_none()
    return found


def board(connection: Connection) -> tuple[BoardCase, ...]:
    """All open cases: crisis first, then those that wait longest."""
    rows = connection.execute(
        select(handoff)
        .where(handoff.c.closed_at.is_(None))
        .order_by(handoff.c.urgency, handoff.c.opened_at, handoff.c.id)
    )
    return tuple(map(board_case_of_row, rows))


def board_case_of_row(row: Row[Any]) -> BoardCase:
    """The case as the board shows it, of a row with the columns of ``handoff``."""
    return BoardCase(
        row.id,
        row.code,
        row.conversation_id,
        CaseState(row.state),
        Urgency(row.urgency),
        row.holder_id,
        row.opened_at,
        row.on_web,
        row.offered_to,
        row.reason,
    )


def holds_another(connection: Connection, coach_id: int, conversation_id: int) -> bool:
    """Whether the coach holds a case of somebody else by text: their words must have one way to go."""
    open_ = handoff.c.closed_at.is_(None) & (handoff.c.holder_id == coach_id) & ~handoff.c.on_web
    found = connection.execute(select(handoff.c.id).where(open_, handoff.c.conversation_id != conversation_id).limit(1))
    return found.first() is not None


def save_case(connection: Connection, vault: Vault, conversation_id: int, case: Case) -> Case:
    """Insert (``id`` 0) or update; returns the case with its id and code."""
    values = {
        "conversation_id": conversation_id,
        "state": case.state,
        "urgency": case.urgency,
        "reason": case.reason,
        "holder_id": case.holder_id,
        "rung": case.rung,
        "alerted": ",".join(map(str, case.alerted)),
        "passed": ",".join(map(str, case.passed)),
        "told": case.told,
        "opened_at": case.opened_at,
        "taken_at": case.taken_at,
        "closed_at": case.closed_at,
        "outcome": case.outcome,
        "on_web": case.on_web,
        "offered_to": case.offered_to,
        "waits_since": case.waits_since,
        "reminded": case.reminded,
        "held_back_sealed": vault.seal_json(asdict(case.held_back)) if case.held_back else None,
    }
    if case.id:
        connection.execute(update(handoff).where(handoff.c.id == case.id).values(values))
        return case
    code = _free_code(connection)
    made: int = connection.execute(handoff.insert().values(code=code, **values).returning(handoff.c.id)).scalar_one()
    return replace(case, id=made, code=code)


def save_result(connection: Connection, conversation_id: int, result: CaseResult) -> None:
    """Add what became known of a closed case of this conversation."""
    known = {"outcome": result.outcome, "helped": result.helped}
    values = {name: value for name, value in known.items() if value is not None}
    where = [handoff.c.id == result.case_id, handoff.c.conversation_id == conversation_id]
    if result.by_coach is not None:
        where.append(handoff.c.holder_id == result.by_coach)
    connection.execute(update(handoff).where(*where, handoff.c.closed_at.is_not(None)).values(values))


def codes_closed_since(connection: Connection, at: float) -> frozenset[str]:
    return frozenset(connection.execute(select(handoff.c.code).where(handoff.c.closed_at >= at)).scalars())


def _free_code(connection: Connection) -> str:
    """A code that no open case has: a letter and two digits, longer when those run out."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(CODE_LOCK)))
    digits = 2
    while True:
        for _ in range(20):
            code = secrets.choice(CODE_LETTERS) + "".join(secrets.choice(CODE_DIGITS) for _ in range(digits))
            taken = connection.execute(
                select(handoff.c.id).where(handoff.c.code == code, handoff.c.closed_at.is_(None))
            ).first()
            if taken is None:
                return code
        digits += 1
