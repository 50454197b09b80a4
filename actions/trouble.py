"""When we were no help, or did not understand."""

from __future__ import annotations

from collections.abc import Callable

from actions.place import answer_without_zip
from actions.reader import DirectoryReader
from actions.search import answer_needs, answer_report
from actions.turn import Turn, TurnAction


class ActionComplaint(TurnAction):
    """Sorry; then other places for what was asked, or a coach."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_complaint"

    async def answer(self, turn: Turn) -> None:
        if turn.wants.report and turn.listed and not turn.in_form:
            await answer_report(turn, self._reader)
            return
        turn.say("utter_complaint")
        needs = [need for need in turn.needs_now or turn.needs if need != "talk"]
        if needs and turn.shown and not turn.in_form:
            await answer_needs(turn, self._reader, needs, again=True)
        elif not turn.in_form:
            turn.offer_coach()


def _child(turn: Turn) -> None:
    turn.say("utter_other_child_disclosure")
    turn.open_case("child")


def _minor(turn: Turn) -> None:
    turn.say("utter_other_minor")
    turn.open_case("minor")


def _check(turn: Turn) -> None:
    turn.say("utter_check")
    turn.open_case("check")


def _with_offer(response: str) -> Callable[[Turn], None]:
    def answer(turn: Turn) -> None:
        turn.say(response)
        turn.offer_coach()

    return answer


def _plain(response: str) -> Callable[[Turn], None]:
    def answer(turn: Turn) -> None:
        turn.say(response)

    return answer


# What is answered for each detail of `other`; one that is not here was not understood.
TOPICS: dict[str, Callable[[Turn], None]] = {
    "check": _check,
    "child_disclosure": _child,
    "concern_other": _with_offer("utter_concern_other"),
    "concern_self": _with_offer("utter_concern_self"),
    "media": _plain("utter_other_media"),
    "medicine": _with_offer("utter_other_medicine"),
    "minor": _minor,
    "out_of_scope": _plain("utter_other_out_of_scope"),
    "smalltalk": _plain("utter_other_smalltalk"),
    "story": _plain("utter_other_story"),
}


class ActionNotUnderstood(TurnAction):
    """Everything that is no request: known topics, and what we did not understand."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_not_understood"

    async def answer(self, turn: Turn) -> None:
        topic = TOPICS.get(turn.detail or "")
        if topic:
            topic(turn)
        elif turn.in_form:
            # Whatever it was, it was no ZIP.
            await answer_without_zip(turn, self._reader)
        elif turn.after == "handoff":
            turn.say("utter_after_handoff")
        else:
            _ask_to_say_it_again(turn)


def _ask_to_say_it_again(turn: Turn) -> None:
    if turn.misses == 0:
        turn.say("utter_fallback_examples")
    elif turn.misses == 1:
        turn.say("utter_fallback_coach")
        turn.set("asked", "coach")
    else:
        turn.say("utter_fallback_case")
        turn.open_case("not_understood")
    turn.set("misses", turn.misses + 1)
