"""Places, schedules and a small made-up map for the directory's tests."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.directory.found import NeedList
from bot.directory.geography import Area, Box
from bot.directory.hours_text import read_hours
from bot.directory.place import Place
from bot.directory.plain_csv import read_plain_csv
from bot.directory.question import Question
from bot.directory.records import Owner, Records, Schedule
from bot.directory.report import Reading
from bot.directory.search import find
from bot.directory.wants import Wants
from bot.directory_source.csv_rows import csv_file
from bot.directory_source.opening import Member

PHILADELPHIA = Area("19104", "Philadelphia", "PA", "Philadelphia County", 39.9597, -75.2024, "America/New_York")
SANTA_FE = Area("87501", "Santa Fe", "NM", "Santa Fe County", 35.6975, -105.9821, "America/Denver")
MONDAY_NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # 12:00 in Philadelphia
MILE_NORTH = 1 / 69.0


def schedules(text: str) -> tuple[Schedule, ...]:
    """Schedules from the words of the plain CSV."""
    return tuple(
        Schedule(
            id="", owner=Owner(), freq=each.freq, byday=each.byday, opens_at=each.opens_at, closes_at=each.closes_at
        )
        for each in read_hours(text)
    )


def read_lines(text: str, source: str = "county", lenient: bool = False) -> Reading:
    """A short plain CSV as one reading, its columns' warnings and its repairs included."""
    file = csv_file(a_member("places.csv", text))
    head, *parts, repairs = read_plain_csv(file.headings, file.rows(), source, lenient)
    part = parts[0] if parts else Reading(Records(), 0)
    return replace(part, warnings=(*head.warnings, *part.warnings, *repairs.warnings))


def a_member(name: str, content: str | bytes) -> Member:
    """A file that is only in memory."""
    data = content.encode() if isinstance(content, str) else content
    return Member(name, len(data), lambda: io.BytesIO(data))


def place(id: str, miles: float = 1.0, hours: str = "24/7", **changes: Any) -> Place:
    """A verified, English-speaking place ``miles`` north of Philadelphia's 19104, each its own house."""
    made = Place(
        id=id,
        service_id=f"service of {id}",
        organization_id=f"organization of {id}",
        source="test",
        name=id,
        what="job help",
        what_es="ayuda con trabajo",
        phone="215-555-0101",
        phone_es="215-555-0101",
        address="12 Elm St, Philadelphia",
        latitude=PHILADELPHIA.latitude + miles * MILE_NORTH,
        longitude=PHILADELPHIA.longitude,
        timezone="America/New_York",
        schedules=schedules(hours),
        languages=("en",),
        needs=("jobs",),
        coverage="local",
        state="",
        confidential=False,
        audience="",
        priority=50,
        verified_on=date(2026, 11, 1),
        valid_from=None,
        valid_to=None,
    )
    return replace(made, **changes)


class PlacesInHand:
    """Candidates out of a list."""

    def __init__(self, *places: Place) -> None:
        self._places = places

    def within(self, need: str, box: Box, latitude: float, longitude: float) -> list[Place]:
        return [
            each
            for each in self._places
            if need in each.needs
            and each.latitude is not None
            and each.longitude is not None
            and box.south <= each.latitude <= box.north
            and box.west <= each.longitude <= box.east
        ]

    def statewide(self, need: str, state: str) -> list[Place]:
        return [e for e in self._places if need in e.needs and e.coverage == "state" and e.state == state]

    def national(self, need: str) -> list[Place]:
        return [each for each in self._places if need in each.needs and each.coverage == "national"]


class SmallMap:
    """``Areas`` with two towns."""

    known = (PHILADELPHIA, SANTA_FE)

    def of_zip(self, zip: str) -> Area | None:
        return next((each for each in self.known if each.zip == zip), None)

    def of_city(self, city: str, state: str) -> Area | None:
        found = next((each for each in self.known if (each.city, each.state) == (city, state)), None)
        return replace(found, zip="") if found else None

    def of_county(self, area: Area) -> tuple[float, float]:
        return (round(area.latitude, 1), round(area.longitude, 1))

    def nearest(self, latitude: float, longitude: float) -> Area | None:
        near = [each for each in self.known if abs(each.latitude - latitude) + abs(each.longitude - longitude) < 1]
        return near[0] if near else None


def ask(
    *places: Place,
    need: str = "jobs",
    now: datetime = MONDAY_NOON,
    exclude: tuple[str, ...] = (),
    max_age_days: int | None = None,
    **wants: Any,
) -> NeedList:
    question = Question(
        (need,), PHILADELPHIA, "en", frozenset(exclude), 3, now, Wants(**wants), max_age_days=max_age_days
    )
    return find(PlacesInHand(*places), question).lists[0]


def names(found: NeedList) -> list[str]:
    return [each.name for each in found.places]
