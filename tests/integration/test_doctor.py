"""The doctor on a line with a real carrier that was set up in a hurry, and on the same line put right."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, update

from bot.app import House
from bot.demo.stories import STORIES
from bot.doctor.finding import State
from bot.doctor.house import look_at_house
from bot.people.coaching import add_coach, found_coach, take_off
from bot.people.laws import By
from bot.settings import read_settings
from bot.store.audit import BACKUP_MADE, write_audit
from bot.store.coaches import Profile
from bot.store.demo import add_demo_person, wipe_demo
from bot.store.staff import invite
from bot.store.staff_tables import staff
from tests.integration.engine import SettableClock

REAL = {
    "WARMLINE_HUMAN_PHONE": "+442079460234",
    "TWILIO_ACCOUNT_SID": "AC0",
    "TWILIO_AUTH_TOKEN": "0f0f0f0f",
    "TWILIO_PHONE_NUMBER": "+442079460235",
}
HASTY = ("coaches' phones", "supervisor", "demo", "administrators", "backup")


def states(house: House) -> dict[str, State]:
    return {found.what: found.state for found in look_at_house(house)}


def an_admin(connection: Connection, house: House, email: str) -> None:
    invite(connection, house.vault, email, "admin", house.clock.now().timestamp())
    connection.execute(update(staff).values(password_hash="of a password"))


def test_what_may_be_with_the_simulator_is_said_of_a_real_line(house: House) -> None:
    real = replace(house, settings=read_settings(REAL, None))
    by = By("command line", house.clock.now().timestamp())
    vault, write = house.vault, house.database.write
    coach = write(lambda c: add_coach(c, vault, by, "Dana", "+15550102", Profile(on_call=True)))
    write(lambda c: add_demo_person(c, vault, "+15550120", STORIES[0], by.now - 900, None))
    write(lambda c: an_admin(c, house, "ana@example.org"))

    assert not set(states(house)) & set(HASTY), "a line to play with"
    hasty = states(real)
    assert [hasty[what] for what in HASTY] == [State.WRONG, State.CARE, State.WRONG, State.CARE, State.CARE]

    write(lambda c: take_off(c, by, found_coach(c, vault, coach)))
    write(lambda c: add_coach(c, vault, by, "Dana", "+442079460236", Profile(on_call=True, supervisor=True)))
    write(lambda c: wipe_demo(c, vault, by.now))
    write(lambda c: an_admin(c, house, "ben@example.org"))
    write(lambda c: write_audit(c, "command line", "backup", None, by.now))
    assert states(real)["backup"] is State.CARE, "it was begun: nobody knows that it was ever finished"
    write(lambda c: write_audit(c, "command line", BACKUP_MADE, None, by.now))
    calm = states(real)
    assert set(calm) & set(HASTY) == {"backup"}
    assert calm["backup"] is State.OK

    later = SettableClock()
    later.forward(3 * 86_400)
    assert states(replace(real, clock=later))["backup"] is State.CARE
