"""Danger and opt-outs that slipped through: the service should have seen them first."""

from __future__ import annotations

from actions.turn import Turn, TurnAction


class ActionCheckSafety(TurnAction):
    """The crisis text and a case."""

    def name(self) -> str:
        return "action_check_safety"

    async def answer(self, turn: Turn) -> None:
        turn.say("utter_crisis")
        turn.open_case("danger")
        turn.close_form()


class ActionOptOut(TurnAction):
    """No more texts."""

    def name(self) -> str:
        return "action_opt_out"

    async def answer(self, turn: Turn) -> None:
        turn.say("utter_opt_out")
        turn.do("opt_out")
        turn.close_form()
