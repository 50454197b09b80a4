"""Every urgent case with its checklist: what happened when, and what did not."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from bot.console.moments import exactly
from bot.console.pages.figures import for_staff, periods, stretch_of
from bot.console.visit import Visit
from bot.desk.checklist import CrisisFacts, Mark, Step, checklist, missing
from bot.store.crisis_cases import crises

PAGE = 20
MOST_READ = 400  # urgent cases that "something is missing" looks through at once


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
        read = MOST_READ if only else PAGE + 1
        rows = crises(connection, wanted.between, now, read, _after(visit.query("after")))
    found = [Crisis(facts, checklist(facts, now)) for facts in rows]
    if only:
        found = [each for each in found if each.missing]
    shown = found[:PAGE]
    more = len(found) > PAGE or (only and len(rows) == MOST_READ)
    last = shown[-1].facts if shown else None
    return visit.page(
        "crises.html",
        stretch=wanted,
        periods=periods(visit),
        crises=shown,
        only=only,
        next=f"{last.opened_at!r}_{last.case_id}" if more and last else "",
        exactly=exactly,
        marks=Mark,
    )


def _after(value: str) -> tuple[float, int] | None:
    at, _, last = value.partition("_")
    try:
        return float(at), int(last)
    except ValueError:
        return None
