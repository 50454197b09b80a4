"""Every urgent case with its checklist: what happened when, and what did not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.moments import exactly
from bot.console.pages.figures import for_staff, periods, stretch_of
from bot.console.visit import Visit
from bot.desk.checklist import CrisisFacts, Mark, Step, checklist, missing
from bot.store.crisis_cases import crises
from bot.store.line_figures import Between

PAGE = 20
AT_ONCE, MOST_READ = 100, 400  # urgent cases that "something is missing" looks through: in one go, and for one page
Place = tuple[float, int]  # in the list: time and id of a case


@dataclass(frozen=True)
class Crisis:
    """An urgent case as the page shows it."""

    facts: CrisisFacts
    steps: tuple[Step, ...]

    @property
    def missing(self) -> int:
        return len(missing(self.steps))


def show(visit: Visit) -> Response:
    """A page of urgent cases, newest first; ``missing=yes`` keeps those that lack a step."""
    for_staff(visit, "read_crisis_checklists")
    wanted, now, only = stretch_of(visit), visit.console.now(), visit.query("missing") == "yes"
    with visit.console.house.database.read() as connection:
        look = _lacking if only else _page
        shown, last = look(connection, wanted.between, now, _after(visit.query("after")))
    return visit.page(
        "crises.html",
        stretch=wanted,
        periods=periods(visit),
        crises=shown,
        only=only,
        next=f"{last[0]!r}_{last[1]}" if last else "",
        exactly=exactly,
        marks=Mark,
    )


def _page(
    connection: Connection, between: Between, now: float, after: Place | None
) -> tuple[list[Crisis], Place | None]:
    """A page, and where the next one begins if there is one."""
    found = [Crisis(facts, checklist(facts, now)) for facts in crises(connection, between, now, PAGE + 1, after)]
    return found[:PAGE], _place(found[PAGE - 1]) if len(found) > PAGE else None


def _lacking(
    connection: Connection, between: Between, now: float, after: Place | None
) -> tuple[list[Crisis], Place | None]:
    """The same of those that lack a step: looks on until the page is full, or it has looked through enough for one."""
    found, read = list[Crisis](), 0
    while len(found) <= PAGE and read < MOST_READ:
        some = [Crisis(facts, checklist(facts, now)) for facts in crises(connection, between, now, AT_ONCE, after)]
        found += [each for each in some if each.missing]
        if len(some) < AT_ONCE:
            after = None
            break
        read, after = read + AT_ONCE, _place(some[-1])
    return found[:PAGE], _place(found[PAGE - 1]) if len(found) > PAGE else after


def _place(crisis: Crisis) -> Place:
    return crisis.facts.opened_at, crisis.facts.case_id


def _after(value: str) -> Place | None:
    at, _, last = value.partition("_")
    try:
        return float(at), int(last)
    except ValueError:
        return None
