"""Coach, relapse, questions about us, trouble and the safety net."""

from __future__ import annotations

import pytest

from actions.about_us import RESPONSES
from actions.executor import all_actions
from actions.trouble import TOPICS
from tests.unit.actions.playing import Shelf, play


def test_asking_for_a_coach_opens_a_case() -> None:
    played = play("action_call_coach", act="coach", in_form=True)
    assert (played.names, played.deeds) == (["utter_coach_called"], [("open_case", {"reason": "asked"})])
    assert played.slots == {"requested_slot": None}


def test_a_relapse_offers_a_coach_and_answers_the_need() -> None:
    slots = {"needs_now": ["treatment"], "needs": ["treatment"], "zip": "19104"}
    played = play("action_relapse", slots, act="relapse", shelf=Shelf({"treatment": ["t"]}))
    assert played.names == ["utter_relapse", "utter_offer_coach", "utter_resources"]
    assert played.slots["asked"] == "coach"
    assert played.deeds == []


def test_a_relapse_with_the_wish_to_talk_calls_the_coach_at_once() -> None:
    played = play("action_relapse", {"needs_now": ["talk"]}, act="relapse")
    assert (played.names, played.deeds) == (["utter_relapse", "utter_talk"], [("open_case", {"reason": "talk"})])


@pytest.mark.parametrize(
    ("detail", "name"), [*RESPONSES.items(), (None, "utter_bot_question"), ("x", "utter_bot_question")]
)
def test_questions_about_us(detail: str | None, name: str) -> None:
    assert play("action_about_us", {"detail": detail}, act="bot_question").names == [name]


@pytest.mark.parametrize("detail", sorted(TOPICS))
@pytest.mark.parametrize("in_form", [False, True])
def test_every_known_topic_is_answered_also_inside_the_question(detail: str, in_form: bool) -> None:
    played = play("action_not_understood", {"detail": detail, "misses": 2}, act="other", in_form=in_form)
    assert played.says
    assert "misses" not in played.slots


def test_misses_are_counted_up_to_a_human() -> None:
    assert play("action_not_understood", act="other").names == ["utter_fallback_examples"]
    second = play("action_not_understood", {"misses": 1}, act="other")
    assert (second.names, second.slots["asked"]) == (["utter_fallback_coach"], "coach")
    third = play("action_not_understood", {"misses": 2}, act="other")
    assert (third.names, third.deeds) == (["utter_fallback_case"], [("open_case", {"reason": "not_understood"})])


def test_a_complaint_gets_other_places_or_a_coach() -> None:
    slots = {"needs": ["food"], "shown": {"food": ["a"]}, "zip": "19104"}
    other = play("action_complaint", slots, act="complaint", shelf=Shelf({"food": ["a", "b"]}))
    assert other.names == ["utter_complaint", "utter_resources"]
    assert play("action_complaint", act="complaint").names == ["utter_complaint", "utter_offer_coach"]


def test_the_safety_net_is_never_silent() -> None:
    danger = play("action_check_safety", act="crisis", in_form=True)
    assert (danger.names, danger.deeds) == (["utter_crisis"], [("open_case", {"reason": "danger"})])
    stop = play("action_opt_out", act="opt_out")
    assert (stop.names, stop.deeds) == (["utter_opt_out"], [("opt_out", {})])


def test_no_two_actions_share_a_name() -> None:
    names = [action.name() for action in all_actions(Shelf())]
    assert len(set(names)) == len(names)
