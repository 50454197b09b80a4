"""Danger, opt-outs and coaches in awkward states: nobody is dropped, nobody is talked over."""

from __future__ import annotations

from bot.store.coaches import deactivate
from tests.whole_line import COACH_AMY, COACH_BEN, DANA, HUMAN_PHONE, MIGUEL, WholeLine

MAYBE, SURE = "whats the point anymore", "i want to kill myself"


def held_by_amy(line: WholeLine, words: str = "coach") -> None:
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, words)
    line.text(COACH_AMY, "TAKE")
    assert line.case(DANA).state == "held"


def test_stop_as_the_answer_to_the_direct_question_brings_a_human(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, MAYBE)
    assert "START" in line.text(DANA, "STOP")
    assert line.case(DANA).open
    assert line.case(DANA).urgency == "crisis"
    assert len(line.inbox(COACH_AMY)) == 1


def test_possible_danger_beside_an_opt_out_brings_a_human(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    reply = line.text(DANA, f"stop texting me, {MAYBE}")
    assert "988" in reply
    assert "START" in reply
    assert line.case(DANA).urgency == "crisis"


def test_stop_does_not_end_an_urgent_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    held_by_amy(line, SURE)
    line.text(DANA, "STOP")
    assert line.case(DANA).state == "held"
    before = len(line.inbox(DANA))
    answer = line.text(COACH_AMY, "please stay with me")
    assert "no more texts" in answer
    assert "stays open" in answer
    assert len(line.inbox(DANA)) == before
    line.text(DANA, "too late")
    assert line.inbox(COACH_AMY)[-1] == "too late"
    assert len(line.inbox(DANA)) == before
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "YES")
    assert line.case(DANA).state == "closed"
    assert len(line.inbox(DANA)) == before


