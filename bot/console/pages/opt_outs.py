"""Phones that get no texts, because the person said so. Only they can undo it."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.people.access import note, staff_only
from bot.console.visit import Visit
from bot.privacy import mask_phone
from bot.store.opt_outs import SHOWN, opt_out_count, opt_outs

MOST_PAGES = 10_000


def show(visit: Visit) -> Response:
    """One page, the newest first."""
    staff_only(visit)
    note(visit, "list_opt_outs")
    house, wished = visit.console.house, visit.query("page")
    page = min(int(wished), MOST_PAGES) if wished.isascii() and wished.isdigit() and len(wished) < 6 else 0
    with house.database.read() as connection:
        found, total = opt_outs(connection, house.vault, page), opt_out_count(connection)
    return visit.page(
        "opt_outs.html", found=found, total=total, page=page, pages=max(1, -(-total // SHOWN)), mask=mask_phone
    )
