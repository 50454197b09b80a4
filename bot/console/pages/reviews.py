"""What staff keep: their views of the list, and which conversations they have looked through."""

from __future__ import annotations

from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.list_form import read_fields
from bot.console.pages.conversations import ADDRESS
from bot.console.visit import Refused, Visit
from bot.store.audit import write_audit
from bot.store.reviews import MARKS, drop_view, mark_reviewed, save_view, set_marks
from bot.store.thread import read_facts

LONGEST_NAME = 60


def keep(visit: Visit) -> Response:
    """Save the filters of the form as a view, or drop a view (``drop``). Words are not kept in it."""
    _staff(visit)
    house, who = visit.console.house, visit.who
    dropped = visit.form.text("drop")
    if dropped.isascii() and dropped.isdigit() and len(dropped) < 16:
        house.database.write(lambda connection: drop_view(connection, who.staff_id, int(dropped)))
        return RedirectResponse(ADDRESS, 303)
    fields, name = read_fields(visit.form.text), visit.form.text("name").strip()[:LONGEST_NAME]
    kept = True
    if fields and name:
        kept = house.database.write(lambda connection: save_view(connection, house.vault, who.staff_id, name, fields))
    return RedirectResponse(f"{ADDRESS}?{urlencode(fields if kept else {**fields, 'views': 'full'})}", 303)


def review(visit: Visit) -> Response:
    """Staff have looked a conversation through, or take that back."""
    _staff(visit)
    console, own = visit.console, int(visit.request.path_params["id"])
    now, done, actor = console.now(), visit.form.text("reviewed") == "yes", visit.who.actor
    with console.house.database.read() as connection:
        if read_facts(connection, console.house.vault, own) is None:
            raise Refused(404, "There is no such conversation.")

    def save(connection: Connection) -> None:
        mark_reviewed(connection, own, now if done else None)
        write_audit(connection, actor, "reviewed" if done else "not_reviewed", f"conversation:{own}", now)

    console.house.database.write(save)
    return RedirectResponse(f"{ADDRESS}/{own}", 303)


def mark(visit: Visit) -> Response:
    """Staff tag a conversation; the tags that are not ticked go."""
    _staff(visit)
    console, own, now = visit.console, int(visit.request.path_params["id"]), visit.console.now()
    with console.house.database.read() as connection:
        if own > 2**53 or read_facts(connection, console.house.vault, own) is None:
            raise Refused(404, "There is no such conversation.")
    marks, actor = [one for one in MARKS if visit.form.text(f"mark-{one}")], visit.who.actor

    def save(connection: Connection) -> None:
        set_marks(connection, console.house.vault, own, marks, now)
        write_audit(connection, actor, "tagged", f"conversation:{own}", now, ",".join(marks) or None)

    console.house.database.write(save)
    return RedirectResponse(f"{ADDRESS}/{own}#tags", 303)


def _staff(visit: Visit) -> None:
    if not visit.who.sees_all:
        raise Refused(403, "The list of conversations is for staff.")
