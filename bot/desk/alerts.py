"""Climbs the ladder: alerts to the desk by every channel, and how it stands to the person who waits.

An alert holds a case code, the urgency and the minutes waited, on every channel; nothing about the person.
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import WAITING_STATES, Case, CaseState, Coach, Snapshot, Urgency
from bot.desk.case import DeskRules
from bot.desk.ladder import NIGHT, Rung, Team, closed_until, next_rung
from bot.desk.night import night_values
from bot.desk.speech import tell_coach, tell_person
from bot.desk.timers import ALERT_TIMER
from bot.message import Say
from bot.outcome import Outcome, Speech, Timer

MOST_TOLD = 3  # texts a waiting person gets unasked, at most; the last is kept for
WHERE_ELSE = ("end", "night")  # the ones that say where else to turn
# Said when a coach is called or awaited; none is true while nobody is on duty.
CALLING = frozenset({"utter_coach_called", "utter_case_opened", "utter_talk", "utter_case_waiting_end"})
# They say so too, after something that stays true and has a sentence of its own.
TRUE_AT_NIGHT = {
    "utter_case_released": "utter_case_released_night",
    "utter_assistant_down": "utter_trouble_night",
    "utter_came_late": "utter_came_late_night",
}


def climb(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """The alert timer rang: alert the next rung, tell the person how it stands, set the timer again."""
    case = snapshot.case
    if case is None or case.state not in WAITING_STATES:
        return
    if rules.shares_alert(case):
        _tell_who_waits(snapshot, outcome, rules, case)
        return
    rung = next_rung(case, _team(snapshot), rules.ladder(case.urgency))
    minutes = int((snapshot.now - case.opened_at) // 60)
    for coach in rung.coaches:
        _alert(outcome, rules, coach, case.urgency, code=case.code, minutes=minutes)
    if rung.human_phone:
        alert_organisation(outcome, rules, case.code, minutes, rung.voice)
    told = case.told
    if rung.tell is not None and told < MOST_TOLD - (rung.tell not in WHERE_ELSE):
        _tell(snapshot, outcome, rules, rung)
        told += 1
    alerted = tuple(dict.fromkeys((*case.alerted, *(coach.id for coach in rung.coaches))))
    climbed = replace(case, state=CaseState.ALERTING, rung=rung.then, alerted=alerted, told=told)
    # In the morning everybody is asked afresh, whoever did not answer in the evening.
    outcome.case = replace(climbed, alerted=(), passed=()) if rung.then == NIGHT else climbed
    outcome.timers.append(Timer(ALERT_TIMER, snapshot.now + rung.wait))
    ids = [coach.id for coach in rung.coaches]
    if rung.opens_at is None:
        outcome.note("alerted", rung=case.rung, coaches=ids, human_phone=rung.human_phone)
    elif case.rung != NIGHT:
        _note_night(snapshot, outcome, rung.opens_at)


def _team(snapshot: Snapshot) -> Team:
    return Team(snapshot.coaches, snapshot.now, snapshot.person.language, snapshot.topics)


def _tell_who_waits(snapshot: Snapshot, outcome: Outcome, rules: DeskRules, case: Case) -> None:
    """An outage's case has waited as long as the ladder is: coaches heard of it together, the person hears now."""
    night = case.rung == NIGHT
    rung = next_rung(case if night else replace(case, rung=len(rules.waits)), _team(snapshot), rules.waits)
    if night and rung.opens_at is None:  # somebody is on duty again: they get the time that a ladder has
        outcome.case = replace(case, rung=0)
        outcome.timers.append(Timer(ALERT_TIMER, snapshot.now + sum(rules.waits)))
        return
    told = case.told
    if rung.tell is not None and told < MOST_TOLD:
        _tell(snapshot, outcome, rules, rung)
        told += 1
    outcome.case = replace(case, rung=rung.then, told=told)
    if rung.opens_at is not None:
        outcome.timers.append(Timer(ALERT_TIMER, snapshot.now + rung.wait))


def alert_organisation(outcome: Outcome, rules: DeskRules, code: str, minutes: int, voice: bool) -> None:
    """The organisation's own phone: a text, and with ``voice`` a call, as far as they are set up."""
    values = {"code": code, "minutes": minutes}
    if rules.human_conversation is not None:
        says = (Say("utter_human_phone_alert", values),)
        outcome.speeches.append(Speech(rules.human_conversation, "system", says, alert=True))
    if voice and rules.voice_conversation is not None:
        spoken = {"code": " ".join(code), "minutes": minutes}
        says = (Say("utter_human_phone_call", spoken),)
        outcome.speeches.append(Speech(rules.voice_conversation, "system", says, alert=True))


def honest_at_night(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """While nobody is on duty no text says that a coach is being called: it says when one can answer."""
    case = outcome.case or snapshot.case
    if case is None or case.state not in WAITING_STATES:
        return
    untrue = [speech for speech in outcome.speeches if speech.to == snapshot.conversation_id and _calls(speech)]
    opens = closed_until(case, snapshot.coaches, snapshot.now) if untrue else None
    if opens is None:
        return
    night = _night(snapshot, outcome, rules, opens)
    outcome.speeches[:] = [_at_night(speech, night) if speech in untrue else speech for speech in outcome.speeches]
    if case.rung != NIGHT:
        _note_night(snapshot, outcome, opens)
    outcome.case = replace(case, rung=NIGHT, told=max(case.told, 1))


def _calls(speech: Speech) -> bool:
    return any(say.name in CALLING or say.name in TRUE_AT_NIGHT for say in speech.says)


def _at_night(speech: Speech, night: Say) -> Speech:
    """The night in place of the first sentence that calls a coach; what else is said stays."""
    kept = [Say(TRUE_AT_NIGHT[say.name]) if say.name in TRUE_AT_NIGHT else say for say in speech.says]
    first = next((at for at, say in enumerate(kept) if say.name in CALLING), len(kept))
    rest = [say for say in kept[first:] if say.name not in CALLING]
    return replace(speech, says=(*kept[:first], night, *rest))


def _alert(outcome: Outcome, rules: DeskRules, coach: Coach, urgency: Urgency, code: str, minutes: int) -> None:
    crisis = urgency is Urgency.CRISIS
    values = {"code": code, "minutes": minutes} | ({} if crisis else {"urgency": "normal"})
    tell_coach(outcome, coach, "utter_coach_alert_crisis" if crisis else "utter_coach_alert", alert=True, **values)
    if rules.by_email and coach.email_conversation_id is not None:
        name = "utter_coach_alert_email_crisis" if crisis else "utter_coach_alert_email"
        language = coach.languages[0] if coach.languages else "en"
        says = (Say(name, values),)
        outcome.speeches.append(Speech(coach.email_conversation_id, "system", says, language=language, alert=True))


def _tell(snapshot: Snapshot, outcome: Outcome, rules: DeskRules, rung: Rung) -> None:
    if rung.opens_at is None:
        tell_person(snapshot, outcome, f"utter_case_waiting_{rung.tell}")
    else:
        night = _night(snapshot, outcome, rules, rung.opens_at)
        tell_person(snapshot, outcome, night.name, **night.values)


def _note_night(snapshot: Snapshot, outcome: Outcome, opens: float) -> None:
    outcome.note("alerted", coaches=[], human_phone=False, opens_in=round(opens - snapshot.now))


def _night(snapshot: Snapshot, outcome: Outcome, rules: DeskRules, opens: float) -> Say:
    return Say("utter_case_night", night_values(snapshot.now, opens, rules.zone, outcome.person.language))
