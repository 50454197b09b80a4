"""Staff give one conversation out: purpose and consent are asked for and noted, the notice goes with the file."""

from __future__ import annotations

import json

from starlette.responses import Response

from bot.console.pages.conversation import LARGEST_ID, NOT_HERE
from bot.console.visit import Refused, Visit
from bot.disclosure import PURPOSES, note_export, whole_record
from bot.store.thread import read_facts


def export(visit: Visit) -> Response:
    """The conversation as a JSON file. Without a purpose or the reference of a paper nothing is given out."""
    if not visit.who.sees_all:
        raise Refused(403, "Giving a record out is for staff.")
    house, own, now = visit.console.house, int(visit.request.path_params["id"]), visit.console.now()
    purpose, consent = visit.form.text("purpose"), visit.form.text("consent").strip()
    with house.database.read() as connection:
        if own > LARGEST_ID or read_facts(connection, house.vault, own) is None:
            raise Refused(404, NOT_HERE)
    if purpose not in PURPOSES or not consent:
        raise Refused(422, "Say why it is given out, and which paper allows it: go back, fill in both, and retry.")
    actor = visit.who.actor
    house.database.write(lambda connection: note_export(connection, actor, own, purpose, consent, now))
    with house.database.read() as connection:
        record = whole_record(connection, house.vault, own)
    name = f'attachment; filename="conversation-{own}.json"'
    body = json.dumps(record, ensure_ascii=False, indent=1)
    return Response(body, headers={"Content-Disposition": name}, media_type="application/json")
