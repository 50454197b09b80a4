"""The audit: who looked at what and changed what, with filters, a file, and the check that it is whole."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from urllib.parse import urlencode

from starlette.responses import Response

from bot import audit_seal
from bot.console.looks import note_look
from bot.console.people.access import admin_only
from bot.console.people.audit_form import FIELDS, SUBJECTS, read_fields, wanted_of
from bot.console.people.words import ACTORS, action_words
from bot.console.visit import Visit
from bot.directory.hsds_export import guarded
from bot.store.audit_pages import MOST_EXPORTED, SHOWN, audit_actions, audit_actors, read_audit
from bot.store.staff_list import staff_names

PAGES = {"conversation": "/console/conversations", "case": "/console/desk", "coach": "/console/people/coaches"}
PAGES |= {"staff": "/console/people/sign-ins"}


def show(visit: Visit) -> Response:
    """One page, the newest first; ``before`` goes on from a row."""
    admin_only(visit)
    note_look(visit, "read_audit")
    return _page(visit)


def verify(visit: Visit) -> Response:
    """Check every row, and that none was changed, taken out or cut off; the answer is a sentence."""
    admin_only(visit)
    house = visit.console.house
    data_dir = house.settings.warmline_data_dir
    try:
        head = audit_seal.verify(house.database, house.vault, data_dir)
        audit_seal.renew_seal(house.database, house.vault, data_dir, visit.console.now())
    except audit_seal.AuditBroken as error:
        note_look(visit, "verify_audit:broken")
        return _page(visit, verdict=f"{error} Keep the database as it is and call whoever runs the line.", whole=False)
    note_look(visit, "verify_audit:whole")
    return _page(visit, verdict=f"The audit is whole: all {head.count:,} rows are there, and none was changed.")


def download(visit: Visit) -> Response:
    """The same rows as a CSV file, at most :data:`MOST_EXPORTED`; that it was taken is noted first."""
    admin_only(visit)
    house = visit.console.house
    note_look(visit, "export_audit")
    wanted = wanted_of(read_fields(visit.query), "", house.settings.zone)
    with house.database.read() as connection:
        rows = read_audit(connection, wanted, MOST_EXPORTED)
        names = staff_names(connection, house.vault)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["row", "time", "who", "who_address", "what", "about", "why"])
    for row in rows:
        when = datetime.fromtimestamp(row.at, house.settings.zone).isoformat(timespec="seconds")
        told = (row.actor, _address(row.actor, names), row.action, row.subject, row.why)
        writer.writerow([row.id, when, *(guarded(each) for each in told)])
    headers = {"Content-Disposition": 'attachment; filename="audit.csv"'}
    return Response(out.getvalue(), headers=headers, media_type="text/csv; charset=utf-8")


def _page(visit: Visit, verdict: str = "", whole: bool = True) -> Response:
    house = visit.console.house
    fields = read_fields(visit.query)
    wanted = wanted_of(fields, visit.query("before"), house.settings.zone)
    with house.database.read() as connection:
        rows = read_audit(connection, wanted, SHOWN + 1)
        actors, actions = audit_actors(connection), audit_actions(connection)
        names = staff_names(connection, house.vault)
    return visit.page(
        "audit.html",
        rows=rows[:SHOWN],
        older=rows[SHOWN - 1].id if len(rows) > SHOWN else None,
        newest="before" not in visit.request.query_params,
        fields={name: fields.get(name, "") for name in FIELDS},
        chosen=bool(fields),
        asked=urlencode(fields),
        actors={each: _who(each, names) for each in actors},
        actions={each: action_words(each) for each in actions},
        who=lambda actor: _who(actor, names),
        what=action_words,
        about=lambda subject: _about(subject, names),
        subjects=SUBJECTS,
        verdict=verdict,
        whole=whole,
        most=MOST_EXPORTED,
    )


def _who(actor: str, names: dict[int, str]) -> str:
    return _address(actor, names) or ACTORS.get(actor, actor)


def _address(actor: str, names: dict[int, str]) -> str:
    kind, _, number = actor.partition(":")
    return names.get(int(number), "") if kind == "staff" and number.isdigit() else ""


def _about(subject: str, names: dict[int, str]) -> tuple[str, str]:
    """What a row is about, in words, and the page of it if there is one."""
    kind, _, number = subject.partition(":")
    if kind not in PAGES or not number.isdigit():
        return subject.replace(":", " ").replace("_", " "), ""
    words = names.get(int(number), f"Staff {number}") if kind == "staff" else f"{kind.capitalize()} {number}"
    return words, f"{PAGES[kind]}/{number}"
