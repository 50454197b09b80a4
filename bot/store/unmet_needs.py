"""What people looked for in vain, by need, area and week: the figures a director takes to the county."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from bot.store.directory_tables import directory_unmet
from bot.store.directory_use import week_of


@dataclass(frozen=True)
class UnmetRow:
    """How often ``need`` was looked for in vain in a county, by reason (:mod:`bot.directory.unmet`).

    ``state`` and ``county`` are empty where the person's place was not known.
    """

    need: str
    state: str
    county: str
    reasons: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.reasons.values())


@dataclass(frozen=True)
class Unmet:
    """``rows``: the largest first. ``weeks``: each Monday of the time with its count, oldest first."""

    rows: tuple[UnmetRow, ...]
    weeks: tuple[tuple[date, int], ...]

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)

    def by_need(self) -> list[tuple[str, int]]:
        """Counts by need, the largest first."""
        found: dict[str, int] = {}
        for row in self.rows:
            found[row.need] = found.get(row.need, 0) + row.total
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def read_unmet(connection: Connection, now: float, weeks: int) -> Unmet:
    """The last ``weeks`` weeks, this one included."""
    this = week_of(now)
    return unmet_between(connection, this - timedelta(weeks=weeks - 1), this + timedelta(days=1))


def unmet_between(connection: Connection, since: date, until: date) -> Unmet:
    """The weeks whose Monday lies from ``since`` up to but not including ``until``."""
    first = since + timedelta(days=-since.weekday() % 7)
    weeks = max(0, -(-(until - first).days // 7))
    columns = directory_unmet.c
    found: dict[tuple[str, str, str], dict[str, int]] = {}
    by_week = {first + timedelta(weeks=number): 0 for number in range(weeks)}
    rows = connection.execute(
        select(columns.need, columns.state, columns.county, columns.reason, columns.week, func.count().label("times"))
        .where(columns.week >= first, columns.week < until)
        .group_by(columns.need, columns.state, columns.county, columns.reason, columns.week)
    )
    for need, state, county, reason, week, times in rows:
        reasons = found.setdefault((need, state, county), {})
        reasons[reason] = reasons.get(reason, 0) + times
        by_week[week] = by_week.get(week, 0) + times
    unmet = [UnmetRow(*area, reasons) for area, reasons in found.items()]
    unmet.sort(key=lambda row: (-row.total, row.need, row.state, row.county))
    return Unmet(tuple(unmet), tuple(sorted(by_week.items())))
