"""Cases change hands at the desk: somebody is faster, an offer, a supervisor; and how Dana is after a crisis."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from bot.conversation import CaseState, Urgency
from bot.store.coaches import deactivate
from tests.integration.desk_world import BEN, DANA, MIGUEL, ROSA, DeskWorld, press
from tests.integration.desk_world import world as world  # a fixture


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
