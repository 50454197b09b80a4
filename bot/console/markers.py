"""What a journal entry says to staff: one sentence per kind. An unknown kind is shown as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.console.labels import label, plain
from bot.console.moments import span

Detail = Mapping[str, Any]
Names = Mapping[int, str]
Sentence = Callable[[Detail, Names], str]


@dataclass(frozen=True)
class Marker:
    """A sentence between the texts. ``text`` is a coach's own words.

    ``tone`` is quiet, desk, check, danger, trouble or note.
    """

    at: float
    sentence: str
    tone: str = "quiet"
    text: str = ""


def _coach(detail: Detail, names: Names) -> str:
    return names.get(detail.get("coach") or 0, "A coach")


def names_of(names: Names, coach: object) -> str:
    """One coach's name."""
    return names.get(coach, "another coach") if isinstance(coach, int) else "another coach"


def _why(detail: Detail) -> str:
    return ", ".join(plain(str(why)) for why in detail.get("why", ()))


def _danger(detail: Detail, names: Names) -> str:
    return f"Danger seen: {label('danger', detail.get('kind'))}, about {label('about', detail.get('about'))}."


def _check(detail: Detail, names: Names) -> str:
    about = label("about", detail.get("about"))
    return f"It may be danger ({label('danger', detail.get('kind'))}, {about}), so it is asked about directly."


def _opened(detail: Detail, names: Names) -> str:
    urgent = "An urgent case" if detail.get("urgency") == "crisis" else "A case"
    return f"{urgent} was opened: {label('reason', detail.get('reason'))}."


def _alerted(detail: Detail, names: Names) -> str:
    called = [names.get(coach, "a coach") for coach in detail.get("coaches", ())]
    if detail.get("human_phone"):
        called.append("the organization's phone")
    if called:
        return f"Alert sent to {', '.join(called)}."
    opens_in = detail.get("opens_in")
    return f"Nobody is on duty; the next shift begins in {span(opens_in)}." if opens_in else "Nobody could be alerted."


def _taken(detail: Detail, names: Names) -> str:
    return f"{_coach(detail, names)} took the case after {span(detail.get('waited') or 0)}."


def _closed(detail: Detail, names: Names) -> str:
    minutes = detail.get("minutes") or 0
    return f"{_coach(detail, names)} closed the case after {span(minutes * 60) if minutes else 'less than a minute'}."


def _opted(way: str) -> Sentence:
    return lambda detail, _: f"They opted {way}{' at their carrier' if detail.get('by_carrier') else ''}."


def _blocked(detail: Detail, names: Names) -> str:
    by = _coach(detail, names) if detail.get("coach") else "Staff"
    return f"{by} blocked this number: {label('block', detail.get('why'))}."


def _undelivered(detail: Detail, names: Names) -> str:
    code = f" (error {detail['code']})" if detail.get("code") else ""
    return f"A text was not delivered{code}. {detail.get('why') or ''}".strip()


