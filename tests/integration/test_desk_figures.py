"""The desk's figures over real cases, for staff and for operators."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient

from bot.app import House, build_line
from bot.conversation import Urgency
from bot.desk.figures import Waits
from bot.privacy import Vault
from bot.store.conversations import conversation_for
from bot.store.database import Database
from bot.store.desk_figures import asked_per_slot, waits_since
from bot.store.tables import handoff
from bot.web import build_web
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

NOW = 1_800_000_000.0
PROMISES = {Urgency.NORMAL: 600.0, Urgency.CRISIS: 180.0}
NORMAL, CRISIS = Urgency.NORMAL, Urgency.CRISIS


def opened(
    database: Database, vault: Vault, urgency: Urgency, ago: float, answered: float | None, closed: float | None = None
) -> None:
    """A case opened ``ago`` seconds before now; answered and closed so many seconds after it was opened."""
    at = NOW - ago

    def save(connection: Connection) -> None:
        number = len(connection.execute(handoff.select()).all())
        own = conversation_for(connection, vault, f"+155501{number:02}", at)
        connection.execute(
            handoff.insert().values(
                code=f"K{number}", conversation_id=own, state="closed" if closed is not None else "held",
                urgency=urgency, reason="asked", rung=0, opened_at=at,
                answered_at=None if answered is None else at + answered,
                closed_at=None if closed is None else at + closed,
            )
        )  # fmt: skip

    database.write(save)


@pytest.fixture
def busy(database: Database, vault: Vault) -> Database:
    for answered in (20.9, 45.0, 61.5, 700.0):
        opened(database, vault, NORMAL, 3600, answered, 2000)
    opened(database, vault, NORMAL, 7200, None, 900)  # gave up after 15 minutes
    opened(database, vault, NORMAL, 7200, None, 30)  # asked for no more texts after half a minute
    opened(database, vault, NORMAL, 300, None)  # waits
    opened(database, vault, CRISIS, 181, None)  # waits too long
    opened(database, vault, CRISIS, 3600, 40.6)
    opened(database, vault, NORMAL, 90 * 86400, 5.0, 6)  # long ago
    return database


def test_the_figures_are_counted_by_urgency(busy: Database) -> None:
    with busy.read() as connection:
        found = waits_since(connection, NOW - 86400, NOW, PROMISES)
    assert found[NORMAL] == Waits(asked=7, answered=4, unanswered=2, waiting=1, late=2, median=45.0, p95=700.0)
    assert found[CRISIS] == Waits(asked=2, answered=1, unanswered=0, waiting=1, late=1, median=40.0, p95=40.0)


def test_cases_fall_into_the_half_hour_in_which_they_were_opened(busy: Database) -> None:
    with busy.read() as connection:
        slots = asked_per_slot(connection, NOW - 86400)
    assert slots == {1_000_000 - 4: 2, 1_000_000 - 2: 5, 1_000_000 - 1: 2}


def test_nothing_asked_is_nothing(database: Database) -> None:
    with database.read() as connection:
        assert waits_since(connection, 0, NOW, PROMISES) == {NORMAL: Waits(), CRISIS: Waits()}
        assert asked_per_slot(connection, 0) == {}


def test_staff_read_the_figures_and_coaches_do_not(house: House) -> None:
    clock = SettableClock()
    world = World(House(house.settings, house.database, house.vault, clock), clock)
    ana = world.member()
    empty = ana.get("/console/desk/figures")
    assert "Nobody asked for a human" in empty.text
    now = clock.now().timestamp()
    opened(house.database, house.vault, NORMAL, NOW - now + 3600, 125.0, 900)
    page = ana.get("/console/desk/figures?days=7").text
    assert "2 min 5 s" in page
    assert "promise 10 min" in page
    assert page.count('<rect class="asked"') == 24
    assert "style=" not in page
    assert ana.get("/console/desk/figures?days=abc").status_code == 200
    coach = world.member("coach", "dana@example.org")
    assert coach.get("/console/desk/figures").status_code == 403
    assert "Figures" not in coach.get("/console/desk").text
    assert world.browser().get("/console/desk/figures").status_code == 303


def test_operators_scrape_the_figures_of_the_last_day(house: House) -> None:
    now = house.clock.now().timestamp()
    opened(house.database, house.vault, CRISIS, NOW - now + 3600, 200.0, 900)
    with TestClient(build_web(build_line(house, "tests:1"), with_worker=False)) as client:
        text = client.get("/metrics").text
    assert 'warmline_desk_asked{urgency="crisis"} 1.0' in text
    assert 'warmline_desk_over_promise{urgency="crisis"} 1.0' in text
    assert 'warmline_desk_first_answer_seconds{quantile="0.95",urgency="crisis"} 200.0' in text
    assert 'warmline_desk_first_answer_seconds{quantile="0.5",urgency="normal"} NaN' in text
