"""Searching: first places, further places, none, and the need to talk."""

from __future__ import annotations

from tests.unit.actions.playing import Shelf, play

FIVE_JOBS = {"jobs": ["a", "b", "c", "d", "e"]}


def test_three_places_for_one_need_and_a_word_that_there_are_more() -> None:
    shelf = Shelf(FIVE_JOBS)
    played = play("action_seek", {"needs_now": ["jobs"], "zip": "19104", "language": "es"}, shelf=shelf)
    ((name, values),) = played.says
    assert name == "utter_resources"
    assert [place["id"] for place in values["lists"][0]["places"]] == ["a", "b", "c"]
    assert values["more"] is True
    assert played.slots["shown"] == {"jobs": ["a", "b", "c"]}
    assert shelf.asked == [{"needs": ["jobs"], "zip": "19104", "language": "es", "exclude": []}]


def test_two_places_each_for_several_needs() -> None:
    shelf = Shelf({**FIVE_JOBS, "food": ["f", "g", "h"]})
    ((_, values),) = play("action_seek", {"needs_now": ["jobs", "food"], "zip": "19104"}, shelf=shelf).says
    assert [len(entry["places"]) for entry in values["lists"]] == [2, 2]


def test_more_leaves_out_what_was_shown_and_remembers_both() -> None:
    slots = {"needs": ["jobs"], "zip": "19104", "shown": {"jobs": ["a", "b", "c"]}}
    played = play("action_more", slots, act="more", shelf=Shelf(FIVE_JOBS))
    ((_, values),) = played.says
    assert [place["id"] for place in values["lists"][0]["places"]] == ["d", "e"]
    assert values["more"] is False
    assert played.slots["shown"] == {"jobs": ["a", "b", "c", "d", "e"]}


def test_when_nothing_is_left_a_coach_is_offered() -> None:
    slots = {"needs": ["jobs"], "zip": "19104", "shown": {"jobs": FIVE_JOBS["jobs"]}}
    played = play("action_more", slots, act="more", shelf=Shelf(FIVE_JOBS))
    assert played.names == ["utter_no_more", "utter_offer_coach"]
    assert played.slots == {"asked": "coach"}


def test_no_place_at_all_is_said_honestly_and_a_coach_offered() -> None:
    played = play("action_seek", {"needs_now": ["legal"], "zip": "19104"})
    assert played.names == ["utter_resources", "utter_offer_coach"]
    assert played.says[0][1]["lists"] == [{"need": "legal", "scope": "none", "places": []}]


def test_a_new_search_forgets_what_an_older_one_showed() -> None:
    slots = {"needs_now": ["jobs"], "zip": "19104", "shown": {"food": ["x"], "jobs": ["a"]}}
    played = play("action_seek", slots, shelf=Shelf(FIVE_JOBS))
    assert played.slots["shown"] == {"jobs": ["a", "b", "c"]}


def test_talk_alone_calls_a_coach_and_closes_the_question() -> None:
    played = play("action_seek", {"needs_now": ["talk"]}, in_form=True)
    assert (played.names, played.deeds) == (["utter_talk"], [("open_case", {"reason": "talk"})])
    assert {"event": "active_loop", "timestamp": None, "name": None} in played.events


def test_without_a_zip_the_form_is_asked_to_ask() -> None:
    played = play("action_seek", {"needs_now": ["jobs"]})
    assert played.says == []
    assert [event["name"] for event in played.events if event["event"] == "followup"] == ["zip_form"]


def test_a_request_without_a_need_asks_what_is_needed() -> None:
    assert play("action_seek").names == ["utter_ask_need"]
    assert play("action_more", act="more").names == ["utter_ask_need"]


def test_a_zip_that_does_not_exist_is_said_and_forgotten() -> None:
    played = play("action_seek", {"needs_now": ["jobs"], "zip": "99999"}, shelf=Shelf(FIVE_JOBS, known_zip=False))
    assert played.says == [("utter_zip_unknown", {"zip": "99999"})]
    assert played.slots["zip"] is None


LISTED = {"needs": ["jobs"], "zip": "19104", "shown": {"jobs": ["a", "b", "c"]}, "listed": ["a", "b", "c"]}


def test_the_numbers_of_a_list_are_remembered_as_they_are_read() -> None:
    shelf = Shelf({"jobs": ["a", "b"], "food": ["f", "g"]})
    played = play("action_seek", {"needs_now": ["jobs", "food"], "zip": "19104"}, shelf=shelf)
    assert played.slots["listed"] == ["a", "f", "b", "g"]


def test_a_number_asks_for_the_card_of_that_place() -> None:
    played = play("action_more", {**LISTED, "wants": {"number": 2}}, act="more", shelf=Shelf(FIVE_JOBS))
    assert played.says == [("utter_place_card", {"card": {"id": "b", "name": "b"}})]


def test_a_number_beyond_the_list_and_a_place_that_is_gone() -> None:
    assert play("action_more", {**LISTED, "wants": {"number": 4}}, act="more").names == ["utter_place_no_number"]
    assert play("action_more", {**LISTED, "wants": {"number": 1}}, act="more").names == ["utter_place_gone"]


def test_open_now_looks_at_the_list_again_and_closer_does_not() -> None:
    for wants, exclude in (({"open_now": True}, []), ({"closer": True}, ["a", "b", "c"])):
        shelf = Shelf(FIVE_JOBS)
        play("action_more", {**LISTED, "wants": wants}, act="more", shelf=shelf)
        assert (shelf.asked[0]["exclude"], shelf.asked[0]["wants"]) == (exclude, wants)


def test_a_report_with_a_number_is_a_deed_and_others_are_given() -> None:
    slots = {**LISTED, "wants": {"report": "dead", "number": 2}}
    played = play("action_complaint", slots, act="complaint", shelf=Shelf(FIVE_JOBS))
    assert played.deeds == [("report_place", {"place": "b", "outcome": "dead"})]
    assert played.names == ["utter_place_reported", "utter_resources"]
    assert [place["id"] for place in played.says[1][1]["lists"][0]["places"]] == ["d", "e"]


def test_a_report_without_a_number_asks_which_unless_there_is_one_place_only() -> None:
    slots = {**LISTED, "wants": {"report": "moved"}}
    assert play("action_complaint", slots, act="complaint").names == ["utter_report_which"]
    played = play("action_complaint", {**slots, "listed": ["c"]}, act="complaint", shelf=Shelf(FIVE_JOBS))
    assert played.deeds == [("report_place", {"place": "c", "outcome": "moved"})]


def test_a_town_of_which_there_are_several_is_asked_about_before_the_search() -> None:
    slots = {"needs_now": ["jobs"], "needs": ["jobs"], "zip": "19104", "town": {"said": "", "unclear": "Springfield"}}
    played = play("action_seek", slots)
    assert played.says == []
    assert played.slots["zip"] is None
    asked = play("action_ask_zip", {**slots, "zip": None})
    assert asked.says == [("utter_ask_which_town", {"town": "Springfield"})]


def test_a_list_for_a_town_names_the_town() -> None:
    slots = {"needs_now": ["jobs"], "zip": "08103", "town": {"said": "Camden, NJ", "unclear": ""}}
    ((_, values),) = play("action_seek", slots, shelf=Shelf(FIVE_JOBS)).says
    assert values["lists"][0]["place"] == "Camden, NJ"


def test_no_more_places_are_sought_than_there_is_room_for() -> None:
    played = play("action_seek", {"needs_now": ["jobs"], "zip": "19104", "wants": {"most": 1}}, shelf=Shelf(FIVE_JOBS))
    assert played.slots["shown"] == {"jobs": ["a"]}
