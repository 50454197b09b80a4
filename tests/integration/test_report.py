"""The monthly report of a line with known numbers: what is told, and what is not."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from bot.app import House
from bot.store.directory_tables import directory_unmet
from tests.integration.busy_line import BusyLine
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

Numbers = dict[tuple[str, str], tuple[str, str]]


@pytest.fixture
def world(house: House) -> World:
    """Ana reads October's report in the middle of November."""
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def month_ago(world: World) -> tuple[BusyLine, str]:
    """A line that is used in the middle of last month, and that month's name."""
    first = world.clock.now().astimezone(world.house.settings.zone).replace(day=1, hour=12)
    year, month = (first.year - 1, 12) if first.month == 1 else (first.year, first.month - 1)
    middle = first.replace(year=year, month=month, day=15)
    return BusyLine(world.house, middle.timestamp()), f"{middle:%B %Y}"


def numbers(world: World) -> Numbers:
    text = world.member().get("/console/desk/figures/report.csv").text
    rows = list(csv.reader(io.StringIO(text)))[1:]
    return {(section, figure): (now, before) for section, figure, now, before in rows}


def test_a_month_by_hand(world: World) -> None:
    line, _ = month_ago(world)
    for number in range(40):
        own = line.person(number)
        line.text(own, 60)
        line.need(own, 60, *(("housing",) if number < 15 else ()), *(("food",) if number < 4 else ()))
    for number in range(12):  # in time
        line.case(line.person(number), 600, 100.0 + number, outcome="talked", helped=5)
    for number in range(12, 24):  # too late
        line.case(line.person(number), 600, 900.0, outcome="resources", helped=1 if number < 15 else None)
    for number in range(24, 37):
        line.case(line.person(number), 600, 20.0, urgency="crisis", outcome="crisis_handled")
    found = numbers(world)
    assert found["People and texts", "People who wrote"] == ("40", "0")
    assert found["What people need", "Housing"] == ("15", "0")
    assert found["What people need", "Food"] == ("*", "0")
    waits = {name: value[0] for (section, name), value in found.items() if section == "Waiting for a human"}
    assert waits["Asked for a human or needed one"] == "37"
    assert (waits["Cases, crisis"], waits["Cases, other"]) == ("13", "24")
    assert waits["… answered by a coach, other"] == "24 (100%)"
    assert waits["… half of them within, other"] == "1 min 51 s"
    assert found["Crises", "Urgent cases"][0] == "13"
    assert found["Crises", "… in which no step was missing"][0] == "0 (0%)"
    assert found["How it ended", "A coach talked with them"][0] == "12"
    # Three unhappy answers are few; the twelve others show them, so neither is told.
    assert found["Did it help?", "Answers"][0] == "15"
    assert found["Did it help?", "It helped (4 or 5)"][0] == "*"
    assert found["Did it help?", "Not much (1 or 2)"][0] == "*"
    assert found["Did it help?", "Somewhat (3)"][0] == "0 (0%)"
    assert [each[1] for each in world.audited()][-1] == "export_report"


def test_unmet_needs_by_county_belong_to_the_month_of_their_monday(world: World) -> None:
    line, _ = month_ago(world)
    monday = datetime.fromtimestamp(line.now, UTC).date()
    monday = monday.fromordinal(monday.toordinal() - monday.weekday())
    counts = {
        ("food", "PA", "Bucks"): 30,
        ("food", "PA", "Berks"): 12,
        ("jobs", "NJ", "Camden"): 3,
        ("jobs", "", ""): 20,
    }
    rows = [
        {"week": monday, "need": need, "state": state, "county": county, "reason": "none"}
        for (need, state, county), times in counts.items()
        for _ in range(times)
    ]
    world.house.database.write(lambda c: c.execute(insert(directory_unmet), rows))
    found = numbers(world)
    by_need = {name: value[0] for (section, name), value in found.items() if section == "Looked for in vain, by need"}
    assert by_need == {"In all": "65", "Jobs": "23", "Food": "42"}
    counties = {name: value[0] for (section, name), value in found.items() if "by county" in section}
    assert counties == {
        "Berks, PA": "*", "Bucks, PA": "30", "Camden, NJ": "*", "Place not known": "20", "Other counties": "0",
    }  # fmt: skip


def test_few_people_are_not_told_of_at_all(world: World) -> None:
    line, _ = month_ago(world)
    for number in range(3):
        own = line.person(number)
        line.text(own, 60)
        line.need(own, 60, "housing")
        line.case(own, 600, 100.0, outcome="talked", helped=2, urgency="crisis")
    found = numbers(world)
    told = {value[0] for (section, _), value in found.items() if not section.startswith("Looked")}
    assert told <= {"*", "0", "–", "0 (0%)"}


def test_only_whole_months_can_be_had(world: World) -> None:
    line, name = month_ago(world)
    ana = world.member()
    now = world.clock.now().astimezone(world.house.settings.zone)
    for wished in ("", f"{now:%Y-%m}", "2099-01", "x"):
        page = ana.get(f"/console/desk/figures/report?month={wished}").text
        assert f"{name}</h1>" in page
    assert "style=" not in page
    assert f'<option value="{now:%Y-%m}"' not in page
    assert line.now < now.timestamp()
