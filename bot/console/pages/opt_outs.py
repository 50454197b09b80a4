"""Phones that get no texts, because the person said so. Only they can undo it."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.page_numbers import page_count, page_number, within
from bot.console.people.access import staff_only
from bot.console.visit import Visit
from bot.privacy import mask_phone
from bot.store.opt_outs import SHOWN, opt_out_count, opt_outs


def show(visit: Visit) -> Response:
    """One page, the newest first."""
    staff_only(visit)
    note_look(visit, "list_opt_outs")
    house = visit.console.house
    with house.database.read() as connection:
        total = opt_out_count(connection)
        page = within(page_number(visit.query("page")), total, SHOWN)
        found = opt_outs(connection, house.vault, page)
    return visit.page(
        "opt_outs.html", found=found, total=total, page=page, pages=page_count(total, SHOWN), mask=mask_phone
    )
