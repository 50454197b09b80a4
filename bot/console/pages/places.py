"""Places that somebody should look at: what people found wrong, and what nobody verified for long."""

from __future__ import annotations

from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.page_numbers import page_count, page_number, row_id, within
from bot.console.pages.place import keeps_places
from bot.console.pages.place_find import verify_all
from bot.console.visit import Refused, Visit
from bot.store.audit import write_audit
from bot.store.directory_sources import read_sources
from bot.store.place_queue import REPORTED, SHOWN, STALE, VIEWS, queue_counts, read_queue
from bot.store.place_standing import OUTCOMES, judge_place, unjudge_place

UNDO, TOO_LATE = "undo", "too_late"


def show(visit: Visit) -> Response:
    """One view of the queue, the most used places first."""
    keeps_places(visit)
    now = visit.console.now()
    with visit.console.house.database.read() as connection:
        counts = queue_counts(connection, now)
        view = visit.query("view") if visit.query("view") in VIEWS else (REPORTED if counts[REPORTED] else STALE)
        page = within(page_number(visit.query("page")), counts[view], SHOWN)
        queue = read_queue(connection, view, now, page)
        known = sum(source.places for source in read_sources(connection)) if not queue.places else 1
    done = visit.query("done")
    return visit.page(
        "places.html",
        queue=queue,
        view=view,
        counts=counts,
        page=page,
        pages=page_count(queue.total, SHOWN),
        none_at_all=not known,
        done=done if done in (*OUTCOMES, UNDO, TOO_LATE) else "",
        done_place=visit.query("place")[:36],
        done_word=row_id(visit.query("word")),
        done_count=page_number(visit.query("count")),
        today=visit.console.house.clock.now().date(),
    )


def judge(visit: Visit) -> Response:
    """One tap: works, phone dead, moved, closed, or the last word taken back; or several that work."""
    keeps_places(visit)
    if visit.form.text("outcome") == "all_work":
        count = verify_all(visit, visit.form.texts("place"))
        back = visit.form.text("view") if visit.form.text("view") in VIEWS else STALE
        return RedirectResponse(f"/console/places?{urlencode({'view': back, 'done': 'works', 'count': count})}", 303)
    place, outcome, view = (visit.form.text(name) for name in ("place", "outcome", "view"))
    if outcome not in (*OUTCOMES, UNDO):
        raise Refused(422, "Please choose one of the buttons.")
    actor, now = visit.who.actor, visit.console.now()

    def write(connection: Connection) -> int:
        if outcome == UNDO:
            done = int(unjudge_place(connection, place[:36], row_id(visit.form.text("word")), actor, now))
        else:
            done = judge_place(connection, place, outcome, actor, now)
        if done:
            write_audit(connection, actor, f"place_{outcome}", f"place:{place[:36]}", now)
        return done

    word = visit.console.house.database.write(write)
    if not word and outcome != UNDO:
        raise Refused(404, "This place is not in the directory any more.")
    query = {"view": view if view in VIEWS else STALE, "done": outcome if word else TOO_LATE, "place": place}
    return RedirectResponse(f"/console/places?{urlencode(query if outcome == UNDO else query | {'word': word})}", 303)
