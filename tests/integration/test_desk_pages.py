"""Coaches at the desk's pages: what they see, what their clicks do, and what they may not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.app import House
from bot.conversation import CaseState, Urgency
from bot.store.journal import tag
from tests.integration.desk_world import BEN, DANA, MIGUEL, ROSA, DeskWorld, press, world
from tests.integration.engine import SettableClock

__all__ = ["world"]

CASE = re.compile(r'data-case="(\d+)" data-where="(\w+)"')


def test_what_waits_is_ranked_by_danger_then_by_waiting_time(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    young = world.case(MIGUEL, ago=60)
    old = world.case(ROSA, ago=600)
    urgent = world.case("+15550102", Urgency.CRISIS, ago=5)
    mine = world.case("+15550103", holder=dana)
    theirs = world.case("+15550104", holder=world.coach("Ben", BEN))
    shown = world.desk(dana, "dana@example.org").get("/console/desk").text
    assert CASE.findall(shown) == [
        (str(mine), "mine"),
        (str(urgent), "waits"),
        (str(old), "waits"),
        (str(young), "waits"),
    ]
    assert f"/console/desk/{theirs}" not in shown
    assert "words of the person" not in shown
    assert "Marked as urgent." in shown
    assert "They asked for a person." in shown


def test_dana_takes_the_next_says_hello_and_closes(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL)
    client = world.desk(dana, "dana@example.org")
    shown = press(client, "/console/desk", "/console/desk/take", case="next")
    assert "is yours" in shown
    assert "words of the person" in shown
    here = f"/console/desk/{case}"
    assert "Sent." in press(client, here, f"{here}/step", do="say", body="Hello, Dana here.")
    assert world.outgoing(MIGUEL)[-1] == "Hello, Dana here."
    assert "never sees it" in press(client, here, f"{here}/step", do="note", note="Call her sister.")
    assert "Call her sister." in client.get(here).text
    assert world.outgoing(DANA) == []  # what is done on the page is not texted as well


def test_the_same_click_sent_twice_is_one_text(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    for _ in range(3):
        assert "Sent." in press(client, here, f"{here}/step", key="one-and-the-same", do="say", body="Only once.")
    assert world.outgoing(MIGUEL).count("Only once.") == 1


@pytest.mark.parametrize("whose", ["waits", "foreign", "closed", "nobody"])
def test_a_coach_sees_own_and_waiting_cases_only_on_every_route(world: DeskWorld, whose: str) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    case = world.case(MIGUEL, holder=ben if whose in ("foreign", "closed") else None)
    if whose == "closed":
        press(
            world.desk(ben, "ben@example.org"),
            f"/console/desk/{case}",
            f"/console/desk/{case}/step",
            do="done",
            outcome="2",
        )
    if whose == "nobody":
        case = 999_999
    client = world.desk(dana, "dana@example.org")
    page = client.get(f"/console/desk/{case}")
    assert page.status_code == (200 if whose == "waits" else 404)
    assert "words of the person" not in page.text
    before = world.outgoing(MIGUEL)
    for do in ("say", "note", "supervisor", "done", "keep"):
        answer = press(
            client, "/console/desk", f"/console/desk/{case}/step", do=do, body="Intruder", note="Intruder", outcome="1"
        )
        assert "words of the person" not in answer
    assert world.outgoing(MIGUEL) == before
    if whose != "nobody":
        assert world.case_of(MIGUEL).holder_id == (None if whose == "waits" else ben)


def test_staff_read_along_but_do_not_answer(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    ana, here = world.member("staff"), f"/console/desk/{case}"
    shown = ana.get(here).text
    assert "words of the person" in shown
    assert "You read along" in shown
    assert "Only coaches answer people" in press(ana, "/console/desk", f"{here}/step", do="say", body="Hi")
    assert "Hi" not in world.outgoing(MIGUEL)


def test_a_coach_without_a_phone_with_us_is_told_what_to_do(world: DeskWorld) -> None:
    case = world.case(MIGUEL)
    nobody = world.member("coach", "new@example.org", None)
    assert nobody.get("/console/desk").status_code == 200
    assert nobody.get(f"/console/desk/{case}").status_code == 404
    assert "not linked to a coach" in press(nobody, "/console/desk", "/console/desk/take", case="next")


def test_every_look_and_every_click_is_noted(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL)
    client = world.desk(dana, "dana@example.org")
    before = len(world.audited())
    press(client, "/console/desk", "/console/desk/take", case="next")
    noted = [(action, subject) for _, action, subject in world.audited()[before:]]
    assert noted == [("list_desk", None), ("desk_take", f"case:{case}"), ("read", f"case:{case}")]


def test_a_closed_case_shows_no_texts_any_more(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    press(client, here, f"{here}/step", do="done", outcome="2")
    assert world.case_of(MIGUEL).state is CaseState.CLOSED
    shown = client.get(here).text
    assert "words of the person" not in shown
    assert "The case is closed" in shown


def test_after_a_case_nothing_of_the_person_is_told_to_whoever_held_it(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, Urgency.CRISIS, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    press(client, here, f"{here}/step", do="done", outcome="4", safe="yes")
    own, now = world.conversation(MIGUEL), world.clock.now().timestamp()
    world.house.database.write(lambda c: tag(c, world.house.vault, own, ["need:housing"], now))
    shown = client.get(here).text
    assert "Are you OK?" in shown
    for of_the_person in ("Handoff card", "Housing", "Urgent", "Language", ">Phone<"):
        assert of_the_person not in shown, of_the_person
    with client.stream("GET", f"{here}/live") as stream:
        said = "".join(stream.iter_text())
    assert "event: signed-out" in said  # there is nothing to watch any more
    assert "Closed" not in said
    assert "Housing" in world.member("staff").get(here).text


def test_a_text_with_a_phone_number_is_held_back_until_dana_decides(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    risky = "Call me on 555-0108 tonight"
    shown = press(client, here, f"{here}/step", do="say", body=risky)
    assert "Not sent yet" in shown
    assert "Never give your own." in shown
    assert risky not in world.outgoing(MIGUEL)
    changed = press(client, here, f"{here}/step", do="change")
    assert f">{risky}</textarea>" in changed
    press(client, here, f"{here}/step", do="say", body=risky)
    assert "Done." in press(client, here, f"{here}/step", do="send")
    assert world.outgoing(MIGUEL)[-1] == risky


def test_two_hundred_people_in_line_stay_readable(house: House) -> None:
    clock = SettableClock()
    quiet = DeskWorld(replace(house, clock=clock), clock)  # nobody handles texts: the cases stay as they are
    dana = quiet.coach("Dana", DANA)
    for n in range(200):
        quiet.stored_case(f"+155502{n:05d}", minutes=n)
    client = quiet.desk(dana, "dana@example.org")
    shown = client.get("/console/desk").text
    assert "200 people wait" in shown
    assert shown.count('data-where="waits"') == 40
    assert "Show 160 more" in shown
    assert "waits 3 h" in shown.partition("data-where")[2][:600]  # who waits longest is first
    assert client.get("/console/desk?all=yes").text.count('data-where="waits"') == 200
