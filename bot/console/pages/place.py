"""One place: what people are told about it, what staff can do, and who changed what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look
from bot.console.page_numbers import row_id
from bot.console.visit import Refused, Visit
from bot.directory.edits import ADDRESS_FIELDS, FIELD_NAMES, KEPT, said_by
from bot.directory.hours_lines import are_plain
from bot.directory.place import nearest_schedules
from bot.directory.place_form import check_form
from bot.store.audit import write_audit
from bot.store.directory_edits import SOURCE, Change
from bot.store.place_keeping import MARKS, KeptPlace, bring_back, read_changes, read_kept, undo_change
from bot.store.place_standing import OUTCOMES, judge_place, outcomes_of, unjudge_place
from bot.store.place_writing import make_public, make_secret
from bot.store.staff import staff_emails

UNDO, TOO_LATE = "undo", "too_late"
STEPS = (*OUTCOMES, UNDO, "bring_back", "secret", "public", "take_back")
MOST_TOLD = 200
GONE = "There is no such place in the directory."


@dataclass(frozen=True)
class Happening:
    """One line of the history. ``undo`` is the id of a change that counts and can be taken back, or 0."""

    at: float
    who: str
    what: str
    before: str
    after: str
    ended: str
    undo: int


def show(visit: Visit) -> Response:
    """The page; coaches read it, too, without its history."""
    own = place_id(visit)
    note_look(visit, "read_place", f"place:{own}")
    return render(visit, own)


def render(
    visit: Visit,
    own: str,
    status: int = 200,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> Response:
    """The page with what was typed into the form of its address, where that could not be read."""
    house = visit.console.house
    with house.database.read() as connection:
        kept = needed(connection, own)
        history = _history(connection, visit, kept) if visit.who.sees_all else []
    return visit.page(
        "place.html",
        status=status,
        place=kept,
        said=said_by(kept.shown),
        plain_hours=are_plain(nearest_schedules(kept.shown)),
        history=history,
        names=FIELD_NAMES,
        changed=[FIELD_NAMES[name] for name in FIELD_NAMES if name in kept.changed and name in said_by(kept.said)],
        done=visit.query("done") if visit.query("done") in (*STEPS, "saved", "added", "nothing", TOO_LATE) else "",
        done_word=row_id(visit.query("word")),
        today=house.clock.now().date(),
        typed=typed or {},
        errors=errors or {},
    )


def step(visit: Visit) -> Response:
    """A button of the page."""
    keeps_places(visit)
    own, do = place_id(visit), visit.form.text("do")
    if do not in STEPS:
        raise Refused(422, "Please choose one of the buttons.")
    actor, now = visit.who.actor, visit.console.now()
    address = {name: visit.form.text(name) for name in ADDRESS_FIELDS}
    errors = _errors_of_address(address) if do == "public" else {}
    if errors:
        return render(visit, own, 422, address, errors)

    def write(connection: Connection) -> int:
        kept = needed(connection, own)
        done = _do(connection, visit, kept, do, address, actor, now)
        if done:
            write_audit(connection, actor, f"place_{do}", f"place:{own}", now)
        return done

    done = visit.console.house.database.write(write)
    said = do if done else (TOO_LATE if do == UNDO else "nothing")
    word = f"&word={done}" if done and do in OUTCOMES else ""
    return RedirectResponse(f"/console/places/{own}?done={said}{word}", 303)


def _do(
    connection: Connection, visit: Visit, kept: KeptPlace, do: str, address: Mapping[str, str], actor: str, now: float
) -> int:
    """Whether something was changed; after staff's word on the place that word's id."""
    confidential = kept.said.service.confidential
    if do == "take_back":
        return undo_change(connection, kept, row_id(visit.form.text("change")), actor, now) is not None
    if do == "bring_back":
        return bring_back(connection, kept, actor, now)
    if do == "secret":
        if not confidential:
            make_secret(connection, kept, actor, now)
        return not confidential
    if do == "public":
        if confidential:
            make_public(connection, kept, _read_address(address), actor, now)
        return confidential
    if do == UNDO:
        return unjudge_place(connection, kept.id, row_id(visit.form.text("word")), actor, now)
    return judge_place(connection, kept.id, do, actor, now)


_NOWHERE = {"organization": "-", "needs": "-", "phones": "-", "coverage": "local"}


def _read_address(address: Mapping[str, str]) -> dict[str, str]:
    values = check_form(address, _NOWHERE, secret=False).values
    return {name: values[name] for name in ADDRESS_FIELDS}


def _errors_of_address(address: Mapping[str, str]) -> dict[str, str]:
    found = dict(check_form(address, _NOWHERE, secret=False).errors)
    for name, sentence in (("address", "Please give the street."), ("zip", "Please give the ZIP code.")):
        if not address[name].strip():
            found.setdefault(name, sentence)
    return found


def place_id(visit: Visit) -> str:
    """The id in the address of the page."""
    found: UUID = visit.request.path_params["id"]
    return str(found)


def needed(connection: Connection, own: str) -> KeptPlace:
    """The place, or the page that says that there is none."""
    kept = read_kept(connection, own)
    if kept is None:
        raise Refused(404, GONE)
    return kept


def keeps_places(visit: Visit) -> None:
    """Refuse whoever may not change the directory."""
    if not visit.who.sees_all:
        raise Refused(403, "The directory is kept by staff. Ask your administrator if you should see it.")


def _history(connection: Connection, visit: Visit, kept: KeptPlace) -> list[Happening]:
    emails = staff_emails(connection, visit.console.house.vault)

    def who(actor: str) -> str:
        return emails.get(actor) or {"person": "Somebody who was sent there", SOURCE: kept.said.place.source}.get(
            actor, "Staff"
        )

    newest: set[str] = set()
    found: list[Happening] = []
    for change in read_changes(connection, kept):
        can_undo = change.ended_at is None and change.field not in newest and change.field not in MARKS
        if change.ended_at is None:
            newest.add(change.field)
        found.append(_told(change, who, change.id if can_undo else 0))
    for outcome, by, at in outcomes_of(connection, kept.id, MOST_TOLD):
        found.append(Happening(at, who(by), f"outcome:{outcome}", "", "", "", 0))
    return sorted(found, key=lambda each: each.at, reverse=True)


def _told(change: Change, who: Callable[[str], str], undo: int) -> Happening:
    ended = ""
    if change.ended_at is not None:
        by_source = change.ended_by == SOURCE
        taken_back = f"Taken back by {who(change.ended_by)}."
        ended = "The source changed this later, so the source counts." if by_source else taken_back
    after = "" if change.field == KEPT else change.value
    return Happening(change.at, who(change.by), change.field, change.before, after, ended, undo)
