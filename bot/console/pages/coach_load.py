"""How much coaches carry, so that somebody can look after them."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.pages.figures import for_staff, periods, stretch_of
from bot.console.visit import Visit
from bot.store.coach_load import loads


def show(visit: Visit) -> Response:
    """Everybody by name. It is noted who looked."""
    for_staff(visit, "read_coach_load")
    house, wanted = visit.console.house, stretch_of(visit)
    with house.database.read() as connection:
        found = loads(connection, house.vault, wanted.between, visit.console.now(), house.settings.zone)
    return visit.page(
        "coach_load.html",
        stretch=wanted,
        periods=periods(visit),
        loads=found,
        words=[(coach, load.kind_words) for coach, load in found if load.kind_words],
        zone=house.settings.warmline_timezone,
    )
