"""What happened on the line in a period: the figures of the home page, and of its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.console.home.periods import Period
from bot.conversation import Urgency
from bot.desk.figures import Waits
from bot.privacy import Vault
from bot.store.desk_figures import waits_since
from bot.store.line_figures import (
    Noted,
    TextCount,
    asked_at,
    count_needs,
    count_texts,
    count_texts_each,
    dangers,
    people_in,
    unanswered,
    undelivered_at,
)


@dataclass(frozen=True)
class Row:
    """One hour or day."""

    label: str
    short: str
    texts: TextCount
    asked: int
    dangers: int
    undelivered: int


@dataclass(frozen=True)
class Overview:
    """``before`` are the texts of the same length of time right before. ``unanswered`` are conversations."""

    rows: tuple[Row, ...]
    texts: TextCount
    before: TextCount
    needs: tuple[tuple[str, int], ...]
    waits: Mapping[Urgency, Waits]
    crisis_people: int
    check_people: int
    undelivered: int
    unanswered: tuple[int, ...]

    @property
    def asked(self) -> int:
        return sum(row.asked for row in self.rows)

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
    house: Collection[int],
) -> Overview:
    """``house``: conversations that are not with people (:func:`bot.store.line_figures.house_phones`)."""
    between = (period.since, period.until)
    noted, undelivered = dangers(connection, between), undelivered_at(connection, between)
    return Overview(
        rows=_rows(connection, period, house, noted, undelivered),
        texts=count_texts(connection, between, house),
        before=count_texts(connection, period.before, house),
        needs=tuple(count_needs(connection, vault, between)),
        waits=waits_since(connection, period.since, now, promises, until=period.until),
        crisis_people=people_in(noted, "crisis"),
        check_people=people_in(noted, "check"),
        undelivered=len(undelivered),
        unanswered=tuple(unanswered(connection, between, now, house)),
    )


def _rows(
    connection: Connection, period: Period, house: Collection[int], noted: Iterable[Noted], undelivered: Iterable[float]
) -> tuple[Row, ...]:
    starts = [piece.since for piece in period.slices]
    asked = _fall(starts, asked_at(connection, (period.since, period.until)))
    texts = count_texts_each(connection, starts, period.until, house)
    danger = _fall(starts, (one.at for one in noted))
    failed = _fall(starts, undelivered)
    return tuple(
        Row(
            piece.label,
            piece.short,
            texts[at],
            asked[at],
            danger[at],
            failed[at],
        )
        for at, piece in enumerate(period.slices)
    )


def _fall(starts: list[float], moments: Iterable[float]) -> list[int]:
    """How many of ``moments`` fall into each slice; all of them lie in the period."""
    found = [0] * len(starts)
    for at in moments:
        found[bisect_right(starts, at) - 1] += 1
    return found