SENTENCES: Mapping[str, tuple[str, Sentence]] = {
    "crisis": ("danger", _danger),
    "check": ("check", _check),
    "check_answered": ("danger", lambda d, _: f"Their answer to the danger question: {plain(str(d.get('answer')))}."),
    "check_silence": (
        "danger",
        lambda _, __: "Five minutes and no answer to the danger question: a person looks in.",
    ),
    "danger_after_stop": ("danger", lambda d, _: f"Danger after an opt-out: {label('danger', d.get('kind'))}."),
    "case_opened": ("desk", _opened),
    "case_urgent": ("danger", lambda _, __: "The case is urgent now."),
    "alerted": ("desk", _alerted),
    "alert_shared": ("desk", lambda _, __: "The coaches get one alert for all who wait because of the line's trouble."),
    "case_taken": ("desk", _taken),
    "case_moved": (
        "quiet",
        lambda d, n: f"{_coach(d, n)} goes on {'in the console' if d.get('on_web') else 'from their phone'}.",
    ),
    "case_passed": ("desk", lambda d, n: f"{_coach(d, n)} passed the case on."),
    "case_closed": ("desk", _closed),
    "case_abandoned": ("desk", lambda d, _: f"The case ended: {plain(str(d.get('reason')))}."),
    "case_released": ("desk", lambda d, n: f"{_coach(d, n)} holds the case no longer ({plain(str(d.get('why')))})."),
    "case_offered": ("desk", lambda d, n: f"{_coach(d, n)} asked {names_of(n, d.get('to'))} to take the case over."),
    "offer_ended": ("desk", lambda d, n: f"{names_of(n, d.get('to'))} did not take the case over."),
    "stepped_in": ("desk", lambda d, n: f"{_coach(d, n)} stepped in as a supervisor."),
    "closing_unanswered": ("desk", lambda d, n: f"{_coach(d, n)} did not say that the person is safe; it stays open."),
    "case_outcome": ("desk", lambda d, n: f"{_coach(d, n)} said how it ended: {plain(str(d.get('outcome')))}."),
    "holder_reminded": ("trouble", lambda d, n: f"{_coach(d, n)} was reminded that the person waits."),
    "held_back": ("trouble", lambda d, n: f"A text of {_coach(d, n)} waits for their word: {_why(d)}."),
    "held_back_answered": ("quiet", lambda d, n: f"{_coach(d, n)} answered: {plain(str(d.get('answer')))}."),
    "supervisors_told": ("danger", lambda _, __: "Supervisors were told of the danger."),
    "coach_in_danger": (
        "danger",
        lambda d, n: f"{_coach(d, n)} may be in danger; a supervisor is to reach them.",
    ),
    "own_danger_denied": ("quiet", lambda d, n: f"{_coach(d, n)} said that their words were not about themselves."),
    "own_danger_asked": ("danger", lambda d, n: f"{_coach(d, n)} was asked whether their words are about themselves."),
    "debrief_answered": (
        "quiet",
        lambda d, n: f"{_coach(d, n)} {'would like to talk about it' if d.get('wants_talk') else 'is OK'}.",
    ),
    "places_agreed": ("quiet", lambda _, __: "They may be asked tomorrow whether the places worked out."),
    "places_declined": ("quiet", lambda _, __: "They do not want to be asked about the places."),
    "places_asked": ("quiet", lambda _, __: "Asked whether the places worked out."),
    "places_not_asked": ("quiet", lambda _, __: "Not asked about the places: it was not the moment."),
    "places_answered": ("quiet", lambda _, __: "Told what became of the places."),
    "survey_agreed": ("quiet", lambda _, __: "They may be asked tomorrow whether it helped."),
    "survey_declined": ("quiet", lambda _, __: "They do not want to be asked whether it helped."),
    "survey_asked": ("quiet", lambda _, __: "Asked whether it helped."),
    "survey_skipped": ("quiet", lambda _, __: "Not asked whether it helped: it was not the moment."),
    "survey_answered": ("quiet", lambda d, _: f"Did it help? {d.get('score')} of 5."),
    "supervisor_called": ("desk", lambda d, n: f"{_coach(d, n)} called in a second person."),
    "coach_note": ("note", lambda d, n: f"{_coach(d, n)} noted for the team:"),
    "coach_stopped": ("trouble", lambda d, n: f"{_coach(d, n)} stopped texts to their phone."),
    "coach_started": ("quiet", lambda d, n: f"{_coach(d, n)} lets texts to their phone through again."),
    "coach_text_not_sent": ("trouble", lambda _, __: "A text of the coach was not sent; the coach was told why."),
    "holder_lost": ("trouble", lambda d, n: f"{_coach(d, n)} is no coach any more; the case looks for another."),
    "late_reply_held": ("quiet", lambda _, __: "A late answer was held back: others may read this phone."),
    "not_screened": ("trouble", lambda _, __: "This text could not be read for danger; a person was called at once."),
    "unknown_coach": ("trouble", lambda d, _: f"A step by somebody who is no coach any more: {d.get('step')}."),
    "waits_for_coach": ("quiet", lambda _, __: "Kept for the coach who takes the case."),
    "opted_out": ("trouble", _opted("out")),
    "opted_in": ("quiet", _opted("back in")),
    "after_stop": ("quiet", lambda _, __: "Not answered: this phone opted out."),
    "over_limit": ("quiet", lambda _, __: "Not answered: too many texts at once. Danger is always answered."),
    "from_abroad": ("quiet", lambda _, __: "Not answered: the number is from a country that gets no texts from us."),
    "blocked_text": ("quiet", lambda _, __: "Not answered: this number is blocked."),
    "blocked": ("trouble", _blocked),
    "unblocked": ("quiet", lambda _, __: "The block was taken back."),
    "marked_safe": ("quiet", lambda _, __: "Marked as safe again."),
    "marked_not_safe": ("trouble", lambda _, __: "Marked as not safe: somebody else may read this phone."),
    "erase_refused_by_hold": ("desk", lambda _, __: "They asked to be deleted; a legal hold forbids it for now."),
    "erased": ("quiet", lambda _, __: "Everything before this was deleted, as they asked."),
    "not_understood": ("trouble", lambda d, _: f"The assistant could not be asked ({plain(str(d.get('reason')))})."),
    "came_late": (
        "trouble",
        lambda d, _: f"This text reached us {d.get('minutes')} minutes late: a person reads it first.",
    ),
    "assistant_failed": ("trouble", lambda d, _: f"The assistant could not answer ({plain(str(d.get('reason')))})."),
    "undelivered": ("trouble", _undelivered),
    "unknown_deed": (
        "trouble",
        lambda d, _: f"The assistant wanted something unknown: {plain(str(d.get('deed')))}.",
    ),
    "not_relayed": ("trouble", lambda _, __: "This text could not be passed on to the coach."),
    "gave_up": (
        "trouble",
        lambda d, _: (
            f"A {d.get('kind')} failed {d.get('attempts')} times{'; a person was called' * (d.get('kind') == 'text')}."
        ),
    ),
    "not_told": ("trouble", lambda d, _: f"Not sent, because they opted out: {plain(str(d.get('response')))}."),
}


def marker(kind: str, at: float, detail: Detail, names: Names) -> Marker:
    """The marker of one journal entry; ``names`` are the coaches' by id."""
    known = SENTENCES.get(kind)
    if known is None:
        values = ", ".join(f"{plain(key)}: {value}" for key, value in detail.items())
        return Marker(at, f"{plain(kind).capitalize()}{' (' + values + ')' if values else ''}.")
    tone, sentence = known
    return Marker(at, sentence(detail, names), tone, str(detail.get("text", "")) if kind == "coach_note" else "")
