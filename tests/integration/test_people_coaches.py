"""Coaches and their hours, as administrators and staff keep them in the console."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import Case, CaseState, Urgency
from bot.desk.schedule import ExtraShift, Shift
from bot.store.cases import save_case
from bot.store.conversations import phone_of
from tests.integration.people_world import ANA, BEN, DANA, KIM, MIGUEL, PEOPLE, PeopleWorld, fill
from tests.integration.people_world import world as world  # a fixture

COACHES = f"{PEOPLE}/coaches"
PROFILE = {"name": "Dana", "language__en": "yes", "max_cases": "2", "on_call": "yes"}


def test_a_coach_is_added_and_their_number_is_shown_to_administrators_who_are_noted(world: PeopleWorld) -> None:
    kim, ana = world.member("admin", KIM), world.member("staff", ANA)
    answer = fill(kim, COACHES, phone="(215) 555-0142", topic__housing="yes", email="dana@example.org", **PROFILE)
    assert "Added. Set their weekly hours next" in answer.text
    (_, subject, _) = world.audited_why("coach added")[0]
    own = str(subject).partition(":")[2]
    for browser in (kim, ana):
        shown = browser.get(f"{COACHES}/{own}").text
        assert "…42" in shown
        assert "5550142" not in shown
    assert "+12155550142" in fill(kim, f"{COACHES}/{own}/number", f"{COACHES}/{own}").text
    assert world.audited_why("show_coach_number") == [
        (f"staff:{world.id_of(KIM)}", f"coach:{own}", "opened by its address")
    ]
    assert fill(ana, f"{COACHES}/{own}/number", f"{COACHES}/{own}").status == 403
    coach = world.known_coach(int(own))
    assert (coach.name, coach.topics, coach.max_cases, coach.on_call) == ("Dana", ("housing",), 2, True)


def test_a_changed_profile_is_told_before_and_after_without_name_and_address(world: PeopleWorld) -> None:
    kim, dana = world.member("admin", KIM), world.coach()
    page = f"{COACHES}/{dana}"
    new = PROFILE | {"name": "Danielle", "language__es": "yes", "supervisor": "yes", "email": "dani@example.org"}
    assert "Saved." in fill(kim, page, do="profile", **new).text
    assert "Nothing was different" in fill(kim, page, do="profile", **new).text
    told = [
        "name changed", "e-mail added", "languages en → en+es", "supervisor no → yes", "max cases 1 → 2"
    ]  # fmt: skip
    assert world.audited_why("coach changed") == [(f"staff:{world.id_of(KIM)}", f"coach:{dana}", ", ".join(told))]


def test_a_wrong_coach_keeps_what_was_typed(world: PeopleWorld) -> None:
    kim = world.member("admin", KIM)
    wrong: list[tuple[dict[str, str], str]] = [
        ({"name": " "}, "First name: expected a first name"),
        ({"max_cases": "99"}, "Cases at once: expected a number from 1 to 50."),
        ({"max_cases": "two"}, "Cases at once: expected a number"),
        ({"email": "dana"}, "E-mail for alerts: expected an address"),
        ({"phone": "12"}, "Phone: expected"),
    ]
    for fields, said in wrong:
        answer = fill(kim, COACHES, **({"phone": DANA} | PROFILE | {"topic__legal": "yes"} | fields))
        assert (answer.status, said in answer.text) == (422, True), said
        assert 'name="topic-legal" value="yes" checked' in answer.text


def test_staff_set_hours_days_off_and_extra_shifts(world: PeopleWorld) -> None:
    ana, dana = world.member("staff", ANA), world.coach()
    page, hours = f"{COACHES}/{dana}", f"{COACHES}/{dana}/hours"
    week = {"from-0-0": "09:00", "to-0-0": "12:00", "from-0-1": "13:00", "to-0-1": "17:00"}
    night = {"from-5-0": "20:00", "to-5-0": "08:00", "zone": "America/New_York"}
    assert "The weekly hours are saved" in fill(ana, hours, page, do="hours", **week, **night).text
    today = world.clock.now().date()
    later = today.replace(year=today.year + 1, month=12, day=24)
    fill(ana, hours, page, do="day_off", day=str(later), until=str(later.replace(day=26)))
    fill(ana, hours, page, do="extra", day=str(later.replace(day=25)), **{"from": "18:00", "to": "22:00"})
    answer = fill(ana, hours, page, do="undo_off", day=str(later.replace(day=26)))
    assert "The day off is taken back." in answer.text
    plan = world.known_coach(dana).schedule
    assert plan is not None
    assert plan.weekly == (Shift(0, 540, 720), Shift(0, 780, 1020), Shift(5, 1200, 1920))
    assert plan.days_off == {later, later.replace(day=25)}
    assert plan.extra == (ExtraShift(later.replace(day=25), 1080, 1320),)
    who = f"staff:{world.id_of(ANA)}"
    after = "Mon 9:00-12:00, Mon 13:00-17:00, Sat 20:00-8:00 (America/New_York)"
    assert world.audited_why("shifts changed") == [(who, f"coach:{dana}", f"no schedule → {after}")]
    assert world.audited_why("day off") == [(who, f"coach:{dana}", f"{later} to {later.replace(day=26)}")]
    fill(ana, hours, page, do="clear")
    assert world.known_coach(dana).schedule is None


def test_wrong_hours_are_shown_again_with_the_reason(world: PeopleWorld) -> None:
    ana, dana = world.member("staff", ANA), world.coach()
    wrong: list[tuple[dict[str, str], str]] = [
        ({"from-0-0": "09:00", "zone": "America/New_York"}, "Monday: fill in both times"),
        ({"from-1-0": "9am", "to-1-0": "17:00", "zone": "America/New_York"}, "Tuesday: expected times like 09:00."),
        (
            {"from-2-0": "09:00", "to-2-0": "17:00", "from-2-1": "16:00", "to-2-1": "18:00", "zone": "UTC"},
            "Wednesday: the two shifts overlap.",
        ),
        ({"from-0-0": "09:00", "to-0-0": "17:00", "zone": "Mars/Base"}, "Expected the name of a time zone"),
    ]
    for fields, said in wrong:
        answer = fill(ana, f"{COACHES}/{dana}/hours", f"{COACHES}/{dana}", do="hours", **fields)
        assert (answer.status, said in answer.text) == (422, True), said
        typed = next(value for name, value in fields.items() if name.startswith("from"))
        assert f'value="{typed}"' in answer.text
    assert world.known_coach(dana).schedule is None


def test_a_coach_with_a_case_keeps_their_phone_and_hands_the_case_on_before_they_go(world: PeopleWorld) -> None:
    kim, dana, ben = world.member("admin", KIM), world.coach(), world.coach("Ben", BEN)
    page, now = f"{COACHES}/{dana}", world.clock.now().timestamp()
    talk = world.text(MIGUEL, "words of the person")
    case = Case(0, "", CaseState.HELD, Urgency.NORMAL, "asked", now, holder_id=dana, taken_at=now)
    world.house.database.write(lambda c: save_case(c, world.house.vault, talk, case))
    assert "has an open case" in fill(kim, page, do="phone", phone="+15550141").text
    assert "Hand them on first" in fill(kim, page, do="off").text
    assert "being handed on" in fill(kim, page, do="pass_on").text
    assert not world.known_coach(dana).on_call
    assert "is, or was, another coach's" in fill(kim, f"{COACHES}/{ben}", do="phone", phone=DANA).text
    assert "talks with one" in fill(kim, f"{COACHES}/{ben}", do="phone", phone=MIGUEL).text
    assert "From now on this phone" in fill(kim, f"{COACHES}/{ben}", do="phone", phone="+15550141").text
    with world.house.database.read() as connection:
        assert phone_of(connection, world.house.vault, world.known_coach(ben).conversation_id) == "+15550141"
    assert "They are a coach no more." in fill(kim, f"{COACHES}/{ben}", do="off").text
    assert kim.get(f"{COACHES}/{ben}").status_code == 404
    assert replace(world.known_coach(ben)).active is False


def test_who_talks_with_a_coach_or_waits_for_one_is_made_no_coach(world: PeopleWorld) -> None:
    kim, dana = world.member("admin", KIM), world.coach()
    now, new = world.clock.now().timestamp(), PROFILE | {"name": "Miguel"}
    talk = world.text(MIGUEL, "words of the person")
    case = Case(0, "", CaseState.HELD, Urgency.NORMAL, "asked", now, holder_id=dana, taken_at=now)
    saved = world.house.database.write(lambda c: save_case(c, world.house.vault, talk, case))
    answer = fill(kim, COACHES, phone=MIGUEL, **new)
    assert (answer.status, "talks with one. Close that case first." in answer.text) == (422, True)
    closed = replace(saved, state=CaseState.CLOSED, closed_at=now)
    world.house.database.write(lambda c: save_case(c, world.house.vault, talk, closed))
    assert "Added." in fill(kim, COACHES, phone=MIGUEL, **new).text


def test_the_week_shows_who_is_on_and_when_nobody_is(world: PeopleWorld) -> None:
    ana, dana = world.member("staff", ANA), world.coach()
    hours = {"from-0-0": "09:00", "to-0-0": "17:00", "zone": "America/New_York"}
    assert "There is no coach" not in ana.get(PEOPLE).text
    assert "No weekly hours, so at any hour" in ana.get(PEOPLE).text
    fill(ana, f"{COACHES}/{dana}/hours", f"{COACHES}/{dana}", do="hours", **hours)
    fill(ana, f"{PEOPLE}/holidays", day="2027-11-29", name="Founders", do="add")
    week = ana.get(f"{PEOPLE}?week=2027-11-24").text
    assert "9 AM – 5 PM" in week
    assert "Nobody 5 PM – midnight" in week
    assert week.count("Nobody all day") == 6
    closed = ana.get(f"{PEOPLE}?week=2027-12-01").text
    assert "Founders" in closed
    assert closed.count("Nobody all day") == 7
    fill(ana, f"{PEOPLE}/holidays", day="2027-11-29", do="remove")
    assert "Founders" not in ana.get(f"{PEOPLE}?week=2027-12-01").text
