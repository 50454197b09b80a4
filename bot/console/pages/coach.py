"""One coach: what is known of them, their hours, and what an administrator can change."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.people.access import PEOPLE, admin_only, back, by, change, find_coach, staff_only
from bot.console.people.coach_form import read_phone, read_profile, typed_profile
from bot.console.people.hours_form import DayFields, fields_of
from bot.console.people.words import DONE
from bot.console.visit import Refused, Visit
from bot.conversation import Coach
from bot.message import NEEDS
from bot.people.coaching import LANGUAGES, change_profile, give_phone, hand_on_cases, profile_of, take_off
from bot.people.laws import Refusal
from bot.privacy import mask_phone
from bot.store.coaches import Profile
from bot.store.conversations import phone_of
from bot.store.schedules import holidays


@dataclass(frozen=True)
class Extra:
    """What a form that was just sent adds to the page."""

    problem: str = ""
    number: str = ""
    name: str | None = None
    profile: Profile | None = None
    hours: list[DayFields] | None = None


def show(visit: Visit) -> Response:
    """For staff; what only administrators change is shown to staff without fields."""
    staff_only(visit)
    coach = find_coach(visit)
    note_look(visit, "read_coach", f"coach:{coach.id}")
    return render(visit, coach)


def act(visit: Visit) -> Response:
    """One of: ``profile``, ``phone``, ``pass_on``, ``off``."""
    admin_only(visit)
    coach, deed = find_coach(visit), visit.form.text("do")
    extra = Extra()
    try:
        if deed == "profile":
            name = visit.form.text("name").strip()
            extra = Extra(name=name[:80], profile=typed_profile(visit.form))
            return _profile(visit, coach, name)
        if deed == "phone":
            return _phone(visit, coach)
        if deed in ("pass_on", "off"):
            return _off(visit, coach, deed)
    except Refusal as error:
        return render(visit, coach, 422, Extra(str(error), name=extra.name, profile=extra.profile))
    raise Refused(422, "Please choose one of the buttons.")


def number(visit: Visit) -> Response:
    """The coach's number, once; it is noted who asked."""
    admin_only(visit)
    coach, house = find_coach(visit), visit.console.house
    note_look(visit, "show_coach_number", f"coach:{coach.id}")
    with house.database.read() as connection:
        phone = phone_of(connection, house.vault, coach.conversation_id)
    return render(visit, coach, extra=Extra(number=phone or "The number was deleted."))


def _profile(visit: Visit, coach: Coach, name: str) -> Response:
    profile, vault = read_profile(visit.form), visit.console.house.vault
    changed = change(visit, lambda connection: change_profile(connection, vault, by(visit), coach, name, profile))
    return back(f"{PEOPLE}/coaches/{coach.id}", "profile" if changed else "same")


def _phone(visit: Visit, coach: Coach) -> Response:
    phone, vault = read_phone(visit.form), visit.console.house.vault
    change(visit, lambda connection: give_phone(connection, vault, by(visit), coach, phone))
    return back(f"{PEOPLE}/coaches/{coach.id}", "phone")


def _off(visit: Visit, coach: Coach, deed: str) -> Response:
    vault = visit.console.house.vault
    if deed == "pass_on":
        change(visit, lambda connection: hand_on_cases(connection, vault, by(visit), coach))
        visit.console.bell.ring()
        return back(f"{PEOPLE}/coaches/{coach.id}", "letting_go")
    if coach.open_cases:
        raise Refusal(f"{coach.name} holds {coach.open_cases} open cases. Hand them on first.")
    change(visit, lambda connection: take_off(connection, by(visit), coach))
    return back(f"{PEOPLE}/coaches", "taken_off")


def render(visit: Visit, coach: Coach, status: int = 200, extra: Extra | None = None) -> Response:
    """The page; ``extra`` is what was typed and what is wrong with it."""
    house, now, extra = visit.console.house, visit.console.now(), extra or Extra()
    with house.database.read() as connection:
        phone = phone_of(connection, house.vault, coach.conversation_id)
        profile = profile_of(connection, house.vault, coach)
        closed = {day for day, _ in holidays(connection)}
    plan, today = coach.schedule, house.clock.now().astimezone(house.settings.zone).date()
    return visit.page(
        "coach.html",
        status,
        coach=coach,
        on_duty=coach.on_duty_at(now),
        phone=mask_phone(phone) if phone else "deleted",
        email=profile.email,
        name=coach.name if extra.name is None else extra.name,
        profile=extra.profile or profile,
        days=extra.hours or fields_of(plan),
        zone=plan.zone if plan else house.settings.warmline_timezone,
        days_off=sorted(day for day in plan.days_off if day >= today and day not in closed) if plan else [],
        extras=[one for one in plan.extra if one.day >= today] if plan else [],
        today=today,
        extra=extra,
        languages=LANGUAGES,
        topics=NEEDS,
        done=DONE.get(visit.query("done"), ""),
        may_change=visit.who.role == "admin",
    )
