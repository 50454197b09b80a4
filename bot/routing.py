"""Step 6: who holds the conversation? A human on the desk, or the assistant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import Urgency
from bot.desk.case import ASSISTANT_DOWN, CAME_LATE, open_case, person_said, texts_stopped
from bot.errors import AssistantUnavailable
from bot.message import Answer, Meaning
from bot.outcome import Offer, PlaceReport
from bot.ports import Assistant
from bot.turn import Turn

FORGET_SECONDS = 12 * 3600.0  # somebody else may hold the phone by now: no earlier need comes up unasked
ASKED, FAULT = "asked", "fault"
OUR_FAULT = (ASSISTANT_DOWN, FAULT)  # reasons of cases that nobody asked for
WAITING_AGAIN_SECONDS = 600.0  # how often somebody who waits for a coach is told how it stands
PLACES_BESIDE_WELCOME = 2
ASKS = ("seek", "location", "more", "bot_question")


def at_the_desk(turn: Turn) -> bool:
    """Whether a human holds this conversation, or the person waits for one they asked for."""
    case = turn.snapshot.case
    if case is None:
        return False
    if case.urgency is Urgency.CRISIS or case.held:
        return True
    # A case that only our own fault opened does not silence the assistant once it works again.
    return case.reason not in OUR_FAULT


def route(turn: Turn, assistant: Assistant) -> None:
    """Pass the text to the coach who holds the case, or play the assistant's turn."""
    if at_the_desk(turn):
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        if turn.meaning is not None and turn.meaning.zip:
            turn.change_person(zip=turn.meaning.zip)  # the assistant need not ask again when it resumes
        if turn.snapshot.holder is None:
            _while_waiting(turn, assistant)
        return
    if turn.too_old:
        turn.outcome.note("came_late", minutes=round((turn.now - turn.event.created_at) / 60))
        turn.say("utter_came_late")
        open_case(turn.snapshot, turn.outcome, CAME_LATE, Urgency.NORMAL)
        return
    if not turn.body.strip():
        turn.say("utter_photo" if turn.photo else "utter_fallback_examples")
        return
    play(turn, assistant)


def _while_waiting(turn: Turn, assistant: Assistant) -> None:
    """Nobody holds the case yet: what can be answered is; else the person hears now and then how it stands.

    A case that nobody takes must not leave the person with a mute line.
    """
    meaning, case, told = turn.meaning, turn.snapshot.case, turn.person.told_waiting_at
    if meaning is not None and meaning.act in ASKS and set(meaning.needs) != {"talk"}:
        play(turn, assistant)
    elif case is not None and (told is None or told < case.opened_at or turn.now - told >= WAITING_AGAIN_SECONDS):
        long = turn.now - case.opened_at >= WAITING_AGAIN_SECONDS
        turn.say("utter_case_waiting_end" if long else "utter_case_opened")
        turn.change_person(told_waiting_at=turn.now)


def play(turn: Turn, assistant: Assistant) -> None:
    """One turn of the assistant. If it fails in any way, the person learns it once and a human is called."""
    if turn.meaning is None:
        assistant_down(turn, "understand")
        return
    text = turn.event.text
    sid = text.sid if text else f"event-{turn.event.id}"
    try:
        answer = assistant.play(str(turn.snapshot.conversation_id), sid, _meaning(turn, turn.meaning), remembered(turn))
    except AssistantUnavailable as error:
        assistant_down(turn, error.reason)
        return
    turn.says.extend(answer.says)
    if any(say.name == "utter_zip_unknown" for say in answer.says):
        _forget_zip(turn, turn.meaning)
    turn.outcome.memory, turn.outcome.memory_changed = answer.memory, True
    turn.change_person(told_down_at=None, after=None)
    turn.outcome.note(
        "assistant", says=[say.name for say in answer.says], offered=_offered(answer), replayed=answer.replayed
    )
    turn.outcome.offers += _offers(answer, turn.person.zip)
    for deed, values in answer.deeds:
        _carry_out(turn, deed, values)


