"""``warmline coach schedule``, ``day-off``, ``extra``, ``holiday`` and ``duty``: when coaches get alerts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from bot.cli.coach_lookup import coaches_of, find_coach
from bot.cli.house import command_by, fail, open_house_from_settings

T = TypeVar("T")
Who = Annotated[str, typer.Argument(help="The coach's phone, or the number that `coach list` shows.")]
Day = Annotated[str, typer.Argument(help="Like 2026-12-25.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take it back.")]

schedule = typer.Typer(help="Weekly shifts of a coach.", no_args_is_help=True)
holiday = typer.Typer(help="Days on which no weekly shift counts, for everybody.", no_args_is_help=True)


@schedule.command("set")
def set_(
    who: Who,
    shifts: Annotated[list[str], typer.Argument(help="Like 'Mon-Fri 9:00-17:00' 'Sat 20:00-8:00'.")],
    zone: Annotated[str, typer.Option(help="The coach's time zone, if not the organization's.")] = "",
) -> None:
    """Replace the weekly shifts: from now on the coach gets alerts in these, and BACK and AWAY still work."""
    from bot.desk.schedule_text import read_shifts, write_shifts
    from bot.people.shifts import is_zone, set_hours

    if zone and not is_zone(zone):
        fail("--zone: expected the name of a time zone, like America/Chicago.")
    week = sorted({shift for text in shifts for shift in _read(read_shifts, text)})
    with open_house_from_settings() as house:
        coach, by = find_coach(house, who), command_by(house)
        clock = zone or house.settings.warmline_timezone
        house.database.write(lambda connection: set_hours(connection, by, coach, week, clock))
    typer.echo(f"{coach.name} is on duty {', '.join(write_shifts(week))} ({clock}).")


@schedule.command()
def show(who: Annotated[str, typer.Argument(help="One coach; everybody if left out.")] = "") -> None:
    """Show shifts, days off and extra shifts."""
    from bot.desk.schedule_text import write_shifts, write_times

    with open_house_from_settings() as house:
        for coach in (find_coach(house, who),) if who else coaches_of(house):
            plan = coach.schedule
            if plan is None:
                typer.echo(
                    f"{coach.id:>4}  {coach.name:<20} no schedule: {'any hour' if coach.on_call else 'off duty'}"
                )
                continue
            typer.echo(
                f"{coach.id:>4}  {coach.name:<20} {', '.join(write_shifts(plan.weekly)) or 'no shifts'} ({plan.zone})"
            )
            for extra in plan.extra:
                typer.echo(f"      also {extra.day} {write_times(extra.starts, extra.ends)}")
            for day in sorted(plan.days_off):
                typer.echo(f"      off  {day}")


@schedule.command()
def clear(who: Who) -> None:
    """No schedule any more: on duty at any hour while on call, as without one."""
    with open_house_from_settings() as house:
        from bot.people.shifts import clear_hours

        coach, by = find_coach(house, who), command_by(house)
        house.database.write(lambda connection: clear_hours(connection, by, coach))
    typer.echo(f"{coach.name} has no schedule any more.")


def day_off(
    who: Who,
    day: Day,
    until: Annotated[str, typer.Option(help="The last day off, if there are several.")] = "",
    undo: Undo = False,
) -> None:
    """Give a coach days off: shifts that begin on them do not count."""
    days = _days(day, until)
    with open_house_from_settings() as house:
        from bot.people.shifts import give_days_off, take_back_days_off

        coach, by = find_coach(house, who), command_by(house)
        change = take_back_days_off if undo else give_days_off
        house.database.write(lambda connection: change(connection, by, coach, days))
    typer.echo(f"{coach.name} is {'not ' if undo else ''}off on {days[0]}{f' to {days[-1]}' if days[1:] else ''}.")


def extra_shift(
    who: Who,
    day: Day,
    times: Annotated[str, typer.Argument(help="Like 18:00-22:00; not needed with --undo.")] = "",
    undo: Undo = False,
) -> None:
    """Give a coach a shift beside their week, also on a holiday."""
    from bot.desk.schedule import ExtraShift
    from bot.desk.schedule_text import read_day, read_times

    on = _read(read_day, day)
    with open_house_from_settings() as house:
        from bot.people.shifts import give_extra_shift, take_back_extra_shifts

        coach, by = find_coach(house, who), command_by(house)
        if undo:
            house.database.write(lambda connection: take_back_extra_shifts(connection, by, coach, on))
            typer.echo(f"{coach.name} has no extra shift on {on}.")
            return
        shift = ExtraShift(on, *_read(read_times, times))
        house.database.write(lambda connection: give_extra_shift(connection, by, coach, shift))
    typer.echo(f"{coach.name} is also on duty on {on} {times}.")


@holiday.command("add")
def holiday_add(day: Day, name: Annotated[str, typer.Argument(help="Like Christmas.")] = "") -> None:
    """Add a holiday. Extra shifts still count on it."""
    days = _days(day, "")
    with open_house_from_settings() as house:
        from bot.people.shifts import add_holiday

        by = command_by(house)
        house.database.write(lambda connection: add_holiday(connection, by, days[0], name))
    typer.echo(f"{days[0]} is a holiday.")


@holiday.command("remove")
def holiday_remove(day: Day) -> None:
    """Take a holiday back."""
    days = _days(day, "")
    with open_house_from_settings() as house:
        from bot.people.shifts import remove_holiday

        by = command_by(house)
        if not house.database.write(lambda connection: remove_holiday(connection, by, days[0])):
            fail(f"{days[0]} was no holiday; `warmline coach holiday list` shows all.")
    typer.echo(f"{days[0]} is no holiday any more.")


@holiday.command("list")
def holiday_list() -> None:
    """Show all holidays."""
    from bot.store.schedules import holidays

    with open_house_from_settings() as house, house.database.read() as connection:
        known = holidays(connection)
    for day, name in known:
        typer.echo(f"{day}  {name}".rstrip())
    if not known:
        typer.echo("There are no holidays. Add one: warmline coach holiday add 2026-12-25 Christmas")


def duty(
    at: Annotated[
        str, typer.Option(help="A moment on the organization's clock, like '2026-12-25 02:00'; else now.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Show who is on duty, and when the next coach is if nobody is."""
    from bot.desk.duty import next_on_duty, on_duty

    with open_house_from_settings() as house:
        zone = house.settings.zone
        moment = _moment(at, zone) if at else house.clock.now().timestamp()
        coaches = coaches_of(house)
    present = [coach.name for coach in on_duty(coaches, moment)]
    following = next_on_duty(coaches, moment)
    opens = datetime.fromtimestamp(following, zone).isoformat(timespec="minutes") if following is not None else None
    if as_json:
        typer.echo(json.dumps({"on_duty": present, "next": opens}, ensure_ascii=False))
        return
    typer.echo(f"On duty: {', '.join(present) or 'nobody'}.")
    if not present:
        typer.echo(f"The next shift begins {opens}." if opens else "No schedule says when somebody is.")


def _moment(text: str, zone: ZoneInfo) -> float:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=zone).timestamp()
    except ValueError:
        fail("--at: expected a moment like '2026-12-25 02:00'.")


def _days(first: str, last: str) -> list[date]:
    from bot.desk.schedule_text import read_day
    from bot.people.laws import Refusal
    from bot.people.shifts import days_between

    start = _read(read_day, first)
    end = _read(read_day, last) if last else start
    try:
        return days_between(start, end)
    except Refusal:
        fail("--until: expected a day after the first one, within a year.")


def _read(reader: Callable[[str], T], text: str) -> T:
    try:
        return reader(text)
    except ValueError as error:
        fail(f"{text!r}: {error}.")
