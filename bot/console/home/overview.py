"""What happened on the line in a period: the figures of the home page, and of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.console.home.periods import Period
from bot.conversation import Urgency
from bot.desk.figures import Waits
from bot.privacy import Vault
from bot.store.desk_figures import waits_since
from bot.store.line_figures import (
    HousePhones,
    TextCount,
    count_needs,
    count_texts,
    count_unanswered,
    people_in_danger,
)
from bot.store.slice_figures import SliceCount, count_slices


@dataclass(frozen=True)
class Row:
    """One hour or day."""

    label: str
    short: str
    counts: SliceCount


@dataclass(frozen=True)
class Overview:
    """``before`` are the texts of the same length of time right before. ``unanswered`` are people."""

    rows: tuple[Row, ...]
    texts: TextCount
    before: TextCount
    needs: tuple[tuple[str, int], ...]
    waits: Mapping[Urgency, Waits]
    crisis_people: int
    check_people: int
    unanswered: int

    @property
    def asked(self) -> int:
        return sum(row.counts.asked for row in self.rows)

    @property
    def undelivered(self) -> int:
        return sum(row.counts.undelivered for row in self.rows)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to show at all."""
        return not (self.texts.received or self.texts.sent or self.asked)


def read_overview(
    connection: Connection,
    vault: Vault,
    period: Period,
    now: float,
    promises: Mapping[Urgency, float],
    house: HousePhones,
) -> Overview:
    """Reads a period; texts of the house's own phones are not counted."""
    between = (period.since, period.until)
    starts = [piece.since for piece in period.slices]
    counts = count_slices(connection, starts, period.until, house.ever)
    danger = people_in_danger(connection, between)
    return Overview(
        rows=tuple(Row(piece.label, piece.short, each) for piece, each in zip(period.slices, counts, strict=True)),
        texts=count_texts(connection, between, house.ever),
        before=count_texts(connection, period.before, house.ever),
        needs=tuple(count_needs(connection, vault, between)),
        waits=waits_since(connection, period.since, now, promises, until=period.until),
        crisis_people=danger.get("crisis", 0),
        check_people=danger.get("check", 0),
        unanswered=count_unanswered(connection, between, now, house),
    )
