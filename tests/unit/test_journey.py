"""The way of a text with plain values; and whatever people, coaches and time do, the laws of the desk hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation import Event, PendingCheck, Person, Urgency
from bot.desk.given_up import TRIED_AGAIN, as_it_was
from bot.desk.timers import ALERT_TIMER
from bot.desk.unforeseen import RINGS
from bot.message import About, Danger, InboundText, Risk, RiskKind
from bot.outcome import Outcome
from bot.safety.respond import CHECK_TIMER
from tests.unit.lawful_world import LawfulWorld
from tests.unit.small_world import AMY, BEN, DANA, HUMAN, MIGUEL, World

MAYBE, SURE = "whats the point anymore", "i want to kill myself"


def held() -> World:
    world = World("Amy", "Ben")
    world.text(DANA, "coach")
    world.text(AMY, "TAKE")
    assert world.is_held(world.cases[DANA])
    return world


def test_a_need_is_answered_by_the_assistant_after_the_welcome() -> None:
    world = World()
    world.text(DANA, "i need food 19104")
    assert world.heard(DANA) == ["utter_welcome", "utter_played_seek"]
    assert world.people[DANA].zip == "19104"


def test_who_waits_for_a_coach_is_answered_and_never_left_with_a_mute_line() -> None:
    world = World()
    world.text(DANA, "coach")
    world.text(DANA, "i need food 19104")
    assert world.heard(DANA)[-1] == "utter_played_seek"
    world.text(DANA, "i slipped")
    assert world.heard(DANA)[-1] == "utter_case_opened"
    before = len(world.heard(DANA))
    world.text(DANA, "and it hurts")
    assert len(world.heard(DANA)) == before  # not after every line they type
    world.wait(24 * 3600)
    world.text(DANA, "anybody?")
    assert world.heard(DANA)[-1] == "utter_case_waiting_end"


def test_an_urgent_case_that_began_as_our_fault_is_the_desks() -> None:
    world = World()
    world.assistant.down = True
    world.text(DANA, "hello")
    world.assistant.down = False
    world.text(DANA, SURE)
    world.text(DANA, "please")
    assert world.heard(DANA)[-1] == "utter_case_opened"


def test_a_guess_of_the_model_opts_nobody_out() -> None:
    world = World()
    world.text(DANA, "maybe no more of this")
    assert not world.people[DANA].opted_out
    assert world.assistant.played[-1]["act"] == "other"


def test_no_words_are_given_to_the_dialogue() -> None:
    world = World()
    world.text(DANA, "i need food 19104")
    assert "i need food" not in str(world.assistant.played)


def test_the_assistant_resumes_with_what_the_person_told_the_coach() -> None:
    world = held()
    world.text(DANA, "i need food 19104")
    assert not world.assistant.played[1:]
    world.text(AMY, "DONE")
    world.text(DANA, "i slipped")
    assert world.assistant.played[-1]["zip"] == "19104"
    assert world.assistant.played[-1]["after"] == "handoff"


class SeesDangerEverywhere:
    """A model at its worst."""

    def look(self, text: str) -> Danger:
        return Danger(Risk.CRISIS, RiskKind.MEDICAL, About.SELF, ("model",))


def test_a_model_that_misfires_holds_no_good_word_of_a_coach_back() -> None:
    world = World("Amy", model=SeesDangerEverywhere())
    world.text(DANA, "coach")
    world.text(AMY, "TAKE")
    world.text(AMY, "Take a breath.")
    assert world.heard(DANA)[-1] == "Take a breath."


def test_danger_needs_no_assistant() -> None:
    world = World("Amy")
    world.assistant.down = True
    world.text(DANA, SURE)
    assert world.heard(DANA) == ["utter_crisis_suicide_self"]
    assert world.cases[DANA].urgency is Urgency.CRISIS
    assert world.heard(AMY) == ["utter_coach_alert_crisis"]


def test_somebody_elses_danger_gets_helpers_words() -> None:
    world = World()
    world.text(DANA, "my son wont wake up his lips are blue")
    assert world.heard(DANA)[0] == "utter_crisis_overdose_other"


def gives_up(world: World, kind: str, body: str = "", name: str | None = None, **payload: object) -> Outcome:
    text = InboundText("SM1", "", "", body) if kind == "text" else None
    event = Event(900, kind, name, world.now, 3, payload, text)
    return world.journey.give_up(world.snapshot(DANA), event)


@pytest.mark.parametrize(
    ("body", "response", "urgency"),
    [
        ("hello", "utter_assistant_down", Urgency.NORMAL),
        (SURE, "utter_crisis_suicide_self", Urgency.CRISIS),
        ("my son wont wake up his lips are blue", "utter_crisis_overdose_other", Urgency.CRISIS),
    ],
)
def test_a_text_that_failed_again_and_again_is_still_looked_at_for_danger(
    body: str, response: str, urgency: Urgency
) -> None:
    outcome = gives_up(World(), "text", body)
    assert response in [say.name for speech in outcome.speeches for say in speech.says]
    assert outcome.case is not None
    assert outcome.case.urgency is urgency


def test_a_stop_that_failed_again_and_again_is_obeyed() -> None:
    outcome = gives_up(World(), "text", "STOP")
    assert outcome.person.opted_out
    assert [say.name for speech in outcome.speeches for say in speech.says] == ["utter_opted_out"]


def test_a_text_that_cannot_even_be_screened_is_urgent(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_text: str) -> None:
        raise RecursionError

    monkeypatch.setattr("bot.journey.screen", breaks)
    outcome = gives_up(World(), "text", "hello")
    assert outcome.case is not None
    assert outcome.case.urgency is Urgency.CRISIS
    assert outcome.speeches


def test_a_timer_that_failed_again_and_again_is_not_forgotten() -> None:
    world = World()
    assert gives_up(world, "timer", name=ALERT_TIMER).timers
    world.text(DANA, MAYBE)
    outcome = gives_up(world, "timer", name=CHECK_TIMER)
    assert outcome.case is not None
    assert outcome.case.urgency is Urgency.CRISIS


@pytest.mark.parametrize("name", sorted(RINGS))
def test_no_timer_of_the_desk_is_forgotten(name: str) -> None:
    (timer,) = gives_up(held(), "timer", name=name).timers
    assert timer.name == name


@pytest.mark.parametrize("kind", TRIED_AGAIN)
def test_what_nobody_would_repeat_is_done_a_minute_later(kind: str) -> None:
    world = held()
    (timer,) = gives_up(world, kind, why="stopped").timers
    assert timer.at > world.now
    again = as_it_was(Event(901, "timer", timer.name, world.now, 0, timer.payload))
    assert (again.kind, again.name, again.payload) == (kind, None, {"why": "stopped"})


def test_a_silent_question_about_danger_is_told_to_the_coach_who_came_meanwhile() -> None:
    world = held()
    world.people[DANA] = replace(world.people[DANA], check=PendingCheck(RiskKind.SUICIDE, About.SELF, world.now))
    outcome = gives_up(world, "timer", name=CHECK_TIMER)
    assert [(speech.to, speech.says[0].name) for speech in outcome.speeches] == [(AMY, "utter_coach_danger_ask")]


def test_words_of_a_coach_that_could_not_be_handled_are_reported_to_the_coach() -> None:
    world = held()
    outcome = gives_up(world, "coach_said", coach_id=world.coaches[AMY].id, body="hello")
    assert [speech.to for speech in outcome.speeches] == [AMY]


# Whatever happens -----------------------------------------------------------------------------

PERSON_TEXTS = [
    "i need food 19104", "coach", "i slipped", "hello", "yes", "no", "idk", MAYBE, SURE, "STOP", "START", "HELP",
    "help me", "DELETE", "NOT SAFE", "who is this?", "PRIVACY", "stop texting me, " + SURE, "maybe no more of this", "",
]  # fmt: skip
COACH_TEXTS = [
    "TAKE",
    "PASS",
    "DONE",
    "yes",
    "no",
    "hi, I am here",
    "SUPERVISOR",
    "LIST",
    "AWAY",
    "BACK",
    "STOP",
    "START",
    "2",
    "gonna drink myself dead",
    "SEND",
    "ME",
    "TRANSFER Ben",
    "my number is 555 555 0142",
]
STEPS = st.one_of(
    st.tuples(st.just("text"), st.sampled_from([DANA, DANA, MIGUEL]), st.sampled_from(PERSON_TEXTS)),
    st.tuples(st.just("text"), st.sampled_from([AMY, BEN]), st.sampled_from(COACH_TEXTS)),
    st.tuples(st.just("wait"), st.just(0), st.sampled_from([5, 61, 301, 1000, 50_000])),
    st.tuples(st.just("rasa"), st.just(0), st.booleans()),
    st.tuples(st.just("undelivered"), st.sampled_from([DANA, AMY, HUMAN]), st.booleans()),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=25))
def test_the_laws_of_the_desk_hold_whatever_happens(steps: list[tuple[str, int, object]]) -> None:
    world = LawfulWorld("Amy", "Ben")
    for what, who, value in steps:
        if what == "text":
            world.text(who, str(value))
        elif what == "wait":
            world.wait(float(str(value)))
        elif what == "rasa":
            world.assistant.down = bool(value)
        else:
            world.happen(who, "undelivered", code=21610 if value else 30003, opts_out=bool(value), desk="")
        world.laws()


def test_the_laws_can_be_broken() -> None:
    """A law that nothing could break would prove nothing."""
    world = LawfulWorld("Amy")
    world.text(DANA, "coach")
    world.timers.clear()
    with pytest.raises(AssertionError, match="nobody will be asked"):
        world.laws()


def test_no_call_is_a_wish_in_every_search() -> None:
    world = World("Amy")
    world.text(DANA, "i need food")
    assert "by_text" not in world.assistant.played[-1]["wants"]
    world.text(DANA, "NO CALL")
    world.text(DANA, "i need food")
    assert world.assistant.played[-1]["wants"]["by_text"] is True


def test_who_is_somewhere_else_now_is_not_sent_to_the_old_town() -> None:
    world = World("Amy")
    world.people[DANA] = Person(zip="19104", welcomed=True)
    world.text(DANA, "im at my cousins now")
    assert world.assistant.played[-1]["zip"] is None
    world.text(DANA, "im in 08103 now")
    assert world.assistant.played[-1]["zip"] == "08103"
