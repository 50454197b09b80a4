"""Are we keeping our promise? Numbers that were worked out by hand, over real cases on both databases."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from bot.app import House
from bot.console.figures.stretches import stretch
from bot.conversation import Urgency
from bot.desk.figures import Helped, Waits
from bot.desk.schedule import Shift
from bot.outcome import Note
from bot.store.coach_load import loads
from bot.store.coaches import add_coach
from bot.store.desk_figures import waits_by_hour, waits_since
from bot.store.directory_tables import directory_outcome
from bot.store.journal import tag, write_notes
from bot.store.line_figures import count_needs
from bot.store.promise_figures import endings, late_cases
from bot.store.referrals import Referrals, read_referrals
from bot.store.schedules import set_week
from bot.store.tables import coach
from tests.integration.busy_line import DAY, HOUR, BusyLine
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

NEW_YORK = ZoneInfo("America/New_York")
PROMISES = {Urgency.NORMAL: 600.0, Urgency.CRISIS: 180.0}


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).timestamp()


NOW = at("2026-11-20T15:00")
OCTOBER = stretch("", "2026-10", NOW, NEW_YORK).between
NOVEMBER = stretch("", "2026-11", NOW, NEW_YORK).between


@pytest.fixture
def line(house: House) -> BusyLine:
    return BusyLine(house, NOW)


def test_waits_fall_into_the_hour_and_the_month_of_the_clock_on_the_wall(line: BusyLine) -> None:
    # 11:30 pm on October 31 is November 1 in UTC; 1:30 am comes twice on November 1.
    for number, (moment, answered) in enumerate(
        (
            (at("2026-10-31T23:30"), 100.9),
            (at("2026-11-01T01:30"), 300.0),
            (at("2026-11-01T01:30") + HOUR, 900.0),
            (at("2026-11-02T14:00"), 600.0),
            (at("2026-11-03T14:59"), None),
        )
    ):
        line.case(line.person(number), NOW - moment, answered)
    with line.house.database.read() as connection:
        october, _ = waits_by_hour(connection, OCTOBER, NOW, PROMISES, NEW_YORK)
        november, hours = waits_by_hour(connection, NOVEMBER, NOW, PROMISES, NEW_YORK)
        assert november == waits_since(connection, NOVEMBER[0], NOW, PROMISES, NOVEMBER[1])
        late = late_cases(connection, NOVEMBER, NOW, PROMISES)
    assert october[Urgency.NORMAL] == Waits(asked=1, answered=1, median=100.0, p95=100.0)
    assert november[Urgency.NORMAL] == Waits(4, answered=3, unanswered=1, late=3, median=600.0, p95=900.0)
    assert [(hour, each.asked, each.late) for hour, each in enumerate(hours) if each.asked] == [(1, 2, 1), (14, 2, 2)]
    assert hours[1].median(Urgency.NORMAL) == 300.0
    assert hours[14].median(Urgency.NORMAL) == 600.0
    assert hours[14].median(Urgency.CRISIS) is None
    assert [(one.waited, one.answered) for one in late] == [(900.0, False), (600.0, True), (900.0, True)]


def test_how_it_ended_and_whether_it_helped(line: BusyLine) -> None:
    for number, (outcome, helped) in enumerate(
        (("talked", 5), ("talked", 4), ("talked", None), ("resources", 1), (None, 3), ("opted_out", None))
    ):
        line.case(line.person(number), DAY, outcome=outcome, helped=helped)
    line.case(line.person(7), DAY, outcome=None, closed_at=None, state="held")
    line.case(line.person(8), 40 * DAY, outcome="talked", helped=2)
    with line.house.database.read() as connection:
        found = endings(connection, NOVEMBER)
    assert found.outcomes == (("talked", 3), ("done", 1), ("opted_out", 1), ("resources", 1))
    assert found.helped == Helped((1, 0, 1, 1, 1))
    assert (found.helped.answers, found.helped.good, found.helped.mean) == (4, 2, 13 / 4)


def test_places_worked_out_or_did_not(line: BusyLine) -> None:
    house = line.house

    def noted(kind: str, ago: float, **detail: object) -> None:
        own = line.person(1)
        house.database.write(lambda c: write_notes(c, house.vault, own, None, [Note(kind, detail)], NOW - ago))

    for _ in range(4):
        noted("places_asked", DAY)
    for worked in (True, True, False):
        noted("places_answered", DAY / 2, worked=worked)
    noted("survey_asked", DAY)
    noted("places_asked", 40 * DAY)
    rows = [
        {"place_id": "p", "at": NOW - DAY, "outcome": outcome, "said_by": by}
        for outcome, by in (("dead", "person"),) * 2
        + (("moved", "person"), ("works", "person"), ("dead", "staff:1"))
    ]  # fmt: skip
    house.database.write(lambda c: c.execute(insert(directory_outcome), rows))
    with house.database.read() as connection:
        found = read_referrals(connection, house.vault, NOVEMBER)
        assert read_referrals(connection, house.vault, (0.0, DAY)) == Referrals()
    assert found == Referrals(asked=4, worked=2, failed=1, surveys=1, reports=(("dead", 2), ("moved", 1)))
    assert found.answers == 3


def test_a_need_stays_in_the_month_in_which_it_was_named(line: BusyLine) -> None:
    house, miguel, rosa = line.house, line.person(1), line.person(2)
    for own, moment, *needs in (
        (miguel, "2026-10-10T12:00", "need:housing", "act:seek"),
        (miguel, "2026-10-31T23:59", "need:housing"),
        (rosa, "2026-10-11T12:00", "need:housing", "need:food"),
        (miguel, "2026-11-01T00:00", "need:housing"),
    ):
        house.database.write(lambda c, own=own, needs=needs, moment=moment: tag(c, house.vault, own, needs, at(moment)))
    with house.database.read() as connection:
        assert count_needs(connection, house.vault, OCTOBER) == [("housing", 2), ("food", 1)]
        assert count_needs(connection, house.vault, NOVEMBER) == [("housing", 1)]


def test_coaches_by_name_with_what_they_carried(line: BusyLine) -> None:
    house = line.house
    zoe, ben = (
        house.database.write(
            lambda c, n=name, p=phone: add_coach(c, house.vault, n, p, ("en",), True, NOW)
        )
        for name, phone in (("Zoe", "+15550108"), ("Ben", "+15550109"))
    )  # fmt: skip
    house.database.write(lambda c: set_week(c, zoe, [Shift(0, 9 * 60, 17 * 60)], "America/New_York"))
    for number, (moment, urgency) in enumerate(
        (("2026-11-02T23:00", "crisis"), ("2026-11-03T12:00", "crisis"), ("2026-11-04T12:00", "crisis"),
         ("2026-11-05T12:00", "normal"), ("2026-10-20T12:00", "crisis"))
    ):  # fmt: skip
        taken = at(moment)
        own, until = line.person(number), taken + 1800
        line.case(own, NOW - taken + 60, holder_id=zoe, taken_at=taken, closed_at=until, urgency=urgency)
    with house.database.read() as connection:
        found = {
            one.name: load for one, load in loads(connection, house.vault, NOVEMBER, NOW, NEW_YORK)
        }  # fmt: skip
    assert list(found) == ["Ben", "Zoe"]
    assert (found["Ben"].hours, found["Ben"].cases) == (None, 0)
    load = found["Zoe"]
    assert (load.hours, load.busy_hours, load.cases, load.crises, load.crises_in_a_row) == (24.0, 2.0, 4, 3, 3)
    assert (load.nights, load.days_in_a_row) == (1, 4)
    assert ben != zoe
    house.database.write(lambda c: c.execute(coach.update().values(active=False)))
    with house.database.read() as connection:
        assert loads(connection, house.vault, NOVEMBER, NOW, NEW_YORK) == []


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def test_staff_compare_this_time_with_the_one_before(world: World) -> None:
    now = world.clock.now().timestamp()
    line, ana = BusyLine(world.house, now), world.member()
    for number in range(3):
        line.case(line.person(number), DAY, 125.0, outcome="talked", helped=5)
    line.case(line.person(4), 8 * DAY, 4000.0)
    page = ana.get("/console/desk/figures?days=7").text
    assert "Last 7 days, beside the 7 days before." in page
    assert "2 min 5 s" in page
    assert "1 h 6 min before" in page
    assert "5.0</strong> of 5, from 3 answers" in page
    assert "style=" not in page
    rows = list(csv.DictReader(io.StringIO(ana.get("/console/desk/figures.csv?days=7").text)))
    assert {"figure": "waits_asked", "of": "normal", "this_time": "3", "time_before": "1"} in rows
    assert {"figure": "ended", "of": "talked", "this_time": "3", "time_before": "0"} in rows
    assert [each[1] for each in world.audited()[-2:]] == ["read_figures", "export_figures"]
