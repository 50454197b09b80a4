"""Conversations of a few turns with the real assistant, meaning by meaning."""

from __future__ import annotations

from tests.integration.assistant_line import AssistantLine
from tests.integration.test_assistant_every_act_in_every_state import Person, deeds, says


def test_marcus_asks_gives_his_zip_late_and_wants_more(assistant: AssistantLine) -> None:
    marcus = Person(assistant, "marcus")
    assert says(marcus.texts("seek", needs=["jobs"])) == ["utter_ask_zip"]
    assert says(marcus.texts("thanks")) == ["utter_thanks", "utter_ask_zip_again"]
    first = marcus.texts("location", zip="19104")
    assert says(first) == ["utter_resources"]
    more = marcus.texts("more")
    shown = [place["id"] for place in first["answers"][0]["values"]["lists"][0]["places"]]
    others = [place["id"] for place in more["answers"][0]["values"]["lists"][0]["places"]]
    assert shown == ["jobs-0", "jobs-1", "jobs-2"]
    assert others == ["jobs-3", "jobs-4"]
    assert says(marcus.texts("more")) == ["utter_no_more", "utter_offer_coach"]
    assert deeds(marcus.texts("affirm")) == [("open_case", {"reason": "asked"})]


def test_a_new_need_inside_the_question_takes_its_place(assistant: AssistantLine) -> None:
    dana = Person(assistant, "dana")
    dana.texts("seek", needs=["jobs"])
    assert dana.texts("seek", needs=["food"])["answers"][-1]["values"] == {"needs": ["food"]}
    dana.texts("location", zip="87501")
    assert assistant.directory.asked == [(("food",), "87501")]


def test_a_need_and_the_zip_in_one_text_need_no_question(assistant: AssistantLine) -> None:
    answer = Person(assistant, "lee").texts("seek", needs=["treatment", "family"], zip="45750")
    assert says(answer) == ["utter_resources"]
    assert assistant.directory.asked == [(("treatment", "family"), "45750")]


def test_who_does_not_know_the_zip_gets_help_for_everybody(assistant: AssistantLine) -> None:
    ana = Person(assistant, "ana")
    ana.texts("seek", needs=["housing"], language="es")
    assert says(ana.texts("deny", language="es")) == ["utter_ask_zip_again"]
    assert says(ana.texts("other", language="es")) == ["utter_without_zip", "utter_resources"]
    assert assistant.directory.asked == [(("housing",), None)]
    assert says(ana.texts("more", language="es")) == ["utter_resources"]


def test_a_town_without_a_zip_is_asked_for_the_zip_once(assistant: AssistantLine) -> None:
    joe = Person(assistant, "joe")
    joe.texts("seek", needs=["food"])
    assert says(joe.texts("location")) == ["utter_ask_zip_town"]
    assert says(joe.texts("location", zip="45750")) == ["utter_resources"]


def test_a_zip_that_does_not_exist_is_asked_for_again_and_the_need_is_kept(assistant: AssistantLine) -> None:
    kim = Person(assistant, "kim")
    kim.texts("seek", needs=["legal"])
    assert says(kim.texts("location", zip="99999")) == ["utter_zip_unknown"]
    assert says(kim.texts("location", zip="19104")) == ["utter_resources"]


def test_a_coach_asked_for_in_the_question_ends_the_question(assistant: AssistantLine) -> None:
    ray = Person(assistant, "ray")
    ray.texts("seek", needs=["jobs"])
    answer = ray.texts("coach", zip="19104")
    assert says(answer) == ["utter_coach_called"]
    assert deeds(answer) == [("open_case", {"reason": "asked"})]
    assert answer["memory"]["form"] is None
    assert answer["memory"]["slots"]["zip"] == "19104"


def test_wanting_to_talk_calls_a_coach_and_the_other_need_is_answered_too(assistant: AssistantLine) -> None:
    sol = Person(assistant, "sol")
    answer = sol.texts("seek", needs=["talk", "food"])
    assert says(answer) == ["utter_talk", "utter_ask_zip"]
    assert deeds(answer) == [("open_case", {"reason": "talk"})]
    found = sol.texts("location", zip="19104")
    assert (says(found), deeds(found)) == (["utter_resources"], [])


def test_a_relapse_is_met_without_blame_and_a_no_to_the_coach_is_taken(assistant: AssistantLine) -> None:
    tim = Person(assistant, "tim")
    assert says(tim.texts("relapse")) == ["utter_relapse", "utter_offer_coach"]
    assert says(tim.texts("deny")) == ["utter_coach_declined"]
    assert says(tim.texts("affirm")) == ["utter_affirm"]


def test_a_relapse_that_gives_the_zip_we_waited_for_gets_both_answers(assistant: AssistantLine) -> None:
    bo = Person(assistant, "bo")
    bo.texts("seek", needs=["treatment"])
    assert says(bo.texts("relapse", zip="19104")) == ["utter_relapse", "utter_offer_coach", "utter_resources"]


def test_three_misses_in_a_row_call_a_human_but_not_three_spread_out(assistant: AssistantLine) -> None:
    max_ = Person(assistant, "max")
    assert says(max_.texts("other")) == ["utter_fallback_examples"]
    assert says(max_.texts("greet")) == ["utter_greet"]
    assert says(max_.texts("other")) == ["utter_fallback_examples"]
    assert says(max_.texts("other")) == ["utter_fallback_coach"]
    last = max_.texts("other")
    assert says(last) == ["utter_fallback_case"]
    assert deeds(last) == [("open_case", {"reason": "not_understood"})]


def test_a_child_or_a_minor_becomes_a_task_for_a_human(assistant: AssistantLine) -> None:
    for detail, reason in (("minor", "minor"), ("child_disclosure", "child"), ("check", "check")):
        answer = Person(assistant, detail).texts("other", detail=detail)
        assert deeds(answer) == [("open_case", {"reason": reason})]


def test_after_a_silence_more_does_not_bring_up_the_old_need(assistant: AssistantLine) -> None:
    eve = Person(assistant, "eve")
    eve.texts("seek", needs=["treatment"], zip="19104")
    assert says(eve.texts("more", after="silence")) == ["utter_ask_need"]
    assert eve.memory is not None
    assert eve.memory["slots"] == {"zip": "19104"}


def test_goodbye_ends_the_question(assistant: AssistantLine) -> None:
    pat = Person(assistant, "pat")
    pat.texts("seek", needs=["jobs"])
    assert says(pat.texts("goodbye")) == ["utter_goodbye"]
    assert says(pat.texts("thanks")) == ["utter_thanks"]
