"""What coaches carried in a stretch of time, as :mod:`bot.desk.load` counts it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from bot.conversation import Coach, Urgency
from bot.desk.load import Held, Load, load_of
from bot.desk.schedule import hours_between
from bot.privacy import Vault
from bot.store.coaches import all_coaches
from bot.store.line_figures import Between
from bot.store.tables import handoff


def loads(
    connection: Connection, vault: Vault, between: Between, now: float, zone: ZoneInfo
) -> list[tuple[Coach, Load]]:
    """Everybody who is a coach now, by name: a list by load would rank people.

    A case counts for the coach who had it last, from the day they took it. Hours follow the schedule as it is now.
    """
    row = handoff.c
    rows = connection.execute(
        select(row.taken_at, row.holder_id, row.urgency, row.closed_at).where(
            row.taken_at >= between[0], row.taken_at < between[1], row.holder_id.is_not(None)
        )
    )
    held: dict[int, list[Held]] = {}
    for taken, holder, urgency, closed in rows:
        # Cut at the end of the time: what comes after belongs to the next.
        end = min(closed if closed is not None else now, between[1])
        held.setdefault(holder, []).append(Held(taken, max(taken, end), urgency == Urgency.CRISIS))
    found = []
    for coach in sorted(all_coaches(connection, vault), key=lambda one: (one.name.casefold(), one.id)):
        hours = hours_between(coach.schedule, *between) if coach.schedule is not None else None
        found.append((coach, load_of(held.get(coach.id, ()), hours, zone)))
    return found
