"""The form of a place: a new one, or one that is there. What somebody typed is never lost."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.pages.place import keeps_places, needed, place_id
from bot.console.visit import Visit
from bot.directory.edits import FIELDS, said_by
from bot.directory.hours_lines import are_plain
from bot.directory.needs import TOPICS
from bot.directory.place import nearest_schedules
from bot.directory.place_form import check_form
from bot.store.audit import write_audit
from bot.store.place_keeping import KeptPlace, change_place
from bot.store.place_standing import judge_place
from bot.store.place_writing import add_place
from bot.store.zip_areas import SqlAreas

EMPTY = {**dict.fromkeys(FIELDS, ""), "coverage": "local"}


def ask_new(visit: Visit) -> Response:
    """An empty form."""
    keeps_places(visit)
    return _page(visit, None, EMPTY, {})


def write_new(visit: Visit) -> Response:
    """Add the place, or show the form again with what is wrong."""
    keeps_places(visit)
    typed, secret = _typed(visit), visit.form.text("secret") == "yes"
    actor, now, key = visit.who.actor, visit.console.now(), str(uuid4())
    checked = check_form(typed, {}, secret)
    errors = dict(checked.errors) | _unknown_town(visit, checked.values, checked.errors)
    if errors:
        return _page(visit, None, typed, errors, secret=secret, status=422)

    def write(connection: Connection) -> str:
        own = add_place(connection, key, checked.values, secret, actor, now)
        write_audit(connection, actor, "place_added", f"place:{own}", now)
        return own

    own = visit.console.house.database.write(write)
    return RedirectResponse(f"/console/places/{own}?done=added", 303)


def ask(visit: Visit) -> Response:
    """The form with what people are told now."""
    keeps_places(visit)
    with visit.console.house.database.read() as connection:
        kept = needed(connection, place_id(visit))
    return _page(visit, kept, said_by(kept.shown), {})


def save(visit: Visit) -> Response:
    """Save what changed; where somebody else was faster, or a field cannot be read, ask again."""
    keeps_places(visit)
    own, typed, seen = place_id(visit), _typed(visit), visit.form.text("version")
    actor, now, checked_today = visit.who.actor, visit.console.now(), visit.form.text("checked") == "yes"
    database = visit.console.house.database

    def write(connection: Connection) -> tuple[KeptPlace, Mapping[str, str], tuple[str, ...]]:
        kept = needed(connection, own)
        before = said_by(kept.shown)
        if kept.version != seen:
            return kept, {name: f"Changed meanwhile. It says now: {before[name] or 'nothing'}" for name in typed
                          if typed[name].strip() != before[name]} or {"version": ""}, ()  # fmt: skip
        checked = check_form(typed, before, kept.said.service.confidential)
        errors = dict(checked.errors) | _unknown_town(visit, checked.values, checked.errors, before, connection)
        if errors:
            return kept, errors, ()
        offered = {name: value for name, value in checked.values.items() if name in typed}
        changed = change_place(connection, kept, offered, actor, now)
        if checked_today:
            judge_place(connection, own, "works", actor, now)
        if changed or checked_today:
            write_audit(connection, actor, "place_changed", f"place:{own}", now)
        return kept, {}, changed

    kept, errors, changed = database.write(write)
    if errors:
        late = kept.version != seen
        return _page(visit, kept, typed, errors, late=late, status=409 if late else 422)
    return RedirectResponse(f"/console/places/{own}?done={'saved' if changed or checked_today else 'nothing'}", 303)


def _typed(visit: Visit) -> dict[str, str]:
    """The fields as they stand in the form; needs are boxes, joined as one text."""
    found = {name: visit.form.text(name).replace("\r", "") for name in FIELDS if visit.form.texts(name)}
    return found | {"needs": ",".join(need for need in TOPICS if need in visit.form.texts("needs"))}


def _unknown_town(
    visit: Visit,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    before: Mapping[str, str] | None = None,
    connection: Connection | None = None,
) -> dict[str, str]:
    """A sentence where the ZIP or the town is not on our map, so that nobody would find the place."""
    if connection is None:
        with visit.console.house.database.read() as opened:
            return _unknown_town(visit, values, errors, before, opened)
    names = ("zip", "city", "state")
    if any(name in errors for name in names) or (before and all(values[name] == before[name] for name in names)):
        return {}
    areas, zip_code = SqlAreas(connection), values["zip"]
    if zip_code and areas.of_zip(zip_code) is None:
        return {"zip": f"We do not know the ZIP code {zip_code}. Please check it."}
    if not zip_code and values["city"] and areas.of_city(values["city"], values["state"]) is None:
        return {"zip": f"We do not know the town {values['city']}. Please give its ZIP code."}
    return {}


def _page(
    visit: Visit,
    kept: KeptPlace | None,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    secret: bool = False,
    late: bool = False,
    status: int = 200,
) -> Response:
    return visit.page(
        "place_edit.html",
        status=status,
        place=kept,
        typed={**EMPTY, **typed},
        errors=errors,
        late=late,
        secret=kept.said.service.confidential if kept else secret,
        topics=TOPICS,
        said=said_by(kept.said) if kept else {},
        plain_hours=are_plain(nearest_schedules(kept.shown)) if kept else True,
    )
