"""Ana opens the console in the morning: what happened last night?"""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from bot.app import House
from bot.console.home.overview import Overview, read_overview
from bot.console.home.periods import period
from bot.conversation import Urgency
from bot.store.coaches import add_coach, deactivate
from bot.store.conversation_filters import Wanted
from bot.store.conversation_list import list_conversations
from bot.store.line_figures import house_phones
from tests.integration.busy_line import DAY, HOUR, BusyLine
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

PROMISES = {Urgency.NORMAL: 600.0, Urgency.CRISIS: 180.0}


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


@pytest.fixture
def line(world: World) -> BusyLine:
    return BusyLine(world.house, world.clock.now().timestamp())


def read(line: BusyLine, name: str = "week") -> Overview:
    house, wanted = line.house, period(name, line.now, line.house.settings.zone)
    with house.database.read() as connection:
        others = house_phones(connection, house.vault, house.settings.warmline_human_phone)
        return read_overview(connection, house.vault, wanted, line.now, PROMISES, others)


def test_people_and_texts_are_counted_and_coaches_are_not(line: BusyLine) -> None:
    miguel, rosa = line.person(1), line.person(2)
    vault = line.house.vault
    line.house.database.write(lambda c: add_coach(c, vault, "Dana", "+155501990003", ("en",), True, line.now))
    dana = line.person(3)
    for own in (miguel, miguel, rosa, dana):
        line.text(own, HOUR)
    line.text(miguel, HOUR - 5, inbound=False)
    line.text(rosa, 10 * DAY)
    found = read(line)
    assert (found.texts.people, found.texts.received, found.texts.sent) == (2, 3, 1)
    assert found.before.people == 1
    assert sum(row.counts.texts.received for row in found.rows) == 3


def test_a_person_is_counted_once_whatever_they_named(line: BusyLine) -> None:
    for number in (1, 2, 3):
        line.need(line.person(number), HOUR, "housing")
    line.need(line.person(1), HOUR / 2, "housing", "food")
    line.need(line.person(4), 40 * DAY, "jobs")
    assert read(line).needs == (("housing", 3), ("food", 1))


def test_dangers_and_loose_ends(line: BusyLine) -> None:
    miguel, rosa, leo, old = (line.person(number) for number in (1, 2, 3, 4))
    line.text(miguel, HOUR)
    line.text(miguel, HOUR - 5, inbound=False)
    line.text(rosa, HOUR)  # nobody answered
    line.text(leo, 30)  # may still get an answer
    line.text(old, 9 * DAY)
    line.text(miguel, 50, inbound=False, status="failed")
    for _ in range(2):
        line.danger(miguel, HOUR)
    line.danger(rosa, HOUR, "check")
    found = read(line)
    assert found.unanswered == 1
    assert (found.crisis_people, found.check_people, found.undelivered) == (1, 1, 1)
    assert sum(row.counts.dangers for row in found.rows) == 3
    assert sum(row.counts.undelivered for row in found.rows) == 1


def test_who_was_a_coach_once_is_a_person_when_they_text(line: BusyLine) -> None:
    dana, database, vault = line.person(3), line.house.database, line.house.vault
    coach = database.write(lambda c: add_coach(c, vault, "Dana", "+155501990003", ("en",), True, line.now))
    line.text(dana, HOUR)

    def listed() -> list[int]:
        with database.read() as connection:
            return [one.id for one in list_conversations(connection, vault, Wanted()).rows]

    assert (read(line).unanswered, listed()) == (0, [])
    database.write(lambda connection: deactivate(connection, coach, line.now))
    found = read(line)
    assert (found.unanswered, listed()) == (1, [dana])
    assert found.texts.people == 0  # the texts of her time as a coach were not a person's


def test_waits_end_with_the_period(line: BusyLine) -> None:
    line.case(line.person(1), HOUR, 60.0)
    line.case(line.person(2), 3 * DAY, 90.0)
    assert read(line).asked == 2
    assert read(line, "day").waits[Urgency.NORMAL].median == 60.0


def test_the_page_says_what_to_do_first(world: World, line: BusyLine) -> None:
    ana = world.member()
    assert "Nobody wrote in this time" in ana.get("/console").text
    line.text(line.person(1), HOUR)
    page = ana.get("/console?period=week").text
    assert "1 person has had no answer to their last text of the last 24 hours." in page
    assert "style=" not in page
    assert ana.get("/console?period=%27").status_code == 200


def test_the_file_holds_the_same_figures_and_its_export_is_noted(world: World, line: BusyLine) -> None:
    line.week(people=12)
    ana = world.member()
    rows = list(csv.DictReader(io.StringIO(ana.get("/console/home.csv?period=week").text)))
    assert len(rows) == 7
    assert sum(int(row["texts_received"]) for row in rows) == read(line).texts.received > 0
    assert world.audited()[-1][1] == "export_line_figures"


def test_coaches_are_led_to_the_desk(world: World) -> None:
    coach = world.member("coach")
    assert coach.get("/console").headers["location"] == "/console/desk"
    assert coach.get("/console/home.csv").status_code == 403
