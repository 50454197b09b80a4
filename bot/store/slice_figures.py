"""What happened in each slice of a time, an hour or a day: counted by the database, no row of a text or case leaves it.

One statement a slice, built once: each is a short walk along four indexes. All slices in one statement were slower,
because SQLAlchemy writes a table of values anew each time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, bindparam, func, select

from bot.store.figure_tables import text_count
from bot.store.line_figures import PEOPLE_WHO_WROTE, TextCount, slots_of
from bot.store.tables import DANGER_NOTED, NOT_DELIVERED, handoff, journal, message
from bot.store.text_counts import slot_of


@dataclass(frozen=True)
class SliceCount:
    """``asked``: people were handed over to the desk; ``dangers``: texts; ``undelivered``: alerts to coaches included.

    ``texts`` are of people, and counted in whole half hours: all clocks' hours and days begin with one.
    """

    texts: TextCount
    asked: int
    dangers: int
    undelivered: int


def count_slices(
    connection: Connection, starts: Sequence[float], until: float, house: Collection[int]
) -> list[SliceCount]:
    """One entry for each slice of a time that ``starts`` cut up and that ends ``until``, in order.

    ``house``: conversations that are not with people (:class:`bot.store.line_figures.HousePhones`).
    """
    edges = (*(slot_of(at) for at in starts), slots_of((starts[0], until))[1])
    others, found = list(house), []
    for (since, end), (slot, end_slot) in zip(pairwise((*starts, until)), pairwise(edges), strict=True):
        inside = {"since": since, "until": end, "slot": slot, "end_slot": end_slot, "house": others}
        one = connection.execute(_COUNT, inside).one()
        texts = TextCount(one.people, int(one.received or 0), int(one.sent or 0))
        found.append(SliceCount(texts, one.asked, one.dangers, one.undelivered))
    return found


def _events(at: ColumnElement[float], *kind: Any) -> ScalarSelect[int]:
    return select(func.count()).where(at >= bindparam("since"), at < bindparam("until"), *kind).scalar_subquery()


_ROW = text_count.c
_COUNT = select(
    PEOPLE_WHO_WROTE.label("people"),
    func.sum(_ROW.received).label("received"),
    func.sum(_ROW.sent).label("sent"),
    _events(handoff.c.opened_at).label("asked"),
    _events(journal.c.at, DANGER_NOTED).label("dangers"),
    _events(message.c.created_at, NOT_DELIVERED).label("undelivered"),
).where(
    _ROW.slot >= bindparam("slot"),
    _ROW.slot < bindparam("end_slot"),
    _ROW.conversation_id.not_in(bindparam("house", expanding=True)),
)