def test_the_answer_to_the_question_reaches_the_coach_who_came_meanwhile(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(DANA, MAYBE)
    line.text(COACH_AMY, "TAKE")
    before = len(line.inbox(DANA))
    line.text(DANA, "idk")
    assert "idk" in line.inbox(COACH_AMY)
    assert len(line.inbox(DANA)) == before
    assert line.case(DANA).urgency == "crisis"


def test_silence_after_the_question_is_told_to_the_coach_who_came_meanwhile(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(DANA, MAYBE)
    line.text(COACH_AMY, "TAKE")
    before = len(line.inbox(DANA))
    line.wait(301)
    assert len(line.inbox(DANA)) == before
    assert any("danger" in body.lower() for body in line.inbox(COACH_AMY))
    assert line.case(DANA).urgency == "crisis"


def test_a_closed_case_leaves_no_question_behind(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(DANA, MAYBE)
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "DONE")
    before = len(line.inbox(DANA))
    line.wait(301)
    assert len(line.inbox(DANA)) == before
    assert len(line.cases(DANA)) == 1


def test_yes_to_the_coach_is_no_answer_to_an_older_offer(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "HELP")
    line.text(DANA, "HELP")  # offers a human: "text YES"
    line.text(DANA, SURE)
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "Are you alone?")
    assert line.text(DANA, "yes") == ""
    assert line.inbox(COACH_AMY)[-1] == "yes"


def test_yes_to_the_coach_is_no_answer_to_an_older_delete(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "DELETE")
    line.text(DANA, SURE)
    line.text(COACH_AMY, "TAKE")
    assert line.text(DANA, "yes") == ""
    assert line.inbox(COACH_AMY)[-1] == "yes"


def test_a_cry_for_help_goes_to_the_coach_who_is_there(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    held_by_amy(line)
    assert line.text(DANA, "help me please") == ""
    assert line.inbox(COACH_AMY)[-1] == "help me please"


def test_a_keyword_beside_the_direct_question_is_answered_too(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, MAYBE)
    assert HUMAN_PHONE[-4:] in line.text(DANA, "HELP")
    assert line.case(DANA).urgency == "crisis"


def test_no_to_really_done_keeps_the_case_and_does_not_reach_the_person(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    held_by_amy(line, SURE)
    line.text(COACH_AMY, "DONE")
    before = len(line.inbox(DANA))
    assert line.text(COACH_AMY, "no") != ""
    assert line.case(DANA).state == "held"
    assert len(line.inbox(DANA)) == before


def test_two_takes_in_a_row_give_a_coach_one_case(line_without_rasa: WholeLine) -> None:
    """Otherwise their words could go to the wrong person."""
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(MIGUEL, "coach")
    first, second = line.case(DANA).code, line.case(MIGUEL).code
    line.line.dispatcher.stop()
    restart = WholeLine(line.house, line.clock)
    for code in (first, second):
        accept(line, COACH_AMY, f"TAKE {code}")
    with restart:
        restart.settle()
        assert sorted([line.case(DANA).state, line.case(MIGUEL).state]) == ["alerting", "held"]
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def test_take_and_stop_in_a_row_leave_nobody_with_a_coach_who_is_gone(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.line.dispatcher.stop()
    restart = WholeLine(line.house, line.clock)
    accept(line, COACH_AMY, "TAKE")
    accept(line, COACH_AMY, "STOP")
    with restart:
        restart.settle()
        assert line.case(DANA).state == "alerting"
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def accept(line: WholeLine, sender: str, body: str) -> None:
    """A text comes in while nobody handles anything."""
    import asyncio
    from itertools import count

    from bot.message import InboundText

    accept.numbers = getattr(accept, "numbers", count(1))  # type: ignore[attr-defined]
    sid = f"SMaccept{next(accept.numbers)}"  # type: ignore[attr-defined]
    asyncio.run(line.line.intake.accept(InboundText(sid, sender, "+15550198", body)))


def test_a_coach_who_stops_hears_it_once_and_comes_back_with_start_and_back(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    assert "START" in line.text(COACH_AMY, "STOP")
    assert line.text(COACH_AMY, "STOP") == ""
    line.text(DANA, "coach")
    assert line.text(COACH_AMY, f"TAKE {line.case(DANA).code}") == ""
    assert line.case(DANA).state == "alerting"
    assert "BACK" in line.text(COACH_AMY, "START")
    line.text(COACH_AMY, "BACK")
    line.text(COACH_AMY, "TAKE")
    assert line.case(DANA).state == "held"


def test_a_coach_whom_the_carrier_opted_out_is_off_duty(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    line.carrier.block(COACH_AMY)
    line.text(DANA, "coach")
    assert len(line.inbox(COACH_BEN)) == 1
    line.carrier.switch_on(COACH_AMY)
    line.text(MIGUEL, "coach")
    assert len(line.inbox(COACH_BEN)) == 2


def test_an_alert_to_a_phone_that_gets_no_texts_climbs_the_ladder_at_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(COACH_AMY, "STOP")  # as a person, before the phone became a coach's
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    line.text(DANA, "coach")
    assert len(line.inbox(COACH_BEN)) == 1


def test_a_person_is_not_left_with_a_coach_who_is_no_coach_any_more(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy = line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.house.database.write(lambda connection: deactivate(connection, amy, 0.0))
    amys = len(line.inbox(COACH_AMY))
    line.text(DANA, "are you there?")
    assert len(line.inbox(COACH_AMY)) == amys
    assert len(line.inbox(COACH_BEN)) == 1
    line.text(COACH_BEN, "TAKE")
    assert "are you there?" in line.inbox(COACH_BEN)


def test_a_picture_of_the_coach_is_not_sent_as_an_empty_text(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    held_by_amy(line)
    before = len(line.inbox(DANA))
    assert "not" in line.text(COACH_AMY, "", media=1)
    assert len(line.inbox(DANA)) == before


def test_pass_on_a_case_that_another_coach_holds_changes_nothing_and_says_so(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    held_by_amy(line)
    assert "Amy" in line.text(COACH_BEN, f"PASS {line.case(DANA).code}")
    assert line.case(DANA).state == "held"


def test_an_outage_of_another_day_is_told_again(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    assert line.text(DANA, "i need a job") != ""
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "DONE")
    line.wait(24 * 3600)
    assert "988" in line.text(DANA, "i need food")


def test_a_coach_does_not_surprise_a_phone_that_is_not_safe(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "NOT SAFE")
    held_by_amy(line)
    line.text(COACH_AMY, "hi")
    assert line.inbox(DANA)[-1] == "hi"
    line.wait(3600)
    before = len(line.inbox(DANA))
    assert "not sent" in line.text(COACH_AMY, "how are you now?")
    assert len(line.inbox(DANA)) == before
    line.text(DANA, "ok now")
    line.text(COACH_AMY, "good")
    assert line.inbox(DANA)[-1] == "good"


def test_a_phone_that_is_not_safe_gets_no_late_reply(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "NOT SAFE")
    line.line.dispatcher.stop()
    accept(line, DANA, "PRIVACY")
    line.clock.forward(3600)
    restart = WholeLine(line.house, line.clock)
    with restart:
        restart.settle()
    assert restart.inbox(DANA) == []
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def test_yes_that_the_carrier_takes_for_start_answers_our_question(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "hi")
    line.text(DANA, "yes", opt_out="START")
    assert line.notes(DANA, "understood")[-1]["act"] is None
    assert not line.notes(DANA, "opted_in")


def test_strange_texts_are_answered(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    for strange in ("\u200b", "😀" * 800, "x" * 1600, "a\x00b", "¿?", "/restart", "{org}", "\ufffd"):
        line.text(DANA, strange)
    assert not line.notes(DANA, "gave_up")
    assert line.inbox(DANA)
