"""Questions about this line: is it a robot, is it private, does it cost."""

from __future__ import annotations

from actions.turn import Turn, TurnAction

RESPONSES = {
    "robot": "utter_bot_robot",
    "privacy": "utter_bot_privacy",
    "cost": "utter_bot_cost",
    "who": "utter_bot_who",
    "how": "utter_bot_how",
}


class ActionAboutUs(TurnAction):
    """Answers by the question's detail."""

    def name(self) -> str:
        return "action_about_us"

    async def answer(self, turn: Turn) -> None:
        turn.say(RESPONSES.get(turn.detail or "", "utter_bot_question"))
