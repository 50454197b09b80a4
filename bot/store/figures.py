"""Counts and looks for operators: is the database there, what waits, what is open."""

from __future__ import annotations

from sqlalchemy import Connection, func, literal, select, text
from sqlalchemy.exc import DBAPIError

from bot.store.database import Database
from bot.store.directory_tables import directory_place
from bot.store.staff_tables import staff
from bot.store.tables import coach, conversation, handoff


def database_problem(database: Database) -> str | None:
    """``None`` when the database answers and stores, else the kind of its error.

    That it stores is tried only after a write has failed because it could not.
    """
    try:
        with database.read() as connection:
            connection.execute(select(literal(1)))
        if database.cannot_store is not None:
            database.write(_write_something)
            database.cannot_store = None
    except DBAPIError as error:
        return database.cannot_store or type(error.orig).__name__
    return None


def _write_something(connection: Connection) -> None:
    """One row that every database has, as it is."""
    connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


def open_cases(connection: Connection) -> dict[str, int]:
    """How many cases are open, by urgency."""
    rows = connection.execute(
        select(handoff.c.urgency, func.count()).where(handoff.c.closed_at.is_(None)).group_by(handoff.c.urgency)
    )
    return {row[0]: row[1] for row in rows}


def due_conversations(connection: Connection, now: float) -> int:
    """How many conversations have work that is due."""
    count: int = connection.execute(
        select(func.count()).select_from(conversation).where(conversation.c.due_at <= now)
    ).scalar_one()
    return count


def at_rest(connection: Connection, conversation_id: int, now: float) -> bool:
    """Whether nothing is due in this conversation and no worker has it in hand."""
    row = conversation.c
    return (
        connection.execute(
            select(row.id).where(
                row.id == conversation_id,
                (row.due_at.is_not(None) & (row.due_at <= now)) | row.lease_owner.is_not(None),
            )
        ).first()
        is None
    )


def places_of_sources(connection: Connection) -> dict[str, int]:
    """How many places the directory has, by the source they came from."""
    rows = connection.execute(
        select(directory_place.c.source, func.count())
        .group_by(directory_place.c.source)
        .order_by(directory_place.c.source)
    )
    return {row[0]: row[1] for row in rows}


def ever_had_a_coach(connection: Connection) -> bool:
    """Whether anybody was ever added as a coach, also one who no longer is."""
    return connection.execute(select(coach.c.id).limit(1)).first() is not None


def admins_who_can_sign_in(connection: Connection) -> int:
    """How many administrators have set a password."""
    able = (staff.c.role == "admin") & staff.c.password_hash.is_not(None)
    count: int = connection.execute(select(func.count()).select_from(staff).where(able)).scalar_one()
    return count


def somebody_can_sign_in(connection: Connection) -> bool:
    """Whether any member of staff has set a password."""
    return connection.execute(select(staff.c.id).where(staff.c.password_hash.is_not(None)).limit(1)).first() is not None
