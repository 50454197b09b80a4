"""Where the person is: asking for the ZIP, taking it, doing without it."""

from __future__ import annotations

from actions.reader import DirectoryReader
from actions.search import answer_needs
from actions.turn import Turn, TurnAction

# The second time that no ZIP comes, we search without one.
ASKS_BEFORE_DOING_WITHOUT = 2
# Acts that are about something else: the question is put to them a second time at most.
_ASIDES = ("thanks", "greet", "milestone", "bot_question", "complaint", "relapse", "other", "opt_out", "crisis")


async def do_without_zip(turn: Turn, reader: DirectoryReader) -> None:
    """Stop asking for the ZIP and search for help that is open to everybody."""
    turn.say("utter_without_zip")
    turn.close_form()
    turn.set("zip_asks", None)
    if turn.needs:
        await answer_needs(turn, reader, turn.needs)
    else:
        turn.say("utter_ask_need")


class ActionAskZip(TurnAction):
    """The form asks for the ZIP."""

    def name(self) -> str:
        return "action_ask_zip"

    async def answer(self, turn: Turn) -> None:
        needs = [need for need in turn.needs if need != "talk"]
        if turn.zip_asks >= ASKS_BEFORE_DOING_WITHOUT and turn.act in _ASIDES:
            return  # They were answered and know the question by now.
        if turn.town_unclear:
            turn.say("utter_ask_which_town", {"town": turn.town_unclear})
        elif turn.act == "location":
            turn.say("utter_ask_zip_town", {"needs": needs})
        elif turn.zip_asks and turn.act != "seek":
            turn.say("utter_ask_zip_again", {"needs": needs})
        else:
            turn.say("utter_ask_zip", {"needs": needs})
        turn.set("zip_asks", turn.zip_asks + 1)


class ActionLocation(TurnAction):
    """A person gives a ZIP, or a town without one, while we are not waiting for it."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_location"

    async def answer(self, turn: Turn) -> None:
        if turn.in_form:
            return  # A town without a ZIP: the form asks, in its own words.
        if turn.town_unclear:
            turn.say("utter_ask_which_town", {"town": turn.town_unclear})
        elif not turn.zip_in_text or turn.zip is None:
            turn.say("utter_ask_zip_town", {"needs": turn.needs})
        elif turn.needs and turn.needs != ["talk"]:
            await answer_needs(turn, self._reader, [need for need in turn.needs if need != "talk"])
        else:
            turn.say("utter_zip_noted", {"zip": turn.town_said or turn.zip})


async def answer_without_zip(turn: Turn, reader: DirectoryReader) -> None:
    """No ZIP came although we wait for one: let the form ask once more, then do without."""
    if turn.zip_asks >= ASKS_BEFORE_DOING_WITHOUT:
        await do_without_zip(turn, reader)


class ActionAffirm(TurnAction):
    """A yes that answers no offer. While we wait for the ZIP, the form asks again by itself."""

    def name(self) -> str:
        return "action_affirm"

    async def answer(self, turn: Turn) -> None:
        if not turn.in_form:
            turn.say("utter_affirm")


class ActionDeny(TurnAction):
    """A no that answers no offer: no ZIP to give, or just no."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_deny"

    async def answer(self, turn: Turn) -> None:
        if turn.in_form:
            await answer_without_zip(turn, self._reader)
        else:
            turn.say("utter_deny")
