"""Each look at somebody is in the audit with why, although nobody typed a reason."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest

from bot.app import House
from bot.audit_seal import verify
from bot.conversation import Case, CaseState, Urgency
from bot.store.audit import write_audit
from bot.store.cases import cases_of, save_case
from bot.store.coaches import add_coach
from bot.store.journal import tag
from bot.store.remarks import FOLLOW_UP, Ask, add_remark
from bot.store.staff import staff_by_email
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

MIGUEL = "+15550101"
HOST = "http://testserver"
LIST = "/console/conversations"
BY_ADDRESS = "opened by its address"


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def case_of(world: World, talk: int, urgency: Urgency = Urgency.NORMAL, holder: int | None = None) -> Case:
    now, vault = world.clock.now().timestamp(), world.house.vault
    state = CaseState.HELD if holder else CaseState.ALERTING
    case = Case(0, "", state, urgency, "asked", now, holder_id=holder, taken_at=now if holder else None)
    world.house.database.write(lambda c: save_case(c, vault, talk, case))
    with world.house.database.read() as connection:
        return cases_of(connection, vault, talk)[-1]


def test_a_conversation_says_what_was_open_there_and_which_list_led_to_it(world: World) -> None:
    talk, ana = world.text(MIGUEL, "i need a room"), world.member()
    case, page = case_of(world, talk, Urgency.CRISIS), f"{LIST}/{talk}"
    ana.get(page, headers={"referer": f"{HOST}{LIST}?seen=not_reviewed&need=housing"})
    ana.get(page)
    post(ana, f"{page}/reviewed", page=page, reviewed="yes")
    world.house.database.write(
        lambda c: save_case(c, world.house.vault, talk, replace(case, state=CaseState.CLOSED, closed_at=1.0))
    )
    ana.get(page)
    waits = f"urgent case {case.id} waits"
    assert world.whys("read") == [
        f"{waits}, not read yet; from Conversations (seen not_reviewed, need)",
        f"{waits}, not reviewed yet; {BY_ADDRESS}",
        f"{waits}, not reviewed yet; {BY_ADDRESS}",  # the page of the form
        f"nothing open there; {BY_ADDRESS}",
    ]


def test_a_coach_is_told_apart_from_who_only_looks(world: World) -> None:
    now, vault = world.clock.now().timestamp(), world.house.vault
    dana = world.house.database.write(lambda c: add_coach(c, vault, "Dana", "+15550108", ("en",), False, now))
    talk = world.text(MIGUEL, "hello")
    case = case_of(world, talk, holder=dana)
    world.member("coach", "dana@example.org", dana).get(f"/console/desk/{case.id}")
    world.member("staff", "ana@example.org").get(
        f"/console/desk/{case.id}", headers={"referer": f"{HOST}/console/desk"}
    )
    assert world.whys("read") == [
        f"holds case {case.id}, not read yet; {BY_ADDRESS}",
        f"case {case.id} is with a coach, not read yet; from Desk",
    ]


def test_a_follow_up_that_is_due_is_a_reason(world: World) -> None:
    talk, ana, now = world.text(MIGUEL, "hello"), world.member(), world.clock.now().timestamp()
    vault = world.house.vault
    with world.house.database.read() as connection:
        member = staff_by_email(connection, vault, "ana@example.org")
    assert member is not None
    ask = Ask(member.id, FOLLOW_UP, now - 1)
    world.house.database.write(lambda c: add_remark(c, vault, talk, None, member.id, "call the shelter", [ask], now))
    ana.get(f"{LIST}/{talk}", headers={"referer": f"{HOST}/console/inbox"})
    assert world.whys("read") == ["a follow-up is due, not read yet; from Inbox"]


def test_a_list_says_what_was_chosen_and_no_word_that_was_looked_for(world: World) -> None:
    talk, ana, vault = world.text(MIGUEL, "i need a room"), world.member(), world.house.vault
    world.house.database.write(lambda c: tag(c, vault, talk, ["need:housing"], world.clock.now().timestamp()))
    ana.get(f"{LIST}?need=housing&state=assistant")
    post(ana, f"{LIST}/search", page=LIST, words="Miguel room", need="housing", seen="unread")
    ana.get("/console/desk")
    case_of(world, talk)
    ana.get("/console/desk")
    assert world.whys("list_conversations", "list_desk", "search_conversations") == [
        f"chosen: need, state assistant; {BY_ADDRESS}",
        BY_ADDRESS,  # the page of the form
        f"by words, chosen: need, seen unread; {BY_ADDRESS}",
        f"0 waiting, 0 urgent; {BY_ADDRESS}",
        f"1 waiting, 0 urgent; {BY_ADDRESS}",
    ]


def test_the_audit_shows_the_why_and_stays_whole_over_rows_from_before(world: World) -> None:
    house, now = world.house, world.clock.now().timestamp()
    talk = world.text(MIGUEL, "hello")
    house.database.write(lambda c: write_audit(c, "staff:1", "read", f"conversation:{talk}", now))  # as it once was
    kim = world.member("admin", "kim@example.org")
    kim.get(f"{LIST}/{talk}", headers={"referer": f"{HOST}/console"})
    page = html.unescape(kim.get(f"/console/audit?about=conversation&number={talk}").text)
    assert '<td data-name="Why">not read yet; from Home</td>' in page
    assert '<td data-name="Why"></td>' in page
    assert verify(house.database, house.vault, house.settings.warmline_data_dir).count > 2
