"""Calling a human."""

from __future__ import annotations

from actions.turn import Turn, TurnAction


class ActionCallCoach(TurnAction):
    """A person asks for a human, or says yes to one."""

    def name(self) -> str:
        return "action_call_coach"

    async def answer(self, turn: Turn) -> None:
        turn.say("utter_coach_called")
        turn.open_case("asked")
        turn.close_form()
