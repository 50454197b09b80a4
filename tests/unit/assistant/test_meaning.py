"""What the channel makes of a request, and what is remembered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.components.meaning import BadRequest, TurnRequest, read_request
from assistant.components.memory import Memory, MemoryUnusable, memory_from_json

REMEMBERED = {"v": 1, "slots": {"zip": "19104", "needs": ["jobs"], "shown": {"jobs": ["1"]}}, "form": "zip_form"}


def request(memory: Any = None, **meaning: Any) -> TurnRequest:
    body = {"conversation": "17", "sid": "SM1", "meaning": {"act": "seek", **meaning}, "memory": memory}
    return read_request(json.dumps(body).encode())


def test_needs_come_in_the_order_of_the_contract_and_unknown_ones_are_left_out() -> None:
    assert request(needs=["food", "unicorns", "jobs"]).memory.slots["needs"] == ["jobs", "food"]


def test_a_text_without_needs_keeps_those_of_before() -> None:
    slots = request(REMEMBERED).memory.slots
    assert (slots["needs"], slots["needs_now"]) == (["jobs"], [])


@pytest.mark.parametrize("after", ["handoff", "silence"])
def test_after_a_break_only_the_zip_is_left(after: str) -> None:
    memory = request(REMEMBERED, after=after).memory
    assert memory.form is None
    assert memory.slots["zip"] == "19104"
    assert "needs" not in memory.slots
    assert "shown" not in memory.slots


def test_a_zip_beside_a_request_answers_the_question_and_beside_another_act_is_kept() -> None:
    assert request(zip="87501").parse_data()["entities"] == [{"entity": "zip", "value": "87501"}]
    coach = request(act="coach", zip="87501")
    assert coach.parse_data()["entities"] == []
    assert coach.memory.slots["zip"] == "87501"


def test_rasa_gets_no_text() -> None:
    assert request(text="my secret").parse_data()["text"] == ""


@pytest.mark.parametrize("value", [[], "x", {"v": 2, "slots": {}}, {"v": 1}, {"v": 1, "slots": []}])
def test_a_memory_of_another_shape_is_refused(value: Any) -> None:
    with pytest.raises(MemoryUnusable):
        memory_from_json(value)


def test_slots_that_are_not_remembered_cannot_be_smuggled_in() -> None:
    memory = memory_from_json({"v": 1, "slots": {"zip": "19104", "requested_slot": "needs", "name": "x"}, "form": None})
    assert memory == Memory({"zip": "19104"}, None)


@pytest.mark.parametrize(
    "meaning",
    [{"act": None}, {"act": 5}, {"zip": 19104}, {"zip": "1910x"}, {"detail": "Robert'); --"}, {"needs": 5}],
)
def test_a_wrong_field_is_refused(meaning: Any) -> None:
    with pytest.raises(BadRequest):
        request(**meaning)


def test_wishes_and_town_live_for_one_turn() -> None:
    slots = request(wants={"who": ["pregnant"]}, town={"said": "Camden, NJ"}).memory.slots
    assert (slots["wants"], slots["town"]) == ({"who": ["pregnant"]}, {"said": "Camden, NJ"})
    kept = memory_from_json({"v": 1, "slots": {**slots, "listed": ["a"]}, "form": None}).slots
    assert "wants" not in kept
    assert "town" not in kept
    assert kept["listed"] == ["a"]


@pytest.mark.parametrize("wrong", [{"wants": "pregnant"}, {"town": ["Camden"]}], ids=str)
def test_wishes_of_another_shape_are_refused(wrong: Any) -> None:
    with pytest.raises(BadRequest):
        request(**wrong)
