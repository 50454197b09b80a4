"""Shifts, days off, extra shifts and holidays, as rows and as schedules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, delete, select, update

from bot.desk.schedule import ExtraShift, Schedule, Shift
from bot.store.duty_tables import coach_shift, duty_exception
from bot.store.tables import coach


def schedules_of(connection: Connection, zones: dict[int, str | None]) -> dict[int, Schedule]:
    """The schedules of coaches, by id. ``zones``: the zone of each; who has none has no schedule."""
    with_schedule = {coach_id: zone for coach_id, zone in zones.items() if zone}
    if not with_schedule:
        return {}
    weekly: defaultdict[int, list[Shift]] = defaultdict(list)
    for row in connection.execute(select(coach_shift).where(coach_shift.c.coach_id.in_(with_schedule))):
        weekly[row.coach_id].append(Shift(row.weekday, row.starts, row.ends))
    extra: defaultdict[int, list[ExtraShift]] = defaultdict(list)
    off: defaultdict[int | None, set[date]] = defaultdict(set)
    for row in connection.execute(select(duty_exception)):
        day = date.fromisoformat(row.day)
        if row.starts is None:
            off[row.coach_id].add(day)
        else:
            extra[row.coach_id].append(ExtraShift(day, row.starts, row.ends))
    return {
        one: Schedule(zone, tuple(sorted(weekly[one])), tuple(sorted(extra[one])), frozenset(off[one] | off[None]))
        for one, zone in with_schedule.items()
    }


def set_week(connection: Connection, coach_id: int, shifts: Iterable[Shift], zone: str | None) -> None:
    """Replace the weekly shifts of a coach. Without a zone the schedule ends: on duty at any hour when on call."""
    connection.execute(delete(coach_shift).where(coach_shift.c.coach_id == coach_id))
    for shift in shifts:
        connection.execute(
            coach_shift.insert().values(coach_id=coach_id, weekday=shift.weekday, starts=shift.starts, ends=shift.ends)
        )
    if zone is None:
        connection.execute(delete(duty_exception).where(duty_exception.c.coach_id == coach_id))
    connection.execute(update(coach).where(coach.c.id == coach_id).values(zone=zone, back_until=None))


def add_days_off(connection: Connection, coach_id: int | None, days: Sequence[date], name: str | None = None) -> None:
    """Days without weekly shifts, for one coach or (``None``) for everybody. Said twice is once."""
    remove_days_off(connection, coach_id, days)
    for day in days:
        connection.execute(duty_exception.insert().values(coach_id=coach_id, day=day.isoformat(), name=name))


def remove_days_off(connection: Connection, coach_id: int | None, days: Sequence[date]) -> int:
    """How many of these days were days off."""
    return connection.execute(
        delete(duty_exception).where(
            duty_exception.c.coach_id.is_(None) if coach_id is None else duty_exception.c.coach_id == coach_id,
            duty_exception.c.starts.is_(None),
            duty_exception.c.day.in_([day.isoformat() for day in days]),
        )
    ).rowcount


def add_extra_shift(connection: Connection, coach_id: int, shift: ExtraShift) -> None:
    connection.execute(
        duty_exception.insert().values(
            coach_id=coach_id, day=shift.day.isoformat(), starts=shift.starts, ends=shift.ends
        )
    )


def remove_extra_shifts(connection: Connection, coach_id: int, day: date) -> int:
    """How many extra shifts of that day were there."""
    return connection.execute(
        delete(duty_exception).where(
            duty_exception.c.coach_id == coach_id,
            duty_exception.c.starts.is_not(None),
            duty_exception.c.day == day.isoformat(),
        )
    ).rowcount


def holidays(connection: Connection) -> list[tuple[date, str]]:
    """Everybody's days off with their names, oldest first."""
    rows = connection.execute(
        select(duty_exception.c.day, duty_exception.c.name)
        .where(duty_exception.c.coach_id.is_(None))
        .order_by(duty_exception.c.day)
    )
    return [(date.fromisoformat(row.day), row.name or "") for row in rows]
