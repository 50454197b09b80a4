"""Coaches at the desk's pages: what they see, what their clicks do, and what they may not."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest

from bot.app import House
from bot.conversation import CaseState, Urgency
from bot.store.coaches import deactivate
from tests.integration.desk_world import BEN, DANA, MIGUEL, ROSA, DeskWorld, load_places, press, world
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


def test_another_coach_was_faster_and_the_page_says_so(world: DeskWorld) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    case = world.case(MIGUEL)
    first, second = world.desk(dana, "dana@example.org"), world.desk(ben, "ben@example.org")
    slow = second.get("/console/desk").text
    assert f'value="{case}"' in slow
    press(first, "/console/desk", "/console/desk/take", case=str(case))
    shown = press(second, "/console/desk", "/console/desk/take", case=str(case))
    assert "another coach was faster" in shown
    assert world.case_of(MIGUEL).holder_id == dana


def test_take_the_next_goes_on_to_the_next_case_when_somebody_was_faster(world: DeskWorld) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    world.case(MIGUEL, ago=100)
    other = world.case(ROSA, ago=50)
    press(world.desk(dana, "dana@example.org"), "/console/desk", "/console/desk/take", case="next")
    shown = press(world.desk(ben, "ben@example.org"), "/console/desk", "/console/desk/take", case="next")
    assert f'data-case="{other}"' in shown
    assert world.case_of(ROSA).holder_id == ben


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


def test_about_me_frees_dana_and_the_words_reach_nobody(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert "It may be about you" in press(client, here, f"{here}/step", do="say", body="gonna drink myself dead")
    shown = press(client, here, f"{here}/step", do="me")
    assert "988" in shown
    assert world.case_of(MIGUEL).holder_id is None
    assert not any("drink" in text for text in world.outgoing(MIGUEL))


def test_dana_hands_over_to_ben_and_ben_takes_it(world: DeskWorld) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    case = world.case(MIGUEL, holder=dana)
    first, second, here = (
        world.desk(dana, "dana@example.org"),
        world.desk(ben, "ben@example.org"),
        f"/console/desk/{case}",
    )
    assert second.get(here).status_code == 404
    assert "it stays yours" in press(first, here, f"{here}/step", do="transfer", to=str(ben))
    asked = second.get(here).text
    assert "asks you to take over" in asked
    assert "words of the person" not in asked
    assert "A coach asks you to take over" in second.get("/console/desk").text
    assert "is yours" in press(second, here, f"{here}/step", do="take")
    assert world.case_of(MIGUEL).holder_id == ben
    assert first.get(here).status_code == 404


def test_dana_keeps_the_case_after_all(world: DeskWorld) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert "Choose a coach first" in press(client, here, f"{here}/step", do="transfer", to="")
    press(client, here, f"{here}/step", do="transfer", to=str(ben))
    press(client, here, f"{here}/step", do="keep")
    assert world.case_of(MIGUEL).state is CaseState.HELD


def test_a_supervisor_reads_along_and_steps_in(world: DeskWorld) -> None:
    dana, sue = world.coach("Dana", DANA), world.coach("Sue", BEN, supervisor=True)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(sue, "sue@example.org"), f"/console/desk/{case}"
    assert here in client.get("/console/desk").text
    shown = client.get(here).text
    assert "words of the person" in shown
    assert "holds this case" in press(client, here, f"{here}/step", do="say", body="Sue here")
    press(client, here, f"{here}/step", do="step_in")
    assert world.case_of(MIGUEL).holder_id == sue
    assert "Sue here" not in world.outgoing(MIGUEL)


def test_after_a_crisis_dana_is_asked_how_she_is(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, Urgency.CRISIS, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert "Choose one of the five" in press(client, here, f"{here}/step", do="done", safe="yes")
    assert "This case is urgent" in press(client, here, f"{here}/step", do="done", outcome="4")
    assert world.case_of(MIGUEL).open
    closed = press(client, here, f"{here}/step", do="done", outcome="4", safe="yes")
    assert "Are you OK?" in closed
    assert world.case_of(MIGUEL).outcome == "crisis_handled"
    assert "supervisor" in press(client, here, f"{here}/step", do="talk")


def test_somebody_who_is_no_coach_any_more_sees_nothing(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL)
    client = world.desk(dana, "dana@example.org")
    assert client.get(f"/console/desk/{case}").status_code == 200
    world.house.database.write(lambda connection: deactivate(connection, dana, world.clock.now().timestamp()))
    assert client.get(f"/console/desk/{case}").status_code == 404
    assert f"/console/desk/{case}" not in client.get("/console/desk").text
    assert "not linked to a coach" in press(client, "/console/desk", "/console/desk/take", case=str(case))


def test_the_number_needs_a_reason_and_is_noted(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    waits = world.case(ROSA)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert MIGUEL not in press(client, here, f"{here}/number", reason="curious")
    assert MIGUEL in press(client, here, f"{here}/number", reason="emergency")
    assert ("show_number:emergency", f"case:{case}") in [(action, subject) for _, action, subject in world.audited()]
    assert ROSA not in press(client, here, f"/console/desk/{waits}/number", reason="emergency")


def test_places_for_another_need_are_looked_up_without_an_address(world: DeskWorld) -> None:
    load_places(world)
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    shown = press(client, here, f"{here}/places", need="food", zip="19104")
    assert "<h3>Food</h3>" in shown
    assert shown.count("data-put") > 20
    assert "five digits" in press(client, here, f"{here}/places", need="food", zip="1910")
    assert "Choose a need" in press(client, here, f"{here}/places", need="magic", zip="")


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


def test_two_coaches_click_at_the_same_moment_and_one_gets_it(world: DeskWorld) -> None:
    dana, ben = world.coach("Dana", DANA), world.coach("Ben", BEN)
    browsers = world.desk(dana, "dana@example.org"), world.desk(ben, "ben@example.org")
    for n in range(5):
        case = world.case(f"+155501{n + 20:02d}")
        with ThreadPoolExecutor(2) as both:
            click = partial(press, page="/console/desk", path="/console/desk/take", case=str(case))
            shown = list(both.map(click, browsers))
        winner = world.case_of(f"+155501{n + 20:02d}").holder_id
        assert winner in (dana, ben)
        assert ["is yours" in page for page in shown] == [winner == dana, winner == ben]
        assert all("moment faster" in page or "was faster" in page or "is yours" in page for page in shown)


def test_a_coach_blocks_a_number_with_a_reason_and_the_case_is_over(world: DeskWorld) -> None:
    dana, _sue = world.coach("Dana", DANA), world.coach("Sue", BEN, supervisor=True)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert "Say first why" in press(client, here, f"{here}/step", do="block")
    assert "number is blocked" in press(client, here, f"{here}/step", do="block", why="harassment")
    assert world.case_of(MIGUEL).outcome == "blocked"
    assert ("staff:1", "desk_coach_block", f"case:{case}") in world.audited()
    staff = world.member("staff", "ana@example.org")
    shown = staff.get(f"/console/conversations/{world.conversation(MIGUEL)}").text
    assert "Dana blocked this number: Harassment" in shown


def test_an_urgent_case_has_no_button_to_block(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, Urgency.CRISIS, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    assert 'value="block"' not in client.get(here).text
    assert "is urgent, so the number was not blocked" in press(
        client, here, f"{here}/step", do="block", why="harassment"
    )


def test_staff_block_a_number_and_take_it_back(world: DeskWorld) -> None:
    own = world.text(MIGUEL, "you have won a phone")
    staff, here = world.member("staff", "ana@example.org"), f"/console/conversations/{own}"
    assert "Spam or a machine" in press(staff, here, f"{here}/block", why="spam")
    assert "Take the block back" in staff.get(here).text
    assert "The block was taken back." in press(staff, here, f"{here}/block", why="")
    assert [action for _, action, _ in world.audited() if "block" in action] == ["block:spam", "unblock"]
    assert "Choose a reason" in press(staff, here, f"{here}/block", why="because")


def test_staff_give_a_record_out_only_with_a_purpose_and_a_paper(world: DeskWorld) -> None:
    own = world.text(MIGUEL, "i need a ride")
    staff, here = world.member("staff", "ana@example.org"), f"/console/conversations/{own}"
    assert "which paper allows it" in press(staff, here, f"{here}/export", purpose="court", consent=" ")
    assert "export" not in [action for _, action, _ in world.audited()]
    given = press(staff, here, f"{here}/export", purpose="court", consent="docket 12")
    assert "42 CFR part 2 prohibits" in given
    assert "i need a ride" in given
    assert MIGUEL not in given
    assert ("staff:1", "export", f"conversation:{own}") in world.audited()
