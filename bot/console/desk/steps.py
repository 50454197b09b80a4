"""A click becomes an event of the person's conversation: never a write of its own, so nothing can race."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.clicks import Click
from bot.console.desk.access import acting_coach
from bot.console.visit import Refused, Visit
from bot.store.audit import write_audit
from bot.store.steps import post_step

LONGEST_KEY = 64


def click(
    visit: Visit,
    conversation_id: int,
    case_id: int,
    kind: str,
    payload: Mapping[str, Any],
    then: Callable[[int, bool], Response | Click],
) -> Click:
    """Post ``kind`` as the visitor's coach; ``then`` gets the event's id and whether it was handled in time.

    The form's ``key`` makes a click that is sent twice (a bad network, a double tap) one event.
    """
    coach, now, actor = acting_coach(visit), visit.console.now(), visit.who.actor
    key = visit.form.text("key")
    if not 8 <= len(key) <= LONGEST_KEY:
        raise Refused(400, "This page is too old. Please load it again and retry.")
    vault, own_key = visit.console.house.vault, f"{actor}:{case_id}:{kind}:{key}"

    def post(connection: Connection) -> int:
        write_audit(connection, actor, f"desk_{kind}", f"case:{case_id}", now)
        return post_step(
            connection,
            vault,
            conversation_id,
            kind,
            {"coach_id": coach.id, "case_id": case_id, **payload},
            own_key,
            now,
        )

    event_id = visit.console.house.database.write(post)
    return Click(event_id, lambda handled: then(event_id, handled))
