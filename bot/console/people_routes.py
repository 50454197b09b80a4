"""The addresses of people, hours, settings and the audit."""

from __future__ import annotations

from starlette.routing import BaseRoute

from bot.console.pages import (
    audit,
    blocked,
    coach,
    coach_hours,
    coaches,
    duty,
    holidays,
    keywords,
    opt_outs,
    retention,
    settings,
    sign_in_one,
    sign_ins,
)
from bot.console.people.access import PEOPLE
from bot.console.visit import Console, page_route

SIGN_IN = f"{PEOPLE}/sign-ins/{{id:int}}"
COACH = f"{PEOPLE}/coaches/{{id:int}}"


def people_routes(console: Console) -> list[BaseRoute]:
    """Each page checks by itself who may have it: see :mod:`bot.console.people.access`."""
    return [
        page_route(console, PEOPLE, duty.show),
        page_route(console, f"{PEOPLE}/sign-ins", sign_ins.show),
        page_route(console, f"{PEOPLE}/sign-ins", sign_ins.invite, "POST"),
        page_route(console, SIGN_IN, sign_in_one.show),
        page_route(console, SIGN_IN, sign_in_one.act, "POST"),
        page_route(console, f"{PEOPLE}/coaches", coaches.show),
        page_route(console, f"{PEOPLE}/coaches", coaches.add, "POST"),
        page_route(console, COACH, coach.show),
        page_route(console, COACH, coach.act, "POST"),
        page_route(console, f"{COACH}/number", coach.number, "POST"),
        page_route(console, f"{COACH}/hours", coach_hours.act, "POST"),
        page_route(console, f"{PEOPLE}/holidays", holidays.show),
        page_route(console, f"{PEOPLE}/holidays", holidays.act, "POST"),
        page_route(console, f"{PEOPLE}/opt-outs", opt_outs.show),
        page_route(console, f"{PEOPLE}/retention", retention.show),
        page_route(console, f"{PEOPLE}/retention", retention.act, "POST"),
        page_route(console, "/console/blocked", blocked.show),
        page_route(console, "/console/settings", settings.show),
        page_route(console, "/console/keywords", keywords.show),
        page_route(console, "/console/audit", audit.show),
        page_route(console, "/console/audit.csv", audit.download),
        page_route(console, "/console/audit/verify", audit.verify, "POST"),
    ]
