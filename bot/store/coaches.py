"""Peer coaches and their duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from bot.conversation import Coach
from bot.delivery import EMAIL
from bot.outcome import CoachChange
from bot.privacy import Vault
from bot.store.conversations import conversation_for, find_conversation
from bot.store.schedules import schedules_of, set_week
from bot.store.tables import coach, conversation, handoff


def _coaches() -> Select[Any]:
    cases = (
        select(func.count())
        .where(handoff.c.holder_id == coach.c.id, handoff.c.closed_at.is_(None))
        .correlate(coach)
        .scalar_subquery()
    )
    return select(coach, cases.label("open_cases"))


# Built once, as in events.py: every text asks for it.
_ALL = _coaches().where(coach.c.active).order_by(coach.c.id)
_BY_ID = _coaches().where(coach.c.id == bindparam("id"))
_BY_CONVERSATION = _coaches().where(coach.c.conversation_id == bindparam("own"), coach.c.active)


def _open(connection: Connection, vault: Vault, rows: Sequence[Row[Any]]) -> tuple[Coach, ...]:
    schedules = schedules_of(connection, {row.id: row.zone for row in rows})
    return tuple(
        Coach(
            row.id,
            row.conversation_id,
            vault.open(row.name_sealed),
            tuple(row.languages.split(",")),
            row.active,
            row.on_call,
            row.away,
            row.open_cases,
            row.last_case_at,
            row.supervisor,
            tuple(topic for topic in row.topics.split(",") if topic),
            row.max_cases,
            schedules.get(row.id),
            row.back_until,
            row.email_conversation_id,
        )
        for row in rows
    )


def all_coaches(connection: Connection, vault: Vault) -> tuple[Coach, ...]:
    """Every coach who still is one, in the order they were added."""
    return _open(connection, vault, connection.execute(_ALL).all())


def coach_by_id(connection: Connection, vault: Vault, coach_id: int) -> Coach | None:
    return _one(connection, vault, _BY_ID, {"id": coach_id})


def coach_by_conversation(connection: Connection, vault: Vault, conversation_id: int) -> Coach | None:
    """The active coach whose phone this conversation is."""
    return _one(connection, vault, _BY_CONVERSATION, {"own": conversation_id})


def coach_by_email(connection: Connection, vault: Vault, email: str) -> Coach | None:
    """The active coach whose alerts go to this e-mail address."""
    own = find_conversation(connection, vault, f"{EMAIL}{email.strip().lower()}")
    coaches = all_coaches(connection, vault) if own is not None else ()
    return next((coach for coach in coaches if coach.email_conversation_id == own), None)


def _one(connection: Connection, vault: Vault, which: Select[Any], values: dict[str, int]) -> Coach | None:
    found = _open(connection, vault, connection.execute(which, values).all())
    return found[0] if found else None


@dataclass(frozen=True)
class Profile:
    """What staff say about a coach. ``topics`` are needs; ``email`` is empty when alerts go by text alone."""

    languages: tuple[str, ...] = ("en",)
    on_call: bool = False
    supervisor: bool = False
    topics: tuple[str, ...] = ()
    max_cases: int = 1
    email: str = ""


def add_coach(
    connection: Connection, vault: Vault, name: str, phone: str, languages: tuple[str, ...], on_call: bool, now: float
) -> int:
    """Add a coach with the least that must be known; see :func:`save_coach`."""
    return save_coach(connection, vault, name, phone, Profile(languages, on_call), now)


def save_coach(connection: Connection, vault: Vault, name: str, phone: str, profile: Profile, now: float) -> int:
    """Add a coach, or bring one back with new data if the phone is known as a coach's. Shifts stay as they are."""
    conversation_id = conversation_for(connection, vault, phone, now)
    values = {
        "name_sealed": vault.seal(name),
        "languages": ",".join(profile.languages),
        "active": True,
        "on_call": profile.on_call,
        "away": False,
        "supervisor": profile.supervisor,
        "topics": ",".join(profile.topics),
        "max_cases": profile.max_cases,
        "email_conversation_id": conversation_for(connection, vault, f"{EMAIL}{profile.email}", now)
        if profile.email
        else None,
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
            ("back_until", change.back_until),
        )
        if value is not None
    }
    if values:
        connection.execute(update(coach).where(coach.c.id == change.coach_id).values(values))


def set_phone(connection: Connection, coach_id: int, conversation_id: int) -> bool:
    """From now on the coach's phone is that of ``conversation_id``; false if it is, or was, another coach's."""
    taken = select(coach.c.id).where(coach.c.conversation_id == conversation_id, coach.c.id != coach_id)
    if connection.execute(taken).first() is not None:
        return False
    connection.execute(update(coach).where(coach.c.id == coach_id).values(conversation_id=conversation_id))
    return True


def deactivate(connection: Connection, coach_id: int, now: float) -> None:
    """From now on this phone is no coach's; their shifts and e-mail address are forgotten."""
    set_week(connection, coach_id, (), None)
    address = select(coach.c.email_conversation_id).where(coach.c.id == coach_id).scalar_subquery()
    connection.execute(
        update(conversation).where(conversation.c.id == address).values(phone_sealed=None, erased_at=now)
    )
    connection.execute(
        update(coach).where(coach.c.id == coach_id).values(active=False, on_call=False, email_conversation_id=None)
    )
