"""Whatever a person says, in whatever state, the assistant answers, and answers sensibly."""

from __future__ import annotations

from typing import Any

import pytest

from bot.message import ACTS, NEEDS
from tests.integration.assistant_line import AssistantLine

ASKS_ZIP = {"utter_ask_zip", "utter_ask_zip_again", "utter_ask_zip_town"}
DETAILS: dict[str, tuple[str | None, ...]] = {
    "bot_question": (None, "robot", "privacy", "cost", "who", "how", "never_heard_of"),
    "other": (
        None,
        "check",
        "child_disclosure",
        "concern_self",
        "concern_other",
        "media",
        "medicine",
        "minor",
        "out_of_scope",
        "smalltalk",
        "story",
        "unclear",
        "never_heard_of",
    ),
}
NEEDS_OF: dict[str, tuple[tuple[str, ...], ...]] = {
    "seek": ((), ("jobs",), ("talk",), ("food", "talk"), ("clothing",), ("jobs", "housing", "food")),
    "relapse": ((), ("treatment",), ("talk", "meetings")),
    "complaint": ((), ("food",)),
    "coach": ((), ("legal",)),
    "more": ((), ("jobs",)),
}
EVERY_MEANING = [
    {"act": act, "detail": detail, "needs": list(needs), "zip": zip, "language": language}
    for act in ACTS
    for detail in DETAILS.get(act, (None,))
    for needs in NEEDS_OF.get(act, ((),))
    for zip in (None, "19104", "99999")
    for language in (("en", "es") if act == "seek" else ("en",))
]


def says(answer: dict[str, Any]) -> list[str]:
    return [part["say"] for part in answer["answers"] if "say" in part]


def deeds(answer: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(part["do"], part["values"]) for part in answer["answers"] if "do" in part]


class Person:
    """One person who texts: keeps the memory between turns, as the service does."""

    def __init__(self, assistant: AssistantLine, name: str) -> None:
        self.assistant, self.name, self.memory = assistant, name, None

    def texts(self, act: str, **meaning: Any) -> dict[str, Any]:
        status, answer = self.assistant.turn({"act": act, **meaning}, self.memory, self.name)
        assert status == 200, answer
        self.memory = answer["memory"]
        return dict(answer)


def _states(assistant: AssistantLine) -> dict[str, tuple[Any, dict[str, Any]]]:
    """Name -> (memory before the text, what the service adds to its meaning)."""
    new = Person(assistant, "new")
    new.texts("greet")
    waiting = Person(assistant, "waiting")
    waiting.texts("seek", needs=["jobs"])
    asked_twice = Person(assistant, "asked twice")
    asked_twice.texts("seek", needs=["jobs"])
    asked_twice.texts("deny")
    served = Person(assistant, "served")
    served.texts("seek", needs=["housing"], zip="19104")
    offered = Person(assistant, "offered")
    offered.texts("relapse")
    lost = Person(assistant, "lost")
    lost.texts("other")
    lost.texts("other")
    return {
        "no memory": (None, {}),
        "has said hello": (new.memory, {}),
        "inside the form": (waiting.memory, {}),
        "inside the form, asked twice": (asked_twice.memory, {}),
        "after the form": (served.memory, {}),
        "a coach was offered": (offered.memory, {}),
        "not understood twice": (lost.memory, {}),
        "after a handoff": (served.memory, {"after": "handoff"}),
        "after a handoff that began inside the form": (waiting.memory, {"after": "handoff"}),
        "after a long silence": (waiting.memory, {"after": "silence"}),
    }


def test_no_act_in_no_state_meets_silence(assistant: AssistantLine) -> None:
    wrong = []
    for state, (memory, added) in _states(assistant).items():
        for meaning in EVERY_MEANING:
            status, answer = assistant.turn({**meaning, **added}, memory, state)
            if status != 200 or not says(answer):
                wrong.append((state, meaning, answer))
    assert wrong == []


def test_a_known_zip_is_never_forgotten_unless_it_does_not_exist(assistant: AssistantLine) -> None:
    for state, (memory, added) in _states(assistant).items():
        known = (memory or {}).get("slots", {}).get("zip")
        for meaning in EVERY_MEANING:
            _, answer = assistant.turn({**meaning, **added}, memory, state)
            expected = meaning["zip"] if meaning["zip"] == "19104" else known
            if expected and meaning["zip"] != "99999":
                assert answer["memory"]["slots"].get("zip") == expected, (state, meaning)


def test_the_zip_is_not_asked_for_right_after_a_handoff_or_a_silence(assistant: AssistantLine) -> None:
    for state, (memory, added) in _states(assistant).items():
        if not added:
            continue
        for meaning in EVERY_MEANING:
            if meaning["needs"] or meaning["act"] == "location":
                continue
            _, answer = assistant.turn({**meaning, **added}, memory, state)
            assert not ASKS_ZIP & set(says(answer)), (state, meaning)


def test_a_zip_that_is_known_is_not_asked_for(assistant: AssistantLine) -> None:
    memory = {"v": 1, "slots": {"zip": "19104", "needs": ["jobs"]}, "form": None}
    for meaning in EVERY_MEANING:
        if meaning["act"] == "location" or meaning["zip"] == "99999":
            continue
        _, answer = assistant.turn(meaning, memory, "known")
        assert not ASKS_ZIP & set(says(answer)), meaning


@pytest.mark.parametrize("need", [need for need in NEEDS if need != "talk"])
def test_each_need_gets_places_or_an_honest_none(assistant: AssistantLine, need: str) -> None:
    _, answer = assistant.turn({"act": "seek", "needs": [need], "zip": "19104"}, None, need)
    (part,) = [part for part in answer["answers"] if part.get("say") == "utter_resources"]
    (entry,) = part["values"]["lists"]
    assert entry["need"] == need
    assert (entry["scope"] == "none") == (entry["places"] == []) == (need == "clothing")


def test_the_memory_stays_small_and_holds_only_what_it_should(assistant: AssistantLine) -> None:
    rosa = Person(assistant, "rosa")
    for _round in range(4):
        for meaning in EVERY_MEANING[::3]:
            rosa.texts(**meaning)
            assert rosa.memory is not None
            assert set(rosa.memory["slots"]) <= {"zip", "needs", "shown", "listed", "zip_asks", "asked", "misses"}
            assert len(str(rosa.memory)) < 3000
