"""Are we keeping our promise? Waits by urgency and hour, how cases ended, whether it helped, beside the time before."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from starlette.responses import Response

from bot.console.figures.promise import Compared, compare
from bot.console.figures.stretches import DAYS, Stretch, stretch, this_month, whole_months
from bot.console.looks import note_look
from bot.console.moments import exactly
from bot.console.visit import Refused, Visit
from bot.conversation import Urgency
from bot.desk.figures import HourWaits

URGENCIES = (Urgency.CRISIS, Urgency.NORMAL)
BAR, GAP, HEIGHT = 18, 2, 120  # of the picture, in its own units


@dataclass(frozen=True)
class Bar:
    """One hour of the day. ``x`` to ``height`` place it in the picture; the lowest part, ``late``, waited too long."""

    hour: str
    waits: HourWaits
    a_day: str
    x: int
    y: int
    height: int
    late: int


def show(visit: Visit) -> Response:
    """The whole page; figures of everybody are for staff, not for coaches."""
    wanted, found = _read(visit, "read_figures")
    house = visit.console.house
    rows = [
        (urgency, found.now.waits[urgency], found.before.waits[urgency], exactly(promises_of(visit)[urgency]))
        for urgency in URGENCIES
    ]
    return visit.page(
        "figures.html",
        stretch=wanted,
        periods=periods(visit),
        rows=rows,
        found=found,
        bars=_bars(found.hours, wanted.days),
        width=24 * (BAR + GAP),
        height=HEIGHT,
        zone=house.settings.warmline_timezone,
        exactly=exactly,
        crisis=Urgency.CRISIS,
        normal=Urgency.NORMAL,
    )


def download(visit: Visit) -> Response:
    """The same figures as a CSV file, for staff: small numbers are in it. The report has a file for others."""
    wanted, found = _read(visit, "export_figures")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["figure", "of", "this_time", "time_before"])
    for urgency in URGENCIES:
        now, before = found.now.waits[urgency], found.before.waits[urgency]
        for name in ("asked", "answered", "unanswered", "waiting", "late", "median", "p95"):
            writer.writerow([f"waits_{name}", urgency, getattr(now, name), getattr(before, name)])
    for hour, waits in enumerate(found.hours):
        writer.writerow(["asked_in_hour", hour, waits.asked, ""])
        writer.writerow(["late_in_hour", hour, waits.late, ""])
    ended = dict(found.before.endings.outcomes)
    for outcome in dict.fromkeys((*dict(found.now.endings.outcomes), *ended)):
        writer.writerow(["ended", outcome, dict(found.now.endings.outcomes).get(outcome, 0), ended.get(outcome, 0)])
    both = zip(found.now.endings.helped.scores, found.before.endings.helped.scores, strict=True)
    for score, (now_times, before_times) in enumerate(both, 1):
        writer.writerow(["helped", score, now_times, before_times])
    for name in ("asked", "worked", "failed"):
        writer.writerow(["places", name, getattr(found.now.referrals, name), getattr(found.before.referrals, name)])
    name = f'attachment; filename="figures-{wanted.key.partition("=")[2]}.csv"'
    return Response(out.getvalue(), headers={"Content-Disposition": name}, media_type="text/csv; charset=utf-8")


def stretch_of(visit: Visit) -> Stretch:
    """The time that the address asks for."""
    return stretch(visit.query("days"), visit.query("month"), visit.console.now(), visit.console.house.settings.zone)


def periods(visit: Visit) -> dict[str, str]:
    """The times to choose from, by their part of the address."""
    now, zone = visit.console.now(), visit.console.house.settings.zone
    months = {f"month={this_month(now, zone)}": "This month", f"month={whole_months(now, zone)[0]}": "Last month"}
    return {**{f"days={days}": title for days, title in DAYS.items()}, **months}


def promises_of(visit: Visit) -> dict[Urgency, float]:
    """Seconds within which somebody should have answered."""
    return {Urgency(urgency): seconds for urgency, seconds in visit.console.house.settings.promises.items()}


def for_staff(visit: Visit, action: str) -> None:
    """Refuse others, and note that these figures were read."""
    if not visit.who.sees_all:
        raise Refused(403, "The figures are for staff. Your own cases are on the desk.")
    note_look(visit, action)


def _read(visit: Visit, action: str) -> tuple[Stretch, Compared]:
    for_staff(visit, action)
    house, wanted = visit.console.house, stretch_of(visit)
    with house.database.read() as connection:
        now, zone = visit.console.now(), house.settings.zone
        return wanted, compare(connection, house.vault, wanted, now, promises_of(visit), zone)


def _bars(hours: tuple[HourWaits, ...], days: float) -> list[Bar]:
    most = max(hour.asked for hour in hours) or 1
    return [
        Bar(
            hour=f"{hour % 12 or 12} {'am' if hour < 12 else 'pm'}",
            waits=waits,
            a_day=f"{waits.asked / days:.1f}",
            x=hour * (BAR + GAP),
            y=HEIGHT - round(waits.asked / most * HEIGHT),
            height=round(waits.asked / most * HEIGHT),
            late=round(waits.late / most * HEIGHT),
        )
        for hour, waits in enumerate(hours)
    ]
