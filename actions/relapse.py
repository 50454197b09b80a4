"""A person used again, or is close to it."""

from __future__ import annotations

from actions.reader import DirectoryReader
from actions.search import answer_needs
from actions.turn import Turn, TurnAction


class ActionRelapse(TurnAction):
    """Thanks without blame; then what was asked for, and the offer of a coach."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_relapse"

    async def answer(self, turn: Turn) -> None:
        turn.say("utter_relapse")
        needs = turn.needs_now
        if "talk" in needs:
            # They want to be heard now: a coach is called, not offered.
            turn.say("utter_talk")
            turn.open_case("talk")
        else:
            turn.offer_coach()
        places = [need for need in needs if need != "talk"]
        if places and turn.zip:
            await answer_needs(turn, self._reader, places)
        elif places and not turn.in_form:
            turn.set("zip_asks", None)
            turn.ask_zip()
