"""What is said about the hours without a coach."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.console.markers import marker
from bot.desk.alerts import honest_at_night
from bot.desk.case import DeskRules
from bot.desk.night import night_values
from bot.desk.schedule import Schedule, Shift
from bot.message import Say
from bot.outcome import Outcome, Speech
from tests.unit.small_world import AMY, DANA, HUMAN, World

ZONE = "America/New_York"


def values(now: str, opens: str, language: str) -> dict[str, str]:
    return night_values(
        *(datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE)).timestamp() for at in (now, opens)), ZONE, language
    )


@pytest.mark.parametrize(
    ("now", "opens", "english", "spanish"),
    [
        ("2026-11-20T02:00", "2026-11-20T08:00", ("2 am", "at 8 am"), ("2 am", "a las 8 am")),
        ("2026-11-20T12:05", "2026-11-20T13:30", ("12:05 pm", "at 1:30 pm"), ("12:05 pm", "a la 1:30 pm")),
        ("2026-11-20T22:10", "2026-11-21T00:00", ("10:10 pm", "tomorrow at 12 am"), ("10:10 pm", "mañana a las 12 am")),
        ("2026-11-20T22:00", "2026-11-23T09:00", ("10 pm", "on Monday at 9 am"), ("10 pm", "el lunes a las 9 am")),
        ("2026-12-23T22:00", "2027-01-04T09:00", ("10 pm", "on Jan 4 at 9 am"), ("10 pm", "el 4 ene a las 9 am")),
        ("2026-10-31T23:00", "2026-11-01T08:00", ("11 pm", "tomorrow at 8 am"), ("11 pm", "mañana a las 8 am")),
    ],
)
def test_the_time_is_told_as_people_say_it(
    now: str, opens: str, english: tuple[str, str], spanish: tuple[str, str]
) -> None:
    assert tuple(values(now, opens, "en").values()) == english
    assert tuple(values(now, opens, "es").values()) == spanish


def asleep_world() -> World:
    """Amy's next shift begins in some hours."""
    world = World("Amy")
    hour = int(world.now // 3600 % 24)
    week = tuple(Shift(day, (hour + 3) % 24 * 60, (hour + 3) % 24 * 60 + 60) for day in range(7))
    world.coaches[AMY] = replace(world.coaches[AMY], schedule=Schedule("UTC", week))
    return world


def test_the_answer_says_when_a_coach_can_answer_instead_of_that_one_is_called() -> None:
    world = asleep_world()
    world.text(DANA, "coach")
    assert world.heard(DANA) == ["utter_welcome", "utter_case_night"]
    assert world.heard(AMY) == world.heard(HUMAN) == []
    world.text(DANA, "anybody there")
    world.text(DANA, "and it hurts")
    assert world.heard(DANA)[2:] == ["utter_case_night"]  # told how it stands once, as by day


def test_in_the_morning_the_ladder_begins_and_the_person_is_not_told_again() -> None:
    world = asleep_world()
    world.text(DANA, "coach")
    world.wait(8100)
    assert world.heard(AMY) == ["utter_coach_alert"]
    assert world.heard(DANA) == ["utter_welcome", "utter_case_night"]


def test_what_else_was_answered_stays_beside_the_night() -> None:
    says = tuple(Say(name) for name in ("utter_greet", "utter_coach_called", "utter_case_opened", "utter_thanks"))
    world = asleep_world()
    world.text(DANA, "coach")
    snapshot = world.snapshot(DANA)
    outcome = Outcome(snapshot.person, speeches=[Speech(DANA, "assistant", says), Speech(HUMAN, "system", says)])
    honest_at_night(snapshot, outcome, DeskRules((60,), (60,)))
    names = [[say.name for say in speech.says] for speech in outcome.speeches]
    assert names == [["utter_greet", "utter_case_night", "utter_thanks"], [say.name for say in says]]


def test_a_coach_who_leaves_when_the_shift_is_over_leaves_no_false_hope() -> None:
    world = World("Amy")
    world.text(DANA, "coach")
    world.text(AMY, "TAKE")
    world.coaches[AMY] = asleep_world().coaches[AMY]
    before = len(world.heard(DANA))
    world.text(AMY, "PASS")
    assert world.heard(DANA)[before:] == ["utter_case_released_night", "utter_case_night"]


def test_danger_is_never_told_to_wait_for_the_morning() -> None:
    world = asleep_world()
    world.text(DANA, "i want to kill myself")
    assert "utter_case_night" not in world.heard(DANA)
    assert "utter_human_phone_alert" in world.heard(HUMAN)


def test_the_journal_says_once_that_nobody_was_on_duty() -> None:
    world = asleep_world()
    outcome = world.text(DANA, "coach")
    (note,) = [note for note in outcome.notes if note.kind == "alerted"]
    assert marker("alerted", 0.0, note.detail, {}).sentence == "Nobody is on duty; the next shift begins in 2 h."
    again = world.text(DANA, "anybody there")
    assert not [note for note in again.notes if note.kind == "alerted"]
