"""The tables of shifts: weekly ones, days off, extra shifts and holidays. Times are wall-clock minutes."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from bot.store.metadata import metadata
from bot.store.tables import Id

coach_shift = Table(
    "coach_shift",
    metadata,
    Column("id", Id, primary_key=True),
    Column("coach_id", Id, ForeignKey("coach.id", ondelete="CASCADE"), nullable=False),
    Column("weekday", Integer, nullable=False),  # 0 is Monday
    Column("starts", Integer, nullable=False),  # minutes after midnight on the clock of coach.zone
    Column("ends", Integer, nullable=False),  # over 1440: the next morning
)
Index("ix_coach_shift_coach", coach_shift.c.coach_id)

# What differs from the week on one day. Without times it is a day off, with times an extra shift.
duty_exception = Table(
    "duty_exception",
    metadata,
    Column("id", Id, primary_key=True),
    Column("coach_id", Id, ForeignKey("coach.id", ondelete="CASCADE")),  # none: a holiday, for everybody
    Column("day", String(10), nullable=False),  # 2026-12-25
    Column("starts", Integer),
    Column("ends", Integer),
    Column("name", String(40)),  # of a holiday
)
Index("ix_duty_exception_day", duty_exception.c.day)