def _forget_zip(turn: Turn, meaning: Meaning) -> None:
    """There is no such ZIP: the one of before counts again (25000 may have been money), and an old one is asked for."""
    turn.change_person(zip=turn.snapshot.person.zip if meaning.zip else None)


def assistant_down(turn: Turn, reason: str) -> None:
    """Rasa or an action failed: an honest short text once, and a human."""
    turn.outcome.note("assistant_failed", reason=reason)
    asked = turn.meaning is not None and turn.meaning.act == "coach"
    if turn.person.told_down_at is None or turn.snapshot.case is None:
        turn.say("utter_assistant_down")
        turn.change_person(told_down_at=turn.now)
    elif asked and not at_the_desk(turn):
        turn.say("utter_case_opened")
    open_case(turn.snapshot, turn.outcome, ASKED if asked else ASSISTANT_DOWN, Urgency.NORMAL)


def _meaning(turn: Turn, meaning: Meaning) -> Mapping[str, Any]:
    if meaning.zip:
        turn.change_person(zip=meaning.zip)
    town = turn.hints.town
    somewhere_else = not meaning.zip and (bool(town.unclear) or meaning.act == "location")
    return {
        # An opt-out that step 5 did not obey is none: the assistant must not end the texts on a guess.
        "act": "other" if meaning.act == "opt_out" else meaning.act,
        "needs": list(meaning.needs),
        "detail": meaning.detail,
        # Somewhere else now, but not known where: the old ZIP would send them to the wrong town.
        "zip": None if somewhere_else else turn.person.zip,
        "new_zip": meaning.zip is not None,
        "language": turn.person.language,
        "confidence": meaning.confidence,
        "after": turn.person.after,
        "wants": replace(turn.hints.wants, most=_room(turn), by_text=turn.person.no_call).as_values(),
        # "From Philly, staying in 08103": the ZIP is where they are.
        "town": {"said": town.said if town.zip == meaning.zip else "", "unclear": town.unclear},
    }


def _room(turn: Turn) -> int | None:
    """How many places fit into the answer: fewer beside the welcome, one for who wants short texts."""
    if turn.person.short:
        return 1
    return None if turn.person.welcomed else PLACES_BESIDE_WELCOME


def remembered(turn: Turn) -> Mapping[str, Any] | None:
    """The assistant's memory of this conversation, unless somebody else may hold the phone by now."""
    last = turn.person.last_text_at
    if last is not None and turn.now - last > FORGET_SECONDS:
        return None
    return turn.snapshot.memory


def _offered(answer: Answer) -> list[Any]:
    """Which places were offered for which need, by id, for staff and for later follow-up."""
    return [
        {
            "need": found.get("need"),
            "scope": found.get("scope"),
            "places": [p.get("id") for p in found.get("places", ())],
        }
        for say in answer.says
        for found in say.values.get("lists", ())
    ]


def _offers(answer: Answer, zip: str | None) -> list[Offer]:
    return [
        Offer(
            need=str(found.get("need")),
            scope=str(found.get("scope")),
            note=str(found.get("note") or ""),
            places=tuple(str(place.get("id")) for place in found.get("places", ())),
            zip=zip,
            again=bool(say.values.get("again")),
        )
        for say in answer.says
        for found in say.values.get("lists", ())
    ]


def _carry_out(turn: Turn, deed: str, values: Mapping[str, Any]) -> None:
    if deed == "open_case":
        reason = str(values.get("reason", "asked"))
        urgency = Urgency.CRISIS if reason == "danger" else Urgency.NORMAL
        open_case(turn.snapshot, turn.outcome, reason, urgency)
    elif deed == "report_place":
        turn.outcome.reports.append(PlaceReport(str(values.get("place")), str(values.get("outcome"))))
    elif deed == "opt_out":
        turn.change_person(opted_out=True, check=None)
        turn.after_stop = True
        texts_stopped(turn.snapshot, turn.outcome)
    else:
        turn.outcome.note("unknown_deed", deed=deed)
