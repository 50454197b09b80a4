"""The map of places, drawn on the server, with a list beside it that says the same."""

from __future__ import annotations

from math import isfinite

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.pages.place import keeps_places
from bot.console.visit import Visit
from bot.directory.geography import Box
from bot.directory.needs import TOPICS
from bot.directory.place_map import HEIGHT, NARROWEST, WIDTH, Spot, framed, proportioned, spots
from bot.store.place_map import count_phone_only, list_within, read_points
from bot.store.zip_areas import SqlAreas

LISTED = 60
CLOSER = 8


def show(visit: Visit) -> Response:
    """All places, as far as they may be seen."""
    return _page(visit, "", None)


def look(visit: Visit) -> Response:
    """Places of one need, or a part of the map larger. Both come in a form: no need is ever in an address."""
    need = visit.form.text("need")
    box = None if visit.form.text("all") else _box(visit.form.text("box"))
    return _page(visit, need if need in TOPICS else "", box)


def box_text(box: Box) -> str:
    """A box as a field of a form."""
    return ",".join(f"{each:.4f}" for each in (box.south, box.north, box.west, box.east))


def _page(visit: Visit, need: str, box: Box | None) -> Response:
    keeps_places(visit)
    note_look(visit, "read_place_map")
    with visit.console.house.database.read() as connection:
        points = read_points(connection, need)
        frame = proportioned(box) if box else framed(points) if points else None
        listed = list_within(connection, need, frame, LISTED + 1) if frame else []
        hidden = count_phone_only(connection, need)
        drawn = spots(points, frame) if frame else []
        closer = [(each, box_text(each.box), _town(connection, each)) for each in drawn[:CLOSER] if each.count > 1]
    return visit.page(
        "place_map.html",
        spots=drawn,
        closer=closer,
        shown=sum(each.count for each in drawn),
        listed=listed[:LISTED],
        more=len(listed) > LISTED,
        hidden=hidden,
        need=need,
        zoomed=box is not None,
        frame=box_text(frame) if frame else "",
        topics=TOPICS,
        width=WIDTH,
        height=HEIGHT,
    )


def _town(connection: Connection, spot: Spot) -> str:
    """What the middle of a spot is near, as far as we know."""
    box = spot.box
    area = SqlAreas(connection).nearest((box.south + box.north) / 2, (box.west + box.east) / 2)
    return f"{area.city}, {area.state}" if area else ""


def _box(text: str) -> Box | None:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(isfinite(each) and abs(each) <= 180 for each in numbers):
        return None
    south, north, west, east = numbers
    return Box(south, max(north, south + NARROWEST / 4), west, max(east, west + NARROWEST / 4))
