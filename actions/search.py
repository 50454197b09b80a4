"""Finding places: the first search, the next places, and what to say of them."""

from __future__ import annotations

import asyncio
from typing import Any

from actions.reader import DirectoryReader
from actions.turn import Turn, TurnAction
from bot.directory.reply import numbered

# Three parts of a text message hold three or four places, and what has no room would count as shown.
PLACES_FOR_ONE_NEED = 3
PLACES_OF_TWO_NEEDS = 2
PLACES_OF_MORE = 1


async def answer_needs(turn: Turn, reader: DirectoryReader, needs: list[str], again: bool = False) -> None:
    """Say the best places for ``needs``; with ``again``, only places not shown yet.

    The need to talk is no search: it calls a coach.
    """
    if "talk" in needs:
        turn.say("utter_talk")
        turn.open_case("talk")
    needs = [need for need in needs if need != "talk"]
    if needs:
        await _answer_places(turn, reader, needs, again)


async def _answer_places(turn: Turn, reader: DirectoryReader, needs: list[str], again: bool) -> None:
    limit = _limit(turn, needs)
    wants = turn.wants
    # "Open now?" asks about the places of the list too; "closer" and "more" are about others.
    fresh = again and (wants.closer or not wants.choosy)
    seen = [place for need in needs for place in turn.shown.get(need, [])] if fresh else []
    # One more than is shown tells whether MORE would find anything.
    found = await asyncio.to_thread(reader.find, needs, turn.zip, turn.language, seen, limit + 1, wants.as_values())
    values = found.as_values()
    if turn.zip and not values.get("zip_known", True):
        turn.say("utter_zip_unknown", {"zip": turn.zip})
        turn.set("zip", None)
        return
    lists = [{**entry, "places": list(entry["places"][:limit])} for entry in values["lists"]]
    if turn.town_said:
        lists[0]["place"] = turn.town_said
    if any(entry["places"] for entry in lists):
        more = any(len(entry["places"]) > limit for entry in values["lists"])
        turn.say("utter_resources", {"lists": lists, "more": more, "again": again})
        _remember_shown(turn, lists, again)
    elif again:
        turn.say("utter_no_more", {"needs": needs})
        turn.offer_coach()
    else:
        turn.say("utter_resources", {"lists": lists, "more": False, "again": False})
        turn.offer_coach()


def _limit(turn: Turn, needs: list[str]) -> int:
    by_needs = {1: PLACES_FOR_ONE_NEED, 2: PLACES_OF_TWO_NEEDS}
    limit = by_needs.get(len(needs), PLACES_OF_MORE)
    return max(1, min(limit, turn.wants.most // len(needs))) if turn.wants.most else limit


def _remember_shown(turn: Turn, lists: list[dict[str, Any]], again: bool) -> None:
    shown = turn.shown if again else {}
    for entry in lists:
        shown[entry["need"]] = shown.get(entry["need"], []) + [place["id"] for place in entry["places"]]
    turn.set("shown", shown)
    turn.set("listed", [str(place["id"]) for _, place in numbered(lists)])


class ActionSeek(TurnAction):
    """A person asks for something."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_seek"

    async def answer(self, turn: Turn) -> None:
        needs = turn.needs_now or (turn.needs if turn.in_form else [])
        if not needs:
            turn.say("utter_ask_need")
            turn.close_form()
        elif (turn.zip and not turn.town_unclear) or needs == ["talk"]:
            await answer_needs(turn, self._reader, needs)
            turn.close_form()
        else:
            if "talk" in needs:
                await answer_needs(turn, self._reader, ["talk"])
                turn.set("needs", [need for need in needs if need != "talk"])
            if not turn.in_form:
                turn.set("zip_asks", None)
            if turn.town_unclear:
                turn.set("zip", None)  # they are somewhere else now
            turn.ask_zip()


class ActionFindResources(TurnAction):
    """The form has the ZIP, so the search it waited for can run."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_find_resources"

    async def answer(self, turn: Turn) -> None:
        turn.set("zip_asks", None)
        if turn.needs:
            await answer_needs(turn, self._reader, turn.needs)
        else:
            turn.say("utter_ask_need")


class ActionMore(TurnAction):
    """A person wants other places than those shown, or all about one of them."""

    def __init__(self, reader: DirectoryReader) -> None:
        self._reader = reader

    def name(self) -> str:
        return "action_more"

    async def answer(self, turn: Turn) -> None:
        needs = [need for need in turn.needs_now or turn.needs if need != "talk"]
        if turn.in_form:
            return  # The form asks for the ZIP by itself.
        if turn.wants.report and turn.listed:
            await answer_report(turn, self._reader)
        elif turn.wants.number and turn.listed:
            await _answer_card(turn, self._reader, turn.wants.number)
        elif not needs:
            turn.say("utter_ask_need")
        elif not turn.shown and not turn.zip:
            turn.ask_zip()
        else:
            await answer_needs(turn, self._reader, needs, again=True)


async def _answer_card(turn: Turn, reader: DirectoryReader, number: int) -> None:
    """Say everything about the place with that number in the last list."""
    if number > len(turn.listed):
        turn.say("utter_place_no_number", {"count": str(len(turn.listed))})
        return
    card = await asyncio.to_thread(reader.card, turn.listed[number - 1], turn.zip, turn.language)
    if card is None:
        turn.say("utter_place_gone")
    else:
        turn.say("utter_place_card", {"card": card})


async def answer_report(turn: Turn, reader: DirectoryReader) -> None:
    """A person says that a place of the list is dead, moved or closed: note it, and give others."""
    number, listed = turn.wants.number, turn.listed
    if number is None and len(listed) == 1:
        number = 1
    if number is None or number > len(listed):
        turn.say("utter_report_which")
        return
    turn.do("report_place", {"place": listed[number - 1], "outcome": turn.wants.report})
    turn.say("utter_place_reported")
    needs = [need for need in turn.needs if need != "talk"]
    if needs:
        await answer_needs(turn, reader, needs, again=True)
