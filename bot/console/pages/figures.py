"""The desk in figures: how long people wait for a human, and at which hours they ask."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from bot.console.moments import DAY, exactly, span
from bot.console.visit import Refused, Visit
from bot.conversation import Urgency
from bot.desk.figures import per_hour
from bot.store.desk_figures import asked_per_slot, waits_since

PERIODS = (1, 7, 30, 90)  # days
USUAL = 30
BAR, GAP, HEIGHT = 18, 2, 120  # of the picture, in its own units


@dataclass(frozen=True)
class Bar:
    """One hour of the day. ``x`` to ``height`` place it in the picture."""

    hour: str
    asked: int
    a_day: str
    x: int
    y: int
    height: int


def show(visit: Visit) -> Response:
    """The whole page; figures of everybody are for staff, not for coaches."""
    if not visit.who.sees_all:
        raise Refused(403, "The figures are for staff. Your own cases are on the desk.")
    house, now = visit.console.house, visit.console.now()
    days = next((each for each in PERIODS if str(each) == visit.query("days")), USUAL)
    promises = {Urgency(urgency): seconds for urgency, seconds in house.settings.promises.items()}
    with house.database.read() as connection:
        waits = waits_since(connection, now - days * DAY, now, promises)
        slots = asked_per_slot(connection, now - days * DAY)
    rows = [(urgency, waits[urgency], span(promises[urgency])) for urgency in (Urgency.CRISIS, Urgency.NORMAL)]
    return visit.page(
        "figures.html",
        days=days,
        periods=PERIODS,
        rows=rows,
        asked=sum(each.asked for each in waits.values()),
        bars=_bars(per_hour(slots, house.settings.zone), days),
        width=24 * (BAR + GAP),
        height=HEIGHT,
        zone=house.settings.warmline_timezone,
        exactly=exactly,
    )


def _bars(hours: tuple[int, ...], days: int) -> list[Bar]:
    most = max(hours) or 1
    return [
        Bar(
            hour=f"{hour % 12 or 12} {'am' if hour < 12 else 'pm'}",
            asked=asked,
            a_day=f"{asked / days:.1f}",
            x=hour * (BAR + GAP),
            y=HEIGHT - round(asked / most * HEIGHT),
            height=round(asked / most * HEIGHT),
        )
        for hour, asked in enumerate(hours)
    ]
