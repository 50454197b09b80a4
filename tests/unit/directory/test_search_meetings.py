"""Meetings come by the clock, and are the ones that are asked for."""

from __future__ import annotations

from typing import Any

import pytest

from bot.directory.place import Place
from tests.unit.directory.builders import ask, names, place

ONLY = ("women", "only:women")


def meeting(id: str, hours: str, miles: float = 1.0, **changes: Any) -> Place:
    return place(id, miles, hours, needs=("meetings",), organization_id="intergroup", **changes)


def test_meetings_come_in_the_order_in_which_they_begin() -> None:
    noon = meeting("noon", "daily noon-1pm")
    tonight, tomorrow = meeting("tonight", "Mon 7pm-8pm", 3), meeting("tomorrow", "Tue 7am-8am", 0.5)
    found = ask(tomorrow, tonight, noon, need="meetings")
    assert [(each.name, each.when) for each in found.places] == [
        ("noon", "today 12-1"),
        ("tonight", "tonight 7-8pm"),
        ("tomorrow", "tomorrow 7-8am"),
    ]


def test_a_meeting_that_began_an_hour_ago_is_over_for_us() -> None:
    began, next_one = meeting("began", "Mon 11am-1pm"), meeting("next", "Tue 7pm-8pm")
    assert names(ask(began, next_one, need="meetings")) == ["next", "began"]


def test_a_near_meeting_comes_before_a_far_one_that_begins_at_the_same_time() -> None:
    far, near = meeting("far", "Mon 7pm-8pm", 9), meeting("near", "Mon 7:30pm-8:30pm", 1)
    assert names(ask(far, near, need="meetings")) == ["near", "far"]


@pytest.mark.parametrize(
    ("day", "expected"), [("tonight", "evening"), ("tomorrow", "tuesday"), ("today", "afternoon")], ids=str
)
def test_the_day_that_is_asked_for(day: str, expected: str) -> None:
    meetings = [
        meeting("afternoon", "Mon 3pm-4pm"),
        meeting("evening", "Mon 7pm-8pm"),
        meeting("tuesday", "Tue 9am-10am"),
    ]
    assert names(ask(*meetings, need="meetings", day=day))[0] == expected


def test_a_meeting_on_another_day_than_asked_for_still_tells_its_time() -> None:
    found = ask(meeting("tuesday", "Tue 9am-10am"), need="meetings", day="tonight")
    assert [(each.name, each.when) for each in found.places] == [("tuesday", "tomorrow 9-10am")]
    assert found.note == "day"


def test_a_womens_meeting_tonight_comes_first_and_the_mens_is_not_offered() -> None:
    men = meeting("men", "Mon 5pm-6pm", traits=("na", "men", "only:men"))
    mixed, women = (
        meeting("mixed", "Mon 6pm-7pm", traits=("na",)),
        meeting("women", "Mon 8pm-9pm", traits=("na", *ONLY)),
    )
    tomorrow = meeting("tomorrow", "Tue 8pm-9pm", traits=("na", *ONLY))
    asked = {"need": "meetings", "day": "tonight", "formats": ("na",)}
    assert names(ask(men, mixed, women, tomorrow, who=("women",), **asked)) == ["women", "mixed"]
    assert names(ask(men, mixed, women, tomorrow, **asked)) == ["men", "mixed", "women"]
    assert names(ask(men, mixed, women, who=("women", "men"), **asked)) == ["men", "mixed", "women"]
    assert names(ask(mixed, tomorrow, who=("women",), need="meetings")) == ["mixed", "tomorrow"], "tonight is sooner"


def test_an_na_meeting_in_spanish_or_an_honest_word() -> None:
    aa, na = meeting("aa", "Mon 3pm-4pm", traits=("aa",)), meeting("na", "Mon 7pm-8pm", traits=("na",))
    assert names(ask(aa, na, need="meetings", formats=("na",))) == ["na"]
    spanish = meeting("spanish", "Tue 7pm-8pm", languages=("es",))
    assert names(ask(aa, spanish, need="meetings", spanish=True)) == ["spanish"]
    found = ask(aa, need="meetings", formats=("na",))
    assert (names(found), found.note) == (["aa"], "formats")
