"""Peer coaches and their duty."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from bot.conversation import Coach
from bot.outcome import CoachChange
from bot.privacy import Vault
from bot.store.conversations import conversation_for
from bot.store.tables import coach, handoff


def _coaches() -> Select[Any]:
    cases = (
        select(func.count())
        .where(handoff.c.holder_id == coach.c.id, handoff.c.closed_at.is_(None))
        .correlate(coach)
        .scalar_subquery()
    )
    return select(coach, cases.label("open_cases"))


# Built once, as in events.py: every text asks for it.
_BY_CONVERSATION = _coaches().where(coach.c.conversation_id == bindparam("own"), coach.c.active)


def _open(vault: Vault, row: Row[Any]) -> Coach:
    return Coach(
        row.id,
        row.conversation_id,
        vault.open(row.name_sealed),
        tuple(row.languages.split(",")),
        row.active,
        row.on_call,
        row.away,
        row.open_cases,
        row.last_case_at,
    )


def all_coaches(connection: Connection, vault: Vault) -> tuple[Coach, ...]:
    """Every coach who still is one, in the order they were added."""
    rows = connection.execute(_coaches().where(coach.c.active).order_by(coach.c.id))
    return tuple(_open(vault, row) for row in rows)


def coach_by_id(connection: Connection, vault: Vault, coach_id: int) -> Coach | None:
    row = connection.execute(_coaches().where(coach.c.id == coach_id)).one_or_none()
    return _open(vault, row) if row else None


def coach_by_conversation(connection: Connection, vault: Vault, conversation_id: int) -> Coach | None:
    """The active coach whose phone this conversation is."""
    row = connection.execute(_BY_CONVERSATION, {"own": conversation_id}).one_or_none()
    return _open(vault, row) if row else None


def add_coach(
    connection: Connection, vault: Vault, name: str, phone: str, languages: tuple[str, ...], on_call: bool, now: float
) -> int:
    """Add a coach, or bring one back with new data if the phone is known as a coach's."""
    conversation_id = conversation_for(connection, vault, phone, now)
    values = {
        "name_sealed": vault.seal(name),
        "languages": ",".join(languages),
        "active": True,
        "on_call": on_call,
        "away": False,
    }
    known: int | None = connection.execute(
        select(coach.c.id).where(coach.c.conversation_id == conversation_id)
    ).scalar_one_or_none()
    if known is not None:
        connection.execute(update(coach).where(coach.c.id == known).values(values))
        return known
    made: int = connection.execute(
        coach.insert().values(conversation_id=conversation_id, created_at=now, **values).returning(coach.c.id)
    ).scalar_one()
    return made


def change_coach(connection: Connection, change: CoachChange) -> None:
    values = {
        name: value
        for name, value in (
            ("on_call", change.on_call),
            ("away", change.away),
            ("last_case_at", change.last_case_at),
        )
        if value is not None
    }
    if values:
        connection.execute(update(coach).where(coach.c.id == change.coach_id).values(values))


def deactivate(connection: Connection, coach_id: int) -> None:
    """From now on this phone is no coach's."""
    connection.execute(update(coach).where(coach.c.id == coach_id).values(active=False, on_call=False))
