"""The stretches of time that figures are about, each with the one before it that it is compared with. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

DAYS = {1: "Last 24 hours", 7: "Last 7 days", 30: "Last 30 days", 90: "Last 90 days"}
USUAL = 30
DAY = 86400.0
MONTHS_BACK = 24  # what the report offers
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Stretch:
    """``key`` is its part of an address. Times are epoch seconds: from, and up to but not including."""

    key: str
    title: str
    since: float
    until: float
    before: tuple[float, float]
    before_title: str

    @property
    def between(self) -> tuple[float, float]:
        return self.since, self.until

    @property
    def days(self) -> float:
        return (self.until - self.since) / DAY


def stretch(days: str, month: str, now: float, zone: ZoneInfo) -> Stretch:
    """The stretch that an address asks for; a month wins over days, and what does not exist is the usual one."""
    found = _month_start(month, now, zone)
    if found is not None:
        return _month(found, now)
    wanted = next((each for each in DAYS if str(each) == days), USUAL)
    long = wanted * DAY
    before = "the 24 hours before" if wanted == 1 else f"the {wanted} days before"
    return Stretch(f"days={wanted}", DAYS[wanted], now - long, now, (now - 2 * long, now - long), before)


def whole_months(now: float, zone: ZoneInfo) -> list[str]:
    """The months that are over, the last one first, as ``2026-10``: what a report can be about."""
    start, found = _first(datetime.fromtimestamp(now, zone)), list[str]()
    for _ in range(MONTHS_BACK):
        start = _shift(start, -1)
        found.append(f"{start:%Y-%m}")
    return found


def this_month(now: float, zone: ZoneInfo) -> str:
    return f"{datetime.fromtimestamp(now, zone):%Y-%m}"


def month_title(month: str) -> str:
    """ "October 2026" of ``2026-10``."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"


def _month(start: datetime, now: float) -> Stretch:
    key, title, earlier = f"month={start:%Y-%m}", f"{start:%B %Y}", _shift(start, -1)
    end = _shift(start, 1).timestamp()
    if now >= end:
        before = (earlier.timestamp(), start.timestamp())
        return Stretch(key, title, start.timestamp(), end, before, f"{earlier:%B %Y}")
    # By the clock on the wall: the first nine days and three hours of both, whatever the clocks did in between.
    here = datetime.fromtimestamp(now, start.tzinfo)
    wall = earlier + (here.replace(tzinfo=None) - start.replace(tzinfo=None))
    same = min(wall.timestamp(), start.timestamp())
    about = f"the same days of {earlier:%B}"
    return Stretch(key, f"{title} so far", start.timestamp(), now, (earlier.timestamp(), same), about)


def _month_start(month: str, now: float, zone: ZoneInfo) -> datetime | None:
    found = _MONTH.fullmatch(month)
    if found is None:
        return None
    start = datetime(int(found[1]), int(found[2]), 1, tzinfo=zone)
    return start if start.timestamp() < now else None


def _first(when: datetime) -> datetime:
    return when.replace(day=1, hour=0, minute=0, second=0, microsecond=0, fold=0)


def _shift(start: datetime, months: int) -> datetime:
    """The first of a month so many months away."""
    number = start.year * 12 + start.month - 1 + months
    return start.replace(year=number // 12, month=number % 12 + 1)
