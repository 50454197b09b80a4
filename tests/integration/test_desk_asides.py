"""Beside the answer: the number, places, blocking, and records that are given out."""

from __future__ import annotations

from bot.conversation import Urgency
from tests.integration.desk_world import BEN, DANA, MIGUEL, ROSA, DeskWorld, load_places, press
from tests.integration.desk_world import world as world  # a fixture


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


def test_what_dana_wrote_for_a_case_that_closed_meanwhile_comes_back(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    case = world.case(MIGUEL, holder=dana)
    client, here = world.desk(dana, "dana@example.org"), f"/console/desk/{case}"
    press(client, here, f"{here}/step", do="done", outcome="2")
    for do, field in (("say", "body"), ("note", "note")):
        shown = press(client, here, f"{here}/step", do=do, **{field: "She has a sister & a brother."})
        assert "This case is closed, so nothing was done." in shown
        assert "She has a sister &amp; a brother." in shown
