"""Staff and coaches look for places by name, town, ZIP, need and state; staff verify several at once.

What is looked for is never in an address of a page: addresses end up in logs and histories.
"""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.page_numbers import page_count, page_number, within
from bot.console.pages.place import keeps_places
from bot.console.visit import Visit
from bot.directory.needs import TOPICS
from bot.store.audit import write_audit
from bot.store.place_search import PAGE, STATES, asked_of, search_places
from bot.store.place_standing import judge_place


def show(visit: Visit) -> Response:
    """The form, and the first places by name."""
    note_look(visit, "list_places")
    return _page(visit, "", "", "", 0)


def find(visit: Visit) -> Response:
    """What was found; with ``do=verify`` the chosen places are noted as checked today first."""
    verified = _verify(visit) if visit.form.text("do") == "verify" else None
    note_look(visit, "search_places")
    words, need, state = (visit.form.text(name) for name in ("words", "need", "state"))
    return _page(visit, words.strip()[:200], need, state, page_number(visit.form.text("page")), verified)


def verify_all(visit: Visit, places: tuple[str, ...]) -> int:
    """Note that each of ``places`` works, as of today; how many there were."""
    keeps_places(visit)
    actor, now = visit.who.actor, visit.console.now()

    def write(connection: Connection) -> int:
        known = [own for own in dict.fromkeys(places[:PAGE]) if judge_place(connection, own[:36], "works", actor, now)]
        for own in known:
            write_audit(connection, actor, "place_works", f"place:{own}", now)
        return len(known)

    return visit.console.house.database.write(write)


def _verify(visit: Visit) -> int:
    return verify_all(visit, visit.form.texts("place"))


def _page(visit: Visit, words: str, need: str, state: str, number: int, verified: int | None = None) -> Response:
    asked = asked_of(words, need, state)
    with visit.console.house.database.read() as connection:
        found = search_places(connection, asked, number)
        page = within(number, found.total, PAGE)
        if page != number:
            found = search_places(connection, asked, page)
    return visit.page(
        "place_find.html",
        found=found,
        words=words,
        asked=asked,
        page=page,
        pages=page_count(found.total, PAGE),
        verified=verified,
        topics=TOPICS,
        states=STATES,
        today=visit.console.house.clock.now().date(),
    )
