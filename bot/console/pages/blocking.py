"""Staff block a number, with a reason, or take that back; the conversation's mailbox carries it out."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.clicks import Click
from bot.console.labels import BLOCKS
from bot.console.pages.conversation import LARGEST_ID, NOT_HERE
from bot.console.visit import Refused, Visit
from bot.misuse.block import BlockWhy
from bot.store.audit import write_audit
from bot.store.blocks import post_block, post_unblock
from bot.store.coaches import coach_by_conversation
from bot.store.thread import read_facts

NEXT = ("/console/conversations", "/console/blocked")  # where a form may lead back to


def block(visit: Visit) -> Response | Click:
    """``why`` is one of ``labels.BLOCKS``, or empty to take the block back."""
    if not visit.who.sees_all:
        raise Refused(403, "Blocking a number here is for staff. Coaches block the number of a case they hold.")
    house, own, why = visit.console.house, int(visit.request.path_params["id"]), visit.form.text("why")
    if why and why not in BLOCKS:
        raise Refused(422, "Choose a reason first: go back, say why this number is to be blocked, and retry.")
    with house.database.read() as connection:
        if own > LARGEST_ID or read_facts(connection, house.vault, own) is None:
            raise Refused(404, NOT_HERE)
        if coach_by_conversation(connection, house.vault, own) is not None:
            raise Refused(409, "This is a coach's phone. Take the coach off instead.")
    actor, now = visit.who.actor, visit.console.now()

    def post(connection: Connection) -> int:
        if why:
            event = post_block(connection, house.vault, own, BlockWhy(why), actor, now)
        else:
            event = post_unblock(connection, house.vault, own, actor, now)
        write_audit(connection, actor, f"block:{why}" if why else "unblock", f"conversation:{own}", now)
        return event

    back = visit.form.text("back")
    where = back if back in NEXT else f"/console/conversations/{own}"
    return Click(house.database.write(post), lambda handled: RedirectResponse(where, 303))
