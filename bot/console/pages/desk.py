"""The desk: who waits for a human, ranked, and the cases that a coach holds. Live."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.console.clicks import Click
from bot.console.desk.access import acting_coach, coach_of
from bot.console.desk.answers import answer_to
from bot.console.desk.steps import click
from bot.console.live import LivePart
from bot.console.looks import note_look
from bot.console.visit import Visit
from bot.conversation import WAITING_STATES, Case, Urgency
from bot.desk.rank import in_line, next_for
from bot.store.cases import board
from bot.store.desk_list import case_by_id, desk_cases, desk_mark
from bot.store.thread import coach_names

SHOWN = 40  # more is not read on a phone; the rest is one tap away
LOOK_SECONDS = 0.5  # a person may wait on the other side: sooner than other pages
TRIES = 5  # how often "take the next" goes on to the next case when others are faster


def show(visit: Visit) -> Response:
    """The whole page. A look at the list is a read, so it is noted."""
    _note(visit, "list_desk")
    everyone = visit.query("all") == "yes"
    return visit.page(
        "desk.html",
        rows=_rows(visit, everyone),
        live=f"/console/desk/live{'?all=yes' if everyone else ''}",
        said=answer_to(visit),
    )


def live(visit: Visit) -> LivePart:
    """The lists, anew whenever a case comes or moves."""
    _note(visit, "watch_desk")
    everyone = visit.query("all") == "yes"

    def mark() -> object:
        with visit.console.house.database.read() as connection:
            return desk_mark(connection)

    return LivePart(mark, lambda: _rows(visit, everyone), look_seconds=LOOK_SECONDS)


def _note(visit: Visit, action: str) -> None:
    with visit.console.house.database.read() as connection:
        waiting = [case for case in board(connection) if case.state in WAITING_STATES]
    urgent = sum(case.urgency is Urgency.CRISIS for case in waiting)
    note_look(visit, action, None, f"{len(waiting)} waiting, {urgent} urgent")


def take(visit: Visit) -> Response | Click:
    """Take the case of the button, or the next one; if somebody was faster, the next after that."""
    wanted = visit.form.text("case")
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 16:
        return _take(visit, int(wanted), ())
    return _take_next(visit, ())


def _take_next(visit: Visit, tried: tuple[int, ...]) -> Response | Click:
    house, coach = visit.console.house, acting_coach(visit)
    with house.database.read() as connection:
        waiting = [one for one in desk_cases(connection, house.vault, coach.id) if one.case.id not in tried]
    chosen = next_for(waiting, coach.languages)
    if chosen is None:
        return RedirectResponse("/console/desk", 303)
    return _take(visit, chosen.case.id, (*tried, chosen.case.id))


def _take(visit: Visit, case_id: int, tried: tuple[int, ...]) -> Response | Click:
    """``tried`` is empty when a certain case was asked for."""
    house, coach_id = visit.console.house, acting_coach(visit).id
    with house.database.read() as connection:
        found = case_by_id(connection, house.vault, case_id)
    if found is None or not _free_for(found[1], coach_id):
        # Nothing is said about whose it is now: it may never have been theirs to see.
        return _take_next(visit, tried) if tried else visit.page("trouble.html", 409, number=409, sentence=GONE)

    def then(event_id: int, handled: bool) -> Response | Click:
        with house.database.read() as connection:
            now_there = case_by_id(connection, house.vault, case_id)
        if now_there is not None and now_there[1].holder_id == coach_id:
            return RedirectResponse(f"/console/desk/{case_id}?answer={event_id}", 303)
        if handled and tried and len(tried) < TRIES:
            return _take_next(visit, tried)
        return RedirectResponse(f"/console/desk?answer={event_id}", 303)

    return click(visit, found[0], case_id, "take", {"code": found[1].code}, then)


def _free_for(case: Case, coach_id: int) -> bool:
    return case.open and (case.holder_id in (None, coach_id) or case.offered_to == coach_id)


GONE = "That case does not wait any more: another coach was faster, or it is closed. Thank you for being there."


def _rows(visit: Visit, everyone: bool) -> str:
    house = visit.console.house
    with house.database.read() as connection:
        coach = coach_of(visit, connection)
        all_ = visit.who.sees_all or (coach is not None and coach.supervisor)
        cases = desk_cases(connection, house.vault, None if all_ else coach.id if coach else 0)
        names = coach_names(connection, house.vault)
    own = coach.id if coach else 0
    line = in_line(cases)
    waiting = [one for one in line if one.waiting] if coach or all_ else []
    held = [one for one in line if not one.waiting]
    return visit.fragment(
        "desk_rows.html",
        waiting=waiting if everyone else waiting[:SHOWN],
        more=0 if everyone else max(0, len(waiting) - SHOWN),
        total=len(waiting),
        next=next_for(waiting, coach.languages) if coach else None,
        mine=[one for one in held if one.case.holder_id == own],
        offered=[one for one in held if one.case.offered_to == own],
        others=[one for one in held if one.case.holder_id != own and one.case.offered_to != own],
        languages=coach.languages if coach else (),
        coach=coach,
        names=names,
        now=visit.console.now(),
    )
